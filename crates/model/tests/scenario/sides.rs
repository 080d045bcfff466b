//! Two sides of a contract.

use crate::support::pounds;
use one_plan_model::example;
use one_plan_model::outcome::{compute, values};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::Fixed;
use one_plan_model::scenario::{
    Position, at_position, both_sides, frameworks, negotiation_as_csv, state_words, totals,
};

fn plan() -> Plan {
    example::plan(
        r#""organisations": [{"id": "icb", "name": "ICB", "kind": "integrated-care-board"},
                            {"id": "t", "name": "Trust", "kind": "nhs-trust"}],
        "contracts": [{"id": "c", "name": "Main, acute", "provider": "t", "host": "icb", "year": "2011/12"}],
        "budget_lines": [{"id": "acute", "name": "Acute", "year": "2011/12", "gross": "1000", "unit": "£000"}],
        "resource_limits": [{"year": "2011/12", "limit": "1010", "unit": "£000"}],
        "provider_finances": [{"organisation": "t", "year": "2011/12", "contract": "900", "turnover": "2000",
                               "surplus": "20", "unit": "£000"}],
        "contract_lines": [
            {"id": "growth", "name": "Growth", "contract": "c", "planned": "10", "offer": "5", "ask": "15", "unit": "£000",
             "budget_line": "acute"},
            {"id": "drugs", "name": "Drugs", "contract": "c", "planned": "4", "offer": "3", "ask": "8", "unit": "£000",
             "state": "split", "budget_line": "acute", "note": "=Agreed by \"finance\", both"},
            {"id": "beds", "name": "Beds", "contract": "c", "planned": "2", "offer": "2", "ask": "3", "agreed": "2.5",
             "unit": "£000", "state": "agreed", "budget_line": "acute"},
            {"id": "quality", "name": "Quality", "contract": "c", "offer": "0", "ask": "1", "unit": "£000",
             "state": "escalated"}
        ]"#,
    )
}

#[test]
fn gaps_and_what_is_settled() {
    let lines = both_sides(&plan());
    let gaps: Vec<Option<Fixed>> = lines.iter().map(|line| line.gap).collect();
    assert_eq!(gaps, [10_000, 0, 0, 1_000].map(|gap| Some(pounds(gap))));
    let settled: Vec<Option<Fixed>> = lines.iter().map(|line| line.settled).collect();
    assert_eq!(settled, [None, Some(pounds(5_500)), Some(pounds(2_500)), None]);
    let words: Vec<String> = lines.iter().map(state_words).collect();
    assert_eq!(words, ["open", "split at £5,500", "agreed at £2,500", "escalated"]);
    let all = totals(lines.iter());
    let texts = [all.offer, all.ask, all.gap, all.settled].map(|value| value.unwrap().to_string());
    assert_eq!(texts, ["10000", "27000", "11000", "8000"]);
}

/// What the commissioner pays more its framework has less, and the provider more; what is open each plans for itself.
#[test]
fn both_frameworks_move() {
    let plan = plan();
    let figures = frameworks(&compute(&plan));
    let ids: Vec<String> = figures.iter().map(|figure| figure.id(&plan)).collect();
    assert_eq!(ids[..2], ["framework.planned-surplus.2011-12", "provider.t.2011-12.surplus"]);
    let at = |position| {
        let found = values(&at_position(&plan, position), &figures[..2]);
        [found[0].unwrap(), found[1].unwrap()]
    };
    // Now 10 and 20. Offers are 6 less than planned, asks 10 more.
    assert_eq!(at(Position::Offer), [16_000, 14_000].map(pounds));
    assert_eq!(at(Position::Ask), [0, 30_000].map(pounds));
    // Drugs +1.5 and beds +0.5 for both; of growth the commissioner plans −5 and the provider +5.
    assert_eq!(at(Position::Settled), [13_000, 27_000].map(pounds));
}

#[test]
fn the_record_as_comma_separated_values() {
    assert_eq!(
        negotiation_as_csv(&plan()),
        "contract,line,planned,offer,ask,gap,state,settled,note\n\
         \"Main, acute\",Growth,10000,5000,15000,10000,open,,\n\
         \"Main, acute\",Drugs,4000,3000,8000,0,split,5500,\"'=Agreed by \"\"finance\"\", both\"\n\
         \"Main, acute\",Beds,2000,2000,3000,0,agreed,2500,\n\
         \"Main, acute\",Quality,,0,1000,1000,escalated,,\n\
         all,,,10000,27000,11000,,8000,\n"
    );
}

//! A lever is what it says, and replay is the whole run.

use crate::support::{Draws, PLANS, figure, pounds, published};
use one_plan_model::calculation::FigureKey;
use one_plan_model::example;
use one_plan_model::outcome::{compute, resolve, values};
use one_plan_model::plan::{CellAddress, CellInput, ContractForm, LeverKind, Plan, RiskLevel, SchemeStatus, Table};
use one_plan_model::quantity::Fixed;
use one_plan_model::scenario::{Definition, Levered, SetLever, applied, headlines, millionths, together};

fn with(levers: Vec<SetLever>) -> Definition {
    Definition { levers, ..Definition::default() }
}

/// Of generated levers at generated settings every figure that is asked for has the digits of a whole run over the plan
/// that the scenario makes.
#[test]
fn replay_is_the_whole_run() {
    for name in PLANS {
        let plan = published(name);
        let mut draws = Draws(1);
        for _ in 0..6 {
            let count = 1 + draws.below(3);
            let levers = draws.levers(&plan, count);
            let levered = Levered::of(&plan, &levers);
            let mut asked = headlines(&compute(&plan));
            asked.extend(draws.figures(&plan, 10));
            let settings: Vec<Vec<Fixed>> =
                (0..9).map(|_| levers.iter().map(|lever| draws.setting(lever.kind)).collect()).collect();
            let answers = levered.run(&asked, settings.len(), &|lever, at| settings[at][lever]);
            for (at, settings) in settings.iter().enumerate() {
                let set = levers.iter().zip(settings).map(|(lever, setting)| lever.set_to(*setting)).collect();
                let (whole, problems) = applied(&plan, &with(set));
                // A lever that no row fits is said, and moves nothing in both.
                assert!(problems.iter().all(|problem| problem.contains("moves nothing")), "{problems:?}");
                for ((key, replayed), whole) in asked.iter().zip(&answers.values).zip(values(&whole, &asked)) {
                    assert_eq!(replayed[at], whole, "{name}: {} with {levers:?} at {settings:?}", key.id(&plan));
                }
            }
        }
    }
}

/// Plans that differ in numbers and in other things, computed together.
#[test]
fn many_plans_together_are_each_of_them_alone() {
    for name in PLANS {
        let plan = published(name);
        let mut draws = Draws(77);
        let mut plans = vec![plan.clone()];
        for _ in 0..12 {
            let mut levers = draws.levers(&plan, 2);
            if draws.below(3) == 0 {
                levers.push(SetLever { form: Some(ContractForm::Block), ..SetLever::to(LeverKind::ContractForm, 0) });
            }
            plans.push(applied(&plan, &with(levers)).0);
        }
        let asked = draws.figures(&plan, 30);
        let found = together(&plans, &asked);
        assert!(found.computed_whole < plans.len(), "{name}: something was replayed");
        for (plan, found) in plans.iter().zip(found.values) {
            assert_eq!(found, values(plan, &asked), "{name}");
        }
    }
}

/// A lever at its neutral setting changes no figure, and a delay of no months is no delay.
#[test]
fn neutral_levers_change_nothing() {
    for name in PLANS {
        let plan = published(name);
        let before: Vec<_> = compute(&plan).figures().collect();
        for kind in LeverKind::ALL.iter().filter(|kind| **kind != LeverKind::ContractForm) {
            let lever = SetLever::to(*kind, one_plan_model::scenario::Lever::of(*kind).neutral());
            let filled = Levered::of(&plan, std::slice::from_ref(&lever)).at(|_| lever.setting);
            let after: Vec<_> = compute(&filled).figures().collect();
            assert_eq!(before, after, "{name}: {kind:?}");
        }
    }
}

fn schemes() -> Plan {
    example::plan(
        r#""programmes": [{"id": "acute", "name": "Acute"}, {"id": "drugs", "name": "Drugs"}],
        "organisations": [{"id": "o", "name": "O", "kind": "nhs-trust"}, {"id": "p", "name": "P", "kind": "nhs-trust"}],
        "scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"},
                         {"id": "m", "name": "M", "year": "2011/12", "organisation": "o"}],
        "schemes": [
            {"id": "a", "name": "A", "list": "l", "programme": "acute", "gross": "100", "low": "50", "high": "100",
             "unit": "£", "status": "made", "risk": "low", "reinvestment": "10"},
            {"id": "b", "name": "B", "list": "l", "programme": "drugs", "gross": "1000", "unit": "£",
             "status": "identified", "risk": "high", "provider": "o"},
            {"id": "c", "name": "C", "list": "m", "gross": "10000", "unit": "£", "provider": "p"}
        ],
        "budget_lines": [{"id": "line", "name": "Line", "year": "2011/12", "gross": "100000", "unit": "£"}],
        "budget_movements": [
            {"line": "line", "stage": "deduction", "reason": "qipp", "amount": "-5000", "unit": "£"},
            {"line": "line", "stage": "deduction", "reason": "readmissions", "amount": "-300", "unit": "£"}
        ]"#,
    )
}

fn number(plan: &Plan, table: Table, row: u32, column: &'static str) -> Fixed {
    plan.number(CellAddress { table, row, column }).unwrap()
}

fn gross(plan: &Plan) -> [Fixed; 3] {
    [0, 1, 2].map(|row| number(plan, Table::Scheme, row, "gross"))
}

#[test]
fn delivery_scales_savings_of_all_or_of_those_that_are_meant() {
    let plan = schemes();
    let half = SetLever::to(LeverKind::Delivery, 500_000);
    let narrowed = |at: usize, of: u32| {
        let mut lever = half.clone();
        lever.narrowing[at] = Some(of);
        gross(&applied(&plan, &with(vec![lever])).0)
    };
    let all = applied(&plan, &with(vec![half.clone()])).0;
    assert_eq!(gross(&all), [50, 500, 5_000].map(pounds));
    // The range moves with it; what is spent again, and what is taken out for another reason, does not.
    assert_eq!(number(&all, Table::Scheme, 0, "low"), pounds(25));
    assert_eq!(number(&all, Table::Scheme, 0, "reinvestment"), pounds(10));
    assert_eq!(number(&all, Table::BudgetMovement, 0, "amount"), pounds(-2_500));
    assert_eq!(number(&all, Table::BudgetMovement, 1, "amount"), pounds(-300));
    assert_eq!(narrowed(0, 1), [100, 500, 10_000].map(pounds));
    assert_eq!(narrowed(1, SchemeStatus::Made as u32), [50, 1_000, 10_000].map(pounds));
    assert_eq!(narrowed(2, RiskLevel::High as u32), [100, 500, 10_000].map(pounds));
    // The list says whose the scheme C is, before the provider whose contract it changes does.
    assert_eq!(narrowed(4, 0), [100, 500, 5_000].map(pounds));
    assert_eq!(narrowed(4, 1), [100, 1_000, 10_000].map(pounds));
    // By programme and risk at once: no scheme is both.
    let mut both = half.clone();
    both.narrowing = [Some(0), None, Some(RiskLevel::High as u32), None, None];
    assert_eq!(gross(&applied(&plan, &with(vec![both])).0), [100, 1_000, 10_000].map(pounds));
    // One after the other: a half of a half.
    assert_eq!(gross(&applied(&plan, &with(vec![half.clone(), half])).0), [25, 250, 2_500].map(pounds));
}

#[test]
fn a_delay_is_added_and_fills_what_is_empty() {
    let mut plan = schemes();
    plan.set_cell(Table::Scheme, 1, Table::Scheme.column("delay").unwrap() as u8, Some(CellInput::Text("2"))).unwrap();
    let late = applied(&plan, &with(vec![SetLever::to(LeverKind::Delay, 3_000_000)])).0;
    assert_eq!([0, 1].map(|row| number(&late, Table::Scheme, row, "delay")), [3, 5].map(pounds));
}

/// Most plans give what a scheme saves in its year, and neither a start nor the saving of a whole year.
#[test]
fn a_delay_lowers_what_a_scheme_saves_in_its_year() {
    let plan = example::plan(
        r#""scheme_lists": [{"id": "l", "name": "L", "year": "2012/13"}],
        "schemes": [
            {"id": "a", "name": "A", "list": "l", "gross": "1200", "unit": "£"},
            {"id": "b", "name": "B", "list": "l", "gross": "600", "start": "2012-10", "unit": "£"},
            {"id": "c", "name": "C", "list": "l", "full_year_effect": "240", "unit": "£"}
        ]"#,
    );
    let gross = resolve(&plan, "schemes.list.l.gross").unwrap();
    let levered = Levered::of(&plan, &[SetLever::to(LeverKind::Delay, 0)]);
    let answers = levered.run(&[gross], 7, &|_, months| Fixed::whole(months as i64));
    // Each month takes 100 of the first, 100 of the second as long as it has months left, and 20 of the third.
    assert_eq!(answers.values[0], [2_040, 1_820, 1_600, 1_380, 1_160, 940, 720].map(|value| Some(pounds(value))));
}

#[test]
fn growth_adds_points_but_not_to_an_efficiency() {
    let plan = example::plan(
        r#""spend_trends": [{"id": "t", "name": "T", "base_year": "2010/11", "base": "100", "unit": "£"}],
        "growth_drivers": [{"id": "a", "name": "A", "kind": "demographic", "rate": "2%"},
                           {"id": "b", "name": "B", "rate": "1%"},
                           {"id": "c", "name": "C", "kind": "efficiency", "rate": "4%"}]"#,
    );
    let grown = applied(&plan, &with(vec![SetLever::to(LeverKind::Growth, 5_000)])).0;
    let rates = [0, 1, 2].map(|row| number(&grown, Table::GrowthDriver, row, "rate"));
    assert_eq!(rates, [25_000, 15_000, 40_000].map(millionths));
}

#[test]
fn what_is_achieved_falls_in_the_direction_that_is_worse() {
    let plan = example::plan(
        r#""cquin_schemes": [{"id": "q", "name": "Q", "year": "2011/12", "fixed_sum": "100", "unit": "£"}],
        "cquin_indicators": [
            {"id": "a", "name": "A", "scheme": "q", "direction": "higher", "achieved": "80"},
            {"id": "b", "name": "B", "scheme": "q", "direction": "lower", "achieved": "20", "payment_rule": "milestones"}],
        "cquin_milestones": [{"indicator": "b", "milestone": "Q1", "achieved": "30"}]"#,
    );
    let less = applied(&plan, &with(vec![SetLever::to(LeverKind::Cquin, 900_000)])).0;
    assert_eq!([0, 1].map(|row| number(&less, Table::CquinIndicator, row, "achieved")), [72, 22].map(pounds));
    assert_eq!(number(&less, Table::CquinMilestone, 0, "achieved"), pounds(33));
}

#[test]
fn the_form_of_one_contract_is_another() {
    let plan = example::plan(
        r#""organisations": [{"id": "t", "name": "T", "kind": "nhs-trust"}],
        "contracts": [
            {"id": "a", "name": "A", "provider": "t", "form": "payment-by-results", "base": "90", "value": "100", "unit": "£"},
            {"id": "b", "name": "B", "provider": "t", "form": "payment-by-results", "base": "90", "value": "100", "unit": "£"}]"#,
    );
    let payments: Vec<FigureKey> = ["contract.a.payment", "contract.b.payment"].map(|id| figure(&plan, id)).to_vec();
    let mut block = SetLever { form: Some(ContractForm::Block), ..SetLever::to(LeverKind::ContractForm, 0) };
    block.narrowing[3] = Some(1);
    let changed = applied(&plan, &with(vec![block])).0;
    assert_eq!(values(&changed, &payments), [Some(pounds(100)), Some(pounds(90))]);
}

/// A lever of one contract moves its months too, and no others.
#[test]
fn the_outturn_of_a_contract_is_that_of_its_months() {
    let plan = example::plan(
        r#""organisations": [{"id": "t", "name": "T", "kind": "nhs-trust"}],
        "contracts": [{"id": "a", "name": "A", "provider": "t", "unit": "£", "value": "10"},
                      {"id": "b", "name": "B", "provider": "t", "unit": "£", "value": "10"}],
        "contract_months": [{"contract": "a", "month": "2011-04", "billed": "10", "unit": "£"},
                            {"contract": "b", "month": "2011-04", "billed": "10", "unit": "£"}]"#,
    );
    let mut more = SetLever::to(LeverKind::Outturn, 1_100_000);
    more.narrowing[3] = Some(0);
    let changed = applied(&plan, &with(vec![more])).0;
    let billed = [0, 1].map(|row| number(&changed, Table::ContractMonth, row, "billed"));
    let value = [0, 1].map(|row| number(&changed, Table::Contract, row, "value"));
    assert_eq!((billed, value), ([11, 10].map(pounds), [11, 10].map(pounds)));
}

//! Every contract keeps its money through all stages, and what does not fit has a name.

use super::*;
use one_plan_model::example;
use one_plan_model::quantity::whole;

const ORGANISATIONS: &str =
    r#""organisations": [{"id": "h", "name": "H"}, {"id": "i", "name": "I"}, {"id": "p", "name": "P"}],"#;

/// Who pays, by which contract, to whom, how, and how much.
fn drawn(tables: &str) -> (Vec<(String, String)>, Vec<LeftOut>) {
    let example = example::outcome(&format!("{ORGANISATIONS}{tables}"));
    let Found { amounts, left_out } = found(&example.plan, &example.outcome, FinancialYear::starting(2011));
    let words = |money: StagedMoney| {
        let places: Vec<&str> = money.places.iter().map(MoneyPlace::name).collect();
        (places.join(" / "), money.amount.normalize().to_string())
    };
    (amounts.into_iter().map(words).collect(), left_out)
}

fn said(found: &[(String, String)]) -> Vec<(&str, &str)> {
    found.iter().map(|(places, amount)| (places.as_str(), amount.as_str())).collect()
}

#[test]
fn what_no_part_takes_and_what_parts_take_too_much_are_named() {
    let (found, left_out) = drawn(
        r#""contracts": [
            {"id": "a", "name": "A", "provider": "p", "host": "h", "year": "2011/12", "form": "block", "base": "100", "unit": "£"},
            {"id": "b", "name": "B", "provider": "p", "host": "h", "year": "2011/12", "base": "50", "unit": "£"}
        ],
        "contract_parts": [
            {"contract": "a", "organisation": "h", "role": "party", "share": "60%"},
            {"contract": "a", "organisation": "i", "role": "party", "share": "30%"},
            {"contract": "b", "organisation": "h", "role": "party", "amount": "40", "unit": "£"},
            {"contract": "b", "organisation": "i", "role": "party", "amount": "25", "unit": "£"}
        ]"#,
    );
    assert_eq!(
        said(&found),
        [
            ("H / A / P / Block", "60"),
            ("I / A / P / Block", "30"),
            ("In no commissioner's part / A / P / Block", "10"),
            ("H / B / P / Form not given", "40"),
            ("I / B / P / Form not given", "10"),
            ("I / B / Parts beyond the contract's value / Parts beyond the contract's value", "15"),
        ]
    );
    assert!(left_out.is_empty());
}

#[test]
fn a_contract_without_parts_is_paid_by_its_holder_and_one_without_an_amount_is_named() {
    let (found, left_out) = drawn(
        r#""contracts": [
            {"id": "a", "name": "A", "provider": "p", "host": "h", "year": "2011/12", "form": "block", "base": "7", "unit": "£"},
            {"id": "b", "name": "B", "provider": "p", "year": "2011/12", "form": "block", "base": "8", "unit": "£"},
            {"id": "c", "name": "C", "provider": "p", "host": "h", "year": "2011/12", "form": "dead-band"},
            {"id": "d", "name": "D", "provider": "p", "host": "h", "year": "2012/13", "form": "block", "base": "9", "unit": "£"}
        ]"#,
    );
    assert_eq!(said(&found), [("H / A / P / Block", "7"), ("Commissioner not given / B / P / Block", "8")]);
    assert_eq!(
        left_out_words(&left_out, FinancialYear::starting(2011)),
        [
            "Not in these stages, because no amount is given or computed: C.",
            "Not in these stages, because not for 2011/12: D.",
        ]
    );
    let many: Vec<_> = (0..9).map(|n| LeftOut { name: format!("{n}"), of_other_year: false }).collect();
    let words = "Not in these stages, because no amount is given or computed: 0; 1; 2; 3; 4; 5; and 3 more.";
    assert_eq!(left_out_words(&many, None), [words]);
}

#[test]
fn a_plan_without_contracts_and_one_with_one_are_drawn_as_they_are() {
    let (found, left_out) = drawn(r#""contracts": []"#);
    assert!(found.is_empty() && left_out.is_empty());
    let example = example::outcome(&format!(
        r#"{ORGANISATIONS}"contracts": [{{"id": "a", "name": "A", "provider": "p", "host": "h", "year": "2011/12", "base": "7", "unit": "£"}}]"#
    ));
    let found = super::found(&example.plan, &example.outcome, FinancialYear::starting(2011));
    assert_eq!(found.amounts.iter().map(|money| money.amount).collect::<Vec<_>>(), [whole(7)]);
}

//! Who pays whom by contracts: each commissioner's part of each contract, from the commissioner to the provider.

use crate::chart::Frame;
use crate::components::{MoneyPlace, StagedMoney, money_sankey, picture};
use crate::session::Session;
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{Contract, FinancialYear, Id, Organisation, Plan, Row};
use one_plan_model::quantity::{Amount, Decimal, Value};
use one_plan_model::rules::contracts::{DUE, PART};
use std::collections::BTreeMap;
use yew::prelude::*;

/// The picture of the first year that has contracts.
pub(super) fn section(session: &Session) -> Html {
    let (plan, outcome) = (session.plan(), session.outcome());
    let year = plan.contracts.iter().filter_map(|(_, contract)| contract.year()).min();
    let when = year.map(|year| format!(", {year}")).unwrap_or_default();
    let description = "Each commissioner's part of its contracts, or else what is due or the base value of a contract.";
    let frame = Frame::new("contracts-who-pays", format!("Who pays whom by contract{when}"), description);
    let chart = money_sankey(frame, ["Who pays", "Who is paid"], &flows(plan, outcome, year));
    let heading = match &chart {
        Some(chart) => format!("{}, {}", chart.frame.title, chart.unit),
        None => "Who pays whom by contract".to_owned(),
    };
    let needed = "give contracts with a base value or a value of activity, and who holds them or has which part.";
    picture(session, &heading, chart.as_ref(), needed)
}

fn flows(plan: &Plan, outcome: &Outcome, year: Option<FinancialYear>) -> Vec<StagedMoney> {
    let place = |of: Id<Organisation>| {
        plan.organisations.get(of).map(|organisation| MoneyPlace::of_row(of.index(), organisation.name()))
    };
    let mut parts = parts_by_contract(outcome);
    let mut flows = Vec::new();
    for (id, contract) in plan.contracts.iter().filter(|(_, contract)| contract.year() == year) {
        let to = place(contract.provider()).unwrap_or_else(|| MoneyPlace::not_placed("Provider not given"));
        let mut has_parts = false;
        for (commissioner, value) in parts.remove(&id.index()).unwrap_or_default() {
            if let (Ok(amount), Some(from)) = (value, place(Id::at(commissioner))) {
                has_parts = true;
                flows.push(StagedMoney { places: vec![from, to.clone()], amount });
            }
        }
        if let (false, Some(amount)) = (has_parts, whole(outcome, id, contract)) {
            let from = contract.host().and_then(place);
            let from = from.unwrap_or_else(|| MoneyPlace::not_placed("Commissioner not given"));
            flows.push(StagedMoney { places: vec![from, to], amount });
        }
    }
    flows
}

/// What each commissioner has of each contract: by contract, the commissioners with their parts.
pub(super) fn parts_by_contract(outcome: &Outcome) -> BTreeMap<u32, Vec<(u32, Value)>> {
    let mut parts: BTreeMap<u32, Vec<(u32, Value)>> = BTreeMap::new();
    for (key, value) in outcome.figures_of(&PART) {
        parts.entry(key.index.get(0)).or_default().push((key.index.get(1), value));
    }
    parts
}

/// What a contract is worth in all: what is due, or else its base value.
pub(super) fn whole(outcome: &Outcome, id: Id<Contract>, contract: Row<'_, Contract>) -> Option<Decimal> {
    let due = outcome.value(DUE.at([id.index()])).and_then(Result::ok);
    due.or_else(|| contract.base().map(|base| Amount::pounds(base.get())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn parts_come_before_the_whole_and_a_contract_without_an_amount_is_left_out() {
        let example = example::outcome(
            r#""organisations": [{"id": "h", "name": "H"}, {"id": "i", "name": "I"}, {"id": "p", "name": "P"}],
            "contracts": [
                {"id": "a", "name": "A", "provider": "p", "host": "h", "year": "2011/12", "form": "block", "base": "100", "unit": "£"},
                {"id": "b", "name": "B", "provider": "p", "host": "h", "year": "2011/12", "form": "block", "base": "7", "unit": "£"},
                {"id": "c", "name": "C", "provider": "p", "host": "h", "year": "2011/12", "form": "dead-band"}
            ],
            "contract_parts": [
                {"contract": "a", "organisation": "h", "role": "party", "share": "60%"},
                {"contract": "a", "organisation": "i", "role": "party", "share": "40%"}
            ]"#,
        );
        let year = FinancialYear::starting(2011);
        let found = flows(&example.plan, &example.outcome, year);
        let found: Vec<_> = found.iter().map(|money| (money.places[0].name(), money.amount.to_string())).collect();
        assert_eq!(found, [("H", "60".to_owned()), ("I", "40".to_owned()), ("H", "7".to_owned())]);
    }
}

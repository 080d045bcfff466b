//! The money of contracts in stages: who pays, by which contract, to whom, and how.

use super::who_pays::{parts_by_contract, whole};
use crate::chart::Frame;
use crate::components::{MoneyPlace, StagedMoney, capitalised, choice_words, figure_with_table, money_stages, tag};
use crate::session::Session;
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{Contract, FinancialYear, Id, Plan, Row};
use one_plan_model::quantity::{Amount, Decimal, subtract};
use yew::prelude::*;

const STAGES: [&str; 4] = ["Who pays", "Contract", "Who is paid", "How it is paid"];
/// Of more contracts that are left out the number is said.
const MOST_NAMES: usize = 6;

/// The picture of the first year that has contracts, and which contracts are not in it. Nothing where no money moves: who
/// pays whom says what is needed.
pub(super) fn section(session: &Session) -> Option<Html> {
    let (plan, outcome) = (session.plan(), session.outcome());
    let year = plan.contracts.iter().filter_map(|(_, contract)| contract.year()).min();
    let Found { amounts, left_out } = found(plan, outcome, year);
    // Where no contract says how it pays there is no such stage.
    let says_how = amounts.iter().any(|money| money.places.last().is_some_and(MoneyPlace::is_placed));
    let stages = if says_how { &STAGES[..] } else { &STAGES[..3] };
    let when = year.map(|year| format!(", {year}")).unwrap_or_default();
    let description = "From each commissioner by its contracts to the providers, and by which form of contract they are \
                       paid. Each counts with its parts and its base value, or else with what is due. Every stage holds \
                       the same; what the plan does not say has a place of its own.";
    let frame = Frame::new("contracts-stages", format!("Money of the contracts in stages{when}"), description);
    let (chart, table) = money_stages(frame, stages, &amounts)?;
    let heading = format!("{}, {}", chart.frame.title, chart.unit);
    let figure = figure_with_table(session, heading, "h2", &chart, &table);
    let mut section = tag("div").class("section").child(figure);
    for words in left_out_words(&left_out, year) {
        section = section.child(tag("p").class("prose").words(words));
    }
    Some(section.html())
}

/// Which contracts are not drawn, and why.
fn left_out_words(left_out: &[LeftOut], year: Option<FinancialYear>) -> Vec<String> {
    let sentence = |of_other_year: bool| {
        let names: Vec<&str> =
            left_out.iter().filter(|one| one.of_other_year == of_other_year).map(|one| one.name.as_str()).collect();
        let shown = names.get(..MOST_NAMES.min(names.len())).unwrap_or_default().join("; ");
        let more = match names.len().saturating_sub(MOST_NAMES) {
            0 => String::new(),
            more => format!("; and {more} more"),
        };
        let why = match year.filter(|_| of_other_year) {
            Some(year) => format!("Not in these stages, because not for {year}"),
            None => "Not in these stages, because no amount is given or computed".to_owned(),
        };
        (!names.is_empty()).then(|| format!("{why}: {shown}{more}."))
    };
    [false, true].into_iter().filter_map(sentence).collect()
}

/// What there is to draw.
struct Found {
    amounts: Vec<StagedMoney>,
    /// The contracts that are not in it.
    left_out: Vec<LeftOut>,
}

/// A contract that is not drawn.
#[derive(Debug, PartialEq)]
struct LeftOut {
    name: String,
    /// It is for another year, or for none.
    of_other_year: bool,
}

fn found(plan: &Plan, outcome: &Outcome, year: Option<FinancialYear>) -> Found {
    let mut parts = parts_by_contract(outcome);
    let mut found = Found { amounts: Vec::new(), left_out: Vec::new() };
    for (id, contract) in plan.contracts.iter() {
        let of_contract = parts.remove(&id.index()).unwrap_or_default();
        let given: Vec<(u32, Decimal)> =
            of_contract.into_iter().filter_map(|(commissioner, value)| Some((commissioner, value.ok()?))).collect();
        let before = found.amounts.len();
        if contract.year() == year {
            found.add(plan, outcome, id, contract, &given);
        }
        if found.amounts.len() == before {
            found.left_out.push(LeftOut { name: contract.name().to_owned(), of_other_year: contract.year() != year });
        }
    }
    found
}

impl Found {
    fn add(
        &mut self,
        plan: &Plan,
        outcome: &Outcome,
        id: Id<Contract>,
        contract: Row<'_, Contract>,
        parts: &[(u32, Decimal)],
    ) {
        let organisation = |of: Id<_>| {
            let name = plan.organisations.get(of).map(|of| of.name().to_owned());
            MoneyPlace::of_row(of.index(), name.unwrap_or_default())
        };
        let here = MoneyPlace::of_row(id.index(), contract.name());
        let provider = organisation(contract.provider());
        let form = match contract.form() {
            Some(form) => MoneyPlace::of_row(form as u32, capitalised(&choice_words(form.word()))),
            None => MoneyPlace::not_placed("Form not given"),
        };
        let mut put = |payer: MoneyPlace, [to, how]: [&MoneyPlace; 2], amount: Decimal| {
            if !amount.is_zero() {
                self.amounts.push(StagedMoney { places: vec![payer, here.clone(), to.clone(), how.clone()], amount });
            }
        };
        let paid = [&provider, &form];
        if parts.is_empty() {
            let holder = contract.host().map(organisation);
            let holder = holder.unwrap_or_else(|| MoneyPlace::not_placed("Commissioner not given"));
            if let Some(amount) = whole(outcome, id, contract) {
                put(holder, paid, amount);
            }
            return;
        }
        let beyond = MoneyPlace::not_placed("Parts beyond the contract's value");
        // The whole against which the rules hold the parts; without one the parts are the whole.
        let mut left = contract.base().or(contract.value()).map(|given| Amount::pounds(given.get()));
        for (commissioner, part) in parts {
            let payer = organisation(Id::at(*commissioner));
            let within = left.map_or(*part, |left| (*part).min(left.max(Decimal::ZERO)));
            // These differences lie between numbers that the plan has: they cannot leave what a number can be.
            left = left.and_then(|left| subtract(left, within).ok());
            put(payer.clone(), paid, within);
            put(payer, [&beyond, &beyond], subtract(*part, within).unwrap_or_default());
        }
        put(MoneyPlace::not_placed("In no commissioner's part"), paid, left.unwrap_or_default());
    }
}

#[cfg(test)]
mod tests;

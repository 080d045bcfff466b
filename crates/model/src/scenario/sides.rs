//! The two sides of a contract: what the commissioner offers and what the provider asks for, line by line, and what each
//! would mean for both.

use crate::calculation::{FigureKey, format};
use crate::exchange::csv_cell;
use crate::outcome::Outcome;
use crate::plan::{BudgetLine, CellAddress, Contract, ContractLine, Id, LineState, Plan, ProviderFinance, Row, Table};
use crate::quantity::{Fixed, Total, Value};
use crate::rules::finance::{providers, resource_limit};
use std::collections::BTreeMap;

/// Whose amounts count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// The commissioner's offer.
    Offer,
    /// The provider's ask.
    Ask,
    /// What is settled; where nothing is, each side counts with its own amount.
    Settled,
}

/// A line of a contract, in pounds.
#[derive(Clone, Debug)]
pub struct LineOfBoth {
    /// The row.
    pub line: Id<ContractLine>,
    /// The contract.
    pub contract: Id<Contract>,
    /// What it is called.
    pub name: String,
    /// What is offered.
    pub offer: Option<Fixed>,
    /// What is asked for.
    pub ask: Option<Fixed>,
    /// What is asked for beyond the offer, as long as it is not settled.
    pub gap: Option<Fixed>,
    /// What is settled; nothing as long as nothing is.
    pub settled: Option<Fixed>,
    /// How far the two sides are.
    pub state: LineState,
}

/// What the lines of some contracts come to.
#[derive(Clone, Copy, Debug)]
pub struct Totals {
    /// All offers.
    pub offer: Value,
    /// All that is asked for.
    pub ask: Value,
    /// What the two sides are still apart.
    pub gap: Value,
    /// What is settled.
    pub settled: Value,
}

/// Every line about which the two sides negotiate, in the order of the plan.
///
/// ```
/// use one_plan_model::quantity::Fixed;
/// use one_plan_model::scenario::both_sides;
/// let plan = one_plan_model::example::plan(r#"
///     "organisations": [{"id": "t", "name": "Trust", "kind": "nhs-trust"}],
///     "contracts": [{"id": "c", "name": "C", "provider": "t"}],
///     "contract_lines": [
///         {"id": "growth", "name": "Growth", "contract": "c", "offer": "10.00", "ask": "15.01", "unit": "£", "state": "split"},
///         {"id": "drugs", "name": "Drugs", "contract": "c", "offer": "20", "ask": "26", "unit": "£"}
///     ]
/// "#);
/// let lines = both_sides(&plan);
/// // Half-way is £12.505; to the penny, half away from nothing.
/// assert_eq!(lines[0].settled, Some(Fixed::of_digits(1251, 2, 0)));
/// assert_eq!(lines[0].gap, Some(Fixed::ZERO));
/// assert_eq!((lines[1].settled, lines[1].gap), (None, Some(Fixed::whole(6))));
/// ```
pub fn both_sides(plan: &Plan) -> Vec<LineOfBoth> {
    plan.contract_lines.iter().map(|(id, row)| line(id, row)).collect()
}

fn line(id: Id<ContractLine>, row: Row<'_, ContractLine>) -> LineOfBoth {
    let offer = row.offer().map(|amount| amount.fixed());
    let ask = row.ask().map(|amount| amount.fixed());
    let state = row.state().unwrap_or(LineState::Open);
    let both = offer.zip(ask);
    let settled = match state {
        LineState::Agreed => row.agreed().map(|amount| amount.fixed()).or(offer),
        LineState::Split => both.map(|(offer, ask)| offer.plus(ask).over(Fixed::whole(2)).rounded(2)),
        LineState::Open | LineState::Escalated => None,
    };
    let gap = both.map(|(offer, ask)| if settled.is_some() { Fixed::ZERO } else { ask.minus(offer) });
    LineOfBoth { line: id, contract: row.contract(), name: row.name().to_owned(), offer, ask, gap, settled, state }
}

/// What some lines come to.
pub fn totals<'a>(lines: impl Iterator<Item = &'a LineOfBoth> + Clone) -> Totals {
    let sum = |of: fn(&LineOfBoth) -> Option<Fixed>| {
        let mut total = Total::default();
        lines.clone().filter_map(of).for_each(|amount| total.add_fixed(amount));
        total.finish()
    };
    Totals {
        offer: sum(|line| line.offer),
        ask: sum(|line| line.ask),
        gap: sum(|line| line.gap),
        settled: sum(|line| line.settled),
    }
}

/// The plan with the amounts of a position: the commissioner's line of the framework from which each is paid, and the
/// contract, turnover and surplus of the provider in the year of the contract, move by as much as the amount differs from
/// what the plan has for it. A line without `planned` moves nothing. Of what is not settled the commissioner plans its
/// offer and the provider its ask, so that the gap shows in both.
pub fn at_position(plan: &Plan, position: Position) -> Plan {
    let mut moved: BTreeMap<CellAddress, Fixed> = BTreeMap::new();
    let mut move_by = |cell: CellAddress, by: Fixed| {
        if let Some(before) = plan.number(cell) {
            let number = moved.entry(cell).or_insert(before);
            *number = number.plus(by);
        }
    };
    for of_both in both_sides(plan) {
        let Some(row) = plan.contract_lines.get(of_both.line) else { continue };
        let Some(planned) = row.planned().map(|amount| amount.fixed()) else { continue };
        let (paid, received) = match position {
            Position::Offer => (of_both.offer, of_both.offer),
            Position::Ask => (of_both.ask, of_both.ask),
            Position::Settled => (of_both.settled.or(of_both.offer), of_both.settled.or(of_both.ask)),
        };
        if let Some((line, paid)) = row.budget_line().zip(paid) {
            let gross = CellAddress::at(Table::BudgetLine, line.index(), BudgetLine::gross as u8);
            move_by(gross, paid.minus(planned));
        }
        if let Some((finance, received)) = finances_of(plan, of_both.contract).zip(received) {
            for column in [ProviderFinance::contract, ProviderFinance::turnover, ProviderFinance::surplus] {
                let cell = CellAddress::at(Table::ProviderFinance, finance, column as u8);
                move_by(cell, received.minus(planned));
            }
        }
    }
    plan.with_numbers(moved)
}

/// The row of the finances of the provider of a contract in its year.
fn finances_of(plan: &Plan, contract: Id<Contract>) -> Option<u32> {
    let contract = plan.contracts.get(contract)?;
    let rows = plan.provider_finances.iter().map(|(id, row)| (id.index(), row.organisation(), row.year()));
    let mut of_provider = rows.filter(|(_, organisation, _)| *organisation == contract.provider());
    of_provider.find(|(.., year)| contract.year().is_none_or(|of| of == *year)).map(|(row, ..)| row)
}

/// The figures in which the two frameworks show: those of the framework and of providers that are there.
pub fn frameworks(outcome: &Outcome) -> Vec<FigureKey> {
    let kinds = [
        &resource_limit::PLANNED_SURPLUS,
        &resource_limit::PLANNED_SURPLUS_OF,
        &providers::PROVIDER_SURPLUS,
        &providers::SURPLUS_AFTER,
    ];
    kinds.iter().flat_map(|kind| outcome.figures_of(kind)).map(|(figure, _)| figure).collect()
}

/// The record of the negotiation as comma-separated values, amounts in pounds: a line for each line of a contract, and one
/// for all of them.
pub fn negotiation_as_csv(plan: &Plan) -> String {
    let mut text = String::from("contract,line,planned,offer,ask,gap,state,settled,note\n");
    let lines = both_sides(plan);
    for line in &lines {
        let Some(row) = plan.contract_lines.get(line.line) else { continue };
        let contract = plan.title(Table::Contract, line.contract.index()).unwrap_or_default();
        let cells = [
            csv_cell(contract),
            csv_cell(&line.name),
            amount(row.planned().map(|amount| amount.fixed())),
            amount(line.offer),
            amount(line.ask),
            amount(line.gap),
            line.state.word().to_owned(),
            amount(line.settled),
            csv_cell(row.note().unwrap_or_default()),
        ];
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    let all = totals(lines.iter());
    let cells = [all.offer, all.ask, all.gap].map(written).join(",");
    text.push_str(&format!("all,,,{cells},,{},\n", written(all.settled)));
    text
}

fn amount(amount: Option<Fixed>) -> String {
    amount.map(|amount| written(amount.value())).unwrap_or_default()
}

fn written(value: Value) -> String {
    value.map_or_else(|fault| fault.short().to_owned(), |pounds| pounds.to_string())
}

/// The state of a line as a person reads it.
pub fn state_words(line: &LineOfBoth) -> String {
    match (line.state, line.settled) {
        (LineState::Agreed, Some(amount)) => format!("agreed at {}", format::money(amount.value())),
        (LineState::Split, Some(amount)) => format!("split at {}", format::money(amount.value())),
        (state, _) => state.word().to_owned(),
    }
}

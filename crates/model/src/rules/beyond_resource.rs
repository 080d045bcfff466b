//! What an organisation commits in a year beyond the resource that it has.
//!
//! * CR03: nobody can pay more than the resource limit. Against the limit of each organisation and year are held the
//!   contracts that it pays, which are its parts of those that are split, and whole those that it hosts, with its reserves; and
//!   each reserve, with the resource of which it is a part. Against a limit that names no organisation are held all contracts of the year.
//! * Most often it is a unit that is missed, or a year: contracts of £900m against a limit of £510k.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "organisations": [{"id": "n", "name": "North", "kind": "commissioning-group"},
//!                       {"id": "t", "name": "Trust", "kind": "nhs-trust"}],
//!     "resource_limits": [{"organisation": "n", "year": "2011/12", "limit": "500", "unit": "£000"}],
//!     "contracts": [{"id": "c", "name": "C", "provider": "t", "host": "n", "year": "2011/12", "form": "block",
//!                    "base": "300", "unit": "£m"}]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "more-than-the-limit"));
//! ```

use super::contracts::{DUE, PART};
use super::finance::reserves::RESERVE_AMOUNT;
use super::finance::resource_limit::{RESOURCE_LIMIT, RESOURCE_LIMIT_OF};
use crate::calculation::{Finding, Ledger, Number, NumberTotal, Unit, findings, format};
use crate::plan::{CellAddress, FinancialYear, Id, Reserve, Row, Table};
use crate::quantity::InOrder;
use crate::rules::folder::without_figures;
use std::collections::BTreeMap;

without_figures! {}

findings! {
    /// The contracts of an organisation, or a reserve, are more than its resource limit of the year.
    MORE_THAN_THE_LIMIT: warning(
        "more-than-the-limit",
        "Is the unit right, and the year? Correct the limit or the amount; where others pay a part of a contract, give the parts."
    )
}

/// An amount that an organisation pays in a year.
struct Paid {
    organisation: Option<u32>,
    year: u32,
    amount: Number,
    /// Where it stands: in each of the roles in which an organisation has one part of a contract.
    places: Vec<CellAddress>,
}

impl Paid {
    /// Nothing where nobody says in which year it is paid.
    fn of(organisation: Option<u32>, year: Option<FinancialYear>, amount: Number, place: CellAddress) -> Option<Self> {
        Some(Self { organisation, year: u32::from(year?.start()), amount, places: vec![place] })
    }
}

/// The rows of the limits, by organisation, where one is named, and year.
type Limits = BTreeMap<(Option<u32>, u32), u32>;

/// Reports contracts and reserves that are more than there is.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() || ledger.plan.resource_limits.is_empty() {
        return;
    }
    let given = ledger.plan.resource_limits.iter().filter(|(_, row)| row.limit().is_some());
    let limits = given
        .map(|(at, row)| ((row.organisation().map(|of| of.index()), u32::from(row.year().start())), at.index()))
        .collect();
    report_reserves(ledger, &limits);
    report_together(ledger, &limits);
}

fn report_together(ledger: &mut Ledger<'_>, limits: &Limits) {
    let mut paid = contracts(ledger);
    paid.extend(reserves(ledger));
    paid.order_by(|one, other| (one.year, one.organisation).cmp(&(other.year, other.organisation)));
    for of_year in paid.chunk_by(|one, other| one.year == other.year) {
        let Some(year) = of_year.first().map(|paid| paid.year) else { continue };
        let mut is_said = false;
        for of_one in of_year.chunk_by(|one, other| one.organisation == other.organisation) {
            if let Some(organisation) = of_one.first().and_then(|paid| paid.organisation) {
                is_said |= hold(ledger, limits, (Some(organisation), year), of_one);
            }
        }
        if !is_said {
            hold(ledger, limits, (None, year), of_year);
        }
    }
}

/// Holds contracts against a limit; whether they are more.
fn hold(ledger: &mut Ledger<'_>, limits: &Limits, of: (Option<u32>, u32), paid: &[Paid]) -> bool {
    let mut total = NumberTotal::default();
    paid.iter().for_each(|paid| total.add(&paid.amount));
    let places = paid.iter().flat_map(|paid| paid.places.iter().copied());
    let is_reserve = |paid: &Paid| paid.places.iter().any(|place| place.table == Table::Reserve);
    let reserves = paid.iter().filter(|paid| is_reserve(paid)).count();
    // One reserve alone is held against the limit by itself.
    if paid.len() == 1 && reserves == 1 {
        return false;
    }
    let what = match (paid.len() - reserves, reserves) {
        (1, 0) => "the contract is",
        (_, 0) => "the contracts are",
        (0, _) => "the reserves are",
        _ => "contracts and reserves are",
    };
    report(ledger, limits, of, (what, total.finish(), places.collect()))
}

/// Reports an amount that is more than the limit of an organisation, or of all, in a year; whether it is.
fn report(
    ledger: &mut Ledger<'_>,
    limits: &Limits,
    of: (Option<u32>, u32),
    (what, amount, places): (&str, Number, Vec<CellAddress>),
) -> bool {
    let plan = ledger.plan;
    let Some(row) = limits.get(&of).copied() else { return false };
    let limit = match of {
        (Some(organisation), year) => RESOURCE_LIMIT_OF.at([organisation, year]),
        (None, year) => RESOURCE_LIMIT.at([year]),
    };
    let Some(most) = ledger.find(limit) else { return false };
    if most.is_fault() || amount.is_fault() || !most.is_below(&amount) {
        return false;
    }
    let label = limit.label(plan);
    let (limited, paid) = (most.value(), amount.value());
    let (most, amount) = (format::money(limited), format::money(paid));
    ledger.report(|| {
        let message = format!("{label} is {most}, and {what} {amount}: nobody pays more than there is.");
        let finding = Finding::of(&MORE_THAN_THE_LIMIT, message).at(Table::ResourceLimit, row, "limit");
        finding.at_each(plan, places).figure(limit).between(paid, limited, Unit::Money).both_right()
    });
    true
}

/// What each commissioner pays of each contract: its part, or the whole of one that has no parts. What is meant is what is due
/// for the year, or else the base, or the value of the activity.
fn contracts(ledger: &Ledger<'_>) -> Vec<Paid> {
    let plan = ledger.plan;
    let mut is_split = vec![false; plan.contracts.len()];
    let mut paid: Vec<Paid> = Vec::new();
    // An organisation that has a part in two roles has one figure for both.
    let mut seen: BTreeMap<[u32; 2], usize> = BTreeMap::new();
    for (row, part) in plan.contract_parts.iter() {
        let Some(year) = plan.contracts.get(part.contract()).map(|contract| contract.year()) else { continue };
        is_split.get_mut(part.contract().position()).into_iter().for_each(|is| *is = true);
        let organisation = part.organisation().index();
        let subject = [part.contract().index(), organisation];
        let place = CellAddress { table: Table::ContractPart, row: row.index(), column: "contract" };
        if let Some(in_another_role) = seen.get(&subject).and_then(|at| paid.get_mut(*at)) {
            in_another_role.places.push(place);
        } else if let Some(amount) = ledger.figure(&PART, subject)
            && let Some(part) = Paid::of(Some(organisation), year, amount, place)
        {
            seen.insert(subject, paid.len());
            paid.push(part);
        }
    }
    for ((row, contract), is_split) in plan.contracts.iter().zip(is_split) {
        let given = contract.base().map(|base| ("base", base)).or(contract.value().map(|value| ("value", value)));
        if let Some((column, amount)) = given.filter(|_| !is_split) {
            let place = CellAddress { table: Table::Contract, row: row.index(), column };
            let host = contract.host().map(|host| host.index());
            let due = ledger.figure(&DUE, [row.index()]).filter(|due| !due.is_fault());
            paid.extend(Paid::of(host, contract.year(), due.unwrap_or_else(|| Number::cell(amount)), place));
        }
    }
    paid
}

/// The amounts of reserves, as the plan gives them or as they follow from the resource of which they are a part.
fn reserves(ledger: &Ledger<'_>) -> Vec<Paid> {
    let of_row = |(row, reserve): (Id<Reserve>, Row<'_, Reserve>)| {
        let column = if reserve.amount().is_some() { "amount" } else { "base" };
        let place = CellAddress { table: Table::Reserve, row: row.index(), column };
        let organisation = reserve.organisation().map(|of| of.index());
        let amount = ledger.figure(&RESERVE_AMOUNT, [row.index()])?;
        Paid::of(organisation, Some(reserve.year()), amount, place)
    };
    ledger.plan.reserves.iter().filter_map(of_row).collect()
}

/// Reserves, and the resource of which they are a part.
fn report_reserves(ledger: &mut Ledger<'_>, limits: &Limits) {
    let plan = ledger.plan;
    for (row, reserve) in plan.reserves.iter() {
        let of = (reserve.organisation().map(|of| of.index()), u32::from(reserve.year().start()));
        let given = [("base", "the resource of", reserve.base()), ("amount", "the reserve", reserve.amount())];
        for (column, what, amount) in given {
            let Some(amount) = amount.map(Number::cell) else { continue };
            let place = CellAddress { table: Table::Reserve, row: row.index(), column };
            let what = format!("{what} \"{}\" is", reserve.name());
            if report(ledger, limits, of, (&what, amount, vec![place])) {
                break;
            }
        }
    }
}

//! What does not hold in the delivery of savings.

use super::{DELIVERY_ALL, Delivery, RESERVE_ALL};
use crate::calculation::{Finding, Ledger, Unit, findings_of_part, format, year_of};
use crate::plan::{ReservePurpose, Table};
use crate::quantity::{Fixed, InOrder, absolute};
use crate::rules::common_findings::{NOT_IN_THE_TOTAL, YEAR_MISSING};
use crate::rules::whole_and_parts::Organisations;

findings_of_part! {
    /// What organisations say a reserve lowers their requirement by is not what the reserves say is used for it.
    RESERVE_USE_DIFFERS: warning("reserve-use-differs", "Correct one of the two: it is the same money.")
}

/// Reports what does not hold.
pub(super) fn run(ledger: &mut Ledger<'_>, tree: &Organisations, rows: &[Delivery]) {
    if !ledger.wants_findings() {
        return;
    }
    report_without_outturn(ledger, tree, rows);
    report_missing_years(ledger, rows);
    report_reserve(ledger);
}

fn year(year: u32) -> String {
    year_of(year).map(|year| year.to_string()).unwrap_or_default()
}

fn name(ledger: &Ledger<'_>, row: &Delivery) -> String {
    ledger.plan.title(Table::Organisation, row.organisation).unwrap_or_default().to_owned()
}

/// Who gives no outturn while others of the year do.
fn report_without_outturn(ledger: &mut Ledger<'_>, tree: &Organisations, rows: &[Delivery]) {
    let mut by_year: Vec<Delivery> = rows.to_vec();
    by_year.order_by_key(|row| row.year);
    for of_year in by_year.chunk_by(|left, right| left.year == right.year) {
        let with: Vec<bool> = of_year.iter().map(|row| row.outturn.is_some()).collect();
        if !with.contains(&true) {
            continue;
        }
        let organisations: Vec<Option<u32>> = of_year.iter().map(|row| Some(row.organisation)).collect();
        for row in tree.not_among(&organisations, &with).into_iter().filter_map(|at| of_year.get(at)) {
            let key = DELIVERY_ALL.at([row.year]);
            let (who, label) = (name(ledger, row), key.label(ledger.plan));
            ledger.report(|| {
                Finding::of(
                    &NOT_IN_THE_TOTAL,
                    format!(
                        "{who}, {}: a requirement is given and no outturn: it is not part of \"{label}\", which is that of \
                         the others.",
                        year(row.year)
                    ),
                )
                .at(Table::SavingsDelivery, row.row, "outturn")
                .figure(key)
                .advise("Give the outturn, so that the total is that of all.")
            });
        }
    }
}

/// A year of which an organisation says nothing between years of which it does.
fn report_missing_years(ledger: &mut Ledger<'_>, rows: &[Delivery]) {
    for (before, row) in rows.iter().zip(rows.iter().skip(1)) {
        if before.organisation != row.organisation || row.year <= before.year + 1 {
            continue;
        }
        let who = name(ledger, row);
        let carried = if before.outturn.is_some() { "what was short is carried on" } else { "nothing is carried on" };
        ledger.report(|| {
            Finding::of(
                &YEAR_MISSING,
                format!(
                    "{who}: savings are given for {} and {}, and for no year between: {carried}.",
                    year(before.year),
                    year(row.year)
                ),
            )
            .at(Table::SavingsDelivery, row.row, "year")
            .at(Table::SavingsDelivery, before.row, "year")
        });
    }
}

/// A reserve that is used to lower what is required, said by the organisations and by the reserve.
fn report_reserve(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut uses: Vec<(u32, Fixed, Fixed, u32)> = Vec::new();
    for (at, used) in plan.reserve_uses.iter() {
        let of = plan.reserves.get(used.reserve()).map(|reserve| u32::from(reserve.year().start()));
        if let (Some(of), Some(amount), Some(ReservePurpose::LowerRequirement)) = (of, used.amount(), used.purpose()) {
            uses.push((of, amount.fixed(), amount.half_unit(), at.index()));
        }
    }
    uses.order_by_key(|(of, ..)| *of);
    let mut half_units: Vec<(u32, Fixed)> = Vec::new();
    for (_, row) in plan.savings_delivery.iter() {
        if let Some(reserve) = row.reserve() {
            half_units.push((u32::from(row.year().start()), reserve.half_unit()));
        }
    }
    half_units.order_by_key(|(of, _)| *of);
    for same in uses.chunk_by(|left, right| left.0 == right.0) {
        let Some((of, ..)) = same.first().copied() else { continue };
        let Some(said) = ledger.figure(&RESERVE_ALL, [of]) else { continue };
        let used = same.iter().fold(Fixed::ZERO, |sum, (_, amount, ..)| sum.plus(*amount));
        let from = half_units.partition_point(|(year, _)| *year < of);
        let said_halves = half_units.iter().skip(from).take_while(|(year, _)| *year == of).map(|(_, half)| *half);
        let half_unit = same.iter().map(|(_, _, half, _)| *half).chain(said_halves).fold(Fixed::ZERO, Fixed::plus);
        let Ok(apart) = said.shown().minus(used).value() else { continue };
        if !half_unit.is_below(Fixed::from(absolute(apart))) {
            continue;
        }
        let key = RESERVE_ALL.at([of]);
        let label = key.label(plan);
        ledger.report(|| {
            Finding::of(
                &RESERVE_USE_DIFFERS,
                format!(
                    "\"{label}\" is {}, and the reserves of the year give {} for it.",
                    format::money(said.shown().value()),
                    format::money(used.value())
                ),
            )
            .at_rows(plan, Table::ReserveUse, same.iter().map(|(.., row)| *row), "amount")
            .figure(key)
            .apart(apart, Unit::Money)
        });
    }
}

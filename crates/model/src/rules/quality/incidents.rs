//! How many incidents there were: each counts once, also where the plan gives a total beside its organisations. Where
//! they are given by months, no month between the first and the last is missing.

use super::kinds::{INCIDENT_CLASSES, INCIDENTS};
use crate::calculation::{FigureIndex, Finding, Ledger, Number, findings_of_part, summed};
use crate::plan::{CellAddress, FinancialYear, Incident, NumberCell, Row, Table};
use crate::quantity::{Count, Fixed, InOrder, Month};
use crate::rules::months_given::{MonthsOfYear, TWELVE, missing_finding};
use crate::rules::whole_and_parts::Organisations;

findings_of_part! {
    /// Two rows count incidents of one organisation, kind, class and month, and nothing says in what they differ.
    INCIDENTS_GIVEN_TWICE: warning(
        "incidents-given-twice",
        "Take one of them out, or say in the note in what they differ: both count."
    )
}

/// Rows about the same month that both count more than one incident, or another number than the other: a list of single
/// incidents has a row for each.
fn report_twice(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let about = |row: Row<'_, Incident>| {
        (
            row.organisation().map(|of| of.index()),
            row.kind().map(|of| of as u32),
            row.class().map(|of| of as u32),
            row.month(),
        )
    };
    let is_count = |row: &Row<'_, Incident>| {
        row.note().is_none() && row.kind().is_some() && row.month().is_some() && row.number().is_some()
    };
    let mut rows: Vec<_> = plan.incidents.iter().filter(|(_, row)| is_count(row)).collect();
    rows.order_by_key(|(at, row)| (about(*row), at.index()));
    for same in rows.chunk_by(|left, right| about(left.1) == about(right.1)) {
        let is_many = |row: &Row<'_, Incident>| row.number().is_some_and(|number| Fixed::ONE.is_below(number.fixed()));
        let Some((first, _)) = same.first().filter(|_| same.len() > 1 && same.iter().any(|(_, row)| is_many(row)))
        else {
            continue;
        };
        let row = first.index();
        let organisation = plan.incidents.get(*first).and_then(|row| row.organisation());
        let who =
            organisation.and_then(|of| plan.title(Table::Organisation, of.index())).unwrap_or("all organisations");
        let written = ["kind", "class", "month"].map(|column| plan.written_cell(Table::Incident, row, column));
        let about: Vec<String> = written.into_iter().flatten().map(|word| word.replace('-', " ")).collect();
        let message = format!("{} rows count the same incidents of {who}: {}.", same.len(), about.join(", "));
        let cells =
            same.iter().map(|(at, _)| CellAddress { table: Table::Incident, row: at.index(), column: "number" });
        ledger.report(|| Finding::of(&INCIDENTS_GIVEN_TWICE, message).at_cells(cells));
    }
}

/// Publishes the incidents of each kind, and of each kind and class.
pub(super) fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let about = |row: Row<'_, Incident>| (row.kind().map(|of| of as u32), row.class().map(|of| of as u32), row.month());
    let rows = plan.incidents.iter().filter_map(|(at, row)| {
        let organisation = row.organisation().map(|of| of.index());
        Some((about(row), at.index(), organisation, row.number()?))
    });
    let mut rows: Vec<(_, u32, Option<u32>, NumberCell<Count>)> = rows.collect();
    rows.order_by_key(|row| (row.0, row.1));
    let tree = Organisations::of(plan);
    let (mut kinds, mut classes) = (Vec::new(), Vec::new());
    for same in rows.chunk_by(|left, right| left.0 == right.0) {
        let organisations: Vec<Option<u32>> = same.iter().map(|(_, _, of, _)| *of).collect();
        let above = tree.above(&organisations);
        for (((kind, class, _), _, _, number), _) in same.iter().zip(above).filter(|(_, above)| above.is_none()) {
            let Some(kind) = *kind else { continue };
            kinds.push((FigureIndex::new([kind]), Number::cell(*number)));
            if let Some(class) = *class {
                classes.push((FigureIndex::new([kind, class]), Number::cell(*number)));
            }
        }
    }
    let has = |index: FigureIndex| kinds.iter().any(|(of, _)| *of == index);
    for (at, row) in plan.incidents.iter().filter(|(_, row)| row.number().is_none()) {
        let Some(kind) = row.kind().map(|of| of as u32) else { continue };
        let cell = CellAddress { table: Table::Incident, row: at.index(), column: "number" };
        if has(FigureIndex::new([kind])) {
            ledger.is_not_added(cell);
        }
        ledger.lacks(INCIDENTS.at([kind]), cell);
        if let Some(class) = row.class().map(|of| of as u32) {
            ledger.lacks(INCIDENT_CLASSES.at([kind, class]), cell);
        }
    }
    ledger.add(summed(&INCIDENTS, kinds));
    ledger.add(summed(&INCIDENT_CLASSES, classes));
    if ledger.wants_findings() {
        report_missing_months(ledger);
        report_twice(ledger);
    }
}

/// Months without a row between months with one, for each kind, class and organisation. Where nothing is given for a year
/// or longer, what follows begins anew.
fn report_missing_months(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let rows = plan.incidents.iter().filter_map(|(at, row)| {
        let about = (row.kind().map(|of| of as u32), row.class().map(|of| of as u32));
        Some((about, row.organisation().map(|of| of.index()), row.month()?, at.index()))
    });
    let mut rows: Vec<(_, Option<u32>, Month, u32)> = rows.collect();
    rows.order_by_key(|row| (row.0, row.1, row.2));
    for same in rows.chunk_by(|left, right| (left.0, left.1) == (right.0, right.1)) {
        let Some(((kind, class), organisation, ..)) = same.first().copied() else { continue };
        let Some(kind) = kind else { continue };
        let mut missing: Vec<(FinancialYear, MonthsOfYear, u32)> = Vec::new();
        for ((_, _, before, _), (_, _, after, row)) in same.iter().zip(same.iter().skip(1)) {
            let apart = after.months_after(*before);
            for later in (1..apart).filter(|_| u32::try_from(apart).is_ok_and(|apart| apart <= TWELVE)) {
                let month = before.later(later);
                let Some(year) = month.financial_year() else { continue };
                match missing.last_mut().filter(|(of, ..)| *of == year) {
                    Some((_, months, _)) => *months = months.with(year, month),
                    None => missing.push((year, MonthsOfYear::default().with(year, month), *row)),
                }
            }
        }
        let key = class.map_or_else(|| INCIDENTS.at([kind]), |class| INCIDENT_CLASSES.at([kind, class]));
        for (year, months, row) in missing {
            let of = organisation.and_then(|of| plan.title(Table::Organisation, of));
            let about = of.map_or_else(|| key.label(plan), |of| format!("{}, {of}", key.label(plan)));
            let cell = CellAddress { table: Table::Incident, row, column: "month" };
            ledger.report(|| {
                missing_finding(&about, months, year, "how many there were is without them").at_cells([cell])
            });
        }
    }
}

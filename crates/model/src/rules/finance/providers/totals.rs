//! What all providers, and the commissioner beside them, give together.

use super::{CONTRACTS, IMPROVEMENT_FORECAST_ALL, IMPROVEMENT_NEXT_ALL, IMPROVEMENT_PLAN_ALL, UNDER_OVER};
use crate::calculation::{FigureKind, Finding, Ledger, Number, year_of};
use crate::plan::{Id, NumberCell, ProviderFinance, Row, Table};
use crate::quantity::{Amount, InOrder};
use crate::rules::common_findings::NOT_IN_THE_TOTAL;
use crate::rules::whole_and_parts::{Given, Organisations, by_year};

type Column = fn(Row<'_, ProviderFinance>) -> Option<NumberCell<Amount>>;

/// The totals, each with what it is called, and the column that it adds up.
const TOTALS: &[(&FigureKind, &str, Column)] = &[
    (&CONTRACTS, "contracts", |row| row.contract()),
    (&UNDER_OVER, "performance against contract", |row| row.under_over()),
    (&IMPROVEMENT_PLAN_ALL, "planned cost improvement", |row| row.improvement_plan()),
    (&IMPROVEMENT_FORECAST_ALL, "forecast cost improvement", |row| row.improvement_forecast()),
    (&IMPROVEMENT_NEXT_ALL, "next year's cost improvement", |row| row.improvement_next_year()),
];

/// Publishes the totals, and reports who gives a plan and nothing to compare it with where others do.
pub(super) fn run(ledger: &mut Ledger<'_>) {
    if ledger.plan.provider_finances.is_empty() {
        return;
    }
    let tree = Organisations::of(ledger.plan);
    for (kind, what, column) in TOTALS {
        for (year, rows) in by_year(given(ledger, *column)) {
            let of = year_of(year).map(|year| year.to_string()).unwrap_or_default();
            let total = tree.total(ledger, &format!("{what} of {of}"), &rows);
            ledger.publish(kind, [year], total);
        }
    }
    report_halves(
        ledger,
        &tree,
        [|row| row.improvement_plan(), |row| row.improvement_forecast()],
        (&IMPROVEMENT_FORECAST_ALL, "a planned cost improvement is given and no forecast", "improvement_forecast"),
    );
    report_halves(
        ledger,
        &tree,
        [|row| row.contract(), |row| row.under_over()],
        (&UNDER_OVER, "a contract is given and no performance against it", "under_over"),
    );
}

fn given(ledger: &Ledger<'_>, column: Column) -> Vec<(u32, Given)> {
    let rows = ledger.plan.provider_finances.iter();
    rows.filter_map(|(_, row)| {
        let cell = column(row)?;
        let organisation = Some(row.organisation().index());
        let (amount, half_unit, place) = (Number::cell(cell), cell.half_unit(), cell.address());
        Some((u32::from(row.year().start()), Given { organisation, amount, half_unit, place }))
    })
    .collect()
}

/// Who gives the first and not the second, where others of the year give both.
fn report_halves(
    ledger: &mut Ledger<'_>,
    tree: &Organisations,
    [first, second]: [Column; 2],
    (kind, says, column): (&'static FigureKind, &'static str, &'static str),
) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    let rows = plan.provider_finances.iter().filter(|(_, row)| first(*row).is_some());
    let mut rows: Vec<(u32, u32, Id<ProviderFinance>, bool)> = rows
        .map(|(at, row)| (u32::from(row.year().start()), row.organisation().index(), at, second(row).is_some()))
        .collect();
    rows.order_by_key(|(year, organisation, ..)| (*year, *organisation));
    for of_year in rows.chunk_by(|left, right| left.0 == right.0) {
        let with: Vec<bool> = of_year.iter().map(|(.., has)| *has).collect();
        if !with.contains(&true) {
            continue;
        }
        let organisations: Vec<Option<u32>> = of_year.iter().map(|(_, of, ..)| Some(*of)).collect();
        for (year, of, at, _) in tree.not_among(&organisations, &with).into_iter().filter_map(|at| of_year.get(at)) {
            let key = kind.at([*year]);
            let who = plan.title(Table::Organisation, *of).unwrap_or_default();
            let year = year_of(*year).map(|year| year.to_string()).unwrap_or_default();
            let message = format!("{who}, {year}: {says}: it is not part of \"{}\".", key.label(plan));
            ledger.report(|| {
                Finding::of(&NOT_IN_THE_TOTAL, message)
                    .at(Table::ProviderFinance, at.index(), column)
                    .figure(key)
                    .advise("Give both, so that the two totals are those of the same organisations.")
            });
        }
    }
}

//! Values of an indicator that is measured in per cent: none of them lies below 0 or above 100.

use super::ACHIEVED;
use super::parts::Parts;
use crate::calculation::{Finding, Ledger, findings_of_part, format};
use crate::plan::{CquinIndicator, Id, NumberCell, Table};
use crate::quantity::{Decimal, whole};

findings_of_part! {
    /// A value of a CQUIN indicator that is measured in % is below 0 or above 100.
    BEYOND_PER_CENT: error(
        "cquin-value-beyond-per-cent",
        "Correct the value, or what the indicator is measured in."
    )
}

/// Whether the words for what an indicator is measured in mean per cent.
pub fn is_per_cent(measured_in: &str) -> bool {
    let words = measured_in.trim();
    ["%", "per cent", "percent", "percentage"].iter().any(|word| words.eq_ignore_ascii_case(word))
}

/// Every value that cannot be: of the indicator, of its bands and of its milestones.
pub(super) fn report(ledger: &mut Ledger<'_>, parts: &Parts<'_>) {
    for ((row, indicator), parts) in ledger.plan.cquin_indicators.iter().zip(&parts.of) {
        if !indicator.measured_in().is_some_and(is_per_cent) {
            continue;
        }
        let mut of = |table, at, column, cell: Option<NumberCell<Decimal>>| {
            if let Some(cell) = cell.filter(|cell| is_beyond(cell.get())) {
                report_cell(ledger, row, (table, at, column), (indicator.name(), cell.get()));
            }
        };
        let table = Table::CquinIndicator;
        of(table, row.index(), "threshold", indicator.threshold());
        of(table, row.index(), "minimum", indicator.minimum());
        of(table, row.index(), "maximum", indicator.maximum());
        of(table, row.index(), "achieved", indicator.achieved());
        for (band, at) in parts.bands.iter().zip(&parts.band_rows) {
            of(Table::CquinBand, *at, "threshold", Some(band.threshold()));
        }
        for (milestone, at) in parts.milestones.iter().zip(&parts.milestone_rows) {
            of(Table::CquinMilestone, *at, "threshold", milestone.threshold());
            of(Table::CquinMilestone, *at, "achieved", milestone.achieved());
        }
    }
}

fn is_beyond(value: Decimal) -> bool {
    value < Decimal::ZERO || value > whole(100)
}

fn report_cell(
    ledger: &mut Ledger<'_>,
    indicator: Id<CquinIndicator>,
    (table, row, column): (Table, u32, &'static str),
    (name, value): (&str, Decimal),
) {
    ledger.report(|| {
        let shown = format::number(Ok(value));
        let what = in_words(table, column);
        let words = format!("\"{name}\" is measured in %, but {what} is {shown}: no share is below 0 or above 100%.");
        Finding::of(&BEYOND_PER_CENT, words).at(table, row, column).figure(ACHIEVED.at([indicator.index()]))
    });
}

/// What stands in a column, in words.
fn in_words(table: Table, column: &str) -> &'static str {
    match (table, column) {
        (_, "achieved") => "what was achieved",
        (_, "minimum") => "the value at which it begins to pay",
        (_, "maximum") => "the value at which it pays in full",
        (Table::CquinBand, _) => "the value from which a band is reached",
        _ => "the value at which it is paid",
    }
}

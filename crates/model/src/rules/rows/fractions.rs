//! Values in per cent of which one is given as a fraction: a target of 90 beside 0.95 that was achieved.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "measures": [{"id": "seen", "name": "Seen in time", "counted_in": "%", "direction": "higher", "target": "90", "actual": "0.95"}]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "share-unit-in-doubt"));
//! ```

use super::unusual::SHARE_UNIT_IN_DOUBT;
use crate::calculation::{CellAddress, Finding, Ledger, format};
use crate::plan::{Plan, Table};
use crate::quantity::{Decimal, InOrder, whole};
use crate::rules::cquin::is_per_cent;
use crate::rules::folder::without_figures;

without_figures! {}

/// The largest value from which on one below 1 is hardly a share of the same kind: half a per cent is held against few.
const MANY_PER_CENT: i64 = 20;

/// The columns of a table whose values are in what its rows are measured in.
const OF_INDICATORS: &[&str] = &["threshold", "minimum", "maximum", "achieved"];
const OF_MEASURES: &[&str] = &["baseline", "target", "expected_from", "expected_to", "actual"];

/// Reports values that are given as a fraction beside others in per cent.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.as_written;
    let bands = plan.cquin_bands.iter().map(|(row, band)| (band.indicator().index(), row.index()));
    let mut bands: Vec<(u32, u32)> = bands.collect();
    bands.order_by(Ord::cmp);
    for (row, indicator) in plan.cquin_indicators.iter() {
        if indicator.measured_in().is_some_and(is_per_cent) {
            report(ledger, &of_indicator(plan, row.index(), &bands));
        }
    }
    for (row, measure) in plan.measures.iter() {
        if measure.counted_in().is_some_and(begins_with_per_cent) {
            report(ledger, &of_row(plan, Table::Measure, row.index(), OF_MEASURES));
        }
    }
}

/// "% of patients" is per cent too.
fn begins_with_per_cent(words: &str) -> bool {
    words.trim_start().starts_with('%') || is_per_cent(words)
}

type Values = Vec<(CellAddress, Decimal)>;

fn of_row(plan: &Plan, table: Table, row: u32, columns: &[&'static str]) -> Values {
    let cells = columns.iter().map(|column| CellAddress { table, row, column });
    cells.filter_map(|cell| Some((cell, plan.number(cell)?.value().ok()?))).collect()
}

/// The values of an indicator and of its bands. A milestone may be one that is only done or not done.
fn of_indicator(plan: &Plan, indicator: u32, bands: &[(u32, u32)]) -> Values {
    let mut values = of_row(plan, Table::CquinIndicator, indicator, OF_INDICATORS);
    let first = bands.partition_point(|(of, _)| *of < indicator);
    for (_, band) in bands.iter().skip(first).take_while(|(of, _)| *of == indicator) {
        values.extend(of_row(plan, Table::CquinBand, *band, &["threshold"]));
    }
    values
}

fn report(ledger: &mut Ledger<'_>, values: &[(CellAddress, Decimal)]) {
    let is_fraction = |value: Decimal| Decimal::ZERO < value && value < Decimal::ONE;
    let most = values.iter().map(|(_, value)| *value).max();
    let Some(most) = most.filter(|most| *most >= whole(MANY_PER_CENT)) else { return };
    for (cell, value) in values.iter().filter(|(_, value)| is_fraction(*value)) {
        let message = format!(
            "{}: {} is {}, and beside it stands {}, both in %. Is the unit right?",
            ledger.as_written.row_words(cell.table, cell.row),
            cell.column.replace('_', " "),
            format::number(Ok(*value)),
            format::number(Ok(most))
        );
        ledger.report(|| Finding::of(&SHARE_UNIT_IN_DOUBT, message).at_cells([*cell]));
    }
}

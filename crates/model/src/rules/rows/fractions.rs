//! Values in per cent of which one is given as a fraction, or lacks its point: a target of 90 beside 0.95 or 950 that was
//! achieved.
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
use crate::quantity::{Decimal, InOrder, multiply, whole};
use crate::rules::cquin::is_per_cent;
use crate::rules::folder::without_figures;

without_figures! {}

/// The largest value from which on one below 1 is hardly a share of the same kind: half a per cent is held against few.
const MANY_PER_CENT: i64 = 20;

/// How many times another a value over 100 per cent may be: a rate of growth or of the plan is no part of a whole.
const TIMES: i64 = 5;

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
        if let Some(says) = in_per_cent(indicator.measured_in()) {
            let values = of_indicator(plan, row.index(), &bands);
            report(ledger, &values, says);
            // Where nothing else is said than that it is per cent, what is over 100 is an error of its own.
            if !indicator.measured_in().is_some_and(is_per_cent) {
                report_beyond(ledger, &values, says);
            }
        }
    }
    for (row, milestone) in plan.cquin_milestones.iter() {
        let indicator = plan.cquin_indicators.get(milestone.indicator());
        if let Some(says) = in_per_cent(indicator.and_then(|indicator| indicator.measured_in())) {
            report(ledger, &of_row(plan, Table::CquinMilestone, row.index(), &["threshold", "achieved"]), says);
        }
    }
    for (row, measure) in plan.measures.iter() {
        if let Some(says) = in_per_cent(measure.counted_in()) {
            let values = of_row(plan, Table::Measure, row.index(), OF_MEASURES);
            report(ledger, &values, says);
            report_beyond(ledger, &values, says);
        }
    }
}

/// What to say of values that are in per cent, or where nobody says in what they are: "% of patients" and "proportion" are
/// per cent too. Nothing where they are in something else.
fn in_per_cent(words: Option<&str>) -> Option<&'static str> {
    let Some(words) = words else { return Some("") };
    let words = words.trim().to_ascii_lowercase();
    let begins = ["%", "per cent", "percent", "proportion", "share"].iter().any(|word| words.starts_with(word));
    begins.then_some(", both in %")
}

type Values = Vec<(CellAddress, Decimal)>;

fn of_row(plan: &Plan, table: Table, row: u32, columns: &[&'static str]) -> Values {
    let cells = columns.iter().map(|column| CellAddress { table, row, column });
    cells.filter_map(|cell| Some((cell, plan.number(cell)?.value().ok()?))).collect()
}

/// The values of an indicator and of its bands. Its milestones are looked at one by one: one may be only done or not done.
fn of_indicator(plan: &Plan, indicator: u32, bands: &[(u32, u32)]) -> Values {
    let mut values = of_row(plan, Table::CquinIndicator, indicator, OF_INDICATORS);
    let first = bands.partition_point(|(of, _)| *of < indicator);
    for (_, band) in bands.iter().skip(first).take_while(|(of, _)| *of == indicator) {
        values.extend(of_row(plan, Table::CquinBand, *band, &["threshold"]));
    }
    values
}

fn report(ledger: &mut Ledger<'_>, values: &[(CellAddress, Decimal)], says: &str) {
    let is_fraction = |value: Decimal| Decimal::ZERO < value && value < Decimal::ONE;
    let most = values.iter().map(|(_, value)| *value).max();
    // Where nobody says that it is a share, more than 100 says that it is none.
    let may_be_share = |most: &Decimal| whole(MANY_PER_CENT) <= *most && (!says.is_empty() || *most <= whole(100));
    let Some(most) = most.filter(may_be_share) else { return };
    for (cell, value) in values.iter().filter(|(_, value)| is_fraction(*value)) {
        report_value(ledger, *cell, [*value, most], says);
    }
}

/// Reports values over 100 of what is said to be a share, that are many times another beside them.
fn report_beyond(ledger: &mut Ledger<'_>, values: &[(CellAddress, Decimal)], says: &str) {
    // A fraction is asked about by itself.
    let others = values.iter().map(|(_, value)| *value).filter(|value| Decimal::ONE <= *value);
    let Some(least) = others.min().filter(|_| !says.is_empty()) else { return };
    let Ok(limit) = multiply(least, whole(TIMES)) else { return };
    for (cell, value) in values.iter().filter(|(_, value)| whole(100) < *value && limit <= *value) {
        report_value(ledger, *cell, [*value, least], says);
    }
}

fn report_value(ledger: &mut Ledger<'_>, cell: CellAddress, [value, other]: [Decimal; 2], says: &str) {
    let message = format!(
        "{}: {} is {}, and beside it stands {}{says}. Is the unit right?",
        ledger.as_written.row_words(cell.table, cell.row),
        cell.column.replace('_', " "),
        format::number(Ok(value)),
        format::number(Ok(other))
    );
    ledger.report(|| Finding::of(&SHARE_UNIT_IN_DOUBT, message).at_cells([cell]));
}

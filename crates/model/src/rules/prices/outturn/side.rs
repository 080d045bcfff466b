//! Activity or cost of the months, each with the figures that stand on it.

use crate::calculation::{FigureKind, Number};
use crate::plan::{BaselineActivity, FinancialYear, Id, MonthlyActivity, Row};
use crate::quantity::Fixed;
use crate::rules::months_given::MonthsOfYear;

/// Activity or cost: the column, and the figures that stand on it.
pub(super) struct Side {
    pub(super) column: &'static str,
    pub(super) cell: fn(Row<'_, MonthlyActivity>) -> Option<(Number, Fixed)>,
    pub(super) to_date: &'static FigureKind,
    pub(super) of_year: &'static FigureKind,
    pub(super) of_provider: &'static FigureKind,
    pub(super) difference: &'static FigureKind,
    /// How far the forecast may lie from the year, in a place and at a provider.
    pub(super) reach: [&'static FigureKind; 2],
    /// Whether it is counted in whole cases.
    pub(super) in_cases: bool,
    /// Whether a line of the baseline gives it.
    pub(super) has_baseline: fn(Row<'_, BaselineActivity>) -> bool,
}

/// Rows of months.
pub(super) type Months<'a, 'b> = &'b [(Id<MonthlyActivity>, Row<'a, MonthlyActivity>)];

/// The setting and the kind of activity of a month.
pub(super) fn place(row: Row<'_, MonthlyActivity>) -> [u32; 2] {
    [row.setting().index(), row.point_of_delivery().index()]
}

/// The months of some rows.
pub(super) fn months_of(year: FinancialYear, rows: Months<'_, '_>) -> MonthsOfYear {
    rows.iter().fold(MonthsOfYear::default(), |months, (_, row)| {
        months.or(if is_cumulative(*row) {
            MonthsOfYear::through(year, row.month())
        } else {
            MonthsOfYear::default().with(year, row.month())
        })
    })
}

/// Whether a row holds what the year has brought up to its month.
pub(super) fn is_cumulative(row: Row<'_, MonthlyActivity>) -> bool {
    row.cumulative() == Some(true)
}

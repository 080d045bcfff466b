//! The headings of a tracker, and how much is known of them.

use super::tracker_column::{LeftAlone, TrackerColumn};
use crate::headings::Field;

/// How many columns must be known before a sheet is a tracker.
const FEWEST_KNOWN: usize = 3;
/// How many columns of months say by themselves that a sheet is a tracker.
const MONTHS_OF_A_TRACKER: usize = 3;

/// The rows in which the headings of a tracker stand: one, or two of which the upper is over several columns.
#[derive(Clone, Debug)]
pub struct TrackerHeader {
    /// The row, the lower of two, counted from zero.
    pub row: u32,
    /// The first row of cells below it.
    pub first_row: u32,
    /// The columns with a heading, in the order of the sheet.
    pub columns: Vec<TrackerColumn>,
}

impl TrackerHeader {
    /// The headings where the rows are schemes: of which division or cost centre a scheme is, is no line. It is the programme
    /// where no other column is, and else it has no place in a plan.
    pub(crate) fn of_schemes(mut self) -> Self {
        let mut has_programme = self.has(Field::Programme);
        let is_line =
            |column: &&mut TrackerColumn| Field::Line == column.field.or(column.repeats).unwrap_or(Field::Name);
        for column in self.columns.iter_mut().filter(is_line) {
            column.field = (!std::mem::replace(&mut has_programme, true)).then_some(Field::Programme);
            (column.repeats, column.is_part) = (None, true);
        }
        self
    }

    /// How many columns are known; an amount of a further year is.
    pub fn known(&self) -> usize {
        let is_known = |column: &&TrackerColumn| {
            column.field.is_some_and(|field| !field.is_of_any_row())
                || column.amount().and(column.year).is_some()
                || matches!(
                    column.left,
                    Some(LeftAlone::CountsSchemes | LeftAlone::NumbersForNames | LeftAlone::NumberOfMonth)
                )
        };
        self.columns.iter().filter(is_known).count()
    }

    /// Whether so much is known that these are the headings of a tracker, whatever stands beside it.
    pub(crate) fn is_enough_known(&self) -> bool {
        self.known() >= FEWEST_KNOWN
    }

    /// Whether it follows schemes month by month, or to date, as no table of a plan does beside their names.
    pub fn is_certain(&self) -> bool {
        let months = self.columns.iter().filter(|column| matches!(column.field, Some(Field::Month(..)))).count();
        let to_date = self.has(Field::PlanToDate) && self.has(Field::ActualToDate);
        months >= MONTHS_OF_A_TRACKER
            || to_date
            || self.columns.iter().any(|column| column.is_said && column.field.is_some())
    }

    /// Whether a column is that of a month.
    pub fn has_months(&self) -> bool {
        self.columns.iter().any(|column| matches!(column.field, Some(Field::Month(..))))
    }

    /// Whether a field has a column.
    pub fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<&TrackerColumn> {
        self.columns.iter().find(|column| column.field == Some(field))
    }

    /// Whether schemes can be told apart, and an amount is known.
    pub fn is_tracker(&self) -> bool {
        let is_named = self.columns.iter().filter_map(|column| column.field).any(Field::is_of_naming);
        is_named && self.columns.iter().filter_map(|column| column.field).any(Field::is_money)
    }
}

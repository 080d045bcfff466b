//! Sheets that are called closed. A scheme is closed when it has delivered, or when it was given up: what has come of its schemes
//! says which.

use super::sheets_set_aside::FoundBefore;
use super::why_aside::WhyAside;
use crate::cells::{key_of, number_in};
use crate::headings::{Field, MonthKind};
use crate::recognise::recognised::Recognised;
use crate::tracker::Reading;
use one_plan_model::plan::Table;

impl WhyAside {
    /// What a sheet is that is called closed, now that it is read.
    pub(super) fn of_closed(&self, found: &Recognised, before: FoundBefore) -> Self {
        if *self != Self::Closed {
            return self.clone();
        }
        let tables = found.tables.get(before.tables..).unwrap_or_default();
        let readings = found.readings.get(before.readings..).unwrap_or_default();
        let status = Table::Scheme.column("status");
        let mut of_schemes = tables.iter().filter(|rows| rows.table == Table::Scheme).map(|rows| &rows.given);
        let is_made = of_schemes
            .any(|given| given.rows().any(|row| status.and_then(|column| given.cell(row, column)) == Some("made")));
        if is_made || readings.iter().any(has_come) {
            Self::ClosedAndDelivered
        } else if tables.is_empty() && !readings.is_empty() {
            Self::ClosedAndNotRead
        } else {
            Self::Closed
        }
    }
}

/// Whether something has come of the schemes of a tracker.
fn has_come(reading: &Reading) -> bool {
    let is_actual =
        |field: Option<Field>| matches!(field, Some(Field::ActualToDate | Field::Month(MonthKind::Actual, _)));
    let is_amount = |shown: &String| {
        let number = number_in(shown);
        number.map_or_else(|| key_of(shown).contains(|letter: char| ('1'..='9').contains(&letter)), |of| !of.is_zero())
    };
    let mut columns = reading.mapping.headings.iter().zip(&reading.examples);
    columns.any(|(heading, examples)| is_actual(heading.field) && examples.iter().any(is_amount))
}

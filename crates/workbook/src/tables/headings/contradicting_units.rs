//! Columns whose unit, which stands in a row of its own below the headings, contradicts what they hold.

use super::header_row::{FoundColumn, HeaderRow};
use crate::answers::Answers;
use crate::cells::Heading;
use one_plan_model::plan::Table;

impl HeaderRow {
    /// Takes out the columns whose unit, which stands in a row of its own, contradicts them.
    pub(in crate::tables) fn without_contradicting_units(&mut self, table: Table, answers: &Answers) {
        let is_wrong = |heading: &Heading, column: usize| {
            heading.contradicts(table, column) && answers.column(table, &heading.key_of_answers()).is_none()
        };
        let (wrong, columns) =
            std::mem::take(&mut self.columns).into_iter().partition(|of| is_wrong(&of.heading, of.table_column));
        self.columns = columns;
        let wrong: Vec<FoundColumn> = wrong;
        self.others.extend(wrong.into_iter().map(|of| {
            let unit = of.heading.unit.filter(|_| !of.heading.is_percent).map_or("%", |unit| unit.symbol());
            let name = table.columns().get(of.table_column).map(|column| column.name).unwrap_or_default();
            (of.sheet_column, format!("{name} ({unit})"))
        }));
        self.others.sort_by_key(|(column, _)| *column);
    }
}

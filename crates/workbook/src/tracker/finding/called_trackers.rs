//! Sheets that are called trackers of savings, or say so above their headings: there the names of schemes and one column that is
//! their saving are enough.

use crate::cells::key_of;
use crate::headings::Field;
use crate::sheet::{Cell, Sheet};
use crate::tracker::header::{TrackerColumn, TrackerHeader};
use crate::vocabulary::{Follows, says_any};

/// What stands in the name or the title of such a sheet, or in the heading of the saving.
const SAYS_SAVINGS: [&str; 7] = ["saving", "efficienc", "qipp", "cip", "crip", "costimprovement", "costreduction"];
/// What a name or a title may say besides.
const SAYS_TRACKER: &str = "tracker";

impl TrackerHeader {
    /// Whether a sheet says that it is a tracker of savings, names schemes and has one column that is what they save.
    pub(super) fn is_called_a_tracker(&self, sheet: &Sheet) -> bool {
        let is_saving = |column: &&TrackerColumn| column.field == Some(Field::PlanOfYear);
        let mut savings = self.columns.iter().filter(is_saving);
        let (Some(saving), None) = (savings.next(), savings.next()) else { return false };
        if self.has(Field::Line) {
            return false;
        }
        let says_savings = |words: &str| says_any(words, &SAYS_SAVINGS);
        let says = |words: &str| says_savings(words) || key_of(words).contains(SAYS_TRACKER);
        let above = sheet.rows().take_while(|(row, _)| *row < self.row).flat_map(|(_, cells)| cells);
        let mut titles = above.filter(|cell| matches!(cell, Cell::Text(_)));
        let name = self.column(Field::Name).map(|column| column.words.key_of_own());
        if name.is_some_and(|name| name.starts_with("project")) {
            // A project may also be paid for: what saves must be said of it.
            return says_savings(&sheet.name) || titles.any(|cell| says_savings(&cell.shown()));
        }
        let is_said = says(&sheet.name) || says_savings(&saving.words.own) || titles.any(|cell| says(&cell.shown()));
        is_said && self.has(Field::Name) && Follows::names_schemes(self)
    }
}

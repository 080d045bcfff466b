//! A column "Schemes" of numbers beside the names of programmes: it says how many schemes each has, and what they are called
//! nothing does. The rows are known by their programme.

use crate::cells::numbers_in;
use crate::headings::Field;
use crate::sheet::{Cell, Sheet};
use crate::tracker::header::{LeftAlone, TrackerHeader};

/// What heads the names of schemes and, over numbers, how many there are.
const OF_SEVERAL: [&str; 3] = ["schemes", "projects", "efficiencies"];
/// What rows are called by where no scheme has a name.
const NAMES_INSTEAD: [Field; 3] = [Field::Description, Field::Programme, Field::Line];

impl TrackerHeader {
    /// Leaves such a column alone, and takes the names beside it.
    pub(crate) fn take_counts_of_schemes(&mut self, sheet: &Sheet) {
        let rows: Vec<u32> = sheet.rows().map(|(row, _)| row).filter(|row| *row >= self.first_row).collect();
        let is_count = |at: u32| {
            let filled = rows.iter().filter(|row| !sheet.cell(**row, at).is_empty()).count();
            let mut numbers = numbers_in(sheet, self.first_row, at);
            let count = numbers_in(sheet, self.first_row, at).count();
            count > 0 && count == filled && numbers.all(|number| number.fract().is_zero() && !number.is_sign_negative())
        };
        let counts = self.columns.iter().filter(|column| {
            column.field == Some(Field::Name)
                && !column.is_said
                && OF_SEVERAL.contains(&column.words.key_of_own().as_str())
                && is_count(column.at)
        });
        let counts: Vec<u32> = counts.map(|column| column.at).collect();
        let holds_words = |at: u32| {
            let is_text = |row: &&u32| matches!(sheet.cell(**row, at), Cell::Text(_));
            rows.iter().filter(is_text).count() * 2 > rows.len()
        };
        let others = || self.columns.iter().filter(|column| !counts.contains(&column.at));
        let instead = NAMES_INSTEAD.into_iter().find_map(|field| {
            let mut of_field = others().filter(|column| column.field == Some(field) && !column.is_said);
            of_field.find(|column| holds_words(column.at)).map(|column| column.at)
        });
        let is_named = others().any(|column| column.field == Some(Field::Name));
        let (false, Some(instead)) = (counts.is_empty(), instead) else { return };
        for column in &mut self.columns {
            if counts.contains(&column.at) {
                (column.field, column.left) = (None, Some(LeftAlone::CountsSchemes));
            } else if column.at == instead && !is_named {
                column.field = Some(Field::Name);
            }
        }
    }
}

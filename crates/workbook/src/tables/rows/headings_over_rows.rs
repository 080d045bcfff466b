//! Rows that hold one word in a table whose rows need only a name: "Acute" over the contracts for acute care. As a row it would
//! be a contract of which everything is missing.

use crate::cells::{is_called_like_total, key_of};
use crate::issues::Severity;
use crate::sheet::{Cell, Sheet};
use crate::tables::table_rows::TableRows;
use one_plan_model::plan::ColumnKind;

/// Over rows may stand the heading of a part, and over that the one of several parts.
const MOST_HEADINGS: u32 = 2;
/// So far down the total of a part is looked for.
const MOST_ROWS_OF_A_PART: u32 = 200;

impl TableRows {
    /// Whether most rows of the sheet that hold anything hold an amount: only there a row without one says little.
    pub(super) fn has_amounts_in_most_rows(&self, sheet: &Sheet) -> bool {
        let first_row = self.header.first_row;
        let mut counts = (0_usize, 0_usize);
        for (row, _) in sheet.rows().filter(|(row, _)| *row >= first_row) {
            counts.0 += usize::from(self.has_amount(sheet, row));
            counts.1 += usize::from(self.filled(sheet, row) > 0);
        }
        counts.0 * 2 > counts.1
    }

    /// How a row is to be told of that is a heading over the rows below it: nothing where it is none. It holds words in its first
    /// column alone, and amounts stand below it. Where a total of its part is there, nothing else can be meant; without one, its
    /// amount may be missing.
    pub(super) fn as_heading_over_rows(&self, sheet: &Sheet, row: u32) -> Option<Severity> {
        let first = self.header.headed_columns().into_iter().min()?;
        let words = sheet.cell(row, first);
        if self.filled(sheet, row) != 1 || !matches!(words, Cell::Text(_)) {
            return None;
        }
        let mut below = (1..=MOST_HEADINGS).map(|after| row.saturating_add(after));
        let stands_over = below.find(|below| self.filled(sheet, *below) != 1)?;
        if !self.has_amount(sheet, stands_over) {
            return None;
        }
        let key = key_of(&words.shown());
        let is_its_total = |below: u32| {
            let cell = sheet.cell(below, first);
            let of_total = key_of(&cell.shown());
            is_called_like_total(&[cell]) && (of_total.contains(&key) || of_total == "subtotal")
        };
        let mut of_part = (1..=MOST_ROWS_OF_A_PART)
            .map(|after| row.saturating_add(after))
            .skip_while(|below| *below < stands_over)
            .take_while(|below| self.filled(sheet, *below) > 1);
        Some(if of_part.any(is_its_total) { Severity::Information } else { Severity::Warning })
    }

    /// Whether a row holds words in its first column alone, below all amounts: after an empty row, or after the total.
    pub(super) fn is_note_below_amounts(&self, sheet: &Sheet, row: u32) -> bool {
        let Some(first) = self.header.headed_columns().into_iter().min() else { return false };
        let is_words = |row: u32| self.filled(sheet, row) == 1 && matches!(sheet.cell(row, first), Cell::Text(_));
        let mut below = (1..=MOST_ROWS_OF_A_PART).map(|after| row.saturating_add(after));
        if !is_words(row) || below.any(|below| self.has_amount(sheet, below)) {
            return false;
        }
        let mut above = (self.header.first_row..row).rev().skip_while(|above| is_words(*above));
        above
            .next()
            .is_some_and(|above| self.filled(sheet, above) == 0 || is_called_like_total(&[sheet.cell(above, first)]))
    }

    /// How many cells below headings are filled, known or not.
    fn filled(&self, sheet: &Sheet, row: u32) -> usize {
        self.header.headed_columns().into_iter().filter(|column| !sheet.cell(row, *column).is_empty()).count()
    }

    fn has_amount(&self, sheet: &Sheet, row: u32) -> bool {
        self.header.columns.iter().any(|column| {
            let kind = self.table.columns().get(column.table_column).map(|of| of.kind);
            matches!(kind, Some(ColumnKind::Money)) && !sheet.cell(row, column.sheet_column).is_empty()
        }) || self.has_amount_of_another_year(sheet, row)
    }
}

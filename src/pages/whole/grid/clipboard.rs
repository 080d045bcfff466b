//! A person copies cells out of a grid, and pastes cells of a spreadsheet into it.

use super::copy::copied;
use super::doing::Doing;
use super::given::cells_of_text;
use super::headings::{columns_from, columns_of_headings};
use super::not_taken::told;
use super::paste::pasted;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer};
use yew::prelude::*;

impl Doing {
    /// Puts what the clipboard has into the chosen cells and what lies below and beside them. While somebody writes, it goes into
    /// the field.
    pub fn paste(&self, event: &Event) {
        let text = clipboard(event).and_then(|data| data.get_data("text/plain").ok());
        let Some(text) = text.filter(|_| self.writing.get().text.is_none()) else { return };
        let (chosen_rows, chosen_columns) = self.chosen();
        let from = (*chosen_rows.start(), *chosen_columns.start());
        event.prevent_default();
        let cells = cells_of_text(&text);
        let onto = self.rows.between(from.0..=self.rows.count());
        let by_headings = cells.split_first().and_then(|(first, _)| columns_of_headings(self.table, first));
        let below = if by_headings.is_some() { cells.get(1..).unwrap_or_default() } else { &cells };
        let columns = by_headings.unwrap_or_else(|| columns_from(self.table, from.1));
        let (tried, problems) = pasted(&self.context.session, self.table, &onto, &columns, below);
        self.context.make.emit(tried);
        self.tell(told(problems));
    }

    /// Puts the chosen cells into the clipboard. While somebody writes, what they chose in the field goes there.
    pub fn copy(&self, event: &Event) {
        if let Some(data) = clipboard(event).filter(|_| self.writing.get().text.is_none()) {
            let (rows, columns) = (self.chosen_rows(), self.chosen().1);
            let text = copied(self.plan(), self.table, &rows, columns, *self.with_headings);
            let _ = data.set_data("text/plain", &text);
            event.prevent_default();
        }
    }
}

/// The clipboard of an event that copies or pastes.
fn clipboard(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<ClipboardEvent>()?.clipboard_data()
}

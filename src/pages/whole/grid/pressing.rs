//! A person presses a key in a grid.

use super::doing::{Doing, Writing};
use super::edits::{done, emptied, filled_down, written};
use super::hooks::focus;
use super::keys::{Command, Pressed, command, written_on};
use super::not_taken::Said;
use crate::browser::has_focus;
use web_sys::Element;
use yew::prelude::*;

/// What is said to somebody who writes where new rows come.
const NEW_ROWS: &str =
    "Rows that you paste here are added. To write one, use \"Add a row\" below: a row is taken as a whole.";

impl Doing {
    /// Does what a key asks for; what asks for nothing is left to the browser.
    pub fn press(&self, event: &KeyboardEvent) {
        let is_done = match self.writing.get().text {
            Some(text) => self.press_while_writing(event, text),
            None => self.press_among_cells(event),
        };
        if is_done {
            event.prevent_default();
        }
    }

    /// Does what a key asks for while a text is being written; whether it asks for anything.
    fn press_while_writing(&self, event: &KeyboardEvent, text: String) -> bool {
        let (key, at) = (event.key(), self.at());
        // The field has the focus only once it is drawn: what is typed until then is written all the same.
        let is_before_the_field = !self.field.cast::<Element>().is_some_and(|field| has_focus(&field));
        match key.as_str() {
            "Escape" => {
                self.writing.set(Writing::default());
                focus(&self.grid);
                event.stop_propagation();
            }
            "Enter" | "Tab" if self.commit() => {
                focus(&self.grid);
                let (down, right) = match (key.as_str(), event.shift_key()) {
                    ("Enter", _) => (1, 0),
                    (_, true) => (0, -1),
                    (_, false) => (0, 1),
                };
                self.go(self.size.moved(at, down, right), false);
            }
            "Enter" | "Tab" => {}
            _ if is_before_the_field && !(event.ctrl_key() || event.meta_key() || event.alt_key()) => {
                let Some(text) = written_on(text, &key) else { return false };
                self.write(text);
            }
            _ => return false,
        }
        true
    }

    /// Does what a key asks for while nothing is being written; whether it asks for anything.
    fn press_among_cells(&self, event: &KeyboardEvent) -> bool {
        let (key, at) = (event.key(), self.at());
        let pressed = Pressed {
            key: &key,
            command: event.ctrl_key() || event.meta_key(),
            shift: event.shift_key(),
            alt: event.alt_key(),
        };
        let (plan, table) = (self.plan(), self.table);
        let columns = || self.chosen().1;
        match (command(pressed, at, self.size), self.rows.at(at.0)) {
            (Some(Command::Go { to, extends }), _) => self.go(to, extends),
            (Some(Command::All), _) => self.choose_all(),
            (Some(Command::Change), Some(row)) => self.write(written(plan, table, row, at.1)),
            (Some(Command::Write(text)), Some(_)) => self.write(text),
            // A row is taken as a whole: cell by cell the first would lack the others.
            (Some(Command::Change | Command::Write(_)), None) => self.tell(Said::words(NEW_ROWS)),
            (Some(Command::Empty), _) if !self.chosen_rows().is_empty() => {
                self.tell(done(&self.context, emptied(table, &self.chosen_rows(), columns())));
            }
            (Some(Command::FillDown), _) if !self.chosen_rows().is_empty() => {
                self.tell(done(&self.context, filled_down(plan, table, &self.chosen_rows(), columns())));
            }
            _ => return false,
        }
        true
    }
}

//! A person writes into the active cell.

use super::change_names::name_of;
use super::doing::{Doing, Writing};
use super::edits::{kind, problem_words, typed, written};
use crate::components::{Tag, field_value, tag};
use gloo::utils::document;
use yew::prelude::*;

impl Doing {
    /// Writes a text into the active cell; it is not in the plan yet.
    pub fn write(&self, text: String) {
        self.writing.set(Writing { text: Some(text), problem: String::new() });
    }

    /// Puts what is written into its cell; false where it cannot be taken, and why is said.
    pub fn commit(&self) -> bool {
        let at = self.at();
        let (Some(text), Some(row)) = (self.writing.get().text, self.rows.at(at.0)) else { return true };
        let session = &self.context.session;
        let is_otherwise = text != written(session.plan(), self.table, row, at.1);
        let tried = is_otherwise.then(|| typed(session, self.table, row, at.1, &text)).transpose();
        match tried {
            Ok(tried) => {
                self.writing.set(Writing::default());
                if let Some(tried) = tried {
                    self.context.make.emit(tried);
                    // What was not taken and is written now is told no longer.
                    self.said.set(self.said.get().without((row, at.1)));
                }
                true
            }
            Err(problem) => {
                let problem = problem_words(kind(self.table, at.1), &problem);
                self.writing.set(Writing { text: Some(text), problem });
                false
            }
        }
    }

    /// The field in the active cell, while somebody writes: `id` is the beginning of the ids of this grid.
    pub fn field_of(&self, written: &Writing, id: &str) -> Option<Tag> {
        let at = self.at();
        let (text, row) = written.text.as_ref().zip(self.rows.at(at.0))?;
        let field = tag("input")
            .class("input")
            .place(self.field.clone())
            .attribute("type", "text")
            .attribute("list", format!("{id}-words"))
            .attribute("aria-label", name_of(self.plan(), self.table, row, at.1))
            .attribute("aria-invalid", if written.problem.is_empty() { "false" } else { "true" })
            .attribute("aria-describedby", format!("{id}-problem"))
            .value(text.clone())
            .oninput(self.on(|doing, event: InputEvent| doing.write(field_value(&event))))
            .onblur(self.on(|doing, _| doing.leave_field()));
        Some(field)
    }

    /// Whoever goes elsewhere on the page has written; whoever looks at another window comes back to it.
    fn leave_field(&self) {
        if document().has_focus().unwrap_or(true) {
            self.commit();
        }
    }
}

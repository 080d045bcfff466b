//! What stands below a grid: the button that deletes the chosen rows, and how cells are copied.

use super::change_names::words_of;
use super::doing::Doing;
use super::edits::{done, removed};
use crate::components::{Tag, tag};
use yew::prelude::*;

impl Doing {
    /// The button and the choice.
    pub fn toolbar(&self) -> Tag {
        let with_headings = self.with_headings.clone();
        let headings = tag("input")
            .attribute("type", "checkbox")
            .checked(*with_headings)
            .onchange(Callback::from(move |_| with_headings.set(!*with_headings)));
        let headings = tag("label").class("grid__only").child(headings).words("Copy with the headings");
        tag("div").class("toolbar").child(self.delete_button()).child(headings)
    }

    /// Deletes the rows that were chosen when the button was drawn: they are what it names.
    fn delete_button(&self) -> Tag {
        let rows = self.chosen_rows();
        let words = if rows.is_empty() { "Delete row".to_owned() } else { format!("Delete {}", words_of(&rows)) };
        let (doing, first, is_disabled) = (self.clone(), *self.chosen().0.start(), rows.is_empty());
        let onclick = Callback::from(move |press: MouseEvent| {
            // The second press of two is about the rows that moved up, which nobody chose.
            if press.detail() > 1 {
                return;
            }
            let problem = done(&doing.context, removed(doing.table, &rows));
            if problem.is_empty() {
                doing.place.change(|place| place.0 = first);
                doing.anchor.set(None);
            }
            doing.tell(problem);
        });
        tag("button")
            .attribute("type", "button")
            .class("button button--secondary button--small")
            .flag("disabled", is_disabled)
            .onclick(onclick)
            .words(words)
    }
}

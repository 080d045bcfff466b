//! What is said below a grid of what was changed in it: a person far down in a table, or on a page, does not see the line of
//! the last change at the top.

use super::doing::Doing;
use super::not_taken::Place;
use super::shown_rows::next_where;
use crate::components::{Tag, count_of, tag};
use crate::session::{ChangedCells, Did, Step};
use yew::prelude::*;

/// So many figures that the last change moves are named.
const EFFECTS_SHOWN: usize = 2;

impl Doing {
    /// How much of the table is changed, what the last change did, and the way to the next cell that is changed; empty where
    /// nothing is.
    pub fn changed_words(&self) -> Tag {
        let line = tag("div").class("grid__changed").attribute("role", "status");
        let (Some(step), Some(words)) = (self.changed.last(), counts_words(&self.changed)) else { return line };
        let mut next = tag("button")
            .attribute("type", "button")
            .class("button button--secondary button--small")
            .onclick(self.on(|doing, _: MouseEvent| doing.go_to_next_change()))
            .words("Go to the next change");
        if self.next_change().is_none() {
            next = next.flag("disabled", true);
        }
        line.child(tag("span").child(tag("strong").words("Last change: ")).words(last_words(step)))
            .child(tag("span").words(words))
            .child(next)
    }

    fn next_change(&self) -> Option<Place> {
        let (rows, changed) = (&self.rows, &self.changed);
        let size = (rows.count(), self.table.columns().len());
        let row_at = |place| rows.at(place).filter(|row| changed.has_row(*row));
        next_where(size, self.at(), row_at, |row, column| changed.cell(row, column).is_some())
    }

    fn go_to_next_change(&self) {
        if let Some(to) = self.next_change() {
            self.go_in(to);
        }
    }
}

/// What a change is called and what it did in pounds.
fn last_words(step: &Step) -> String {
    format!("{}. {}", step.name, Did::of(&step.effects, EFFECTS_SHOWN).sentence())
}

/// How much of the table is changed; nothing where nothing is.
fn counts_words(changed: &ChangedCells) -> Option<String> {
    let [cells, came, gone] = changed.counts();
    let parts: Vec<String> = [
        (cells > 0).then(|| count_of(cells, "changed cell", "changed cells")),
        (came > 0).then(|| count_of(came, "new row", "new rows")),
        (gone > 0).then(|| count_of(gone, "deleted row", "deleted rows")),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| format!("Since the plan was opened: {}.", parts.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Effect;
    use one_plan_model::quantity::whole;
    use std::rc::Rc;

    #[test]
    fn the_last_change_is_said_with_what_it_did_in_pounds() {
        let effect = |figure: &str| Effect { figure: figure.to_owned(), before: Some(whole(1)), after: Some(whole(3)) };
        let step = |effects: Vec<Effect>| Step {
            number: 1,
            name: "Gross of A".into(),
            reason: "".into(),
            time: "".into(),
            edits: Rc::new([]),
            undo: Rc::new([]),
            effects: effects.into(),
            is_typed: false,
        };
        assert_eq!(last_words(&step(vec![])), "Gross of A. No headline figure changes.");
        assert_eq!(last_words(&step(vec![effect("Total")])), "Gross of A. Total: +£2.");
        let three = step(["A", "B", "C"].map(effect).to_vec());
        assert_eq!(last_words(&three), "Gross of A. A: +£2; B: +£2 and 1 more figure.");
    }
}

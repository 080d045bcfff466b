//! A person looks for rows and cells in a grid.

use super::change_names::name_of;
use super::doing::Doing;
use super::looking::{Found, Looking, fields};
use super::shown_rows::next_with;
use yew::prelude::*;

impl Doing {
    /// The fields above the grid. `all` is how many rows the table has.
    pub fn looking_fields(&self, all: u32) -> Html {
        let found = Found { shown: self.rows.count(), all, words: &self.found };
        let set = self.on(|doing, next| doing.look_for(next));
        fields(self.table, &self.looking, found, &set, self.on(|doing, ()| doing.go_to_next()))
    }

    /// Puts the rows in order by a column, or the other way round, or as they stand in the plan.
    pub fn order_by(&self, column: usize) {
        self.look_for(self.looking.ordered_by(column));
    }

    /// Something else is looked for.
    fn look_for(&self, next: Looking) {
        self.found.set(String::new());
        if next.choice() != self.looking.choice() {
            // What could not be taken does not go to another row.
            self.writing.change(|writing| writing.text = None);
            self.place.change(|place| place.0 = 0);
            self.anchor.set(None);
        }
        self.looking.set(next);
    }

    /// Goes to the next cell with the words, and says where it is.
    fn go_to_next(&self) {
        let words = &self.looking.words;
        let next = next_with(self.plan(), self.table, &self.rows, self.at(), words);
        match next.and_then(|to| Some((to, self.rows.at(to.0)?))) {
            Some((to, row)) => {
                self.go(to, false);
                self.found.set(format!("Found in {}.", name_of(self.plan(), self.table, row, to.1)));
            }
            None => self.found.set(format!("No row has \"{}\".", words.trim())),
        }
    }
}

//! What is said below a grid: what is wrong with what is being written, or which cells were not taken, each with the way to it.

use super::not_taken::{Place, Said};
use super::shown_rows::ShownRows;
use crate::components::{Tag, tag};
use yew::prelude::*;

/// The words below the grid; empty where there is nothing to say. What is wrong with what is being written comes first.
pub fn below(problem: &str, said: &Said, rows: &ShownRows, go_to: &Callback<Place>) -> Tag {
    let below = tag("div").class("field__error").attribute("role", "alert");
    if !problem.is_empty() {
        return below.words(problem.to_owned());
    }
    if said.is_empty() {
        return below;
    }
    let below = below.child(tag("span").words(said.words.clone()));
    if said.cells.is_empty() {
        return below;
    }
    let mut list = tag("ul").class("grid__not-taken");
    for (at, not_taken) in said.cells.iter().enumerate() {
        // A cell of a row that is not there, or not seen, has no place to go to.
        let place = not_taken.cell.and_then(|(row, column)| Some((rows.place_of(row)?, column)));
        let line = match place {
            Some(place) => tag("li").child(
                tag("button")
                    .attribute("type", "button")
                    .class("grid__to-cell")
                    .onclick(go_to.reform(move |_| place))
                    .words(not_taken.name.clone()),
            ),
            None => tag("li").words(not_taken.name.clone()),
        };
        let between = if not_taken.name.is_empty() { "" } else { ": " };
        list = list.child(line.key(at).words(format!("{between}{}", not_taken.why)));
    }
    let below = below.child(list);
    if said.more == 0 { below } else { below.child(tag("span").words(format!("and {} more.", said.more))) }
}

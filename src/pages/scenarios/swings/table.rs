//! What moves a figure and what does not, in numbers and words.

use super::names::{input_words, told_apart};
use crate::components::{
    Shown, body, capitalised, data_table, fact, head, number_cell, number_heading, row, tag, words_cell, words_heading,
};
use one_plan_model::calculation::Unit;
use one_plan_model::plan::Plan;
use one_plan_model::quantity::Fixed;
use one_plan_model::scenario::{Still, Tornado};
use yew::prelude::*;

/// How many inputs are listed.
pub const MOST_SWINGS: usize = 25;
/// How many of those that change nothing are named for each reason.
const MOST_NAMED: usize = 5;

/// What moves the figure, the most first.
pub fn table(plan: &Plan, found: &Tornado, unit: Unit) -> Html {
    let listed = || found.swings.iter().take(MOST_SWINGS);
    let numbers = listed().flat_map(|swing| [swing.values.0, swing.values.1, Some(swing.apart)]).flatten();
    let form = Shown::to_compare(numbers.filter_map(|number| number.value().ok()));
    let value = |value: Option<Fixed>| value.map_or_else(|| "n/a".to_owned(), |value| form.words(value.value(), unit));
    let names = told_apart(plan, &listed().map(|swing| &swing.input).collect::<Vec<_>>());
    let mut rows = Vec::new();
    for (at, (swing, name)) in listed().zip(names).enumerate() {
        let range = if swing.is_own_range { "its own low and high" } else { "assumed" };
        let cells = vec![
            number_cell("At the low end", value(swing.values.0)),
            number_cell("At the high end", value(swing.values.1)),
            number_cell("Between the two", value(Some(swing.apart))),
            words_cell("Range", Some(range.to_owned())),
        ];
        rows.push(row(at, capitalised(&name), cells).html());
    }
    let mut headings = vec![words_heading("What moves")];
    headings.extend(["At the low end", "At the high end", "Between the two"].map(number_heading));
    headings.push(words_heading("Range"));
    let caption = match found.swings.len().saturating_sub(MOST_SWINGS) {
        0 => "What moves the figure, the most first".to_owned(),
        more => format!("What moves the figure, the most first; {more} move it less"),
    };
    data_table("swings", caption, true, vec![head(headings), body(rows)])
}

/// What does not move the figure, and why.
pub fn still(plan: &Plan, still: &[Still]) -> Html {
    let mut facts = tag("dl").class("facts");
    for (at, of_reason) in still.iter().enumerate() {
        let names: Vec<String> =
            of_reason.inputs.iter().take(MOST_NAMED).map(|input| input_words(plan, input)).collect();
        let more = match of_reason.inputs.len().saturating_sub(MOST_NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let names = tag("dd").words(format!("{}{more}", names.join("; ")));
        facts = facts.child(fact(at, tag("dt").words(of_reason.why.clone()), names));
    }
    let summary = tag("summary").words("What does not move it, and why");
    tag("details").class("disclosure").child(summary).child(facts).html()
}

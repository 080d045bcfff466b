//! What is offered to a person who writes into a cell.

use crate::components::tag;
use one_plan_model::plan::{ColumnKind, Plan};
use yew::prelude::*;

/// So many rows of another table are offered; any other is written by its id or its name.
const MOST_OFFERED: u32 = 500;

/// What is offered for a cell: the words of a choice, the rows of another table with their names.
pub fn suggestions(plan: &Plan, kind: Option<ColumnKind>, id: String) -> Html {
    let mut options = Vec::new();
    let mut offer = |word: &str, words: String| {
        options.push(tag("option").key(word).attribute("value", word.to_owned()).words(words).html());
    };
    match kind {
        Some(ColumnKind::Choice(choices)) => {
            choices.iter().for_each(|choice| offer(choice.word, choice.word.replace('-', " ")))
        }
        Some(ColumnKind::Flag) => ["yes", "no"].iter().for_each(|word| offer(word, (*word).to_owned())),
        Some(ColumnKind::MoneyUnit) => {
            ["£", "£000", "£m", "£bn"].iter().for_each(|word| offer(word, (*word).to_owned()))
        }
        Some(ColumnKind::Reference(table)) => {
            for row in 0..plan.store(table).rows().min(MOST_OFFERED) {
                if let Some(id) = plan.identifier(table, row) {
                    offer(id, plan.title(table, row).unwrap_or_default().to_owned());
                }
            }
        }
        _ => {}
    }
    tag("datalist").id(id).children(options).html()
}

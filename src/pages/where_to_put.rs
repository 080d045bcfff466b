use super::whole::page_of_table;
use crate::components::{Tag, Task, capitalised, choice_words, fact, not_at_hand, tag, use_fold, use_guide};
use one_plan_model::plan::Table;
use yew::prelude::*;

/// Properties of [`WhereToPut`].
#[derive(Clone, PartialEq, Properties)]
pub struct WhereToPutProperties {
    /// Whether a plan is open, so that there are pages to which the names of tables can lead.
    pub has_plan: bool,
}

/// "Where do I put …?": what people have, and the tables in which it belongs. Folded, and fetched when it is first opened.
#[component]
pub fn WhereToPut(properties: &WhereToPutProperties) -> Html {
    let has_plan = properties.has_plan;
    let (is_open, ontoggle) = use_fold(false);
    let read = use_guide(is_open);
    let mut content = tag("div");
    if is_open {
        content = match read.as_ref().and_then(|read| read.as_ref().ok()) {
            None => content.child(not_at_hand(read.as_ref())),
            Some(guide) => {
                let part = |title: &'static str, is_first: bool| {
                    let mut list = tag("dl").class("help");
                    for (at, task) in guide.tasks.iter().enumerate().filter(|(_, task)| task.is_first == is_first) {
                        let name = tag("dt").words(task.what.clone());
                        list = list.child(fact(at, name, answer(task, has_plan)));
                    }
                    tag("div").key(title).child(tag("h2").words(title)).child(list)
                };
                content.child(part("To begin with", true)).child(part("Where you have it", false)).child(
                    tag("p").class("prose").words("The blank workbook of the page Data has a sheet for each table."),
                )
            }
        };
    }
    let summary = tag("summary").words("Where do I put …?");
    tag("details")
        .class("disclosure")
        .attribute("data-guide", "tasks")
        .ontoggle(ontoggle)
        .child(summary)
        .child(content)
        .html()
}

/// The tables of a task, and what to mind.
fn answer(task: &Task, has_plan: bool) -> Tag {
    let mut answer = tag("dd");
    for (at, name) in task.tables.iter().enumerate() {
        let words = capitalised(&choice_words(name));
        let table = Table::named(name).filter(|_| has_plan);
        let shown = match table {
            Some(table) => tag("a").attribute("href", page_of_table(table).hash()).words(words),
            None => tag("strong").words(words),
        };
        answer = answer.words(if at == 0 { "" } else { ", " }).child(shown);
    }
    answer.words(format!(". {}", task.how))
}

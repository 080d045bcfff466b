use super::guide_read::{GuidedColumn, not_at_hand, use_guide};
use crate::components::{Tag, capitalised, choice_words, fact, tag, use_fold};
use one_plan_model::plan::Table;
use yew::prelude::*;

/// Properties of [`TableGuide`].
#[derive(Clone, PartialEq, Properties)]
pub struct TableGuideProperties {
    /// The table.
    pub table: Table,
    /// Whether it is called by its name, where it stands among others.
    #[prop_or_default]
    pub is_named: bool,
}

/// What stands in each column of a table: what it means, its unit and sign, and which values may stand there. Folded, and
/// fetched when it is first opened.
#[component]
pub fn TableGuide(properties: &TableGuideProperties) -> Html {
    let TableGuideProperties { table, is_named } = *properties;
    let (is_open, ontoggle) = use_fold(false);
    let read = use_guide(is_open);
    let name = capitalised(&choice_words(table.name()));
    let summary = if is_named { name } else { "What stands in each column".to_owned() };
    let mut content = tag("div");
    if is_open {
        let found = read.as_ref().and_then(|read| read.as_ref().ok());
        let found = found.and_then(|guide| guide.tables.iter().find(|of| of.name == table.name()));
        content = match found {
            None => content.child(not_at_hand(read.as_ref())),
            Some(guided) => {
                let mut columns = tag("dl").class("help");
                for (at, column) in guided.columns.iter().enumerate() {
                    let name = tag("dt").words(capitalised(&choice_words(&column.name)));
                    columns = columns.child(fact(at, name, about(column)));
                }
                content.child(tag("p").class("prose").words(guided.about.clone())).child(columns)
            }
        };
    }
    let details = tag("details").class("disclosure").attribute("data-guide", table.name()).ontoggle(ontoggle);
    details.child(tag("summary").words(summary)).child(content).html()
}

fn about(column: &GuidedColumn) -> Tag {
    let mut holds = capitalised(&column.holds);
    if !column.numbers.is_empty() {
        holds.push_str(&format!("; {}", column.numbers));
    }
    holds.push_str(if column.is_needed { ". Must be filled." } else { ". May be empty." });
    let mut words = tag("ul");
    for word in &column.words {
        let item = tag("li").key(word.word.as_str()).child(tag("strong").words(word.word.clone()));
        words = words.child(item.words(format!(": {}", word.means)));
    }
    let about = tag("dd").child(tag("p").words(column.means.clone())).child(tag("p").words(holds));
    if column.words.is_empty() { about } else { about.child(words) }
}

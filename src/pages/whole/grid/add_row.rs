//! A row is added in a form: a field for each column, each with what may be written there.

use super::super::column_heading::column_heading;
use super::edits::{added, kind};
use super::suggestions::suggestions;
use crate::browser::focus_first;
use crate::components::{choice_words, field_value, tag};
use crate::page_context::PageContext;
use one_plan_model::plan::{Column, Table};
use std::collections::BTreeMap;
use web_sys::Element;
use yew::prelude::*;

/// Properties of [`AddRow`].
#[derive(Clone, PartialEq, Properties)]
pub struct AddRowProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// The table.
    pub table: Table,
}

/// What is written for a new row, what is wrong with it, and what came of the row before.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    texts: BTreeMap<usize, String>,
    problems: Vec<(usize, String)>,
    said: String,
}

/// The form. What is written stays until the row is taken as a whole; then the form is empty for the next.
#[component]
pub fn AddRow(properties: &AddRowProperties) -> Html {
    let AddRowProperties { context, table } = properties;
    let (plan, table) = (context.session.plan(), *table);
    let opened = use_state(|| plan.row_count(table) == 0);
    let draft = use_state(Draft::default);
    let place = use_node_ref();
    let id = format!("add-{}", table.name());
    let switch = {
        let (is_open, opened) = (*opened, opened.clone());
        tag("button")
            .attribute("type", "button")
            .class("button button--secondary button--small")
            .attribute("aria-expanded", if is_open { "true" } else { "false" })
            .onclick(Callback::from(move |_| opened.set(!is_open)))
            .words("Add a row")
    };
    let form = tag("div").child(tag("p").child(switch));
    if !*opened {
        return form.html();
    }
    let onsubmit = {
        let (context, draft, place) = (context.clone(), draft.clone(), place.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let first = match added(context.session.plan(), table, &draft.texts) {
                Ok(change) => {
                    let said = format!("{}.", change.name);
                    context.change.emit(change);
                    draft.set(Draft { said, ..Draft::default() });
                    0
                }
                Err(problems) => {
                    let first = problems.first().map_or(0, |(column, _)| *column);
                    draft.set(Draft { problems, said: String::new(), ..(*draft).clone() });
                    first
                }
            };
            if let Some(place) = place.cast::<Element>() {
                focus_first(&place, &format!("#{}", field_id(table, first)));
            }
        })
    };
    let mut fields = tag("div").class("filters");
    for (at, column) in table.columns().iter().enumerate() {
        let problem = draft.problems.iter().find(|(of, _)| *of == at).map(|(_, words)| words.clone());
        let oninput = {
            let draft = draft.clone();
            Callback::from(move |event: InputEvent| {
                let mut next = (*draft).clone();
                next.texts.insert(at, field_value(&event));
                next.problems.retain(|(of, _)| *of != at);
                draft.set(next);
            })
        };
        let (field, words) = (field_id(table, at), format!("{id}-words-{at}"));
        let label = tag("label")
            .class("field__label")
            .attribute("for", field.clone())
            .attribute("title", column.help().trim())
            .words(label(table, column, at));
        let input = tag("input")
            .class("input")
            .attribute("type", "text")
            .attribute("autocomplete", "off")
            .attribute("list", words.clone())
            .attribute("aria-invalid", if problem.is_some() { "true" } else { "false" })
            .attribute("aria-describedby", format!("{field}-problem"))
            .id(field.clone())
            .value(draft.texts.get(&at).cloned().unwrap_or_default())
            .oninput(oninput);
        let error = tag("p").id(format!("{field}-problem")).class("field__error").words(problem.unwrap_or_default());
        let offered = suggestions(plan, Some(kind(table, at)), words);
        fields = fields.child(tag("div").key(at).class("field").child(label).child(input).child(error).child(offered));
    }
    let heading = format!("A new row of {}", choice_words(table.name()));
    let submit = tag("button").attribute("type", "submit").class("button button--small").words("Add this row");
    form.child(html! {
        <form aria-label={heading} ref={place} {onsubmit}>
            { fields.html() }
            { tag("div").class("toolbar").child(submit).html() }
            <p role="status">{ draft.said.clone() }</p>
        </form>
    })
    .html()
}

fn field_id(table: Table, column: usize) -> String {
    format!("add-{}-{column}", table.name())
}

/// What a field asks for; an id is made from the name where nobody gives one.
fn label(table: Table, column: &Column, at: usize) -> String {
    let words = column_heading(column);
    match (column.required, table.has_identifiers() && at == 0) {
        (_, true) => format!("{words} (made from the name if empty)"),
        (true, _) => words,
        (false, _) => format!("{words} (optional)"),
    }
}

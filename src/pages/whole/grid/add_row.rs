//! A row is added in a form: a field for each column that a row needs or mostly has, the others behind a button. What is
//! said of a column are the words of its definition.

use super::super::column_heading::column_heading;
use super::edits::{added, kind, unit_column};
use super::given::given;
use super::suggestions::suggestions;
use super::usual_columns::usual_columns;
use crate::browser::focus_first;
use crate::components::{
    GuideRead, Tag, capitalised, choice_words, count_of, field_value, tag, use_guide, use_remembered_state,
};
use crate::page_context::PageContext;
use gloo::timers::callback::Timeout;
use one_plan_model::plan::{Column, ColumnKind, Plan, Table};
use one_plan_model::quantity::MoneyUnit;
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
    // A row that is half written is there again after a look at another page.
    let written = use_remembered_state(table.name(), Draft::default);
    let draft = written.get();
    let opened = use_state(|| plan.row_count(table) == 0 || !draft.texts.is_empty());
    let all_asked = use_state(|| false);
    let guide = use_guide(*opened);
    let place = use_node_ref();
    let switch = {
        let (is_open, opened) = (*opened, opened.clone());
        tag("button")
            .attribute("type", "button")
            .class("button button--secondary button--small")
            .attribute("aria-expanded", if is_open { "true" } else { "false" })
            .onclick(Callback::from({
                let (place, usual) = (place.clone(), usual_columns(plan, table));
                move |_| {
                    opened.set(!is_open);
                    let (place, field) = (place.clone(), field_id(table, usual.first().copied().unwrap_or_default()));
                    // The form is there when it is drawn.
                    Timeout::new(0, move || {
                        if let Some(place) = place.cast::<Element>().filter(|_| !is_open) {
                            focus_first(&place, &format!("#{field}"));
                        }
                    })
                    .forget();
                }
            }))
            .words(if is_open { "Hide the form for a new row" } else { "Add a row" })
    };
    let form = tag("div").child(tag("p").child(switch));
    if !*opened {
        return form.html();
    }
    let onsubmit = {
        let (context, written, place) = (context.clone(), written.clone(), place.clone());
        let (all_asked, usual) = (all_asked.setter(), usual_columns(plan, table));
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let first = match added(&context.session, table, &written.get().texts) {
                Ok(tried) => {
                    let first = usual.first().copied().unwrap_or_default();
                    let said = format!("{}.", tried.change().name);
                    context.make.emit(tried);
                    written.set(Draft { said, ..Draft::default() });
                    first
                }
                Err(problems) => {
                    let first = problems.first().map_or(0, |(column, _)| *column);
                    if problems.iter().any(|(column, _)| !usual.contains(column)) {
                        all_asked.set(true);
                    }
                    written.change(|draft| (draft.problems, draft.said) = (problems, String::new()));
                    first
                }
            };
            if let Some(place) = place.cast::<Element>() {
                // A column that was hidden has its field only when the form is drawn again.
                let field = format!("#{}", field_id(table, first));
                Timeout::new(0, move || focus_first(&place, &field)).forget();
            }
        })
    };
    let usual = usual_columns(plan, table);
    let (mut first, mut others) = (tag("div").class("new-row"), tag("div").class("new-row"));
    for (at, column) in table.columns().iter().enumerate() {
        let oninput = {
            let written = written.clone();
            Callback::from(move |event: InputEvent| {
                written.change(|draft| {
                    draft.texts.insert(at, field_value(&event));
                    draft.problems.retain(|(of, _)| *of != at);
                });
            })
        };
        let field = field(plan, (table, at, column), &draft, guide.as_ref(), oninput);
        if usual.contains(&at) {
            first = first.child(field);
        } else {
            others = others.child(field);
        }
    }
    let count = table.columns().len() - usual.len();
    let mut more = tag("div");
    if count > 0 {
        let (is_open, setter) = (*all_asked, all_asked.setter());
        let words = count_of(count, "more column", "more columns");
        let button = tag("button")
            .attribute("type", "button")
            .class("button button--quiet")
            .attribute("aria-expanded", if is_open { "true" } else { "false" })
            .onclick(Callback::from(move |_| setter.set(!is_open)))
            .words(if is_open { format!("Hide {words}") } else { capitalised(&words) });
        more = more.child(tag("p").child(button)).child(if is_open { others } else { tag("div") });
    }
    let heading = format!("A new row of {}", choice_words(table.name()));
    let submit = tag("button").attribute("type", "submit").class("button button--small").words("Add this row");
    form.child(html! {
        <form aria-label={heading} ref={place} {onsubmit}>
            { first.html() }
            { more.html() }
            { tag("div").class("toolbar").child(submit).html() }
            <p role="status">{ draft.said }</p>
        </form>
    })
    .html()
}

fn field_id(table: Table, column: usize) -> String {
    format!("add-{}-{column}", table.name())
}

/// The field of a column: what it asks for, what that means, and what is wrong with what is written.
fn field(
    plan: &Plan,
    (table, at, column): (Table, usize, &Column),
    draft: &Draft,
    guide: Option<&GuideRead>,
    oninput: Callback<InputEvent>,
) -> Tag {
    let problem = draft.problems.iter().find(|(of, _)| *of == at).map(|(_, words)| words.clone());
    let id = field_id(table, at);
    let text = draft.texts.get(&at).cloned().unwrap_or_default();
    let label = tag("label").class("field__label").attribute("for", id.clone()).words(label(table, column, at));
    let about = guide.and_then(|read| read.as_ref().ok()).and_then(|guide| {
        let of_table = guide.tables.iter().find(|of| of.name == table.name())?;
        of_table.columns.iter().find(|of| of.name == column.name)
    });
    let hint = tag("p").id(format!("{id}-hint")).class("field__note");
    let hint = hint.words(about.map(|about| about.means.clone()).unwrap_or_default());
    let input = tag("input")
        .class("input")
        .attribute("type", "text")
        .attribute("autocomplete", "off")
        .attribute("list", format!("{id}-words"))
        .attribute("aria-invalid", if problem.is_some() { "true" } else { "false" })
        .attribute("aria-describedby", format!("{id}-hint {id}-problem"))
        .id(id.clone())
        .value(text.clone())
        .oninput(oninput);
    let mut said = tag("div").id(format!("{id}-problem"));
    if let Some(problem) = problem {
        said = said.child(tag("p").key("error").class("field__error").words(problem));
    } else if let Some(words) = understood(plan, (table, at), draft, &text) {
        said = said.child(tag("p").key("understood").class("field__note").words(words));
    }
    let offered = suggestions(plan, Some(kind(table, at)), format!("{id}-words"));
    tag("div").key(at).class("field").child(label).child(hint).child(input).child(said).child(offered)
}

/// As what a number was understood that is written otherwise than the plan file has it.
fn understood(plan: &Plan, (table, at): (Table, usize), draft: &Draft, text: &str) -> Option<String> {
    let unit = unit_column(table).and_then(|column| draft.texts.get(&column)).map(String::as_str).unwrap_or_default();
    let of = kind(table, at);
    let taken = given(plan, of, MoneyUnit::read(unit), text).ok().flatten()?;
    let unit = if matches!(of, ColumnKind::Money) { format!(", in {unit}") } else { String::new() };
    (of.is_number() && *taken != *text.trim()).then(|| format!("Understood as {taken}{unit}."))
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

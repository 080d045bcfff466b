//! A field of the form for a new row.

use super::super::super::column_heading::column_heading;
use super::super::edits::{kind, unit_column};
use super::super::given::given;
use super::super::names::Names;
use super::super::suggestions::suggestions;
use super::draft::Draft;
use crate::components::{GuideRead, Tag, tag};
use one_plan_model::plan::{Column, ColumnKind, Plan, Table};
use one_plan_model::quantity::MoneyUnit;
use yew::prelude::*;

/// The id of the field of a column.
pub fn field_id(table: Table, column: usize) -> String {
    format!("add-{}-{column}", table.name())
}

/// The field of a column: what it asks for, what that means, and what is wrong with what is written.
pub fn field(
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
    if !of.is_number() {
        return None;
    }
    let taken = given(plan, &mut Names::default(), of, MoneyUnit::read(unit), text).ok().flatten()?;
    let unit = if matches!(of, ColumnKind::Money) { format!(", in {unit}") } else { String::new() };
    (*taken != *text.trim()).then(|| format!("Understood as {taken}{unit}."))
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

//! What the person changed: each change with its place, what stood there and what stands there now, when, why, and what it
//! did to the headline figures in pounds.

use crate::browser::time_words;
use crate::components::{
    TextField, body, capitalised, choice_words, count_of, data_table, head, headings, not_given, show_more, tag, titled,
};
use crate::page_context::{PageContext, ViewProperties};
use crate::pages::view_state::use_view_state;
use crate::session::{Did, Step};
use one_plan_model::plan::{Edit, NewRow, Table};
use std::collections::HashSet;
use yew::prelude::*;

/// So many edits of one change are listed; a paste may have thousands.
const EDITS_SHOWN: usize = 10;

/// So many of the rows that a change brings are named.
const NAMES_SHOWN: usize = 3;

/// So many figures that a change moves are listed.
const EFFECTS_SHOWN: usize = 8;

/// The list of changes, the last first.
#[component]
pub fn Changes(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let view = use_view_state("changes-", ());
    let steps = context.session.history().standing();
    let section = titled("changes-title", "What I changed");
    if steps.is_empty() {
        let words =
            "Nothing yet. Every change you make is listed here, with what it does in pounds, and can be taken back.";
        return section.child(tag("p").words(words)).html();
    }
    let lead = format!(
        "{}, the last first. A change can be taken back by itself, or with Undo (Ctrl+Z) in turn.",
        count_of(steps.len(), "change", "changes")
    );
    let shown = view.rows.min(steps.len());
    let rows = steps.iter().rev().take(shown).map(|step| row(context, step)).collect();
    let columns = headings(&["Change", "Before and after", "In pounds", "When", "Why", "Take back"], &[]);
    section
        .child(tag("p").words(lead))
        .child(data_table("changes", "Changes since the plan was read", true, vec![head(columns), body(rows)]))
        .child(show_more(shown, steps.len(), "changes", &view.onrows))
        .html()
}

fn row(context: &PageContext, step: &Step) -> Html {
    let number = step.number;
    let cell = |label: &'static str| tag("td").attribute("data-label", label);
    let did = Did::of(&step.effects, EFFECTS_SHOWN);
    let mut effects = tag("ul").class("plain");
    for effect in did.named {
        effects = effects.child(
            tag("li")
                .key(&*effect.figure)
                .words(format!("{}: ", effect.figure))
                .child(tag("span").class("date").words(effect.words())),
        );
    }
    if let Some(rest) = did.rest {
        effects = effects.child(tag("li").key("rest").words(rest));
    }
    let ontext = context.give_reason.reform(move |text: AttrValue| (number, text.as_str().into()));
    let id = AttrValue::from(format!("reason-{number}"));
    let label = tag("label").class("visually-hidden").attribute("for", id.clone()).words(format!("Why: {}", step.name));
    let reason = html! { <TextField {id} value={AttrValue::from(step.reason.to_string())} {ontext} /> };
    let name = tag("span").class("visually-hidden").words(format!(": {}", step.name));
    let back = tag("button")
        .attribute("type", "button")
        .class("button button--secondary button--small")
        .onclick(context.take_back.reform(move |_| number))
        .words("Take back")
        .child(name);
    tag("tr")
        .key(number)
        .attribute("data-step", number.to_string())
        .child(tag("th").attribute("scope", "row").words(step.name.to_string()))
        .child(cell("Before and after").child(edits(step)))
        .child(cell("In pounds").child(effects))
        .child(cell("When").words(time_words(&step.time)))
        .child(cell("Why").child(label).child(reason))
        .child(cell("Take back").child(back))
        .html()
}

/// What stood in each place and what stands there.
fn edits(step: &Step) -> Html {
    let mut list = tag("ul").class("plain");
    // What is pasted over the same text changes nothing, and nothing of it is taken back.
    let undone: HashSet<_> = step.undo.iter().filter_map(Edit::cell).collect();
    // A decision about a finding is one thing: by what the finding is known again says nothing to whoever decided.
    let decides = step.edits.iter().any(|edit| edit.table() == Table::KnownFinding);
    let did = |edit: &&Edit| {
        edit.cell().is_none_or(|cell| undone.contains(&cell)) && !(decides && edit.table() == Table::KnownFindingPlace)
    };
    for (at, edit) in step.edits.iter().filter(did).take(EDITS_SHOWN).enumerate() {
        let item = tag("li").key(at);
        list = list.child(match edit {
            Edit::SetCell { table, row, column, text } => {
                let item = item.words(format!("{}: ", place(*table, *row, *column)));
                let item = item.child(value(before(step, edit))).words(" → ");
                item.child(value(text.as_deref()))
            }
            Edit::InsertRows { table: Table::KnownFinding, rows } => {
                item.words(format!("{} about a finding", count_of(rows.len(), "new decision", "new decisions")))
            }
            Edit::InsertRows { table, rows } => {
                let words = count_of(rows.len(), "new row", "new rows");
                item.words(format!("{}: {words}{}", table_words(*table), names_of(*table, rows)))
            }
            Edit::RemoveRows { table, rows } => {
                item.words(format!("{}: {}", table_words(*table), count_of(rows.len(), "row went", "rows went")))
            }
        });
    }
    let more = step.edits.iter().filter(did).count().saturating_sub(EDITS_SHOWN);
    if more > 0 {
        list = list.child(tag("li").key("more").words(format!("and {}", count_of(more, "more", "more"))));
    }
    list.html()
}

fn value(text: Option<&str>) -> Html {
    text.map_or_else(not_given, |text| tag("span").words(text.to_owned()).html())
}

/// Where a cell stands; the row as it stood then.
fn place(table: Table, row: u32, column: u8) -> String {
    let column = table.columns().get(usize::from(column)).map_or("", |column| column.name);
    format!("{}, row {}, {}", table_words(table), u64::from(row) + 1, choice_words(column))
}

/// What a table is called.
fn table_words(table: Table) -> String {
    match table {
        Table::KnownFinding => "Decisions about findings".to_owned(),
        Table::KnownFindingPlace => "By what findings are known".to_owned(),
        table => capitalised(&choice_words(table.name())),
    }
}

/// What the first of some new rows are called, behind how many they are; nothing in a table whose rows have no names.
fn names_of(table: Table, rows: &[NewRow]) -> String {
    let Some(column) = table.columns().iter().position(|column| column.name == "name") else { return String::new() };
    let name = |row: &NewRow| {
        let cell = row.cells.iter().find(|(at, _)| usize::from(*at) == column);
        cell.map(|(_, text)| text.to_string())
    };
    let names: Vec<String> = rows.iter().take(NAMES_SHOWN).filter_map(name).collect();
    let more = if rows.len() > NAMES_SHOWN { " and others" } else { "" };
    if names.is_empty() { String::new() } else { format!(" ({}{more})", names.join(", ")) }
}

/// What stood in the cell of an edit.
fn before<'a>(step: &'a Step, edit: &Edit) -> Option<&'a str> {
    // What is taken back last stood there first.
    match step.undo.iter().rev().find(|other| edit.cell().is_some() && edit.cell() == other.cell()) {
        Some(Edit::SetCell { text, .. }) => text.as_deref(),
        _ => None,
    }
}

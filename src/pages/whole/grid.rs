//! A table of the plan as a grid in which a person writes: one stop of the Tab key, cells by the arrow keys. Only the rows
//! that are in sight are drawn, however many there are.
//!
//! What a person is doing is one value ([`doing`]); what they can do is a file each: [`writing`], [`going`], [`pressing`]
//! keys, the [`clipboard`], [`finding`], and what stands below in the [`toolbar`].

mod add_row;
mod cells;
mod change_names;
mod changed;
mod clipboard;
mod copy;
mod doing;
mod edits;
mod finding;
mod given;
mod going;
mod headings;
mod hooks;
mod keys;
mod looking;
mod made_ids;
mod names;
mod not_taken;
mod paste;
mod pressing;
mod said;
mod shown_rows;
mod suggestions;
mod toolbar;
mod usual_columns;
mod writing;

// How time is held to the size is shared with the tests of the model.
#[cfg(test)]
#[path = "../../../crates/model/tests/support/proportion.rs"]
mod proportion;

use crate::components::{capitalised, choice_words, count_of};
use crate::page_context::PageContext;
use add_row::AddRow;
use cells::Cells;
use doing::{Doing, Writing, use_doing};
use hooks::{use_active_cell, use_clipboard};
use one_plan_model::plan::Table;
use suggestions::suggestions;
use yew::prelude::*;

/// Properties of [`Grid`].
#[derive(Clone, PartialEq, Properties)]
pub struct GridProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// The table.
    pub table: Table,
}

/// The grid.
#[component]
pub fn Grid(properties: &GridProperties) -> Html {
    let GridProperties { context, table } = properties;
    let (context, table) = (context.clone(), *table);
    let doing = use_doing(&context, table);
    let (at, written) = (doing.at(), doing.writing.get());
    use_active_cell(at, doing.first.get(), written.text.is_some(), &doing.grid, &doing.field);
    use_clipboard(
        &doing.grid,
        doing.on(|doing, event| doing.copy(&event)),
        doing.on(|doing, event| doing.paste(&event)),
    );
    let id = format!("grid-{}", table.name());
    let all = doing.plan().store(table).rows();
    let problem = said::below(&written.problem, &doing.said.get(), &doing.rows, &doing.on(Doing::go_in));
    // Only who writes is offered words.
    let offered = table.columns().get(at.1).filter(|_| written.text.is_some()).map(|column| column.kind);
    html! {
        <div class="grid">
            <p id={format!("{id}-help")} class="section__note">{ help(all) }</p>
            { doing.looking_fields(all) }
            <div class="grid__region" ref={&doing.region} onscroll={doing.on(|doing, event| doing.scrolled(&event))}>
                { cells_of(&doing, &written, &id) }
            </div>
            { doing.changed_words().html() }
            { problem.id(format!("{id}-problem")).html() }
            { suggestions(doing.plan(), offered, format!("{id}-words")) }
            { doing.toolbar().html() }
            <div><AddRow {context} {table} /></div>
        </div>
    }
}

/// What is said above a table of so many rows.
fn help(rows: u32) -> String {
    format!(
        "{}. Arrow keys move, Enter or F2 writes, Escape leaves, Tab goes on, Delete empties; Shift chooses several; Ctrl+C and Ctrl+V copy and paste, Ctrl+D fills down. Rows that are pasted behind the last are new ones. Another order and rows left out change only what is seen here.",
        count_of(rows as usize, "row", "rows")
    )
}

/// The table itself: its headings and the cells that are in sight. `id` is the beginning of the ids of this grid.
fn cells_of(doing: &Doing, written: &Writing, id: &str) -> Html {
    let (table, at) = (doing.table, doing.at());
    let drawn = Cells {
        plan: doing.plan(),
        table,
        rows: &doing.rows,
        changed: &doing.changed,
        first: doing.first.get(),
        active: at,
        chosen: doing.chosen(),
        field: doing.field_of(written, id),
        go: doing.on(|doing, (to, extends)| doing.go(to, extends)),
    };
    let head = drawn.head(doing.looking.order, &doing.on(|doing, column| doing.order_by(column)));
    html! {
        <table
            class="grid__table"
            role="grid"
            tabindex="0"
            ref={&doing.grid}
            aria-label={format!("{}, to be changed", capitalised(&choice_words(table.name())))}
            aria-describedby={format!("{id}-help")}
            aria-rowcount={(u64::from(doing.rows.count()) + 2).to_string()}
            aria-colcount={(table.columns().len() + 1).to_string()}
            aria-activedescendant={Cells::id(table, at)}
            onkeydown={doing.on(|doing, event: KeyboardEvent| doing.press(&event))}
        >
            <thead>{ head }</thead>
            { drawn.body() }
        </table>
    }
}

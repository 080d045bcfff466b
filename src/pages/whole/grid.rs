//! A table of the plan as a grid in which a person writes: one stop of the Tab key, cells by the arrow keys. Only the rows
//! that are in sight are drawn, however many there are.

mod add_row;
mod edits;
mod given;
mod suggestions;

use crate::browser::has_focus;
use crate::components::{capitalised, count_of, field_value, spaced, tag};
use crate::page_context::PageContext;
use crate::session::Change;
use add_row::AddRow;
use edits::{
    Place, cell_edit, copied, done, emptied, filled_down, name_of, pasted, range, removed, shown, told, written,
};
use given::cells_of_text;
use gloo::events::{EventListener, EventListenerOptions};
use one_plan_model::plan::Table;
use suggestions::suggestions;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The height of a row in pixels, as the style sheet has it.
const ROW_HEIGHT: i32 = 36;
/// So many rows are drawn at a time: more than are in sight, so that a little scrolling shows no gap.
const ROWS_DRAWN: u32 = 40;
/// So many rows the keys for pages go.
const PAGE: i64 = 12;

/// Properties of [`Grid`].
#[derive(Clone, PartialEq, Properties)]
pub struct GridProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// The table.
    pub table: Table,
}

/// What is being written into the active cell, and what is wrong with it.
#[derive(Clone, Default, PartialEq)]
struct Writing {
    text: Option<String>,
    problem: String,
}

/// The grid.
#[component]
pub fn Grid(properties: &GridProperties) -> Html {
    let GridProperties { context, table } = properties;
    let (context, table) = (context.clone(), *table);
    let place = use_state(|| (0_u32, 0_usize));
    let anchor = use_state(|| None::<Place>);
    let first = use_state(|| 0_u32);
    let writing = use_state(Writing::default);
    let (region, grid, field) = (use_node_ref(), use_node_ref(), use_node_ref());
    let rows = context.session.plan().store(table).rows();
    let columns = table.columns();
    let (row, column) = (place.0.min(rows.saturating_sub(1)), place.1);
    let is_writing = writing.text.is_some();

    use_effect_with((row, column, *first, is_writing), {
        let (grid, field) = (grid.clone(), field.clone());
        move |(.., is_writing)| {
            let Some(grid) = grid.cast::<Element>() else { return };
            if *is_writing {
                if let Some(field) = field.cast::<HtmlElement>() {
                    let _ = field.focus();
                }
            } else if let Some(cell) = grid.query_selector("[aria-selected='true'][data-active]").ok().flatten() {
                let nearest = web_sys::ScrollIntoViewOptions::new();
                nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
                nearest.set_inline(web_sys::ScrollLogicalPosition::Nearest);
                if grid.contains(web_sys::window().and_then(|window| window.document()?.active_element()).as_deref()) {
                    cell.scroll_into_view_with_scroll_into_view_options(&nearest);
                }
            }
        }
    });
    let onscroll = {
        let first = first.clone();
        Callback::from(move |event: Event| {
            if let Some(region) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
                let at = u32::try_from(region.scroll_top() / ROW_HEIGHT).unwrap_or(0);
                // Not with every pixel: what is drawn reaches further than what is seen.
                let at = at.saturating_sub(ROWS_DRAWN / 4) / 8 * 8;
                if at != *first {
                    first.set(at);
                }
            }
        })
    };
    let go = {
        let (place, anchor, first, region) = (place.clone(), anchor.clone(), first.clone(), region.clone());
        move |to: Place, extends: bool| {
            if extends {
                if anchor.is_none() {
                    anchor.set(Some(*place));
                }
            } else {
                anchor.set(None);
            }
            if (to.0 < *first || to.0 >= *first + ROWS_DRAWN)
                && let Some(region) = region.cast::<Element>()
            {
                first.set(to.0.saturating_sub(ROWS_DRAWN / 4) / 8 * 8);
                region.set_scroll_top(i32::try_from(to.0).unwrap_or(i32::MAX).saturating_mul(ROW_HEIGHT));
            }
            place.set(to);
        }
    };
    let (from, to) = range((row, column), anchor.map(|anchor| (anchor.0.min(rows.saturating_sub(1)), anchor.1)));
    let back_to_grid = {
        let grid = grid.clone();
        move || {
            if let Some(grid) = grid.cast::<HtmlElement>() {
                let _ = grid.focus();
            }
        }
    };
    let commit = {
        let (context, writing, back) = (context.clone(), writing.clone(), back_to_grid.clone());
        move || -> bool {
            let Some(text) = &writing.text else { return true };
            match cell_edit(context.session.plan(), table, row, column, text) {
                Ok(edit) => {
                    if text != &written(context.session.plan(), table, row, column) {
                        context
                            .change
                            .emit(Change::new(name_of(context.session.plan(), table, row, column), vec![edit]));
                    }
                    writing.set(Writing::default());
                    back();
                    true
                }
                Err(problem) => {
                    let problem = format!("{}. Expected: {}.", capitalised(&problem.what), problem.expected);
                    writing.set(Writing { text: Some(text.clone()), problem });
                    false
                }
            }
        }
    };
    let onkeydown = {
        let (context, writing, go, commit) = (context.clone(), writing.clone(), go.clone(), commit.clone());
        let (anchor, place) = (anchor.clone(), place.clone());
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            let moved = |down: i64, right: i64| -> Place {
                let limit = |at: i64, of: usize| at.clamp(0, i64::try_from(of).unwrap_or(0).saturating_sub(1).max(0));
                let row = limit(i64::from(row) + down, rows as usize);
                let column = limit(i64::try_from(column).unwrap_or(0) + right, columns.len());
                (u32::try_from(row).unwrap_or(0), usize::try_from(column).unwrap_or(0))
            };
            let is_command = event.ctrl_key() || event.meta_key();
            if writing.text.is_some() {
                match key.as_str() {
                    "Escape" => {
                        writing.set(Writing::default());
                        back_to_grid();
                        event.stop_propagation();
                    }
                    "Enter" if commit() => go(moved(1, 0), false),
                    "Tab" if commit() => go(moved(0, if event.shift_key() { -1 } else { 1 }), false),
                    "Enter" | "Tab" => {}
                    _ => return,
                }
                event.prevent_default();
                return;
            }
            let tell = |problem: String| writing.set(Writing { text: None, problem });
            let write = |text: String| writing.set(Writing { text: Some(text), problem: String::new() });
            let last = i64::from(rows);
            let wide = i64::try_from(columns.len()).unwrap_or(0);
            match (key.as_str(), is_command) {
                ("ArrowDown", false) => go(moved(1, 0), event.shift_key()),
                ("ArrowUp", false) => go(moved(-1, 0), event.shift_key()),
                ("ArrowRight", false) => go(moved(0, 1), event.shift_key()),
                ("ArrowLeft", false) => go(moved(0, -1), event.shift_key()),
                ("PageDown", false) => go(moved(PAGE, 0), event.shift_key()),
                ("PageUp", false) => go(moved(-PAGE, 0), event.shift_key()),
                ("Home", false) => go(moved(0, -wide), event.shift_key()),
                ("End", false) => go(moved(0, wide), event.shift_key()),
                ("Home", true) => go(moved(-last, -wide), event.shift_key()),
                ("End", true) => go(moved(last, wide), event.shift_key()),
                ("Enter" | "F2", false) => write(written(context.session.plan(), table, row, column)),
                ("Delete", false) => tell(done(&context, emptied(table, from, to))),
                ("d", true) => tell(done(&context, filled_down(context.session.plan(), table, from, to))),
                ("a", true) => {
                    anchor.set(Some((0, 0)));
                    place.set(moved(last, wide));
                }
                (letter, false) if letter.chars().count() == 1 && !event.alt_key() => write(letter.to_owned()),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onpaste = {
        let (context, writing) = (context.clone(), writing.clone());
        Callback::from(move |event: Event| {
            let text = event
                .dyn_ref::<web_sys::ClipboardEvent>()
                .and_then(|event| event.clipboard_data()?.get_data("text/plain").ok());
            let Some(text) = text.filter(|_| writing.text.is_none()) else { return };
            event.prevent_default();
            let (change, problems) = pasted(context.session.plan(), table, from, &cells_of_text(&text));
            context.change.emit(change);
            writing.set(Writing { text: None, problem: told(&problems) });
        })
    };
    let oncopy = {
        let (context, writing) = (context.clone(), writing.clone());
        Callback::from(move |event: Event| {
            let data = event.dyn_ref::<web_sys::ClipboardEvent>().and_then(web_sys::ClipboardEvent::clipboard_data);
            if let Some(data) = data.filter(|_| writing.text.is_none()) {
                let _ = data.set_data("text/plain", &copied(context.session.plan(), table, from, to));
                event.prevent_default();
            }
        })
    };
    // On the document: with the focus on what is no field, Firefox sends these to the body. Anew with each drawing, as what
    // they do stands on what is shown.
    use_effect({
        let (grid, document) = (grid.clone(), gloo::utils::document());
        move || {
            let listening = |name: &'static str, callback: Callback<Event>| {
                let grid = grid.clone();
                let preventing = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&document, name, preventing, move |event| {
                    if grid.cast::<Element>().is_some_and(|grid| has_focus(&grid)) {
                        callback.emit(event.clone());
                    }
                })
            };
            let listeners = (listening("paste", onpaste), listening("copy", oncopy));
            move || drop(listeners)
        }
    });
    let removing = {
        let (context, writing) = (context.clone(), writing.clone());
        Callback::from(move |_: MouseEvent| {
            let problem = done(&context, removed(table, from.0, to.0));
            writing.set(Writing { text: None, problem });
        })
    };
    let oninput = {
        let writing = writing.clone();
        Callback::from(move |event: InputEvent| {
            writing.set(Writing { text: Some(field_value(&event)), problem: String::new() })
        })
    };
    let id = format!("grid-{}", table.name());
    let cell_id = |row: u32, column: usize| format!("{id}-{row}-{column}");
    let start = (*first).min(rows);
    let end = start.saturating_add(ROWS_DRAWN).min(rows);
    let spacer = |height: u32| {
        let height = (i64::from(height) * i64::from(ROW_HEIGHT)).to_string();
        tag("tr")
            .attribute("role", "presentation")
            .child(tag("td").attribute("role", "presentation").attribute("height", height))
    };
    let mut head = tag("tr").attribute("role", "row").attribute("aria-rowindex", "1");
    for column in columns {
        head = head.child(
            tag("th")
                .key(column.name)
                .attribute("role", "columnheader")
                .attribute("scope", "col")
                .words(capitalised(&spaced(column.name))),
        );
    }
    let mut body = tag("tbody").child(spacer(start).key("above"));
    for at in start..end {
        let mut line =
            tag("tr").key(at).attribute("role", "row").attribute("aria-rowindex", (u64::from(at) + 2).to_string());
        for (in_column, of) in columns.iter().enumerate() {
            let is_selected = (from.0..=to.0).contains(&at) && (from.1..=to.1).contains(&in_column);
            let is_active = (at, in_column) == (row, column);
            let choose = go.clone();
            let mut cell = tag("td")
                .attribute("role", "gridcell")
                .id(cell_id(at, in_column))
                .attribute("aria-colindex", (in_column + 1).to_string())
                .attribute("aria-selected", if is_selected { "true" } else { "false" })
                .flag("data-active", is_active)
                .class(if of.kind.is_number() { "num" } else { "" })
                .onclick(Callback::from(move |event: MouseEvent| choose((at, in_column), event.shift_key())));
            if let (true, Some(text)) = (is_active, &writing.text) {
                let input = tag("input")
                    .class("input")
                    .place(field.clone())
                    .attribute("type", "text")
                    .attribute("list", format!("{id}-words"))
                    .attribute("aria-label", name_of(context.session.plan(), table, row, column))
                    .attribute("aria-invalid", if writing.problem.is_empty() { "false" } else { "true" })
                    .attribute("aria-describedby", format!("{id}-problem"))
                    .value(text.clone())
                    .oninput(oninput.clone());
                cell = cell.child(input);
            } else {
                cell = cell.words(shown(context.session.plan(), table, at, in_column));
            }
            line = line.child(cell);
        }
        body = body.child(line);
    }
    body = body.child(spacer(rows.saturating_sub(end)).key("below"));
    let words = format!(
        "{}. Arrow keys move, Enter or F2 writes, Escape leaves, Tab goes on, Delete empties; Shift chooses several; Ctrl+C and Ctrl+V copy and paste, Ctrl+D fills down.",
        count_of(rows as usize, "row", "rows")
    );
    let delete = match from.0 == to.0 {
        true => format!("Delete row {}", u64::from(from.0) + 1),
        false => format!("Delete rows {} to {}", u64::from(from.0) + 1, u64::from(to.0) + 1),
    };
    html! {
        <div class="grid">
            <p id={format!("{id}-help")} class="section__note">{ words }</p>
            <div class="grid__region" ref={region} {onscroll}>
                <table
                    class="grid__table"
                    role="grid"
                    tabindex="0"
                    ref={grid}
                    aria-label={format!("{}, to be changed", capitalised(&spaced(table.name())))}
                    aria-describedby={format!("{id}-help")}
                    aria-rowcount={(u64::from(rows) + 1).to_string()}
                    aria-colcount={columns.len().to_string()}
                    aria-activedescendant={(rows > 0).then(|| cell_id(row, column))}
                    {onkeydown}
                >
                    <thead>{ head.html() }</thead>
                    { body.html() }
                </table>
            </div>
            <p id={format!("{id}-problem")} class="field__error" role="alert">{ writing.problem.clone() }</p>
            { suggestions(context.session.plan(), columns.get(column).map(|column| column.kind), format!("{id}-words")) }
            <div class="toolbar">
                { tag("button").attribute("type", "button").class("button button--secondary button--small").flag("disabled", rows == 0).onclick(removing).words(delete).html() }
            </div>
            <div><AddRow {context} {table} /></div>
        </div>
    }
}

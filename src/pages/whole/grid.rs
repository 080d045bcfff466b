//! A table of the plan as a grid in which a person writes: one stop of the Tab key, cells by the arrow keys. Only the rows
//! that are in sight are drawn, however many there are.

mod add_row;
mod cells;
mod edits;
mod given;
mod hooks;
mod keys;
mod looking;
mod made_ids;
mod not_taken;
mod paste;
mod said;
mod shown_rows;
mod suggestions;
mod usual_columns;

use crate::browser::has_focus;
use crate::components::{LiveState, capitalised, choice_words, count_of, field_value, tag, use_live_state};
use crate::page_context::PageContext;
use add_row::AddRow;
use cells::{Cells, ROW_HEIGHT, ROWS_DRAWN, first_drawn};
use edits::{done, emptied, filled_down, name_of, removed, typed, words_of, written};
use given::cells_of_text;
use gloo::utils::document;
use hooks::{clipboard, focus, use_active_cell, use_clipboard};
use keys::{Command, Pressed, Size, chosen, command, written_on};
use looking::{Found, Looking, fields};
use not_taken::{Place, Said, told};
use one_plan_model::plan::Table;
use paste::{columns_from, columns_of_headings, copied, pasted};
use shown_rows::{ShownRows, next_with};
use std::ops::RangeInclusive;
use suggestions::suggestions;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

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

/// What is said to somebody who writes where new rows come.
const NEW_ROWS: &str =
    "Rows that you paste here are added. To write one, use \"Add a row\" below: a row is taken as a whole.";

/// Where a person is, as it is now and not as it was drawn.
#[derive(Clone)]
struct Now {
    place: LiveState<Place>,
    /// Where the chosen cells begin; nothing where only one is chosen.
    anchor: LiveState<Option<Place>>,
    size: Size,
}

impl Now {
    /// The active cell.
    fn at(&self) -> Place {
        self.size.moved(self.place.get(), 0, 0)
    }

    /// The chosen cells.
    fn chosen(&self) -> (RangeInclusive<u32>, RangeInclusive<usize>) {
        chosen(self.at(), self.anchor.get().map(|anchor| self.size.moved(anchor, 0, 0)))
    }
}

/// The grid.
#[component]
pub fn Grid(properties: &GridProperties) -> Html {
    let GridProperties { context, table } = properties;
    let (context, table) = (context.clone(), *table);
    // A person may type faster than the page is drawn.
    let place = use_live_state(|| (0_u32, 0_usize));
    let anchor = use_live_state(|| None::<Place>);
    let first = use_live_state(|| 0_u32);
    let writing = use_live_state(Writing::default);
    let said = use_live_state(Said::default);
    let looking = use_state(Looking::default);
    let found = use_state(String::new);
    let with_headings = use_state(|| false);
    let (region, grid, field) = (use_node_ref(), use_node_ref(), use_node_ref());
    let columns = table.columns();
    let all = context.session.plan().store(table).rows();
    // Not with every change of a cell: a row that is being changed stays where a person sees it.
    let rows = use_memo((looking.choice(), all, table), {
        let plan = context.session.clone();
        move |(choice, _, table)| ShownRows::of(plan.plan(), *table, choice)
    });
    let size = Size { rows: rows.count(), columns: columns.len() };
    let now = Now { place: place.clone(), anchor: anchor.clone(), size };
    let (at, (chosen_rows, chosen_columns)) = (now.at(), now.chosen());
    let row = rows.at(at.0);
    let (drawn_first, written_now) = (first.get(), writing.get());
    use_active_cell(at, drawn_first, written_now.text.is_some(), &grid, &field);

    let onscroll = {
        let first = first.clone();
        Callback::from(move |event: Event| {
            if let Some(region) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
                first.set(first_drawn(u32::try_from(region.scroll_top() / ROW_HEIGHT).unwrap_or(0)));
            }
        })
    };
    let tell = {
        let (writing, said) = (writing.clone(), said.clone());
        move |words: Said| {
            writing.set(Writing::default());
            said.set(words);
        }
    };
    // Puts what is written into its cell; false where it cannot be taken, and why is said.
    let commit = {
        let (context, writing, rows, now) = (context.clone(), writing.clone(), rows.clone(), now.clone());
        let said = said.clone();
        move || -> bool {
            let at = now.at();
            let (Some(text), Some(row)) = (writing.get().text, rows.at(at.0)) else { return true };
            let session = &context.session;
            let is_otherwise = text != written(session.plan(), table, row, at.1);
            let tried = is_otherwise.then(|| typed(session, table, row, at.1, &text)).transpose();
            match tried {
                Ok(tried) => {
                    writing.set(Writing::default());
                    if let Some(tried) = tried {
                        context.make.emit(tried);
                        // What was not taken and is written now is told no longer.
                        said.set(said.get().without((row, at.1)));
                    }
                    true
                }
                Err(problem) => {
                    let problem = format!("{}. Expected: {}.", capitalised(&problem.what), problem.expected);
                    writing.set(Writing { text: Some(text), problem });
                    false
                }
            }
        }
    };
    let go = {
        let (now, first, region, writing, field) =
            (now.clone(), first.clone(), region.clone(), writing.clone(), field.clone());
        let commit = commit.clone();
        Callback::from(move |(to, extends): (Place, bool)| {
            if writing.get().text.is_some() {
                // Who presses into the field stays in it, and who presses elsewhere has written what stands there: what cannot be
                // taken is mended first.
                if to == now.at() {
                    return;
                }
                if !commit() {
                    focus(&field);
                    return;
                }
            }
            if !extends {
                now.anchor.set(None);
            } else if now.anchor.get().is_none() {
                now.anchor.set(Some(now.at()));
            }
            if (to.0 < first.get() || to.0 >= first.get().saturating_add(ROWS_DRAWN))
                && let Some(region) = region.cast::<Element>()
            {
                first.set(first_drawn(to.0));
                region.set_scroll_top(i32::try_from(to.0).unwrap_or(i32::MAX).saturating_mul(ROW_HEIGHT));
            }
            now.place.set(to);
        })
    };
    let onkeydown = {
        let (context, writing, go, tell) = (context.clone(), writing.clone(), go.clone(), tell.clone());
        let (now, rows, grid, field, commit) = (now.clone(), rows.clone(), grid.clone(), field.clone(), commit.clone());
        Callback::from(move |event: KeyboardEvent| {
            let (key, at) = (event.key(), now.at());
            if let Some(text) = writing.get().text {
                // The field has the focus only once it is drawn: what is typed until then is written all the same.
                let is_before_the_field = !field.cast::<Element>().is_some_and(|field| has_focus(&field));
                match key.as_str() {
                    "Escape" => {
                        writing.set(Writing::default());
                        focus(&grid);
                        event.stop_propagation();
                    }
                    "Enter" | "Tab" if commit() => {
                        focus(&grid);
                        let (down, right) = match (key.as_str(), event.shift_key()) {
                            ("Enter", _) => (1, 0),
                            (_, true) => (0, -1),
                            (_, false) => (0, 1),
                        };
                        go.emit((size.moved(at, down, right), false));
                    }
                    "Enter" | "Tab" => {}
                    _ if is_before_the_field && !(event.ctrl_key() || event.meta_key() || event.alt_key()) => {
                        let Some(text) = written_on(text, &key) else { return };
                        writing.set(Writing { text: Some(text), problem: String::new() });
                    }
                    _ => return,
                }
                event.prevent_default();
                return;
            }
            let pressed = Pressed {
                key: &key,
                command: event.ctrl_key() || event.meta_key(),
                shift: event.shift_key(),
                alt: event.alt_key(),
            };
            let plan = context.session.plan();
            let write = |text: String| writing.set(Writing { text: Some(text), problem: String::new() });
            let (chosen_rows, chosen_columns) = now.chosen();
            let of_plan = || rows.between(chosen_rows.clone());
            match (command(pressed, at, size), rows.at(at.0)) {
                (Some(Command::Go { to, extends }), _) => go.emit((to, extends)),
                (Some(Command::All), _) => {
                    now.anchor.set(Some((0, 0)));
                    now.place.set(size.last());
                }
                (Some(Command::Change), Some(row)) => write(written(plan, table, row, at.1)),
                (Some(Command::Write(text)), Some(_)) => write(text),
                // A row is taken as a whole: cell by cell the first would lack the others.
                (Some(Command::Change | Command::Write(_)), None) => tell(Said::words(NEW_ROWS)),
                (Some(Command::Empty), _) if !of_plan().is_empty() => {
                    tell(done(&context, emptied(table, &of_plan(), chosen_columns.clone())));
                }
                (Some(Command::FillDown), _) if !of_plan().is_empty() => {
                    tell(done(&context, filled_down(plan, table, &of_plan(), chosen_columns.clone())));
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onpaste = {
        let (context, tell, rows, writing, now) =
            (context.clone(), tell.clone(), rows.clone(), writing.clone(), now.clone());
        Callback::from(move |event: Event| {
            let text = clipboard(&event).and_then(|data| data.get_data("text/plain").ok());
            let Some(text) = text.filter(|_| writing.get().text.is_none()) else { return };
            let (chosen_rows, chosen_columns) = now.chosen();
            let from = (*chosen_rows.start(), *chosen_columns.start());
            event.prevent_default();
            let cells = cells_of_text(&text);
            let onto = rows.between(from.0..=rows.count());
            let by_headings = cells.split_first().and_then(|(first, _)| columns_of_headings(table, first));
            let below = if by_headings.is_some() { cells.get(1..).unwrap_or_default() } else { &cells };
            let columns = by_headings.unwrap_or_else(|| columns_from(table, from.1));
            let (tried, problems) = pasted(&context.session, table, &onto, &columns, below);
            context.make.emit(tried);
            tell(told(problems));
        })
    };
    let oncopy = {
        let (context, rows, writing, now, with_headings) =
            (context.clone(), rows.clone(), writing.clone(), now.clone(), *with_headings);
        Callback::from(move |event: Event| {
            if let Some(data) = clipboard(&event).filter(|_| writing.get().text.is_none()) {
                let (chosen_rows, chosen_columns) = now.chosen();
                let rows = rows.between(chosen_rows.clone());
                let text = copied(context.session.plan(), table, &rows, chosen_columns, with_headings);
                let _ = data.set_data("text/plain", &text);
                event.prevent_default();
            }
        })
    };
    use_clipboard(&grid, oncopy, onpaste);
    let of_plan = rows.between(chosen_rows.clone());
    let delete = match of_plan.is_empty() {
        true => "Delete row".to_owned(),
        false => format!("Delete {}", words_of(&of_plan)),
    };
    let removing = {
        let (context, tell, of_plan) = (context.clone(), tell.clone(), of_plan.clone());
        let (place, anchor, first) = (place.clone(), anchor.clone(), *chosen_rows.start());
        Callback::from(move |press: MouseEvent| {
            // The second press of two is about the rows that moved up, which nobody chose.
            if press.detail() > 1 {
                return;
            }
            let problem = done(&context, removed(table, &of_plan));
            if problem.is_empty() {
                place.change(|place| place.0 = first);
                anchor.set(None);
            }
            tell(problem);
        })
    };
    let onlooking = {
        let (looking, place, anchor, found) = (looking.clone(), place.clone(), anchor.clone(), found.setter());
        let writing = writing.clone();
        Callback::from(move |next: Looking| {
            found.set(String::new());
            if next.choice() != looking.choice() {
                // What could not be taken does not go to another row.
                writing.change(|writing| writing.text = None);
                place.change(|place| place.0 = 0);
                anchor.set(None);
            }
            looking.set(next);
        })
    };
    let onnext = {
        let (context, go, rows, looking, now) =
            (context.clone(), go.clone(), rows.clone(), looking.clone(), now.clone());
        let found = found.setter();
        Callback::from(move |()| {
            let next = next_with(context.session.plan(), table, &rows, now.at(), &looking.words);
            match next.and_then(|to| Some((to, rows.at(to.0)?))) {
                Some((to, row)) => {
                    go.emit((to, false));
                    found.set(format!("Found in {}.", name_of(context.session.plan(), table, row, to.1)));
                }
                None => found.set(format!("No row has \"{}\".", looking.words.trim())),
            }
        })
    };
    let id = format!("grid-{}", table.name());
    // Whoever goes elsewhere on the page has written; whoever looks at another window comes back to it.
    let onblur = Callback::from(move |_: FocusEvent| {
        if document().has_focus().unwrap_or(true) {
            commit();
        }
    });
    let write_field = written_now.text.as_ref().zip(row).map(|(text, row)| {
        let oninput = {
            let writing = writing.clone();
            Callback::from(move |event: InputEvent| {
                writing.set(Writing { text: Some(field_value(&event)), problem: String::new() })
            })
        };
        tag("input")
            .class("input")
            .place(field.clone())
            .attribute("type", "text")
            .attribute("list", format!("{id}-words"))
            .attribute("aria-label", name_of(context.session.plan(), table, row, at.1))
            .attribute("aria-invalid", if written_now.problem.is_empty() { "false" } else { "true" })
            .attribute("aria-describedby", format!("{id}-problem"))
            .value(text.clone())
            .oninput(oninput)
            .onblur(onblur.clone())
    });
    let go_to = {
        let (go, grid) = (go.clone(), grid.clone());
        Callback::from(move |to: Place| {
            go.emit((to, false));
            focus(&grid);
        })
    };
    let problem = said::below(&written_now.problem, &said.get(), &rows, &go_to);
    // Only who writes is offered words.
    let offered = columns.get(at.1).filter(|_| written_now.text.is_some()).map(|column| column.kind);
    let drawn = Cells {
        plan: context.session.plan(),
        table,
        rows: &rows,
        first: drawn_first,
        active: at,
        chosen: (chosen_rows, chosen_columns),
        field: write_field,
        go,
    };
    let head = drawn.head(looking.order, &{
        let (looking, onlooking) = (looking.clone(), onlooking.clone());
        Callback::from(move |column| onlooking.emit(looking.ordered_by(column)))
    });
    let words = format!(
        "{}. Arrow keys move, Enter or F2 writes, Escape leaves, Tab goes on, Delete empties; Shift chooses several; Ctrl+C and Ctrl+V copy and paste, Ctrl+D fills down. Rows that are pasted behind the last are new ones. Another order and rows left out change only what is seen here.",
        count_of(all as usize, "row", "rows")
    );
    let headings =
        tag("input").attribute("type", "checkbox").checked(*with_headings).onchange(Callback::from(move |_| {
            with_headings.set(!*with_headings);
        }));
    let toolbar = tag("div")
        .class("toolbar")
        .child(
            tag("button")
                .attribute("type", "button")
                .class("button button--secondary button--small")
                .flag("disabled", of_plan.is_empty())
                .onclick(removing)
                .words(delete),
        )
        .child(tag("label").class("grid__only").child(headings).words("Copy with the headings"));
    let found = Found { shown: rows.count(), all, words: &found };
    html! {
        <div class="grid">
            <p id={format!("{id}-help")} class="section__note">{ words }</p>
            { fields(table, &looking, found, &onlooking, onnext) }
            <div class="grid__region" ref={region} {onscroll}>
                <table
                    class="grid__table"
                    role="grid"
                    tabindex="0"
                    ref={grid}
                    aria-label={format!("{}, to be changed", capitalised(&choice_words(table.name())))}
                    aria-describedby={format!("{id}-help")}
                    aria-rowcount={(u64::from(rows.count()) + 2).to_string()}
                    aria-colcount={(columns.len() + 1).to_string()}
                    aria-activedescendant={Cells::id(table, at)}
                    {onkeydown}
                >
                    <thead>{ head }</thead>
                    { drawn.body() }
                </table>
            </div>
            { problem.id(format!("{id}-problem")).html() }
            { suggestions(context.session.plan(), offered, format!("{id}-words")) }
            { toolbar.html() }
            <div><AddRow {context} {table} /></div>
        </div>
    }
}

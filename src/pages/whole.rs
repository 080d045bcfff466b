//! The tables of a section: every row as the plan gives it, with what is computed for it beside it, and every figure of
//! the section that has no other place. What is there stands in a list; a person opens what they want to see.

mod as_of;
mod changing;
mod column_heading;
mod figures;
mod grid;
mod money_forms;
mod page_of_table;
mod parts;
mod rows;
mod to_tables;

pub use as_of::day_field;
pub use changing::ChangeTables;
pub use page_of_table::page_of_table;
pub use parts::about;
pub use to_tables::ToTables;

use crate::browser;
use crate::components::{LiveState, Tag, capitalised, choice_words, count_of, tag, titled_by, use_live_state};
use crate::navigation::Page;
use crate::page_context::PageContext;
use crate::pages::view_state::{OnPaper, use_end_of_ids};
use figures::PartFigures;
use one_plan_model::plan::Table;
use rows::TableRows;
use std::collections::BTreeSet;
use web_sys::Element;
use yew::prelude::*;

/// Properties of [`SectionTables`].
#[derive(Clone, PartialEq, Properties)]
pub struct SectionTablesProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// Whose tables.
    pub page: Page,
}

/// What the calculated figures are called among the tables.
const FIGURES: &str = "figures";

/// The list of the tables of a section, and those of them that are open.
#[component]
pub fn SectionTables(properties: &SectionTablesProperties) -> Html {
    let (context, page) = (&properties.context, properties.page);
    // On paper nobody can open anything: all of it stands there, or nothing where the paper is to be short.
    let on_paper = use_context::<OnPaper>();
    let end = use_end_of_ids(page.word());
    // Two may be opened faster than the page is drawn.
    let open_now = use_live_state(|| {
        let entries = entries(context, page, &Opened::new());
        if on_paper.is_some() { all_names(&entries) } else { first_open(&entries) }
    });
    let opened = open_now.get();
    let entries = entries(context, page, &opened);
    let arrived = use_state(|| None::<&'static str>);
    let place = use_node_ref();
    // Whoever opens a table wants to be at it; it may lie far below the list.
    use_effect_with(*arrived, {
        let place = place.clone();
        move |arrived| {
            if let (Some(name), Some(place)) = (arrived, place.cast::<Element>()) {
                browser::focus_first(&place, &format!("#part-{name}"));
            }
        }
    });
    if on_paper == Some(OnPaper::Short) {
        return tag("div").html();
    }
    let mut content = tag("div").attribute(to_tables::TABLES, "").place(place);
    if !entries.is_empty() {
        let contents = titled_by(format!("tables-title{end}"), "Tables of this section".to_owned())
            .maybe(parts::about_tables(page).map(|words| tag("p").class("prose").words(words).html()))
            .child(contents_list(&entries, &open_now, &arrived))
            .child(tag("div").class("toolbar").child(switch_of_all(&entries, &open_now, &arrived)));
        content = content.child(contents.key("contents"));
    }
    for (name, ..) in entries.iter().filter(|(name, ..)| opened.contains(name)) {
        let shown = match Table::named(name) {
            Some(table) => html! { <TableRows context={context.clone()} {table} /> },
            None => html! { <PartFigures context={context.clone()} {page} /> },
        };
        let part = tag("div").key(*name).id(format!("part-{name}{end}")).attribute("tabindex", "-1").child(shown);
        content = content.child(part);
    }
    let fill = {
        let (open_now, arrived) = (open_now.clone(), arrived.clone());
        Callback::from(move |name: &'static str| {
            arrived.set(Some(name));
            open_now.change(|opened| {
                opened.insert(name);
            });
        })
    };
    // What the page shows in its own way is looked for among the tables too: it stands before those that are empty.
    let changing = tag("div").key("changing").child(html! { <ChangeTables context={context.clone()} {page} /> });
    content.child(changing).child(empty_tables(context, (page, &end), &opened, &fill)).html()
}

/// Which tables are open, by their names.
type Opened = BTreeSet<&'static str>;

/// The list of what there is; whoever presses one opens or closes it.
fn contents_list(
    entries: &[(&'static str, String, String)],
    open_now: &LiveState<Opened>,
    arrived: &UseStateHandle<Option<&'static str>>,
) -> Tag {
    let opened = open_now.get();
    let mut list = tag("ul").class("contents");
    for (name, words, count) in entries {
        let (open_now, arrived, name) = (open_now.clone(), arrived.clone(), *name);
        let toggle = Callback::from(move |_: MouseEvent| {
            open_now.change(|opened| {
                let opens = !opened.remove(name) && opened.insert(name);
                arrived.set(opens.then_some(name));
            });
        });
        let button = tag("button")
            .attribute("type", "button")
            .class("contents__name")
            .attribute("aria-expanded", if opened.contains(name) { "true" } else { "false" })
            .attribute("data-opens", name)
            .onclick(toggle)
            .words(words.clone());
        list = list
            .child(tag("li").key(name).child(button).child(tag("span").class("contents__count").words(count.clone())));
    }
    list
}

/// The button that opens all of it, or closes all.
fn switch_of_all(
    entries: &[(&'static str, String, String)],
    open_now: &LiveState<Opened>,
    arrived: &UseStateHandle<Option<&'static str>>,
) -> Tag {
    let everything = all_names(entries);
    let all_open = open_now.get() == everything;
    let (open_now, arrived) = (open_now.clone(), arrived.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        arrived.set(None);
        open_now.set(if all_open { Opened::new() } else { everything.clone() });
    });
    tag("button")
        .attribute("type", "button")
        .class("button button--secondary button--small contents__all")
        .onclick(onclick)
        .words(if all_open { "Close all" } else { "Open all" })
}

/// The names of all tables of a section.
fn all_names(entries: &[(&'static str, String, String)]) -> Opened {
    entries.iter().map(|(name, ..)| *name).collect()
}

/// The tables that have rows or are being filled, and the figures, each with what it is called and how much of it there is.
fn entries(context: &PageContext, page: Page, opened: &Opened) -> Vec<(&'static str, String, String)> {
    let plan = context.session.plan();
    let mut entries = Vec::new();
    for table in parts::tables(page) {
        let rows = plan.row_count(*table);
        if rows > 0 || opened.contains(table.name()) {
            entries.push((table.name(), capitalised(&choice_words(table.name())), count_of(rows, "row", "rows")));
        }
    }
    let kinds = parts::kinds_among_tables(page);
    let figures: usize = kinds.map(|kind| context.session.outcome().figures_of(kind).count()).sum();
    if figures > 0 {
        entries.push((FIGURES, "Calculated figures".to_owned(), count_of(figures, "figure", "figures")));
    }
    entries
}

/// What is open at first: the only thing that there is.
fn first_open(entries: &[(&'static str, String, String)]) -> Opened {
    match entries {
        [(only, ..)] | [(only, ..), (FIGURES, ..)] => Opened::from([*only]),
        _ => Opened::new(),
    }
}

/// The tables of the section in which the plan gives nothing; each can be filled. The ids have an end of their own on paper.
fn empty_tables(
    context: &PageContext,
    (page, end): (Page, &str),
    opened: &Opened,
    fill: &Callback<&'static str>,
) -> Html {
    let plan = context.session.plan();
    let is_empty = |table: &&Table| plan.row_count(**table) == 0 && !opened.contains(table.name());
    let mut list = tag("ul").class("contents");
    let mut count = 0_usize;
    for name in parts::tables(page).iter().filter(is_empty).map(|table| table.name()) {
        count += 1;
        let button = tag("button")
            .attribute("type", "button")
            .class("contents__name")
            .attribute("data-fills", name)
            .onclick(fill.reform(move |_| name))
            .words("Add rows")
            .child(tag("span").class("visually-hidden").words(format!(" to {}", choice_words(name))));
        let words = tag("span").class("contents__count").words(capitalised(&choice_words(name)));
        list = list.child(tag("li").key(name).child(words).child(button));
    }
    if count == 0 {
        return tag("div").key("empty").html();
    }
    let words = format!("The plan gives nothing in {}.", count_of(count, "table", "tables"));
    let section = titled_by(format!("nothing-given{end}"), "Tables left empty".to_owned())
        .child(tag("p").class("prose").words(words))
        .child(list);
    tag("div").key("empty").child(section).html()
}

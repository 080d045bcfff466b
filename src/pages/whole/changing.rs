//! The tables that a page shows in its own way: here they are changed as they stand in the plan.

use super::grid::Grid;
use super::parts;
use super::to_tables::TABLES;
use crate::components::{capitalised, choice_words, count_of, tag, titled, titled_by};
use crate::navigation::Page;
use crate::page_context::PageContext;
use crate::pages::view_state::OnPaper;
use one_plan_model::plan::Table;
use yew::prelude::*;

/// Properties of [`ChangeTables`].
#[derive(Clone, PartialEq, Properties)]
pub struct ChangeTablesProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// Whose tables.
    pub page: Page,
}

/// The list of these tables, and the one that is being changed.
#[component]
pub fn ChangeTables(properties: &ChangeTablesProperties) -> Html {
    let (context, page) = (&properties.context, properties.page);
    let opened = use_state(|| None::<Table>);
    let on_paper = use_context::<OnPaper>().is_some();
    let tables = parts::shown_by_page(page);
    if on_paper || tables.is_empty() {
        return tag("div").html();
    }
    let mut list = tag("ul").class("contents");
    for table in tables {
        let (name, is_open) = (table.name(), *opened == Some(*table));
        let rows = context.session.plan().row_count(*table);
        let toggle = {
            let opened = opened.clone();
            Callback::from(move |_: MouseEvent| opened.set((!is_open).then_some(*table)))
        };
        let button = tag("button")
            .attribute("type", "button")
            .class("contents__name")
            .attribute("aria-expanded", if is_open { "true" } else { "false" })
            .attribute("data-changes", name)
            .onclick(toggle)
            .words(capitalised(&choice_words(name)));
        let count = tag("span").class("contents__count").words(count_of(rows, "row", "rows"));
        list = list.child(tag("li").key(name).child(button).child(count));
    }
    let section = titled("changing-title", "Change what stands on this page").child(list);
    let mut grid = tag("div");
    if let Some(table) = *opened {
        let name = capitalised(&choice_words(table.name()));
        let part = titled_by(format!("change-{}", table.name()), name);
        grid = grid.child(part.key(table.name()).child(html! { <Grid context={context.clone()} {table} /> }));
    }
    tag("div").attribute(TABLES, "").child(section).child(grid).html()
}

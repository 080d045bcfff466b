//! The whole plan, part by part: every table as the plan gives it, with what is computed for each
//! row beside it, and every other figure of the part.

mod as_of;
mod figures;
mod parts;
mod rows;

pub use figures::figures;
pub use rows::rows;

use super::{Part, part};
use crate::app::{Page, PlanPart, reporting};
use crate::components::{count_of, tag, titled};
use crate::session::Desk;
use one_plan_model::plan::Table;
use yew::prelude::*;

/// The page that leads to the parts.
pub fn page(desk: &Desk) -> Html {
    let mut list = tag("ul").class("cards");
    for of in PlanPart::ALL {
        let rows: usize = parts::tables(of).iter().map(|table| desk.session.plan().row_count(*table)).sum();
        let figures: usize = parts::kinds(of).map(|kind| desk.session.outcome().figures_of(kind).count()).sum();
        let link = tag("a").attribute("href", Page::Part(of).hash()).words(of.name());
        let note = [&*count_of(rows, "row", "rows"), ", ", &count_of(figures, "figure", "figures")].concat();
        list = list.child(
            tag("li")
                .key(of.word())
                .class("card")
                .child(tag("h2").class("card__heading").child(link))
                .child(tag("p").words(parts::about(of)))
                .child(tag("p").class("card__note").words(note)),
        );
    }
    tag("div")
        .child(tag("h1").class("page__title").words("The whole plan"))
        .child(tag("p").class("page__lead").words("Every table of the plan and what follows from it, in ten parts."))
        .child(list)
        .html()
}

/// The page of one part.
pub fn part_page(desk: &Desk, of: PlanPart) -> Html {
    let mut content = tag("div")
        .child(navigation(of))
        .child(tag("h1").class("page__title").words(of.name()))
        .child(tag("p").class("page__lead").words(parts::about(of)));
    if matches!(of, PlanPart::Time | PlanPart::Programmes) {
        content = content.child(tag("div").key("as-of").child(as_of::field(desk)));
    }
    if of == PlanPart::Governance {
        let save = tag("button").attribute("type", "button").class("button button--secondary");
        let save = save.onclick(reporting(desk.session.clone())).words("Save a progress report");
        content = content.child(tag("p").key("report").child(save));
    }
    let plan = desk.session.plan();
    let mut empty: Vec<&'static str> = Vec::new();
    for table in parts::tables(of) {
        if plan.row_count(*table) == 0 {
            empty.push(table.name());
        } else {
            content = content.child(tag("div").key(table.name()).child(part(desk, Part::Rows(*table))));
        }
    }
    content = content.child(tag("div").key("figures").child(part(desk, Part::Figures(of))));
    if !empty.is_empty() {
        let words = format!("The plan gives nothing in: {}.", empty.join(", ").replace('_', " "));
        content =
            content.child(titled("nothing-given", "Not in this plan").child(tag("p").class("prose").words(words)));
    }
    content.html()
}

/// The way to the other parts.
fn navigation(current: PlanPart) -> Html {
    let mut list = tag("ul");
    for of in PlanPart::ALL {
        let mut link = tag("a").attribute("href", Page::Part(of).hash()).words(of.name());
        if of == current {
            link = link.attribute("aria-current", "page");
        }
        list = list.child(tag("li").key(of.word()).child(link));
    }
    tag("nav").class("parts").attribute("aria-label", "Parts of the plan").child(list).html()
}

/// A table in words.
fn table_words(table: Table) -> String {
    crate::components::capitalised(&crate::components::spaced(table.name()))
}

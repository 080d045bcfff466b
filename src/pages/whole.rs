//! The whole plan, part by part: every table as the plan gives it, with what is computed for each
//! row beside it, and every other figure of the part.

mod as_of;
mod figures;
mod parts;
mod rows;

use crate::browser;
use crate::components::{count_of, tag, titled};
use crate::navigation::{Page, PlanPart};
use crate::page_context::{PageContext, ViewProperties};
use crate::session::Session;
use figures::PartFigures;
use one_plan_model::outcome::progress_report;
use rows::TableRows;
use yew::prelude::*;

/// The page that leads to the parts.
#[component]
pub fn WholePlanPage(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let mut list = tag("ul").class("cards");
    for of in PlanPart::ALL {
        let rows: usize = parts::tables(of).iter().map(|table| context.session.plan().row_count(*table)).sum();
        let figures: usize = parts::kinds(of).map(|kind| context.session.outcome().figures_of(kind).count()).sum();
        let link = tag("a").attribute("href", Page::Part(of).hash()).words(of.name());
        let note = format!("{}, {}", count_of(rows, "row", "rows"), count_of(figures, "figure", "figures"));
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

/// Properties of [`PlanPartPage`].
#[derive(Clone, PartialEq, Properties)]
pub struct PlanPartPageProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// Which part.
    pub part: PlanPart,
}

/// The page of one part.
#[component]
pub fn PlanPartPage(properties: &PlanPartPageProperties) -> Html {
    let (context, of) = (&properties.context, properties.part);
    let mut content = tag("div")
        .child(navigation(of))
        .child(tag("h1").class("page__title").words(of.name()))
        .child(tag("p").class("page__lead").words(parts::about(of)));
    if matches!(of, PlanPart::Time | PlanPart::Programmes) {
        content = content.child(tag("div").key("as-of").child(as_of::field(context)));
    }
    if of == PlanPart::Governance {
        let save = tag("button").attribute("type", "button").class("button button--secondary");
        let save = save.onclick(save_report(context.session.clone())).words("Save a progress report");
        content = content.child(tag("p").key("report").child(save));
    }
    let plan = context.session.plan();
    let mut empty: Vec<&'static str> = Vec::new();
    for table in parts::tables(of) {
        if plan.row_count(*table) == 0 {
            empty.push(table.name());
        } else {
            content = content.child(
                tag("div").key(table.name()).child(html! { <TableRows context={context.clone()} table={*table} /> }),
            );
        }
    }
    content =
        content.child(tag("div").key("figures").child(html! { <PartFigures context={context.clone()} part={of} /> }));
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

/// Saves the progress report of a plan when it is pressed.
fn save_report(session: Session) -> Callback<MouseEvent> {
    Callback::from(move |_| {
        let report = progress_report(session.plan(), session.outcome());
        // A browser that refuses says so itself; nothing of the plan is lost.
        let _ = browser::save("progress-report.md", &report);
    })
}

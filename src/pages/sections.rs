//! The sections of the plan that have no page of their own kind: what there is to see first, then the tables.

mod answer;
mod contracts;
mod delivery;
mod finance;
mod providers;
mod risks;
mod workforce;

use crate::browser;
use crate::components::tag;
use crate::navigation::Page;
use crate::page_context::PageContext;
use crate::pages::delivered;
use crate::pages::further_down::further_down;
use crate::pages::whole::{SectionTables, ToTables, about, day_field};
use crate::session::Session;
use contracts::Contracts;
use one_plan_model::outcome::progress_report;
use yew::prelude::*;

/// Properties of [`SectionPage`].
#[derive(Clone, PartialEq, Properties)]
pub struct SectionPageProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// Which section.
    pub page: Page,
}

/// A section of the plan.
#[component]
pub fn SectionPage(properties: &SectionPageProperties) -> Html {
    let (context, page) = (&properties.context, properties.page);
    let first = match page {
        Page::Contracts => html! { <Contracts context={context.clone()} /> },
        Page::Finance => finance::section(context),
        Page::Providers => providers::section(context),
        Page::Workforce => workforce::section(context),
        Page::Risks => risks::section(context),
        Page::Delivery => tag("div")
            .child(tag("div").maybe(delivered::sentences(context).map(|words| words.class("answer").html())))
            .child(tag("div").maybe(delivery::answer(context)))
            .child(day_field(context))
            .child(save_report(&context.session))
            .child(delivery::section(&context.session))
            .html(),
        _ => tag("div").html(),
    };
    tag("div")
        .child(tag("h1").class("page__title").words(page.name()))
        .child(tag("p").class("page__lead").words(about(page)))
        .child(html! { <ToTables {page} /> })
        .child(tag("div").child(first))
        .child(tag("div").child(further_down(html! { <SectionTables context={context.clone()} {page} /> })))
        .html()
}

/// Saves the progress report of a plan when it is pressed.
fn save_report(session: &Session) -> Html {
    let session = session.clone();
    let save = Callback::from(move |_: MouseEvent| {
        let report = progress_report(session.plan(), session.outcome());
        // A browser that refuses says so itself; nothing of the plan is lost.
        let _ = browser::save("progress-report.md", &report);
    });
    let button = tag("button").attribute("type", "button").class("button button--secondary").onclick(save);
    tag("p").child(button.words("Save a progress report")).html()
}

//! The pages, one for each question a person comes with.

mod activity;
mod checks;
mod cquin;
mod look;
mod overview;
mod savings;
mod start;
mod whole;

pub use look::{Look, Part, PartOfPage, part};
pub use start::start;

use crate::app::Page;
use crate::session::Desk;
use yew::prelude::*;

/// Properties of [`PageOfPlan`].
#[derive(Clone, PartialEq, Properties)]
pub struct PageProperties {
    /// The session, and how to ask for things.
    pub desk: Desk,
    /// Which page.
    pub page: Page,
}

/// A page about the plan that is open. A component, so that it is drawn again only when the plan
/// changes, and not with everything that happens around it.
#[component]
pub fn PageOfPlan(properties: &PageProperties) -> Html {
    let PageProperties { desk, page } = properties;
    match page {
        Page::Start => Html::default(),
        Page::Overview => overview::page(desk),
        Page::Savings => savings::page(desk),
        Page::Cquin => cquin::page(desk),
        Page::Activity => activity::page(desk),
        Page::Whole => whole::page(desk),
        Page::Part(part) => whole::part_page(desk, *part),
        Page::Checks => checks::page(desk),
    }
}

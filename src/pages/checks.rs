//! Checks: what does not add up, and each printed figure against the computed one.

mod comparisons;
mod findings;
mod not_used;
mod rows_read;

use crate::components::check_words;
use crate::components::tag;
use crate::page_context::ViewProperties;
use comparisons::Comparisons;
use findings::Findings;
use not_used::NotUsedNumbers;
use one_plan_model::outcome::MasterCheck;
use yew::prelude::*;

/// The page of checks.
#[component]
pub fn ChecksPage(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let session = &context.session;
    tag("div")
        .child(tag("h1").class("page__title").words("Checks"))
        .child(tag("p").class("page__lead").words(lead(session.outcome().master_check())))
        .child(html! { <Findings context={context.clone()} /> })
        .child(html! { <Comparisons context={context.clone()} /> })
        .child(html! { <NotUsedNumbers context={context.clone()} /> })
        .child(rows_read::section(session))
        .html()
}

fn lead(check: MasterCheck) -> String {
    let mut words = check_words(check);
    words.push_str(match check {
        MasterCheck::Passed => ": nothing contradicts itself, and every printed figure was found again.",
        MasterCheck::Findings { .. } => {
            ". Every figure could be computed; what the plan says in one place differs from another. Nothing was corrected."
        }
        MasterCheck::Failed { .. } => {
            ". Until the errors are mended, figures that stand on them cannot be relied on."
        }
    });
    words
}

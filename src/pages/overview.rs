//! Overview: does the plan balance, what is saved, what has come so far, what contracts are worth, what CQUIN earns and can
//! still earn, what moves, does it add up. Each is answered in a sentence, with its number and a picture.

mod activity;
mod adds_up;
mod balance;
mod contracts;
mod delivered;
mod disagreement;
mod lists;
mod quality;
mod saved;

pub(super) use balance::{sentence as balance_sentence, whose_surplus};

use crate::components::tag;
use crate::navigation::Page;
use crate::page_context::ViewProperties;
use crate::pages::further_down::further_down;
use crate::session::Session;
use yew::prelude::*;

/// In place of the system of a plan that does not name it.
pub const NOT_STATED: &str = "not stated";

/// The page that answers the first questions of a board.
#[component]
pub fn OverviewPage(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let session = &context.session;
    tag("div")
        .child(tag("h1").class("page__title").words(heading(session)))
        .child(
            tag("p")
                .class("page__lead")
                .words(years(session))
                .child(tag("span").class("screen-only").words(" Press a number to see where it comes from.")),
        )
        .child(
            tag("p").class("toolbar").child(
                tag("a").class("button button--secondary").attribute("href", Page::Pack.hash()).words("Board pack"),
            ),
        )
        .child(tag("div").child(balance::section(context)))
        .child(tag("div").child(further_down(saved::section(context))))
        .child(tag("div").maybe(delivered::section(context).map(further_down)))
        .child(tag("div").maybe(contracts::section(context).map(further_down)))
        .child(tag("div").maybe(quality::section(context).map(further_down)))
        .child(tag("div").maybe(activity::section(context).map(further_down)))
        .child(tag("div").child(further_down(adds_up::section(context))))
        .html()
}

fn heading(session: &Session) -> String {
    match session.plan().details() {
        // A file that does not say of which system it is has words for that in its place.
        Some(details) if details.system() == NOT_STATED => details.title().to_owned(),
        Some(details) => format!("{}, {}", details.title(), details.system()),
        None => "Overview".to_owned(),
    }
}

fn years(session: &Session) -> String {
    let Some(details) = session.plan().details() else { return String::new() };
    let mut text = format!("The plan for {}", details.first_year());
    if details.first_year() != details.last_year() {
        text.push_str(&format!(" to {}", details.last_year()));
    }
    text.push_str(&format!(", on the baseline of {}.", details.base_year()));
    if let Some(version) = &details.version() {
        text.push_str(" Version ");
        text.push_str(version);
    }
    if let Some(date) = details.version_date() {
        text.push_str(&format!(" ({})", date.words()));
    }
    if details.version().is_some() || details.version_date().is_some() {
        text.push('.');
    }
    text
}

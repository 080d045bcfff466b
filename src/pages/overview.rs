//! Overview: does it add up, what is saved, what CQUIN is worth and at risk, what moves.

mod activity;
mod adds_up;
mod lists;
mod savings;

use crate::components::{Shown, Tag, card, figure, tag};
use crate::navigation::Page;
use crate::page_context::{PageContext, ViewProperties};
use crate::session::Session;
use one_plan_model::calculation::FigureKey;
use one_plan_model::plan::Table;
use one_plan_model::rules::{cquin, savings as saving_rules, schemes};
use yew::prelude::*;

/// The page that answers the first questions of a board.
#[component]
pub fn OverviewPage(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let session = &context.session;
    tag("div")
        .child(tag("h1").class("page__title").words(heading(session)))
        .child(tag("p").class("page__lead").words(years(session)))
        .child(tag("div").child(adds_up::section(session)))
        .child(tag("div").child(cards(context)))
        .child(tag("div").maybe(savings::section(context)))
        .child(tag("div").maybe(activity::section(context)))
        .child(tag("div").maybe(lists::section(context)))
        .html()
}

fn heading(session: &Session) -> String {
    match session.plan().details() {
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
        text.push_str(" of ");
        text.push_str(&date_words(&date.to_string()));
    }
    if details.version().is_some() || details.version_date().is_some() {
        text.push('.');
    }
    text.push_str(" Press a number to see where it comes from.");
    text
}

/// The numbers that are asked for first. One that the plan does not give rise to has no card.
fn cards(context: &PageContext) -> Html {
    let indicators = context.session.plan().cquin_indicators.len();
    let quality = format!("What quality can earn, through {indicators} indicators.");
    let wanted: [(FigureKey, &str, &str, &str, Page); 4] = [
        (
            saving_rules::TOTAL.at([]),
            "card",
            "Savings, all years",
            "What the plan saves in all its years together.",
            Page::Savings,
        ),
        (cquin::TOTAL_VALUE.at([]), "card", "CQUIN value", &quality, Page::Cquin),
        (
            cquin::TOTAL_EARNED.at([]),
            "card card--good",
            "CQUIN earned",
            "By the evidence that the plan gives so far.",
            Page::Cquin,
        ),
        (
            cquin::TOTAL_AT_RISK.at([]),
            "card card--warn",
            "CQUIN at risk",
            "What is not earned yet: without evidence, nothing is.",
            Page::Cquin,
        ),
    ];
    let mut cards = tag("ul").class("cards cards--small");
    for (key, class, heading, note, page) in wanted {
        if context.session.outcome().value(key).is_some() {
            let note = tag("p").class("card__note").words(note.to_owned());
            cards = cards.child(linked_card(context, class, heading, key, note, page));
        }
    }
    let title = tag("h2").class("visually-hidden").id("numbers-title").words("Main numbers");
    tag("section")
        .attribute("aria-labelledby", "numbers-title")
        .child(title)
        .child(cards.maybe(unidentified(context)))
        .html()
}

fn linked_card(
    context: &PageContext,
    class: &'static str,
    heading: &'static str,
    key: FigureKey,
    note: Tag,
    page: Page,
) -> Tag {
    let link = tag("a").class("card__link").attribute("href", page.hash()).words(format!("More on {}", page.name()));
    card(class, heading, figure(context, key, Shown::IN_WORDS), note).child(link)
}

/// The list with the most savings that nobody has a scheme for.
fn unidentified(context: &PageContext) -> Option<Html> {
    let mut most = None;
    for (key, value) in context.session.outcome().figures_of(&schemes::UNIDENTIFIED) {
        if let Ok(amount) = value
            && most.is_none_or(|(_, largest)| amount >= largest)
        {
            most = Some((key, amount));
        }
    }
    let (key, _) = most.filter(|(_, amount)| !amount.is_zero())?;
    let list = key.index.get(0);
    let name = context.session.plan().title(Table::SchemeList, list).unwrap_or_default();
    let note = tag("p")
        .class("card__note")
        .child(figure(context, schemes::UNIDENTIFIED_SHARE.at([list]), Shown::ONE_PLACE))
        .words(format!(" of “{name}” has no scheme yet."));
    Some(linked_card(context, "card card--warn", "Savings without a scheme", key, note, Page::Savings).html())
}

/// A date as people write it: `2011-04-26` is 26 April 2011.
fn date_words(date: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let name = month.and_then(|month| MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?));
    match (year, name, day) {
        (Some(year), Some(name), Some(day)) => format!("{} {name} {year}", day.trim_start_matches('0')),
        _ => date.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_in_words() {
        assert_eq!(date_words("2011-04-06"), "6 April 2011");
        assert_eq!(date_words("2011-13-06"), "2011-13-06");
    }
}

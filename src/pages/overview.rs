//! Overview: does it add up, what is saved, what CQUIN is worth and at risk, what moves.

mod activity;
mod adds_up;
mod lists;
mod savings;

use crate::app::Page;
use crate::components::Figure;
use crate::session::{Desk, Session};
use one_plan_model::calculation::FigureKey;
use one_plan_model::rules::{cquin, schemes};
use yew::prelude::*;

/// The page that answers the first questions of a board.
#[component]
pub fn OverviewPage() -> Html {
    let Some(desk) = use_context::<Desk>() else { return html! { <div></div> } };
    let session = desk.session;
    html! {
        <div>
            <h1 class="page__title">{ heading(&session) }</h1>
            <p class="page__lead">{ years(&session) }</p>
            <div>{ adds_up::section(&session) }</div>
            <div>{ cards(&session) }</div>
            <div>{ savings::section(&session) }</div>
            <div>{ activity::section(&session) }</div>
            <div>{ lists::section(&session) }</div>
        </div>
    }
}

fn heading(session: &Session) -> String {
    session
        .plan()
        .details()
        .map_or_else(|| "Overview".to_owned(), |details| format!("{}, {}", details.title, details.system))
}

fn years(session: &Session) -> String {
    let Some(details) = session.plan().details() else { return String::new() };
    let version = details.version.as_ref().map(|version| format!(" Version {version}")).unwrap_or_default();
    let date = details.version_date.map(|date| format!(" of {}", date_words(&date.to_string()))).unwrap_or_default();
    let stop = if version.is_empty() && date.is_empty() { "" } else { "." };
    let span = if details.first_year == details.last_year {
        format!("The plan for {}", details.first_year)
    } else {
        format!("The plan for {} to {}", details.first_year, details.last_year)
    };
    format!(
        "{span}, on the baseline of {}.{version}{date}{stop} Press a number to see where it comes from.",
        details.base_year
    )
}

/// The numbers that are asked for first. One that the plan does not give rise to has no card.
fn cards(session: &Session) -> Html {
    let outcome = session.outcome();
    let money = |figure: FigureKey, heading: &str, note: String, page: Page, variant: Option<&'static str>| {
        outcome.value(figure).map(|_| {
            html! {
                <li key={heading.to_owned()} class={classes!("card", variant)}>
                    <h3 class="card__heading">{ heading }</h3>
                    <p class="card__figure"><Figure {figure} with_unit={true} /></p>
                    <p class="card__note">{ note }</p>
                    <a class="card__link" href={page.hash()}>{ format!("More on {}", page.name()) }</a>
                </li>
            }
        })
    };
    let indicators = session.plan().cquin_indicators.len();
    let found = [
        money(
            one_plan_model::rules::savings::TOTAL.about([]),
            "Savings, all years",
            "What the plan saves in all its years together.".to_owned(),
            Page::Savings,
            None,
        ),
        money(
            cquin::TOTAL_VALUE.about([]),
            "CQUIN value",
            format!("What quality can earn, through {indicators} indicators."),
            Page::Cquin,
            None,
        ),
        money(
            cquin::TOTAL_EARNED.about([]),
            "CQUIN earned",
            "By the evidence that the plan gives so far.".to_owned(),
            Page::Cquin,
            Some("card--good"),
        ),
        money(
            cquin::TOTAL_AT_RISK.about([]),
            "CQUIN at risk",
            "What is not earned yet: without evidence, nothing is.".to_owned(),
            Page::Cquin,
            Some("card--warn"),
        ),
        unidentified(session),
    ];
    html! {
        <section aria-labelledby="numbers-title">
            <h2 class="visually-hidden" id="numbers-title">{ "Main numbers" }</h2>
            <ul class="cards cards--small">{ for found.into_iter().flatten() }</ul>
        </section>
    }
}

/// The list with the most savings that nobody has a scheme for.
fn unidentified(session: &Session) -> Option<Html> {
    let outcome = session.outcome();
    let most = outcome.figures_of(&schemes::UNIDENTIFIED).filter_map(|(key, value)| Some((key, value.ok()?)));
    let (figure, amount) = most.max_by_key(|(_, amount)| *amount)?;
    if amount.is_zero() {
        return None;
    }
    let list = figure.subjects.get(0);
    let name = session.plan().title(one_plan_model::plan::Table::SchemeList, list).unwrap_or_default().to_owned();
    let share = schemes::UNIDENTIFIED_SHARE.about([list]);
    Some(html! {
        <li key="unidentified" class="card card--warn">
            <h3 class="card__heading">{ "Savings without a scheme" }</h3>
            <p class="card__figure"><Figure {figure} with_unit={true} /></p>
            <p class="card__note"><Figure figure={share} places={1} />{ format!(" of “{name}” has no scheme yet.") }</p>
            <a class="card__link" href={Page::Savings.hash()}>{ "More on Savings" }</a>
        </li>
    })
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

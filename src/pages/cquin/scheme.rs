//! One CQUIN scheme: its cards, its weights in words, its picture and its indicators.

use super::{chart, indicators, wording};
use crate::components::Figure;
use crate::session::Desk;
use one_plan_model::calculation::FigureKey;
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{CquinScheme, Id, Plan};
use one_plan_model::rules::cquin;
use yew::prelude::*;

/// Properties of [`CquinSchemeSection`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CquinSchemeProperties {
    /// The session, and how to change the plan.
    pub desk: Desk,
    /// The scheme.
    pub scheme: Id<CquinScheme>,
}

/// A scheme with its indicators.
#[component]
pub(super) fn CquinSchemeSection(properties: &CquinSchemeProperties) -> Html {
    let CquinSchemeProperties { desk, scheme } = properties;
    let (plan, outcome) = (desk.session.plan(), desk.session.outcome());
    let Some(about) = plan.cquin_schemes.get(*scheme) else { return html! { <div></div> } };
    let provider = about.provider.and_then(|provider| plan.organisations.get(provider));
    let of_whom = provider.map(|provider| format!(", {}", provider.name)).unwrap_or_default();
    let id = format!("cquin-{}", scheme.index());
    // A name such as "CQUIN 2011/12" already holds the year.
    let year = about.year.to_string();
    let in_year = if about.name.contains(&year) { String::new() } else { format!(", {year}") };
    html! {
        <section class="section" aria-labelledby={id.clone()}>
            <h2 {id}>{ format!("{}{of_whom}{in_year}", about.name) }</h2>
            <div>{ cards(*scheme) }</div>
            <div>{ value_in_words(plan, outcome, *scheme, about) }</div>
            <div>{ weights_in_words(plan, outcome, *scheme, about) }</div>
            <div>{ indicators::table(desk, *scheme, &about.name) }</div>
            <div>{ chart::figure(plan, outcome, *scheme, about) }</div>
        </section>
    }
}

fn cards(scheme: Id<CquinScheme>) -> Html {
    let index = scheme.index();
    let cards: [(&str, &str, FigureKey, &str); 3] = [
        ("Value", "card", cquin::SCHEME_VALUE.about([index]), "What is paid if every indicator is met"),
        ("Earned", "card card--good", cquin::SCHEME_EARNED.about([index]), "Achieved, with evidence"),
        ("At risk", "card card--warn", cquin::SCHEME_AT_RISK.about([index]), "Not yet earned"),
    ];
    html! {
        <ul class="cards">
            { for cards.into_iter().map(|(heading, class, figure, note)| html! {
                <li key={heading} {class}>
                    <h3 class="card__heading">{ heading }</h3>
                    <p class="card__figure"><Figure {figure} with_unit={true} /></p>
                    <p class="card__note">{ note }</p>
                </li>
            }) }
        </ul>
    }
}

/// How the value of the scheme comes about.
fn value_in_words(plan: &Plan, outcome: &Outcome, scheme: Id<CquinScheme>, about: &CquinScheme) -> Html {
    let percent = cquin::SCHEME_PERCENT.about([scheme.index()]);
    let base = plan.cquin_schemes.get(scheme).and_then(|scheme| scheme.eligible_base).map(|base| base.to_string());
    match (base, about.fixed_sum) {
        (Some(base), _) if outcome.value(percent).is_some() => html! {
            <p>
                { "The value is " }<Figure figure={percent} places={2} />
                { format!(" of the contract value on which CQUIN is paid ({}).", printed(&base)) }
            </p>
        },
        (_, Some(_)) => html! { <p>{ "The value is a fixed sum that the plan gives." }</p> },
        _ => html! {
            <p class="notice notice--bad">
                { "The plan gives neither a fixed sum nor a contract value for this scheme, so it has no value." }
            </p>
        },
    }
}

/// An amount as the plan prints it, the unit first: `13.10 £m` is `£13.10m`.
fn printed(amount: &str) -> String {
    match amount.split_once(" £") {
        Some((digits, "000")) => format!("£{digits}k"),
        Some((digits, unit)) => format!("£{digits}{unit}"),
        None => amount.to_owned(),
    }
}

fn weights_in_words(plan: &Plan, outcome: &Outcome, scheme: Id<CquinScheme>, about: &CquinScheme) -> Html {
    let Some(Ok(sum)) = outcome.value(cquin::WEIGHT_TOTAL.about([scheme.index()])) else { return html! { <p></p> } };
    match wording::weights(plan, about, sum) {
        (words, false) => html! { <p>{ words }</p> },
        (words, true) => html! { <p class="notice notice--warn">{ words }</p> },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_printed_with_its_unit_around_it() {
        assert_eq!(printed("620.9 £m"), "£620.9m");
        assert_eq!(printed("740 £000"), "£740k");
        assert_eq!(printed("12,000 £"), "£12,000");
    }
}

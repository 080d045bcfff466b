//! One CQUIN scheme: its cards, its weights in words, its picture and its indicators.

use super::form::form_in_which;
use super::{chart, indicators, wording};
use crate::components::{
    Shown, Tag, capitalised, card, cquin_not_earned, figure, figure_in_words, section as section_of, tag,
};
use crate::page_context::PageContext;
use crate::pages::further_down::further_down;
use one_plan_model::calculation::{FigureKind, Unit};
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{CquinScheme, Id, Plan, Row};
use one_plan_model::rules::cquin::{self, Parts};
use yew::prelude::*;

/// A scheme with its indicators.
pub(super) fn section(
    context: &PageContext,
    scheme: Id<CquinScheme>,
    about: Row<'_, CquinScheme>,
    parts: &Parts<'_>,
) -> Html {
    let (plan, outcome) = (context.session.plan(), context.session.outcome());
    let mut heading = about.name().to_owned();
    if let Some(provider) = about.provider().and_then(|provider| plan.organisations.get(provider)) {
        heading.push_str(", ");
        heading.push_str(provider.name());
    }
    // A name such as "CQUIN 2011/12" already holds the year.
    let year = about.year().to_string();
    if !about.name().contains(&year) {
        heading.push_str(", ");
        heading.push_str(&year);
    }
    let id = AttrValue::from(format!("cquin-{}", scheme.index()));
    let part = |content: Html| tag("div").child(content);
    section_of(id.clone(), tag("h2").id(id).words(heading))
        .key(scheme.index())
        .child(part(cards(context, scheme)))
        .child(part(value_in_words(context, scheme, about)))
        .child(part(weights_in_words(plan, outcome, scheme, about)))
        .child(part(further_down(indicators::table(context, scheme, about.name(), parts))))
        .child(part(further_down(chart::figure(&context.session, scheme, about))))
        .html()
}

fn cards(context: &PageContext, scheme: Id<CquinScheme>) -> Html {
    let keys =
        [&cquin::SCHEME_VALUE, &cquin::SCHEME_EARNED, &cquin::SCHEME_AT_RISK].map(|kind| kind.at([scheme.index()]));
    let split = cquin_not_earned(&context.session, &[scheme], keys[2]);
    let form = form_in_which(context, keys, split);
    let not_earned = split.map_or_else(|| "Not yet earned".to_owned(), |split| capitalised(&split.words(form)));
    let cards: [(&str, &str, &'static FigureKind, &str); 3] = [
        ("card", "Value", &cquin::SCHEME_VALUE, "What is paid if every indicator is met"),
        ("card card--good", "Earned", &cquin::SCHEME_EARNED, "Achieved, with evidence"),
        ("card card--warn", "Not earned", &cquin::SCHEME_AT_RISK, &not_earned),
    ];
    let mut list = tag("ul").class("cards");
    for (class, heading, kind, note) in cards {
        let figure = figure_in_words(context, kind.at([scheme.index()]), form);
        list = list.child(card(class, heading, figure, tag("p").class("card__note").words(note.to_owned())));
    }
    list.html()
}

/// How the value of the scheme comes about.
fn value_in_words(context: &PageContext, scheme: Id<CquinScheme>, about: Row<'_, CquinScheme>) -> Html {
    let percent = cquin::SCHEME_PERCENT.at([scheme.index()]);
    let words: Tag = match about.eligible_base() {
        Some(base) if context.session.outcome().value(percent).is_some() => {
            // In the form of the cards above it, whatever the unit in which the plan gives it.
            let pounds = base.get().pounds();
            let base = Shown::one_form([pounds]).words(Ok(pounds), Unit::Money);
            let rest = format!(" of the contract value on which CQUIN is paid ({base}).");
            tag("p").words("The value is ").child(figure(context, percent, Shown::MILLIONS)).words(rest)
        }
        _ if about.fixed_sum().is_some() => tag("p").words("The value is a fixed sum that the plan gives."),
        _ => tag("p")
            .class("notice notice--bad")
            .words("The plan gives neither a fixed sum nor a contract value for this scheme, so it has no value."),
    };
    words.html()
}

fn weights_in_words(plan: &Plan, outcome: &Outcome, scheme: Id<CquinScheme>, about: Row<'_, CquinScheme>) -> Html {
    let mut words = tag("p");
    if let Some(Ok(sum)) = outcome.value(cquin::WEIGHT_TOTAL.at([scheme.index()])) {
        let (weights, is_problem) = wording::weights(plan, scheme, about, sum);
        if is_problem {
            words = words.class("notice notice--warn");
        }
        words = words.words(weights);
    }
    words.html()
}

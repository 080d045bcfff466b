//! CQUIN: what providers can earn for quality, what they have earned, and what is at risk.

mod chart;
mod evidence;
mod form;
mod framework;
mod indicators;
mod scheme;
mod wording;

use crate::components::{Shown, cquin_not_earned, figure_in_words, tag};
use crate::navigation::Page;
use crate::page_context::{PageContext, ViewProperties};
use crate::pages::further_down::further_down;
use crate::pages::whole::{SectionTables, ToTables};
use form::form_in_which;
use one_plan_model::calculation::FigureKind;
use one_plan_model::plan::{CquinScheme, Id};
use one_plan_model::rules::cquin::{self, Parts};
use yew::prelude::*;

/// The page of CQUIN.
#[component]
pub fn CquinPage(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let mut schemes = tag("div");
    let parts = Parts::of(context.session.plan());
    for (scheme, about) in context.session.plan().cquin_schemes.iter() {
        let section = scheme::section(context, scheme, about, &parts);
        schemes = schemes.child(if scheme.position() == 0 { section } else { further_down(section) });
    }
    tag("div")
        .child(tag("h1").class("page__title").words("CQUIN"))
        .child(tag("div").child(lead(context)))
        .child(html! { <ToTables page={Page::Cquin} /> })
        .child(schemes)
        .child(tag("div").child(further_down(framework::section(context))))
        .child(tag("div").child(further_down(html! { <SectionTables context={context.clone()} page={Page::Cquin} /> })))
        .html()
}

/// What becomes of what all schemes have not earned, as the end of a sentence, and the form of all money in that sentence, in
/// which its parts add up. A scheme that is the total of others is not counted with them.
pub fn not_earned_words(context: &PageContext) -> (String, Shown) {
    let plan = context.session.plan();
    let [value, earned, at_risk] =
        [&cquin::TOTAL_VALUE, &cquin::TOTAL_EARNED, &cquin::TOTAL_AT_RISK].map(|kind| kind.at([]));
    let is_total = cquin::schemes_of_all_providers(plan);
    let counts = |id: &Id<CquinScheme>| !is_total.get(id.position()).copied().unwrap_or_default();
    let schemes: Vec<Id<CquinScheme>> = plan.cquin_schemes.iter().map(|(id, _)| id).filter(counts).collect();
    let split = cquin_not_earned(&context.session, &schemes, at_risk);
    let form = form_in_which(context, [value, earned, at_risk], split);
    let words = match split {
        Some(split) => format!(" is not: {}.", split.words(form)),
        None => " is not.".to_owned(),
    };
    (words, form)
}

/// What CQUIN is worth and what is at risk, in sentences.
fn lead(context: &PageContext) -> Html {
    let schemes = match context.session.plan().cquin_schemes.len() {
        0 => {
            let words = "The plan has no CQUIN scheme: nothing depends on quality indicators.";
            return tag("p").class("page__lead").words(words).html();
        }
        1 => "One scheme for quality and innovation is worth ".to_owned(),
        schemes => format!("{schemes} schemes for quality and innovation are worth "),
    };
    let value = |kind: &'static FigureKind| context.session.outcome().value(kind.at([]));
    if [&cquin::TOTAL_VALUE, &cquin::TOTAL_EARNED].iter().any(|kind| value(kind).is_none_or(|value| value.is_err())) {
        let words = "What CQUIN earns is not known yet: each indicator needs its weight, how it is paid, and its scheme a value.";
        return tag("p").class("page__lead").words(words).html();
    }
    let (not_earned, form) = not_earned_words(context);
    let figure = |kind: &'static FigureKind| figure_in_words(context, kind.at([]), form);
    let sums = tag("p")
        .class("page__lead")
        .words(schemes)
        .child(figure(&cquin::TOTAL_VALUE))
        .words("; ")
        .child(figure(&cquin::TOTAL_EARNED))
        .words(" is earned and ")
        .child(figure(&cquin::TOTAL_AT_RISK))
        .words(not_earned);
    let meaning = "At risk is the part of the value that is not earned: it can still be earned, or it is lost. Nothing is earned without evidence of the outcome: a result that is reported without evidence still counts as at risk.";
    tag("div").child(sums).child(tag("p").class("prose").words(meaning)).html()
}

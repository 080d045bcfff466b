use super::shown::{Shown, shown};
use crate::components::{Tag, not_given, tag};
use crate::page_context::PageContext;
use one_plan_model::calculation::{FigureKey, Unit};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::{Decimal, MoneyUnit, is_whole};
use yew::prelude::*;

/// A figure as a button that opens its explanation. A figure that the plan does not give rise to
/// is shown as a dash.
pub fn figure(context: &PageContext, figure: FigureKey, how: Shown) -> Html {
    let Some(value) = context.session.outcome().value(figure) else { return not_given() };
    let text = shown(value, figure.kind.unit, how.money, how.places, how.with_unit);
    // Where the unit stands in a heading, whoever only hears the number needs it beside the number.
    let spoken = match (figure.kind.unit, value) {
        (Unit::Money, Ok(_)) if !how.with_unit => format!("{text} {}", how.money_words()),
        _ => text.clone(),
    };
    marked(context, figure, text, spoken)
}

/// A figure of a sentence or a card in which other money stands too: all of it in one form.
pub fn figure_in_words(context: &PageContext, key: FigureKey, form: Shown) -> Html {
    match key.kind.unit {
        Unit::Money if form.money != MoneyUnit::Pounds => figure(context, key, form),
        Unit::Money => figure_in_full(context, key),
        _ => figure(context, key, Shown::IN_WORDS),
    }
}

/// The one form for the money among some figures; those that the plan does not give rise to say nothing.
pub fn form_of(context: &PageContext, keys: &[FigureKey]) -> Shown {
    let money = keys.iter().filter(|key| key.kind.unit == Unit::Money);
    Shown::one_form(money.filter_map(|key| context.session.outcome().value(*key)?.ok()))
}

/// The same for figures of which some are parts of others: each of the sums has its whole first. As they are shown they add up.
pub fn form_of_sums(context: &PageContext, sums: &[&[FigureKey]]) -> Shown {
    let known = |key: &FigureKey| context.session.outcome().value(*key)?.ok();
    let amounts: Vec<Vec<Decimal>> = sums.iter().filter_map(|sum| sum.iter().map(known).collect()).collect();
    let sums_known: Vec<&[Decimal]> = amounts.iter().map(Vec::as_slice).collect();
    form_of(context, &sums.concat()).adding_up(&sums_known)
}

/// A figure with its words, and with what is read aloud of it.
fn marked(context: &PageContext, figure: FigureKey, text: String, spoken: String) -> Html {
    let plan = context.session.plan();
    if !context.session.outcome().is_doubtful(plan, figure) {
        return explained(plan, figure, &spoken, &context.explain).words(text).html();
    }
    // A number that stands on an error says so to everybody, not by its colour alone.
    let spoken = format!("{spoken}, which rests on an error");
    let mark =
        tag("span").class("explain__doubt").attribute("aria-hidden", "true").attribute("title", "rests on an error");
    explained(plan, figure, &spoken, &context.explain).words(text).child(mark.words("\u{26a0}")).html()
}

/// A figure with every digit that matters, so that two that differ do not look alike.
pub fn figure_in_full(context: &PageContext, key: FigureKey) -> Html {
    let whole = matches!(context.session.outcome().value(key), Some(Ok(value)) if is_whole(value));
    let places = match key.kind.unit {
        Unit::Money if whole => 0,
        _ => 2,
    };
    figure(context, key, Shown { money: MoneyUnit::Pounds, places, with_unit: true })
}

/// The one form for the money of a table of figures that stand there in full.
pub fn form_of_table(context: &PageContext, keys: impl IntoIterator<Item = FigureKey>) -> Shown {
    let money = keys.into_iter().filter(|key| key.kind.unit == Unit::Money);
    Shown::in_pounds(money.filter_map(|key| context.session.outcome().value(key)?.ok()))
}

/// A figure in full among others of a table, whose money has one form.
pub fn figure_in_table(context: &PageContext, key: FigureKey, form: Shown) -> Html {
    if key.kind.unit == Unit::Money { figure(context, key, form) } else { figure_in_full(context, key) }
}

/// A button, still without words, that opens the explanation of a figure; read aloud with what is
/// shown of it.
pub fn explained(plan: &Plan, figure: FigureKey, words: &str, explain: &Callback<FigureKey>) -> Tag {
    tag("button")
        .attribute("type", "button")
        .class("explain")
        .attribute("aria-label", format!("{}: {words}. Explain this number", figure.label(plan)))
        .attribute("data-figure", figure.id(plan))
        .onclick(explain.reform(move |_| figure))
}

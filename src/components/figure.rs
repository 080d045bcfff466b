use super::{Shown, Tag, not_given, tag};
use crate::session::Desk;
use one_plan_model::calculation::{FigureKey, Unit, format};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::{MoneyUnit, Value, is_whole};
use yew::prelude::*;

/// A figure as a button that opens its explanation. A figure that the plan does not give rise to
/// is shown as a dash.
pub fn figure(desk: &Desk, figure: FigureKey, how: Shown) -> Html {
    let Some(value) = desk.session.outcome().value(figure) else { return not_given() };
    let text = shown(value, figure.kind.unit, how.money, how.places, how.with_unit);
    explained(desk.session.plan(), figure, &text, &desk.explain).words(text).html()
}

/// A figure with every digit that matters, so that two that differ do not look alike.
pub fn figure_in_full(desk: &Desk, key: FigureKey) -> Html {
    let whole = matches!(desk.session.outcome().value(key), Some(Ok(value)) if is_whole(value));
    let places = match key.kind.unit {
        Unit::Money if whole => 0,
        _ => 2,
    };
    figure(desk, key, Shown { money: MoneyUnit::Pounds, places, with_unit: true })
}

/// A button, still without words, that opens the explanation of a figure; read aloud with what is
/// shown of it.
pub fn explained(plan: &Plan, figure: FigureKey, words: &str, explain: &Callback<FigureKey>) -> Tag {
    tag("button")
        .attribute("type", "button")
        .class("explain")
        .attribute("aria-label", [&figure.label(plan), ": ", words, ". Explain this number"].concat())
        .attribute("data-figure", figure.id(plan))
        .onclick(explain.reform(move |_| figure))
}

/// A value as it is shown on the page.
pub fn shown(value: Value, unit: Unit, money: MoneyUnit, places: u32, with_unit: bool) -> String {
    match unit {
        Unit::Money if with_unit => format::money_in(value, money, places),
        Unit::Money => {
            let text = format::money_in(value, money, places);
            text.replace('£', "").trim_end_matches(['m', 'k']).to_owned()
        }
        Unit::Percent => format::percent(value, places),
        Unit::Count => format::count(value),
        Unit::Number => format::number(value),
        Unit::Arrows => format::arrows(value),
        Unit::Rating => format::rating(value),
    }
}

use crate::session::Desk;
use one_plan_model::calculation::{FigureKey, Unit};
use one_plan_model::outcome::words;
use one_plan_model::quantity::{MoneyUnit, Value};
use yew::prelude::*;

/// Properties of [`Figure`].
#[derive(Clone, PartialEq, Properties)]
pub struct FigureProperties {
    /// The figure to show.
    pub figure: FigureKey,
    /// In which unit money is shown; the unit stands in the heading of the table.
    #[prop_or(MoneyUnit::Millions)]
    pub money: MoneyUnit,
    /// With how many decimal places.
    #[prop_or(2)]
    pub places: u32,
    /// Whether the unit is shown beside the number.
    #[prop_or(false)]
    pub with_unit: bool,
}

/// A figure as a button that opens its explanation. A figure that the plan does not give rise to
/// is shown as a dash.
#[component]
pub fn Figure(properties: &FigureProperties) -> Html {
    let Some(desk) = use_context::<Desk>() else { return html! { <span></span> } };
    let key = properties.figure;
    let Some(value) = desk.session.outcome().value(key) else {
        return html! { <span class="not-given"><span aria-hidden="true">{ "–" }</span><span class="visually-hidden">{ "not given" }</span></span> };
    };
    let text = shown(value, key.kind.unit, properties.money, properties.places, properties.with_unit);
    let label = format!("{}: {text}. Explain this number", key.label(desk.session.plan()));
    let onclick = desk.explain.reform(move |_: MouseEvent| key);
    html! {
        <button type="button" class="explain" aria-label={label} data-figure={key.id(desk.session.plan())} {onclick}>{ text }</button>
    }
}

/// A value as it is shown on the page.
pub fn shown(value: Value, unit: Unit, money: MoneyUnit, places: u32, with_unit: bool) -> String {
    match unit {
        Unit::Money if with_unit => words::money_in(value, money, places),
        Unit::Money => {
            let text = words::money_in(value, money, places);
            text.replace('£', "").trim_end_matches(['m', 'k']).to_owned()
        }
        Unit::Percent => words::percent(value, places),
        Unit::Count => words::count(value),
        Unit::Number | Unit::Arrows => words::number(value),
    }
}

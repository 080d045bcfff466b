//! CQUIN: what providers can earn for quality, what they have earned, and what is at risk.

mod chart;
mod evidence;
mod framework;
mod indicators;
mod scheme;
mod wording;

use crate::components::Figure;
use crate::session::Desk;
use one_plan_model::plan::Plan;
use one_plan_model::rules::cquin;
use yew::prelude::*;

/// The page of CQUIN.
#[component]
pub fn CquinPage() -> Html {
    let Some(desk) = use_context::<Desk>() else { return html! { <div></div> } };
    let plan = desk.session.plan();
    html! {
        <div>
            <h1 class="page__title">{ "CQUIN" }</h1>
            <div>{ lead(plan) }</div>
            <div>
                { for plan.cquin_schemes.iter().map(|(scheme, _)| html! {
                    <scheme::CquinSchemeSection key={scheme.index()} desk={desk.clone()} {scheme} />
                }) }
            </div>
            <div>{ framework::section(plan) }</div>
        </div>
    }
}

/// What CQUIN is worth and what is at risk, in sentences.
fn lead(plan: &Plan) -> Html {
    if plan.cquin_schemes.is_empty() {
        return html! { <p class="page__lead">{ "The plan has no CQUIN scheme: nothing depends on quality indicators." }</p> };
    }
    let schemes = match plan.cquin_schemes.len() {
        1 => "One scheme for quality and innovation is".to_owned(),
        schemes => format!("{schemes} schemes for quality and innovation are"),
    };
    html! {
        <div>
            <p class="page__lead">
                { format!("{schemes} worth ") }<Figure figure={cquin::TOTAL_VALUE.about([])} with_unit={true} />
                { "; " }<Figure figure={cquin::TOTAL_EARNED.about([])} with_unit={true} />
                { " is earned and " }<Figure figure={cquin::TOTAL_AT_RISK.about([])} with_unit={true} />
                { " is still at risk." }
            </p>
            <p class="prose">
                { "At risk is the part of the value that is not yet earned and may never be paid. Nothing is earned without evidence of the outcome: a result that is reported without evidence still counts as at risk." }
            </p>
        </div>
    }
}

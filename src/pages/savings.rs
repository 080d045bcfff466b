//! Savings: what the programmes save in each year, and the schemes that are to save it.

mod chart;
mod filter;
mod programmes;
mod scheme_list;
mod scheme_rows;
mod schemes;

use crate::components::{Figure, counted};
use crate::session::Desk;
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{Plan, SavingPart};
use one_plan_model::rules::savings;
use std::collections::BTreeSet;
use yew::prelude::*;

/// The page of savings.
#[component]
pub fn SavingsPage() -> Html {
    let Some(desk) = use_context::<Desk>() else { return html! { <div></div> } };
    let (plan, outcome) = (desk.session.plan(), desk.session.outcome());
    html! {
        <div>
            <h1 class="page__title">{ "Savings" }</h1>
            <div>{ lead(plan, outcome) }</div>
            <div>{ programmes::section(plan, outcome) }</div>
            <div>{ chart::section(plan, outcome) }</div>
            <div><schemes::Schemes session={desk.session.clone()} /></div>
        </div>
    }
}

/// What the plan saves, in a sentence.
fn lead(plan: &Plan, outcome: &Outcome) -> Html {
    let total = savings::TOTAL.about([]);
    let years = plan.years();
    let (Some(first), Some(last), Some(_)) = (years.first(), years.last(), outcome.value(total)) else {
        return html! {
            <p class="page__lead">{ format!("The plan gives no total of savings by year. It lists {}.", schemes_in_words(plan)) }</p>
        };
    };
    let span = if first == last {
        format!("in {first}")
    } else {
        format!("in the {} years from {first} to {last}", years.len())
    };
    let programmes = programmes_with_savings(plan);
    let through = if programmes == 1 { "one programme".to_owned() } else { format!("{programmes} programmes") };
    let parts = [(SavingPart::Commissioner, "by the commissioner"), (SavingPart::Provider, "by providers")];
    let given: Vec<_> = parts
        .into_iter()
        .map(|(part, who)| (savings::PART.about([part as u32]), who))
        .filter(|(figure, _)| outcome.value(*figure).is_some())
        .collect();
    html! {
        <p class="page__lead">
            { "The plan saves " }<Figure figure={total} with_unit={true} />
            { format!(" {span} through {through}") }
            <span>
                { for given.into_iter().enumerate().map(|(position, (figure, who))| html! {
                    <span key={who}>
                        { if position == 0 { ": " } else { " and " } }<Figure {figure} with_unit={true} />{ format!(" {who}") }
                    </span>
                }) }
            </span>
            { "." }
        </p>
    }
}

fn schemes_in_words(plan: &Plan) -> String {
    match plan.schemes.len() {
        0 => "no schemes".to_owned(),
        1 => "one scheme".to_owned(),
        schemes => format!("{} schemes", counted(schemes)),
    }
}

/// How many programmes the plan gives savings for.
fn programmes_with_savings(plan: &Plan) -> usize {
    let named: BTreeSet<u32> = plan
        .programme_savings
        .iter()
        .filter_map(|(_, saving)| saving.programme)
        .map(|programme| programme.index())
        .collect();
    named.len()
}

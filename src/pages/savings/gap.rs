//! The waterfall from the gap if nothing is done to what is left of it after the plan. The steps sum to the penny: each
//! level is the gap less what is saved up to it, and what no programme saves is a step of its own.

mod medium_term;
mod programmes;
mod step;

use self::step::Step;
use crate::chart::{Bridge, BridgeStep, Frame};
use crate::components::{drawn_money, picture, unit_for};
use crate::session::Session;
use one_plan_model::calculation::format;
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::Plan;
use yew::prelude::*;

/// The picture; one line where the plan gives no gap, or no savings of a year of it.
pub(super) fn section(session: &Session) -> Html {
    let chart = chart(session.plan(), session.outcome());
    let heading = match &chart {
        Some(chart) => format!("{}, {}", chart.frame.title, chart.unit),
        None => "From the gap if nothing is done to the plan".to_owned(),
    };
    let needed = "give the financial challenge of each organisation and year (or spending that grows) and the savings of the same years, or a medium-term plan with its surplus and its savings.";
    picture(session, &heading, chart.as_ref(), needed)
}

fn chart(plan: &Plan, outcome: &Outcome) -> Option<Bridge> {
    let (steps, years) = programmes::steps(plan, outcome).or_else(|| medium_term::steps(plan, outcome))?;
    let when = match (years.first()?, years.last()?) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first} to {last}"),
    };
    let sizes = steps.iter().filter_map(|step| step.value.ok()).map(|number| number.abs());
    let (unit, unit_name, places) = unit_for(sizes.max()?);
    let words = |step: Option<&Step>| format::money(step?.value).into();
    let ends: [Option<String>; 2] = [words(steps.first()), words(steps.last())];
    let [gap, left] = ends.map(Option::unwrap_or_default);
    Some(Bridge {
        frame: Frame::new(
            "savings-gap",
            format!("From the gap if nothing is done to the plan, {when}"),
            format!(
                "If nothing is done {gap} is missing. {}, in the same years, it is {left}; below nothing, more is saved than the gap.",
                steps.last().map(|step| step.name.as_str()).unwrap_or_default()
            ),
        ),
        unit: unit_name.to_owned(),
        step_heading: "Step".to_owned(),
        steps: steps
            .into_iter()
            .map(|step| BridgeStep {
                value: drawn_money(step.value, unit, places),
                name: step.name,
                is_level: step.is_level,
            })
            .collect(),
    })
}

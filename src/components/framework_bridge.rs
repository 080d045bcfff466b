//! The picture of the framework: from the gross budgets to what is spent, and the resource limit below it.

use super::chart_figure::figure_of;
use super::drawn::drawn_money;
use super::framework_statement::balance_years;
use super::words::choice_words;
use crate::chart::{Bridge, BridgeStep, Frame};
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, format};
use one_plan_model::plan::{FinancialYear, MovementReason};
use one_plan_model::quantity::{Fault, MoneyUnit, Value};
use one_plan_model::rules::finance::resource_limit as limit;
use one_plan_model::rules::framework;
use yew::prelude::*;

/// The bridge of the first year that has budget lines. Nothing where the plan has none.
pub fn framework_bridge(session: &Session, id: &str) -> Option<Html> {
    let year = *balance_years(session, &[&framework::YEAR_BASELINE]).first()?;
    let chart = bridge(session, id, year);
    let heading = format!("From gross budgets to the resource limit, {year}, £m");
    Some(figure_of(session, heading, "h3", &chart))
}

fn bridge(session: &Session, id: &str, year: FinancialYear) -> Bridge {
    let outcome = session.outcome();
    let start = u32::from(year.start());
    let value = |figure: FigureKey| outcome.value(figure);
    let drawn = |value: Value| drawn_money(value, MoneyUnit::Millions, 2);
    let level = |name: &str, figure: FigureKey| Some(BridgeStep::level(name, drawn(value(figure)?)));
    // A reason that moves nothing is in the statement; in the picture it would be an empty line.
    let changes = |what: &'static str, kind: &'static one_plan_model::calculation::FigureKind| {
        (0..).zip(MovementReason::CHOICES).filter_map(move |(reason, choice)| {
            let value = value(kind.at([start, reason])).filter(|value| !value.is_ok_and(|value| value.is_zero()))?;
            Some(BridgeStep::change(format!("{what}: {}", choice_words(choice.word)), drawn(value)))
        })
    };
    let mut steps: Vec<BridgeStep> = level("Gross budgets", framework::YEAR_GROSS.at([start])).into_iter().collect();
    steps.extend(changes("Taken out", &framework::YEAR_DEDUCTION));
    steps.extend(level("Sub total", framework::YEAR_SUB_TOTAL.at([start])));
    steps.extend(changes("Put back", &framework::YEAR_ADD_BACK));
    steps.extend(level("Baseline proposal: what is spent", framework::YEAR_BASELINE.at([start])));
    let surplus = value(limit::PLANNED_SURPLUS.at([start]));
    if let Some(surplus) = surplus {
        let name =
            if surplus.is_ok_and(|surplus| surplus.is_sign_negative()) { "Planned deficit" } else { "Planned surplus" };
        steps.push(BridgeStep::change(name, drawn(surplus)));
    }
    steps.extend(level("Resource limit", limit::RESOURCE_LIMIT.at([start])));
    let words = |figure: FigureKey| format::money(value(figure).unwrap_or(Err(Fault::NotGiven)));
    let mut description = format!(
        "Gross budgets of {} become a baseline proposal of {}.",
        words(framework::YEAR_GROSS.at([start])),
        words(framework::YEAR_BASELINE.at([start]))
    );
    if value(limit::RESOURCE_LIMIT.at([start])).is_some() {
        description.push_str(&format!(" The resource limit is {}.", words(limit::RESOURCE_LIMIT.at([start]))));
    }
    Bridge {
        frame: Frame::new(id, format!("From gross budgets to the resource limit, {year}"), description),
        unit: "£m".to_owned(),
        step_heading: "Line".to_owned(),
        steps,
    }
}

//! The picture of the framework: from the gross budgets to what is spent, and the resource limit below it.

use super::chart_figure::figure_of;
use crate::chart::{Bridge, BridgeStep, Frame};
use crate::components::{balance_years, drawn_money};
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, format};
use one_plan_model::plan::FinancialYear;
use one_plan_model::quantity::{Fault, MoneyUnit, Value};
use one_plan_model::rules::finance::resource_limit as limit;
use one_plan_model::rules::framework::{self, FrameworkStep};
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
    let of_step = |step: FrameworkStep| {
        let value = value(step.of_year(start))?;
        match step.is_sum() {
            true => Some(BridgeStep::level(step.words(), drawn(value))),
            // A reason that moves nothing is in the statement; in the picture it would be an empty line.
            false if value.is_ok_and(|value| value.is_zero()) => None,
            false => Some(BridgeStep::change(step.words(), drawn(value))),
        }
    };
    let mut steps: Vec<BridgeStep> = FrameworkStep::all().filter_map(of_step).collect();
    let surplus = value(limit::PLANNED_SURPLUS.at([start]));
    if let Some(surplus) = surplus {
        let name =
            if surplus.is_ok_and(|surplus| surplus.is_sign_negative()) { "Planned deficit" } else { "Planned surplus" };
        steps.push(BridgeStep::change(name, drawn(surplus)));
    }
    let limit_of_year = limit::RESOURCE_LIMIT.at([start]);
    steps.extend(value(limit_of_year).map(|limit| BridgeStep::level("Resource limit", drawn(limit))));
    let words = |figure: FigureKey| format::money(value(figure).unwrap_or(Err(Fault::NotGiven)));
    let mut description = format!(
        "Gross budgets of {} become planned spending of {}, the baseline proposal.",
        words(framework::YEAR_GROSS.at([start])),
        words(framework::YEAR_BASELINE.at([start]))
    );
    if value(limit_of_year).is_some() {
        description.push_str(&format!(" The resource limit is {}.", words(limit_of_year)));
    }
    Bridge {
        frame: Frame::new(id, format!("From gross budgets to the resource limit, {year}"), description),
        unit: "£m".to_owned(),
        step_heading: "Line".to_owned(),
        steps,
    }
}

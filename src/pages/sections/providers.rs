//! Providers: the cost improvement of each against the national requirement.

use crate::chart::{Frame, Ladder, Rung};
use crate::components::{drawn_percent, picture};
use crate::session::Session;
use one_plan_model::calculation::format;
use one_plan_model::parameters::{IMPROVEMENT_FLOOR, Parameters};
use one_plan_model::plan::{FinancialYear, Table};
use one_plan_model::rules::finance::providers::{IMPROVEMENT_FORECAST, IMPROVEMENT_PLANNED};
use yew::prelude::*;

/// The picture; one line where the plan gives no cost improvement.
pub(super) fn section(session: &Session) -> Html {
    let heading = "Cost improvement of each provider, % of its costs";
    let needed = "give the costs of each provider, and the cost improvement that is planned or forecast.";
    picture(session, heading, chart(session).as_ref(), needed)
}

fn chart(session: &Session) -> Option<Ladder> {
    let (plan, outcome) = (session.plan(), session.outcome());
    let parameters = Parameters::of(plan);
    // What is forecast counts where there is a forecast; before there is one, what is planned.
    let (kind, what) = match outcome.figures_of(&IMPROVEMENT_FORECAST).next() {
        Some(_) => (&IMPROVEMENT_FORECAST, "Forecast"),
        None => (&IMPROVEMENT_PLANNED, "Planned"),
    };
    let mut rungs = Vec::new();
    for (key, value) in outcome.figures_of(kind) {
        let name = plan.title(Table::Organisation, key.index.get(0)).unwrap_or_default();
        let year = FinancialYear::starting(u16::try_from(key.index.get(1)).ok()?)?;
        let floor = parameters.value(&IMPROVEMENT_FLOOR, year).map(|floor| drawn_percent(Ok(floor.number), 2));
        rungs.push(Rung {
            name: format!("{name}, {year}"),
            parts: vec![drawn_percent(value, 2)],
            total: format::percent(value, 2).replace('%', ""),
            mark: floor,
        });
    }
    if rungs.is_empty() {
        return None;
    }
    Some(Ladder {
        frame: Frame::new(
            "providers-improvement",
            "Cost improvement of each provider",
            format!("{what} cost improvement in per cent of costs, against the national requirement."),
        ),
        unit: "%".to_owned(),
        rung_heading: "Provider".to_owned(),
        parts: vec![what.to_owned()],
        mark: if rungs.iter().any(|rung| rung.mark.is_some()) {
            "National requirement".to_owned()
        } else {
            String::new()
        },
        rungs,
        ..Ladder::default()
    })
}

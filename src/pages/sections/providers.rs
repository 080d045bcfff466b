//! Providers: whether each balances, before and after what the plan takes out of its income; and the cost improvement of each
//! against the national requirement.

mod surplus;

use crate::chart::{Frame, Ladder, Looks, Rung, Value as Drawn};
use crate::components::{drawn_percent, picture, tag};
use crate::page_context::PageContext;
use crate::session::Session;
use one_plan_model::calculation::format;
use one_plan_model::parameters::{IMPROVEMENT_FLOOR, Parameters};
use one_plan_model::plan::{FinancialYear, Table};
use one_plan_model::rules::finance::providers::{IMPROVEMENT_FORECAST, IMPROVEMENT_PLANNED};
use yew::prelude::*;

/// The answer, its table and the picture; one line where the plan gives no cost improvement.
pub(super) fn section(context: &PageContext) -> Html {
    let session = &context.session;
    let heading = "Cost improvement of each provider, % of its costs";
    let needed = "give the costs of each provider, and the cost improvement that is planned or forecast.";
    tag("div")
        .child(tag("div").maybe(surplus::section(context)))
        .child(picture(session, heading, chart(session).as_ref(), needed))
        .html()
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
        let floor = parameters.value(&IMPROVEMENT_FLOOR, year).map(|floor| floor.number);
        let mut parts = vec![drawn_percent(value, 2), Drawn::new(0.0, "")];
        if value.ok().zip(floor).is_some_and(|(value, floor)| value < floor) {
            parts.reverse();
        }
        rungs.push(Rung {
            name: format!("{name}, {year}"),
            parts,
            total: format::percent(value, 2).replace('%', ""),
            mark: floor.map(|floor| drawn_percent(Ok(floor), 2)),
        });
    }
    if rungs.is_empty() {
        return None;
    }
    let has_floor = rungs.iter().any(|rung| rung.mark.is_some());
    Some(Ladder {
        frame: Frame::new(
            "providers-improvement",
            "Cost improvement of each provider",
            format!("{what} cost improvement in per cent of costs, against the national requirement."),
        ),
        unit: "%".to_owned(),
        rung_heading: "Provider".to_owned(),
        parts: match has_floor {
            true => ["requirement kept", "below the requirement"].map(|verdict| format!("{what}, {verdict}")).into(),
            false => vec![what.to_owned()],
        },
        together: what.to_owned(),
        mark: if has_floor { "National requirement".to_owned() } else { String::new() },
        looks: Looks::Verdict,
        rungs,
    })
}

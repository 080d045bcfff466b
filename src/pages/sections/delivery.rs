//! Delivery: what has come of each monitored line against its plan to date, and what is forecast of the year.

mod months;
mod timeline;
mod trajectories;

use crate::chart::{Frame, Ladder, Rung};
use crate::components::{drawn_money, picture, shown, tag, unit_for};
use crate::session::Session;
use one_plan_model::calculation::{FigureKind, Unit};
use one_plan_model::plan::{Id, Table};
use one_plan_model::quantity::Value;
use one_plan_model::rules::monitoring::{ACTUAL_TO_DATE, FORECAST, PLAN_TO_DATE};
use yew::prelude::*;

/// The pictures; empty where the plan follows nothing month by month.
pub(super) fn section(session: &Session) -> Html {
    let (plan, outcome) = (session.plan(), session.outcome());
    let planned = |line: u32| outcome.value(PLAN_TO_DATE.at([line]));
    let of_the_year = |line: u32| Some(Ok(plan.monitored_lines.get(Id::at(line))?.plan()?.get().pounds()));
    let name = ["delivery-to-date", "Actual to date against plan"];
    let to_date = chart(session, name, &ACTUAL_TO_DATE, &planned, ["Actual to date", "Plan to date"]);
    let name = ["delivery-forecast", "Forecast against plan"];
    let forecast = chart(session, name, &FORECAST, &of_the_year, ["Forecast", "Plan of the year"]);
    let one = |chart: &Option<Ladder>, heading: &str| {
        let heading = chart.as_ref().map_or(heading.to_owned(), |chart| format!("{heading}, {}", chart.unit));
        let needed = "give monitored lines with the plan of the year, and what came of its months.";
        picture(session, &heading, chart.as_ref(), needed)
    };
    tag("div")
        .child(tag("div").child(timeline::section(session)))
        .child(tag("div").child(one(&to_date, "Actual to date against the plan to date")))
        .child(tag("div").child(one(&forecast, "Forecast of the year against its plan")))
        .child(tag("div").child(months::section(session)))
        .child(tag("div").child(trajectories::section(session)))
        .html()
}

/// A bar for each line that gives both.
fn chart(
    session: &Session,
    [id, title]: [&str; 2],
    bar: &'static FigureKind,
    mark: &dyn Fn(u32) -> Option<Value>,
    [bar_name, mark_name]: [&str; 2],
) -> Option<Ladder> {
    let (plan, outcome) = (session.plan(), session.outcome());
    let mut lines: Vec<(String, Value, Option<Value>)> = Vec::new();
    for (key, value) in outcome.figures_of(bar) {
        let name = plan.title(Table::MonitoredLine, key.index.get(0)).unwrap_or_default();
        lines.push((name.to_owned(), value, mark(key.index.get(0))));
    }
    let amounts = lines.iter().flat_map(|(_, bar, mark)| [Some(*bar), *mark]).flatten().filter_map(Result::ok);
    let largest = amounts.map(|amount| amount.abs()).max()?;
    let (unit, unit_name, places) = unit_for(largest);
    let rungs = lines.into_iter().map(|(name, bar, mark)| Rung {
        name,
        parts: vec![drawn_money(bar, unit, places)],
        total: shown(bar, Unit::Money, unit, places, false),
        mark: mark.map(|mark| drawn_money(mark, unit, places)),
    });
    Some(Ladder {
        frame: Frame::new(
            id,
            title,
            format!(
                "{bar_name} of each line that is followed month by month; a mark stands at the {}.",
                mark_name.to_lowercase()
            ),
        ),
        unit: unit_name.to_owned(),
        rung_heading: "Line".to_owned(),
        parts: vec![bar_name.to_owned()],
        mark: mark_name.to_owned(),
        rungs: rungs.collect(),
        ..Ladder::default()
    })
}

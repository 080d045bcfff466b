//! A monitored line month by month: its plan, what came of it, and what is forecast, each of the year so far.

use crate::chart::{Course, CourseLine, Frame, Look, Moment};
use crate::components::{drawn_money, figure_of, needed_for, tag, unit_for};
use crate::pages::one_of::OneOf;
use crate::session::Session;
use one_plan_model::calculation::format;
use one_plan_model::plan::{Id, MonitoredLine};
use one_plan_model::quantity::Value;
use one_plan_model::rules::monitoring::{FORECAST, ToMonth, by_month};
use std::collections::HashSet;
use std::rc::Rc;
use yew::prelude::*;

/// With more lines than this, a list of them is no choice any more; the table says them all.
const MOST_LINES: usize = 60;

/// The picture of a line, with a choice of which.
pub(super) fn section(session: &Session) -> Html {
    let plan = session.plan();
    let has_months: HashSet<_> = plan.monitored_months.iter().map(|(_, month)| month.line().index()).collect();
    let with_months = plan.monitored_lines.iter().filter(|(id, _)| has_months.contains(&id.index()));
    let lines: Vec<_> = with_months.take(MOST_LINES).map(|(id, line)| (id, line.name().to_owned())).collect();
    let heading = "Plan, actual and forecast by month";
    if lines.is_empty() {
        return needed_for(heading, "give monitored lines, and for each month its actual figure or its forecast.");
    }
    let names = Rc::new(lines.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>());
    let session = session.clone();
    let draw = Callback::from(move |at: usize| match lines.get(at).and_then(|(id, _)| course(&session, *id)) {
        Some(course) => figure_of(&session, format!("{heading}, {}", course.unit), "h2", &course),
        None => tag("div").html(),
    });
    let chooser = html! { <OneOf id="monitored-line" label="Line" {names} {draw} /> };
    tag("div").class("section").child(chooser).html()
}

fn course(session: &Session, id: Id<MonitoredLine>) -> Option<Course> {
    let plan = session.plan();
    let line = plan.monitored_lines.get(id)?;
    let months = by_month(plan, id);
    let of_the_year = session.outcome().value(FORECAST.at([id.index()]));
    let amounts = months.iter().flat_map(|month| [Some(month.plan), month.actual, month.forecast]);
    let amounts = amounts.chain([of_the_year]).flatten().filter_map(Result::ok).map(|amount| amount.abs());
    let (unit, unit_name, places) = unit_for(amounts.max()?);
    let lines = lines_of(&months, of_the_year).map(|(name, look, points)| {
        let points = points.into_iter().map(|(at, value)| (at, drawn_money(value, unit, places))).collect();
        CourseLine::new(name, look, points)
    });
    let to_date = months.iter().rev().find_map(|month| Some((month.month, month.plan, month.actual?)));
    let description = match to_date {
        Some((month, plan, actual)) => format!(
            "By the end of {} {} was planned and {} came of it.",
            month.words(),
            format::money(plan),
            format::money(actual)
        ),
        None => "No month has an actual figure yet.".to_owned(),
    };
    let first = months.first()?.month;
    let title = format!("{}, {}: plan, actual and forecast, each of the year so far", line.name(), line.year());
    Some(Course {
        frame: Frame::new(format!("months-{}", id.index()), title, description),
        unit: unit_name.to_owned(),
        moment_heading: "Month".to_owned(),
        moments: months
            .iter()
            .map(|month| Moment::new(f64::from(month.month.months_after(first)), month.month.words()))
            .collect(),
        lines: lines.into_iter().filter(|line| !line.points.is_empty()).collect(),
        ..Course::default()
    })
}

/// What a line is called, how it is drawn, and the value at the position of each month that has one.
type Points = (&'static str, Look, Vec<(usize, Value)>);

/// The points of the three lines. What is forecast begins where the last actual figure ends, and ends with the forecast of
/// the year.
fn lines_of(months: &[ToMonth], of_the_year: Option<Value>) -> [Points; 3] {
    let known = |value: Option<Value>| value.filter(Result::is_ok);
    let points = |of: fn(&ToMonth) -> Option<Value>| {
        let given = months.iter().enumerate().filter_map(|(at, month)| Some((at, known(of(month))?)));
        given.collect::<Vec<_>>()
    };
    let actual = points(|month| month.actual);
    let mut forecast = points(|month| month.forecast);
    let last = months.len().saturating_sub(1);
    if let Some(of_the_year) = known(of_the_year).filter(|_| actual.last().is_none_or(|(at, _)| *at < last)) {
        forecast.retain(|(at, _)| *at < last);
        forecast.push((last, of_the_year));
    }
    if let (Some(from), Some((first, _))) = (actual.last(), forecast.first())
        && from.0 < *first
    {
        forecast.insert(0, *from);
    }
    [
        ("Plan", Look::Plan, points(|month| Some(month.plan))),
        ("Actual", Look::Actual, actual),
        ("Forecast", Look::Forecast, forecast),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::plan::Plan;
    use one_plan_model::quantity::whole;

    fn line(months: &str) -> (Plan, Option<Value>) {
        let example = example::outcome(&format!(
            r#""monitored_lines": [{{"id": "a", "name": "A", "kind": "saving", "year": "2011/12", "plan": "120", "unit": "£", "phasing": "straight-line"}}],
            "monitored_months": [{months}]"#
        ));
        let forecast = example.outcome.value(FORECAST.at([0]));
        (example.plan, forecast)
    }

    #[test]
    fn a_forecast_goes_on_from_the_last_actual_figure_to_the_forecast_of_the_year() {
        let (plan, forecast) = line(
            r#"{"line": "a", "month": "2011-04", "actual": "7", "unit": "£"}, {"line": "a", "month": "2011-06", "forecast": "20", "unit": "£"}"#,
        );
        let [planned, actual, expected] = lines_of(&by_month(&plan, Id::at(0)), forecast).map(|(.., points)| points);
        assert_eq!(planned.len(), 12);
        assert_eq!(actual, [(0, Ok(whole(7)))]);
        // April came to 7, June is expected at 20, the other ten months at a twelfth of the plan each.
        assert_eq!(expected, [(0, Ok(whole(7))), (2, Ok(whole(27))), (11, Ok(whole(127)))]);
    }

    #[test]
    fn a_year_that_is_over_has_no_forecast() {
        let (plan, forecast) =
            line(r#"{"line": "a", "month": "2012-03", "actual": "100", "unit": "£", "cumulative": "yes"}"#);
        let [_, actual, expected] = lines_of(&by_month(&plan, Id::at(0)), forecast).map(|(.., points)| points);
        assert_eq!((actual.len(), expected.len()), (1, 0));
    }
}

//! Delivery: what has come of each monitored line against its plan to date, and what is forecast of the year.

mod months;
mod timeline;
mod trajectories;

use super::answer::{is_below, strong};
use crate::chart::{Frame, Ladder, Looks, Rung, Value as Drawn};
use crate::components::{Shown, count_of, drawn_money, picture, shown, tag, unit_for};
use crate::page_context::PageContext;
use crate::session::Session;
use one_plan_model::calculation::{FigureKind, Unit};
use one_plan_model::plan::{Id, Table};
use one_plan_model::quantity::Value;
use one_plan_model::rules::monitoring::{ACTUAL_TO_DATE, FORECAST, FORECAST_VARIANCE, PLAN_TO_DATE, VARIANCE};
use one_plan_model::rules::time::milestones::OVERDUE_COUNT;
use yew::prelude::*;

/// What is late, and how many lines are worse than planned. Nothing where the plan has neither milestones nor monitored lines.
pub(super) fn answer(context: &PageContext) -> Option<Html> {
    let (plan, outcome) = (context.session.plan(), context.session.outcome());
    let mut words = super::answer::answer();
    let mut any = false;
    if let Some(as_of) = plan.details().and_then(|details| details.as_of())
        && !plan.milestones.is_empty()
    {
        any = true;
        let of = count_of(plan.milestones.len(), "milestone", "milestones");
        words = match outcome.value(OVERDUE_COUNT.at([])) {
            Some(Ok(late)) if !late.is_zero() => words
                .words(format!("On {} ", as_of.words()))
                .child(strong(context, OVERDUE_COUNT.at([]), Shown::IN_WORDS))
                .words(format!(" of {of} are overdue. ")),
            _ => words.words(format!("On {} none of {of} is overdue. ", as_of.words())),
        };
    } else if !plan.milestones.is_empty() {
        any = true;
        let of = count_of(plan.milestones.len(), "milestone", "milestones");
        words = words.words(format!("The plan has {of}. What is late is known once a day is given below. "));
    }
    let worse = |held: &Held| {
        let with = outcome.figures_of(held.better_by);
        let known: Vec<bool> = with.map(|(_, value)| is_below(Some(value))).collect();
        (known.iter().filter(|is_worse| **is_worse).count(), known.len())
    };
    let ((to_date, lines), (forecast, forecasts)) = (worse(&TO_DATE), worse(&OF_THE_YEAR));
    if lines > 0 {
        any = true;
        let of = count_of(lines, "line", "lines");
        words =
            words.words(format!("Of {of} that are followed month by month, {to_date} are worse than planned to date"));
        words = match forecasts {
            0 => words.words("."),
            _ => words.words(format!(", and {forecast} are forecast to end the year worse than planned.")),
        };
    }
    any.then(|| words.html())
}

/// What is held against what of each line, in a picture.
struct Held {
    id: &'static str,
    title: &'static str,
    /// What came or is forecast: the length of the bar.
    came: &'static FigureKind,
    came_name: &'static str,
    planned_name: &'static str,
    /// How much better it is than planned: what costs more than planned is worse.
    better_by: &'static FigureKind,
}

const TO_DATE: Held = Held {
    id: "delivery-to-date",
    title: "Actual to date against plan",
    came: &ACTUAL_TO_DATE,
    came_name: "Actual to date",
    planned_name: "Plan to date",
    better_by: &VARIANCE,
};

const OF_THE_YEAR: Held = Held {
    id: "delivery-forecast",
    title: "Forecast against plan",
    came: &FORECAST,
    came_name: "Forecast",
    planned_name: "Plan of the year",
    better_by: &FORECAST_VARIANCE,
};

/// The pictures; empty where the plan follows nothing month by month.
pub(super) fn section(session: &Session) -> Html {
    let (plan, outcome) = (session.plan(), session.outcome());
    let to_date = chart(session, &TO_DATE, &|line| outcome.value(PLAN_TO_DATE.at([line])));
    let of_the_year = |line: u32| Some(Ok(plan.monitored_lines.get(Id::at(line))?.plan()?.get().pounds()));
    let forecast = chart(session, &OF_THE_YEAR, &of_the_year);
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

/// A bar for each line that gives both, by whether it is as good as planned.
fn chart(session: &Session, held: &Held, planned: &dyn Fn(u32) -> Option<Value>) -> Option<Ladder> {
    let (plan, outcome) = (session.plan(), session.outcome());
    let mut lines: Vec<(String, Value, Option<Value>, bool)> = Vec::new();
    for (key, value) in outcome.figures_of(held.came) {
        let line = key.index.get(0);
        let name = plan.title(Table::MonitoredLine, line).unwrap_or_default();
        let apart = outcome.value(held.better_by.at([line])).and_then(Result::ok);
        let is_worse = apart.is_some_and(|apart| apart.is_sign_negative() && !apart.is_zero());
        lines.push((name.to_owned(), value, planned(line), is_worse));
    }
    let amounts = lines.iter().flat_map(|(_, bar, mark, _)| [Some(*bar), *mark]).flatten().filter_map(Result::ok);
    let largest = amounts.map(|amount| amount.abs()).max()?;
    let (unit, unit_name, places) = unit_for(largest);
    let worse = lines.iter().filter(|(.., is_worse)| *is_worse).count();
    let description = format!(
        "{} of each line that is followed month by month; a mark stands at the {}. Worse than planned: {worse} of {}.",
        held.came_name,
        held.planned_name.to_lowercase(),
        count_of(lines.len(), "line", "lines"),
    );
    let rungs = lines.into_iter().map(|(name, bar, mark, is_worse)| {
        let mut parts = vec![drawn_money(bar, unit, places), Drawn::new(0.0, "")];
        if is_worse {
            parts.reverse();
        }
        let total = shown(bar, Unit::Money, unit, places, false);
        Rung { name, parts, total, mark: mark.map(|mark| drawn_money(mark, unit, places)) }
    });
    Some(Ladder {
        frame: Frame::new(held.id, held.title, description),
        unit: unit_name.to_owned(),
        rung_heading: "Line".to_owned(),
        parts: ["as planned or better", "worse than planned"]
            .map(|verdict| format!("{}, {verdict}", held.came_name))
            .into(),
        together: held.came_name.to_owned(),
        mark: held.planned_name.to_owned(),
        looks: Looks::Verdict,
        rungs: rungs.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn what_costs_more_than_planned_and_what_saves_less_is_worse() {
        let line = |id: &str, kind: &str, actual: &str| {
            (
                format!(
                    r#"{{"id": "{id}", "name": "{id}", "kind": "{kind}", "year": "2011/12", "plan": "120", "unit": "£m", "phasing": "straight-line"}}"#
                ),
                format!(r#"{{"line": "{id}", "month": "2011-04", "actual": "{actual}", "unit": "£m"}}"#),
            )
        };
        let lines = [
            line("saves-less", "saving", "9"),
            line("saves-more", "saving", "11"),
            line("costs-more", "expenditure", "11"),
            line("costs-as-planned", "expenditure", "10"),
        ];
        let join = |of: fn(&(String, String)) -> &String| lines.iter().map(of).cloned().collect::<Vec<_>>().join(",");
        let (plan_lines, months) = (join(|line| &line.0), join(|line| &line.1));
        let example =
            example::outcome(&format!(r#""monitored_lines": [{plan_lines}], "monitored_months": [{months}]"#));
        let session = Session::open(example.plan, example.outcome, "plan.json");
        let planned = |line| session.outcome().value(PLAN_TO_DATE.at([line]));
        let chart = chart(&session, &TO_DATE, &planned).expect("a picture");
        let worse: Vec<&str> =
            chart.rungs.iter().filter(|rung| rung.parts[1].amount > 0.0).map(|rung| rung.name.as_str()).collect();
        assert_eq!(worse, ["saves-less", "costs-more"]);
        assert!(chart.frame.description.ends_with("Worse than planned: 2 of 4 lines."), "{}", chart.frame.description);
    }
}

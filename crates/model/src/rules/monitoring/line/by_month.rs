//! A line month by month: what the plan of the year up to each month is, what came of it, and what is expected.

use super::month_row::MonthRow;
use super::signs::MonthSigns;
use super::{given_as_meant, in_order, phased, signs, weights};
use crate::calculation::NumberTotal;
use crate::plan::{Id, MonitoredLine, Plan};
use crate::quantity::{Month, Value};
use crate::rules::months_given::{Given, MonthsOfYear, counting, known};

/// A line at the end of a month; every amount is that of the year up to then.
#[derive(Clone, Debug, PartialEq)]
pub struct ToMonth {
    /// The month.
    pub month: Month,
    /// What is planned, in pounds.
    pub plan: Value,
    /// What came of it, in pounds, where the month has an actual figure.
    pub actual: Option<Value>,
    /// What came of it and what is expected, in pounds, where the month has a forecast and no actual figure.
    pub forecast: Option<Value>,
}

/// The twelve months of a line, by the same rules as what is published of it. Empty where it has no months.
///
/// ```
/// use one_plan_model::example;
/// use one_plan_model::plan::Id;
/// use one_plan_model::quantity::whole;
/// use one_plan_model::rules::monitoring::by_month;
/// let plan = example::plan(r#"
///     "monitored_lines": [{"id": "acute", "name": "Acute spend", "kind": "expenditure", "year": "2011/12", "plan": "1,200", "unit": "£000", "phasing": "straight-line"}],
///     "monitored_months": [
///         {"line": "acute", "month": "2011-04", "actual": "110", "unit": "£000"},
///         {"line": "acute", "month": "2011-05", "forecast": "95", "unit": "£000"}
///     ]
/// "#);
/// let months = by_month(&plan, Id::at(0));
/// assert_eq!((months[0].actual, months[1].forecast), (Some(Ok(whole(110_000))), Some(Ok(whole(205_000)))));
/// assert_eq!((months[11].plan, months.len()), (Ok(whole(1_200_000)), 12));
/// ```
pub fn by_month(plan: &Plan, row: Id<MonitoredLine>) -> Vec<ToMonth> {
    let Some(line) = plan.monitored_lines.get(row) else { return Vec::new() };
    let year = line.year();
    let of_line = |(_, of): &MonthRow<'_>| of.line() == row && of.month().financial_year() == Some(year);
    let mut rows: Vec<MonthRow<'_>> = plan.monitored_months.iter().filter(of_line).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    in_order(&mut rows);
    let [actuals, mut forecasts] = given_as_meant(&rows, MonthSigns::of(plan, line, &rows) == MonthSigns::Turned);
    let weights = weights(&rows);
    let phased = phased(plan, line, &weights, &rows);
    let whole_plan = signs::plan_read_as_meant(plan, line);
    let given = known(year, &actuals);
    forecasts.retain(|forecast| !given.holds(year, forecast.month));

    let month_of = |later: i32| {
        let month = year.first_month().later(later);
        let planned = phased.to_date(MonthsOfYear::through(year, month), &whole_plan);
        let is_of = |given: &&Given| given.month == month;
        let actual = actuals.iter().any(|given| is_of(&given)).then(|| sum(&[until(&actuals, month)]));
        let forecast = forecasts.iter().any(|given| is_of(&given)).then(|| {
            let expected = counting(until(&forecasts, month));
            // What is expected of the year so far takes the place of all months up to it.
            match expected.first().filter(|first| first.cumulative) {
                Some(first) => {
                    let actuals = until(&actuals, month);
                    let later = actuals.iter().position(|given| given.month > first.month).unwrap_or(actuals.len());
                    sum(&[expected, actuals.get(later..).unwrap_or_default()])
                }
                None => sum(&[until(&actuals, month), expected]),
            }
        });
        ToMonth { month, plan: planned.shown().value(), actual, forecast }
    };
    (0..12).map(month_of).collect()
}

/// What is given up to a month.
fn until(given: &[Given], month: Month) -> &[Given] {
    let count = given.iter().take_while(|given| given.month <= month).count();
    given.get(..count).unwrap_or_default()
}

/// The sum of what counts of each part.
fn sum(parts: &[&[Given]]) -> Value {
    let mut sum = NumberTotal::default();
    for part in parts {
        counting(part).iter().for_each(|given| sum.add(&given.number));
    }
    sum.finish().shown().value()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calculation::FigureKind;
    use crate::example;
    use crate::quantity::whole;
    use crate::rules::monitoring::{ACTUAL_TO_DATE, PLAN_TO_DATE};

    /// Every way in which a plan is spread, and months that are given alone and as the year so far.
    const LINES: &str = r#"
        "monitored_lines": [
            {"id": "equal", "name": "Equal", "kind": "saving", "year": "2011/12", "plan": "1,000", "unit": "£", "phasing": "straight-line"},
            {"id": "weighted", "name": "Weighted", "kind": "saving", "year": "2011/12", "plan": "1,000", "unit": "£", "phasing": "weighted"},
            {"id": "own", "name": "Own", "kind": "expenditure", "year": "2011/12", "plan": "60", "unit": "£", "phasing": "monthly"}
        ],
        "monitored_months": [
            {"line": "equal", "month": "2011-04", "actual": "-10", "unit": "£"},
            {"line": "equal", "month": "2011-06", "actual": "-50", "unit": "£", "cumulative": "yes"},
            {"line": "equal", "month": "2011-07", "actual": "-5", "unit": "£"},
            {"line": "weighted", "month": "2011-04", "weight": "40%", "actual": "300", "unit": "£"},
            {"line": "weighted", "month": "2011-05", "weight": "60%", "forecast": "500", "unit": "£"},
            {"line": "own", "month": "2011-04", "plan": "20", "actual": "25", "unit": "£"},
            {"line": "own", "month": "2011-05", "plan": "40", "actual": "30", "unit": "£"}
        ]"#;

    #[test]
    fn the_last_month_with_an_actual_figure_says_what_is_published_to_date() {
        let example = example::outcome(LINES);
        for (row, _) in example.plan.monitored_lines.iter() {
            let months = by_month(&example.plan, row);
            let last = months.iter().rfind(|month| month.actual.is_some());
            let published = |kind: &'static FigureKind| example.outcome.value(kind.at([row.index()]));
            assert_eq!(last.map(|last| last.plan), published(&PLAN_TO_DATE));
            assert_eq!(last.and_then(|last| last.actual), published(&ACTUAL_TO_DATE));
        }
    }

    #[test]
    fn the_last_month_has_the_plan_of_the_year() {
        let example = example::outcome(LINES);
        for (row, line) in example.plan.monitored_lines.iter() {
            let plan = line.plan().map(|plan| plan.get().pounds());
            let months = by_month(&example.plan, row);
            assert_eq!(months.last().and_then(|last| last.plan.ok()), plan, "{}", line.name());
        }
    }

    /// A forecast counts where there is no actual figure; one of the year so far has what came after it added.
    #[test]
    fn what_is_expected_of_the_year_so_far_takes_the_place_of_the_months_up_to_it() {
        let plan = example::plan(
            r#""monitored_lines": [{"id": "l", "name": "L", "kind": "saving", "year": "2011/12", "plan": "1,200", "unit": "£",
                                 "phasing": "straight-line"}],
            "monitored_months": [
                {"line": "l", "month": "2011-04", "actual": "100", "forecast": "90", "unit": "£"},
                {"line": "l", "month": "2011-05", "forecast": "210", "unit": "£", "cumulative": "yes"},
                {"line": "l", "month": "2011-06", "actual": "7", "unit": "£"},
                {"line": "l", "month": "2011-07", "forecast": "50", "unit": "£"}
            ]"#,
        );
        let months = by_month(&plan, Id::at(0)).into_iter();
        let forecasts: Vec<_> =
            months.filter_map(|month| Some((month.month.to_string(), month.forecast?.ok()?))).collect();
        assert_eq!(forecasts, [("2011-05".to_owned(), whole(210)), ("2011-07".to_owned(), whole(267))]);
    }
}

//! The months of the year in which a line is to bring something.

use crate::calculation::Number;
use crate::plan::{MonitoredLine, Plan, Row, Scheme};
use crate::rules::delays::own_delay;
use crate::rules::months_given::MonthsOfYear;
use crate::rules::part_year::InForce;

/// The months of the year of a line in which its scheme was to be in force; all where no scheme says so.
pub(in crate::rules::monitoring) fn months_in_force(plan: &Plan, line: Row<'_, MonitoredLine>) -> MonthsOfYear {
    let year = line.year();
    let all = MonthsOfYear::all(year);
    let Some(scheme) = line.scheme().and_then(|scheme| plan.schemes.get(scheme)) else { return all };
    let start = scheme.start().map(|start| start.later(months_late(line, scheme)));
    let before = start.map(|start| MonthsOfYear::through(year, start.later(-1)));
    let until = scheme.end().filter(|end| *end < year.first_month().later(11));
    let until = until.map_or(all, |end| MonthsOfYear::through(year, end));
    let in_force = until.without(before.unwrap_or_default());
    if in_force.is_empty() { all } else { in_force }
}

/// How late the months of a line are: as late as its scheme, unless the plan of the line is what was planned without that.
fn months_late(line: Row<'_, MonitoredLine>, scheme: Row<'_, Scheme>) -> i32 {
    let delay = own_delay(scheme);
    let Some(plan) = line.plan().filter(|_| delay > 0).map(Number::cell) else { return 0 };
    let in_time = match (scheme.gross(), scheme.full_year_effect()) {
        (Some(gross), _) => Number::cell(gross),
        (None, Some(whole)) => InForce::of(scheme, 0, Some(line.year())).effect(line.year(), &Number::cell(whole)),
        (None, None) => return 0,
    };
    if plan.differs_from(&in_time) { delay } else { 0 }
}

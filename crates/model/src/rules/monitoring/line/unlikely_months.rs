//! Months that cannot be what is meant: in another unit than the plan of their line, or not over yet.

use crate::calculation::{Finding, Ledger, Number, findings_of_part, format};
use crate::plan::{MonitoredLine, Row};
use crate::quantity::Fixed;
use crate::rules::months_given::Given;

findings_of_part! {
    /// What came of the months of a line is a thousand times more or less than its plan.
    MONTHS_IN_ANOTHER_UNIT: warning(
        "months-in-another-unit",
        "Is the unit right? Correct the unit of the months or of the plan; where both are right, note why."
    )
    /// A month has an actual figure that is not over on the day of the plan.
    MONTH_NOT_OVER: warning(
        "month-not-over",
        "What came of a month is known once it is over: correct the month or the day of the plan, or give a forecast."
    )
}

/// How many times one unit of money is the next smaller.
const A_THOUSAND: i64 = 1_000;

/// Months that together would be near the plan to date, give or take half, if their unit were a thousand times larger or
/// smaller.
pub(super) fn report_unit(
    ledger: &mut Ledger<'_>,
    line: Row<'_, MonitoredLine>,
    actuals: &[Given],
    [actual, planned]: [&Number; 2],
) {
    if !ledger.wants_findings() || actuals.len() < 2 {
        return;
    }
    let (actual, planned) = (actual.shown(), planned.shown());
    if actual.is_fault() || planned.is_fault() || !is_a_thousand_times(actual, planned) {
        return;
    }
    let message = format!(
        "\"{}\": its months brought {} together, and its plan to date is {}.",
        line.name(),
        format::money(actual.value()),
        format::money(planned.value())
    );
    ledger.report(|| {
        Finding::of(&MONTHS_IN_ANOTHER_UNIT, message)
            .at_cells(actuals.iter().map(|given| given.place))
            .at_cells(line.plan().map(|plan| plan.address()))
    });
}

/// Whether one of two numbers is some five hundred to fifteen hundred times the other.
fn is_a_thousand_times(one: Fixed, other: Fixed) -> bool {
    let size = |number: Fixed| number.maximum(number.negated());
    let (one, other) = (size(one), size(other));
    let (small, large) = if one.is_below(other) { (one, other) } else { (other, one) };
    let times = |by: i64| small.times(Fixed::whole(by));
    !small.is_zero() && !large.is_below(times(A_THOUSAND / 2)) && !times(A_THOUSAND + A_THOUSAND / 2).is_below(large)
}

/// Months after that of the day of the plan which have an actual figure.
pub(super) fn report_not_over(ledger: &mut Ledger<'_>, line: Row<'_, MonitoredLine>, actuals: &[Given]) {
    let Some(as_of) = ledger.plan.details().and_then(|details| details.as_of()) else { return };
    let early: Vec<_> = actuals.iter().filter(|given| given.month > as_of.month()).collect();
    let Some(first) = early.first() else { return };
    let message = format!(
        "\"{}\": {} has an actual figure, and the plan is looked at on {}.",
        line.name(),
        first.month.words(),
        as_of.words()
    );
    ledger.report(|| Finding::of(&MONTH_NOT_OVER, message).at_cells(early.iter().map(|given| given.place)));
}

//! Months that cannot be what is meant: they are not over yet.

use crate::calculation::{Finding, Ledger, findings_of_part};
use crate::plan::{MonitoredLine, Row};
use crate::rules::months_given::Given;

findings_of_part! {
    /// A month has an actual figure that is not over on the day of the plan.
    MONTH_NOT_OVER: warning(
        "month-not-over",
        "What came of a month is known once it is over: correct the month or the day of the plan, or give a forecast."
    )
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

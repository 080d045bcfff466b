//! A forecast that falls short of the plan of the year while the months so far do not say so.

use super::FORECAST_VARIANCE;
use crate::calculation::{Finding, Ledger, Number, findings_of_part, format};
use crate::parameters::DELIVERY_AMBER;
use crate::plan::{Id, MonitoredLine, Row, Table};
use crate::quantity::absolute;

findings_of_part! {
    /// What is expected of the months to come brings the year below the amber part of its plan, and no remedial action is given.
    FORECAST_SHORT_WITHOUT_ACTION: warning(
        "forecast-short-without-action",
        "Agree and write down the remedial action, or correct what is expected of the months to come."
    )
}

/// Reports a line whose year is expected to be short of its plan by more than what is amber; one that is red already has
/// its own finding.
pub(super) fn report(ledger: &mut Ledger<'_>, row: Id<MonitoredLine>, line: Row<'_, MonitoredLine>, plan: &Number) {
    if line.action().is_some() || !ledger.wants_findings() {
        return;
    }
    let key = FORECAST_VARIANCE.at([row.index()]);
    let Some(amber) = ledger.parameter(&DELIVERY_AMBER, Some(line.year())) else { return };
    let Some(variance) = ledger.find(key) else { return };
    let hidden = plan.times(&Number::the_whole().minus(&amber));
    // The size of a plan: one of a line that costs is below nothing.
    let beyond = variance.plus(&hidden.maximum(&hidden.negated()));
    let Ok(short) = variance.shown().value() else { return };
    if !beyond.is_negative() {
        return;
    }
    let message = format!(
        "\"{}\" is expected to miss its plan of {} for the year by {}, and no remedial action is given.",
        line.name(),
        format::money(plan.shown().value()),
        format::money(Ok(absolute(short)))
    );
    ledger.report_beyond_rounding(key, absolute(short), || {
        let finding = Finding::of(&FORECAST_SHORT_WITHOUT_ACTION, message);
        finding.at(Table::MonitoredLine, row.index(), "action").figure(key).both_right()
    });
}

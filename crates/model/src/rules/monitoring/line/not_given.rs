//! Months that do not count or are missing, and lines without any.

use super::month_row::MonthRow;
use super::months_of_line::months_in_force;
use crate::calculation::{Finding, Ledger, findings_of_part};
use crate::plan::{CellAddress, Id, MonitoredLine, Row, Table};
use crate::quantity::InOrder;
use crate::rules::common_findings::MONTH_OUTSIDE_THE_YEAR;
use crate::rules::monitoring::VARIANCE;
use crate::rules::months_given::{Given, MonthsOfYear, cumulative_findings, missing_finding, shown_as};

findings_of_part! {
    /// Months of a monitored line are over by the day of the plan, and nothing is given for them.
    MONTHS_NOT_REPORTED: information(
        "months-not-reported",
        "Give the months that are over; until then the line is rated on the months before them."
    )
    /// A monitored line has no actual figure, although others of its organisation have.
    LINE_WITHOUT_ACTUAL: information(
        "line-without-actual",
        "Give what came of its months; a month that brought nothing is 0."
    )
}

/// Months that are not in the year of the line: where none is, it is the year that is wrong, and said once.
pub(super) fn report_outside(
    ledger: &mut Ledger<'_>,
    row: Id<MonitoredLine>,
    line: Row<'_, MonitoredLine>,
    outside: &[MonthRow<'_>],
    all: usize,
) {
    let (name, year) = (line.name(), line.year());
    let cell =
        |month: &MonthRow<'_>| CellAddress { table: Table::MonitoredMonth, row: month.0.index(), column: "month" };
    if outside.len() == all && all > 1 {
        let message = format!("None of the {all} months of \"{name}\" is in {year}: they do not count.");
        ledger.report(|| {
            let finding = Finding::of(&MONTH_OUTSIDE_THE_YEAR, message).at(Table::MonitoredLine, row.index(), "year");
            finding.at_cells(outside.iter().map(cell))
        });
        return;
    }
    for month in outside {
        let message = format!("{} of \"{name}\" is not in {year}: it does not count.", month.1.month().words());
        ledger.report(|| Finding::of(&MONTH_OUTSIDE_THE_YEAR, message).at_cells([cell(month)]));
    }
}

/// Months that are missing before the last that is given, and after it; rows for the year so far that cannot be right.
pub(super) fn report_months(
    ledger: &mut Ledger<'_>,
    line: Row<'_, MonitoredLine>,
    given: MonthsOfYear,
    actuals: &[Given],
) {
    if !ledger.wants_findings() {
        return;
    }
    let year = line.year();
    let about = format!("\"{}\"", line.name());
    for finding in cumulative_findings(year, actuals, &about, shown_as(true)) {
        ledger.report(|| finding);
    }
    let Some(last) = actuals.last() else { return };
    // Of a scheme nothing is missing before it is in force.
    let missing = given.missing().and(months_in_force(ledger.plan, line));
    if !missing.is_empty() {
        ledger.report(|| {
            let what = "the plan to date counts every month that has passed, and what is not given counts as nothing, to date \
                        and, where nothing is expected of it, in the forecast";
            missing_finding(&about, missing, year, what).at(
                Table::MonitoredMonth,
                last.place.row,
                "month",
            )
        });
    }
    let as_of = ledger.plan.details().and_then(|details| details.as_of());
    let Some(as_of) = as_of.filter(|as_of| as_of.month() > last.month) else { return };
    // The month of the day itself may not be over.
    let over = MonthsOfYear::through(year, as_of.month().later(-1).min(year.first_month().later(11)));
    let late = over.without(given.so_far());
    if !late.is_empty() {
        let (late, today) = (late.names(year), as_of.words());
        let message = format!("{about}: nothing is given for {late}, and the plan is looked at on {today}.");
        ledger.report(|| Finding::of(&MONTHS_NOT_REPORTED, message).at(Table::MonitoredMonth, last.place.row, "month"));
    }
}

/// Lines of an organisation without an actual figure, while others make a variance without them.
pub(in crate::rules::monitoring) fn report_not_in_variance(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    let mut lines: Vec<_> = Vec::new();
    for (row, line) in plan.monitored_lines.iter() {
        lines.extend(line.organisation().map(|organisation| ((organisation.index(), line.year()), row, line)));
    }
    lines.order_by_key(|(about, _, line)| (*about, line.name()));
    for lines in lines.chunk_by(|left, right| left.0 == right.0) {
        let has = |row: Id<MonitoredLine>| ledger.figure(&VARIANCE, [row.index()]).is_some();
        let Some(((organisation, year), ..)) = lines.iter().find(|(_, row, _)| has(*row)) else { continue };
        let organisation = plan.title(Table::Organisation, *organisation).unwrap_or_default();
        let without: Vec<_> = lines.iter().filter(|(_, row, _)| !has(*row)).collect();
        for (_, row, line) in without {
            let message = format!(
                "\"{}\" has no actual figure: the variance of {organisation} in {year} is without it.",
                line.name()
            );
            ledger.report(|| Finding::of(&LINE_WITHOUT_ACTUAL, message).at(Table::MonitoredLine, row.index(), "name"));
        }
    }
}

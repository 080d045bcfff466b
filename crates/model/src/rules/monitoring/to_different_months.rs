//! Lines of one kind and year whose last months differ: what they come to up to date is then of no one date.

use super::line::months_in_force;
use crate::calculation::{Finding, Ledger, findings_of_part, format};
use crate::plan::{FinancialYear, Id, LineKind, MonitoredLine, Row, Table};
use crate::quantity::{InOrder, Month};
use crate::rules::months_given::MonthsOfYear;

findings_of_part! {
    /// Some monitored lines are given up to an earlier month than others of their kind and year.
    LINES_TO_DIFFERENT_MONTHS: warning(
        "lines-to-different-months",
        "Give the months that are missing; a month that brought nothing is 0."
    )
}

/// So many lines are named.
const MOST_NAMED: usize = 5;

/// A line, and the last month of which something has come.
struct UpTo<'p> {
    of: (LineKind, FinancialYear),
    at: Id<MonitoredLine>,
    line: Row<'p, MonitoredLine>,
    month: Month,
}

/// Reports those of each kind and year.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    let mut last: Vec<Option<Month>> = vec![None; plan.monitored_lines.len()];
    for (_, month) in plan.monitored_months.iter().filter(|(_, month)| month.actual().is_some()) {
        if let Some(last) = last.get_mut(month.line().position()) {
            *last = (*last).max(Some(month.month()));
        }
    }
    let mut lines: Vec<UpTo<'_>> = Vec::new();
    for ((at, line), month) in plan.monitored_lines.iter().zip(last) {
        let month = month.filter(|month| month.financial_year() == Some(line.year()));
        if let Some((kind, month)) = line.kind().zip(month) {
            lines.push(UpTo { of: (kind, line.year()), at, line, month });
        }
    }
    lines.order_by_key(|one| (one.of, one.line.name(), one.at.index()));
    // That a line lacks months that are over on the day of the plan is said of the line.
    let as_of = plan.details().and_then(|details| details.as_of()).map(|as_of| as_of.month());
    for same in lines.chunk_by(|left, right| left.of == right.of) {
        let Some(latest) = same.iter().map(|one| one.month).max() else { continue };
        let is_behind = |one: &&UpTo<'_>| {
            let (year, month) = (one.line.year(), one.month);
            let due = months_in_force(plan, one.line).and(MonthsOfYear::through(year, latest));
            let is_said = as_of.is_some_and(|as_of| as_of > month);
            !is_said && !due.without(MonthsOfYear::through(year, month)).is_empty()
        };
        let behind: Vec<&UpTo<'_>> = same.iter().filter(is_behind).collect();
        if behind.is_empty() {
            continue;
        }
        let named = behind.iter().map(|one| format!("\"{}\" up to {}", one.line.name(), one.month.words()));
        let message = format!(
            "Of the lines of {} of {} some end before {}: {}. What all come to up to date is of no one date.",
            kind_words(same),
            same.first().map(|one| one.line.year().to_string()).unwrap_or_default(),
            latest.words(),
            format::some_of(named, MOST_NAMED, "; ")
        );
        let rows = behind.iter().map(|one| one.at.index());
        ledger.report(|| {
            Finding::of(&LINES_TO_DIFFERENT_MONTHS, message).at_rows(plan, Table::MonitoredLine, rows, "name")
        });
    }
}

fn kind_words(lines: &[UpTo<'_>]) -> &'static str {
    match lines.first().map(|one| one.of.0) {
        Some(LineKind::Expenditure) => "expenditure",
        Some(LineKind::Saving) => "savings",
        _ => "income",
    }
}

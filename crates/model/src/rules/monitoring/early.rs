//! Savings that are followed before the scheme that makes them is planned to.

use crate::calculation::{CellAddress, Finding, Ledger, findings_of_part, format};
use crate::plan::{FinancialYear, Id, LineKind, MonitoredLine, Row, Table};
use crate::quantity::InOrder;

findings_of_part! {
    /// A line follows the saving of a scheme in a year before that of its list.
    MONITORED_BEFORE_ITS_LIST: warning(
        "monitored-before-its-list",
        "Correct the year of the line or that of the list, or name the scheme of the list of that year."
    )
}

/// So many lines are named.
const MOST_NAMED: usize = 3;

/// Reports them, the lines of a list together. In a later year than that of its list a scheme may well be followed: what
/// comes back does every year.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if !ledger.wants_findings() || plan.monitored_lines.is_unused(MonitoredLine::scheme) {
        return;
    }
    let early = |(row, line): (Id<MonitoredLine>, Row<'_, MonitoredLine>)| {
        let list = plan.schemes.get(line.scheme()?)?.list();
        let is_early = line.kind() == Some(LineKind::Saving) && line.year() < plan.scheme_lists.get(list)?.year();
        is_early.then_some((list.index(), line.year(), row.index()))
    };
    let mut lines: Vec<(u32, FinancialYear, u32)> = plan.monitored_lines.iter().filter_map(early).collect();
    lines.order_by_key(|(list, year, row)| (*list, *year, plan.identifier(Table::MonitoredLine, *row)));
    for of_list in lines.chunk_by(|left, right| (left.0, left.1) == (right.0, right.1)) {
        let [(list, year, _), ..] = of_list else { continue };
        let Some(list) = plan.scheme_lists.get(Id::at(*list)) else { continue };
        let names = of_list.iter().filter_map(|(_, _, row)| plan.title(Table::MonitoredLine, *row));
        let names: Vec<String> = names.map(|name| format!("\"{name}\"")).collect();
        let message = format!(
            "{} followed in {year}, and the list \"{}\" of what {} is of {}.",
            format::some_of(names, MOST_NAMED, ", ") + if of_list.len() == 1 { " is" } else { " are" },
            list.name(),
            if of_list.len() == 1 { "it follows" } else { "they follow" },
            list.year()
        );
        let cell = |row: u32| CellAddress { table: Table::MonitoredLine, row, column: "year" };
        let cells = of_list.iter().map(|(_, _, row)| cell(*row));
        ledger.report(|| Finding::of(&MONITORED_BEFORE_ITS_LIST, message).at_cells(cells));
    }
}

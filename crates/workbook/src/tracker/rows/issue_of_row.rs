//! What is said of a whole row of a tracker, with its amounts in words.

use super::cells_of_rows::CellsOfRows;
use super::sums_of_rows::AmountsOfRow;
use crate::issues::{Effect, Issue, Severity};
use one_plan_model::plan::Table;

/// The first amount of a row with its heading, and how many more there are.
pub fn words_of(cells: CellsOfRows<'_>, line: &AmountsOfRow) -> String {
    let filled = line.amounts.iter().filter(|(_, amount)| !amount.is_zero());
    let mut filled = filled.filter_map(|(field, amount)| Some((cells.header.column(*field)?, amount)));
    let Some((column, amount)) = filled.next() else { return "nought".to_owned() };
    let first = format!("{} under \"{}\"", amount.normalize(), column.words.line());
    match filled.count() {
        0 => first,
        1 => format!("{first} and one more amount"),
        more => format!("{first} and {more} more amounts"),
    }
}

/// Something that is to be said of a row, at the first of its cells.
pub fn issue(
    cells: CellsOfRows<'_>,
    row: u32,
    severity: Severity,
    what: String,
    expected: &str,
    effect: Effect,
) -> Issue {
    let mut columns = cells.header.columns.iter().map(|column| column.at);
    let at = columns.find(|at| !cells.sheet.cell(row, *at).is_empty()).unwrap_or_default();
    Issue {
        severity,
        place: cells.place.cell(row, at),
        column: Some((Table::Scheme, None)),
        value: cells.sheet.cell(row, at).shown(),
        what,
        expected: expected.to_owned(),
        effect,
    }
}

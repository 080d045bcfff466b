//! Whether two rows that are called alike say what one scheme cannot: then each is a scheme of its own. Every division has an
//! "Agency reduction".

use super::known_months::KnownMonths;
use super::scheme_sources::{ListedScheme, pounds_of};
use crate::cells::key_of;
use crate::tables::TableRows;
use one_plan_model::plan::{ColumnKind, Table};

/// What is said of a scheme once, and not anew after each month.
const SAID_ONCE: [&str; 3] = ["programme", "kind", "recurrent"];

/// Whether one row says another amount than the other of the same, or is of another programme.
pub fn contradict(one: &ListedScheme, other: &ListedScheme, tables: &[TableRows], months: &KnownMonths) -> bool {
    let cells = |of: &ListedScheme| tables.get(of.at.0).map(|rows| (&rows.given, of.at.1));
    let (Some((given, row)), Some((of_other, other_row))) = (cells(one), cells(other)) else { return false };
    let unit = Table::Scheme.column("unit");
    let mut columns = Table::Scheme.columns().iter().enumerate();
    let is_another = columns.any(|(column, of)| {
        let Some((here, there)) = given.cell(row, column).zip(of_other.cell(other_row, column)) else { return false };
        if matches!(of.kind, ColumnKind::Money) {
            let units = unit.and_then(|unit| given.cell(row, unit).zip(of_other.cell(other_row, unit)));
            let pounds = units.and_then(|(own, theirs)| pounds_of(here, own).zip(pounds_of(there, theirs)));
            return pounds.is_some_and(|(here, there)| here != there);
        }
        SAID_ONCE.contains(&of.name) && key_of(here) != key_of(there)
    });
    is_another || one.id.as_ref().zip(other.id.as_ref()).is_some_and(|(one, other)| months.contradict(one, other))
}

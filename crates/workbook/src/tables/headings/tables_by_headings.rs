//! Which table a sheet is by its headings, where its name says nothing.

use super::header_row::HeaderRow;
use super::of_year::years_named;
use crate::answers::Answers;
use crate::headings::TableNames;
use crate::sheet::Sheet;
use one_plan_model::plan::{ColumnKind, Table};

/// The table of a sheet whose name says nothing, by its headings: the one of which most columns are named, all those
/// among them that must be filled. Several, where they are equally good.
pub fn tables_by_headings(sheet: &Sheet, names: &TableNames, answers: &Answers) -> Vec<Table> {
    let mut best: (usize, Vec<Table>) = (0, Vec::new());
    for table in Table::ALL {
        let Some(header) = HeaderRow::find(sheet, *table, names, answers) else { continue };
        let named = header.columns.iter().filter(|column| !is_of_every_table(*table, column.table_column)).count();
        if !header.has_all_needed(*table) || named < 2 {
            continue;
        }
        if header.known() > best.0 {
            best = (header.known(), vec![*table]);
        } else if header.known() == best.0 {
            best.1.push(*table);
        }
    }
    // Its name says which, unless its headings say more of another.
    let called = names.table_beside_year(&sheet.name).filter(|table| {
        let header = HeaderRow::find(sheet, *table, names, answers);
        let known = header.map_or(0, |header| header.known().saturating_add(years_named(sheet, header.row, *table)));
        known >= best.0.max(2)
    });
    called.map_or(best.1, |table| vec![table])
}

/// Columns that nearly every table has say nothing of which table it is.
fn is_of_every_table(table: Table, column: usize) -> bool {
    table
        .columns()
        .get(column)
        .is_some_and(|column| matches!(column.kind, ColumnKind::SourceLines | ColumnKind::MoneyUnit))
}

//! What changes of a grid are called: whoever is told of the last one finds the row and the column in it.

use crate::components::{capitalised, cell_words, choice_words, count_of};
use one_plan_model::calculation::format;
use one_plan_model::plan::{CellAddress, Plan, Table};
use std::ops::RangeInclusive;

/// So many columns are named.
const COLUMNS_NAMED: usize = 3;

/// What a column is called in a plan file.
pub fn name(table: Table, column: usize) -> &'static str {
    table.columns().get(column).map_or("", |column| column.name)
}

/// What the change of a cell is called: its row and its column, also where the column is the name of the row.
pub fn name_of(plan: &Plan, table: Table, row: u32, column: usize) -> String {
    let address = CellAddress { table, row, column: name(table, column) };
    let number =
        || format!("{}, row {}: {}", choice_words(table.name()), u64::from(row) + 1, choice_words(address.column));
    let words = match (cell_words(plan, address), address.column) {
        (Some(row), "name") => format!("{row}: name"),
        (Some(words), _) => words,
        (None, _) => number(),
    };
    capitalised(&words)
}

/// What a change of some columns of some rows is called: "Schemes, rows 2 to 4: gross, reinvestment emptied".
pub fn name_of_many(table: Table, rows: &[u32], columns: &RangeInclusive<usize>, done: &str) -> String {
    let (name, columns) = (capitalised(&choice_words(table.name())), columns_words(table, columns.clone()));
    format!("{name}, {}: {columns} {done}", words_of(rows))
}

/// What some columns are called: the first of them, and how many more they are.
pub fn columns_words(table: Table, columns: impl Iterator<Item = usize>) -> String {
    format::some_of(columns.map(|column| choice_words(name(table, column))), COLUMNS_NAMED, ", ")
}

/// What a cell is called by its number and its column.
pub fn place_words(table: Table, row: u32, column: usize) -> String {
    format!("row {}, {}", u64::from(row) + 1, choice_words(name(table, column)))
}

/// What rows are called by their numbers in the plan: as many as they are where they do not follow one another.
pub fn words_of(rows: &[u32]) -> String {
    let number = |row: &u32| u64::from(*row) + 1;
    let follow = rows.windows(2).all(|two| matches!(two, [one, next] if one.checked_add(1) == Some(*next)));
    match (rows, rows.first(), rows.last()) {
        ([row], ..) => format!("row {}", number(row)),
        (_, Some(first), Some(last)) if follow => format!("rows {} to {}", number(first), number(last)),
        _ => count_of(rows.len(), "row", "rows"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::edits::tests::plan;
    use super::*;
    use one_plan_model::plan::{Programme, ProgrammeSaving, RowType};

    #[test]
    fn a_change_names_its_row_and_its_column() {
        let plan = plan();
        let of = |table, column: u8| name_of(&plan, table, 0, usize::from(column));
        assert_eq!(of(Table::Programme, Programme::name.position()), "Acute Care: name");
        assert_eq!(of(Table::Programme, Programme::id.position()), "Acute Care: id");
        let amount = ProgrammeSaving::amount.position();
        assert!(of(Table::ProgrammeSaving, amount).ends_with(": amount"));
        assert_eq!(columns_words(Table::Programme, 0..1), "id");
        assert_eq!(columns_words(Table::ProgrammeSaving, 0..5), "programme, year, part and 2 more");
    }
}

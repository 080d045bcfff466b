//! Rows that are named in words: the name of a table in one cell, and in another cell of the same row the identifier or
//! the number of one of its rows. What a row is called in words, and that such words keep meaning the row they mean when
//! rows come, go or get another identifier, is said here once.

use crate::plan::store::StoredCell;
use crate::plan::{CellAddress, KnownFindingPlace, Plan, Row, ScenarioChange, Table, no_column, no_table};

/// A table whose rows name a row of any table in words.
struct NamesRows {
    by: Table,
    /// The column with the name of the table.
    table: u8,
    /// The column with the identifier or the number of the row.
    row: u8,
}

/// Every table whose rows name rows in words.
const NAME_ROWS: &[NamesRows] = &[
    NamesRows {
        by: Table::KnownFindingPlace,
        table: KnownFindingPlace::table as u8,
        row: KnownFindingPlace::row as u8,
    },
    NamesRows { by: Table::ScenarioChange, table: ScenarioChange::table as u8, row: ScenarioChange::row as u8 },
];

/// A cell that names a row of a table by its number.
pub(super) struct Numbered {
    pub(super) by: Table,
    pub(super) row: u32,
    pub(super) column: u8,
    /// The position of the row that it names; the table may be shorter.
    names: u64,
}

impl Numbered {
    /// The position of the row that it names, if the table has so many.
    pub(super) fn named_row(&self) -> Option<u32> {
        self.names.try_into().ok()
    }
}

/// The position that a number from one stands for, written as this program writes it.
fn position_of(number: &str) -> Option<u64> {
    let position = number.parse::<u64>().ok()?.checked_sub(1)?;
    (number == (position + 1).to_string()).then_some(position)
}

impl Plan {
    /// By what a row is named in words: its identifier, or in a table without identifiers its number from one.
    ///
    /// ```
    /// use one_plan_model::{example, plan::Table};
    /// let plan = example::plan(r#""programmes": [{"id": "acute", "name": "Acute Care"}],
    ///     "programme_savings": [{"year": "2011/12", "part": "provider"}]"#);
    /// assert_eq!(plan.row_reference(Table::Programme, 0), "acute");
    /// assert_eq!(plan.row_reference(Table::ProgrammeSaving, 0), "1");
    /// assert_eq!(plan.row_by_reference(Table::ProgrammeSaving, "1"), Some(0));
    /// assert_eq!(plan.row_by_reference(Table::ProgrammeSaving, "2"), None);
    /// ```
    pub fn row_reference(&self, table: Table, row: u32) -> String {
        self.identifier(table, row).map_or_else(|| (u64::from(row) + 1).to_string(), str::to_owned)
    }

    /// The row that is named so; nothing where there is none.
    pub fn row_by_reference(&self, table: Table, name: &str) -> Option<u32> {
        if table.has_identifiers() {
            return self.find(table, name);
        }
        let row = u32::try_from(position_of(name)?).ok()?;
        (row < self.store(table).rows()).then_some(row)
    }

    /// The cell that a change of a scenario is about.
    ///
    /// # Errors
    ///
    /// Why there is no such cell, or none that a scenario changes, in words.
    pub fn changed_cell(&self, change: Row<'_, ScenarioChange>) -> Result<CellAddress, String> {
        let name = change.table();
        let table = Table::named(name).ok_or_else(|| no_table(name))?;
        if table.is_beside_the_plan() || table == Table::PlanDetails {
            return Err(format!("the table \"{name}\" is not one that a scenario changes"));
        }
        let column = table.columns().iter().map(|column| column.name).find(|name| *name == change.column());
        let column = column.ok_or_else(|| no_column(table, change.column()))?;
        let row = self.row_by_reference(table, change.row());
        let row = row.ok_or_else(|| format!("the table \"{name}\" has no row \"{}\"", change.row()))?;
        Ok(CellAddress { table, row, column })
    }

    /// The cells that name a row of a table in words, with what they say.
    fn named_in_words(&self, table: Table) -> impl Iterator<Item = (&'static NamesRows, u32, &str)> {
        NAME_ROWS.iter().flat_map(move |names| {
            let store = self.store(names.by);
            let is_of_table = move |row: &u32| store.column(names.table.into()).text(*row) == Some(table.name());
            let rows = (0..store.rows()).filter(is_of_table);
            rows.filter_map(move |row| Some((names, row, store.column(names.row.into()).text(row)?)))
        })
    }

    /// The cells that name a row of a table by its number. In a table with identifiers no number names a row.
    pub(super) fn numbered_rows(&self, table: Table) -> Vec<Numbered> {
        if table.has_identifiers() {
            return Vec::new();
        }
        let numbered = |(names, row, text): (&NamesRows, u32, &str)| {
            Some(Numbered { by: names.by, row, column: names.row, names: position_of(text)? })
        };
        self.named_in_words(table).filter_map(numbered).collect()
    }

    /// Writes into cells that named rows of a table by their number, before its rows were rearranged, where these stand
    /// now: `to` has the place of each row of before. A number behind the last row names no row; it stays behind the last.
    pub(super) fn renumber(&mut self, table: Table, numbered: &[Numbered], to: &[u32]) {
        let place_of = |row: u32| to.get(row as usize).copied();
        let (before, now) = (to.len() as u64, u64::from(self.store(table).rows()));
        for cell in numbered {
            let place = match cell.named_row().and_then(place_of) {
                Some(place) => place.into(),
                None => cell.names.saturating_add(now).saturating_sub(before),
            };
            let row = if cell.by == table { place_of(cell.row).unwrap_or(u32::MAX) } else { cell.row };
            if place != cell.names && row < self.store(cell.by).rows() {
                let number = place.saturating_add(1).to_string();
                self.store_mut(cell.by).replace(row, cell.column.into(), Some(StoredCell::Text(&number)));
            }
        }
    }

    /// The cells that say a name in words for a row of a table: the table, row and column of each.
    pub(super) fn cells_naming(&self, table: Table, name: &str) -> Vec<(Table, u32, u8)> {
        let named = self.named_in_words(table).filter(|(_, _, text)| *text == name);
        named.map(|(names, row, _)| (names.by, row, names.row)).collect()
    }

    /// Writes the new identifier of a row into the cells that name the row by the one that it had.
    pub(super) fn follow_identifier(&mut self, table: Table, had: &str, has: &str) {
        for (by, row, column) in self.cells_naming(table, had) {
            self.store_mut(by).replace(row, column.into(), Some(StoredCell::Text(has)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NAME_ROWS, Table};

    #[test]
    fn every_table_that_names_a_table_and_a_row_in_words_is_listed() {
        let names_rows = |table: &&Table| table.column("table").is_some() && table.column("row").is_some();
        let all: Vec<_> = Table::ALL.iter().filter(names_rows).copied().collect();
        assert_eq!(NAME_ROWS.iter().map(|names| names.by).collect::<Vec<_>>(), all);
    }
}

use super::columns::StoredCell;
use super::names::SortedNames;
use super::table_store::TableStore;
use crate::pace::{Pace, ROWS_AT_A_TIME};
use crate::plan::cells::{Understood, empty_cell, understand, unknown_name, used_identifier};
use crate::plan::{CellInput, CellProblem, ColumnKind, Plan, Table};
use crate::quantity::MoneyUnit;

/// Puts a plan together from the rows of a file, whatever its format.
///
/// Tables come one after the other, in any order; a row may refer to rows that come later. Each cell is understood
/// once, by the kind of its column. A cell that cannot be used is reported and left empty: nothing is computed from
/// such a file.
#[derive(Debug, Default)]
pub(crate) struct PlanReader {
    plan: Plan,
    read: Vec<Table>,
    waiting: Vec<Reference>,
}

/// A cell that names a row of a table that has not been read yet.
#[derive(Debug)]
struct Reference {
    table: Table,
    row: u32,
    column: usize,
    to: Table,
    name: Box<str>,
}

/// The rows of one table that are being read.
#[derive(Debug)]
pub(crate) struct TableReader<'r> {
    reader: &'r mut PlanReader,
    table: Table,
    store: TableStore,
    unit_column: Option<usize>,
    // The name that was last looked up in each column, and the row that has it: rows of the same thing mostly
    // follow one another.
    last: Vec<(String, u32)>,
}

impl PlanReader {
    /// Reads a table; each at most once.
    pub(crate) fn table(&mut self, table: Table) -> TableReader<'_> {
        let last = vec![(String::new(), 0); table.columns().len()];
        let unit_column = table.columns().iter().position(|column| matches!(column.kind, ColumnKind::MoneyUnit));
        TableReader { reader: self, table, store: TableStore::new(table), unit_column, last }
    }

    /// The plan, and for each reference that leads nowhere its place and what is wrong.
    pub(crate) async fn finish(mut self, pace: &Pace<'_>) -> (Plan, Vec<(Table, u32, usize, CellProblem)>) {
        let mut problems = Vec::new();
        let waiting = std::mem::take(&mut self.waiting);
        for some in waiting.chunks(ROWS_AT_A_TIME) {
            for Reference { table, row, column, to, name } in some {
                match self.plan.find(*to, name) {
                    Some(found) => self.plan.store_mut(*table).replace(*row, *column, Some(StoredCell::Code(found))),
                    None => problems.push((*table, *row, *column, unknown_name(*to, name))),
                }
            }
            pace.checked_rows().await;
        }
        (self.plan, problems)
    }
}

impl TableReader<'_> {
    /// Reads one row; `cell` gives what stands in each of its columns, by position.
    pub(crate) fn row<'c>(
        &mut self,
        cell: &dyn Fn(usize) -> Option<CellInput<'c>>,
        report: &mut dyn FnMut(usize, CellProblem),
    ) {
        let unit = self.unit(cell);
        let row = self.store.rows();
        for (at, column) in self.table.columns().iter().enumerate() {
            let Some(input) = cell(at) else {
                if column.required {
                    report(at, empty_cell(column.kind));
                }
                self.store.push(at, None);
                continue;
            };
            let stored = match understand(column.kind, input, unit) {
                Ok(Understood::Cell(cell)) => Some(cell),
                Ok(Understood::Name(to, name)) => match self.find(at, to, name) {
                    Ok(Some(found)) => Some(StoredCell::Code(found)),
                    Ok(None) => {
                        let table = self.table;
                        self.reader.waiting.push(Reference { table, row, column: at, to, name: name.into() });
                        None
                    }
                    Err(problem) => {
                        report(at, problem);
                        None
                    }
                },
                Err(problem) => {
                    report(at, problem);
                    match (column.kind, input) {
                        // Other rows mean this row by it all the same: nothing is wrong with them.
                        (ColumnKind::Identifier, CellInput::Text(name)) => Some(StoredCell::Text(name)),
                        _ => None,
                    }
                }
            };
            self.store.push(at, stored);
        }
        self.store.end_row();
    }

    /// The unit of the amounts of a row.
    fn unit<'c>(&self, cell: &dyn Fn(usize) -> Option<CellInput<'c>>) -> Option<MoneyUnit> {
        match self.unit_column.and_then(cell) {
            Some(CellInput::Text(text)) => MoneyUnit::read(text),
            _ => None,
        }
    }

    /// The row that a name stands for; nothing where its table has not been read yet.
    fn find(&mut self, column: usize, to: Table, name: &str) -> Result<Option<u32>, CellProblem> {
        if !self.reader.read.contains(&to) {
            return Ok(None);
        }
        let Some((last, found)) = self.last.get_mut(column) else { return Ok(None) };
        if last.as_str() != name {
            *found = self.reader.plan.find(to, name).ok_or_else(|| unknown_name(to, name))?;
            last.clear();
            last.push_str(name);
        }
        Ok(Some(*found))
    }

    /// Looks through a row without keeping it, of a file that has so many problems that it will not be used. Whether
    /// the names in it stand for rows is not looked up.
    pub(crate) fn look_through<'c>(
        &self,
        cell: &dyn Fn(usize) -> Option<CellInput<'c>>,
        report: &mut dyn FnMut(usize, CellProblem),
    ) {
        let unit = self.unit(cell);
        for (at, column) in self.table.columns().iter().enumerate() {
            match cell(at) {
                Some(input) => {
                    if let Err(problem) = understand(column.kind, input, unit) {
                        report(at, problem);
                    }
                }
                None if column.required => report(at, empty_cell(column.kind)),
                None => {}
            }
        }
    }

    /// Keeps the place of a row that cannot be read.
    pub(crate) fn skip_row(&mut self) {
        for at in 0..self.table.columns().len() {
            self.store.push(at, None);
        }
        self.store.end_row();
    }

    /// The end of the table. Reports each row whose identifier an earlier row has.
    pub(crate) async fn finish(self, pace: &Pace<'_>, report: &mut dyn FnMut(u32, CellProblem)) {
        let Self { reader: PlanReader { plan, read, .. }, table, mut store, .. } = self;
        read.push(table);
        store.shrink();
        *plan.store_mut(table) = store;
        if !table.has_identifiers() {
            return;
        }
        let names = SortedNames::of(plan.store(table), pace).await;
        for (row, earlier) in names.doubles(plan.store(table), pace).await {
            report(row, used_identifier(plan.identifier(table, row).unwrap_or_default(), earlier));
        }
        plan.set_names(table, names);
    }
}

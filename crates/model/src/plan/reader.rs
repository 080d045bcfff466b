use super::names::SortedNames;
use super::store::StoredCell;
use super::text::{Understood, empty_cell, understand, unknown_name};
use super::{CellInput, CellProblem, ColumnKind, Plan, Table};
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
    // The name that was last looked up in each column, and the row that has it: rows of the same thing mostly
    // follow one another.
    last: Vec<(String, u32)>,
}

impl PlanReader {
    /// Reads a table; each at most once.
    pub(crate) fn table(&mut self, table: Table) -> TableReader<'_> {
        let last = vec![(String::new(), 0); table.columns().len()];
        TableReader { reader: self, table, last }
    }

    /// The plan, and for each reference that leads nowhere its place and what is wrong.
    pub(crate) fn finish(mut self) -> (Plan, Vec<(Table, u32, usize, CellProblem)>) {
        let mut problems = Vec::new();
        for Reference { table, row, column, to, name } in std::mem::take(&mut self.waiting) {
            match self.plan.find(to, &name) {
                Some(found) => self.plan.store_mut(table).replace(row, column, Some(StoredCell::Code(found))),
                None => problems.push((table, row, column, unknown_name(to, &name))),
            }
        }
        for table in &self.read {
            self.plan.store_mut(*table).shrink();
        }
        (self.plan, problems)
    }
}

impl TableReader<'_> {
    /// Reads one row from its cells, column by column.
    pub(crate) fn row(&mut self, cells: &[Option<CellInput<'_>>], report: &mut dyn FnMut(usize, CellProblem)) {
        let columns = self.table.columns();
        let unit = columns.iter().zip(cells).find_map(|(column, cell)| match (column.kind, cell) {
            (ColumnKind::MoneyUnit, Some(CellInput::Text(text))) => MoneyUnit::read(text),
            _ => None,
        });
        let row = self.reader.plan.store(self.table).rows();
        let mut stored: [Option<StoredCell<'_>>; MOST_COLUMNS] = [None; MOST_COLUMNS];
        for (at, ((column, cell), stored)) in columns.iter().zip(cells).zip(&mut stored).enumerate() {
            let Some(input) = cell else {
                if column.required {
                    report(at, empty_cell(column.kind));
                }
                continue;
            };
            match understand(column.kind, *input, unit) {
                Ok(Understood::Cell(cell)) => *stored = Some(cell),
                Ok(Understood::Name(to, name)) => match self.find(at, to, name) {
                    Ok(Some(found)) => *stored = Some(StoredCell::Code(found)),
                    Ok(None) => {
                        self.reader.waiting.push(Reference { table: self.table, row, column: at, to, name: name.into() });
                    }
                    Err(problem) => report(at, problem),
                },
                Err(problem) => report(at, problem),
            }
        }
        self.reader.plan.store_mut(self.table).push_row(stored.get(..columns.len()).unwrap_or(&stored));
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

    /// Keeps the place of a row that cannot be read.
    pub(crate) fn skip_row(&mut self) {
        self.reader.plan.store_mut(self.table).push_row(&[None; MOST_COLUMNS]);
    }

    /// The end of the table. Tells each row whose identifier an earlier row has, with that identifier and that row.
    pub(crate) fn finish(self, double: &mut dyn FnMut(u32, &str, u32)) {
        let PlanReader { plan, read, .. } = self.reader;
        read.push(self.table);
        if !self.table.has_identifiers() {
            return;
        }
        let names = SortedNames::of(plan.store(self.table));
        for (row, earlier) in names.doubles(plan.store(self.table)) {
            double(row, plan.identifier(self.table, row).unwrap_or_default(), earlier);
        }
        plan.set_names(self.table, names);
    }
}

/// The most columns of a table; a test of the tables holds it.
pub(crate) const MOST_COLUMNS: usize = 40;

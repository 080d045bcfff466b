//! Rows that were not given as a plan file: of a workbook, of comma-separated values, of a tracker.
//!
//! Such rows are used one by one: a person who has four good sheets and one bad cell shall see the plan and the cell.

use super::meaning;
use crate::pace::{Pace, at_once};
use crate::plan::{CellInput, CellProblem, Plan, PlanReader, Table, shortened, unused_name};
use std::collections::{HashMap, HashSet};

/// Rows of one table, cell by cell as text.
#[derive(Clone, Debug)]
pub struct GivenRows {
    /// The table.
    pub table: Table,
    columns: Vec<usize>,
    cells: Vec<Option<Box<str>>>,
}

/// What is wrong with a row that was given, where, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// In which of the given lists of rows.
    pub list: usize,
    /// In which row of it, counted from zero.
    pub row: u32,
    /// In which column of the table.
    pub column: usize,
    /// What is wrong.
    pub what: String,
    /// What was expected, and how to mend it.
    pub expected: String,
    /// Whether the whole row is left out; otherwise only the cell is.
    pub rejects_row: bool,
}

/// What was read of given rows.
#[derive(Clone, Debug, Default)]
pub struct RowsRead {
    /// The plan of what can be used.
    pub plan: Plan,
    /// Everything that is wrong, by list, row and column.
    pub problems: Vec<RowProblem>,
    /// What is wrong with the whole, so that there can be no plan: each with its table and what was expected.
    pub refusals: Vec<RowProblem>,
    origins: HashMap<Table, Vec<(usize, u32)>>,
}

impl GivenRows {
    /// No rows yet, of which these columns of the table are given, by position.
    pub const fn new(table: Table, columns: Vec<usize>) -> Self {
        Self { table, columns, cells: Vec::new() }
    }

    /// Adds a row: a cell for each of the columns. What is missing at the end is empty, what is too much is left out.
    pub fn push(&mut self, cells: impl IntoIterator<Item = Option<Box<str>>>) {
        let end = self.cells.len() + self.columns.len();
        self.cells.extend(cells.into_iter().take(self.columns.len()));
        self.cells.resize(end, None);
    }

    /// Puts something else into a cell of a row; a column that is not given stays so.
    pub fn set(&mut self, row: u32, column: usize, text: Option<Box<str>>) {
        let at = self.columns.iter().position(|given| *given == column);
        let cell = at.and_then(|at| self.cells.get_mut(row as usize * self.columns.len() + at));
        if let Some(cell) = cell {
            *cell = text;
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.cells.len().checked_div(self.columns.len()).unwrap_or_default()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The rows, each by its position.
    pub fn rows(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.len()).unwrap_or(u32::MAX)
    }

    /// The positions in the table of the columns that are given.
    pub fn columns(&self) -> &[usize] {
        &self.columns
    }

    /// What is given in a row for a column of the table.
    pub fn cell(&self, row: u32, column: usize) -> Option<&str> {
        let at = self.columns.iter().position(|given| *given == column)?;
        let text = self.cells.get(row as usize * self.columns.len() + at)?.as_deref()?;
        (!text.trim().is_empty()).then_some(text)
    }
}

impl RowsRead {
    /// The list and the row in it from which a row of the plan comes.
    pub fn origin(&self, table: Table, row: u32) -> Option<(usize, u32)> {
        self.origins.get(&table)?.get(row as usize).copied()
    }
}

/// Puts a plan together from rows. A cell that cannot be used is left out, and its row with it where nothing can be
/// said without the cell; what refers to a row that is left out is told so.
///
/// ```
/// use one_plan_model::exchange::{GivenRows, read_rows};
/// use one_plan_model::plan::Table;
/// let columns = ["title", "system", "first_year", "last_year", "base_year"];
/// let mut plan = GivenRows::new(Table::PlanDetails, columns.map(|name| Table::PlanDetails.column(name).unwrap()).to_vec());
/// plan.push(["Our plan", "Our county", "2026/27", "2027/28", "2025/26"].map(|cell| Some(cell.into())));
/// let mut programmes = GivenRows::new(Table::Programme, vec![0, 1]);
/// programmes.push([Some("acute".into()), Some("Acute care".into())]);
/// programmes.push([None, Some("Nobody can refer to it".into())]);
/// let read = read_rows(&[plan, programmes]);
/// assert_eq!(read.plan.programmes.len(), 1);
/// assert_eq!(read.problems.len(), 1);
/// assert!(read.problems[0].rejects_row && read.problems[0].row == 1);
/// ```
pub fn read_rows(given: &[GivenRows]) -> RowsRead {
    let mut left_out: HashSet<(usize, u32)> = HashSet::new();
    let mut blanked: HashSet<(usize, u32, usize)> = HashSet::new();
    let mut problems: Vec<RowProblem> = Vec::new();
    // A row that is left out may leave others without what they refer to, and those again others: as often as tables
    // refer to each other in a row.
    loop {
        let mut pass =
            Pass { given, left_out: &left_out, blanked: &blanked, found: Vec::new(), origins: HashMap::new() };
        let plan = pass.read();
        let Pass { mut found, origins, .. } = pass;
        let mut refusals = Vec::new();
        if found.is_empty() {
            for problem in meaning::problems(&plan) {
                let column = problem.table.column(problem.column).unwrap_or_default();
                let is_needed = problem.table.columns().get(column).is_none_or(|column| column.required);
                let row = u32::try_from(problem.row).unwrap_or(u32::MAX);
                let origin = origins.get(&problem.table).and_then(|rows| rows.get(problem.row)).copied();
                let (list, row) = origin.unwrap_or((usize::MAX, row));
                let told = RowProblem {
                    list,
                    row,
                    column,
                    what: problem.what,
                    expected: problem.expected,
                    rejects_row: false,
                };
                if is_needed || origin.is_none() { refusals.push(told) } else { found.push(told) }
            }
        }
        let before = left_out.len() + blanked.len();
        for problem in &found {
            if problem.rejects_row {
                left_out.insert((problem.list, problem.row));
            } else {
                blanked.insert((problem.list, problem.row, problem.column));
            }
        }
        problems.append(&mut found);
        if left_out.len() + blanked.len() == before {
            problems.sort_by_key(|problem| (problem.list, problem.row, problem.column));
            return RowsRead { plan, problems, refusals, origins };
        }
    }
}

/// One reading of all rows that are not left out.
struct Pass<'g> {
    given: &'g [GivenRows],
    left_out: &'g HashSet<(usize, u32)>,
    blanked: &'g HashSet<(usize, u32, usize)>,
    found: Vec<RowProblem>,
    origins: HashMap<Table, Vec<(usize, u32)>>,
}

impl Pass<'_> {
    fn read(&mut self) -> Plan {
        let mut reader = PlanReader::default();
        for table in Table::ALL {
            let lists = || self.given.iter().enumerate().filter(|(_, rows)| rows.table == *table);
            if lists().next().is_none() {
                continue;
            }
            let mut rows = reader.table(*table);
            let mut origins: Vec<(usize, u32)> = Vec::new();
            for (list, given) in lists() {
                // Where each column of the table stands among those that are given, found once for all rows.
                let place = |column: usize| given.columns.iter().position(|given| *given == column);
                let places: Vec<Option<usize>> = (0..table.columns().len()).map(place).collect();
                for (row, cells) in (0..).zip(given.cells.chunks_exact(given.columns.len().max(1))) {
                    if self.left_out.contains(&(list, row)) {
                        continue;
                    }
                    let cell = |column: usize| {
                        let text = cells.get((*places.get(column)?)?)?.as_deref()?;
                        let is_given = !text.trim().is_empty() && !self.blanked.contains(&(list, row, column));
                        is_given.then_some(CellInput::Text(text))
                    };
                    let found = &mut self.found;
                    rows.row(&cell, &mut |column, problem| found.push(row_problem(*table, list, row, column, problem)));
                    origins.push((list, row));
                }
            }
            let found = &mut self.found;
            at_once(rows.finish(&Pace::UNBROKEN, &mut |row, problem| {
                if let Some((list, row)) = origins.get(row as usize) {
                    found.push(row_problem(*table, *list, *row, 0, problem));
                }
            }));
            self.origins.insert(*table, origins);
        }
        let (plan, unresolved) = at_once(reader.finish(&Pace::UNBROKEN));
        for (table, row, column, problem) in unresolved {
            let Some((list, row)) = self.origins.get(&table).and_then(|rows| rows.get(row as usize)) else { continue };
            self.found.push(row_problem(table, *list, *row, column, problem));
        }
        self.tell_what_is_left_out();
        plan
    }

    /// Says of references to rows that were left out before that these are there, and not used.
    fn tell_what_is_left_out(&mut self) {
        let names = Self::names_left_out(self.given, self.left_out);
        for problem in &mut self.found {
            let Some(rows) = self.given.get(problem.list) else { continue };
            let to = rows.table.columns().get(problem.column).and_then(|column| column.kind.refers_to());
            let Some((name, to)) = rows.cell(problem.row, problem.column).zip(to) else { continue };
            if names.get(name.trim()).is_some_and(|tables| tables.contains(&to)) {
                let CellProblem { what, expected } = unused_name(&shortened(name));
                (problem.what, problem.expected) = (what, expected);
            }
        }
    }

    /// The identifiers of the rows that are left out, and their tables.
    fn names_left_out<'g>(given: &'g [GivenRows], left_out: &HashSet<(usize, u32)>) -> HashMap<&'g str, Vec<Table>> {
        let mut names: HashMap<&str, Vec<Table>> = HashMap::new();
        for (list, row) in left_out {
            let Some(rows) = given.get(*list).filter(|rows| rows.table.has_identifiers()) else { continue };
            if let Some(name) = rows.cell(*row, 0) {
                names.entry(name.trim()).or_default().push(rows.table);
            }
        }
        names
    }
}

fn row_problem(table: Table, list: usize, row: u32, column: usize, problem: CellProblem) -> RowProblem {
    let rejects_row = table.columns().get(column).is_none_or(|column| column.required);
    RowProblem { list, row, column, what: problem.what, expected: problem.expected, rejects_row }
}

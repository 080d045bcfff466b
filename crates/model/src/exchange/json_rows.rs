//! One pass over the text of a plan file: its entries and the rows of its tables.

use super::json_cell::RawCell;
use super::json_cursor::{Broken, Cursor};
use super::json_row::{Repeats, read_row};
use super::located::Text;
use super::place::Place;
use super::problems::Problems;
use super::unknown_table::expected_table;
use crate::pace::{Pace, Stage};
use crate::plan::{CellProblem, PlanReader, Table, TableReader, no_table, shortened};

/// So many bytes are read before it is asked whether to give way: less than a millisecond.
const BYTES_AT_A_TIME: usize = 1 << 16;

/// What was read of a file.
#[derive(Debug, Default)]
pub(super) struct ReadRows {
    pub(super) reader: PlanReader,
    pub(super) problems: Problems,
    /// The first entry `format`; nothing within where it is no text.
    pub(super) format: Option<Option<String>>,
    pub(super) tables: Vec<Table>,
}

/// Reads the text of a whole file.
pub(super) async fn read_rows_of_file(text: &str, pace: &Pace<'_>) -> Result<ReadRows, Broken> {
    let mut rows = ReadRows::default();
    let mut cursor = Cursor::open(text)?;
    let mut seen = Repeats::default();
    let mut is_first = true;
    while let Some(Text(key)) = cursor.next_name(is_first)? {
        is_first = false;
        match key.as_ref() {
            "$schema" => drop(cursor.value()?),
            "format" if rows.format.is_some() => {
                cursor.value()?;
                let repeat = 1 + seen.count(&key, &rows.problems);
                double(&mut rows, Place { column: Some(key.into_owned()), repeat, ..Place::default() });
            }
            "format" => {
                let value = cursor.value()?;
                rows.format =
                    Some(serde_json::from_str::<Text<'_>>(value.get()).ok().map(|Text(text)| text.into_owned()));
            }
            name => match Table::named(name) {
                Some(table) if rows.tables.contains(&table) => {
                    pass_over(&mut cursor, text, pace).await?;
                    let repeat = 1 + seen.count(name, &rows.problems);
                    double(&mut rows, Place { table: Some(table), repeat, ..Place::default() });
                }
                Some(table) => {
                    rows.tables.push(table);
                    read_table(&mut cursor, text, &mut rows, table, pace).await?;
                }
                None => {
                    pass_over(&mut cursor, text, pace).await?;
                    let repeat = seen.count(name, &rows.problems);
                    let place = Place { column: Some(name.to_owned()), repeat, ..Place::default() };
                    rows.problems.report(place, no_table(name), expected_table(name));
                }
            },
        }
    }
    Ok(rows)
}

/// Goes behind a value that is not used; of a list element by element, because a list may be all of the file.
async fn pass_over(cursor: &mut Cursor<'_>, text: &str, pace: &Pace<'_>) -> Result<(), Broken> {
    if !cursor.open_list() {
        cursor.value()?;
        return Ok(());
    }
    let (mut is_first, mut asked) = (true, cursor.at());
    while cursor.next_element(is_first)? {
        is_first = false;
        cursor.value()?;
        if cursor.at() >= asked + BYTES_AT_A_TIME {
            asked = cursor.at();
            pace.reached(Stage::Reading { done: asked, of: text.len() }).await;
        }
    }
    Ok(())
}

#[cold]
#[inline(never)]
fn double(rows: &mut ReadRows, place: Place) {
    let name = place.table.map(Table::name).or(place.column.as_deref()).unwrap_or_default();
    let what = format!("\"{}\" stands here a second time", shortened(name));
    rows.problems.report(place, what, "each key once; join the two");
}

/// Reads the rows of a table.
async fn read_table<'t>(
    cursor: &mut Cursor<'t>,
    text: &'t str,
    rows: &mut ReadRows,
    table: Table,
    pace: &Pace<'_>,
) -> Result<(), Broken> {
    let ReadRows { reader, problems, .. } = rows;
    if !cursor.open_list() {
        cursor.value()?;
        let what = format!("the table \"{}\" is not a list of rows", table.name());
        problems.report(Place { table: Some(table), ..Place::default() }, what, "a list in square brackets");
        return Ok(());
    }
    let mut rows = RowsOfTable { reader: reader.table(table), problems, table, row: 0, cells: Vec::new() };
    // One row's room for cells serves all rows of the table.
    rows.cells.resize_with(table.columns().len(), || None);
    while rows.read_some(cursor)? {
        pace.reached(Stage::Reading { done: cursor.at(), of: text.len() }).await;
    }
    let RowsOfTable { reader, problems, .. } = rows;
    let mut report = |row, problem: CellProblem| {
        let place = Place { table: Some(table), row: Some(row), column: Some("id".to_owned()), repeat: 0 };
        problems.report(place, problem.what, problem.expected);
    };
    reader.finish(pace, &mut report).await;
    Ok(())
}

/// The rows of a table that is being read.
struct RowsOfTable<'r, 't> {
    reader: TableReader<'r>,
    problems: &'r mut Problems,
    table: Table,
    /// The next row.
    row: u32,
    cells: Vec<Option<RawCell<'t>>>,
}

impl<'t> RowsOfTable<'_, 't> {
    /// Reads some rows; whether the table has more.
    fn read_some(&mut self, cursor: &mut Cursor<'t>) -> Result<bool, Broken> {
        let start = cursor.at();
        while cursor.at() < start + BYTES_AT_A_TIME {
            if !cursor.next_element(self.row == 0)? {
                return Ok(false);
            }
            let Self { reader, problems, table, row, cells } = self;
            let is_row = read_row(cursor, *table, *row, cells, problems)?;
            let cell = |at: usize| cells.get(at).and_then(Option::as_ref).map(RawCell::input);
            let is_kept = !problems.are_many();
            let mut report = |column: usize, problem: CellProblem| {
                let column = table.columns().get(column).map(|column| column.name.to_owned());
                let place = Place { table: Some(*table), row: Some(*row), column, repeat: 0 };
                problems.report(place, problem.what, problem.expected);
            };
            match (is_row, is_kept) {
                (true, true) => reader.row(&cell, &mut report),
                (true, false) => {
                    reader.look_through(&cell, &mut report);
                    problems.note_names_not_looked_up();
                }
                // It keeps its place, so that the rows after it are counted as in the file.
                (false, true) => reader.skip_row(),
                (false, false) => {}
            }
            cells.iter_mut().for_each(|cell| *cell = None);
            *row += 1;
        }
        Ok(true)
    }
}

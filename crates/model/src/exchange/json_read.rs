use super::located::{Entries, RunningPlace, Text, offset_of};
use super::{FORMAT, Problem, meaning};
use crate::plan::{CellInput, Column, ColumnKind, Names, Plan, Table, shortened};
use crate::quantity::{MoneyUnit, put_in_order};
use serde_json::value::RawValue;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 128 * 1024 * 1024;

/// The most problems that are listed; what comes after them is counted.
const MOST_PROBLEMS: usize = 1_000;

/// A plan file that was read.
#[derive(Clone, Debug)]
pub struct PlanFile {
    /// The plan.
    pub plan: Plan,
    /// The control total: how many rows each table has. Every row that was read is used.
    pub rows: Vec<(Table, usize)>,
}

/// The rows of one table as they stand in the file.
struct RawTable<'a> {
    table: Table,
    rows: Vec<&'a RawValue>,
}

/// Reads a plan file.
///
/// # Errors
///
/// Every problem of the file at once, in the order of the file; nothing is used of a file that
/// has one.
pub fn read_json(bytes: &[u8]) -> Result<PlanFile, Vec<Problem>> {
    let text = text_of(bytes)?;
    let mut reader = Reader { text, problems: Vec::new(), further: 0 };
    let tables = reader.tables();
    let names = reader.names(&tables);
    let mut plan = Plan::default();
    for table in &tables {
        for (position, row) in table.rows.iter().enumerate() {
            reader.row(&mut plan, table.table, position, row, &names);
        }
    }
    plan.names = names;
    if reader.problems.is_empty() {
        for found in meaning::problems(&plan) {
            let raw = tables.iter().find(|table| table.table == found.table);
            let row = raw.and_then(|table| table.rows.get(found.row)).copied();
            let value = row.and_then(|row| reader.cell_of(row, found.column)).or(row);
            reader.report(
                value.map(RawValue::get),
                Some(found.table),
                Some(found.row),
                Some(found.column),
                found.what,
                found.expected,
            );
        }
    }
    if reader.problems.is_empty() {
        let rows = Table::ALL.iter().map(|table| (*table, plan.row_count(*table))).filter(|(_, count)| *count > 0);
        let rows = rows.collect();
        return Ok(PlanFile { plan, rows });
    }
    Err(reader.finish())
}

fn text_of(bytes: &[u8]) -> Result<&str, Vec<Problem>> {
    let size = |bytes: usize| bytes / (1024 * 1024);
    if bytes.len() > LARGEST_FILE {
        return Err(vec![Problem::of_file(
            format!(
                "The selected file must be smaller than {} MB; it has {} MB",
                size(LARGEST_FILE),
                size(bytes.len())
            ),
            "a plan file; check that the right file was chosen",
        )]);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        vec![Problem::of_file(
            format!(
                "The selected file must be a plan file; this one is not text (at byte {})",
                error.valid_up_to() + 1
            ),
            "JSON in UTF-8; a workbook or a PDF cannot be opened here",
        )]
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(vec![Problem::of_file(
            "The selected file must be a plan file; this one is empty",
            "a plan file in JSON",
        )]);
    }
    Ok(text)
}

struct Reader<'a> {
    text: &'a str,
    // Each with the byte at which it lies: lines are only counted when all are known.
    problems: Vec<(Option<usize>, Problem)>,
    further: usize,
}

impl<'a> Reader<'a> {
    fn report(
        &mut self,
        at: Option<&str>,
        table: Option<Table>,
        row: Option<usize>,
        column: Option<&str>,
        what: String,
        expected: String,
    ) {
        if self.problems.len() >= MOST_PROBLEMS {
            self.further += 1;
            return;
        }
        let problem = Problem {
            table: table.map(|table| table.name().to_owned()),
            row: row.map(|row| row + 1),
            column: column.map(str::to_owned),
            line: None,
            character: None,
            what,
            expected,
        };
        self.problems.push((at.map(|part| offset_of(self.text, part)), problem));
    }

    /// The problems in the order of the file, each with its line and character.
    fn finish(mut self) -> Vec<Problem> {
        put_in_order(&mut self.problems, &|(left, _), (right, _)| left.cmp(right));
        let mut place = RunningPlace::new(self.text);
        let mut problems = Vec::with_capacity(self.problems.len() + 1);
        for (offset, mut problem) in self.problems {
            if let Some((line, character)) = offset.map(|offset| place.at(offset)) {
                (problem.line, problem.character) = (Some(line), Some(character));
            }
            problems.push(problem);
        }
        if self.further > 0 {
            let what = format!("There are {} further problems that are not listed", self.further);
            problems.push(Problem::of_file(what, "that those above are mended first"));
        }
        problems
    }

    /// The tables of the file, in the order in which the plan holds them.
    fn tables(&mut self) -> Vec<RawTable<'a>> {
        let entries: Entries<'a> = match serde_json::from_str(self.text) {
            Ok(entries) => entries,
            Err(error) => {
                let problem = Problem {
                    line: Some(error.line()),
                    character: Some(error.column()),
                    ..Problem::of_file(
                        format!(
                            "The selected file must be a plan file in JSON; it cannot be read: {}",
                            json_error(&error)
                        ),
                        "an object in braces whose keys are the tables of the plan",
                    )
                };
                self.problems.push((None, problem));
                return Vec::new();
            }
        };
        let mut tables: Vec<RawTable<'a>> = Vec::new();
        let mut format = None;
        for (Text(key), value) in &entries.0 {
            match key.as_ref() {
                "format" if format.is_some() => self.double(key, value),
                "format" => format = Some(*value),
                "$schema" => {}
                name => match Table::named(name) {
                    Some(table) if tables.iter().any(|other| other.table == table) => self.double(key, value),
                    Some(table) => tables.push(RawTable { table, rows: self.rows(table, value) }),
                    None => {
                        let known: Vec<&str> = Table::ALL.iter().map(|table| table.name()).collect();
                        let what = format!("there is no table \"{}\"", shortened(name));
                        self.report(
                            Some(value.get()),
                            None,
                            None,
                            Some(name),
                            what,
                            format!("one of {}", known.join(", ")),
                        );
                    }
                },
            }
        }
        let found = format.and_then(|value| serde_json::from_str::<Text<'_>>(value.get()).ok());
        if found.as_ref().is_none_or(|Text(format)| format != FORMAT) {
            let what = match found {
                Some(Text(format)) => format!("this version does not read the format \"{}\"", shortened(&format)),
                None => "the file does not say which format it has".to_owned(),
            };
            let expected = format!("\"format\": \"{FORMAT}\" as the first entry");
            self.report(
                format.map_or(Some(self.text), |value| Some(value.get())),
                None,
                None,
                Some("format"),
                what,
                expected,
            );
        }
        put_in_order(&mut tables, &|left, right| left.table.cmp(&right.table));
        if !tables.iter().any(|table| table.table == Table::PlanDetails) {
            let what = "the file has no table \"plan\"".to_owned();
            self.report(
                None,
                Some(Table::PlanDetails),
                None,
                None,
                what,
                "one row with the title and the years of the plan".to_owned(),
            );
        }
        tables
    }

    fn double(&mut self, key: &str, value: &RawValue) {
        let what = format!("\"{}\" stands here a second time", shortened(key));
        self.report(Some(value.get()), None, None, Some(key), what, "each key once; join the two".to_owned());
    }

    fn rows(&mut self, table: Table, value: &'a RawValue) -> Vec<&'a RawValue> {
        match serde_json::from_str::<Vec<&'a RawValue>>(value.get()) {
            Ok(rows) => rows,
            Err(_) => {
                let what = format!("the table \"{}\" is not a list of rows", table.name());
                self.report(Some(value.get()), Some(table), None, None, what, "a list in square brackets".to_owned());
                Vec::new()
            }
        }
    }

    /// Notes the identifiers of all rows, so that rows can refer to each other in any order.
    fn names(&mut self, tables: &[RawTable<'a>]) -> Names {
        let mut names = Names::default();
        for raw in tables {
            if !raw.table.has_identifiers() {
                continue;
            }
            for (position, row) in raw.rows.iter().enumerate() {
                let cell = self.cell_of(row, "id");
                let id = cell.and_then(|cell| serde_json::from_str::<Text<'_>>(cell.get()).ok());
                // A row without a usable id is reported when the row is read; it keeps its position.
                let id = id.map_or_else(|| format!("row {}", position + 1), |Text(id)| id.into_owned());
                if let Some(earlier) = names.note(raw.table, &id) {
                    let what =
                        format!("the id \"{}\" is already used in row {}", shortened(&id), u64::from(earlier) + 1);
                    let expected = "an id that no other row of the table has".to_owned();
                    self.report(cell.map(RawValue::get), Some(raw.table), Some(position), Some("id"), what, expected);
                }
            }
        }
        names
    }

    fn cell_of(&self, row: &'a RawValue, name: &str) -> Option<&'a RawValue> {
        let entries: Entries<'a> = serde_json::from_str(row.get()).ok()?;
        entries.0.into_iter().find(|(Text(key), _)| key == name).map(|(_, value)| value)
    }

    fn row(&mut self, plan: &mut Plan, table: Table, position: usize, row: &'a RawValue, names: &Names) {
        let Ok(Entries(entries)) = serde_json::from_str::<Entries<'a>>(row.get()) else {
            let what = "this row is not an object".to_owned();
            self.report(Some(row.get()), Some(table), Some(position), None, what, "an object in braces".to_owned());
            return;
        };
        let columns = table.columns();
        let mut cells: Vec<Option<Cell<'a>>> = Vec::with_capacity(columns.len());
        cells.resize_with(columns.len(), || None);
        for (Text(key), value) in entries {
            let Some(at) = columns.iter().position(|column| column.name == key) else {
                let known: Vec<&str> = columns.iter().map(|column| column.name).collect();
                let what = format!("the table \"{}\" has no column \"{}\"", table.name(), shortened(&key));
                let expected = format!("one of {}", known.join(", "));
                self.report(Some(value.get()), Some(table), Some(position), Some(&key), what, expected);
                continue;
            };
            let cell = Cell::read(value);
            match (cell, cells.get_mut(at)) {
                (_, Some(Some(_))) => {
                    let what = format!("the column \"{key}\" stands twice in this row");
                    self.report(
                        Some(value.get()),
                        Some(table),
                        Some(position),
                        Some(&key),
                        what,
                        "each column once".to_owned(),
                    );
                }
                (Ok(cell), Some(slot)) => *slot = cell,
                (Err(what), _) => {
                    let expected = columns.get(at).map(|column| column.kind.expected()).unwrap_or_default();
                    self.report(Some(value.get()), Some(table), Some(position), Some(&key), what, expected);
                }
                (Ok(_), None) => {}
            }
        }
        let unit = unit_of(columns, &cells);
        let mut found = Vec::new();
        plan.read_row(
            table,
            names,
            unit,
            &mut |at| cells.get(at).and_then(Option::as_ref).map(Cell::input),
            &mut |at, problem| found.push((at, problem)),
        );
        for (at, problem) in found {
            let column = columns.get(at).map(|column| column.name);
            let value = cells.get(at).and_then(Option::as_ref).map_or(row.get(), |cell| cell.raw);
            self.report(Some(value), Some(table), Some(position), column, problem.what, problem.expected);
        }
    }
}

/// A cell of the file.
struct Cell<'a> {
    raw: &'a str,
    value: CellValue<'a>,
}

enum CellValue<'a> {
    Text(Text<'a>),
    ExactNumber,
    InexactNumber,
    Truth(bool),
}

impl<'a> Cell<'a> {
    /// Understands a JSON value as a cell; nothing for `null` and for empty text.
    fn read(value: &'a RawValue) -> Result<Option<Self>, String> {
        let raw = value.get();
        let value = match raw.bytes().next() {
            Some(b'"') => match serde_json::from_str::<Text<'a>>(raw) {
                Ok(Text(text)) if text.trim().is_empty() => return Ok(None),
                Ok(text) => CellValue::Text(text),
                Err(error) => return Err(format!("this text cannot be read: {}", json_error(&error))),
            },
            Some(b'n') => return Ok(None),
            Some(b't') => CellValue::Truth(true),
            Some(b'f') => CellValue::Truth(false),
            Some(b'[' | b'{') => return Err("a list or an object stands where a single value belongs".to_owned()),
            _ if is_exact(raw) => CellValue::ExactNumber,
            _ => CellValue::InexactNumber,
        };
        Ok(Some(Self { raw, value }))
    }

    fn input(&self) -> CellInput<'_> {
        match &self.value {
            CellValue::Text(Text(text)) => CellInput::Text(text),
            CellValue::ExactNumber => CellInput::ExactNumber(self.raw),
            CellValue::InexactNumber => CellInput::InexactNumber(self.raw),
            CellValue::Truth(truth) => CellInput::Truth(*truth),
        }
    }
}

/// Whole numbers below 2^53 pass through every JSON writer without loss; others may not.
fn is_exact(number: &str) -> bool {
    const FIRST_THAT_MAY_BE_LOST: u64 = 1 << 53;
    number.strip_prefix('-').unwrap_or(number).parse::<u64>().is_ok_and(|number| number < FIRST_THAT_MAY_BE_LOST)
}

fn unit_of(columns: &[Column], cells: &[Option<Cell<'_>>]) -> Option<MoneyUnit> {
    let at = columns.iter().position(|column| matches!(column.kind, ColumnKind::MoneyUnit))?;
    match cells.get(at)?.as_ref()?.input() {
        CellInput::Text(text) => MoneyUnit::read(text),
        _ => None,
    }
}

/// The message of the JSON library without the place, which is reported apart.
fn json_error(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.rfind(" at line ").and_then(|end| message.get(..end)).unwrap_or(&message).to_owned()
}

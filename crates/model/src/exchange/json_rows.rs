//! One pass over the text of a plan file: its entries, the rows of its tables, the cells of its rows.

use super::located::Text;
use super::place::Place;
use super::problems::Problems;
use crate::plan::{CellInput, CellProblem, Column, PlanReader, Table, shortened};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// What was read of a file.
#[derive(Debug, Default)]
pub(super) struct ReadRows {
    pub(super) reader: PlanReader,
    pub(super) problems: Problems,
    /// The first entry `format`; nothing within where it is no text.
    pub(super) format: Option<Option<String>>,
    pub(super) tables: Vec<Table>,
}

/// The entries of a plan file.
pub(super) struct PlanEntries<'r>(&'r mut ReadRows);

impl<'r> PlanEntries<'r> {
    /// Reads a whole file.
    pub(super) fn read(text: &str, rows: &'r mut ReadRows) -> Result<(), serde_json::Error> {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        deserializer.deserialize_map(Self(rows))?;
        deserializer.end()
    }
}

impl<'de> Visitor<'de> for PlanEntries<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object in braces")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let rows = self.0;
        let mut seen = Repeats::default();
        while let Some(Text(key)) = map.next_key::<Text<'de>>()? {
            match key.as_ref() {
                "$schema" => drop(map.next_value::<IgnoredAny>()?),
                "format" if rows.format.is_some() => {
                    map.next_value::<IgnoredAny>()?;
                    let repeat = 1 + seen.count(&key, &rows.problems);
                    double(rows, Place { column: Some(key.into_owned()), repeat, ..Place::default() });
                }
                "format" => {
                    let value = map.next_value::<&RawValue>()?;
                    rows.format =
                        Some(serde_json::from_str::<Text<'_>>(value.get()).ok().map(|Text(text)| text.into_owned()));
                }
                name => match Table::named(name) {
                    Some(table) if rows.tables.contains(&table) => {
                        map.next_value::<IgnoredAny>()?;
                        let repeat = 1 + seen.count(name, &rows.problems);
                        double(rows, Place { table: Some(table), repeat, ..Place::default() });
                    }
                    Some(table) => {
                        rows.tables.push(table);
                        map.next_value_seed(TableRows { rows, table })?;
                    }
                    None => {
                        map.next_value::<IgnoredAny>()?;
                        let known: Vec<&str> = Table::ALL.iter().map(|table| table.name()).collect();
                        let repeat = seen.count(name, &rows.problems);
                        let place = Place { column: Some(name.to_owned()), repeat, ..Place::default() };
                        let what = format!("there is no table \"{}\"", shortened(name));
                        rows.problems.report(place, what, format!("one of {}", known.join(", ")));
                    }
                },
            }
        }
        Ok(())
    }
}

/// The names of an object that do not belong where they stand, so that each can be found again.
#[derive(Default)]
struct Repeats(Vec<String>);

impl Repeats {
    /// How often a name was counted before. Where no more problems are listed it does not matter any more.
    fn count(&mut self, name: &str, problems: &Problems) -> u32 {
        if problems.are_many() {
            return 0;
        }
        let count = self.0.iter().filter(|other| *other == name).count();
        self.0.push(name.to_owned());
        u32::try_from(count).unwrap_or_default()
    }
}

#[cold]
#[inline(never)]
fn double(rows: &mut ReadRows, place: Place) {
    let name = place.table.map(Table::name).or(place.column.as_deref()).unwrap_or_default();
    let what = format!("\"{}\" stands here a second time", shortened(name));
    rows.problems.report(place, what, "each key once; join the two");
}

/// The rows of a table.
struct TableRows<'r> {
    rows: &'r mut ReadRows,
    table: Table,
}

impl<'de> DeserializeSeed<'de> for TableRows<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Says what stands where something else belongs.
macro_rules! other_values {
    ($report:expr) => {
        fn visit_bool<E>(self, _: bool) -> Result<(), E> {
            $report(self);
            Ok(())
        }
        fn visit_i64<E>(self, _: i64) -> Result<(), E> {
            $report(self);
            Ok(())
        }
        fn visit_u64<E>(self, _: u64) -> Result<(), E> {
            $report(self);
            Ok(())
        }
        fn visit_f64<E>(self, _: f64) -> Result<(), E> {
            $report(self);
            Ok(())
        }
        fn visit_str<E>(self, _: &str) -> Result<(), E> {
            $report(self);
            Ok(())
        }
        fn visit_unit<E>(self) -> Result<(), E> {
            $report(self);
            Ok(())
        }
    };
}

impl TableRows<'_> {
    #[cold]
    #[inline(never)]
    fn report_no_list(self) {
        let what = format!("the table \"{}\" is not a list of rows", self.table.name());
        let place = Place { table: Some(self.table), ..Place::default() };
        self.rows.problems.report(place, what, "a list in square brackets");
    }
}

impl<'de> Visitor<'de> for TableRows<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Self { rows: ReadRows { reader, problems, .. }, table } = self;
        let mut reader = reader.table(table);
        let columns = table.columns();
        // One row's room for cells serves all rows of the table.
        let mut cells: Vec<Option<RawCell<'de>>> = Vec::new();
        cells.resize_with(columns.len(), || None);
        let mut row = 0;
        while let Some(is_row) =
            list.next_element_seed(RowCells { columns, cells: &mut cells, problems, table, row })?
        {
            let cell = |at: usize| cells.get(at).and_then(Option::as_ref).map(RawCell::input);
            let is_kept = !problems.are_many();
            let mut report = |column: usize, problem: CellProblem| {
                let column = columns.get(column).map(|column| column.name.to_owned());
                let place = Place { table: Some(table), row: Some(row), column, repeat: 0 };
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
            row += 1;
        }
        reader.finish(&mut |row, problem| {
            let place = Place { table: Some(table), row: Some(row), column: Some("id".to_owned()), repeat: 0 };
            problems.report(place, problem.what, problem.expected);
        });
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        self.report_no_list();
        Ok(())
    }

    other_values!(TableRows::report_no_list);
}

/// The cells of a row.
struct RowCells<'r, 'de> {
    columns: &'static [Column],
    cells: &'r mut [Option<RawCell<'de>>],
    problems: &'r mut Problems,
    table: Table,
    row: u32,
}

impl<'de> DeserializeSeed<'de> for RowCells<'_, 'de> {
    /// Whether it is a row.
    type Value = bool;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl RowCells<'_, '_> {
    fn report(&mut self, column: Option<&str>, repeat: u32, what: impl Into<String>, expected: impl Into<String>) {
        let place = Place { table: Some(self.table), row: Some(self.row), column: column.map(str::to_owned), repeat };
        self.problems.report(place, what, expected);
    }

    #[cold]
    #[inline(never)]
    fn no_row<E>(mut self) -> Result<bool, E> {
        self.report(None, 0, "this row is not an object", "an object in braces");
        Ok(false)
    }

    #[cold]
    #[inline(never)]
    fn unknown_column(&mut self, name: &str, repeat: u32) {
        let known: Vec<&str> = self.columns.iter().map(|column| column.name).collect();
        let what = format!("the table \"{}\" has no column \"{}\"", self.table.name(), shortened(name));
        self.report(Some(name), repeat, what, format!("one of {}", known.join(", ")));
    }
}

impl<'de> Visitor<'de> for RowCells<'_, 'de> {
    type Value = bool;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a row in braces")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<bool, A::Error> {
        // The columns of a row mostly stand in the order of the table: the next is looked for first.
        let mut next = 0;
        let mut seen: u64 = 0;
        let mut repeats = Repeats::default();
        while let Some(key) = map.next_key_seed(ColumnName { columns: self.columns, next })? {
            let at = match key {
                ColumnKey::Known(at) => at,
                ColumnKey::Unknown(name) => {
                    map.next_value::<IgnoredAny>()?;
                    let repeat = repeats.count(&name, self.problems);
                    self.unknown_column(&name, repeat);
                    continue;
                }
            };
            next = at + 1;
            let value = map.next_value::<&'de RawValue>()?;
            let name = self.columns.get(at).map(|column| column.name).unwrap_or_default();
            if seen & (1 << at) != 0 {
                let repeat = 1 + repeats.count(name, self.problems);
                self.report(
                    Some(name),
                    repeat,
                    format!("the column \"{name}\" stands twice in this row"),
                    "each column once",
                );
                // Where nothing stood at first, the row is judged by what stands here: it is not empty as well.
                if let (Some(slot @ None), Ok(cell)) = (self.cells.get_mut(at), RawCell::read(value)) {
                    *slot = cell;
                }
                continue;
            }
            seen |= 1 << at;
            match RawCell::read(value) {
                Ok(cell) => {
                    if let Some(slot) = self.cells.get_mut(at) {
                        *slot = cell;
                    }
                }
                Err(what) => {
                    let expected = self.columns.get(at).map(|column| column.kind.expected()).unwrap_or_default();
                    self.report(Some(name), 0, what, expected);
                }
            }
        }
        Ok(true)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<bool, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        self.no_row()
    }
    fn visit_bool<E>(self, _: bool) -> Result<bool, E> {
        self.no_row()
    }
    fn visit_i64<E>(self, _: i64) -> Result<bool, E> {
        self.no_row()
    }
    fn visit_u64<E>(self, _: u64) -> Result<bool, E> {
        self.no_row()
    }
    fn visit_f64<E>(self, _: f64) -> Result<bool, E> {
        self.no_row()
    }
    fn visit_str<E>(self, _: &str) -> Result<bool, E> {
        self.no_row()
    }
    fn visit_unit<E>(self) -> Result<bool, E> {
        self.no_row()
    }
}

/// The name of a column, as its position.
struct ColumnName {
    columns: &'static [Column],
    next: usize,
}

enum ColumnKey {
    Known(usize),
    Unknown(String),
}

impl<'de> DeserializeSeed<'de> for ColumnName {
    type Value = ColumnKey;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<ColumnKey, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for ColumnName {
    type Value = ColumnKey;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a column")
    }

    fn visit_str<E>(self, name: &str) -> Result<ColumnKey, E> {
        let is = |at: &usize| self.columns.get(*at).is_some_and(|column| column.name == name);
        let at = Some(self.next).filter(is).or_else(|| (0..self.columns.len()).find(is));
        Ok(at.map_or_else(|| ColumnKey::Unknown(name.to_owned()), ColumnKey::Known))
    }
}

/// A cell of the file.
#[derive(Debug)]
enum RawCell<'a> {
    Text(Cow<'a, str>),
    ExactNumber(&'a str),
    InexactNumber(&'a str),
    Truth(bool),
}

impl<'a> RawCell<'a> {
    /// Understands a JSON value as a cell; nothing for `null` and for empty text.
    fn read(value: &'a RawValue) -> Result<Option<Self>, String> {
        let raw = value.get();
        Ok(Some(match raw.as_bytes() {
            // A text without escapes stands in the file as it is.
            [b'"', text @ .., b'"'] if !text.contains(&b'\\') => {
                let text = raw.get(1..raw.len() - 1).unwrap_or_default();
                let blank = !text.as_bytes().first().is_some_and(u8::is_ascii_graphic) && text.trim().is_empty();
                if blank {
                    return Ok(None);
                }
                Self::Text(Cow::Borrowed(text))
            }
            [b'"', ..] => match serde_json::from_str::<Text<'a>>(raw) {
                Ok(Text(text)) if text.trim().is_empty() => return Ok(None),
                Ok(Text(text)) => Self::Text(text),
                Err(error) => return Err(format!("this text cannot be read: {}", without_place(&error))),
            },
            [b'n', ..] => return Ok(None),
            [b't', ..] => Self::Truth(true),
            [b'f', ..] => Self::Truth(false),
            [b'[' | b'{', ..] => return Err("a list or an object stands where a single value belongs".to_owned()),
            _ if is_exact(raw) => Self::ExactNumber(raw),
            _ => Self::InexactNumber(raw),
        }))
    }

    fn input(&self) -> CellInput<'_> {
        match self {
            Self::Text(text) => CellInput::Text(text),
            Self::ExactNumber(number) => CellInput::ExactNumber(number),
            Self::InexactNumber(number) => CellInput::InexactNumber(number),
            Self::Truth(truth) => CellInput::Truth(*truth),
        }
    }
}

/// The message of the JSON library without the place, which is reported apart.
pub(super) fn without_place(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.rfind(" at line ").and_then(|end| message.get(..end)).unwrap_or(&message).to_owned()
}

/// Whole numbers below 2^53 pass through every JSON writer without loss; others may not.
fn is_exact(number: &str) -> bool {
    const FIRST_THAT_MAY_BE_LOST: u64 = 1 << 53;
    number.strip_prefix('-').unwrap_or(number).parse::<u64>().is_ok_and(|number| number < FIRST_THAT_MAY_BE_LOST)
}

//! Plans with something changed at random: what a person may do to a plan file, and what nobody would.
#![allow(dead_code, reason = "each test file uses some of it")]

use one_plan_model::plan::{Column, ColumnKind, Table};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Numbers that look random and are the same every time.
pub struct Draws(pub u64);

impl Draws {
    pub fn next(&mut self) -> u64 {
        // The increment keeps it from staying at nothing.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mixed = (self.0 ^ (self.0 >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        mixed ^ (mixed >> 33)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap()
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

/// A row: its columns, each with what is written in the file for it.
type Row = Vec<(String, String)>;

/// A plan file taken apart.
#[derive(Clone)]
pub struct PlanText {
    tables: Vec<(Table, Vec<Row>)>,
}

impl PlanText {
    /// The tables of a valid plan file.
    pub fn of(text: &str) -> Self {
        let file: Value = serde_json::from_str(text).unwrap();
        let tables = Table::ALL.iter().filter_map(|table| {
            let rows = file.get(table.name())?.as_array()?;
            let row = |row: &Value| {
                let cells = table
                    .columns()
                    .iter()
                    .filter_map(|column| Some((column.name.to_owned(), row.get(column.name)?.to_string())));
                cells.collect()
            };
            Some((*table, rows.iter().map(row).collect()))
        });
        Self { tables: tables.collect() }
    }

    /// Keeps a part of the tables, and at most so many rows of each.
    pub fn thin(&mut self, draws: &mut Draws, most: usize) {
        for (table, rows) in &mut self.tables {
            while rows.len() > most {
                rows.swap_remove(draws.below(rows.len()));
            }
            if *table != Table::PlanDetails && draws.once_in(4) {
                rows.clear();
            }
        }
    }

    /// Changes cells, rows and tables in such a way that the file mostly stays readable. `figures` are ids of figures
    /// to which cells may refer.
    pub fn change(&mut self, draws: &mut Draws, figures: &[String]) {
        let often = *draws.pick(&[2, 8, 40, 400]);
        for (table, rows) in &mut self.tables {
            if draws.once_in(often) && *table != Table::PlanDetails {
                match draws.below(4) {
                    0 => draws.shuffle(rows),
                    1 => rows.reverse(),
                    2 if draws.once_in(4) => rows.clear(),
                    _ => rows.truncate(1 + draws.below(rows.len())),
                }
            }
            if draws.once_in(often) && *table != Table::PlanDetails && !rows.is_empty() {
                for _ in 0..1 + draws.below(3) {
                    let copy = draws.pick(rows).clone();
                    rows.insert(draws.below(rows.len() + 1), copy);
                }
            }
        }
        let ids = self.ids();
        let none = Vec::new();
        for (table, rows) in &mut self.tables {
            for row in rows.iter_mut() {
                for column in table.columns() {
                    if !draws.once_in(often) || is_left_alone(*table, column.name) {
                        continue;
                    }
                    let at = row.iter().position(|(name, _)| name == column.name);
                    if draws.once_in(3) && !column.required {
                        row.retain(|(name, _)| name != column.name);
                        continue;
                    }
                    let ids = match column.kind {
                        ColumnKind::Reference(to) => ids.get(&to).unwrap_or(&none),
                        ColumnKind::FigureIdentifier => figures,
                        _ => &none,
                    };
                    let Some(cell) = other_cell(draws, column, ids) else { continue };
                    match at {
                        Some(at) => row[at].1 = cell,
                        None => row.insert(draws.below(row.len() + 1), (column.name.to_owned(), cell)),
                    }
                }
            }
        }
        self.mend(draws);
        for (_, rows) in &mut self.tables {
            for row in rows {
                match draws.below(often * 2) {
                    0 => row.reverse(),
                    1 => draws.shuffle(row),
                    _ => {}
                }
            }
        }
        match draws.below(4) {
            0 => self.tables.reverse(),
            1 => draws.shuffle(&mut self.tables),
            _ => {}
        }
    }

    fn ids(&self) -> BTreeMap<Table, Vec<String>> {
        let id = |row: &Row| row.iter().find(|(name, _)| name == "id").map(|(_, id)| id.clone());
        self.tables.iter().map(|(table, rows)| (*table, rows.iter().filter_map(id).collect())).collect()
    }

    /// Gives rows of one id other ids, and takes back what refers to no row.
    fn mend(&mut self, draws: &mut Draws) {
        for (table, rows) in &mut self.tables {
            let mut seen = BTreeSet::new();
            for (at, row) in rows.iter_mut().enumerate().filter(|_| table.has_identifiers()) {
                let Some((_, id)) = row.iter_mut().find(|(name, _)| name == "id") else { continue };
                if !seen.insert(id.clone()) {
                    *id = format!("\"copy-{at}\"");
                }
            }
        }
        // What a row that goes was referred to by must go as well, and so on.
        loop {
            let ids = self.ids();
            let mut gone = false;
            for (table, rows) in &mut self.tables {
                let before = rows.len();
                rows.retain_mut(|row| {
                    table.columns().iter().all(|column| {
                        let ColumnKind::Reference(to) = column.kind else { return true };
                        let Some(at) = row.iter().position(|(name, _)| name == column.name) else { return true };
                        let there = ids.get(&to).map(Vec::as_slice).unwrap_or_default();
                        if there.contains(&row[at].1) {
                            return true;
                        }
                        if !there.is_empty() && draws.once_in(2) {
                            row[at].1 = draws.pick(there).clone();
                            return true;
                        }
                        row.remove(at);
                        !column.required
                    })
                });
                gone |= rows.len() != before;
            }
            if !gone {
                return;
            }
        }
    }

    /// The file, in one of the ways in which it can be laid out.
    pub fn write(&self, draws: &mut Draws) -> String {
        let (space, line) = *draws.pick(&[(" ", "\n"), ("", ""), (" ", "\r\n"), ("\t ", "\n\n  ")]);
        let mut text = if draws.once_in(20) { "\u{feff}".to_owned() } else { String::new() };
        let format = draws.below(self.tables.len() + 1);
        let format = if draws.once_in(4) { format } else { 0 };
        let mut entries = Vec::new();
        for (at, (table, rows)) in self.tables.iter().enumerate() {
            if at == format {
                entries.push(format!("\"format\":{space}\"one-plan/1\""));
            }
            let mut entry = format!("\"{}\":{space}[", table.name());
            for (at, row) in rows.iter().enumerate() {
                let cells: Vec<String> = row.iter().map(|(name, cell)| format!("\"{name}\":{space}{cell}")).collect();
                let comma = if at == 0 { "" } else { "," };
                let _ = write!(entry, "{comma}{line}{{{}}}", cells.join(&format!(",{space}")));
            }
            entry.push(']');
            entries.push(entry);
        }
        if format == self.tables.len() {
            entries.push("\"format\": \"one-plan/1\"".to_owned());
        }
        let _ = write!(text, "{{{line}{}{line}}}{line}", entries.join(&format!(",{line}")));
        text
    }

    /// Puts something into the file that does not belong there, so many times.
    pub fn break_it(&mut self, draws: &mut Draws, times: usize) {
        for _ in 0..times {
            let at = draws.below(self.tables.len());
            let (table, rows) = &mut self.tables[at];
            let columns = table.columns();
            if rows.is_empty() {
                continue;
            }
            let row = draws.below(rows.len());
            let row = &mut rows[row];
            if row.is_empty() {
                continue;
            }
            let cell = draws.below(row.len());
            match draws.below(9) {
                0 => row[cell].1 = (*draws.pick(WRONG_VALUES)).to_owned(),
                1 => {
                    row[cell].0 =
                        (*draws.pick(&["nothing", "", "ID", "id ", "\\u0069d", "na\\u006de", "gross\\n"])).to_owned()
                }
                2 => drop(row.remove(cell)),
                3 => {
                    let again = row[cell].clone();
                    row.insert(draws.below(row.len() + 1), again);
                }
                4 => row.insert(cell, (draws.pick(columns).name.to_owned(), (*draws.pick(WRONG_VALUES)).to_owned())),
                5 => {
                    let copy = row.clone();
                    rows.push(copy);
                }
                6 => {
                    let copy = self.tables[at].clone();
                    self.tables.push(copy);
                }
                7 => {
                    let column = draws.pick(columns);
                    let wrong = format!("\"{}\"", draws.pick(WRONG_TEXTS));
                    row.retain(|(name, _)| name != column.name);
                    row.push((column.name.to_owned(), wrong));
                }
                _ => {
                    let from = draws.below(self.tables.len());
                    let (_, other) = &self.tables[from];
                    if let Some(other) = other.first().cloned() {
                        self.tables[at].1.push(other);
                    }
                }
            }
        }
    }
}

/// Breaks the text of a file itself: a piece is doubled, lost, or something else.
pub fn break_text(draws: &mut Draws, text: &str) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..1 + draws.below(3) {
        let at = draws.below(characters.len());
        let until = (at + 1 + draws.below(4)).min(characters.len());
        match draws.below(5) {
            0 => drop(characters.drain(at..until)),
            1 => characters.truncate(at),
            2 => {
                let piece: Vec<char> = characters[at..until].to_vec();
                characters.splice(at..at, piece);
            }
            3 => {
                let pieces = [
                    "\"",
                    "}",
                    "]",
                    ",",
                    "{",
                    "[",
                    ":",
                    "\\",
                    "null",
                    "\u{1}",
                    "é",
                    "😀",
                    "\"unknown\": [{}],",
                    "\"x\": 1,",
                ];
                let piece: Vec<char> = draws.pick(&pieces).chars().collect();
                characters.splice(at..at, piece);
            }
            _ => characters[at] = *draws.pick(&['0', ' ', '"', 'é', '\n', '-']),
        }
        if characters.is_empty() {
            break;
        }
    }
    characters.into_iter().collect()
}

/// What must stay as it is for a file to be readable, and what decides how much of it there is.
fn is_left_alone(table: Table, column: &str) -> bool {
    matches!(
        (table, column),
        (Table::CquinIndicator, "weight")
            | (Table::PlanDetails, "first_year" | "last_year")
            | (_, "id" | "unit" | "parent" | "source")
    )
}

const WRONG_VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "\"\"",
    "\" \"",
    "12",
    "-3",
    "1.5",
    "1e3",
    "9007199254740993",
    "[]",
    "{}",
    "[1, {\"a\": null}]",
    "{\"id\": \"x\", \"id\": []}",
    "\"\\ud800\"",
    "\"\\u0061b\"",
    "\"a\\nb\"",
    "\"\\\"\"",
    "\"  12  \"",
    "\"yes\"",
    "1.0",
    "-0",
    "0.0",
];

const WRONG_TEXTS: &[&str] = &[
    "1,23",
    "1,234",
    "12,345,678",
    ",1",
    "1.",
    ".5",
    "1.2345678",
    "1234567890123456",
    "--1",
    "−5",
    "- 5",
    "5%",
    "5 %",
    "£5",
    "1e3",
    "٣",
    "2011/13",
    "2011/12",
    "2011-13",
    "2011-02-30",
    "2012-02-29",
    "2011",
    "99999/00",
    "2199/00",
    "yes",
    "No",
    "no",
    "planned care",
    "a--b",
    "-a",
    "a-",
    "A",
    "total",
    "x.y",
    "x..y",
    "activity 8; cost",
    "8-9, 10",
    "1\\u00a0000",
    "0",
    "-1",
    "£m",
    "£000",
    "savings.total.2011-12",
    "self",
];

/// Something else for a cell, of the kind of its column; nothing where there is nothing else.
fn other_cell(draws: &mut Draws, column: &Column, ids: &[String]) -> Option<String> {
    let text = match column.kind {
        ColumnKind::Identifier | ColumnKind::SourceLines | ColumnKind::MoneyUnit => return None,
        ColumnKind::Text => (*draws.pick(&[
            "Words",
            "\\u0057ords",
            "a, \\\"b\\\"\\n\\tc",
            "=1+1",
            "-minus",
            "é😀",
            "x",
            "2011/12",
            "1",
            "\\\\ / \\/ \\ud83d\\ude00",
            "Words and more",
        ]))
        .to_owned(),
        ColumnKind::Reference(_) => return (!ids.is_empty()).then(|| draws.pick(ids).clone()),
        ColumnKind::FigureIdentifier => {
            return (!ids.is_empty()).then(|| format!("\"{}\"", draws.pick(ids)));
        }
        ColumnKind::Rate => format!("{}%", number(draws)),
        ColumnKind::Money | ColumnKind::Count | ColumnKind::Number | ColumnKind::Measured => {
            if draws.once_in(12) {
                return Some(draws.below(200).to_string());
            }
            number(draws)
        }
        ColumnKind::Year => year(draws),
        ColumnKind::Month => month(draws),
        ColumnKind::Date => format!("{}-{:02}", month(draws), 1 + draws.below(28)),
        ColumnKind::DueDate => match draws.below(3) {
            0 => year(draws),
            1 => month(draws),
            _ => format!("{}-{:02}", month(draws), 1 + draws.below(28)),
        },
        ColumnKind::Choice(choices) => draws.pick(choices).word.to_owned(),
        ColumnKind::Flag => (*draws.pick(&["yes", "no"])).to_owned(),
    };
    Some(format!("\"{text}\""))
}

fn number(draws: &mut Draws) -> String {
    match draws.below(14) {
        0 => "0".to_owned(),
        1 => "-0".to_owned(),
        2 => "0.000".to_owned(),
        3 => format!("-{}", draws.below(1_000)),
        4 => format!("−{}.{}", draws.below(1_000), draws.below(10)),
        5 => "999999999999999".to_owned(),
        6 => "-999,999,999,999,999.999999".to_owned(),
        7 => format!("{}.{:06}", draws.below(100), draws.below(1_000_000)),
        8 => format!("{},{:03},{:03}", 1 + draws.below(9), draws.below(1_000), draws.below(1_000)),
        9 => "0.000001".to_owned(),
        10 => format!(" {} ", draws.below(100)),
        _ => draws.below(130).to_string(),
    }
}

fn year(draws: &mut Draws) -> String {
    let start = match draws.below(8) {
        0 => 2010,
        1 => 2015,
        2 => *draws.pick(&[1999, 2199, 2000, 2099, 1948]),
        _ => 2011 + draws.below(4),
    };
    format!("{start}/{:02}", (start + 1) % 100)
}

fn month(draws: &mut Draws) -> String {
    let year = if draws.once_in(10) { 1999 + draws.below(40) } else { 2010 + draws.below(6) };
    format!("{year}-{:02}", 1 + draws.below(12))
}

//! Schemes that stand in a sheet of schemes and in a tracker as well: the sheet says what they are, and what the tracker says
//! of months goes to them.

use super::issue::{Effect, Issue, Place, Severity};
use super::names_of_rows::identifier_of;
use super::table_rows::TableRows;
use super::total_rows::number_in;
use crate::recognise::key_of;
use crate::sheet::shifted;
use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::Table;
use one_plan_model::quantity::{Decimal, MoneyUnit};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A scheme of a sheet of schemes: by which words others refer to it, and its plan in pounds.
struct Own {
    words: Box<str>,
    plan: Option<Decimal>,
}

/// What was found of the schemes of one tracker.
#[derive(Default)]
struct Joined {
    /// The position of the list of its schemes, and which of its rows stand in a sheet of schemes.
    rows: HashMap<usize, HashSet<u32>>,
    /// By which words the schemes are referred to, for each identifier of the tracker.
    words: HashMap<Box<str>, Box<str>>,
    other_plans: usize,
    example: Option<Box<str>>,
}

/// Takes the schemes out of trackers that stand in a sheet of schemes. `trackers` are the sheets that were read as trackers.
pub fn join_known_schemes(tables: &mut Vec<TableRows>, trackers: &BTreeSet<Place>) -> Vec<Issue> {
    let is_tracker = |rows: &TableRows| trackers.contains(&sheet_of(rows.place));
    let own = own_schemes(tables.iter().filter(|rows| !is_tracker(rows)));
    if own.is_empty() {
        return Vec::new();
    }
    let mut of_sheets: BTreeMap<(usize, usize), Joined> = BTreeMap::new();
    for (at, rows) in tables.iter().enumerate().filter(|(_, rows)| rows.table == Table::Scheme && is_tracker(rows)) {
        let joined = of_sheets.entry((rows.place.file, rows.place.sheet.unwrap_or_default())).or_default();
        for row in rows_of(&rows.given) {
            let Some((id, name)) = rows.given.cell(row, 0).zip(rows.given.cell(row, 1)) else { continue };
            let Some(scheme) = own.get(id).or_else(|| own.get(&format!("name {}", key_of(name)))) else { continue };
            joined.rows.entry(at).or_default().insert(row);
            joined.words.insert(id.into(), scheme.words.clone());
            if let (Some(here), Some(there)) = (plan_of(&rows.given, row), scheme.plan)
                && here != there
            {
                joined.other_plans += 1;
                joined.example.get_or_insert_with(|| name.into());
            }
        }
    }
    of_sheets.retain(|_, joined| !joined.rows.is_empty());
    let issues = of_sheets.iter().map(|((file, sheet), joined)| joined.issue(*file, *sheet)).collect();
    for ((file, sheet), joined) in &of_sheets {
        joined.apply(tables, Place { sheet: Some(*sheet), ..Place::file(*file) });
    }
    tables.retain(|rows| !rows.given.is_empty() || !rows.issues.is_empty());
    issues
}

fn own_schemes<'a>(lists: impl Iterator<Item = &'a TableRows>) -> HashMap<String, Own> {
    let mut own = HashMap::new();
    let mut names: HashMap<String, Option<Own>> = HashMap::new();
    for list in lists.filter(|rows| rows.table == Table::Scheme) {
        for row in rows_of(&list.given) {
            let (id, name) = (list.given.cell(row, 0), list.given.cell(row, 1));
            let Some(words) = id.or(name) else { continue };
            let scheme = || Own { words: words.into(), plan: plan_of(&list.given, row) };
            if let Some(id) = id.and_then(identifier_of) {
                own.insert(id, scheme());
            } else if let Some(name) = name {
                // Two schemes of one name cannot be told apart by it.
                names
                    .entry(format!("name {}", key_of(name)))
                    .and_modify(|of| *of = None)
                    .or_insert_with(|| Some(scheme()));
            }
        }
    }
    own.extend(names.into_iter().filter_map(|(key, of)| Some((key, of?))));
    own
}

/// The plan of a scheme in pounds.
fn plan_of(given: &GivenRows, row: u32) -> Option<Decimal> {
    let column = |name: &str| Table::Scheme.column(name);
    let amount = number_in(given.cell(row, column("gross")?)?)?;
    let unit = MoneyUnit::read(given.cell(row, column("unit")?)?)?;
    number_in(&shifted(&amount.to_string(), i32::try_from(unit.exponent()).ok()?)).map(|pounds| pounds.normalize())
}

fn rows_of(given: &GivenRows) -> std::ops::Range<u32> {
    0..u32::try_from(given.len()).unwrap_or(u32::MAX)
}

const fn sheet_of(place: Place) -> Place {
    Place { row: None, column: None, ..place }
}

impl Joined {
    fn issue(&self, file: usize, sheet: usize) -> Issue {
        let count: usize = self.rows.values().map(HashSet::len).sum();
        let schemes = if count == 1 { "1 scheme".to_owned() } else { format!("{count} schemes") };
        let mut what = format!(
            "{schemes} of this tracker stand in the sheet of schemes as well: that one says what they are, and what this sheet \
             says of how the year goes is theirs"
        );
        if let Some(example) = &self.example {
            let plans = if self.other_plans == 1 { "1 has" } else { &format!("{} have", self.other_plans) };
            what.push_str(&format!("; {plans} another plan of the year there, such as \"{example}\""));
        }
        Issue {
            severity: if self.other_plans == 0 { Severity::Information } else { Severity::Warning },
            place: Place { sheet: Some(sheet), ..Place::file(file) },
            column: None,
            value: String::new(),
            what,
            expected: "nothing, if they are the same schemes; otherwise other references".to_owned(),
            effect: Effect::Used,
        }
    }

    /// Takes the rows out, and the list of schemes where none is left in it.
    fn apply(&self, tables: &mut [TableRows], place: Place) {
        let list = Table::Scheme.column("list");
        let mut lists_left: HashSet<String> = HashSet::new();
        let mut lists_gone: HashSet<String> = HashSet::new();
        for (at, rows) in tables.iter_mut().enumerate() {
            let Some(joined) = self.rows.get(&at) else { continue };
            for row in rows_of(&rows.given) {
                let lists = if joined.contains(&row) { &mut lists_gone } else { &mut lists_left };
                lists.extend(list.and_then(|column| rows.given.cell(row, column)).map(str::to_owned));
            }
            rows.retain(&|row| !joined.contains(&row));
        }
        for rows in tables.iter_mut().filter(|rows| sheet_of(rows.place) == place) {
            if rows.table == Table::SchemeList {
                let given = rows.given.clone();
                let is_gone =
                    |row: u32| given.cell(row, 0).is_some_and(|id| lists_gone.contains(id) && !lists_left.contains(id));
                rows.retain(&|row| !is_gone(row));
            } else if let Some(column) =
                rows.table.columns().iter().position(|of| of.kind.refers_to() == Some(Table::Scheme))
            {
                for row in rows_of(&rows.given) {
                    let words = rows.given.cell(row, column).and_then(|id| self.words.get(id)).cloned();
                    if let Some(words) = words {
                        rows.given.set(row, column, Some(words));
                    }
                }
            }
        }
    }
}

impl TableRows {
    /// Keeps some of the rows.
    fn retain(&mut self, is_kept: &dyn Fn(u32) -> bool) {
        let columns = self.given.columns().to_vec();
        let mut given = GivenRows::new(self.table, columns.clone());
        let mut positions = Vec::new();
        let mut now_at: HashMap<u32, u32> = HashMap::new();
        for row in rows_of(&self.given).filter(|row| is_kept(*row)) {
            now_at.insert(row, u32::try_from(positions.len()).unwrap_or(u32::MAX));
            given.push(columns.iter().map(|column| self.given.cell(row, *column).map(Into::into)));
            positions.extend(self.positions.get(row as usize));
        }
        let unread = self.unread_cells.drain(..).filter_map(|(row, column)| Some((*now_at.get(&row)?, column)));
        self.unread_cells = unread.collect();
        (self.given, self.positions) = (given, positions);
    }
}

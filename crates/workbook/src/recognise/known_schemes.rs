//! Schemes that one sheet lists and of which another says how the year goes: the list says what they are, and what the other
//! says of months goes to them.

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

/// A scheme of a list: by which words others refer to it, whether it has a reference, and its plan in pounds.
#[derive(Clone)]
struct Own {
    words: Box<str>,
    has_reference: bool,
    plan: Option<Decimal>,
}

/// The schemes of lists.
#[derive(Default)]
struct OwnSchemes {
    by_id: HashMap<String, Own>,
    /// By their names; nothing where two have one name, which cannot be told apart by it.
    by_name: HashMap<String, Option<Own>>,
}

/// What was found of the schemes of one tracker.
struct Joined {
    place: Place,
    /// The position of the list of its schemes, and which of its rows stand in another list.
    rows: HashMap<usize, HashSet<u32>>,
    /// By which words the schemes are referred to, for each identifier of the tracker.
    words: HashMap<Box<str>, Box<str>>,
    other_plans: usize,
    example: Option<Box<str>>,
}

/// Takes the schemes out of trackers that say how the year goes, where another sheet lists them.
pub fn join_known_schemes(tables: &mut Vec<TableRows>) -> Vec<Issue> {
    let is_line = |rows: &&TableRows| rows.table == Table::MonitoredLine;
    let monitoring: BTreeSet<usize> = tables.iter().filter(is_line).filter_map(|rows| rows.tracker).collect();
    let monitors = |rows: &TableRows| rows.tracker.filter(|tracker| monitoring.contains(tracker));
    let own = OwnSchemes::of(tables.iter().filter(|rows| monitors(rows).is_none()));
    if own.by_id.is_empty() && own.by_name.is_empty() {
        return Vec::new();
    }
    let mut of_trackers: BTreeMap<usize, Joined> = BTreeMap::new();
    for (at, rows) in tables.iter().enumerate().filter(|(_, rows)| rows.table == Table::Scheme) {
        let Some(tracker) = monitors(rows) else { continue };
        // Of a tracker with several years the names of the first are those of a list without years.
        let is_first_year = !of_trackers.contains_key(&tracker);
        let joined = of_trackers.entry(tracker).or_insert_with(|| Joined::at(rows.place));
        for row in rows_of(&rows.given) {
            let Some((id, name)) = rows.given.cell(row, 0).zip(rows.given.cell(row, 1)) else { continue };
            let has_reference = rows.header.columns.iter().any(|column| column.table_column == 0);
            let Some(scheme) = own.of_row(id, name, has_reference, is_first_year) else { continue };
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
    of_trackers.retain(|_, joined| !joined.rows.is_empty());
    for (tracker, joined) in &of_trackers {
        joined.apply(tables, *tracker);
    }
    tables.retain(|rows| !rows.given.is_empty() || !rows.issues.is_empty());
    of_trackers.values().map(Joined::issue).collect()
}

impl OwnSchemes {
    fn of<'a>(lists: impl Iterator<Item = &'a TableRows>) -> Self {
        let mut own = Self::default();
        for list in lists.filter(|rows| rows.table == Table::Scheme) {
            // What a tracker has no reference for is identified by its name.
            let has_references =
                list.tracker.is_none() || list.header.columns.iter().any(|column| column.table_column == 0);
            for row in rows_of(&list.given) {
                let (id, name) = (list.given.cell(row, 0), list.given.cell(row, 1));
                let Some(words) = id.or(name) else { continue };
                let has_reference = has_references && id.is_some();
                let scheme = Own { words: words.into(), has_reference, plan: plan_of(&list.given, row) };
                if let Some(name) = name {
                    let of_name = own.by_name.entry(key_of(name));
                    of_name.and_modify(|of| *of = None).or_insert_with(|| Some(scheme.clone()));
                }
                if let Some(id) = id.and_then(identifier_of) {
                    own.by_id.insert(id, scheme);
                }
            }
        }
        own
    }

    /// The scheme with an identifier; or with a name, where not both sheets have references.
    fn of_row(&self, id: &str, name: &str, has_reference: bool, is_first_year: bool) -> Option<&Own> {
        let of_name = || self.by_name.get(&key_of(name)).filter(|_| is_first_year)?.as_ref();
        self.by_id.get(id).or_else(|| of_name().filter(|own| !(own.has_reference && has_reference)))
    }
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
    fn at(place: Place) -> Self {
        let (rows, words) = (HashMap::new(), HashMap::new());
        Self { place: sheet_of(place), rows, words, other_plans: 0, example: None }
    }

    fn issue(&self) -> Issue {
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
            place: self.place,
            column: None,
            value: String::new(),
            what,
            expected: "nothing, if they are the same schemes; otherwise other references".to_owned(),
            effect: Effect::Used,
        }
    }

    /// Takes the rows out, and the list of schemes where none is left in it.
    fn apply(&self, tables: &mut [TableRows], tracker: usize) {
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
        for rows in tables.iter_mut().filter(|rows| rows.tracker == Some(tracker)) {
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

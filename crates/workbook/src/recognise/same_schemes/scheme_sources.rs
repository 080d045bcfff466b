//! Where the files hold schemes, sheet by sheet, and by what a scheme can be known again in another sheet.

use crate::cells::{key_of, number_in, reference_key};
use crate::issues::Place;
use crate::sheet::shifted;
use crate::tables::TableRows;
use crate::vocabulary::name_of_part;
use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::Table;
use one_plan_model::quantity::{Decimal, FinancialYear, MoneyUnit};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A tracker with schemes, or a sheet of the table of schemes.
#[derive(Clone, Debug)]
pub struct SchemeSource {
    /// Its sheet.
    pub place: Place,
    /// The tracker; nothing where it is a sheet of the table.
    pub tracker: Option<usize>,
    /// Whether it says how the year goes, and not only which schemes there are.
    pub is_monitored: bool,
    /// The schemes in it.
    pub schemes: Vec<ListedScheme>,
}

/// A scheme as one sheet has it.
#[derive(Clone, Debug)]
pub struct ListedScheme {
    /// The list of rows in which it stands, and its row there.
    pub at: (usize, u32),
    /// Its identifier in the plan; nothing where it gets one of its name.
    pub id: Option<Box<str>>,
    /// Its reference as it is written.
    pub written: Option<Box<str>>,
    /// Its reference without what people write differently.
    pub reference: Option<String>,
    /// What it is called, and that without what does not count.
    pub name: Option<(Box<str>, String)>,
    /// The key of its programme.
    pub programme: Option<String>,
    /// What the part of an organisation is called that its programme may be.
    pub part: Option<String>,
    /// Its plan in pounds.
    pub plan: Option<Decimal>,
    /// The year of its list, where it is known.
    pub year: Option<FinancialYear>,
    /// Whether it stands in the first list of its tracker: a sheet of the table without years means that.
    pub is_of_first_list: bool,
}

impl ListedScheme {
    /// Whether both may be of one year.
    pub fn is_of_year_of(&self, other: &Self) -> bool {
        match (self.year, other.year) {
            (Some(one), Some(other)) => one == other,
            _ => self.is_of_first_list && other.is_of_first_list,
        }
    }
}

impl SchemeSource {
    /// All that hold schemes: first the sheets that only list them, then those that say how the year goes, and among these first
    /// the one that says most.
    pub fn all(tables: &[TableRows]) -> Vec<Self> {
        let years = years_of_lists(tables);
        let of_tracker =
            |table: Table| tables.iter().filter(move |rows| rows.table == table).filter_map(|rows| rows.tracker);
        let monitored: BTreeSet<usize> = of_tracker(Table::MonitoredLine).collect();
        let mut sources: Vec<Self> = Vec::new();
        for (at, rows) in tables.iter().enumerate().filter(|(_, rows)| rows.table == Table::Scheme) {
            let known = sources.iter().position(|of| of.tracker.is_some() && of.tracker == rows.tracker);
            let is_monitored = rows.tracker.is_some_and(|tracker| monitored.contains(&tracker));
            let place = Place { row: None, column: None, ..rows.place };
            let schemes = || schemes_of(rows, at, known.is_none(), &years);
            match known.and_then(|known| sources.get_mut(known)) {
                Some(source) => source.schemes.extend(schemes()),
                None => sources.push(Self { place, tracker: rows.tracker, is_monitored, schemes: schemes() }),
            }
        }
        let said = columns_by_tracker(tables);
        let says = |source: &Self| source.tracker.and_then(|tracker| said.get(&tracker)).copied().unwrap_or_default();
        sources.sort_by_key(|of| (of.is_monitored, of.tracker.is_some(), Reverse(says(of))));
        sources
    }
}

fn schemes_of(
    rows: &TableRows,
    at: usize,
    is_of_first_list: bool,
    years: &HashMap<(Option<usize>, String), FinancialYear>,
) -> Vec<ListedScheme> {
    let [list, programme] = ["list", "programme"].map(|name| Table::Scheme.column(name));
    let scheme = |row: u32| {
        let (id, name) = (rows.given.cell(row, 0), rows.given.cell(row, 1));
        let written = match rows.tracker {
            Some(_) => rows.references.get(row as usize)?.as_ref().map(|reference| reference.written.clone()),
            None => id.map(Into::into),
        };
        let of_list = list.and_then(|column| rows.given.cell(row, column));
        Some(ListedScheme {
            at: (at, row),
            id: id.map(Into::into),
            reference: written.as_deref().and_then(reference_key),
            written,
            name: name.map(|name| (name.into(), key_of(name))),
            programme: programme.and_then(|column| rows.given.cell(row, column)).map(key_of),
            part: programme.and_then(|column| rows.given.cell(row, column)).and_then(name_of_part),
            plan: plan_of(&rows.given, row),
            year: of_list.and_then(|list| years.get(&(rows.tracker, key_of(list)))).copied(),
            is_of_first_list,
        })
    };
    rows.given.rows().filter_map(scheme).filter(|scheme| scheme.id.is_some() || scheme.name.is_some()).collect()
}

/// The years of lists of schemes, by the tracker to which they belong and by identifier or name.
fn years_of_lists(tables: &[TableRows]) -> HashMap<(Option<usize>, String), FinancialYear> {
    let mut years = HashMap::new();
    let column = Table::SchemeList.column("year");
    for rows in tables.iter().filter(|rows| rows.table == Table::SchemeList) {
        for row in rows.given.rows() {
            let year = column.and_then(|column| FinancialYear::read(rows.given.cell(row, column)?.trim()).ok());
            let words = [0, 1].into_iter().filter_map(|column| rows.given.cell(row, column));
            years.extend(
                words
                    .zip(std::iter::repeat(year))
                    .filter_map(|(list, year)| Some(((rows.tracker, key_of(list)), year?))),
            );
        }
    }
    years
}

/// How many columns of a tracker hold amounts of how the year goes, and how many columns are used at all.
fn columns_by_tracker(tables: &[TableRows]) -> BTreeMap<usize, (usize, usize)> {
    let mut columns: BTreeMap<usize, (BTreeSet<u32>, BTreeSet<u32>)> = BTreeMap::new();
    for rows in tables {
        let Some(tracker) = rows.tracker else { continue };
        let (of_months, all) = columns.entry(tracker).or_default();
        let used = rows.header.columns.iter().map(|column| column.sheet_column);
        all.extend(used.clone());
        if rows.table == Table::MonitoredMonth {
            of_months.extend(used);
        }
    }
    columns.into_iter().map(|(tracker, (of_months, all))| (tracker, (of_months.len(), all.len()))).collect()
}

/// The plan of a scheme in pounds.
pub fn plan_of(given: &GivenRows, row: u32) -> Option<Decimal> {
    let column = |name: &str| Table::Scheme.column(name);
    pounds_of(given.cell(row, column("gross")?)?, given.cell(row, column("unit")?)?)
}

/// An amount with its unit in pounds.
pub fn pounds_of(amount: &str, unit: &str) -> Option<Decimal> {
    let (amount, unit) = (number_in(amount)?, MoneyUnit::read(unit)?);
    number_in(&shifted(&amount.to_string(), i32::try_from(unit.exponent()).ok()?)).map(|pounds| pounds.normalize())
}

//! One tracker stated at the end of several months: each statement includes the earlier ones, so that only the latest counts.
//!
//! Sheets are statements of one tracker where they are for one year and for different months, the later has every amount that
//! the earlier has, and at least half of the rows of the earlier stand in it by reference, name and organisation. Where a sheet
//! says neither months nor what is to date, as one that is called "May" and gives a forecast, at least half of its rows have the
//! same plan there as well: a sheet of each month may also hold what that month is to save.

use super::period::Period;
use super::untold_time::is_of_untold_time;
use crate::answers::Mapping;
use crate::cells::{NamedMonth, key_of, month_named};
use crate::headings::{Field, MonthKind};
use crate::issues::{Effect, Issue, Place, Severity};
use crate::sheet::Sheet;
use crate::tracker::header::TrackerHeader;
use one_plan_model::quantity::{FinancialYear, format};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

/// A row that stands in more statements than that is looked for in so many of them.
const MOST_FOR_A_ROW: usize = 8;
/// So many rows that the later statement has no more are named.
const MOST_NAMED: usize = 5;

/// A sheet that states how a tracker goes up to a month.
#[derive(Clone, Debug)]
pub struct Snapshot {
    pub(super) place: Place,
    file: String,
    pub(super) sheet: String,
    pub(super) year: Option<FinancialYear>,
    pub(super) month: u8,
    fields: BTreeSet<Field>,
    /// Whether its headings say that it follows schemes month by month, or to date.
    is_certain: bool,
    /// Whether it is called after a month, and no heading says of which time its amounts are.
    pub(super) is_of_untold_time: bool,
    /// Its rows.
    pub(super) rows: Vec<StatedRow>,
}

/// A row of a statement.
#[derive(Clone, Debug)]
pub(super) struct StatedRow {
    pub(super) key: String,
    /// What it is called.
    name: String,
    /// Its plan of the year, as it is written.
    plan: Option<String>,
}

impl Snapshot {
    /// That of a sheet; nothing where it does not say up to which month it goes.
    pub fn of(sheet: &Sheet, place: Place, file: &str, header: &TrackerHeader, mapping: &Mapping) -> Option<Self> {
        let period = Period::of(sheet, file, header, mapping);
        let of_name = || month_named(sheet.name.trim()).map(NamedMonth::nth);
        let month = period.month.or_else(of_name)?;
        let fields = header.columns.iter().filter_map(|column| column.field);
        // What is expected of a month is known when it is over.
        let is_kept = |field: &Field| field.is_money() && !matches!(field, Field::Month(MonthKind::Forecast, _));
        let of_naming = [Field::Reference, Field::Name, Field::Line, Field::Organisation];
        let columns: Vec<u32> =
            of_naming.into_iter().filter_map(|field| header.column(field).map(|column| column.at)).collect();
        let plan = header.column(Field::PlanOfYear).map(|column| column.at);
        let mut seen = HashSet::new();
        let mut rows = Vec::new();
        for (row, _) in sheet.rows().filter(|(row, _)| *row >= header.first_row) {
            let words = columns.iter().map(|at| sheet.cell(row, *at).shown().trim().to_owned());
            let words: Vec<String> = words.collect();
            let keys: Vec<String> = words.iter().map(|words| key_of(words)).collect();
            let is_total = keys.iter().any(|key| key.starts_with("total") || key.ends_with("total"));
            if keys.iter().all(String::is_empty) || is_total {
                continue;
            }
            let key = keys.join("|");
            if seen.insert(key.clone()) {
                let name: Vec<String> = words.into_iter().filter(|words| !words.is_empty()).collect();
                let plan = plan.map(|at| sheet.cell(row, at).shown()).filter(|plan| !plan.is_empty());
                rows.push(StatedRow { key, name: name.join(" "), plan });
            }
        }
        Some(Self {
            place,
            file: file.to_owned(),
            sheet: sheet.name.clone(),
            year: period.year,
            month,
            is_certain: header.is_certain(),
            is_of_untold_time: is_of_untold_time(sheet, header),
            fields: fields.filter(is_kept).collect(),
            rows,
        })
    }

    /// What is to be said of those that a later one includes.
    pub(super) fn included(mut all: Vec<Self>) -> Vec<Issue> {
        all.sort_by_key(|snapshot| Reverse(snapshot.month));
        let mut latest: Vec<&Self> = Vec::new();
        let mut by_row: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut issues = Vec::new();
        for snapshot in &all {
            let mut shared: HashMap<usize, usize> = HashMap::new();
            for at in snapshot.rows.iter().filter_map(|row| by_row.get(row.key.as_str())).flatten() {
                *shared.entry(*at).or_default() += 1;
            }
            let mut later = shared.into_iter().filter(|(_, rows)| rows * 2 >= snapshot.rows.len()).collect::<Vec<_>>();
            later.sort_unstable_by_key(|(at, rows)| (Reverse(*rows), *at));
            let mut later = later.into_iter().filter_map(|(at, _)| latest.get(at).copied());
            if let Some(later) = later.find(|later| later.includes(snapshot)) {
                issues.push(snapshot.issue(later));
                continue;
            }
            for row in &snapshot.rows {
                let of_row = by_row.entry(&row.key).or_default();
                if of_row.len() < MOST_FOR_A_ROW {
                    of_row.push(latest.len());
                }
            }
            latest.push(snapshot);
        }
        issues
    }

    fn includes(&self, earlier: &Self) -> bool {
        self.month > earlier.month
            && self.year == earlier.year
            && self.fields.is_superset(&earlier.fields)
            && ((self.is_certain && earlier.is_certain) || self.has_plans_of(earlier))
    }

    /// Whether at least half of the rows of an earlier statement have the same plan here.
    fn has_plans_of(&self, earlier: &Self) -> bool {
        let plans: HashMap<&str, Option<&String>> =
            self.rows.iter().map(|row| (row.key.as_str(), row.plan.as_ref())).collect();
        let is_same = |row: &&StatedRow| row.plan.is_some() && plans.get(row.key.as_str()) == Some(&row.plan.as_ref());
        earlier.rows.iter().filter(is_same).count() * 2 >= earlier.rows.len()
    }

    fn issue(&self, later: &Self) -> Issue {
        let there: HashSet<&str> = later.rows.iter().map(|row| row.key.as_str()).collect();
        let missing: Vec<&str> =
            self.rows.iter().filter(|row| !there.contains(row.key.as_str())).map(|row| row.name.as_str()).collect();
        let other = if self.file != later.file && self.sheet == later.sheet {
            later.file.clone()
        } else if self.file != later.file {
            format!("the sheet \"{}\" of {}", later.sheet, later.file)
        } else {
            format!("the sheet \"{}\"", later.sheet)
        };
        let mut what = format!(
            "this sheet states the tracker of {other} up to month {}, and that one goes up to month {}: the latest counts, and \
             this one is left out",
            self.month, later.month
        );
        if !missing.is_empty() {
            let named = format::some_of(&missing, MOST_NAMED, ", ");
            let rows = if missing.len() == 1 { "1 of its rows does" } else { "some of its rows do" };
            what.push_str(&format!("; {rows} not stand there: {named}"));
        }
        Issue {
            severity: if missing.is_empty() { Severity::Information } else { Severity::Warning },
            place: self.place,
            column: None,
            value: self.sheet.clone(),
            what,
            expected: "nothing, if that is meant; otherwise this sheet in a file of its own, without the later one"
                .to_owned(),
            effect: Effect::LeftAlone,
        }
    }
}

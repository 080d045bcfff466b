//! Sheets that sum up the schemes of others as lines of savings: a row for each division, beside a sheet for each of them. What
//! they say of how the year goes is what those sheets say, and would count once more.

use super::scheme_sources::{SchemeSource, pounds_of};
use super::summary_sheets::{FEWEST_ROWS, GroupOfSchemes, groups_of};
use crate::cells::key_of;
use crate::issues::{Effect, Issue, Place, Severity};
use crate::sheet::SourceFile;
use crate::tables::TableRows;
use one_plan_model::plan::Table;
use one_plan_model::quantity::{Decimal, FinancialYear};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The lines of one sheet that are the sums of the schemes of others.
#[derive(Debug)]
pub struct SummaryLines {
    /// The tracker.
    pub tracker: usize,
    /// The identifiers of these lines.
    pub lines: HashSet<Box<str>>,
    place: Place,
    example: Box<str>,
}

/// The sheets of lines that sum up trackers of schemes.
pub fn summary_lines(tables: &[TableRows], sources: &[SchemeSource], files: &[SourceFile]) -> Vec<SummaryLines> {
    let groups: Vec<(bool, HashMap<GroupOfSchemes, Decimal>)> =
        sources.iter().map(|source| (source.is_monitored, groups_of(source, files))).collect();
    // By tracker: how many lines it has, and how many of them are sums.
    let mut found: BTreeMap<usize, (usize, usize, SummaryLines)> = BTreeMap::new();
    let [kind, scheme] = ["kind", "scheme"].map(|name| Table::MonitoredLine.column(name));
    for rows in tables.iter().filter(|rows| rows.table == Table::MonitoredLine) {
        let Some(tracker) = rows.tracker else { continue };
        for row in rows.given.rows() {
            let cell = |column: Option<usize>| rows.given.cell(row, column?);
            if cell(kind) != Some("saving") || cell(scheme).is_some() {
                continue;
            }
            let (Some(id), Some(name)) = (cell(Some(0)), cell(Some(1))) else { continue };
            let (count, sums, summary) = found.entry(tracker).or_insert_with(|| {
                let place = Place { row: None, column: None, ..rows.place };
                (0, 0, SummaryLines { tracker, lines: HashSet::new(), place, example: "".into() })
            });
            *count += 1;
            let Some((year, plan)) = year_and_plan(rows, row) else { continue };
            let group = (Some(year), key_of(name));
            let summed = || groups.iter().filter(|(_, groups)| groups.get(&group) == Some(&plan));
            *sums += usize::from(summed().next().is_some());
            // Where the sheet that it sums up does not say how the year goes, the line alone does.
            if summed().any(|(is_monitored, _)| *is_monitored) {
                if summary.lines.is_empty() {
                    summary.example = name.into();
                }
                summary.lines.insert(id.into());
            }
        }
    }
    let sums_up = |(count, sums, _): &(usize, usize, SummaryLines)| *sums >= FEWEST_ROWS && *sums * 2 >= *count;
    let summaries = found.into_values().filter(sums_up).map(|(.., summary)| summary);
    summaries.filter(|summary| !summary.lines.is_empty()).collect()
}

/// The year of a line, and its plan in pounds where that is more or less than nought.
fn year_and_plan(rows: &TableRows, row: u32) -> Option<(FinancialYear, Decimal)> {
    let cell = |name: &str| rows.given.cell(row, Table::MonitoredLine.column(name)?);
    let plan = pounds_of(cell("plan")?, cell("unit")?).filter(|plan| !plan.is_zero())?;
    Some((FinancialYear::read(cell("year")?).ok()?, plan))
}

impl SummaryLines {
    /// What is to be said of it.
    pub fn issue(&self) -> Issue {
        let example = &self.example;
        let what = match self.lines.len() {
            1 => format!(
                "1 row of this sheet, such as \"{example}\", has the name of a programme or sheet, and is what its schemes save \
                 together: it is not counted beside them"
            ),
            rows => format!(
                "{rows} rows of this sheet, such as \"{example}\", have the names of programmes or sheets, and are what their \
                 schemes save together: they are not counted beside them"
            ),
        };
        Issue {
            severity: Severity::Information,
            place: self.place,
            column: None,
            value: String::new(),
            what,
            expected: "nothing, if it sums up the others; otherwise other names for its rows".to_owned(),
            effect: Effect::RowLeftOut,
        }
    }
}

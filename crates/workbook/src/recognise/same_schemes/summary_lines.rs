//! Sheets that sum up the schemes of others as lines of savings: a row for each division, beside a sheet for each of them. What
//! they say of how the year goes is what those sheets say, and would count once more.

use super::scheme_sources::pounds_of;
use super::summary_issues::SummaryOf;
use super::summary_rows::{RowOfSheet, sums_of_others};
use super::sums_of_sheets::{SumsOfSheet, is_summary};
use crate::issues::{Issue, Place};
use crate::sheet::SourceFile;
use crate::tables::TableRows;
use one_plan_model::plan::Table;
use one_plan_model::quantity::FinancialYear;
use std::collections::{BTreeMap, HashSet};

/// The lines of one sheet that are the sums of the schemes of others.
#[derive(Debug)]
pub struct SummaryLines {
    /// The tracker.
    pub tracker: usize,
    /// The identifiers of these lines.
    pub lines: HashSet<Box<str>>,
    said: Vec<Issue>,
}

/// The lines of savings of one tracker that are those of no scheme, with their identifiers.
#[derive(Debug)]
struct LinesOfTracker {
    place: Place,
    ids: Vec<Box<str>>,
    rows: Vec<RowOfSheet>,
}

/// The sheets of lines that sum up trackers of schemes.
pub fn summary_lines(tables: &[TableRows], sums: &[SumsOfSheet], files: &[SourceFile]) -> Vec<SummaryLines> {
    let others: Vec<(usize, &SumsOfSheet)> = sums.iter().enumerate().collect();
    let mut found = Vec::new();
    for (tracker, lines) in lines_of_trackers(tables) {
        let is_summary = is_summary(lines.place, tables, files);
        let Some(mut of) = sums_of_others(&lines.rows, lines.rows.len(), &others, is_summary) else { continue };
        // Where the sheet that it sums up does not say how the year goes, the line alone does.
        let is_monitored = |other: &usize| sums.get(*other).is_some_and(|of| of.is_monitored);
        of.rows.retain(|_, (of, _)| of.iter().any(is_monitored));
        of.counting = of.counting.filter(|_| sums.iter().any(|of| of.is_monitored));
        let ids = of.rows.keys().filter_map(|row| lines.ids.get(*row).cloned()).collect();
        let said = SummaryOf { place: lines.place, rows: &lines.rows, sums: &of, is_monitored_alone: false };
        found.push(SummaryLines { tracker, lines: ids, said: said.issues() });
    }
    found
}

fn lines_of_trackers(tables: &[TableRows]) -> BTreeMap<usize, LinesOfTracker> {
    let mut found: BTreeMap<usize, LinesOfTracker> = BTreeMap::new();
    let [kind, scheme] = ["kind", "scheme"].map(|name| Table::MonitoredLine.column(name));
    for rows in tables.iter().filter(|rows| rows.table == Table::MonitoredLine) {
        let Some(tracker) = rows.tracker else { continue };
        for row in rows.given.rows() {
            let cell = |column: Option<usize>| rows.given.cell(row, column?);
            let of_column = |name: &str| cell(Table::MonitoredLine.column(name));
            if cell(kind) != Some("saving") || cell(scheme).is_some() {
                continue;
            }
            let (Some(id), Some(name)) = (cell(Some(0)), cell(Some(1))) else { continue };
            let place = Place { row: None, column: None, ..rows.place };
            let of_tracker = found.entry(tracker);
            let lines = of_tracker.or_insert_with(|| LinesOfTracker { place, ids: Vec::new(), rows: Vec::new() });
            lines.ids.push(id.into());
            lines.rows.push(RowOfSheet {
                name: name.into(),
                year: of_column("year").and_then(|year| FinancialYear::read(year).ok()),
                plan: of_column("plan").zip(of_column("unit")).and_then(|(plan, unit)| pounds_of(plan, unit)),
                has_reference: false,
                place: Place { row: rows.positions.get(row as usize).copied(), ..place },
            });
        }
    }
    found
}

impl SummaryLines {
    /// What is to be said of it.
    pub fn issues(&self) -> &[Issue] {
        &self.said
    }
}

//! Sheets that sum up the schemes of others: a row for each programme, or for each sheet. Their rows are called like schemes, and
//! would save once more what the schemes save.

use super::repeated_schemes::SchemeAt;
use super::scheme_sources::SchemeSource;
use super::summary_issues::SummaryOf;
use super::summary_rows::{RowOfSheet, Told, sums_of_others};
use super::sums_of_sheets::SumsOfSheet;
use crate::issues::{Issue, Place};
use crate::tables::TableRows;

/// The rows of one sheet that are the sums of the schemes of others.
#[derive(Debug)]
pub struct SummarySheet {
    /// The sheet.
    pub source: usize,
    /// Its rows that are sums.
    pub rows: Vec<SchemeAt>,
    said: Vec<Issue>,
}

/// The sheets that sum up others, of the rows that are not known from another sheet.
pub fn summary_sheets(
    sources: &[SchemeSource],
    sums: &[SumsOfSheet],
    tables: &[TableRows],
    is_out: impl Fn(SchemeAt) -> bool,
) -> Vec<SummarySheet> {
    let mut found: Vec<SummarySheet> = Vec::new();
    for (at, source) in sources.iter().enumerate() {
        let left: Vec<usize> = (0..source.schemes.len()).filter(|row| !is_out((at, *row))).collect();
        let rows: Vec<RowOfSheet> = left.iter().filter_map(|row| row_of(source, *row, tables)).collect();
        let is_summary_of_schemes =
            |of: usize| found.iter().any(|summary| summary.source == of && !summary.rows.is_empty());
        let others: Vec<(usize, &SumsOfSheet)> =
            sums.iter().enumerate().filter(|(other, _)| *other != at && !is_summary_of_schemes(*other)).collect();
        let is_summary = sums.get(at).is_some_and(|own| own.is_summary) && source.tracker.is_some();
        let Some(of) = sums_of_others(&rows, source.schemes.len(), &others, is_summary) else { continue };
        let mut summed = of.rows.values().flat_map(|(of, _)| of);
        let is_any_monitored = summed.any(|of| sources.get(*of).is_some_and(|of| of.is_monitored));
        let is_monitored_alone = source.is_monitored && !is_any_monitored && of.told != Told::NameAlone;
        let summed = of.rows.keys().filter_map(|row| Some((at, *left.get(*row)?))).collect();
        let said = SummaryOf { place: source.place, rows: &rows, sums: &of, is_monitored_alone };
        found.push(SummarySheet { source: at, rows: summed, said: said.issues() });
    }
    found
}

fn row_of(source: &SchemeSource, row: usize, tables: &[TableRows]) -> Option<RowOfSheet> {
    let scheme = source.schemes.get(row)?;
    let position = tables.get(scheme.at.0).and_then(|rows| rows.positions.get(scheme.at.1 as usize));
    Some(RowOfSheet {
        name: scheme.name.as_ref().map(|(name, _)| name.clone()).unwrap_or_default(),
        year: scheme.year,
        plan: scheme.plan,
        has_reference: scheme.reference.is_some(),
        place: position.map_or(source.place, |row| Place { row: Some(*row), ..source.place }),
    })
}

impl SummarySheet {
    /// What is to be said of it.
    pub fn issues(&self) -> &[Issue] {
        &self.said
    }
}

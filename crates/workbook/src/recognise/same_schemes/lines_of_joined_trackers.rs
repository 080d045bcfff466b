//! What becomes of the lines of a tracker whose schemes another sheet holds as well.

use crate::tables::TableRows;
use one_plan_model::plan::Table;
use std::collections::{HashMap, HashSet};

/// What becomes of the rows of one tracker.
#[derive(Debug, Default)]
pub(super) struct OfTracker {
    /// By which words lines refer to their scheme from now on, for each identifier of the tracker.
    pub(super) words: HashMap<Box<str>, Box<str>>,
    /// The identifiers of which another sheet says how the year goes.
    pub(super) without_monitoring: HashSet<Box<str>>,
    /// What its schemes are called in the plan from now on.
    pub(super) renamed: HashMap<Box<str>, Box<str>>,
}

impl OfTracker {
    /// Takes out what is said of lines of which another sheet says it.
    pub(super) fn leave_monitoring(&self, rows: &mut TableRows, moved: &HashSet<u32>) {
        if let Some(column) = column_of_line(rows.table) {
            let (given, table) = (rows.given.clone(), rows.table);
            let id = |row: u32| given.cell(row, column).map(|words| identifier_in(table, words));
            let is_known = |row: u32| id(row).is_some_and(|id| self.without_monitoring.contains(id));
            rows.retain(&|row| moved.contains(&row) || !is_known(row));
        }
    }

    /// Lets lines refer to the scheme that is theirs, and gives schemes the identifier that is theirs.
    pub(super) fn rename(&self, rows: &mut TableRows) {
        let referring = rows.table.columns().iter().position(|of| of.kind.refers_to() == Some(Table::Scheme));
        for row in rows.given.rows() {
            let words = referring.and_then(|column| self.words.get(rows.given.cell(row, column)?)).cloned();
            if let Some((column, words)) = referring.zip(words) {
                rows.given.set(row, column, Some(words));
            }
        }
        if self.renamed.is_empty() {
            return;
        }
        let own = matches!(rows.table, Table::Scheme).then_some(0);
        for column in [own, referring, column_of_line(rows.table)].into_iter().flatten() {
            for row in rows.given.rows() {
                let Some(words) = rows.given.cell(row, column) else { continue };
                let id = identifier_in(rows.table, words);
                let Some(new) = self.renamed.get(id) else { continue };
                let words = if id == words { new.to_string() } else { words.replacen(id, new, 1) };
                rows.given.set(row, column, Some(words.into()));
                if let Some(Some(reference)) = rows.references.get_mut(row as usize).filter(|_| own.is_some()) {
                    reference.repeated = None;
                }
            }
        }
    }
}

/// The column that says of which monitored line a row of a tracker is.
fn column_of_line(table: Table) -> Option<usize> {
    match table {
        Table::MonitoredLine => Some(0),
        Table::MonitoredMonth => table.column("line"),
        Table::StatedFigure => table.column("figure"),
        _ => None,
    }
}

/// The identifier of the line in such a column: printed figures name the figure of a line.
fn identifier_in(table: Table, words: &str) -> &str {
    let figure = words.strip_prefix("monitoring.").and_then(|rest| rest.rsplit_once('.')).map(|(id, _)| id);
    figure.filter(|_| table == Table::StatedFigure).unwrap_or(words)
}

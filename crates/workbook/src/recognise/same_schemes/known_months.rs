//! What trackers say of how their schemes go, where several say it of the same scheme.

use super::scheme_sources::pounds_of;
use crate::tables::TableRows;
use one_plan_model::plan::{ColumnKind, Table};
use one_plan_model::quantity::Decimal;
use std::collections::HashMap;

/// An amount of how a line goes.
#[derive(Clone, Debug)]
struct AmountOfMonth {
    /// The list of rows and the row in it.
    at: (usize, u32),
    month: Box<str>,
    /// Whether it is that of the year up to the month.
    is_cumulative: bool,
    column: usize,
    pounds: Decimal,
}

/// What trackers say of how their schemes go, by the identifier of the line.
///
/// Two sheets may tell two parts of one story: a sheet for each month, or months in one and the forecast in the other. What the
/// sheet that counts does not say is taken from the other.
#[derive(Debug, Default)]
pub struct KnownMonths {
    lines: HashMap<Box<str>, Vec<AmountOfMonth>>,
    moved: HashMap<(usize, u32), MovedMonth>,
}

/// A row that says something that the sheet that counts does not say.
#[derive(Clone, Debug)]
pub struct MovedMonth {
    /// The line to which it goes.
    pub line: Box<str>,
    /// The columns with amounts that are used.
    pub columns: Vec<usize>,
}

/// How the months of one line stand to those of another, which is used.
#[derive(Clone, Copy, Debug, Default)]
pub struct DifferingMonths {
    /// Amounts that are others there.
    pub others: usize,
    /// Amounts that are not there, and cannot be used beside what is.
    pub only_here: usize,
}

impl KnownMonths {
    /// Those of all trackers.
    pub fn of(tables: &[TableRows]) -> Self {
        let table = Table::MonitoredMonth;
        let mut known = Self::default();
        let column = |name: &str| table.column(name).unwrap_or(usize::MAX);
        let [line, month, unit, cumulative] = ["line", "month", "unit", "cumulative"].map(column);
        let is_money = |at: &usize| table.columns().get(*at).is_some_and(|of| matches!(of.kind, ColumnKind::Money));
        for (list, rows) in tables.iter().enumerate().filter(|(_, rows)| rows.table == table && rows.tracker.is_some())
        {
            for row in rows.given.rows() {
                let cell = |column| rows.given.cell(row, column);
                let Some((line, month)) = cell(line).zip(cell(month)) else { continue };
                let of_line = known.lines.entry(line.into()).or_default();
                let amount = |column: usize| {
                    let pounds = pounds_of(cell(column)?, cell(unit)?)?;
                    let is_cumulative = cell(cumulative).is_some();
                    Some(AmountOfMonth { at: (list, row), month: month.into(), is_cumulative, column, pounds })
                };
                of_line.extend(rows.given.columns().iter().copied().filter(is_money).filter_map(amount));
            }
        }
        known
    }

    /// Whether two lines say another amount of the same month, or of the year up to it.
    pub fn contradict(&self, one: &str, other: &str) -> bool {
        let (Some(one), Some(other)) = (self.lines.get(one), self.lines.get(other)) else { return false };
        one.iter().any(|of| {
            let is_at = |same: &&AmountOfMonth| {
                (&same.month, same.is_cumulative, same.column) == (&of.month, of.is_cumulative, of.column)
            };
            other.iter().filter(is_at).any(|same| same.pounds != of.pounds)
        })
    }

    /// Holds the months of one line against those of another, which are used, and gives that one what it does not say.
    pub fn take_over(&mut self, used: &str, other: &str) -> DifferingMonths {
        let mut differing = DifferingMonths::default();
        let known = self.lines.get(used).cloned().unwrap_or_default();
        let mut more = Vec::new();
        for amount in self.lines.get(other).into_iter().flatten() {
            let is_at = |of: &&AmountOfMonth| of.month == amount.month && of.is_cumulative == amount.is_cumulative;
            let mut of_column = known.iter().filter(|of| of.column == amount.column);
            match of_column.clone().find(is_at) {
                Some(same) if same.pounds == amount.pounds => {}
                Some(_) => differing.others += 1,
                // A line has one row for each month, and either months or the year up to each of them.
                None if known.iter().any(|of| is_at(&of))
                    || of_column.any(|of| of.is_cumulative != amount.is_cumulative) =>
                {
                    differing.only_here += 1;
                }
                None => {
                    let moved = self.moved.entry(amount.at);
                    let moved = moved.or_insert_with(|| MovedMonth { line: used.into(), columns: Vec::new() });
                    moved.columns.push(amount.column);
                    more.push(amount.clone());
                }
            }
        }
        self.lines.entry(used.into()).or_default().extend(more);
        differing
    }

    /// What a row says that the sheet that counts does not say.
    pub fn moved(&self, at: (usize, u32)) -> Option<&MovedMonth> {
        self.moved.get(&at)
    }
}

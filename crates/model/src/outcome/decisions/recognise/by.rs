//! By what known findings are recognised.

use crate::calculation::{FigureKey, Finding};
use crate::outcome::resolve;
use crate::plan::{KnownFindingPlace, Plan, Row, Table};
use crate::quantity::InOrder;
use std::collections::BTreeMap;

/// By what a known finding is recognised.
pub(super) struct By<'a> {
    pub(super) code: Option<&'a str>,
    pub(super) figure: Option<FigureKey>,
    pub(super) table: Option<Table>,
    pub(super) row: Option<(Table, u32)>,
}

impl<'a> By<'a> {
    /// `None` if the row says nothing by which a finding can be recognised. If it names a figure or a row that the
    /// plan no longer has, the result matches no finding.
    pub(super) fn of(plan: &'a Plan, place: Row<'a, KnownFindingPlace>, titles: &mut FirstCells<'a>) -> Option<Self> {
        let table = match place.table() {
            Some(name) => Some(Table::named(name)?),
            None => None,
        };
        let code = place.code();
        if place.figure().is_none() && (table.is_none() || (place.row().is_none() && code.is_none())) {
            return None;
        }
        /// A code that no finding has.
        const NO_FINDING: &str = "";
        let mut by = Self { code, figure: None, table, row: None };
        if let Some(figure) = place.figure() {
            by.figure = resolve(plan, figure);
            by.code = if by.figure.is_none() { Some(NO_FINDING) } else { by.code };
        }
        if let (Some(table), Some(row)) = (table, place.row()) {
            by.row = titles.row_of(plan, table, row).map(|row| (table, row));
            by.code = if by.row.is_none() { Some(NO_FINDING) } else { by.code };
        }
        Some(by)
    }

    /// Whether a finding is one of those.
    pub(super) fn concerns(&self, finding: &Finding) -> bool {
        let place = |table, row: Option<u32>| {
            finding.places.iter().any(|place| place.table == table && row.is_none_or(|row| row == place.row))
        };
        self.code.is_none_or(|code| code == finding.code)
            && self.figure.is_none_or(|figure| finding.figures.contains(&figure))
            && self.table.is_none_or(|table| place(table, None))
            && self.row.is_none_or(|(table, row)| place(table, Some(row)))
    }
}

/// The rows of tables by what stands in their first cell, for those tables of which it was asked.
#[derive(Default)]
pub(super) struct FirstCells<'a>(BTreeMap<Table, Vec<(&'a str, u32)>>);

impl<'a> FirstCells<'a> {
    /// The row with an id; in a table without ids the one whose first cell says this, such as the
    /// subject of a statement, or the one with this number, counted from one.
    fn row_of(&mut self, plan: &'a Plan, table: Table, row: &str) -> Option<u32> {
        plan.row_by_reference(table, row).or_else(|| {
            let first_cells = self.0.entry(table).or_insert_with(|| {
                let cells = plan.store(table).column(0);
                let rows = 0..plan.store(table).rows();
                let mut first_cells: Vec<_> = rows.filter_map(|at| Some((cells.text(at)?, at))).collect();
                first_cells.order_by(Ord::cmp);
                first_cells
            });
            let at = first_cells.partition_point(|(text, _)| *text < row);
            first_cells.get(at).filter(|(text, _)| *text == row).map(|(_, at)| *at)
        })
    }
}

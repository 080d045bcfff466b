//! Cells that cannot be read: the first of each column are named, and of all others it is said how many there are.

use super::column::Column;
use super::plan_columns::plan_column;
use super::sheet_read::SheetRead;
use crate::issues::{Effect, Issue, Place, Severity};
use one_plan_model::plan::CellProblem;
use std::collections::BTreeMap;

/// So many cells of a column are named.
const NAMED: usize = 50;

/// How many cells of each column cannot be read.
#[derive(Clone, Debug, Default)]
pub struct UnreadCells {
    counts: BTreeMap<Column, usize>,
}

impl UnreadCells {
    /// Says of a cell what is wrong with it, if it is one of the first.
    pub fn tell(&mut self, sheet: &mut SheetRead, row: u32, column: Column, (value, problem): (String, CellProblem)) {
        let count = self.counts.entry(column).or_default();
        *count += 1;
        if *count <= NAMED
            && let Some(at) = sheet.layout.place(column)
        {
            let place = sheet.place.cell(row, at);
            sheet.issues.push(issue(place, column, value, problem));
        }
    }

    /// Says how many others there are.
    pub fn tell_others(&self, sheet: &mut SheetRead) {
        for (column, count) in &self.counts {
            let more = count.saturating_sub(NAMED);
            let Some(at) = sheet.layout.place(*column).filter(|_| more > 0) else { continue };
            let cells = if more == 1 { "1 more cell".to_owned() } else { format!("{more} more cells") };
            let problem = CellProblem {
                what: format!("{cells} of this column cannot be read either, and their rows are left out"),
                expected: "what is expected of the cells of this column that are named one by one".to_owned(),
            };
            let place = sheet.place.cell(sheet.layout.row, at);
            sheet.issues.push(issue(place, *column, String::new(), problem));
        }
    }
}

fn issue(place: Place, column: Column, value: String, problem: CellProblem) -> Issue {
    Issue {
        severity: Severity::Error,
        place,
        column: plan_column(column),
        value,
        what: problem.what,
        expected: problem.expected,
        effect: Effect::RowLeftOut,
    }
}

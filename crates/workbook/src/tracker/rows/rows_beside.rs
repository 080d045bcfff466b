//! Rows beside the schemes of a tracker, and gaps between a target and the schemes: what is said of each.

use super::cells_of_rows::CellsOfRows;
use super::issue_of_row::{issue, words_of};
use super::sums_of_rows::{AmountsOfRow, Sums};
use crate::headings::Field;
use crate::issues::{Effect, Issue, Severity};
use crate::sums::{gap_in_words, is_nearly};
use crate::vocabulary::Aside;
use one_plan_model::quantity::Decimal;

/// A row that is called like one that stands beside the schemes.
#[derive(Clone, Copy, Debug)]
pub struct RowBeside<'l> {
    /// The row.
    pub line: &'l AmountsOfRow,
    /// What it is by its name; nothing where it is only called like a sum.
    pub aside: Option<Aside>,
    /// Whether a total stands above it, or says that it counts nothing of this.
    pub is_told: bool,
}

/// A row that is the gap to a target, with what it may be the gap to.
#[derive(Debug)]
pub struct Gap<'l> {
    /// The row.
    pub line: &'l AmountsOfRow,
    /// The target above it, or beside it.
    pub target: Option<&'l AmountsOfRow>,
    /// The last total above it.
    pub total: Option<&'l AmountsOfRow>,
    /// The sums of all schemes above it.
    pub of_all: Sums,
}

impl RowBeside<'_> {
    /// What is to be said of it, where it does not count.
    pub fn issue(&self, cells: CellsOfRows<'_>) -> Issue {
        let amounts = words_of(cells, self.line);
        let what = match self.aside {
            Some(Aside::Target) => format!("this row is the target, and no scheme: {amounts} is not added"),
            Some(Aside::Gap) => format!("this row is the gap to the target, and no scheme: {amounts} is not added"),
            Some(Aside::Part) => {
                format!("this row says what part of the amounts above it is, and is no scheme: {amounts} is not added")
            }
            _ => format!("the total below adds up without this row: it is no scheme, and its {amounts} is not added"),
        };
        let severity = if self.is_told { Severity::Information } else { Severity::Warning };
        let expected = "nothing, if that is meant; a reference of its own, if it is a scheme";
        issue(cells, self.line.row, severity, what, expected, Effect::RowLeftOut)
    }
}

impl Gap<'_> {
    /// The row of the total.
    pub fn total_row(&self) -> Option<u32> {
        self.total.map(|total| total.row)
    }

    /// The amounts that are not what the target leaves, whichever sign the gap has.
    pub fn issues(&self, cells: CellsOfRows<'_>) -> Vec<Issue> {
        let Some(target) = self.target else { return Vec::new() };
        let differing = self.line.amounts.iter().filter_map(|(field, gap)| {
            let of_target = amount(target, *field)?;
            let printed = self.total.and_then(|total| amount(total, *field));
            let totals = [printed, self.of_all.of_all(*field)].into_iter().flatten();
            let mut left = totals.filter_map(|total| Some((total, of_target.checked_sub(total)?)));
            if left.clone().any(|(_, left)| is_nearly(left, *gap) || is_nearly(-left, *gap)) {
                return None;
            }
            let (total, left) = left.next()?;
            let column = cells.header.column(*field)?;
            Some(Issue {
                place: cells.place.cell(self.line.row, column.at),
                value: cells.sheet.cell(self.line.row, column.at).shown(),
                ..issue(
                    cells,
                    self.line.row,
                    Severity::Warning,
                    gap_in_words(*gap, of_target, total, left),
                    "a gap that is the target less the total; the plan uses neither",
                    Effect::RowLeftOut,
                )
            })
        });
        differing.collect()
    }
}

/// The amount of a row in a field.
pub(super) fn amount(line: &AmountsOfRow, of: Field) -> Option<Decimal> {
    line.amounts.iter().find(|(field, _)| *field == of).map(|(_, amount)| *amount)
}

//! The columns of a sheet that hold rows of another table, such as what each indicator of CQUIN is worth and is paid in a quarter: a
//! total row is held against their sums as it is against those of the table itself.

use crate::cells::{Heading, number_of, text_of};
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::{Cell, Sheet};
use crate::sums::RunningSum;
use crate::tables::headings::{Detail, DetailColumn, HeaderRow};
use crate::tables::table_rows::TableRows;
use one_plan_model::plan::{ColumnKind, CquinIndicator, RowType, Table};
use one_plan_model::quantity::Decimal;

/// The sums of these columns while the rows are gone through.
#[derive(Clone, Debug, Default)]
pub(super) struct DetailSums {
    /// By column of the sheet; nothing behind a cell that cannot be read, for then the sum is not known.
    columns: Vec<(u32, Option<RunningSum>)>,
    rows: usize,
}

impl DetailSums {
    /// No rows yet, of the columns that hold amounts. The shares of which quarters may consist have no sum: each indicator has its
    /// own whole. What is used of reserves is read as a table of its own, and held against the total there.
    pub(super) fn of(sheet: &Sheet, header: &HeaderRow) -> Self {
        let are_amounts = quarters_are_amounts(sheet, header);
        let holds_amounts = |of: &DetailColumn| match of.detail {
            Detail::Use => false,
            Detail::Quarter(_) => are_amounts || of.heading.unit.is_some(),
            Detail::Addition | Detail::Closing | Detail::Value => true,
        };
        let is_summed = |of: &&DetailColumn| !of.heading.is_percent && holds_amounts(of);
        let columns = header.details.iter().filter(is_summed).map(|of| (of.sheet_column, Some(RunningSum::default())));
        Self { columns: columns.collect(), rows: 0 }
    }

    /// Adds a row of the table.
    pub(super) fn add(&mut self, sheet: &Sheet, row: u32) {
        self.rows += 1;
        for (column, sum) in &mut self.columns {
            let cell = sheet.cell(row, *column);
            match (number_of(cell), sum.as_mut()) {
                (Some(number), Some(sum)) => sum.add(number),
                (None, _) if !says_nothing(cell) => *sum = None,
                _ => {}
            }
        }
    }

    /// Begins anew below a total.
    pub(super) fn start_anew(&mut self) {
        self.columns.iter_mut().filter_map(|(_, sum)| sum.as_mut()).for_each(RunningSum::start_anew);
    }

    /// What a total row says in a column and the sum that it is not, for each column in which it differs.
    fn apart(&self, sheet: &Sheet, row: u32) -> Vec<(u32, Decimal, Decimal)> {
        let of_column = |(column, sum): &(u32, Option<RunningSum>)| {
            let total = number_of(sheet.cell(row, *column))?;
            Some((*column, total, sum.as_ref()?.differs(total, self.rows)?))
        };
        self.columns.iter().filter_map(of_column).collect()
    }
}

impl TableRows {
    /// Says which amounts of a total row, in the columns of another table, are not the sums of the rows above it.
    pub(super) fn check_total_of_details(&mut self, row: u32, sums: &DetailSums, sheet: &Sheet) {
        for (column, total, sum) in sums.apart(sheet, row) {
            self.tell_total_apart((row, column), None, (total, sum), sheet);
        }
    }

    /// Says of a total that it is not the sum of the rows above it.
    pub(super) fn tell_total_apart(
        &mut self,
        (row, sheet_column): (u32, u32),
        table_column: Option<usize>,
        (total, sum): (Decimal, Decimal),
        sheet: &Sheet,
    ) {
        self.issues.push(Issue {
            severity: Severity::Warning,
            place: self.place.cell(row, sheet_column),
            column: Some((self.table, table_column)),
            value: sheet.cell(row, sheet_column).shown(),
            what: format!("this total is {}, and the rows above it add up to {}", total.normalize(), sum.normalize()),
            expected: "a total that is the sum of its rows; the plan uses the rows".to_owned(),
            effect: Effect::Used,
        });
    }
}

/// Whether a number of a table is a part of a whole, so that its total is the sum of the rows. A tariff or a ratio is none.
pub(super) fn is_part_of_a_whole(table: Table, column: usize) -> bool {
    let are_staff = [Table::StaffGroup, Table::WorkforceTrajectory, Table::WorkforceYear, Table::WorkforceImpact];
    let kind = table.columns().get(column).map(|column| column.kind);
    (table == CquinIndicator::TABLE && column == usize::from(CquinIndicator::weight.position()))
        || (are_staff.contains(&table) && matches!(kind, Some(ColumnKind::Measured)))
}

/// Whether a cell holds no amount and is not meant to: it is empty, or a dash.
fn says_nothing(cell: &Cell) -> bool {
    matches!(text_of(ColumnKind::Money, cell, &Heading::default()), Ok((None, _)))
}

/// Whether the quarters of most rows make up the value beside them.
fn quarters_are_amounts(sheet: &Sheet, header: &HeaderRow) -> bool {
    let quarters = header.details_of(|of| matches!(of, Detail::Quarter(_)));
    let Some(value) = header.details_of(|of| of == Detail::Value).first().map(|of| of.sheet_column) else {
        return false;
    };
    let (mut filled, mut amounts) = (0_usize, 0_usize);
    for (row, _) in sheet.rows().filter(|(row, _)| *row >= header.first_row) {
        let numbers: Vec<Decimal> =
            quarters.iter().filter_map(|of| number_of(sheet.cell(row, of.sheet_column))).collect();
        if numbers.is_empty() {
            continue;
        }
        filled += 1;
        let sum = numbers.iter().try_fold(Decimal::ZERO, |sum, number| sum.checked_add(*number));
        amounts += usize::from(sum.is_some() && sum == number_of(sheet.cell(row, value)));
    }
    amounts * 2 > filled
}

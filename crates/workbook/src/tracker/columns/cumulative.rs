//! Months that are told as the year up to each of them, such as April to March under "Cumulative plan", or a column to date for
//! each month.

use crate::cells::{key_of, number_of};
use crate::headings::{Field, HeadingNames, MonthKind};
use crate::sheet::{Cell, Sheet};
use crate::tracker::header::{TrackerColumn, TrackerHeader};
use one_plan_model::quantity::Decimal;
use std::collections::BTreeSet;

/// What stands in a title that speaks of more than that.
const OF_MONTHS_ALONE: [&str; 4] = ["inmonth", "monthly", "notcumulative", "noncumulative"];
/// One or two such columns are figures to date.
const FEWEST_MONTHS: usize = 3;
/// Beside the months alone one such column is a figure to date, and two follow from the months.
const FEWEST_BESIDE_MONTHS: usize = 2;

impl TrackerHeader {
    /// Whether the months of one kind are told as the year up to each of them.
    pub(crate) fn is_cumulative(&self, kind: MonthKind) -> bool {
        self.of_kind(kind).any(|column| column.is_cumulative)
    }

    /// The columns for months of one kind.
    pub(crate) fn of_kind(&self, kind: MonthKind) -> impl Iterator<Item = &TrackerColumn> {
        self.columns.iter().filter(move |column| matches!(column.field, Some(Field::Month(of, _)) if of == kind))
    }

    /// Takes columns for months that say that they are cumulative; where the months alone are there too, these count.
    pub(crate) fn take_cumulative(&mut self, names: &HeadingNames) {
        for kind in MonthKind::ALL {
            let field_of = |column: &TrackerColumn| {
                let field = column.words.cumulative_month(names);
                field.filter(|field| matches!(field, Field::Month(of, _) if *of == kind))
            };
            let months: BTreeSet<Field> = self.columns.iter().filter_map(field_of).collect();
            let has_alone = self.of_kind(kind).any(|column| field_of(column).is_none());
            if months.len() < if has_alone { FEWEST_BESIDE_MONTHS } else { FEWEST_MONTHS } {
                continue;
            }
            for column in &mut self.columns {
                let Some(field) = field_of(column).filter(|field| !column.is_said || column.field == Some(*field))
                else {
                    continue;
                };
                column.is_cumulative = true;
                if has_alone {
                    (column.field, column.repeats) = (None, Some(field));
                } else {
                    column.field = Some(field);
                }
            }
        }
    }

    /// The headings, with months read as cumulative where the title says so, or a total, and no row goes back.
    pub(crate) fn told_cumulative(&self, sheet: &Sheet) -> Self {
        let mut header = self.clone();
        let is_said = || says_so(sheet, self);
        if self.columns.iter().any(|column| column.is_cumulative) || !is_said() {
            return header;
        }
        for kind in MonthKind::ALL.into_iter().filter(|kind| self.of_kind(*kind).count() >= FEWEST_MONTHS) {
            if self.goes_up(sheet, kind) {
                for column in &mut header.columns {
                    column.is_cumulative |= matches!(column.field, Some(Field::Month(of, _)) if of == kind);
                }
            }
        }
        header
    }

    fn rows<'s>(&'s self, sheet: &'s Sheet) -> impl Iterator<Item = u32> + 's {
        sheet.rows().map(|(row, _)| row).filter(|row| *row >= self.first_row)
    }

    /// Whether no row is less in a month than in one before, and one is more; noughts at the end are months to come.
    fn goes_up(&self, sheet: &Sheet, kind: MonthKind) -> bool {
        let mut columns: Vec<(Option<Field>, u32)> =
            self.of_kind(kind).map(|column| (column.field, column.at)).collect();
        columns.sort_unstable();
        let mut is_more = false;
        let goes_back = self.rows(sheet).any(|row| {
            let mut amounts: Vec<Decimal> =
                columns.iter().filter_map(|(_, at)| number(sheet, row, *at)).map(|amount| amount.abs()).collect();
            while amounts.last().is_some_and(Decimal::is_zero) {
                amounts.pop();
            }
            is_more |= amounts.first() < amounts.last();
            amounts.windows(2).any(|pair| pair.first() > pair.last())
        });
        is_more && !goes_back
    }
}

/// Whether words above the headings say so, or the name of a total that is the sum of the rows above it, month by month.
fn says_so(sheet: &Sheet, header: &TrackerHeader) -> bool {
    let says = |cell: &Cell| match cell {
        Cell::Text(words) => {
            let key = key_of(words);
            key.contains("cumulative") && !OF_MONTHS_ALONE.iter().any(|word| key.contains(word))
        }
        _ => false,
    };
    if sheet.rows().take_while(|(row, _)| *row < header.row).any(|(_, cells)| cells.iter().any(says)) {
        return true;
    }
    let months: Vec<u32> = MonthKind::ALL.into_iter().flat_map(|kind| header.of_kind(kind)).map(|of| of.at).collect();
    let mut sums = vec![Decimal::ZERO; months.len()];
    for row in header.rows(sheet) {
        let amounts: Vec<Decimal> = months.iter().map(|at| number(sheet, row, *at).unwrap_or_default()).collect();
        if sheet.cells_of(row).iter().any(|cell| says(cell) && key_of(&cell.shown()).contains("total")) {
            return amounts == sums;
        }
        for (sum, amount) in sums.iter_mut().zip(amounts) {
            *sum = sum.checked_add(amount).unwrap_or_default();
        }
    }
    false
}

fn number(sheet: &Sheet, row: u32, at: u32) -> Option<Decimal> {
    number_of(sheet.cell(row, at))
}

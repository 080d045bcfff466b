//! The groups among the rows of a table, and what is said of them.

use crate::cells::{DecimalComma, begins_with_all, is_called_like_total, number_in, text_of};
use crate::headings::NAME;
use crate::issues::{Effect, Severity};
use crate::sheet::{Cell, Sheet};
use crate::sums::{Evidence, Group, Line, LineAmount, Mark, groups_of};
use crate::tables::table_rows::TableRows;
use one_plan_model::plan::ColumnKind;
use one_plan_model::quantity::{Decimal, MoneyUnit};
use std::collections::{BTreeMap, HashSet};

impl TableRows {
    /// The rows that are the sums of others, by the row of the sheet.
    pub(super) fn groups(
        &self,
        sheet: &Sheet,
        unit_column: Option<usize>,
        headings: &HashSet<String>,
        decimal_comma: &DecimalComma,
    ) -> BTreeMap<u32, Group> {
        if !self.table.has_identifiers() || !self.needs_only_a_name() || !self.header.has(NAME) {
            return BTreeMap::new();
        }
        // The amounts are read once more with the rows: what is to be said of them is said there.
        let mut reader = self.clone();
        let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= self.header.first_row);
        let lines: Vec<Line> =
            rows.filter_map(|row| reader.line(sheet, row, unit_column, headings, decimal_comma)).collect();
        groups_of(&lines)
    }

    fn line(
        &mut self,
        sheet: &Sheet,
        row: u32,
        unit_column: Option<usize>,
        headings: &HashSet<String>,
        decimal_comma: &DecimalComma,
    ) -> Option<Line> {
        let columns = self.header.columns.clone();
        let cells: Vec<&Cell> = columns.iter().map(|column| sheet.cell(row, column.sheet_column)).collect();
        if cells.iter().all(|cell| cell.is_empty()) || self.is_repeated(sheet, row, &cells, headings) {
            return None;
        }
        let unit = self.unit_of_row(&cells, unit_column);
        let mut amounts = Vec::new();
        let mut filled = Vec::with_capacity(columns.len());
        let mut has_identifier = false;
        let mut telling = 0_usize;
        let exponent = unit.unit().map_or(0, MoneyUnit::exponent);
        for (column, cell) in columns.iter().zip(&cells) {
            let kind = self.table.columns().get(column.table_column)?.kind;
            let is_money = matches!(kind, ColumnKind::Money);
            let tells = !kind.is_number() && !matches!(kind, ColumnKind::MoneyUnit | ColumnKind::SourceLines);
            filled.push(!cell.is_empty() || !tells);
            telling += usize::from(!cell.is_empty() && tells);
            has_identifier |= column.table_column == 0 && !cell.is_empty();
            if !is_money || decimal_comma.problem(cell).is_some() {
                continue;
            }
            let Ok((Some(text), _)) = text_of(kind, cell, &column.heading) else { continue };
            let Ok(text) = self.amount(text, cell, column, unit) else { continue };
            let factor = 10_i64.checked_pow(exponent).map(Decimal::from);
            let Some((number, factor)) = number_in(&text).zip(factor) else { continue };
            let pounds = number.checked_mul(factor);
            let last_place = Decimal::new(1, number.scale()).checked_mul(factor).unwrap_or_default();
            let column = column.table_column;
            amounts.extend(pounds.map(|amount| LineAmount { column, text, amount, last_place }));
        }
        let is_perhaps = || is_called_like_total(&cells) || begins_with_all(&cells) || self.has_only_numbers(&cells);
        let mark = match () {
            () if self.is_total_row(&cells, self.says_enough(&cells)) => Mark::Total,
            () if is_perhaps() => Mark::Perhaps,
            () => Mark::None,
        };
        (!amounts.is_empty()).then(|| Line {
            row,
            mark,
            can_be_sum: !has_identifier,
            amounts,
            unit: unit.unit(),
            filled,
            telling,
        })
    }

    /// Says of a row that it is the sum of others; gives whether it is left out.
    pub(super) fn leave_group(&mut self, row: u32, cells: &[&Cell], group: &Group) -> bool {
        let (first, last) = group.parts;
        let side = group.side.word();
        let sums = group.sums_in_words();
        let parts = format!("the rows {side} it ({} to {})", u64::from(first) + 1, u64::from(last) + 1);
        let (severity, what, expected, effect) = match group.evidence {
            Evidence::Total => (
                Severity::Information,
                format!(
                    "the amounts of this row are {sums} {parts}, and the total counts only these: it is not counted"
                ),
                "nothing, if it is a sum; otherwise a reference of its own",
                Effect::RowLeftOut,
            ),
            Evidence::Words => (
                Severity::Information,
                format!(
                    "this row has the name of a total or none, and its amounts are {sums} {parts}: it is not counted"
                ),
                "nothing, if it is a total; otherwise a name without the word total",
                Effect::RowLeftOut,
            ),
            // References are looked at in trackers alone.
            Evidence::Cells | Evidence::Numbers | Evidence::TotalAlone => (
                Severity::Information,
                format!(
                    "the amounts of this row are {sums} {parts}, and it lacks what each of these has: it is taken for \
                     their sum and not counted"
                ),
                "nothing, if it is a sum; otherwise a reference of its own",
                Effect::RowLeftOut,
            ),
            Evidence::Amounts => (
                Severity::Warning,
                format!(
                    "the amounts of this row are {sums} {parts}, which is hardly chance: it is taken for their sum and not \
                     counted"
                ),
                "nothing, if it is a sum; otherwise a reference of its own, or a total row that counts it",
                Effect::RowLeftOut,
            ),
            Evidence::Undecided => (
                Severity::Error,
                format!(
                    "the amounts of this row are {sums} {parts}, and nothing says whether it is their sum or a row of its \
                     own: it is not counted"
                ),
                "\"Total\" before its name, if it is a sum; otherwise a reference of its own, or a total row that counts it",
                Effect::RowLeftOut,
            ),
            Evidence::Chance => (
                Severity::Warning,
                format!(
                    "the amounts of this row are {sums} {parts}, and it counts beside them: nothing else says that it is \
                     their sum"
                ),
                "nothing, if it is a row of its own; if it is a sum, \"Total\" before its name, or a total row that does not \
                 count it",
                Effect::Used,
            ),
        };
        // What is wrong in a row that does not count may be wrong in the rows that do.
        let severity = if group.has_slip() && severity == Severity::Information { Severity::Warning } else { severity };
        self.tell_row(row, cells, severity, what, expected, effect);
        effect == Effect::RowLeftOut
    }
}

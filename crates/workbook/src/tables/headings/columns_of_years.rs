//! Columns that hold one column of the table for a year each: "Provider | 2026/27 £m | 2027/28 £m" is a contract of each year.
//!
//! The year stands in the heading, alone or beside the words of a column, or above it with these words below. What is written
//! below a year alone are the words above it, or else the one amount that the rows of the table are about. The sheet is then read
//! once for each year, each time with the columns of that year alone, so that every cell keeps its place.

use super::header_row::{FoundColumn, HeaderRow, words_at};
use super::of_year::{OfYear, column_of_year};
use crate::answers::Answers;
use crate::cells::{Heading, key_of, only, without_years, years_in};
use crate::headings::TableNames;
use crate::sheet::Sheet;
use one_plan_model::plan::{ColumnKind, Contract, Reserve, RowType, Table};
use one_plan_model::quantity::FinancialYear;
use std::collections::BTreeSet;

/// A column of the sheet that is of one year.
struct ColumnOfYear {
    year: FinancialYear,
    found: FoundColumn,
}

impl HeaderRow {
    /// The headings of each year, where columns of the sheet are of one year each and no column gives the year of a row; nothing
    /// otherwise, and nothing where a column of the same meaning names no year: of which it is nobody can say.
    pub fn of_each_year(&self, sheet: &Sheet, table: Table, names: &TableNames, answers: &Answers) -> Vec<Self> {
        let Some(at) = column_of_year(table).filter(|at| !self.has(*at)) else { return Vec::new() };
        let headed = self.headed_columns().into_iter();
        let of_years: Vec<ColumnOfYear> = headed
            .filter_map(|column| self.column_of_year(sheet, column, table, (names, answers)))
            .filter(|of| of.found.table_column != at)
            .collect();
        let is_of_year = |column: u32| of_years.iter().any(|of| of.found.sheet_column == column);
        let is_undated = |of: &FoundColumn| {
            !is_of_year(of.sheet_column) && of_years.iter().any(|other| other.found.table_column == of.table_column)
        };
        if self.columns.iter().any(is_undated) {
            return Vec::new();
        }
        let years: BTreeSet<FinancialYear> = of_years.iter().map(|of| of.year).collect();
        let header = |(nth, year): (usize, FinancialYear)| {
            let (own, others): (Vec<&ColumnOfYear>, Vec<&ColumnOfYear>) =
                of_years.iter().partition(|of| of.year == year);
            let columns = |of: &[&ColumnOfYear]| of.iter().map(|of| of.found.sheet_column).collect::<Vec<u32>>();
            let of_year = OfYear { year, own: columns(&own), others: columns(&others), is_first: nth == 0 };
            self.with_columns_of((table, of_year), &own, &is_of_year, sheet)
        };
        years.into_iter().enumerate().map(header).collect()
    }

    /// The same headings with the columns of one year alone.
    fn with_columns_of(
        &self,
        (table, of_year): (Table, OfYear),
        own: &[&ColumnOfYear],
        is_of_year: &dyn Fn(u32) -> bool,
        sheet: &Sheet,
    ) -> Self {
        let mut header = Self { of_year: Some(of_year), ..self.clone() };
        header.columns.retain(|of| !is_of_year(of.sheet_column));
        if header.of_year.as_ref().is_some_and(|of| !of.others.is_empty()) {
            header.leave_amounts_of_no_year(sheet, table);
        }
        header.others.retain(|(column, _)| !is_of_year(*column));
        header.repeated.retain(|(column, ..)| !is_of_year(*column));
        for of in own {
            if header.has(of.found.table_column) {
                let words = sheet.cell(self.row, of.found.sheet_column).shown();
                header.repeated.push((of.found.sheet_column, words, of.found.table_column));
            } else {
                header.columns.push(of.found.clone());
            }
        }
        header.columns.sort_by_key(|of| of.sheet_column);
        header.take_row_of_units(sheet);
        header
    }

    /// Beside columns of several years, amounts of which no heading says the year are of none of them: read with each, they would
    /// count so many times.
    fn leave_amounts_of_no_year(&mut self, sheet: &Sheet, table: Table) {
        let is_amount = |of: &FoundColumn| {
            let kind = table.columns().get(of.table_column).map(|of| of.kind);
            matches!(kind, Some(ColumnKind::Money | ColumnKind::Count))
        };
        let (left, kept): (Vec<FoundColumn>, Vec<FoundColumn>) =
            std::mem::take(&mut self.columns).into_iter().partition(is_amount);
        self.columns = kept;
        self.others.extend(self.details.drain(..).map(|of| (of.sheet_column, of.words)));
        self.others.extend(left.into_iter().map(|of| (of.sheet_column, sheet.cell(self.row, of.sheet_column).shown())));
        self.others.sort_by_key(|(column, _)| *column);
    }

    /// What a column is for which year: nothing where it names none, or where it is not known what it holds.
    fn column_of_year(
        &self,
        sheet: &Sheet,
        column: u32,
        table: Table,
        (names, answers): (&TableNames, &Answers),
    ) -> Option<ColumnOfYear> {
        let words = words_at(sheet, self.row, column);
        let over = words_over(sheet, self.row, column);
        let year = only(years_in(&words)).or_else(|| only(years_in(&over)))?;
        let (own, above) = (Heading::of(&without_years(&words)), Heading::of(&without_years(&over)));
        let said = answers.column(table, &Heading::of(&words).key_of_answers());
        let known = |key: &str| names.column(table, key);
        let (table_column, key) = match said {
            Some(said) => (said?, own.key),
            None if !own.key.is_empty() => (known(&own.key)?, own.key),
            None if !above.key.is_empty() => (known(&above.key)?, above.key),
            None => {
                let column = amount_of(table)?;
                let name = table.columns().get(column)?.other_names().first();
                (column, name.map(|name| key_of(name)).unwrap_or_default())
            }
        };
        let mut heading =
            Heading { key, unit: own.unit.or(above.unit), is_percent: own.is_percent || above.is_percent };
        // Units in a row of their own were read for the columns that are known.
        if self.first_row > self.row.saturating_add(1) {
            let below = Heading::of(&sheet.cell(self.row.saturating_add(1), column).shown());
            heading.unit = heading.unit.or(below.unit);
            heading.is_percent |= below.is_percent;
        }
        let is_number = table.columns().get(table_column)?.kind.is_number();
        let is_right = is_number && (said.is_some() || !heading.contradicts(table, table_column));
        is_right.then_some(ColumnOfYear { year, found: FoundColumn { sheet_column: column, table_column, heading } })
    }
}

/// The words in the row above headings that stand over a column: those of a merged cell, or of the cell itself or the next one to the
/// left of it, as far as its group goes. What stands in the first column is a title.
fn words_over(sheet: &Sheet, row: u32, column: u32) -> String {
    let Some(above) = row.checked_sub(1) else { return String::new() };
    let first = sheet.first_column();
    let holds = |area: &&crate::sheet::Area| {
        (area.first_row..=area.last_row).contains(&above) && (area.first_column..=area.last_column).contains(&column)
    };
    if let Some(area) = sheet.merged.iter().find(holds) {
        let is_title = area.first_column == first && area.last_column > first;
        return if is_title { String::new() } else { sheet.cell(area.first_row, area.first_column).shown() };
    }
    let cells = (first..).zip(sheet.cells_of(above));
    let filled: Vec<u32> = cells.filter(|(at, cell)| *at > first && !cell.is_empty()).map(|(at, _)| at).collect();
    // Groups of columns are as wide as the narrowest of them: what stands behind the last is of none.
    let width = filled.windows(2).filter_map(|pair| pair.last()?.checked_sub(*pair.first()?)).min();
    let left = filled.iter().rev().find(|at| **at <= column);
    let left = left.filter(|at| width.is_none_or(|width| column.saturating_sub(**at) < width));
    left.map_or_else(String::new, |at| sheet.cell(above, *at).shown())
}

/// The amount that a year alone stands over: of a contract what both sides agreed, of a reserve what is set aside, and of any other
/// table its only number.
fn amount_of(table: Table) -> Option<usize> {
    match table {
        Table::Contract => Some(usize::from(Contract::value.position())),
        Table::Reserve => Some(usize::from(Reserve::amount.position())),
        _ => {
            let mut numbers = table.columns().iter().enumerate().filter(|(_, column)| column.kind.is_number());
            let (first, _) = numbers.next()?;
            numbers.next().is_none().then_some(first)
        }
    }
}

//! The tables that the rows of a tracker become for one year: lists of schemes, schemes, and how they go.

use super::header::{LeftAlone, TrackerColumn};
use super::plan::{SchemeLists, monitoring_tables, note_adjustments, table_of_schemes};
use super::reading::{Reader, SchemeRow, UsedByTrackers};
use super::rows::{CellsOfRows, SchemeRows};
use crate::cells::identifier_of;
use crate::headings::Field;
use crate::issues::{Effect, Severity};
use crate::tables::TableRows;
use crate::vocabulary::Follows;
use one_plan_model::plan::Table;
use std::collections::BTreeMap;

impl Reader<'_> {
    /// The rows of tables that it becomes for one year.
    pub(super) fn tables(&mut self, name: &str, used: &mut UsedByTrackers) -> Vec<TableRows> {
        let rows = SchemeRows::of(CellsOfRows {
            sheet: self.sheet,
            place: self.place,
            header: self.header,
            year: self.year,
            are_schemes: self.follows == Follows::Schemes,
            amount: &|row, column| self.amount(row, column).ok().and_then(|(text, _)| text),
            says: &|row, field| self.words(row, field).is_some(),
        });
        if self.follows == Follows::Schemes {
            self.fill_names_written_once(&rows.rows);
        }
        let mut adjustments = BTreeMap::new();
        let mut schemes = Vec::with_capacity(rows.rows.len());
        let list = used.take_list(identifier_of(name).unwrap_or_else(|| "tracker".to_owned()));
        let mut other_rows = rows.other;
        let mut left = Vec::new();
        for row in &rows.rows {
            let name = self.words(*row, Field::Line).or_else(|| self.words(*row, Field::Name));
            if name.is_some_and(|name| self.follows != Follows::Schemes && Follows::is_what_is_left(&name)) {
                other_rows.totals += 1;
                left.push(*row);
                let what = "this is what the other lines leave, and no line of its own: it is not added".to_owned();
                self.tell(
                    Severity::Information,
                    *row,
                    Field::Line,
                    what,
                    "nothing, if that is meant",
                    Effect::RowLeftOut,
                );
                continue;
            }
            if self.is_of_other_years(*row) || !self.is_of_this_year(*row) {
                continue;
            }
            let scheme = self.scheme_row(*row, &mut adjustments, used);
            self.rows_read.insert(*row);
            schemes.push(scheme);
        }
        if self.follows == Follows::Schemes {
            self.turn_income(&mut schemes);
        }
        let told = self.month.filter(|_| self.year == self.year_of_others);
        self.drop_months_to_come(&mut schemes);
        self.tell_last_month(told, &schemes);
        self.check_variances_of_months(&schemes);
        self.tell_what_is_left(&left, &schemes);
        self.tell_parts(&schemes);
        self.issues.extend(rows.issues);
        let mut tables = Vec::new();
        if self.follows == Follows::Schemes {
            let (lists, of_lists) = SchemeLists::of(self, &list, name, &schemes, used);
            tables.push(of_lists);
            let mut of_schemes = table_of_schemes(self, &lists, &schemes);
            let left_out =
                std::mem::take(&mut self.without_year).into_iter().chain(rows.undecided).chain(rows.set_aside);
            let left_out: Vec<SchemeRow> = left_out.map(|row| self.scheme_row(row, &mut adjustments, used)).collect();
            of_schemes.rejected = table_of_schemes(self, &lists, &left_out).given;
            tables.push(of_schemes);
        }
        if self.is_monitored() {
            tables.extend(monitoring_tables(self, &schemes));
        }
        note_adjustments(&mut tables, self.header, &adjustments);
        tables.retain(|table| !table.given.is_empty());
        if let Some(table) = tables.iter_mut().find(|table| table.table != Table::SchemeList) {
            table.other_rows = other_rows;
        }
        tables
    }

    /// Whether a row has amounts, and all of them are of other years.
    fn is_of_other_years(&self, row: u32) -> bool {
        let is_filled = |column: &TrackerColumn| column.is_filled(self.sheet, row);
        let mut amounts = self.header.columns.iter().filter(|column| column.amount().is_some());
        !amounts.any(is_filled)
            && self.header.columns.iter().any(|column| column.left == Some(LeftAlone::OfOtherYear) && is_filled(column))
    }
}

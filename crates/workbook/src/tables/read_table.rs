//! Reads a sheet as a table.

use super::columns::{NamedAfter, base_of};
use super::headings::HeaderRow;
use super::table_rows::TableRows;
use super::years::{ToldElsewhere, YearOfRows};
use crate::headings::TableNames;
use crate::issues::Place;
use crate::sheet::Sheet;
use one_plan_model::plan::{ColumnKind, Table};

impl TableRows {
    /// Reads the rows of a sheet below its headings.
    pub fn read(
        sheet: &Sheet,
        place: Place,
        table: Table,
        header: HeaderRow,
        names: &TableNames,
        elsewhere: &ToldElsewhere,
    ) -> Self {
        let unit_column = table.columns().iter().position(|column| matches!(column.kind, ColumnKind::MoneyUnit));
        let mut columns: Vec<usize> = header.columns.iter().map(|column| column.table_column).collect();
        if table.has_identifiers() && !columns.contains(&0) {
            columns.push(0);
        }
        columns.extend(unit_column.filter(|unit| !header.has(*unit)));
        let year = YearOfRows::of(sheet, table, &header, elsewhere);
        columns.extend(year.map(|year| year.column));
        let named_after = NamedAfter::of(table, &header);
        columns.extend(named_after.map(NamedAfter::column));
        columns.extend(base_of(table, &header));
        let mut rows = Self::new(table, place, header, columns);
        rows.tell_other_columns(sheet, names);
        rows.read_rows(sheet, unit_column, year, names);
        // Of rows that are called after their year it is said with that.
        let is_called_after =
            rows.header.of_year.as_ref().is_some_and(|of| table.has_identifiers() && !of.others.is_empty());
        if let Some(year) = year.filter(|_| !rows.given.is_empty() && !is_called_after) {
            rows.tell_year(year);
        }
        if let Some(of) = named_after.filter(|_| !rows.given.is_empty()) {
            rows.name_after(of);
        }
        rows.tell_years_apart();
        rows.tell_bases();
        rows.check_scores(sheet);
        rows.tell_pounds_left_alone(sheet);
        rows
    }
}

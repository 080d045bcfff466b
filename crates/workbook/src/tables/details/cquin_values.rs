//! What each indicator of a CQUIN schedule is worth: it follows from its weight and the value of its scheme, and is held against that.

use crate::cells::{Heading, UsedIdentifiers, identifier_of, number_of};
use crate::headings::NAME;
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::Sheet;
use crate::tables::headings::{Detail, DetailColumn, FoundColumn, HeaderRow};
use crate::tables::table_rows::TableRows;
use one_plan_model::plan::{CquinMilestone, RowType, StatedFigure, Table};
use one_plan_model::quantity::{Decimal, MoneyUnit};

impl TableRows {
    /// Gives each row the identifier that is made of its name, so that other rows can refer to it whatever else is called so.
    pub(super) fn name_rows(&mut self) {
        let mut used = UsedIdentifiers::default();
        self.given.rows().filter_map(|row| self.given.cell(row, 0)).for_each(|id| used.note(id.trim().to_owned()));
        for row in self.given.rows() {
            if self.given.cell(row, 0).is_some() {
                continue;
            }
            let identifier = self.given.cell(row, NAME).and_then(identifier_of).map(|made| used.take(made));
            self.given.set(row, 0, identifier.map(Into::into));
        }
    }

    /// The identifier of a row as other rows refer to it; nothing where the sheet gives it to several.
    pub(super) fn reference_of(&self, row: u32) -> Option<String> {
        let own = self.given.cell(row, 0)?.trim();
        let as_often = self.given.rows().filter(|other| self.given.cell(*other, 0).map(str::trim) == Some(own)).count();
        if as_often > 1 { None } else { identifier_of(own) }
    }

    /// The printed value of each indicator.
    pub(super) fn stated_values(&mut self, sheet: &Sheet) -> Vec<Self> {
        let Some((column, unit)) = value_column(&self.header) else { return Vec::new() };
        let (column, words) = (column.sheet_column, column.words.trim().to_owned());
        let [figure, value, unit_column, label] =
            [StatedFigure::figure, StatedFigure::value, StatedFigure::unit, StatedFigure::label]
                .map(|of| usize::from(of.position()));
        let mut list = self.list_of(Table::StatedFigure, (column, value), &[figure, unit_column, label]);
        for (row, at) in self.given.rows().zip(self.positions.clone()) {
            let cell = sheet.cell(at, column);
            if cell.is_empty() {
                continue;
            }
            let (Some(number), Some(id)) = (number_of(cell), self.reference_of(row)) else {
                self.say_detail(
                    sheet,
                    (at, column),
                    "this value of an indicator cannot be read, or whose it is cannot be told",
                );
                continue;
            };
            let figure = format!("cquin.indicator.{id}.value");
            let texts = [number.to_string(), figure, unit.symbol().to_owned(), words.clone()];
            list.given.push(texts.map(|text| Some(text.into())));
            list.positions.push(at);
        }
        vec![list]
    }

    /// A list of rows of another table, of which one column stands in the sheet and others are made.
    pub(super) fn list_of(&self, table: Table, (sheet_column, column): (u32, usize), made: &[usize]) -> Self {
        let header = HeaderRow {
            columns: vec![FoundColumn { sheet_column, table_column: column, heading: Heading::default() }],
            others: Vec::new(),
            repeated: Vec::new(),
            details: Vec::new(),
            of_whole: self.header.headed_columns(),
            ..self.header.clone()
        };
        let columns = std::iter::once(column).chain(made.iter().copied()).collect();
        Self::new(table, self.place, header, columns)
    }

    /// Reports a cell of which no row of the other table is made.
    pub(super) fn say_detail(&mut self, sheet: &Sheet, (row, column): (u32, u32), what: &str) {
        self.issues.push(Issue {
            severity: Severity::Error,
            place: self.place.cell(row, column),
            column: Some((self.table, None)),
            value: sheet.cell(row, column).shown(),
            what: what.to_owned(),
            expected: format!(
                "a number, and a reference or a name that no other row has; or a sheet \"{}\"",
                <CquinMilestone as RowType>::TABLE.name()
            ),
            effect: Effect::CellLeftOut,
        });
    }
}

/// The column of what the indicators of a sheet are worth, and its unit.
fn value_column(header: &HeaderRow) -> Option<(&DetailColumn, MoneyUnit)> {
    let column = *header.details_of(|of| of == Detail::Value).first()?;
    Some((column, column.heading.unit.or(header.unit_of_others())?))
}

/// What the indicators of some rows are worth together, in the unit of their column, where each of them says it.
pub(crate) fn values_of(
    rows: &TableRows,
    sheet: &Sheet,
    is_wanted: &dyn Fn(u32) -> bool,
) -> Option<(Decimal, MoneyUnit)> {
    let (column, unit) = value_column(&rows.header)?;
    let wanted = rows.given.rows().zip(&rows.positions).filter(|(row, _)| is_wanted(*row));
    let sum = wanted
        .map(|(_, at)| number_of(sheet.cell(*at, column.sheet_column)))
        .try_fold(Decimal::ZERO, |sum, number| sum.checked_add(number?))?;
    (!sum.is_zero()).then_some((sum, unit))
}

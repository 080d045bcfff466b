//! The rows of one year of a sheet that has columns for several: a contract that begins next year has no row in this one.

use crate::cells::{Heading, UsedIdentifiers, identifier_of, text_of};
use crate::headings::NAME;
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::{Cell, Sheet};
use crate::tables::table_rows::TableRows;
use one_plan_model::plan::{ColumnKind, Identifier};

/// What stands between a name and its year, and the number of one of several rows of that name.
const ROOM: usize = 6;

impl TableRows {
    /// Whether a row says nothing of the year that is read, and something of another. What says nothing of any year is read with
    /// the first.
    pub(super) fn is_of_another_year(&self, sheet: &Sheet, row: u32) -> bool {
        let Some(of) = &self.header.of_year else { return false };
        let says = |columns: &[u32]| columns.iter().any(|column| says_something(sheet.cell(row, *column)));
        !says(&of.own) && (!of.is_first || says(&of.others))
    }

    /// Whether a row has an amount of a year that is not read now.
    pub(super) fn has_amount_of_another_year(&self, sheet: &Sheet, row: u32) -> bool {
        let others = self.header.of_year.iter().flat_map(|of| of.others.iter());
        others.into_iter().any(|column| says_something(sheet.cell(row, *column)))
    }

    /// Puts the year to the identifiers and the names of rows of which the same sheet has others for other years.
    pub(in crate::tables) fn tell_years_apart(&mut self) {
        let is_any = self.table.has_identifiers() && !self.given.is_empty();
        let Some(of) = self.header.of_year.clone().filter(|of| is_any && !of.others.is_empty()) else { return };
        let mut used = UsedIdentifiers::default();
        let year = identifier_of(&of.year.to_string()).unwrap_or_default();
        let most = Identifier::LONGEST.saturating_sub(year.len()).saturating_sub(ROOM);
        for row in self.given.rows() {
            let text = |column: usize| self.given.cell(row, column).map(|text| text.trim().to_owned());
            let name = text(NAME);
            let given = text(0);
            if let Some(mut called) = given.as_ref().or(name.as_ref()).and_then(|called| identifier_of(called)) {
                called.truncate(most);
                let called = called.trim_end_matches('-').to_owned();
                // What is given twice is reported: only what is made of names is told apart by numbers.
                let called = if given.is_some() { called } else { used.take(called) };
                self.given.set(row, 0, Some(format!("{called}-{year}").into()));
            }
            if let Some(name) = name {
                self.given.set(row, NAME, Some(format!("{name}, {}", of.year).into()));
            }
        }
        self.issues.push(Issue {
            severity: Severity::Information,
            place: self.place.row(self.header.row),
            column: Some((self.table, Some(NAME))),
            value: of.year.to_string(),
            what: format!(
                "columns are of one year each: a row is made of each for {}, and is called after it and the year",
                of.year
            ),
            expected: "nothing, if that is meant; otherwise a row for each year, with a column \"year\"".to_owned(),
            effect: Effect::Used,
        });
    }
}

/// Whether a cell holds an amount, or what should be one: a dash and "n/a" say that there is none.
fn says_something(cell: &Cell) -> bool {
    !matches!(text_of(ColumnKind::Money, cell, &Heading::default()), Ok((None, _)))
}

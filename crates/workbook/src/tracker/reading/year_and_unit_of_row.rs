//! For which year a row is, and in which unit its amounts are, where rows say it themselves.

use super::reader::Reader;
use crate::cells::{unit_in, year_in};
use crate::headings::Field;
use crate::issues::{Effect, Severity};
use crate::tracker::header::TrackerColumn;
use one_plan_model::plan::CellProblem;
use one_plan_model::quantity::{FinancialYear, MoneyUnit};

impl Reader<'_> {
    /// Says that "Year 1" is read as a year, at the first row that says such a one.
    pub(crate) fn tell_years_of_rows(&mut self, first_row: Option<u32>, first: Option<FinancialYear>) {
        if let Some((row, first)) = first_row.zip(first) {
            let what = format!(
                "the first year of the rows is read as {first}, the year that is told of all, and each next one as the year after"
            );
            let expected = "nothing, if that is meant; otherwise the financial year of each row, such as 2026/27";
            self.tell(Severity::Information, row, Field::Year, what, expected, Effect::Used);
        }
    }

    /// Whether a row is of the year for which the tracker is read. What says no year is of the one that is told elsewhere, or
    /// the first; words that are no year leave it open, and the row is left out.
    pub(crate) fn is_of_this_year(&mut self, row: u32) -> bool {
        let Some(column) = self.header.column(Field::Year) else { return true };
        let at = column.at;
        let first = self.merged.first_row(row, at).unwrap_or(row);
        let cell = self.sheet.cell(first, at);
        if let Some(year) = year_in(cell) {
            return year == self.year;
        }
        let expected = "the financial year of the row, such as 2026/27";
        if !cell.is_empty() {
            let what =
                "this is no financial year: for which year the row is cannot be told, and it is left out".to_owned();
            self.tell(Severity::Error, row, Field::Year, what, expected, Effect::RowLeftOut);
            // It is left out once, and not of every year.
            if !self.is_further_year {
                self.without_year.push(row);
            }
            return false;
        }
        let what = format!("no year stands in this row: it is read for {}", self.year_of_others);
        self.tell(Severity::Warning, row, Field::Year, what, expected, Effect::Used);
        self.year == self.year_of_others
    }

    /// The unit of an amount: that of its heading, of its row, or of all others.
    pub(super) fn unit_of(&self, row: u32, column: &TrackerColumn) -> Result<MoneyUnit, CellProblem> {
        let of_all = column.unit.or(self.unit_of_others);
        let Some(cell) = self.header.column(Field::Unit).map(|units| self.sheet.cell(row, units.at)) else {
            return Ok(of_all.unwrap_or(self.unit));
        };
        let problem = |what: String, expected: &str| CellProblem { what, expected: expected.to_owned() };
        match (unit_in(cell), column.unit) {
            (Some(own), Some(of_heading)) if own != of_heading => Err(problem(
                format!("the heading says {}, and the unit of the row {}", of_heading.symbol(), own.symbol()),
                "one unit for each amount",
            )),
            (Some(own), _) => Ok(own),
            (None, _) if !cell.is_empty() && column.unit.is_none() => Err(problem(
                format!("\"{}\" is the unit of the row, and no unit of money", cell.shown()),
                "a unit of money such as £000 in each row",
            )),
            (None, _) => of_all.ok_or_else(|| {
                problem("no unit stands in this row".to_owned(), "a unit of money such as £000 in each row")
            }),
        }
    }
}

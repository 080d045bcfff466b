//! A tracker while it is read for one year: what is known of it, and what was said and asked so far.

use crate::answers::Mapping;
use crate::cells::{DecimalComma, MergedRows};
use crate::headings::Field;
use crate::issues::{Asks, Effect, Issue, Place, Question, Severity};
use crate::sheet::Sheet;
use crate::tracker::header::TrackerHeader;
use crate::vocabulary::Follows;
use one_plan_model::plan::Table;
use one_plan_model::quantity::{FinancialYear, MoneyUnit};
use std::collections::{BTreeMap, BTreeSet};

/// Reads one tracker.
pub struct Reader<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// Where it is.
    pub place: Place,
    /// Its headings.
    pub header: &'a TrackerHeader,
    /// What a person said.
    pub mapping: &'a Mapping,
    /// The unit of the amounts of its rows.
    pub unit: MoneyUnit,
    /// The unit of amounts whose heading gives none.
    pub(crate) unit_of_others: Option<MoneyUnit>,
    /// How its decimals are set apart.
    pub(crate) decimal_comma: DecimalComma,
    /// What its rows are.
    pub follows: Follows,
    /// The year for which it is read.
    pub year: FinancialYear,
    /// All years for which it is read, in words.
    pub(crate) all_years: String,
    /// The year of rows that say none, where others do.
    pub(crate) year_of_others: FinancialYear,
    /// Whether it was read for an earlier year before.
    pub is_further_year: bool,
    /// The month up to which figures to date go.
    pub month: Option<u8>,
    /// Its cells that are merged over several rows.
    pub(crate) merged: MergedRows,
    /// Names that stand once for several rows: the row and the column of an empty cell, and the row of its name.
    pub(crate) written_once: BTreeMap<(u32, u32), u32>,
    /// The rows that say a year that is none.
    pub(crate) without_year: Vec<u32>,
    /// The rows that were read as schemes or lines.
    pub(crate) rows_read: BTreeSet<u32>,
    /// What is to be said.
    pub issues: Vec<Issue>,
    /// What only a person can say.
    pub questions: Vec<Question>,
}

impl Reader<'_> {
    /// Whether the sheet says how the year goes, and not only which schemes there are.
    pub(crate) fn is_monitored(&self) -> bool {
        self.follows != Follows::Schemes
            || self.header.columns.iter().any(|column| column.field.is_some_and(Field::is_of_monitoring))
    }

    /// Says something of the cell of a field.
    pub fn tell(&mut self, severity: Severity, row: u32, field: Field, what: String, expected: &str, effect: Effect) {
        self.issues.push(self.issue(severity, row, field, what, expected, effect));
    }

    /// What is to be said of the cell of a field.
    pub(super) fn issue(
        &self,
        severity: Severity,
        row: u32,
        field: Field,
        what: String,
        expected: &str,
        effect: Effect,
    ) -> Issue {
        let at = self.header.column(field).map(|column| column.at);
        Issue {
            severity,
            place: Place { row: Some(row), column: at, ..self.place },
            column: Some((Table::Scheme, None)),
            value: at.map(|at| self.sheet.cell(row, at).shown()).unwrap_or_default(),
            what,
            expected: expected.to_owned(),
            effect,
        }
    }

    /// Asks something of the sheet.
    pub fn ask(&mut self, asks: Asks, column: Option<u32>, value: String, question: String, candidates: Vec<String>) {
        let sheet = (self.place.file, self.place.sheet.unwrap_or_default());
        self.questions.push(Question::Tracker { sheet, column, asks, value, question, candidates });
    }
}

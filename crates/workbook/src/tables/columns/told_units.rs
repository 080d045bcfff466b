//! What is said of the year and of the unit that rows of a table have though no column says it.

use crate::issues::{Effect, Issue, Severity};
use crate::sheet::Sheet;
use crate::tables::headings::FoundColumn;
use crate::tables::table_rows::TableRows;
use crate::tables::years::YearOfRows;
use one_plan_model::plan::ColumnKind;
use one_plan_model::quantity::MoneyUnit;

impl TableRows {
    /// Says of which year rows are that do not say it themselves.
    pub(crate) fn tell_year(&mut self, of: YearOfRows) {
        self.issues.push(Issue {
            severity: Severity::Information,
            place: self.place.row(self.header.row),
            column: Some((self.table, Some(of.column))),
            value: of.year.to_string(),
            what: format!("no column gives the year: it is taken to be {}, from {}", of.year, of.from),
            expected: "nothing, if that is meant; otherwise a column \"year\"".to_owned(),
            effect: Effect::Used,
        });
    }

    /// Says of headings without a unit which unit their amounts have, and why.
    pub(super) fn tell_units(&mut self, sheet: &Sheet) {
        let money = self.header.columns.iter().filter(|column| {
            matches!(self.table.columns().get(column.table_column).map(|of| of.kind), Some(ColumnKind::Money))
        });
        let money: Vec<&FoundColumn> = money.collect();
        self.issues.extend(self.contradicting_unit(sheet, &money));
        let without: Vec<(u32, usize)> = money
            .iter()
            .filter(|column| column.heading.unit.is_none())
            .map(|column| (column.sheet_column, column.table_column))
            .collect();
        if without.is_empty() {
            return;
        }
        if let Some((unit, row, column)) = self.header.unit_above {
            self.issues.push(Issue {
                severity: Severity::Information,
                place: self.place.cell(row, column),
                column: Some((self.table, None)),
                value: sheet.cell(row, column).shown(),
                what: format!(
                    "the unit {} stands above the table and is taken for all amounts without one",
                    unit.symbol()
                ),
                expected: "nothing, if that is meant".to_owned(),
                effect: Effect::Used,
            });
        } else if let Some(unit) = self.header.unit_of_others() {
            for (column, table_column) in without {
                self.issues.push(Issue {
                    severity: Severity::Information,
                    place: self.place.cell(self.header.row, column),
                    column: Some((self.table, Some(table_column))),
                    value: sheet.cell(self.header.row, column).shown(),
                    what: format!(
                        "this heading gives no unit, and its amounts are taken in {}, as others are",
                        unit.symbol()
                    ),
                    expected: "nothing, if that is meant; otherwise a unit in the heading".to_owned(),
                    effect: Effect::Used,
                });
            }
        }
    }

    /// That the headings say another unit than what stands above the table. Where that is the unit of some, the others are exceptions.
    fn contradicting_unit(&self, sheet: &Sheet, money: &[&FoundColumn]) -> Option<Issue> {
        let (above, row, at) = self.header.unit_above?;
        if money.iter().any(|column| column.heading.unit.is_none_or(|unit| unit == above)) {
            return None;
        }
        let others = || money.iter().filter(|column| column.heading.unit.is_some_and(|unit| unit != above));
        let first = others().next()?;
        let heading = sheet.cell(self.header.row, first.sheet_column).shown();
        let more = match others().count() {
            0 | 1 => " says".to_owned(),
            2 => " and 1 more heading say".to_owned(),
            count => format!(" and {} more headings say", count - 1),
        };
        let unit = first.heading.unit.map(MoneyUnit::symbol).unwrap_or_default();
        Some(Issue {
            severity: Severity::Warning,
            place: self.place.cell(row, at),
            column: Some((self.table, Some(first.table_column))),
            value: sheet.cell(row, at).shown(),
            what: format!(
                "{} stands above the table, and \"{}\"{more} {unit}: the unit of the heading counts, for it stands nearer to the \
                 amounts",
                above.symbol(),
                heading.trim()
            ),
            expected: "one unit for all amounts, said once; nothing, if each heading is right".to_owned(),
            effect: Effect::Used,
        })
    }
}

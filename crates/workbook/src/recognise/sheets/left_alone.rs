//! What is said and asked of a sheet, or of a part of one, that is not read.

use crate::issues::{Effect, Issue, Place, Question, Severity};
use crate::recognise::recognised::Recognised;
use crate::sheet::Sheet;
use crate::tables::MonthsAcross;
use one_plan_model::plan::Table;

impl Recognised {
    /// Asks which table a sheet is.
    pub(crate) fn ask_sheet(&mut self, sheet: &Sheet, place: Place, candidates: Vec<Table>, is_pressing: bool) {
        self.questions.push(Question::Sheet {
            sheet: (place.file, place.sheet.unwrap_or_default()),
            name: sheet.name.clone(),
            candidates,
            is_pressing,
        });
    }

    /// Says of a sheet that is no table that it is left alone: because of its months, if it has them beside one another, or
    /// else why.
    pub(crate) fn leave_unknown(&mut self, sheet: &Sheet, place: Place, why: &str) {
        match MonthsAcross::of(sheet) {
            Some(months) => self.issues.push(months.issue(sheet, place, None)),
            None => self.leave_alone(sheet, place, why),
        }
    }

    pub(crate) fn leave_alone(&mut self, sheet: &Sheet, place: Place, why: &str) {
        self.issues.push(Issue {
            severity: Severity::Information,
            place,
            column: None,
            value: sheet.name.clone(),
            what: format!("the sheet \"{}\" is left alone: {why}", sheet.name),
            expected: "nothing, if the plan does not need it; otherwise the name of a table as the name of the sheet"
                .to_owned(),
            effect: Effect::LeftAlone,
        });
    }

    /// Says of what stands beside a table that it is not read: it could be taken for more columns of that table.
    pub(crate) fn leave_beside(&mut self, sheet: &Sheet, place: Place, (row, column): (u32, u32)) {
        self.issues.push(Issue {
            severity: Severity::Warning,
            place: place.cell(row, column),
            column: None,
            value: sheet.cell(row, column).shown(),
            what: "what begins here stands beside a table, after an empty column, is no part of it, and has the headings of no \
                   other table: it is not read"
                .to_owned(),
            expected: "a sheet of its own that is called after a table, with the headings of that table; or no empty column, if \
                       it belongs to the table beside it"
                .to_owned(),
            effect: Effect::LeftAlone,
        });
    }

    /// Says of a tracker whose plan and actual stand one below the other what it could be read as.
    pub(crate) fn leave_kinds_in_rows(&mut self, sheet: &Sheet, place: Place, (row, column): (u32, u32)) {
        self.issues.push(Issue {
            severity: Severity::Error,
            place: place.cell(row, column),
            column: None,
            value: sheet.cell(row, column).shown(),
            what: format!(
                "the sheet \"{}\" is a tracker, and it is not read: the plan and the actual of each scheme stand in rows of their \
                 own, as this column says",
                sheet.name
            ),
            expected: "one row for each scheme: the months of the plan with \"Plan\" over them, and beside them those of the actual \
                       with \"Actual\" over them"
                .to_owned(),
            effect: Effect::LeftAlone,
        });
    }

    pub(crate) fn no_headings(&mut self, sheet: &Sheet, place: Place, table: Table) {
        if let Some(months) = MonthsAcross::of(sheet) {
            return self.issues.push(months.issue(sheet, place, Some(table)));
        }
        let columns: Vec<&str> = table.columns().iter().map(|column| column.name).collect();
        self.issues.push(Issue {
            severity: Severity::Error,
            place,
            column: Some((table, None)),
            value: sheet.name.clone(),
            what: format!(
                "the sheet \"{}\" is called like a table, and no row of it holds headings of that table",
                sheet.name
            ),
            expected: format!("a row with some of the headings {}", columns.join(", ")),
            effect: Effect::LeftAlone,
        });
    }
}

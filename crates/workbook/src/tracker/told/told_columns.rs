//! Which columns of a tracker are not read, and why.

use super::about_column::AboutColumn;
use crate::headings::Field;
use crate::issues::{Asks, Effect, Headings, Issue, Severity, unread_cells};
use crate::tracker::columns::Family;
use crate::tracker::header::TrackerColumn;
use crate::tracker::reading::Reader;
use one_plan_model::plan::Table;

impl Reader<'_> {
    /// Says which columns are left alone, and why; that is a question where a month does not say what it holds.
    pub fn tell_columns(&mut self, month_is_open: bool) {
        let header = self.header;
        let families = Family::of(header);
        for column in header.columns.iter().filter(|column| column.field.is_none() || column.is_part) {
            if let Some(family) = families.iter().find(|family| family.has(column)) {
                // What holds of each of them is said once.
                if family.first == column.at {
                    self.tell_family(family, column);
                }
                continue;
            }
            // What is read is shown with what it is read as; of persons that says that they are left alone.
            let Some(AboutColumn { severity, what, expected }) = self.about_column(column) else { continue };
            let is_used =
                column.field.is_some() && column.is_part || column.field.is_none() && column.read_as().is_some();
            let effect = if is_used { Effect::Used } else { Effect::LeftAlone };
            self.tell_column(column, severity, what, expected, effect);
        }
        self.questions.extend(header.question_of_numbers(self.place));
        self.ask_for_month(month_is_open);
    }

    /// Asks up to which month figures to date go, where nothing says it.
    fn ask_for_month(&mut self, month_is_open: bool) {
        let header = self.header;
        let to_date = [Field::PlanToDate, Field::ActualToDate].into_iter().find(|field| header.has(*field));
        if let Some(field) = to_date.filter(|_| month_is_open && self.month.is_none()) {
            let what = "the figures to date are not used: up to which month they go is not said".to_owned();
            self.tell(
                Severity::Warning,
                header.row,
                field,
                what,
                "the month above the table, such as \"Month 5\"",
                Effect::LeftAlone,
            );
            self.ask(
                Asks::Month,
                None,
                String::new(),
                "Up to which month do the figures to date go?".to_owned(),
                Vec::new(),
            );
        }
    }

    /// Names what belongs to no column: below an empty heading, or above the headings.
    pub(crate) fn tell_unread_cells(&mut self) {
        let header = self.header;
        let columns: Vec<u32> = header.columns.iter().map(|column| column.at).collect();
        let headings = Headings { row: header.row, first_row: header.first_row, columns: &columns };
        self.issues.extend(unread_cells(self.sheet, self.place, Table::Scheme, headings));
    }

    pub(super) fn tell_column(
        &mut self,
        column: &TrackerColumn,
        severity: Severity,
        what: String,
        expected: &str,
        effect: Effect,
    ) {
        self.issues.push(Issue {
            severity,
            place: self.place.cell(self.header.row, column.at),
            column: Some((Table::Scheme, None)),
            value: column.words.line(),
            what,
            expected: expected.to_owned(),
            effect,
        });
    }
}

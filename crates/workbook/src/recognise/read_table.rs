//! Reads a sheet, or a part of one, as a table: once, or once for each year where its columns are of one year each.

use super::known_names::Known;
use super::recognised::Recognised;
use crate::answers::Answers;
use crate::cells::Heading;
use crate::issues::{Issue, Place, Question};
use crate::sheet::Sheet;
use crate::tables::{HeaderRow, MonthsAcross, TableRows, is_of_names};
use one_plan_model::plan::Table;
use std::collections::HashSet;

impl Recognised {
    pub(super) fn read_table(
        &mut self,
        sheet: &Sheet,
        place: Place,
        table: Table,
        header: HeaderRow,
        known: &Known<'_>,
    ) {
        let (names, answers) = (&known.names, &known.answers);
        for column in &header.columns {
            self.use_answer(table, &column.heading.key_of_answers(), answers);
        }
        let of_years = header.of_each_year(sheet, table, names, answers);
        for of_year in &of_years {
            self.use_answers_of_year(sheet, table, of_year, answers);
        }
        let header = of_years.first().cloned().unwrap_or(header);
        let months = MonthsAcross::among(header.row, header.others.iter().cloned());
        self.issues.extend(months.as_ref().map(|months| months.issue(sheet, place, Some(table))));
        let is_month = |column: u32| months.as_ref().is_some_and(|months| months.has(column));
        for (column, words) in header.others.iter().filter(|(column, _)| !is_month(*column)) {
            let heading = Heading::of(words);
            let key = heading.key_of_answers();
            self.use_answer(table, &key, answers);
            let is_answered = answers.column(table, &key).is_some();
            let mut candidates: Vec<usize> =
                names.near_columns(table, &heading).into_iter().filter(|column| !header.has(*column)).collect();
            if (candidates.is_empty() && header.lacks_its_names(table, names)) || is_of_names(table, words, names) {
                candidates = header.may_hold(sheet, table, *column);
            }
            // What is counted in a column of units without money is no question, nor is what a known heading means.
            let is_known = names.is_of_money_unit(table, &heading.key)
                || (header.of_year.is_some() && names.column(table, &heading.key).is_some());
            if !is_answered && !is_known {
                self.questions.push(Question::Column {
                    sheet: (place.file, place.sheet.unwrap_or_default()),
                    column: *column,
                    heading: words.trim().to_owned(),
                    table,
                    is_pressing: !candidates.is_empty() || header.known() == 0,
                    candidates,
                });
            }
        }
        let headers = if of_years.is_empty() { vec![header] } else { of_years };
        let mut said: HashSet<Issue> = HashSet::new();
        for header in headers {
            let mut rows = TableRows::read(sheet, place, table, header, names, &known.elsewhere);
            // What is to be said of the rows of all years is said once.
            let details = rows.details(sheet, names, &known.elsewhere);
            rows.issues.retain(|issue| said.insert(issue.clone()));
            // The template has sheets that nobody has filled.
            if !rows.given.is_empty() || !rows.issues.is_empty() {
                self.tables.push(rows);
                self.tables.extend(details.into_iter().filter(|of| !of.given.is_empty() || !of.issues.is_empty()));
            }
        }
    }

    /// What a person said of the headings of columns that are of one year each.
    fn use_answers_of_year(&mut self, sheet: &Sheet, table: Table, header: &HeaderRow, answers: &Answers) {
        for column in header.of_year.iter().flat_map(|of| &of.own) {
            let words = sheet.cell(header.row, *column).shown();
            self.use_answer(table, &Heading::of(&words).key_of_answers(), answers);
        }
    }

    fn use_answer(&mut self, table: Table, key: &str, answers: &Answers) {
        if let Some((heading, column)) = answers.said_column(table, key) {
            self.used.say_column(table, heading, column);
        }
    }
}

use super::control::ControlTotal;
use crate::issues::{Effect, Issue, Place, Question, Severity};
use crate::sheet::{SourceFile, cell_reference, column_letters};
use crate::tables::{OtherRows, TableRows};
use crate::tracker::Reading;
use one_plan_model::plan::Table;
use one_plan_model::quantity::format;
use std::fmt::Write;

/// Everything that a person should know of files that were loaded.
#[derive(Clone, Debug)]
pub struct LoadReport {
    /// The files with their sheets, by name: issues say which they are about by position.
    pub files: Vec<(String, Vec<String>)>,
    /// Which sheet was read as which table, with how many rows that are none of the table.
    pub tables: Vec<(Table, Place, OtherRows)>,
    /// Where the headings of each of them stand.
    pub headings: Vec<Place>,
    /// Rows and pounds, by table and by provider and point of delivery.
    pub control: Vec<ControlTotal>,
    /// Every problem and every remark, worst first, then in the order of the files.
    pub issues: Vec<Issue>,
    /// What only a person can say.
    pub questions: Vec<Question>,
    /// Why there can be no plan; nothing where there is one.
    pub refused: Vec<Issue>,
    /// How trackers were read, column by column: for confirmation.
    pub mapping: Vec<Reading>,
}

impl LoadReport {
    pub(super) fn new(
        files: &[SourceFile],
        lists: &[TableRows],
        control: Vec<ControlTotal>,
        mut issues: Vec<Issue>,
        questions: Vec<Question>,
        refused: Vec<Issue>,
    ) -> Self {
        for (position, file) in files.iter().enumerate() {
            let place = Place::file(position);
            issues.extend(file.remarks.iter().map(|remark| Issue {
                severity: Severity::Information,
                place,
                column: None,
                value: String::new(),
                what: remark.clone(),
                expected: "nothing, if that is meant".to_owned(),
                effect: Effect::Used,
            }));
        }
        issues.sort_by_key(|issue| (issue.severity, issue.place));
        Self {
            files: files
                .iter()
                .map(|file| (file.name.clone(), file.sheets.iter().map(|sheet| sheet.name.clone()).collect()))
                .collect(),
            tables: lists.iter().map(|rows| (rows.table, rows.place, rows.other_rows)).collect(),
            headings: lists.iter().map(|rows| rows.place.row(rows.header.row)).collect(),
            control,
            issues,
            questions,
            refused,
            mapping: Vec::new(),
        }
    }

    /// The report of a plan file, of which there is nothing to say.
    pub(super) fn of_file(name: &str) -> Self {
        Self {
            files: vec![(name.to_owned(), Vec::new())],
            tables: Vec::new(),
            headings: Vec::new(),
            control: Vec::new(),
            issues: Vec::new(),
            questions: Vec::new(),
            refused: Vec::new(),
            mapping: Vec::new(),
        }
    }

    /// How many issues of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.issues.iter().filter(|issue| issue.severity == severity).count()
    }

    /// What of the files is not used although it should be, in words: rows, cells, and sheets or columns as a whole.
    /// Nothing where all of it is used.
    pub fn left_out(&self) -> Option<String> {
        let rows: usize = self.control.iter().map(|total| total.whole.rows_rejected()).sum();
        let errors = |effect| {
            let with = |issue: &&Issue| issue.severity == Severity::Error && issue.effect == effect;
            self.issues.iter().filter(with).count()
        };
        let counted = |count: usize, one: &str, more: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {more}")),
        };
        let parts: Vec<String> = [
            counted(rows, "row", "rows"),
            counted(errors(Effect::CellLeftOut), "cell", "cells"),
            counted(errors(Effect::LeftAlone), "sheet or column", "sheets or columns"),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// A place as a person finds it: file, sheet and cell.
    ///
    /// A row without a column is `row 12`; what is about a whole file or sheet has neither.
    pub fn place_words(&self, place: Place) -> String {
        let Some((file, sheets)) = self.files.get(place.file) else { return String::new() };
        let mut words = file.clone();
        // A file of comma-separated values has one sheet, called after itself.
        if let Some(sheet) = place.sheet.and_then(|sheet| sheets.get(sheet)).filter(|_| sheets.len() > 1) {
            let _ = write!(words, ", sheet \"{sheet}\"");
        }
        match (place.row, place.column) {
            // A plan file has lines and characters, and no cells.
            (Some(row), column) if sheets.is_empty() => {
                let _ = write!(words, ", line {}", u64::from(row) + 1);
                if let Some(column) = column {
                    let _ = write!(words, ", character {}", u64::from(column) + 1);
                }
            }
            (Some(row), Some(column)) => {
                let _ = write!(words, ", cell {}", cell_reference(row, column));
            }
            (Some(row), None) => {
                let _ = write!(words, ", row {}", u64::from(row) + 1);
            }
            (None, Some(column)) => {
                let _ = write!(words, ", column {}", column_letters(column));
            }
            (None, None) => {}
        }
        words
    }

    /// How many rows of all sheets of a table are totals.
    fn totals_of(&self, table: Table) -> usize {
        self.tables.iter().filter(|(of, ..)| *of == table).map(|(.., other)| other.totals).sum()
    }

    /// The report as text, as the command line prints it.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for reading in &self.mapping {
            text.push_str(&reading.text(&self.place_words(reading.place)));
        }
        for issue in self.refused.iter().chain(&self.issues) {
            let column = issue.column.and_then(|(table, column)| {
                column
                    .and_then(|column| table.columns().get(column))
                    .map(|column| format!("{}.{}: ", table.name(), column.name))
            });
            let place = self.place_words(issue.place);
            let _ = writeln!(text, "{} {place}: {}{}", issue.severity.word(), column.unwrap_or_default(), issue.what);
            if !issue.value.is_empty() {
                let _ = writeln!(text, "    found {}", issue.value);
            }
            let _ = writeln!(text, "    expected {} ({})", issue.expected, issue.effect.words());
        }
        for question in &self.questions {
            text.push_str(&self.question_text(question).unwrap_or_default());
        }
        for total in &self.control {
            let whole = total.whole;
            let _ = write!(
                text,
                "{}: {} rows read = {} used + {} left out",
                total.name,
                whole.rows_read,
                whole.rows_used,
                whole.rows_rejected()
            );
            if !whole.pounds_read.is_zero() {
                let pounds = |amount| format::money(Ok(amount));
                let _ = write!(
                    text,
                    "; {} read = {} used + {} left out",
                    pounds(whole.pounds_read),
                    pounds(whole.pounds_used),
                    pounds(whole.pounds_rejected)
                );
            }
            match whole.unreadable {
                0 => {}
                1 => text.push_str("; 1 amount cannot be read"),
                count => {
                    let _ = write!(text, "; {count} amounts cannot be read");
                }
            }
            match self.totals_of(total.table) {
                0 => {}
                1 => text.push_str("; 1 total row is not added"),
                count => {
                    let _ = write!(text, "; {count} total rows are not added");
                }
            }
            text.push_str(".\n");
            text.push_str(&total.columns_text());
        }
        text
    }
}

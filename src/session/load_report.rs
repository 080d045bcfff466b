use super::load_questions::{LoadQuestion, LoadReading, TrackerField};
use serde::Deserialize;
use std::rc::Rc;

/// What is to be said of files from which a plan was made, as the second module reports it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LoadReport {
    /// The names of the files as they were chosen together.
    #[serde(skip)]
    pub chosen: Vec<String>,
    /// The report as the second module wrote it: so it is kept with the plan.
    #[serde(skip)]
    pub text: Rc<str>,
    /// Rows and pounds of each table.
    pub control: Vec<ControlTotal>,
    /// Why there is no plan; empty where there is one.
    pub refused: Vec<LoadIssue>,
    /// Every problem and remark, worst first.
    pub issues: Vec<LoadIssue>,
    /// What only a person can say.
    pub questions: Vec<LoadQuestion>,
    /// How trackers were read.
    pub mapping: Vec<LoadReading>,
    /// What a column of a tracker can be read as; empty where there is no tracker.
    pub tracker_fields: Option<Vec<TrackerField>>,
}

/// Rows and pounds: what was read is what is used and what is left out.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ControlTotal {
    /// The table; empty in a part of one.
    pub table: String,
    /// The column of amounts, where it is what was read of one.
    pub column: String,
    /// The provider that a part of a table is about.
    pub provider: String,
    /// The point of delivery that a part of a table is about.
    pub point_of_delivery: String,
    /// Rows that were read.
    pub rows_read: usize,
    /// Rows that the plan uses.
    pub rows_used: usize,
    /// Rows that are left out.
    pub rows_left_out: usize,
    /// Pounds that were read, as digits.
    pub pounds_read: String,
    /// Pounds that the plan uses.
    pub pounds_used: String,
    /// Pounds that are left out.
    pub pounds_left_out: String,
    /// Amounts that cannot be read as numbers.
    pub amounts_not_readable: usize,
    /// Whether what was read is what is used and what is left out.
    pub adds_up: bool,
    /// The parts of the table, by provider and point of delivery.
    pub groups: Vec<ControlTotal>,
    /// What was read of each column of amounts: only what it is and the pounds.
    pub columns: Vec<ControlTotal>,
}

/// Something about the files that a person should know.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LoadIssue {
    /// `error`, `warning` or `information`.
    pub severity: String,
    /// File, sheet and cell in words.
    pub place: String,
    /// The table of the plan.
    pub table: Option<String>,
    /// The column of the table.
    pub table_column: Option<String>,
    /// What stands there.
    pub value: String,
    /// What is wrong.
    pub what: String,
    /// What was expected.
    pub expected: String,
    /// What became of it.
    pub effect: String,
}

impl LoadReport {
    /// Reads the report of the second module.
    pub fn of_json(text: &str) -> Self {
        // Both modules are of one build: what one writes the other reads.
        let report: Self = serde_json::from_str(text).unwrap_or_default();
        Self { text: text.into(), ..report }
    }

    /// The issues by which something of the files is not used, or may not be meant.
    pub fn to_look_at(&self) -> impl Iterator<Item = &LoadIssue> {
        self.issues.iter().filter(|issue| issue.severity != "information")
    }

    /// Whether a person should decide before the plan is opened.
    pub fn asks(&self) -> bool {
        self.to_look_at().next().is_some() || self.has_questions() || self.has_unknown_headings()
    }

    /// Whether columns of a table that was read have headings that are not known: nothing of them is used, and only a person
    /// can say what they are.
    pub fn has_unknown_headings(&self) -> bool {
        self.questions.iter().any(|question| question.kind == "column")
    }

    /// Whether there is something that a person should say: what is asked, or how a tracker is read.
    pub fn has_questions(&self) -> bool {
        self.questions.iter().any(|question| question.is_pressing)
            || self.mapping.iter().any(|reading| !reading.is_confirmed)
    }

    /// Rows that are left out, and amounts of rows that are used without them.
    pub fn left_out(&self) -> (usize, usize) {
        let amounts = self.control.iter().map(|total| total.amounts_not_readable).sum();
        (self.rows().1, amounts)
    }

    /// Rows that were read, and rows that are left out.
    pub fn rows(&self) -> (usize, usize) {
        self.control.iter().fold((0, 0), |(read, out), total| (read + total.rows_read, out + total.rows_left_out))
    }
}

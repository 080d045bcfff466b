//! Which columns of a tracker are not read, and why.

use super::field::{Field, MonthKind};
use super::header::TrackerColumn;
use super::reader::Reader;
use crate::recognise::{Asks, Effect, Heading, Issue, Severity, key_of};
use crate::sheet::{Cell, NumberKind};
use one_plan_model::plan::Table;

impl Reader<'_> {
    /// Says which columns are left alone, and why; that is a question where a month does not say what it holds.
    pub fn tell_columns(&mut self, month_is_open: bool) {
        let header = self.header;
        for column in
            header.columns.iter().filter(|column| column.field.is_none() || column.field == Some(Field::Owner))
        {
            let words = column.words.line();
            let (severity, what, expected) = match (column.field, column.repeats) {
                (Some(_), _) => (
                    Severity::Information,
                    format!("\"{words}\" is left alone: a plan names no persons"),
                    "nothing; its cells stay as they are".to_owned(),
                ),
                (None, Some(repeats)) => (
                    Severity::Warning,
                    format!("\"{words}\" is left alone: an earlier column is already read as {}", repeats.about()),
                    "one column of that meaning; or a mapping that says which".to_owned(),
                ),
                (None, None) if column.is_said => (
                    Severity::Information,
                    format!("\"{words}\" is left alone, as the mapping says"),
                    "nothing".to_owned(),
                ),
                (None, None) if is_variance(&column.words.own) || is_variance(&column.words.over) => (
                    Severity::Information,
                    format!(
                        "\"{words}\" is left alone: what one month differs by follows from its plan and its actual"
                    ),
                    "nothing".to_owned(),
                ),
                (None, None) if column.month.is_some() => {
                    let candidates = MonthKind::ALL.map(|kind| kind.word().to_owned()).to_vec();
                    let question = format!("What does \"{words}\" hold of its month?");
                    self.ask(Asks::Heading, Some(column.at), words.clone(), question, candidates);
                    (
                        Severity::Warning,
                        format!(
                            "\"{words}\" is left alone: whether it is the plan or the actual of the month is not said"
                        ),
                        "\"Plan\" or \"Actual\" over the months or beside them; or a mapping that says it".to_owned(),
                    )
                }
                (None, None) => (
                    // Of money nothing is left out in passing.
                    if column.unit.is_some() || self.holds_amounts(column) {
                        Severity::Warning
                    } else {
                        Severity::Information
                    },
                    format!("\"{words}\" is left alone: it is no known heading of a tracker"),
                    "nothing, if the plan does not need it; otherwise a mapping that says what it is".to_owned(),
                ),
            };
            self.issues.push(Issue {
                severity,
                place: self.place.cell(header.row, column.at),
                column: Some((Table::Scheme, None)),
                value: words,
                what,
                expected,
                effect: Effect::LeftAlone,
            });
        }
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

    /// Whether most of what stands in a column that is not known are numbers, as amounts are; a share of a whole is none.
    fn holds_amounts(&self, column: &TrackerColumn) -> bool {
        if Heading::of(&column.words.own).is_percent {
            return false;
        }
        let rows = self.sheet.rows().map(|(row, _)| row).filter(|row| *row >= self.header.first_row);
        let cells = rows.map(|row| self.sheet.cell(row, column.at)).filter(|cell| !cell.is_empty());
        let (mut filled, mut amounts) = (0_usize, 0_usize);
        for cell in cells {
            filled += 1;
            amounts += usize::from(matches!(cell, Cell::Number(_, style) if style.kind != NumberKind::Percent));
        }
        amounts * 2 > filled
    }
}

/// Whether a heading is that of a difference between plan and actual.
fn is_variance(words: &str) -> bool {
    let key = key_of(words);
    ["variance", "var"].iter().any(|word| key == *word || key.starts_with("var") && key.ends_with(word))
}

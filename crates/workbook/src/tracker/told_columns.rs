//! Which columns of a tracker are not read, and why.

use super::field::{Field, MonthKind};
use super::reader::Reader;
use crate::recognise::{Asks, Effect, Issue, Severity};
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
                    if column.unit.is_some() { Severity::Warning } else { Severity::Information },
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
}

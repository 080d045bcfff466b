//! What is asked, as the command line prints it: the question, what may be the answer, and where it is written.

use super::report::LoadReport;
use crate::contract_monitoring::answer_column;
use crate::issues::{Asks, Place, Question};
use crate::sheet::column_letters;
use one_plan_model::plan::Table;

impl LoadReport {
    /// A question in lines of text; only those that need an answer.
    pub(super) fn question_text(&self, question: &Question) -> Option<String> {
        if !question.is_pressing() {
            return None;
        }
        let (asked, candidates, answer) = match question {
            Question::Column { sheet, column, heading, table, candidates, .. } => {
                let columns = candidates.iter().filter_map(|at| Some(table.columns().get(*at)?.name));
                let place = self.place_of(*sheet);
                let words = format!(
                    "{place}, column {}: which column of \"{}\" is \"{heading}\"?",
                    column_letters(*column),
                    table.name()
                );
                let answer =
                    format!(r#""columns": [{{"table": "{}", "heading": "{heading}", "column": "…"}}]"#, table.name());
                (words, columns.map(str::to_owned).collect::<Vec<_>>(), answer)
            }
            Question::Sheet { sheet, name, candidates, .. } => {
                let tables = candidates.iter().map(|table| table.name().to_owned()).collect();
                let words = format!("{}: which table is \"{name}\"?", self.place_of(*sheet));
                (words, tables, format!(r#""sheets": [{{"sheet": "{name}", "table": "…"}}]"#))
            }
            Question::Rows { sheet, name, table, column, candidates } => {
                let of = table.columns().get(*column).map(|column| column.name).unwrap_or_default();
                let answer = format!(
                    r#""rows": [{{"sheet": "{name}", "table": "{}", "column": "{of}", "value": "…"}}]"#,
                    table.name()
                );
                let words = format!("{}: {}", self.place_of(*sheet), rows_question(name, *table, *column));
                (words, candidates.clone(), answer)
            }
            Question::Tracker { sheet, asks, question, candidates, .. } => {
                let member = match asks {
                    Asks::Year => r#""year" of its tracker"#,
                    Asks::Month => r#""month" of its tracker"#,
                    Asks::Unit => r#""unit" of its tracker"#,
                    Asks::Follows => r#""follows" of its tracker"#,
                    Asks::Heading => r#""headings" of its tracker"#,
                    Asks::Word => r#""words" of its tracker"#,
                };
                (format!("{}: {question}", self.place_of(*sheet)), candidates.clone(), member.to_owned())
            }
        };
        let may_be =
            if candidates.is_empty() { String::new() } else { format!("    it may be {}\n", candidates.join(", ")) };
        Some(format!("question {asked}\n{may_be}    answer on the page, or in a mapping: {answer}\n"))
    }

    /// A file and a sheet in it, as a person finds them.
    fn place_of(&self, (file, sheet): (usize, usize)) -> String {
        self.place_words(Place { sheet: Some(sheet), ..Place::file(file) })
    }
}

/// The question to what the rows of a sheet belong.
pub(super) fn rows_question(sheet: &str, table: Table, column: usize) -> String {
    if table == Table::ContractMonth && column == answer_column() {
        return format!("Which of the submissions that state months of {sheet} differently counts where they differ?");
    }
    let name = table.columns().get(column).map(|column| column.name.replace('_', " ")).unwrap_or_default();
    format!("No column of \"{sheet}\" is \"{name}\": which is that of its rows?")
}

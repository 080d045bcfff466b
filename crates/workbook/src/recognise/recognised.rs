use super::answers::{Answers, Question};
use super::header_row::{HeaderRow, tables_by_headings};
use super::heading::Heading;
use super::issue::{Effect, Issue, Place, Severity};
use super::names_of_rows::{self, NamesMade};
use super::table_names::TableNames;
use super::table_rows::TableRows;
use crate::sheet::{Sheet, SourceFile, is_for_people};
use one_plan_model::plan::Table;

/// What was found in files.
#[derive(Clone, Debug, Default)]
pub struct Recognised {
    /// The rows of tables, in the order of the files and their sheets.
    pub tables: Vec<TableRows>,
    /// What is to be said of sheets, and of names of rows; what is to be said of a table stands with it.
    pub issues: Vec<Issue>,
    /// What only a person can say.
    pub questions: Vec<Question>,
    /// What was done to identifiers and references.
    pub names: NamesMade,
}

/// Finds the tables of a plan in the sheets of files.
pub fn recognise(files: &[SourceFile], answers: &Answers) -> Recognised {
    let names = TableNames::default();
    let mut found = Recognised::default();
    for (file, source) in files.iter().enumerate() {
        for (sheet, cells) in source.sheets.iter().enumerate() {
            let place = Place { sheet: Some(sheet), ..Place::file(file) };
            found.read_sheet(cells, place, &names, answers);
        }
    }
    found.names = names_of_rows::resolve(&mut found.tables);
    found
}

impl Recognised {
    fn read_sheet(&mut self, sheet: &Sheet, place: Place, names: &TableNames, answers: &Answers) {
        if sheet.is_empty() {
            return;
        }
        let table = match answers.sheet(&sheet.name) {
            Some(Some(table)) => Some(table),
            Some(None) => return self.leave_alone(sheet, place, "you said that it holds nothing of the plan"),
            None => names.table(&sheet.name),
        };
        if let Some(table) = table {
            return match HeaderRow::find(sheet, table, names, answers) {
                Some(header) => self.read_table(sheet, place, table, header, names, answers),
                None => self.no_headings(sheet, place, table),
            };
        }
        if is_for_people(&sheet.name) {
            return;
        }
        match tables_by_headings(sheet, names, answers).as_slice() {
            [table] => {
                if let Some(header) = HeaderRow::find(sheet, *table, names, answers) {
                    self.read_table(sheet, place, *table, header, names, answers);
                }
            }
            [] => self.leave_alone(sheet, place, "its name is that of no table, and its headings are those of none"),
            several => {
                let words: Vec<String> = several.iter().map(|table| format!("\"{}\"", table.name())).collect();
                let why = format!("its headings are those of {}; which is meant cannot be told", words.join(" and "));
                self.leave_alone(sheet, place, &why);
                self.questions.push(Question::Sheet {
                    sheet: (place.file, place.sheet.unwrap_or_default()),
                    candidates: several.to_vec(),
                });
            }
        }
    }

    fn read_table(
        &mut self,
        sheet: &Sheet,
        place: Place,
        table: Table,
        header: HeaderRow,
        names: &TableNames,
        answers: &Answers,
    ) {
        for (column, words) in &header.others {
            let key = Heading::of(words).key;
            let is_answered = answers.column(table, &key).is_some();
            let candidates: Vec<usize> =
                names.near_columns(table, &key).into_iter().filter(|column| !header.has(*column)).collect();
            if !is_answered && !candidates.is_empty() {
                self.questions.push(Question::Column {
                    sheet: (place.file, place.sheet.unwrap_or_default()),
                    column: *column,
                    heading: words.trim().to_owned(),
                    table,
                    candidates,
                });
            }
        }
        let rows = TableRows::read(sheet, place, table, header, names);
        // The template has sheets that nobody has filled.
        if !rows.given.is_empty() || !rows.issues.is_empty() {
            self.tables.push(rows);
        }
    }

    fn leave_alone(&mut self, sheet: &Sheet, place: Place, why: &str) {
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

    fn no_headings(&mut self, sheet: &Sheet, place: Place, table: Table) {
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

//! What a person said as rows of the table `headings`: so a plan remembers it.

use super::mapping::{MappedHeading, MappedWord, Mapping};
use super::said::Answers;
use crate::headings::Field;
use crate::vocabulary::{Follows, words_of};
use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::{Table, no_column, no_table};
use one_plan_model::quantity::MoneyUnit;

/// The columns of the table, in the order of a row here.
const COLUMNS: [&str; 5] = ["kind", "within", "words", "field", "means"];

/// A row of `headings`: the text of each of its columns, empty where there is none.
pub type HeadingRow = [String; 5];

impl Answers {
    /// What was said, as rows of the table `headings`. The year and the month of a tracker are those of one file, and are
    /// no part of it.
    ///
    /// ```
    /// use one_plan_model::plan::Table;
    /// use one_plan_workbook::answers::Answers;
    /// let mut answers = Answers::default();
    /// answers.say_column(Table::Scheme, "What we call it", Some(1));
    /// let rows = answers.rows();
    /// assert_eq!(rows, [["column", "schemes", "What we call it", "", "name"]]);
    /// assert_eq!(Answers::of_rows(&rows), answers);
    /// ```
    pub fn rows(&self) -> Vec<HeadingRow> {
        let row = |cells: [&str; 5]| cells.map(str::to_owned);
        let name_of = |table: Option<Table>| table.map_or("", Table::name);
        let mut rows: Vec<HeadingRow> =
            self.sheets().map(|(sheet, table)| row(["sheet", "", sheet, "", name_of(table)])).collect();
        for (table, heading, column) in self.columns() {
            let column = column.and_then(|at| table.columns().get(at)).map_or("", |column| column.name);
            rows.push(row(["column", table.name(), heading, "", column]));
        }
        for (table, column, sheet, value) in self.rows_of_sheets() {
            rows.push(row(["rows", table.name(), sheet, column, value]));
        }
        for mapping in self.trackers() {
            let name = mapping.name.as_str();
            if let Some(unit) = mapping.unit {
                rows.push(row(["tracker-unit", name, "", "", unit.symbol()]));
            }
            if let Some(follows) = mapping.follows {
                rows.push(row(["tracker-follows", name, "", "", follows.word()]));
            }
            for heading in &mapping.headings {
                let field = heading.field.map(|field| field.to_string()).unwrap_or_default();
                rows.push(row(["tracker-column", name, &heading.heading, "", &field]));
            }
            for word in &mapping.words {
                let column = word.column.and_then(|at| Table::Scheme.columns().get(at));
                let means = column.map(|column| format!("{}: {}", column.name, word.word)).unwrap_or_default();
                rows.push(row(["tracker-word", name, &word.value, &word.field.to_string(), &means]));
            }
        }
        rows
    }

    /// What rows of `headings` say. A row that says nothing that can be meant is kept as such, and told when files are read.
    pub fn of_rows(rows: &[HeadingRow]) -> Self {
        let mut answers = Self::default();
        for row in rows {
            if let Err(why) = answers.say_row(row) {
                let [kind, _, words, ..] = row;
                let words = if words.is_empty() { kind } else { words };
                answers.say_unusable(format!("what the open plan remembers of \"{words}\" is not used: {why}"));
            }
        }
        answers
    }

    /// The rows that no list of rows of `headings` holds already, to be added to a plan.
    pub fn rows_to_add<'a>(&self, have: impl Iterator<Item = &'a GivenRows> + Clone) -> Option<GivenRows> {
        let columns: Vec<usize> = COLUMNS.iter().filter_map(|name| Table::HeadingMeaning.column(name)).collect();
        let mut added = GivenRows::new(Table::HeadingMeaning, columns.clone());
        for row in self.rows() {
            // All but the last say what it is about.
            let about = || columns.iter().zip(&row).take(4);
            let is_there = have.clone().filter(|given| given.table == Table::HeadingMeaning).any(|given| {
                given.rows().any(|at| about().all(|(column, text)| given.cell(at, *column).unwrap_or_default() == text))
            });
            if !is_there {
                added.push(row.map(|text| (!text.is_empty()).then(|| text.into())));
            }
        }
        (!added.is_empty()).then_some(added)
    }

    fn say_row(&mut self, [kind, within, words, field, means]: &HeadingRow) -> Result<(), String> {
        match kind.as_str() {
            "sheet" => self.say_sheet(words, if means.is_empty() { None } else { Some(table(means)?) }),
            "column" => {
                let table = table(within)?;
                let column = (!means.is_empty()).then(|| table.column(means).ok_or_else(|| no_column(table, means)));
                self.say_column(table, words, column.transpose()?);
            }
            "rows" => {
                let table = table(within)?;
                let column = table.column(field).ok_or_else(|| no_column(table, field))?;
                self.say_rows_of(table, column, words, means);
            }
            "tracker-unit" => {
                let unit = MoneyUnit::read(means).ok_or_else(|| format!("\"{means}\" is no unit such as £000"))?;
                self.change_mapping(within, |mapping| mapping.unit = Some(unit));
            }
            "tracker-follows" => {
                let follows =
                    Follows::named(means).ok_or_else(|| format!("\"{means}\" is nothing that rows can be"))?;
                self.change_mapping(within, |mapping| mapping.follows = Some(follows));
            }
            "tracker-column" => {
                let field = (!means.is_empty()).then(|| field_named(means)).transpose()?;
                let heading = MappedHeading { heading: words.clone(), field };
                self.change_mapping(within, |mapping| mapping.headings.push(heading));
            }
            "tracker-word" => {
                let field = field_named(field)?;
                let (column, word) = if means.is_empty() { (None, "") } else { column_and_word(means)? };
                let word = MappedWord { field, value: words.clone(), column, word: word.to_owned() };
                self.change_mapping(within, |mapping| mapping.words.push(word));
            }
            other => return Err(format!("\"{other}\" is no kind of thing that has a meaning")),
        }
        Ok(())
    }

    /// Changes the mapping of a name; a new one where there is none.
    fn change_mapping(&mut self, name: &str, change: impl FnOnce(&mut Mapping)) {
        let trackers = self.trackers_mut();
        match trackers.iter_mut().find(|mapping| mapping.name == name) {
            Some(mapping) => change(mapping),
            None => {
                let mut mapping = Mapping { name: name.to_owned(), ..Mapping::default() };
                change(&mut mapping);
                trackers.push(mapping);
            }
        }
    }
}

fn table(name: &str) -> Result<Table, String> {
    Table::named(name).ok_or_else(|| no_table(name))
}

fn field_named(word: &str) -> Result<Field, String> {
    Field::named(word).ok_or_else(|| format!("\"{word}\" is nothing that a tracker holds"))
}

/// `status: made` as a column of `schemes` and its word.
fn column_and_word(means: &str) -> Result<(Option<usize>, &str), String> {
    let wrong = || format!("\"{means}\" is no column of schemes with its word, such as \"status: made\"");
    let (name, word) = means.split_once(": ").ok_or_else(wrong)?;
    let column = Table::Scheme.column(name).filter(|_| words_of(name).contains(&word)).ok_or_else(wrong)?;
    Ok((Some(column), word))
}

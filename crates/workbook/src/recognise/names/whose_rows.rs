//! Rows that belong to a row of another table, and do not say to which: a schedule of indicators has a title that says whose
//! it is, and no column "scheme".
//!
//! Where the files hold one such row, it is meant. Where they hold several, it is asked which. Where they hold none and the
//! sheet says all that such a row needs (a title, and a year where it needs one), it is made of that, and said; where a column
//! says what tells such rows apart, such as the provider, one is made for each.

use super::rows_made::rows_made_of;
use crate::answers::Answers;
use crate::cells::key_of;
use crate::headings::TableNames;
use crate::issues::{Effect, Issue, Question, Severity};
use crate::recognise::recognised::Recognised;
use crate::sheet::{Sheet, SourceFile};
use crate::tables::TableRows;
use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::Table;

impl Recognised {
    /// Says of rows that do not say it themselves to which row of another table they belong.
    pub(crate) fn say_whose_rows(&mut self, files: &[SourceFile], answers: &Answers, names: &TableNames) {
        for list in 0..self.tables.len() {
            let Some((column, to)) = self.tables.get(list).and_then(missing) else { continue };
            let Some(sheet) = self.tables.get(list).and_then(|rows| {
                files.get(rows.place.file)?.sheets.get(rows.place.sheet?).filter(|_| !rows.given.is_empty())
            }) else {
                continue;
            };
            self.say_of_list(list, column, to, sheet, (answers, names));
        }
    }

    fn say_of_list(
        &mut self,
        list: usize,
        column: usize,
        to: Table,
        sheet: &Sheet,
        (answers, names): (&Answers, &TableNames),
    ) {
        let candidates = names_of(&self.tables, to);
        let Some(rows) = self.tables.get(list) else { return };
        let (table, place) = (rows.table, rows.place);
        let name = table.columns().get(column).map(|column| column.name).unwrap_or_default();
        let said = answers
            .rows_of(table, column, &sheet.name)
            .filter(|said| candidates.iter().any(|candidate| key_of(candidate) == key_of(said)));
        if let Some(said) = said.map(str::to_owned) {
            self.used.say_rows_of(table, column, &sheet.name, &said);
            self.give(list, column, &|_| Some(said.clone().into()));
            return;
        }
        let tell = |severity: Severity, what: String, expected: String| Issue {
            severity,
            place: place.row(self.tables.get(list).map_or(0, |rows| rows.header.row)),
            column: Some((table, Some(column))),
            value: sheet.name.clone(),
            what,
            expected,
            effect: Effect::Used,
        };
        match candidates.as_slice() {
            [one] => {
                let issue = tell(
                    Severity::Information,
                    format!(
                        "no heading is \"{name}\": the rows are those of \"{one}\", the only one that the files hold"
                    ),
                    format!("nothing, if that is meant; otherwise a column \"{name}\""),
                );
                let one = one.clone();
                self.say(list, issue);
                self.give(list, column, &|_| Some(one.clone().into()));
            }
            [] => {
                let elsewhere = self.told.get(place.file).cloned().unwrap_or_default();
                let rows = self.tables.get(list);
                let Some(made) = rows.and_then(|rows| rows_made_of(sheet, rows, to, names, &elsewhere)) else { return };
                let (title, of_year) = (&made.title, &made.of_year);
                let how = match made.names.as_slice() {
                    [] => format!("one is made of the title, \"{title}\"{of_year}"),
                    each => format!("one is made for each of {}{of_year}", each.join(", ")),
                };
                let issue = tell(
                    Severity::Warning,
                    format!("no heading is \"{name}\", and no sheet holds \"{}\": {how}", to.name()),
                    format!(
                        "a sheet \"{}\" that says more of it, or a column \"{name}\", if the rows are not all its",
                        to.name()
                    ),
                );
                self.say(list, issue);
                self.use_column(list, made.told_at);
                self.tables.push(made.rows);
                let of_row = made.of_row;
                self.give(list, column, &|row| of_row.get(row as usize).cloned().flatten());
            }
            several => self.questions.push(Question::Rows {
                sheet: (place.file, place.sheet.unwrap_or_default()),
                name: sheet.name.clone(),
                table,
                column,
                candidates: several.to_vec(),
            }),
        }
    }

    /// A column that was left alone is used after all: that it is not is neither said nor asked.
    fn use_column(&mut self, list: usize, column: Option<u32>) {
        let (Some(rows), Some(column)) = (self.tables.get_mut(list), column) else { return };
        let heading = rows.place.cell(rows.header.row, column);
        rows.issues.retain(|issue| issue.place != heading || issue.effect != Effect::LeftAlone);
        let of = (heading.file, heading.sheet.unwrap_or_default());
        self.questions.retain(|question| {
            !matches!(question, Question::Column { sheet, column: asked, .. } if *sheet == of && *asked == column)
        });
    }

    fn say(&mut self, list: usize, issue: Issue) {
        if let Some(rows) = self.tables.get_mut(list) {
            rows.issues.push(issue);
        }
    }

    /// Gives every row of a list what belongs into a column that it does not have.
    fn give(&mut self, list: usize, column: usize, text: &dyn Fn(u32) -> Option<Box<str>>) {
        let Some(rows) = self.tables.get_mut(list) else { return };
        let mut columns = rows.given.columns().to_vec();
        columns.push(column);
        let mut given = GivenRows::new(rows.table, columns);
        for row in rows.given.rows() {
            let cells = rows.given.columns().iter().map(|of| rows.given.cell(row, *of).map(Into::into));
            given.push(cells.chain([text(row)]));
        }
        rows.given = given;
    }
}

/// The one column that every row needs, that refers to another table, and that the sheet does not have.
fn missing(rows: &TableRows) -> Option<(usize, Table)> {
    let mut missing = rows.table.columns().iter().enumerate().filter_map(|(at, column)| {
        let to = column.kind.refers_to().filter(|to| column.required && *to != rows.table)?;
        (!rows.header.has(at) && !rows.given.columns().contains(&at)).then_some((at, to))
    });
    let first = missing.next()?;
    missing.next().is_none().then_some(first)
}

/// What the rows of a table are called.
fn names_of(lists: &[TableRows], table: Table) -> Vec<String> {
    let lists = lists.iter().filter(|rows| rows.table == table);
    let names = lists.flat_map(|rows| {
        rows.given
            .rows()
            .filter_map(|row| rows.given.cell(row, 1).or_else(|| rows.given.cell(row, 0)).map(str::to_owned))
    });
    names.collect()
}

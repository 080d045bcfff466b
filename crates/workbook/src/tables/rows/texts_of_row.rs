//! The cells of one row of a table as the texts that the model reads.

use super::detail_sums::is_part_of_a_whole;
use super::row_amounts::RowUnit;
use super::words_read::WordsRead;
use crate::cells::{DecimalComma, key_of, text_of};
use crate::headings::TableNames;
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::Cell;
use crate::sums::ColumnSums;
use crate::tables::columns::{StatedScale, UnreadSteps, problem_of_step};
use crate::tables::headings::FoundColumn;
use crate::tables::table_rows::TableRows;
use crate::tables::years::YearOfRows;
use crate::vocabulary::{step_of_matrix, word_of_plan};
use one_plan_model::plan::{CellProblem, ColumnKind};

/// A cell that cannot be read: its column, what it shows, and why.
pub(super) type Unread = (FoundColumn, String, CellProblem);

impl TableRows {
    /// The texts of the columns that have a heading, and the cells that cannot be read.
    pub(super) fn texts(
        &mut self,
        cells: &[&Cell],
        unit: RowUnit,
        (decimal_comma, names, scale): (&DecimalComma, &TableNames, &StatedScale),
        words_read: &mut WordsRead,
    ) -> (Vec<Option<Box<str>>>, Vec<Unread>) {
        let columns = self.header.columns.clone();
        let mut texts: Vec<Option<Box<str>>> = Vec::with_capacity(self.given.columns().len());
        let mut problems = Vec::new();
        for (column, cell) in columns.iter().zip(cells) {
            let Some(of) = self.table.columns().get(column.table_column) else { continue };
            let unclear = if of.kind.is_number() { decimal_comma.problem(cell) } else { None };
            let named = match cell {
                Cell::Text(words) => step_of_matrix(self.table, column.table_column, words),
                _ => None,
            };
            let stated = match cell {
                Cell::Text(words) if named.is_none() => scale.step(self.table, column.table_column, words),
                _ => None,
            };
            words_read.has_stated_step |= stated.is_some();
            let unclear = unclear.or_else(|| match cell {
                Cell::Text(words) if stated.is_none() => problem_of_step(self.table, column.table_column, words),
                _ => None,
            });
            let read = || match named.or(stated) {
                Some(step) => Ok((Some(step.into()), None)),
                None => text_of(of.kind, cell, &column.heading),
            };
            if let Some(step) = named.filter(|_| unclear.is_none()) {
                words_read.note(column.table_column, &cell.shown(), step);
            }
            let text = match unclear.map_or_else(read, Err) {
                Ok((text, adjustment)) => {
                    if let Some(adjustment) = adjustment {
                        *self.adjustments.entry((column.table_column, adjustment)).or_default() += 1;
                    }
                    text
                }
                Err(problem) => {
                    problems.push((column.clone(), cell.shown(), problem));
                    None
                }
            };
            let text = match (of.kind, text) {
                (ColumnKind::Flag, Some(words)) => {
                    let flag = self.flag(words, column.table_column, names);
                    Some(self.word_of_plan(flag, column.table_column, words_read))
                }
                (ColumnKind::Choice(_), Some(words)) => Some(self.word_of_plan(words, column.table_column, words_read)),
                (_, text) => text,
            };
            let is_money = matches!(of.kind, ColumnKind::Money);
            let text = match text {
                Some(amount) if is_money => match self.amount(amount, cell, column, unit) {
                    Ok(amount) => Some(amount),
                    Err(problem) => {
                        problems.push((column.clone(), cell.shown(), problem));
                        None
                    }
                },
                text => text,
            };
            texts.push(text);
        }
        (texts, problems)
    }

    /// "Recurrent" below "Recurring?" is yes, and "non-recurrent" is no.
    fn flag(&self, words: Box<str>, column: usize, names: &TableNames) -> Box<str> {
        let key = key_of(&words);
        let is_name = |key: &str| names.column(self.table, key) == Some(column);
        if is_name(&key) {
            "yes".into()
        } else if ["non", "not"].iter().any(|no| key.strip_prefix(no).is_some_and(is_name)) {
            "no".into()
        } else {
            words
        }
    }

    /// The word of the plan for one that trackers use in its place.
    fn word_of_plan(&self, words: Box<str>, column: usize, read: &mut WordsRead) -> Box<str> {
        match word_of_plan(self.table, column, &words) {
            Some(word) if key_of(word) != key_of(&words) => {
                read.note(column, &words, word);
                word.into()
            }
            _ => words,
        }
    }

    /// Adds what belongs into columns that the sheet does not have: the identifier, the unit and the year.
    pub(super) fn add_columns_without_heading(
        &self,
        texts: &mut Vec<Option<Box<str>>>,
        unit_column: Option<usize>,
        unit: RowUnit,
        year: Option<YearOfRows>,
    ) {
        if !self.header.has(0) && self.table.has_identifiers() {
            texts.push(None);
        }
        if let Some(unit_column) = unit_column
            && !self.header.has(unit_column)
        {
            texts.push(unit.unit().map(|unit| unit.symbol().into()));
        } else if let (Some(unit_column), Some(unit)) = (unit_column, unit.unit()) {
            // The column is there, and empty in this row.
            let at = self.header.columns.iter().position(|column| column.table_column == unit_column);
            if let Some(cell @ None) = at.and_then(|at| texts.get_mut(at)) {
                *cell = Some(unit.symbol().into());
            }
        }
        texts.extend(year.map(|of| Some(of.year.to_string().into())));
    }

    /// Adds the amounts of a row to the sums of the columns.
    pub(super) fn add_to_sums(&self, texts: &[Option<Box<str>>], unit: RowUnit, sums: &mut ColumnSums) {
        for (column, text) in self.header.columns.iter().zip(texts) {
            let Some(text) = text.as_deref() else { continue };
            match self.table.columns().get(column.table_column).map(|column| column.kind) {
                Some(ColumnKind::Money) => sums.add(column.table_column, text, unit.unit()),
                Some(ColumnKind::Count) => sums.add(column.table_column, text, None),
                Some(_) if is_part_of_a_whole(self.table, column.table_column) => {
                    sums.add(column.table_column, text, None)
                }
                _ => {}
            }
        }
        sums.end_row();
    }

    /// Says which cells of the next row cannot be read.
    pub(super) fn tell_problems(&mut self, row: u32, problems: Vec<Unread>, steps: &mut UnreadSteps) {
        let position = u32::try_from(self.positions.len()).unwrap_or(u32::MAX);
        for (column, value, problem) in problems {
            let is_needed = self.table.columns().get(column.table_column).is_none_or(|of| of.required);
            self.unread_cells.push((position, column.table_column));
            if steps.takes(self.table, row, &column, &value) {
                continue;
            }
            self.issues.push(Issue {
                severity: Severity::Error,
                place: self.place.cell(row, column.sheet_column),
                column: Some((self.table, Some(column.table_column))),
                value,
                what: problem.what,
                expected: problem.expected,
                effect: if is_needed { Effect::RowLeftOut } else { Effect::CellLeftOut },
            });
        }
    }
}

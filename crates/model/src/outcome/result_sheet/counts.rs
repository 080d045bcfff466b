//! Which rows of a table a figure counts, as a question that a spreadsheet can ask of the cells.

use super::data::{SheetCount, SheetTest};
use crate::calculation::{ColumnOf, FigureKind, Formula, Key, Reason, Record, Source, StepId, Term, When};
use crate::plan::{ColumnKind, Plan, Table};
use std::collections::HashMap;

/// How the figures of a kind count rows, if cells say which: for each group of rows the tests that they meet.
pub(super) struct Counts {
    table: Table,
    groups: HashMap<Vec<SheetTest>, Vec<u32>>,
    of_rows: HashMap<u32, Vec<SheetTest>>,
}

impl Counts {
    /// Of a kind whose formula counts rows and nothing else; nothing where a test would look at another table.
    pub(super) fn of(plan: &Plan, kind: &FigureKind) -> Option<Self> {
        let mut formulas =
            crate::rules::files().into_iter().flat_map(|file| file.formulas).filter(|of| std::ptr::eq(of.kind, kind));
        let (formula, None) = (formulas.next()?, formulas.next()) else { return None };
        let (Source::Rows(table, keys), Term::RowCount(_)) = (formula.source, formula.is) else { return None };
        let asked = asked(formula, keys)?;
        let mut counts = Self { table, groups: HashMap::new(), of_rows: HashMap::new() };
        for row in 0..u32::try_from(plan.row_count(table)).unwrap_or(u32::MAX) {
            let tests: Option<Vec<SheetTest>> = asked.iter().map(|asked| asked.of_row(plan, table, row)).collect();
            let Some(tests) = tests else { continue };
            counts.groups.entry(tests.clone()).or_default().push(row);
            counts.of_rows.insert(row, tests);
        }
        Some(counts)
    }

    /// The question for a figure: nothing where the rows that meet the tests are not those that the rule counted.
    pub(super) fn count(&self, record: &Record, step: StepId) -> Option<SheetCount> {
        let mut rows = counted(record, step)?;
        rows.sort_unstable();
        let tests = self.of_rows.get(rows.first()?)?;
        (self.groups.get(tests)? == &rows && !tests.is_empty())
            .then(|| SheetCount { table: self.table.name().to_owned(), tests: tests.clone() })
    }
}

/// What is asked of a row.
enum Asked {
    /// That a column holds what it holds in the other rows of the group.
    Same(&'static str),
    /// That a column does not hold a word.
    IsNot(&'static str, &'static str),
    /// That a column is filled.
    IsFilled(&'static str),
}

impl Asked {
    /// The test, if the row meets it.
    fn of_row(&self, plan: &Plan, table: Table, row: u32) -> Option<SheetTest> {
        match *self {
            Self::Same(column) => {
                let text = plan.written_cell(table, row, column)?;
                Some(SheetTest::Is(column.to_owned(), text))
            }
            Self::IsNot(column, word) => (plan.written_cell(table, row, column).as_deref() != Some(word))
                .then(|| SheetTest::IsNot(column.to_owned(), word.to_owned())),
            Self::IsFilled(column) => {
                plan.written_cell(table, row, column).map(|_| SheetTest::IsFilled(column.to_owned()))
            }
        }
    }
}

/// What a formula asks of a row beside that it is there. A condition that a column holds a word is one that all rows of a
/// group share: which word, the first row that was counted says.
fn asked(formula: &Formula, keys: &[Key]) -> Option<Vec<Asked>> {
    let name = |of: &ColumnOf| Some(of.table.columns().get(usize::from(of.position))?.name);
    let of_keys = keys.iter().filter(|key| !matches!(key, Key::Word(..))).map(|key| match key {
        Key::Column(of) => name(of).map(Asked::Same),
        _ => None,
    });
    let of_conditions = formula.when.iter().map(|when| match when {
        When::Is(of, _) => name(of).map(Asked::Same),
        When::IsNot(of, word) => match of.table.columns().get(usize::from(of.position))?.kind {
            ColumnKind::Choice(choices) => Some(Asked::IsNot(name(of)?, choices.get(*word as usize)?.word)),
            _ => None,
        },
        When::IsFilled(of) => name(of).map(Asked::IsFilled),
        _ => None,
    });
    of_keys.chain(of_conditions).collect()
}

/// The rows that a step counts.
fn counted(record: &Record, step: StepId) -> Option<Vec<u32>> {
    match record.step(step)?.1 {
        Reason::Row { row, .. } => Some(vec![row]),
        Reason::Sum(parts) => {
            let row = |part: &StepId| match record.step(*part)?.1 {
                Reason::Row { row, .. } => Some(row),
                _ => None,
            };
            parts.iter().map(row).collect()
        }
        _ => None,
    }
}

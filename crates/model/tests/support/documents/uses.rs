//! Which figures use which column: by their formulas where those are data, and by what is seen to stand under them in the
//! published plans, in the cases, and in plans that are made up so that every cell is filled.

use one_plan_model::calculation::{ColumnOf, Fails, FigureKind, Key, Reason, Record, Source, StepId, Term, When};
use one_plan_model::example::grown;
use one_plan_model::exchange::read_json;
use one_plan_model::outcome::Recording;
use one_plan_model::plan::Table;
use one_plan_model::rules;
use std::collections::{BTreeMap, BTreeSet};

/// So many rows of a table that every word of its choices occurs.
const SOME: usize = 12;

/// For each column the figures that use it themselves, and not through another figure.
#[derive(Default)]
pub struct Uses(BTreeMap<(Table, u8), BTreeSet<&'static str>>);

impl Uses {
    /// What is found in the rules and in some plan files.
    pub fn of(plans: &[Vec<u8>]) -> Self {
        let mut uses = Self::default();
        uses.note_formulas();
        let made_up = Table::ALL.iter().map(|table| grown(*table, SOME).into_bytes());
        for file in plans.iter().cloned().chain(made_up) {
            if let Ok(read) = read_json(&file) {
                uses.note_recording(&Recording::of(&read.plan));
            }
        }
        uses
    }

    /// The identifiers of the figures that use a column, in the order of the rules.
    pub fn of_column(&self, table: Table, column: usize) -> Vec<&'static str> {
        let found = u8::try_from(column).ok().and_then(|column| self.0.get(&(table, column)));
        let is_found = |kind: &&&FigureKind| found.is_some_and(|found| found.contains(kind.id));
        rules::figure_kinds().iter().filter(is_found).map(|kind| kind.id).collect()
    }

    fn note(&mut self, column: ColumnOf, figure: &FigureKind) {
        self.0.entry((column.table, column.position)).or_default().insert(figure.id);
    }

    fn note_formulas(&mut self) {
        for file in rules::files() {
            for formula in file.formulas {
                if let Source::Rows(_, keys) = formula.source {
                    self.note_keys(keys, formula.kind);
                }
                for when in formula.when {
                    self.note_condition(*when, formula.kind);
                }
                self.note_term(formula.is, formula.kind);
            }
            for test in file.tests {
                let (Fails::Below(limit) | Fails::Above(limit) | Fails::Differs(limit)) = test.fails;
                self.note_term(limit, test.of);
            }
        }
    }

    fn note_keys(&mut self, keys: &[Key], figure: &FigureKind) {
        for key in keys {
            match key {
                Key::Column(column) => self.note(*column, figure),
                Key::Through(column, inner) => {
                    self.note(*column, figure);
                    self.note(*inner, figure);
                }
                Key::Row | Key::Word(..) => {}
            }
        }
    }

    fn note_condition(&mut self, when: When, figure: &FigureKind) {
        match when {
            When::Is(column, _) | When::IsNot(column, _) | When::IsFilled(column) | When::IsEmpty(column) => {
                self.note(column, figure);
            }
            When::ThroughIs(column, inner, _) => {
                self.note(column, figure);
                self.note(inner, figure);
            }
        }
    }

    fn note_term(&mut self, term: Term, figure: &FigureKind) {
        match term {
            Term::Cell(column) => self.note(column, figure),
            Term::Through(column, inner) => {
                self.note(column, figure);
                self.note(inner, figure);
            }
            Term::FigureOf(_, keys) => self.note_keys(keys, figure),
            Term::Figure(_) | Term::Each | Term::Parameter(_) | Term::Constant(..) | Term::RowCount(_) => {}
            Term::FirstFilled(terms) => terms.iter().for_each(|term| self.note_term(*term, figure)),
            Term::StatedOrComputed(terms)
            | Term::Add(terms)
            | Term::Subtract(terms)
            | Term::Multiply(terms)
            | Term::Divide(terms)
            | Term::Min(terms)
            | Term::Max(terms) => terms.iter().for_each(|term| self.note_term(*term, figure)),
        }
    }

    fn note_recording(&mut self, recording: &Recording) {
        for series in recording.series().iter() {
            for (key, number) in series.iter() {
                for (table, column) in columns_under(recording.record(), number.step()) {
                    if let Some(position) = table.column(column).and_then(|at| u8::try_from(at).ok()) {
                        self.note(ColumnOf { table, position }, key.kind);
                    }
                }
            }
        }
    }
}

/// The columns whose cells a step stands on, without those under other figures.
fn columns_under(record: &Record, step: StepId) -> BTreeSet<(Table, &'static str)> {
    let mut columns = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![step];
    while let Some(step) = open.pop() {
        let Some((_, reason)) = record.step(step).filter(|_| seen.insert(step.position())) else { continue };
        match reason {
            Reason::Cell(cell) => {
                columns.insert((cell.table, cell.column));
            }
            Reason::Constant(_) | Reason::Row { .. } | Reason::Parameter(_) | Reason::Figure(..) | Reason::Fault(_) => {
            }
            Reason::Sum(parts) | Reason::Product(parts) => open.extend(parts),
            Reason::Difference(left, right)
            | Reason::Quotient(left, right)
            | Reason::Minimum(left, right)
            | Reason::Maximum(left, right) => open.extend([left, right]),
            Reason::Negation(number) | Reason::Rounded(number, _) => open.push(number),
            Reason::Part { whole, weights, .. } => {
                open.push(whole);
                open.extend(weights);
            }
            Reason::Chosen { number, basis, .. } => {
                open.push(number);
                open.extend(basis);
            }
        }
    }
    columns
}

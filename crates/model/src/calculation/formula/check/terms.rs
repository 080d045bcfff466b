//! What is wrong with the terms of formulas and of limits.

use super::super::{ColumnOf, Formula, Key, Source, THE_WHOLE, Term, Test};
use super::columns::{self, dimension_text, kind_text, list, which_fit};
use super::faults_of_keys;
use super::order::{Order, Standpoint};
use super::units::Measure;
use crate::calculation::{Dimension, Fails, FigureKind};
use crate::parameters::ParameterUnit;
use crate::plan::{ColumnKind, Table};

/// What a term is worked out for.
#[derive(Clone, Copy)]
enum Each {
    Row(Table),
    Figure(&'static FigureKind),
}

struct Checker<'a> {
    order: &'a Order,
    standpoint: Standpoint,
    each: Each,
    /// What the figure is about that `[KIND]` is looked up with.
    index: &'static [Dimension],
    faults: Vec<String>,
}

/// What is wrong with the term of a formula.
pub(super) fn faults_of_term(formula: &Formula, order: &Order, standpoint: Standpoint) -> Vec<String> {
    let (each, index) = match formula.source {
        Source::Rows(table, _) => (Each::Row(table), formula.kind.dimensions),
        Source::Figures(source, _) => (Each::Figure(source), source.dimensions),
    };
    let mut checker = Checker { order, standpoint, each, index, faults: Vec::new() };
    let unit = formula.kind.unit;
    if let Some(measure) = checker.measure(formula.is).filter(|measure| !measure.is_unit(unit)) {
        let wanted = Measure::of_figure(unit).text();
        checker.faults.push(format!("the figure is {wanted}, and the formula gives {}", measure.text()));
    }
    checker.faults
}

/// What is wrong with a limit.
pub(super) fn faults_of_test(test: &Test, order: &Order, standpoint: Standpoint) -> Vec<String> {
    let (Fails::Below(limit) | Fails::Above(limit) | Fails::Differs(limit)) = test.fails;
    let (each, index) = (Each::Figure(test.of), test.of.dimensions);
    let mut checker = Checker { order, standpoint, each, index, faults: Vec::new() };
    checker.faults.extend(order.fault(test.of, standpoint));
    let value = Measure::of_figure(test.of.unit);
    if let Some(limit) = checker.measure(limit).filter(|limit| value.like(*limit).is_none()) {
        checker.faults.push(format!("the figure is {}, and its limit is {}", value.text(), limit.text()));
    }
    checker.faults
}

impl Checker<'_> {
    fn fault(&mut self, fault: Option<String>) -> bool {
        let is_fault = fault.is_some();
        self.faults.extend(fault);
        is_fault
    }

    /// What is wrong with a column: of rows, what `of_rows` says of their table.
    fn fault_of_column(&self, column: ColumnOf, of_rows: impl FnOnce(Table) -> Option<String>) -> Option<String> {
        match self.each {
            Each::Row(table) => of_rows(table),
            Each::Figure(kind) => Some(format!(
                "{} stands where the figures `{}` are gone through, which have no columns",
                columns::name(column),
                kind.id
            )),
        }
    }

    /// What a term comes to; nothing where that cannot be said, because something in it is wrong.
    fn measure(&mut self, term: Term) -> Option<Measure> {
        match term {
            Term::Cell(column) => {
                let fault = self.fault_of_column(column, |table| columns::fault_of_table(column, table));
                if self.fault(fault) { None } else { self.number(column) }
            }
            Term::Through(column, inner) => {
                let fault = self.fault_of_column(column, |table| columns::fault_of_reference(column, inner, table));
                if self.fault(fault) { None } else { self.number(inner) }
            }
            Term::Figure(kind) => {
                self.figure(kind);
                Some(Measure::of_figure(kind.unit))
            }
            Term::FigureOf(kind, keys) => {
                self.figure_of(kind, keys);
                Some(Measure::of_figure(kind.unit))
            }
            Term::Each => match self.each {
                Each::Figure(kind) => Some(Measure::of_figure(kind.unit)),
                Each::Row(table) => {
                    let fault = format!("the figure that is gone through is meant, and rows of `{}` are", table.name());
                    self.faults.push(fault);
                    None
                }
            },
            Term::Parameter(parameter) => Some(match parameter.unit {
                ParameterUnit::Rate | ParameterUnit::Part => Measure::SHARE,
                ParameterUnit::Number => Measure::Plain,
            }),
            Term::Constant(0, _) => Some(Measure::Nothing),
            Term::Constant(1, THE_WHOLE) => Some(Measure::SHARE),
            Term::Constant(..) => Some(Measure::Plain),
            Term::RowCount(_) => Some(Measure::COUNT),
            Term::FirstFilled(terms) => self.alike(terms, "taken one for the other"),
            Term::StatedOrComputed(terms) => self.alike(terms, "taken one for the other"),
            Term::Add(terms) => self.alike(terms, "added"),
            Term::Subtract(terms) => self.alike(terms, "taken from each other"),
            Term::Min(terms) | Term::Max(terms) => self.alike(terms, "compared"),
            Term::Multiply([left, right]) => {
                let (left, right) = (self.measure(*left), self.measure(*right));
                self.combined(left?, right?, "multiplied by", Measure::times)
            }
            Term::Divide([left, right]) => {
                let (left, right) = (self.measure(*left), self.measure(*right));
                self.combined(left?, right?, "divided by", Measure::over)
            }
        }
    }

    fn combined(
        &mut self,
        left: Measure,
        right: Measure,
        how: &str,
        operation: impl Fn(Measure, Measure) -> Option<Measure>,
    ) -> Option<Measure> {
        let found = operation(left, right);
        if found.is_none() {
            self.faults.push(format!("{} is {how} {}", left.text(), right.text()));
        }
        found
    }

    fn alike(&mut self, terms: &[Term], how: &str) -> Option<Measure> {
        let measures: Vec<_> = terms.iter().map(|term| self.measure(*term)).collect();
        let mut found = Measure::Nothing;
        for measure in measures {
            let measure = measure?;
            let Some(both) = found.like(measure) else {
                self.faults.push(format!("{} and {} are {how}", found.text(), measure.text()));
                return None;
            };
            found = both;
        }
        Some(found)
    }

    fn number(&mut self, column: ColumnOf) -> Option<Measure> {
        let kind = column.definition()?.kind;
        let measure = Measure::of_column(kind);
        if measure.is_none() {
            self.faults.push(format!(
                "{} holds {}, and a number is calculated with: {}",
                columns::name(column),
                kind_text(kind),
                which_fit(column.table, ColumnKind::is_number)
            ));
        }
        measure
    }

    /// A figure about the same: what it is about must be the first that the one is about that looks.
    fn figure(&mut self, kind: &'static FigureKind) {
        let fault = self.order.fault(kind, self.standpoint);
        self.fault(fault);
        let fits = kind.dimensions.len() <= self.index.len()
            && kind.dimensions.iter().zip(self.index).all(|(left, right)| columns::is_same(*left, *right));
        if !fits {
            let texts = |dimensions: &[Dimension]| match dimensions {
                [] => "nothing in particular".to_owned(),
                some => list(some.iter().map(|dimension| dimension_text(*dimension))),
            };
            self.faults.push(format!(
                "`{}` is about {}, and is looked up with {}: the two must begin alike",
                kind.id,
                texts(kind.dimensions),
                texts(self.index)
            ));
        }
    }

    fn figure_of(&mut self, kind: &'static FigureKind, keys: &'static [Key]) {
        let fault = self.order.fault(kind, self.standpoint);
        self.fault(fault);
        match self.each {
            Each::Row(table) => {
                self.faults.extend(faults_of_keys(table, keys, kind.dimensions, &format!("`{}`", kind.id)));
            }
            Each::Figure(source) => self.faults.push(format!(
                "`{}` is looked up by the columns of a row, and the figures `{}` are gone through",
                kind.id, source.id
            )),
        }
    }
}

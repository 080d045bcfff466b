//! Whether every formula and every limit means what its figure says: a test holds it over all rules.
//!
//! The compiler refuses a column that a table does not have, a column that is no number, and a word that never
//! stands in a column. What it cannot see is checked here: what a figure is about, the order in which figures are
//! computed, and the units.

mod columns;
mod order;
mod terms;
#[cfg(test)]
mod tests;
mod units;
mod watch;

use super::{ColumnOf, Formula, Key, RuleFile, Source, When};
use crate::calculation::{Dimension, FigureKind};
use crate::plan::{ColumnKind, Table};
use columns::{counted, dimension_text, kind_text, list, which_fit, which_keys_fit};
pub(crate) use columns::{fits, is_same};
use order::{Order, Standpoint};
pub(crate) use watch::{late_in, missed, published, worked_out, worked_out_in};

/// What is wrong with the formulas and limits of files that run in this order, each with its file and figure.
pub(crate) fn faults_of(files: &[&RuleFile]) -> Vec<String> {
    let order = Order::of(files);
    let mut all = order.faults();
    for (file, rule_file) in files.iter().enumerate() {
        let mut note = |figure: &FigureKind, found: Vec<String>| {
            all.extend(found.into_iter().map(|fault| format!("{}, {}: {fault}", rule_file.path, figure.id)));
        };
        for (position, formula) in rule_file.formulas.iter().enumerate() {
            let standpoint = Standpoint { file, kind: formula.kind, formula: Some(position) };
            note(formula.kind, faults_of_formula(formula, &order, standpoint));
        }
        for test in rule_file.tests {
            let standpoint = Standpoint { file, kind: test.of, formula: None };
            note(test.of, terms::faults_of_test(test, &order, standpoint));
        }
    }
    all
}

/// What is wrong with a formula.
fn faults_of_formula(formula: &Formula, order: &Order, standpoint: Standpoint) -> Vec<String> {
    let mut faults = Vec::new();
    let dimensions = formula.kind.dimensions;
    match formula.source {
        Source::Rows(table, keys) => {
            faults.extend(faults_of_keys(table, keys, dimensions, "the figure"));
            faults.extend(formula.when.iter().flat_map(|when| faults_of_condition(*when, table)));
        }
        Source::Figures(source, keep) => {
            faults.extend(order.fault(source, standpoint));
            faults.extend(faults_of_kept(source, keep, dimensions));
            if !formula.when.is_empty() {
                faults.push("a condition stands on the columns of a row, and figures are gone through".into());
            }
        }
    }
    faults.extend(terms::faults_of_term(formula, order, standpoint));
    faults
}

/// What is wrong with what says in a row what a figure is about.
fn faults_of_keys(table: Table, keys: &[Key], dimensions: &[Dimension], figure: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if keys.len() != dimensions.len() {
        let about = list(dimensions.iter().map(|dimension| dimension_text(*dimension)));
        faults.push(format!(
            "{figure} is about {}, and {} given",
            if dimensions.is_empty() { "nothing in particular".to_owned() } else { about },
            match keys.len() {
                1 => "1 key is".to_owned(),
                number => format!("{number} keys are"),
            }
        ));
        return faults;
    }
    for (key, dimension) in keys.iter().zip(dimensions) {
        faults.extend(fault_of_key(table, *key, *dimension));
    }
    faults
}

fn fault_of_key(table: Table, key: Key, dimension: Dimension) -> Option<String> {
    let wanted = dimension_text(dimension);
    match key {
        Key::Row => {
            let is_of_table = matches!(dimension, Dimension::Row(about) if about == table);
            (!is_of_table).then(|| {
                format!(
                    "the row itself is one of `{}`, and the figure is about {wanted}: {}",
                    table.name(),
                    which_keys_fit(table, dimension)
                )
            })
        }
        Key::Word(choices, position) => match dimension {
            Dimension::Choice(of_figure) if of_figure != choices => Some(format!(
                "a word of {} is always meant, and the figure is about {wanted}",
                dimension_text(Dimension::Choice(choices))
            )),
            Dimension::Choice(_) if choices.len() <= position as usize => {
                Some(format!("word {position} is meant, and there are only {} of {wanted}", choices.len()))
            }
            Dimension::Choice(_) => None,
            _ => Some(format!("always the same word is meant, and the figure is about {wanted}")),
        },
        Key::Column(column) => {
            let which = || which_keys_fit(table, dimension);
            columns::fault_of_table(column, table).or_else(|| fault_of_subject(column, dimension, &wanted, which))
        }
        Key::Through(column, inner) => {
            let which = || which_fit(inner.table, |kind| fits(kind, dimension));
            let reference = columns::fault_of_reference(column, inner, table);
            reference.or_else(|| fault_of_subject(inner, dimension, &wanted, which))
        }
    }
}

/// Why what stands in a column is not what the figure is about.
fn fault_of_subject(
    column: ColumnOf,
    dimension: Dimension,
    wanted: &str,
    which: impl FnOnce() -> String,
) -> Option<String> {
    let kind = column.definition()?.kind;
    (!fits(kind, dimension)).then(|| {
        format!("{} holds {}, and the figure is about {wanted}: {}", columns::name(column), kind_text(kind), which())
    })
}

/// What is wrong with a condition.
fn faults_of_condition(when: When, table: Table) -> Option<String> {
    let (column, word) = match when {
        When::IsFilled(column) | When::IsEmpty(column) => return columns::fault_of_table(column, table),
        When::Is(column, word) | When::IsNot(column, word) => {
            if let Some(fault) = columns::fault_of_table(column, table) {
                return Some(fault);
            }
            (column, word)
        }
        When::ThroughIs(column, inner, word) => {
            if let Some(fault) = columns::fault_of_reference(column, inner, table) {
                return Some(fault);
            }
            (inner, word)
        }
    };
    let kind = column.definition()?.kind;
    let words = match kind {
        ColumnKind::Choice(choices) => choices.len(),
        ColumnKind::Flag => 2,
        _ => {
            return Some(format!(
                "{} holds {}, and `is` compares words of a choice, or yes and no: {}",
                columns::name(column),
                kind_text(kind),
                which_fit(column.table, |kind| matches!(kind, ColumnKind::Choice(_) | ColumnKind::Flag))
            ));
        }
    };
    (words <= word as usize).then(|| {
        format!("{} holds {}, and has no word {word}: they are counted from 0", columns::name(column), kind_text(kind))
    })
}

/// What is wrong with what the new figure keeps of the index of those that are gone through.
fn faults_of_kept(source: &FigureKind, keep: &[u8], dimensions: &[Dimension]) -> Vec<String> {
    let mut faults = Vec::new();
    if keep.len() != dimensions.len() {
        faults.push(format!(
            "the figure has {}, and {} of `{}` {} kept",
            counted(dimensions.len()),
            keep.len(),
            source.id,
            if keep.len() == 1 { "is" } else { "are" }
        ));
    }
    for (kept, dimension) in keep.iter().zip(dimensions) {
        let wanted = dimension_text(*dimension);
        match source.dimensions.get(usize::from(*kept)) {
            None => faults.push(format!(
                "dimension {kept} of `{}` is kept, and it has {}, counted from 0",
                source.id,
                source.dimensions.len()
            )),
            Some(found) if !columns::is_same(*found, *dimension) => faults.push(format!(
                "dimension {kept} of `{}` is {}, and the figure is about {wanted}: {}",
                source.id,
                dimension_text(*found),
                which_kept(source, *dimension)
            )),
            Some(_) => {}
        }
    }
    faults
}

/// Which dimensions of a kind fit.
fn which_kept(source: &FigureKind, wanted: Dimension) -> String {
    let fitting = source.dimensions.iter().enumerate().filter(|(_, found)| columns::is_same(**found, wanted));
    let fitting = list(fitting.map(|(position, _)| position.to_string()));
    if fitting.is_empty() { "none of its dimensions fits".into() } else { format!("{fitting} would fit") }
}

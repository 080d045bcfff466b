//! Every single way in which a formula or a limit is changed.

use super::terms::{self, Place};
use crate::calculation::{Changed, Fails, FigureKind, Formula, Key, RuleFile, Source, Term, Test, Unit, When};
use crate::plan::{ColumnKind, Table};

/// One change of one formula or limit.
#[derive(Clone, Debug)]
pub struct Change {
    /// The figure, or the code of the finding, that is worked out in another way.
    pub of: &'static str,
    /// In which.
    pub what: String,
    /// Whether it is a limit and not a formula.
    pub is_limit: bool,
    /// What takes its place.
    pub changed: Changed,
    /// Where something must stand for the change to matter: rows of one of these tables, …
    pub tables: Vec<Table>,
    /// … or figures of one of these kinds.
    pub kinds: Vec<&'static FigureKind>,
}

/// Keeps a part of a changed formula as long as the tests run, as the formulas themselves are kept.
pub(super) fn kept<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// A list with another thing at one place.
pub(super) fn replaced<T: Copy>(list: &[T], at: usize, by: T) -> &'static [T] {
    let mut list = list.to_vec();
    if let Some(place) = list.get_mut(at) {
        *place = by;
    }
    kept(list)
}

/// The changes of all that a file says as data.
pub fn of_file(file: &'static RuleFile) -> Vec<Change> {
    let mut all: Vec<Change> = file.formulas.iter().flat_map(|formula| of_formula(formula, file.kinds)).collect();
    all.extend(file.tests.iter().flat_map(|test| of_limit(test, file.kinds)));
    all
}

fn of_formula(formula: &'static Formula, siblings: &'static [&'static FigureKind]) -> Vec<Change> {
    let mut found = Vec::new();
    let mut add = |what: String, changed, tables: &[Table], kinds: &[&'static FigureKind]| {
        let (tables, kinds) = (tables.to_vec(), kinds.to_vec());
        found.push(Change { of: formula.kind.id, what, is_limit: false, changed, tables, kinds });
    };
    let (tables, kinds): (&[Table], &[&FigureKind]) = match &formula.source {
        Source::Rows(table, _) => (std::slice::from_ref(table), &[]),
        Source::Figures(kind, _) => (&[], std::slice::from_ref(kind)),
    };
    let mut formulas: Vec<(String, Formula)> = Vec::new();
    match formula.source {
        Source::Rows(table, keys) => {
            for (what, keys) in terms::with_other_keys(formula.kind, table, keys) {
                formulas.push((what, Formula { source: Source::Rows(table, keys), ..*formula }));
            }
            for (what, keys) in terms::exchanged(keys, formula.kind.dimensions) {
                formulas.push((what, Formula { source: Source::Rows(table, keys), ..*formula }));
            }
        }
        Source::Figures(kind, keep) => {
            for other in terms::other_kinds(kind, siblings) {
                let changed = Changed::Formula(formula, Formula { source: Source::Figures(other, keep), ..*formula });
                add(format!("from {} instead of {}", other.id, kind.id), changed, &[], &[kind, other]);
            }
            for (at, position) in keep.iter().enumerate() {
                let Some(dimension) = formula.kind.dimensions.get(at) else { continue };
                for (other, found) in (0..).zip(kind.dimensions) {
                    if other != *position && crate::calculation::is_same(*found, *dimension) {
                        let source = Source::Figures(kind, replaced(keep, at, other));
                        formulas.push((format!("[{at}] part {position} → {other}"), Formula { source, ..*formula }));
                    }
                }
            }
        }
    }
    formulas.extend(with_other_conditions(formula));
    let place = Place { table: tables.first().copied(), siblings };
    for (what, is) in terms::others(formula.is, place) {
        formulas.push((what, Formula { is, ..*formula }));
    }
    for (what, other) in formulas {
        add(what, Changed::Formula(formula, other), tables, kinds);
    }
    for (at, dimension) in formula.kind.dimensions.iter().enumerate() {
        use crate::calculation::Dimension::{Month, Year};
        if matches!(dimension, Year | Month) {
            add(format!("[{at}] one later"), Changed::Later(formula, at), tables, kinds);
        }
    }
    if terms::adds_up(formula) {
        add("sum → first".into(), Changed::OnlyFirst(formula), tables, kinds);
    }
    if terms::has_parameter(formula.is) {
        add("parameters of the year after".into(), Changed::ParametersOfNextYear(formula), tables, kinds);
    }
    found
}

/// The formula with each of its conditions dropped, and with others in its place.
fn with_other_conditions(formula: &'static Formula) -> Vec<(String, Formula)> {
    let mut formulas = Vec::new();
    for (at, when) in formula.when.iter().enumerate() {
        let mut others = formula.when.to_vec();
        others.remove(at);
        formulas.push((format!("condition {at} dropped"), Formula { when: kept(others), ..*formula }));
        for (what, other) in other_conditions(*when) {
            let when = replaced(formula.when, at, other);
            formulas.push((format!("condition {at} {what}"), Formula { when, ..*formula }));
        }
    }
    formulas
}

fn other_conditions(when: When) -> Vec<(String, When)> {
    let words = |column: crate::calculation::ColumnOf| match column.definition().map(|column| column.kind) {
        Some(ColumnKind::Choice(choices)) => u32::try_from(choices.len()).unwrap_or_default(),
        _ => 2,
    };
    match when {
        When::Is(column, word) => {
            let mut all = vec![("turned round".to_owned(), When::IsNot(column, word))];
            all.extend(
                (0..words(column))
                    .filter(|other| *other != word)
                    .map(|other| (format!("word {word} → {other}"), When::Is(column, other))),
            );
            all
        }
        When::IsNot(column, word) => {
            let mut all = vec![("turned round".to_owned(), When::Is(column, word))];
            all.extend(
                (0..words(column))
                    .filter(|other| *other != word)
                    .map(|other| (format!("word {word} → {other}"), When::IsNot(column, other))),
            );
            all
        }
        When::ThroughIs(column, inner, word) => (0..words(inner))
            .filter(|other| *other != word)
            .map(|other| (format!("word {word} → {other}"), When::ThroughIs(column, inner, other)))
            .collect(),
        When::IsFilled(column) => vec![("turned round".into(), When::IsEmpty(column))],
        When::IsEmpty(column) => vec![("turned round".into(), When::IsFilled(column))],
    }
}

fn of_limit(test: &'static Test, siblings: &'static [&'static FigureKind]) -> Vec<Change> {
    let (Fails::Below(limit) | Fails::Above(limit) | Fails::Differs(limit)) = test.fails;
    let again = |limit| match test.fails {
        Fails::Below(_) => Fails::Below(limit),
        Fails::Above(_) => Fails::Above(limit),
        Fails::Differs(_) => Fails::Differs(limit),
    };
    let mut all: Vec<(String, Fails)> = Vec::new();
    if !matches!(test.fails, Fails::Below(_)) {
        all.push(("fails below".into(), Fails::Below(limit)));
    }
    if !matches!(test.fails, Fails::Above(_)) {
        all.push(("fails above".into(), Fails::Above(limit)));
    }
    if !matches!(test.fails, Fails::Differs(_)) {
        all.push(("fails where different".into(), Fails::Differs(limit)));
    }
    let little = little(test.of.unit);
    all.push(("a little more".into(), again(Term::Add(kept([limit, little])))));
    all.push(("a little less".into(), again(Term::Subtract(kept([limit, little])))));
    let place = Place { table: None, siblings };
    all.extend(terms::others(limit, place).into_iter().map(|(what, limit)| (what, again(limit))));
    let change = |(what, fails)| Change {
        of: test.finding.code,
        what: format!("{}: {what}", test.of.id),
        is_limit: true,
        changed: Changed::Limit(*test, Test { fails, ..*test }),
        tables: Vec::new(),
        kinds: vec![test.of],
    };
    all.into_iter().map(change).collect()
}

/// By how much a limit is moved: a case on the other side of it must be as near.
fn little(unit: Unit) -> Term {
    let of = |one, parts| Term::Divide(kept([Term::Constant(one, "a little"), Term::Constant(parts, "parts")]));
    match unit {
        Unit::Money => of(1_000, 1),
        Unit::Percent => of(1, 100),
        Unit::Number => of(1, 10),
        Unit::Count | Unit::Arrows | Unit::Rating => of(1, 1),
    }
}

/// Whether two keys say the same.
pub(super) fn is_same_key(left: Key, right: Key) -> bool {
    match (left, right) {
        (Key::Row, Key::Row) => true,
        (Key::Column(left), Key::Column(right)) => left == right,
        (Key::Through(left, left_inner), Key::Through(right, right_inner)) => {
            left == right && left_inner == right_inner
        }
        (Key::Word(left, word), Key::Word(right, other)) => left == right && word == other,
        _ => false,
    }
}

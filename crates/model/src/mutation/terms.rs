//! Every term that differs from a term in a single place.

use super::changes::{is_same_key, kept, replaced};
use crate::calculation::{ColumnOf, Dimension, FigureKind, Formula, Key, Source, Term, When, fits, is_same};
use crate::plan::{ColumnKind, Table};

/// Where a term stands.
#[derive(Clone, Copy)]
pub struct Place {
    /// Whose rows are gone through.
    pub table: Option<Table>,
    /// The kinds of figures of the same file.
    pub siblings: &'static [&'static FigureKind],
}

/// The columns of a table, but for one.
fn other_columns(column: ColumnOf) -> impl Iterator<Item = ColumnOf> {
    let positions = 0..u8::try_from(column.table.columns().len()).unwrap_or(u8::MAX);
    let all = positions.map(move |position| ColumnOf { table: column.table, position });
    all.filter(move |other| *other != column)
}

fn kind(column: ColumnOf) -> Option<ColumnKind> {
    column.definition().map(|column| column.kind)
}

fn name(column: ColumnOf) -> &'static str {
    column.definition().map_or("?", |column| column.name)
}

/// The columns of the same table that hold the same kind of numbers.
fn alike(column: ColumnOf) -> Vec<ColumnOf> {
    let is_alike = |other: &ColumnOf| match (kind(column), kind(*other)) {
        (Some(one), Some(other)) => one.is_number() && std::mem::discriminant(&one) == std::mem::discriminant(&other),
        _ => false,
    };
    other_columns(column).filter(is_alike).collect()
}

/// The kinds of figures of the same file that are about the same and in the same unit.
pub fn other_kinds(kind: &'static FigureKind, siblings: &[&'static FigureKind]) -> Vec<&'static FigureKind> {
    let about_same = |other: &FigureKind| {
        other.dimensions.len() == kind.dimensions.len()
            && other.dimensions.iter().zip(kind.dimensions).all(|(one, other)| is_same(*one, *other))
    };
    let others = siblings.iter().filter(|other| !std::ptr::eq(**other, kind));
    others.filter(|other| other.unit == kind.unit && about_same(other)).copied().collect()
}

/// The other keys that say in a row something of the same kind.
pub fn other_keys(key: Key, dimension: Dimension, table: Table) -> Vec<(String, Key)> {
    let text = |key: Key| match key {
        Key::Row => "*".to_owned(),
        Key::Column(column) => name(column).to_owned(),
        Key::Through(column, inner) => format!("{}.{}", name(column), name(inner)),
        Key::Word(choices, word) => choices.get(word as usize).map_or("?", |choice| choice.word).to_owned(),
    };
    let mut others = Vec::new();
    if let Key::Word(choices, _) = key {
        others.extend((0..).zip(choices).map(|(word, _)| Key::Word(choices, word)));
    } else {
        if matches!(dimension, Dimension::Row(of) if of == table) {
            others.push(Key::Row);
        }
        for (position, column) in (0..).zip(table.columns()) {
            if fits(column.kind, dimension) {
                others.push(Key::Column(ColumnOf { table, position }));
            }
        }
        if let Key::Through(column, inner) = key {
            others.extend(
                other_columns(inner)
                    .filter(|inner| kind(*inner).is_some_and(|kind| fits(kind, dimension)))
                    .map(|inner| Key::Through(column, inner)),
            );
        }
    }
    others.retain(|other| !is_same_key(key, *other));
    others.into_iter().map(|other| (format!("{} → {}", text(key), text(other)), other)).collect()
}

/// Two keys that say something of the same kind in each other's place.
pub fn exchanged(keys: &'static [Key], dimensions: &[Dimension]) -> Vec<(String, &'static [Key])> {
    let mut all = Vec::new();
    for (left, left_dimension) in dimensions.iter().enumerate() {
        for (right, right_dimension) in dimensions.iter().enumerate().skip(left + 1) {
            if is_same(*left_dimension, *right_dimension) && right < keys.len() {
                let mut exchanged = keys.to_vec();
                exchanged.swap(left, right);
                all.push((format!("[{left}] ⇄ [{right}]"), kept(exchanged).as_slice()));
            }
        }
    }
    all
}

/// Whether what falls on the same may be several.
pub fn adds_up(formula: &Formula) -> bool {
    match formula.source {
        // A row that is found by what the figure is about can only be given once.
        Source::Rows(table, keys) => {
            let is_said = |position: &u8| {
                // A condition that only one word, or only an empty cell, fulfils says it too.
                let is_fixed = |when: &When| match when {
                    When::Is(column, _) | When::IsEmpty(column) => column.position == *position,
                    _ => false,
                };
                keys.iter().any(|key| matches!(key, Key::Column(column) if column.position == *position))
                    || formula.when.iter().any(is_fixed)
            };
            let is_once = !table.key().is_empty() && table.key().iter().all(is_said);
            !is_once && !keys.iter().any(|key| matches!(key, Key::Row))
        }
        Source::Figures(kind, keep) => keep.len() < kind.dimensions.len(),
    }
}

/// Whether a term asks for a parameter.
pub fn has_parameter(term: Term) -> bool {
    matches!(term, Term::Parameter(_)) || parts(&term).into_iter().any(has_parameter)
}

fn parts(term: &Term) -> Vec<Term> {
    match term {
        Term::FirstFilled(terms) => terms.to_vec(),
        Term::StatedOrComputed(terms)
        | Term::Add(terms)
        | Term::Subtract(terms)
        | Term::Multiply(terms)
        | Term::Divide(terms)
        | Term::Min(terms)
        | Term::Max(terms) => terms.to_vec(),
        _ => Vec::new(),
    }
}

/// The same term with other parts.
fn with_parts(term: Term, parts: &'static [Term]) -> Option<Term> {
    if let Term::FirstFilled(_) = term {
        return Some(Term::FirstFilled(parts));
    }
    let pair: &'static [Term; 2] = parts.try_into().ok()?;
    Some(match term {
        Term::StatedOrComputed(_) => Term::StatedOrComputed(pair),
        Term::Add(_) => Term::Add(pair),
        Term::Subtract(_) => Term::Subtract(pair),
        Term::Multiply(_) => Term::Multiply(pair),
        Term::Divide(_) => Term::Divide(pair),
        Term::Min(_) => Term::Min(pair),
        Term::Max(_) => Term::Max(pair),
        _ => return None,
    })
}

/// Every term that differs from this one in a single place, with what is other.
pub fn others(term: Term, place: Place) -> Vec<(String, Term)> {
    let mut all = here(term, place);
    let inner = parts(&term);
    for (at, part) in inner.iter().enumerate() {
        for (what, other) in others(*part, place) {
            let changed = with_parts(term, replaced(&inner, at, other));
            all.extend(changed.map(|changed| (format!("{at}/{what}"), changed)));
        }
    }
    all
}

/// The keys of a kind of figures, of the rows of a table, with each of them changed.
pub fn with_other_keys(kind: &FigureKind, table: Table, keys: &'static [Key]) -> Vec<(String, &'static [Key])> {
    let mut all = Vec::new();
    for ((at, key), dimension) in keys.iter().enumerate().zip(kind.dimensions) {
        for (what, key) in other_keys(*key, *dimension, table) {
            all.push((format!("[{at}] {what}"), replaced(keys, at, key)));
        }
    }
    all
}

/// The terms that differ in their outermost part.
fn here(term: Term, place: Place) -> Vec<(String, Term)> {
    let mut all = Vec::new();
    let mut add = |what: String, term| all.push((what, term));
    match term {
        Term::Cell(column) => {
            for other in alike(column) {
                add(format!("{} → {}", name(column), name(other)), Term::Cell(other));
            }
        }
        Term::Through(column, inner) => {
            for other in alike(inner) {
                add(format!("{} → {}", name(inner), name(other)), Term::Through(column, other));
            }
            let target = |column| match kind(column) {
                Some(ColumnKind::Reference(table)) => Some(table),
                _ => None,
            };
            for other in other_columns(column).filter(|other| target(*other) == target(column)) {
                add(format!("{} → {}", name(column), name(other)), Term::Through(other, inner));
            }
        }
        Term::Figure(kind) => {
            for other in other_kinds(kind, place.siblings) {
                add(format!("{} → {}", kind.id, other.id), Term::Figure(other));
            }
        }
        Term::FigureOf(kind, keys) => {
            for other in other_kinds(kind, place.siblings) {
                add(format!("{} → {}", kind.id, other.id), Term::FigureOf(other, keys));
            }
            for (what, keys) in place.table.map(|table| with_other_keys(kind, table, keys)).unwrap_or_default() {
                add(format!("{}{what}", kind.id), Term::FigureOf(kind, keys));
            }
        }
        Term::Constant(number, what) => add(format!("{number} → {}", number + 1), Term::Constant(number + 1, what)),
        Term::FirstFilled(terms) => {
            for at in 0..terms.len() {
                let mut fewer = terms.to_vec();
                fewer.remove(at);
                add(format!("without {at} of those that may be filled"), Term::FirstFilled(kept(fewer)));
            }
            let mut exchanged = terms.to_vec();
            exchanged.reverse();
            add("the last filled".into(), Term::FirstFilled(kept(exchanged)));
        }
        Term::StatedOrComputed([stated, computed]) => {
            add("only what is stated".into(), *stated);
            add("only what is computed".into(), *computed);
            add("what is computed first".into(), Term::StatedOrComputed(kept([*computed, *stated])));
        }
        Term::Add(terms) => operations(terms, "+", &mut add),
        Term::Subtract(terms) => operations(terms, "−", &mut add),
        Term::Multiply(terms) => operations(terms, "×", &mut add),
        Term::Divide(terms) => operations(terms, "÷", &mut add),
        Term::Min(terms) => operations(terms, "smaller", &mut add),
        Term::Max(terms) => operations(terms, "larger", &mut add),
        Term::Each | Term::Parameter(_) | Term::RowCount(_) => {}
    }
    all
}

/// The other operations on the same two, the two in each other's place, and each alone where one is chosen.
fn operations(terms: &'static [Term; 2], sign: &str, add: &mut impl FnMut(String, Term)) {
    let [left, right] = terms;
    let is_choice = matches!(sign, "smaller" | "larger");
    let all = [
        ("+", Term::Add(terms)),
        ("−", Term::Subtract(terms)),
        ("×", Term::Multiply(terms)),
        ("÷", Term::Divide(terms)),
        ("smaller", Term::Min(terms)),
        ("larger", Term::Max(terms)),
    ];
    for (other, term) in all {
        if other != sign && (is_choice == matches!(other, "smaller" | "larger")) {
            add(format!("{sign} → {other}"), term);
        }
    }
    let exchanged = kept([*right, *left]);
    match sign {
        "−" => add("− with its sides exchanged".into(), Term::Subtract(exchanged)),
        "÷" => add("÷ with its sides exchanged".into(), Term::Divide(exchanged)),
        "smaller" | "larger" => {
            add("only the first of the two".into(), *left);
            add("only the second of the two".into(), *right);
        }
        _ => {}
    }
}

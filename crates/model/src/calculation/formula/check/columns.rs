//! What stands in a column, in words, and where it fits.

use super::super::ColumnOf;
use crate::calculation::Dimension;
use crate::plan::{ColumnKind, Table};

/// The column `plan` of the table `beds`.
pub(super) fn name(column: ColumnOf) -> String {
    let name = column.definition().map_or("?", |column| column.name);
    format!("the column `{name}` of `{}`", column.table.name())
}

/// Several things in a row of words.
pub(super) fn list(things: impl Iterator<Item = String>) -> String {
    things.collect::<Vec<_>>().join(", ")
}

/// A number of dimensions.
pub(super) fn counted(dimensions: usize) -> String {
    if dimensions == 1 { "1 dimension".into() } else { format!("{dimensions} dimensions") }
}

/// What stands in a column.
pub(super) fn kind_text(kind: ColumnKind) -> String {
    match kind {
        ColumnKind::Identifier => "the identifier of its row".into(),
        ColumnKind::Text => "text".into(),
        ColumnKind::Reference(table) => format!("a row of `{}`", table.name()),
        ColumnKind::MoneyUnit => "the unit of money".into(),
        ColumnKind::Money => "money".into(),
        ColumnKind::Count => "a number of things".into(),
        ColumnKind::Number | ColumnKind::Measured => "a plain number".into(),
        ColumnKind::Rate => "a share".into(),
        ColumnKind::Year => "a financial year".into(),
        ColumnKind::Month => "a month".into(),
        ColumnKind::Date => "a date".into(),
        ColumnKind::DueDate => "when something is due".into(),
        ColumnKind::Choice(choices) => dimension_text(Dimension::Choice(choices)),
        ColumnKind::Flag => "yes or no".into(),
        ColumnKind::SourceLines => "lines of the document".into(),
        ColumnKind::FigureIdentifier => "the identifier of a figure".into(),
    }
}

/// What a figure is about in one respect.
pub(super) fn dimension_text(dimension: Dimension) -> String {
    match dimension {
        Dimension::Row(table) => format!("a row of `{}`", table.name()),
        Dimension::Year => "a financial year".into(),
        Dimension::Month => "a month".into(),
        Dimension::Due => "when something is due".into(),
        Dimension::Choice(choices) => format!("one of \"{}\"", list(choices.iter().map(|choice| choice.word.into()))),
    }
}

/// Whether a figure can be about what stands in a column.
pub(crate) fn fits(kind: ColumnKind, dimension: Dimension) -> bool {
    match (kind, dimension) {
        (ColumnKind::Reference(table), Dimension::Row(about)) => table == about,
        (ColumnKind::Choice(choices), Dimension::Choice(about)) => choices == about,
        (ColumnKind::Year, Dimension::Year)
        | (ColumnKind::Month, Dimension::Month)
        | (ColumnKind::DueDate, Dimension::Due) => true,
        _ => false,
    }
}

/// Whether two figures are about the same in one respect.
pub(crate) fn is_same(left: Dimension, right: Dimension) -> bool {
    match (left, right) {
        (Dimension::Row(left), Dimension::Row(right)) => left == right,
        (Dimension::Choice(left), Dimension::Choice(right)) => left == right,
        (Dimension::Year, Dimension::Year)
        | (Dimension::Month, Dimension::Month)
        | (Dimension::Due, Dimension::Due) => true,
        _ => false,
    }
}

/// Which columns of a table would fit.
pub(super) fn which_fit(table: Table, fit: impl Fn(ColumnKind) -> bool) -> String {
    let fitting = table.columns().iter().filter(|column| fit(column.kind));
    said_of(table, fitting.map(|column| format!("`{}`", column.name)))
}

/// Which columns of a table, or the row itself, say what a figure is about.
pub(super) fn which_keys_fit(table: Table, dimension: Dimension) -> String {
    let row = matches!(dimension, Dimension::Row(about) if about == table).then(|| "`*`, the row itself".to_owned());
    let columns = table.columns().iter().filter(|column| fits(column.kind, dimension));
    said_of(table, row.into_iter().chain(columns.map(|column| format!("`{}`", column.name))))
}

fn said_of(table: Table, fitting: impl Iterator<Item = String>) -> String {
    let fitting = list(fitting);
    if fitting.is_empty() {
        format!("no column of `{}` fits", table.name())
    } else {
        format!("of `{}` would fit {fitting}", table.name())
    }
}

/// Why a column is none of the rows that are gone through.
pub(super) fn fault_of_table(column: ColumnOf, table: Table) -> Option<String> {
    if column.table == table && column.definition().is_some() {
        return None;
    }
    Some(format!("{} stands where the rows of `{}` are gone through", name(column), table.name()))
}

/// Why a column does not lead to the table of another.
pub(super) fn fault_of_reference(column: ColumnOf, inner: ColumnOf, table: Table) -> Option<String> {
    fault_of_table(column, table).or_else(|| match column.definition()?.kind {
        ColumnKind::Reference(target) => fault_of_table(inner, target).map(|_| {
            format!("{} is asked for through {}, which refers to `{}`", name(inner), name(column), target.name())
        }),
        kind => Some(format!(
            "{} is asked for through {}, which holds {} and refers to no row: {}",
            name(inner),
            name(column),
            kind_text(kind),
            which_fit(table, |kind| matches!(kind, ColumnKind::Reference(target) if target == inner.table))
        )),
    })
}

//! How alike two rows of a table are that have one name.

use crate::plan::{ColumnKind, Content, Plan, Table};
use crate::quantity::{Fixed, InOrder};

/// How alike rows are that have one name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// Every cell says the same.
    Same,
    /// Every cell that both fill says the same, numbers among them.
    NothingElse,
    /// Every cell says the same but some amount: the old row and the new one.
    OtherNumbers,
}

/// What a row says in every cell but its identifier and its place in the document: amounts in pounds, whatever their unit.
pub(super) struct Said {
    pub(super) row: u32,
    words: Vec<String>,
    numbers: Vec<(usize, Option<Fixed>)>,
}

impl Said {
    pub(super) fn of(plan: &Plan, table: Table, row: u32) -> Self {
        let beside = |kind| matches!(kind, ColumnKind::Identifier | ColumnKind::SourceLines | ColumnKind::MoneyUnit);
        let (mut words, mut numbers) = (Vec::new(), Vec::new());
        for (at, column) in table.columns().iter().enumerate().filter(|(_, column)| !beside(column.kind)) {
            let content = plan.content_at(table, row, at);
            match content {
                _ if column.kind.is_number() => numbers.push((at, content.number().map(|(number, _)| number))),
                Content::Row(to) => words.push(to.to_string()),
                _ => words.push(alike(&plan.written_cell(table, row, column.name).unwrap_or_default())),
            }
        }
        Self { row, words, numbers }
    }

    pub(super) fn cells(&self) -> (&[String], &[(usize, Option<Fixed>)]) {
        (&self.words, &self.numbers)
    }

    fn likeness(&self, other: &Self, table: Table) -> Option<Likeness> {
        let is_money =
            |at: usize| table.columns().get(at).is_some_and(|column| matches!(column.kind, ColumnKind::Money));
        let (mut shares, mut differs) = (false, false);
        for ((at, one), (_, other)) in self.numbers.iter().zip(&other.numbers) {
            let Some((one, other)) = one.zip(*other) else { continue };
            shares |= one == other && !one.is_zero();
            differs |= one != other && is_money(*at);
            // What is no amount, such as the number of a row, tells two things apart.
            if one != other && !is_money(*at) {
                return None;
            }
        }
        let mut words = self.words.iter().zip(&other.words);
        match differs {
            true => (self.words == other.words).then_some(Likeness::OtherNumbers),
            false => {
                let fits = words.all(|(one, other)| one == other || one.is_empty() || other.is_empty());
                (shares && fits).then_some(Likeness::NothingElse)
            }
        }
    }
}

/// So many rows of one name are held against each other.
const MOST_ALIKE: usize = 30;

/// Rows that are so alike, those together that belong together.
pub(super) fn joined(table: Table, said: &[&Said], likeness: Likeness) -> Vec<Vec<u32>> {
    if said.len() > MOST_ALIKE {
        return Vec::new();
    }
    let mut groups: Vec<Vec<u32>> = Vec::new();
    for (at, one) in said.iter().enumerate() {
        for other in said.iter().skip(at + 1).filter(|other| one.likeness(other, table) == Some(likeness)) {
            let rows = [one.row, other.row];
            let (mut with, without): (Vec<_>, Vec<_>) =
                groups.into_iter().partition(|group| rows.iter().any(|row| group.contains(row)));
            with.push(rows.to_vec());
            let mut all = with.concat();
            all.order_by(Ord::cmp);
            all.dedup();
            groups = without;
            groups.push(all);
        }
    }
    groups
}

/// Words without what people do not see as a difference: capitals, and spaces that are too many.
fn alike(words: &str) -> String {
    words.split_whitespace().map(str::to_lowercase).collect::<Vec<String>>().join(" ")
}

//! Rows of a tracker held against one another: which of them are the sums of others.

use super::row_kinds::RowKind;
use crate::headings::Field;
use crate::sums::RunningSum;
use one_plan_model::quantity::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// A row with its amounts that can be read.
#[derive(Clone, Debug)]
pub struct AmountsOfRow {
    /// The row of the sheet.
    pub row: u32,
    /// What it is by its words.
    pub kind: RowKind,
    /// Its amounts.
    pub amounts: Vec<(Field, Decimal)>,
}

/// The sums of all amounts while the rows are gone through.
#[derive(Clone, Debug, Default)]
pub struct Sums {
    fields: BTreeMap<Field, RunningSum>,
    rows: usize,
    rows_since_total: usize,
}

impl Sums {
    /// Adds a scheme.
    pub fn add(&mut self, amounts: &[(Field, Decimal)]) {
        for (field, number) in amounts {
            self.fields.entry(*field).or_default().add(*number);
        }
        self.rows += 1;
        self.rows_since_total += 1;
    }

    /// Begins anew below a total.
    pub fn start_anew(&mut self) {
        self.fields.values_mut().for_each(RunningSum::start_anew);
        self.rows_since_total = 0;
    }

    /// The sum of all rows, where it is known.
    pub fn of_all(&self, field: Field) -> Option<Decimal> {
        self.fields.get(&field).copied().unwrap_or_default().of_all()
    }

    /// How many rows were added.
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The sum that differs from a total of a field; nothing where none does.
    pub fn differs(&self, field: Field, total: Decimal) -> Option<Decimal> {
        self.fields.get(&field).copied().unwrap_or_default().differs(total, self.rows)
    }

    /// Whether every amount of a row is the sum of all rows, where these may have been rounded.
    pub fn are_rounded(&self, line: &AmountsOfRow) -> bool {
        let is_rounded = |(field, total): &(Field, Decimal)| {
            self.fields.get(field).is_some_and(|sum| sum.is_rounded(*total, self.rows))
        };
        self.rows > 1 && !line.amounts.is_empty() && line.amounts.iter().all(is_rounded)
    }

    /// Whether every amount of a row that could be a total is the sum of the rows that were added, or of those since the last
    /// total. A row of noughts says nothing, and what is the same as one row alone and says more than amounts may be a second
    /// one like it.
    pub fn are(&self, line: &AmountsOfRow) -> bool {
        let is_any = line.amounts.iter().any(|(_, total)| !total.is_zero());
        let is_like_one = self.rows == 1 || self.rows_since_total == 1;
        let may_be_second = is_like_one && line.kind == RowKind::Nameless { says_more: true };
        is_any && !may_be_second && line.amounts.iter().all(|(field, total)| self.differs(*field, *total).is_none())
    }
}

/// The rows without a name that stand above what they add up: one that is the sum of all schemes, and those of which each is
/// the sum of the schemes down to the next.
///
/// Such a sheet begins with one. Where only some of them are such sums, none of them is taken for one: it is not known then
/// what the layout of the sheet is.
pub fn totals_above_their_rows(lines: &[AmountsOfRow]) -> BTreeSet<u32> {
    let is_nameless = |line: &AmountsOfRow| matches!(line.kind, RowKind::Nameless { .. });
    let is_scheme = |line: &AmountsOfRow| matches!(line.kind, RowKind::Scheme | RowKind::Unidentified);
    let begins_with_one = lines.iter().find(|line| is_nameless(line) || is_scheme(line)).is_some_and(is_nameless);
    let Some(first) = lines.iter().position(is_nameless).filter(|_| begins_with_one) else { return BTreeSet::new() };
    let Some((top, below)) = lines.get(first..).and_then(<[AmountsOfRow]>::split_first) else { return BTreeSet::new() };
    let sums_of = |rows: &[AmountsOfRow]| {
        let mut sums = Sums::default();
        rows.iter().filter(|line| is_scheme(line)).for_each(|line| sums.add(&line.amounts));
        sums
    };
    let is_of_all = sums_of(below).are(top);
    let (blocks, mut found) = if is_of_all {
        (below.iter().position(is_nameless).and_then(|at| below.get(at..)), BTreeSet::from([top.row]))
    } else {
        (lines.get(first..), BTreeSet::new())
    };
    // Each begins with a row that has no name.
    let mut blocks: Vec<&[AmountsOfRow]> =
        blocks.unwrap_or_default().chunk_by(|_, next| !is_nameless(next) && next.kind != RowKind::Total).collect();
    blocks.retain(|block| block.first().is_some_and(is_nameless));
    let is_sum_of_block = |block: &&[AmountsOfRow]| {
        block.split_first().is_some_and(|(head, rows)| !rows.is_empty() && sums_of(rows).are(head))
    };
    if blocks.iter().all(is_sum_of_block) {
        found.extend(blocks.iter().filter_map(|block| block.first()).map(|head| head.row));
    }
    found
}

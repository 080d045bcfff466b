//! Rows as lines of amounts, among which those are looked for that are the sums of others.

use super::column_sums::ColumnSums;
use one_plan_model::quantity::{Decimal, MoneyUnit};
use std::collections::HashMap;

/// A group of more parts than that is not looked for: the search stays linear in the rows.
const MOST_PARTS: usize = 200;

/// Whether the words of a row are those of a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// They are not.
    None,
    /// Its amounts have to say it.
    Perhaps,
    /// They are.
    Total,
}

/// Which row may be the sum of one other row alone: it is the same as that row, and may be a second one like it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfOne {
    /// None.
    None,
    /// One that lacks what the other has.
    Lacking,
    /// Any.
    Any,
}

/// A row with its amounts.
#[derive(Clone, Debug)]
pub struct Line {
    /// The row of the sheet.
    pub row: u32,
    /// What its words say of it.
    pub mark: Mark,
    /// Whether it has an identifier of its own.
    pub has_identifier: bool,
    /// By column of the table: the amount as text, and in pounds.
    pub amounts: Vec<(usize, Box<str>, Decimal)>,
    /// The unit of the amounts as text.
    pub unit: Option<MoneyUnit>,
    /// Which columns are filled, by position among those that are known, and which are no matter: amounts and units.
    pub filled: Vec<bool>,
}

impl Line {
    /// Whether other rows have something in a column, all of them, and this one has not.
    pub fn lacks_what_all_have(&self, parts: &[&Self]) -> bool {
        self.filled.iter().enumerate().any(|(at, is_filled)| {
            !is_filled && parts.iter().all(|part| part.filled.get(at).copied().unwrap_or_default())
        })
    }

    /// Whether every amount is the sum of those above, or of those since the last total.
    pub fn is_total_of(&self, sums: &ColumnSums) -> bool {
        let is_any = self.amounts.iter().any(|(.., pounds)| !pounds.is_zero());
        let is_sum = |column: usize, text: &str| {
            sums.against(column, text, self.unit).is_some_and(|(_, differs)| differs.is_none())
        };
        is_any && self.amounts.iter().all(|(column, text, _)| is_sum(*column, text))
    }

    /// Adds the amounts to the sums.
    pub fn add_to(&self, sums: &mut ColumnSums) {
        for (column, text, _) in &self.amounts {
            sums.add(*column, text, self.unit);
        }
        sums.end_row();
    }

    fn amount(&self, column: usize) -> Decimal {
        self.amounts.iter().find(|(of, ..)| *of == column).map_or(Decimal::ZERO, |(.., pounds)| *pounds)
    }

    /// How many of the last of these lines, from the nearest, it adds up in every amount that it gives; nothing where it adds
    /// up none.
    fn parts_among(&self, nearest: &[&Self], of_one: OfOne) -> Option<usize> {
        if self.has_identifier || self.amounts.iter().all(|(.., pounds)| pounds.is_zero()) {
            return None;
        }
        let mut sums = vec![Decimal::ZERO; self.amounts.len()];
        let mut counting = 0_usize;
        for (at, part) in nearest.iter().rev().take(MOST_PARTS).enumerate() {
            for (sum, (column, ..)) in sums.iter_mut().zip(&self.amounts) {
                *sum = sum.checked_add(part.amount(*column))?;
            }
            counting += usize::from(part.amounts.iter().any(|(.., pounds)| !pounds.is_zero()));
            let is_enough = match (at, counting) {
                (_, 2..) => true,
                (0, 1) => of_one == OfOne::Any || (of_one == OfOne::Lacking && self.lacks_what_all_have(&[*part])),
                _ => false,
            };
            if is_enough && sums.iter().zip(&self.amounts).all(|(sum, (.., pounds))| sum == pounds) {
                return Some(at + 1);
            }
        }
        None
    }
}

/// The lines that are sums of those directly before them in this order, with their parts. A sum may be a part of another.
/// That of one row counts where there is one of several: then the sheet is laid out so.
pub fn groups_among<'l>(lines: impl Iterator<Item = &'l Line>, of_one: OfOne) -> HashMap<u32, Vec<&'l Line>> {
    let mut found = HashMap::new();
    let mut nearest: Vec<&Line> = Vec::new();
    for line in lines {
        if line.mark == Mark::Total {
            nearest.clear();
            continue;
        }
        let parts = line.parts_among(&nearest, of_one);
        if let Some(parts) = parts {
            found.insert(line.row, nearest.split_off(nearest.len().saturating_sub(parts)));
        }
        if parts.is_some() || line.mark == Mark::None {
            nearest.push(line);
        }
    }
    if found.values().all(|parts| parts.len() < 2) { HashMap::new() } else { found }
}

//! Rows as lines of amounts, among which those are looked for that are the sums of others.

use super::column_sums::ColumnSums;
use one_plan_model::quantity::{Decimal, MoneyUnit};
use std::collections::HashMap;

/// A group of more parts than that is not looked for: the search stays linear in the rows.
pub const MOST_PARTS: usize = 1_000;

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

/// An amount of a row.
#[derive(Clone, Debug)]
pub struct LineAmount {
    /// Which column, by position among those that are known.
    pub column: usize,
    /// As text, in the unit of the row.
    pub text: Box<str>,
    /// In pounds, or in the one unit of all rows.
    pub amount: Decimal,
    /// The worth of its last place in the same unit: as far as that it may be rounded.
    pub last_place: Decimal,
}

/// A row with its amounts.
#[derive(Clone, Debug)]
pub struct Line {
    /// The row of the sheet.
    pub row: u32,
    /// What its words say of it.
    pub mark: Mark,
    /// Whether it says no more than a sum can say; what has an identifier of its own is none.
    pub can_be_sum: bool,
    /// Its amounts.
    pub amounts: Vec<LineAmount>,
    /// The unit of the amounts as text.
    pub unit: Option<MoneyUnit>,
    /// Which columns are filled, by position among those that are known, and which are no matter: amounts and units.
    pub filled: Vec<bool>,
    /// How many of its cells say what it is: its name, its reference, and what only a row of its own has.
    pub telling: usize,
}

/// A sum of parts in one column.
#[derive(Clone, Copy, Debug)]
struct PartSum {
    sum: Decimal,
    finest: Option<Decimal>,
    has_negative: bool,
}

impl PartSum {
    const NOTHING: Self = Self { sum: Decimal::ZERO, finest: None, has_negative: false };

    fn add(&mut self, part: &LineAmount) -> Option<()> {
        self.sum = self.sum.checked_add(part.amount)?;
        self.finest = Some(self.finest.map_or(part.last_place, |finest| finest.min(part.last_place)));
        self.has_negative |= part.amount.is_sign_negative() && !part.amount.is_zero();
        Some(())
    }

    /// How far it may lie from a total whose parts have more places than the total.
    fn room(&self, total: &LineAmount, parts: usize) -> Decimal {
        let is_rounded = self.finest.is_some_and(|finest| finest < total.last_place);
        let room = || total.last_place.checked_mul(Decimal::from(parts)).unwrap_or_default() / Decimal::TWO;
        if is_rounded { room() } else { Decimal::ZERO }
    }

    fn is(&self, total: &LineAmount, parts: usize) -> bool {
        let apart = self.sum.checked_sub(total.amount);
        apart.is_some_and(|apart| apart.abs() <= self.room(total, parts))
    }

    /// Whether it is more than the total, and no further part can make it less.
    fn is_beyond(&self, total: &LineAmount, parts: usize) -> bool {
        let room = self.room(total, parts.saturating_add(1));
        !self.has_negative && self.sum.checked_sub(total.amount).is_some_and(|apart| apart > room)
    }
}

impl Line {
    /// Whether other rows have something in a column, all of them, and this one has not.
    pub fn lacks_what_all_have(&self, parts: &[&Self]) -> bool {
        self.filled.iter().enumerate().any(|(at, is_filled)| {
            !is_filled && parts.iter().all(|part| part.filled.get(at).copied().unwrap_or_default())
        })
    }

    /// Whether the amounts are not in one ratio to those of its parts, and leave out none of them: then they are no sums by
    /// chance.
    pub fn is_no_chance(&self, parts: &[&Self]) -> bool {
        let mut totals = self.amounts.iter().filter(|of| !of.amount.is_zero());
        let Some(first) = totals.next() else { return false };
        let has = |column: usize| self.amounts.iter().any(|of| of.column == column);
        let has_all = parts.iter().flat_map(|part| &part.amounts).all(|part| part.amount.is_zero() || has(part.column));
        let is_uneven = |part: &Self, total: &LineAmount| {
            part.amount(first.column).checked_mul(total.amount) != part.amount(total.column).checked_mul(first.amount)
        };
        has_all && totals.any(|total| parts.iter().any(|part| is_uneven(part, total)))
    }

    /// Whether every amount is the sum of those above, or of those since the last total.
    pub fn is_total_of(&self, sums: &ColumnSums) -> bool {
        let is_sum = |column: usize, text: &str| {
            sums.against(column, text, self.unit).is_some_and(|(_, differs)| differs.is_none())
        };
        !self.is_nought() && self.amounts.iter().all(|of| is_sum(of.column, &of.text))
    }

    /// Adds the amounts to the sums.
    pub fn add_to(&self, sums: &mut ColumnSums) {
        for of in &self.amounts {
            sums.add(of.column, &of.text, self.unit);
        }
        sums.end_row();
    }

    /// Whether it has no amount but noughts.
    pub fn is_nought(&self) -> bool {
        self.amounts.iter().all(|of| of.amount.is_zero())
    }

    fn part(&self, column: usize) -> Option<&LineAmount> {
        self.amounts.iter().find(|of| of.column == column)
    }

    fn amount(&self, column: usize) -> Decimal {
        self.part(column).map_or(Decimal::ZERO, |of| of.amount)
    }

    /// How many of the last of these lines, from the nearest, it adds up in every amount that it gives; nothing where it adds
    /// up none.
    fn parts_among(&self, nearest: &[&Self], of_one: OfOne) -> Option<usize> {
        // One amount is added up; where that is a sum, the others are looked at.
        let first = self.amounts.iter().find(|of| !of.amount.is_zero()).filter(|_| self.can_be_sum)?;
        let is_positive = first.amount.is_sign_positive();
        let mut sum = PartSum::NOTHING;
        let mut counting = 0_usize;
        for (at, part) in nearest.iter().rev().take(MOST_PARTS).enumerate() {
            if let Some(amount) = part.part(first.column) {
                sum.add(amount)?;
            }
            counting += usize::from(!part.is_nought());
            let parts = at + 1;
            let is_enough = match (at, counting) {
                (_, 2..) => true,
                (0, 1) => of_one == OfOne::Any || (of_one == OfOne::Lacking && self.lacks_what_all_have(&[*part])),
                _ => false,
            };
            if is_enough && sum.is(first, parts) {
                let parts_of = nearest.get(nearest.len().checked_sub(parts)?..)?;
                if self.amounts.iter().all(|of| Self::is_sum_of(of, parts_of)) {
                    return Some(parts);
                }
            }
            if is_positive && sum.is_beyond(first, parts) {
                return None;
            }
        }
        None
    }

    fn is_sum_of(total: &LineAmount, parts: &[&Self]) -> bool {
        let mut sum = PartSum::NOTHING;
        let amounts = parts.iter().filter_map(|part| part.part(total.column));
        amounts.into_iter().try_for_each(|part| sum.add(part)).is_some() && sum.is(total, parts.len())
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

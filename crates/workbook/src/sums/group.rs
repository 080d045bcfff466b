//! A row that is the sum of others, and what says so.

use one_plan_model::quantity::Decimal;

/// On which side of a group its parts stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Above it.
    Above,
    /// Below it.
    Below,
}

impl Side {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::Below => "below",
        }
    }
}

/// What says that a row is the sum of others and no row of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A total row, which counts its parts and not the row.
    Total,
    /// It is called like a total.
    Words,
    /// It lacks what each of its parts has.
    Cells,
    /// Its reference is that of its parts without their last number: 1, with 1.1 and 1.2.
    Numbers,
    /// Its reference is that of its parts, and the total counts these without it, though its amounts are not theirs.
    TotalAlone,
    /// Several amounts that are not in one ratio, or all rows, which are such sums or parts of them: that is hardly chance.
    Amounts,
    /// Amounts that may be sums by chance, and most rows are such sums or parts of them.
    Undecided,
    /// Amounts that may be sums by chance, among more rows that are in no such group: it counts.
    Chance,
}

/// A row that is the sum of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Where its parts stand.
    pub side: Side,
    /// The first and the last row of the sheet among its parts.
    pub parts: (u32, u32),
    /// What says that it is one.
    pub evidence: Evidence,
    /// The amounts that miss the sums of its parts; of most groups none does.
    pub misses: Vec<Miss>,
    /// Whether no more than rounding is missed.
    pub is_rounded: bool,
}

/// An amount that misses the sum of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Miss {
    /// Which column, by position among those that are known.
    pub column: usize,
    /// The amount of the row.
    pub printed: Decimal,
    /// What its parts add up to.
    pub sum: Decimal,
}

impl Group {
    /// Whether an amount misses the sum of its parts by more than rounding.
    pub const fn has_slip(&self) -> bool {
        !self.misses.is_empty() && !self.is_rounded
    }

    /// What its amounts are to those of its parts, as in "the amounts of this row are … the rows above".
    pub const fn sums_in_words(&self) -> &'static str {
        match (self.misses.is_empty(), self.is_rounded) {
            (true, _) => "the sums of",
            (false, true) => "the sums, but for rounding, of",
            (false, false) => "nearly the sums of",
        }
    }
}

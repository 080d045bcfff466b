//! Some of the twelve months of a financial year.

use one_plan_model::quantity::{FinancialYear, Month};

/// The months of a year.
const TWELVE: u8 = 12;

/// Months of a financial year, counted from nought for April.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Months(u16);

impl Months {
    /// The whole year.
    pub const WHOLE: Self = Self(0xFFF);

    /// With one more.
    pub const fn with(self, month: u8) -> Self {
        Self(if month < TWELVE { self.0 | 1 << month } else { self.0 })
    }

    /// Those of either.
    pub const fn or(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Those of both.
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    /// Those that are not among others.
    pub const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    /// Those up to and including one.
    pub const fn up_to(self, month: u8) -> Self {
        Self(self.0 & ((2 << month) - 1))
    }

    /// Whether one is among them.
    pub const fn has(self, month: u8) -> bool {
        month < TWELVE && self.0 & 1 << month != 0
    }

    /// How many they are.
    pub const fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether there are none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether they are the whole year.
    pub const fn is_whole(self) -> bool {
        self.count() == TWELVE as u32
    }

    /// Each of them.
    pub fn each(self) -> impl Iterator<Item = u8> {
        (0..TWELVE).filter(move |month| self.has(*month))
    }

    /// In words: `April to June 2025`, or `April 2025, June 2025`.
    pub fn words(self, year: FinancialYear) -> String {
        let name = |month: u8| year.first_month().later(i32::from(month)).words();
        let all: Vec<u8> = self.each().collect();
        match all.as_slice() {
            [first, .., last] if usize::from(last - first) + 1 == all.len() => {
                format!("{} to {}", name(*first), name(*last))
            }
            all => all.iter().map(|month| name(*month)).collect::<Vec<_>>().join(", "),
        }
    }
}

/// A month of a year, counted from nought for April.
pub fn month_at(year: FinancialYear, month: u8) -> Month {
    year.first_month().later(i32::from(month))
}

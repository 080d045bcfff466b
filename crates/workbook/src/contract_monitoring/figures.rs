//! What rows say of activity and price, planned and actual, and how rows are told apart.

use super::column::Measure;
use one_plan_model::quantity::Decimal;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Two of a kind: of what is planned, and of what was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Both<T> {
    planned: T,
    actual: T,
}

impl<T> Both<T> {
    /// That of a measure.
    pub const fn of(&self, measure: Measure) -> &T {
        match measure {
            Measure::Planned => &self.planned,
            Measure::Actual => &self.actual,
        }
    }

    /// The same for changing it.
    pub const fn of_mut(&mut self, measure: Measure) -> &mut T {
        match measure {
            Measure::Planned => &mut self.planned,
            Measure::Actual => &mut self.actual,
        }
    }
}

/// How many, and what they cost; nothing where no row gives it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many.
    pub activity: Option<Decimal>,
    /// What they cost.
    pub price: Option<Decimal>,
}

impl Figures {
    /// Adds others. The numbers are so small that no sum of them is too large.
    pub fn add(&mut self, others: Self) {
        let sum = |one: Option<Decimal>, other: Option<Decimal>| match (one, other) {
            (Some(one), Some(other)) => Some(one.checked_add(other).unwrap_or(Decimal::MAX)),
            (one, other) => one.or(other),
        };
        self.activity = sum(self.activity, others.activity);
        self.price = sum(self.price, others.price);
    }

    /// Whether anything is given.
    pub const fn is_given(self) -> bool {
        self.activity.is_some() || self.price.is_some()
    }

    /// Whether anything is given that is not nought.
    pub fn is_something(self) -> bool {
        [self.activity, self.price].into_iter().flatten().any(|number| !number.is_zero())
    }
}

/// Rows whatever their order: how many there are that say something, and the sum of what is made of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint {
    rows: u64,
    sum: u64,
}

impl Fingerprint {
    /// Adds a row.
    pub fn add(&mut self, point: u32, figures: Figures) {
        if !figures.is_something() {
            return;
        }
        let mut hasher = DefaultHasher::new();
        let number = |number: Option<Decimal>| number.unwrap_or_default().normalize();
        (point, number(figures.activity), number(figures.price)).hash(&mut hasher);
        self.rows = self.rows.wrapping_add(1);
        self.sum = self.sum.wrapping_add(hasher.finish());
    }

    /// Whether no row says anything.
    pub const fn is_empty(self) -> bool {
        self.rows == 0
    }
}

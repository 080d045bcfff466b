//! Rows and pounds of contract monitoring: what was read is what is used and what is left out.

use super::column::Measure;
use super::figures::{Both, Figures};
use one_plan_model::quantity::Decimal;
use std::collections::BTreeMap;

/// A provider and a point of delivery, by their codes as they are written.
pub type Part = (String, String);

/// Rows and pounds of a provider and a point of delivery.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowsAndPounds {
    /// Rows that were read.
    pub rows_read: usize,
    /// Rows of which the plan uses something.
    pub rows_used: usize,
    /// Pounds that were read, planned and actual.
    pub pounds_read: Decimal,
    /// Pounds that the plan uses.
    pub pounds_used: Decimal,
    /// Pounds that are left out.
    pub pounds_left_out: Decimal,
    /// Prices that cannot be read.
    pub unreadable: usize,
}

/// All of them.
#[derive(Clone, Debug, Default)]
pub struct Control {
    /// By provider and point of delivery.
    pub parts: BTreeMap<Part, RowsAndPounds>,
}

impl Control {
    /// That of a provider and a point of delivery.
    pub fn part(&mut self, provider: &str, point: &str) -> &mut RowsAndPounds {
        self.parts.entry((provider.to_owned(), point.to_owned())).or_default()
    }
}

impl RowsAndPounds {
    /// Adds a row that is left out because so many of its prices, or something else of it, cannot be read.
    pub fn leave_out(&mut self, figures: &Both<Figures>, unreadable: usize) {
        self.rows_read += 1;
        self.unreadable += unreadable;
        Measure::ALL
            .into_iter()
            .filter_map(|measure| figures.of(measure).price)
            .for_each(|price| self.add(price, false));
    }

    /// Adds pounds that are used, or left out.
    pub fn add(&mut self, pounds: Decimal, is_used: bool) {
        let part = if is_used { &mut self.pounds_used } else { &mut self.pounds_left_out };
        for sum in [part, &mut self.pounds_read] {
            *sum = sum.checked_add(pounds).unwrap_or(Decimal::MAX);
        }
    }
}

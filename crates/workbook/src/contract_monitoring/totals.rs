//! Total rows of contract monitoring: held against the rows above them, and never added.

use super::column::{Column, Measure};
use super::figures::{Both, Figures};
use crate::sums::RunningSum;
use one_plan_model::quantity::Decimal;

/// The sums of the rows so far.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    activity: Both<RunningSum>,
    price: Both<RunningSum>,
}

impl Totals {
    /// Adds the figures of a row.
    pub fn add(&mut self, figures: &Both<Figures>) {
        for measure in Measure::ALL {
            let Figures { activity, price } = figures.of(measure);
            activity.iter().for_each(|number| self.activity.of_mut(measure).add(*number));
            price.iter().for_each(|number| self.price.of_mut(measure).add(*number));
        }
    }

    /// The columns in which a total is not the sum of so many rows: what it says, and the sum.
    pub fn hold(&self, total: &Both<Figures>, rows: usize) -> Vec<(Column, Decimal, Decimal)> {
        let mut apart = Vec::new();
        for measure in Measure::ALL {
            let Figures { activity, price } = *total.of(measure);
            let sums = [
                (Column::Activity(measure), activity, self.activity.of(measure)),
                (Column::Price(measure), price, self.price.of(measure)),
            ];
            for (column, total, sum) in sums {
                let differs = total.and_then(|total| Some((total, sum.differs(total, rows)?)));
                apart.extend(differs.map(|(total, sum)| (column, total, sum)));
            }
        }
        apart
    }

    /// Begins anew below a total.
    pub fn start_anew(&mut self) {
        for measure in Measure::ALL {
            self.activity.of_mut(measure).start_anew();
            self.price.of_mut(measure).start_anew();
        }
    }
}

//! The sums of the columns of a table, whose rows may be in several units.

use super::running_sum::RunningSum;
use crate::cells::number_in;
use crate::sheet::shifted;
use one_plan_model::quantity::{Decimal, MoneyUnit};
use std::collections::BTreeMap;

/// The sums of the columns of a table while its rows are gone through, in the unit of the first row that has one.
#[derive(Clone, Debug, Default)]
pub struct ColumnSums {
    columns: BTreeMap<usize, RunningSum>,
    unit: Option<MoneyUnit>,
    /// The largest last place of an amount in another unit, in the unit of the sums; nothing where all have one unit.
    coarsest: Option<Decimal>,
    rows: usize,
}

impl ColumnSums {
    /// Adds the number of a row in a column. An amount of money has the unit of its row.
    pub fn add(&mut self, column: usize, text: &str, unit: Option<MoneyUnit>) {
        self.unit = self.unit.or(unit);
        let Some(number) = number_in(text) else { return };
        let places = self.places_from(unit);
        if places != 0 {
            let last_place = i32::try_from(number.scale()).unwrap_or_default();
            let step = moved(Decimal::ONE, places - last_place);
            self.coarsest = Some(self.coarsest.map_or(step, |coarsest| coarsest.max(step)));
        }
        self.columns.entry(column).or_default().add(moved(number, places));
    }

    /// Counts a row that was added.
    pub const fn end_row(&mut self) {
        self.rows += 1;
    }

    /// The total in a text and the sum of the rows above that differs from it, both in the unit of the total; the sum is
    /// nothing where it is the total. Nothing at all where the column has no sum, or where the total has no unit and the rows
    /// have several.
    pub fn against(&self, column: usize, text: &str, unit: Option<MoneyUnit>) -> Option<(Decimal, Option<Decimal>)> {
        let (sum, total) = (self.columns.get(&column)?, number_in(text)?);
        if unit.is_none() && self.coarsest.is_some() {
            return None;
        }
        let places = self.places_from(unit);
        let in_unit = moved(total, places);
        let room = self.coarsest.and_then(|step| step.checked_mul(Decimal::from(self.rows))).unwrap_or_default()
            / Decimal::TWO;
        let is_beyond = |sum: &Decimal| sum.checked_sub(in_unit).is_none_or(|apart| apart.abs() > room);
        Some((total, sum.differs(in_unit, self.rows).filter(is_beyond).map(|sum| moved(sum, -places))))
    }

    /// Begins anew below a total.
    pub fn start_anew(&mut self) {
        self.columns.values_mut().for_each(RunningSum::start_anew);
    }

    /// By how many places the point moves from a unit to that of the sums.
    fn places_from(&self, unit: Option<MoneyUnit>) -> i32 {
        let exponent = |unit: MoneyUnit| i32::try_from(unit.exponent()).unwrap_or_default();
        unit.zip(self.unit).map_or(0, |(from, to)| exponent(from) - exponent(to))
    }
}

fn moved(number: Decimal, places: i32) -> Decimal {
    if places == 0 { number } else { number_in(&shifted(&number.to_string(), places)).unwrap_or(number) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_in_several_units_are_added_up_in_one() {
        let (thousands, millions) = (Some(MoneyUnit::Thousands), Some(MoneyUnit::Millions));
        let mut sums = ColumnSums::default();
        sums.add(3, "1,200", thousands);
        sums.end_row();
        sums.add(3, "1.3", millions);
        sums.end_row();
        let number = |text: &str| number_in(text).unwrap_or_default();
        assert_eq!(sums.against(3, "2,500", thousands), Some((number("2500"), None)));
        assert_eq!(sums.against(3, "2.5", millions), Some((number("2.5"), None)));
        // 1.3 may be anything from 1.25 to 1.35, and so a sum of two rows may lie 100 from its total.
        assert_eq!(sums.against(3, "2,600", thousands), Some((number("2600"), None)));
        assert_eq!(sums.against(3, "2,601", thousands), Some((number("2601"), Some(number("2500")))));
        assert_eq!(sums.against(3, "3", millions), Some((number("3"), Some(number("2.5")))));
        // In which unit it is, nothing says.
        assert_eq!(sums.against(3, "2,500", None), None);
    }
}

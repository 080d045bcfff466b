//! The sums of a column against which its totals are held.

use one_plan_model::quantity::Decimal;

/// The sums of a column while its rows are gone through: since the last total, and of all rows.
#[derive(Clone, Copy, Debug, Default)]
pub struct RunningSum {
    since_total: Decimal,
    all: Decimal,
    is_lost: bool,
}

impl RunningSum {
    /// Adds the number of a row.
    pub fn add(&mut self, number: Decimal) {
        match (self.since_total.checked_add(number), self.all.checked_add(number)) {
            (Some(since), Some(all)) => (self.since_total, self.all) = (since, all),
            _ => self.is_lost = true,
        }
    }

    /// Holds a total against the rows above: those since the last total, or all. Gives the sum that differs, the
    /// nearer of the two. The numbers of the rows may be printed rounded: a difference of half a unit of the last place
    /// for each row is none.
    pub fn differs(&self, total: Decimal, rows: usize) -> Option<Decimal> {
        if self.is_lost {
            return None;
        }
        let room = room_of(total, rows);
        let (since, all) = (apart(self.since_total, total), apart(self.all, total));
        let is_whole = self.since_total.scale().max(self.all.scale()) <= total.scale();
        // Where every number has as few places as the total, nothing needs to be rounded.
        let room = if is_whole { Decimal::ZERO } else { room };
        (since > room && all > room).then_some(if since <= all { self.since_total } else { self.all })
    }

    /// Whether a total is the sum of all rows where each of these was rounded to as many places as the total has, before or
    /// after it was added up.
    pub fn is_rounded(&self, total: Decimal, rows: usize) -> bool {
        !self.is_lost && apart(self.all, total) <= room_of(total, rows)
    }

    /// The sum of all rows, where it is known.
    pub fn of_all(&self) -> Option<Decimal> {
        (!self.is_lost).then_some(self.all)
    }

    /// Begins anew below a total.
    pub fn start_anew(&mut self) {
        self.since_total = Decimal::ZERO;
    }
}

/// Half a unit of the last place of a total for each of its rows.
fn room_of(total: Decimal, rows: usize) -> Decimal {
    let unit = Decimal::new(1, total.scale());
    unit.checked_mul(Decimal::from(rows.max(1))).unwrap_or(Decimal::MAX) / Decimal::TWO
}

fn apart(sum: Decimal, total: Decimal) -> Decimal {
    sum.checked_sub(total).map_or(Decimal::MAX, |apart| apart.abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::number_in;

    #[test]
    fn a_total_may_be_that_of_its_part_or_of_all() {
        let number = |text: &str| number_in(text).unwrap_or_default();
        let mut sum = RunningSum::default();
        ["1.2", "(0.2)"].into_iter().for_each(|text| sum.add(number(text)));
        assert_eq!(sum.differs(number("1.0"), 2), None);
        assert_eq!(sum.differs(number("1.1"), 2), Some(number("1.0")));
        sum.start_anew();
        sum.add(number("2"));
        assert_eq!(sum.differs(number("2"), 1), None);
        assert_eq!(sum.differs(number("3"), 3), None);
        // Rows that are printed more exactly than their total.
        let mut sum = RunningSum::default();
        ["0.4", "0.4", "0.4"].into_iter().for_each(|text| sum.add(number(text)));
        assert_eq!(sum.differs(number("1"), 3), None);
        assert_eq!(sum.differs(number("3"), 3), Some(number("1.2")));
    }
}

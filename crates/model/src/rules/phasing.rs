//! What part of a year some of its months are: so many twelfths, or their weights.

use super::months_given::MonthsOfYear;
use crate::calculation::{Finding, Number, NumberTotal, findings, format};
use crate::plan::{FinancialYear, NumberCell};
use crate::quantity::{Fixed, Month, Rate, Total};

findings! {
    /// The weights of the months of a line do not make 100%.
    WEIGHTS_DO_NOT_SUM: warning(
        "weights-do-not-sum",
        "Give weights that together are 100 %, with more digits if need be."
    )
    /// The weights of the months of a line miss 100% by no more than rounding explains.
    WEIGHTS_SCALED: information("weights-scaled", "Give weights that together are 100 %, with more digits if need be.")
}

/// A part of a year as a fraction. It is kept in two numbers, so that an amount is multiplied before it is divided:
/// the whole year is then the whole amount to the last digit.
#[derive(Clone, Copy, Debug)]
pub(super) struct PartOfYear {
    part: Number,
    whole: Number,
}

impl PartOfYear {
    /// Of some months, each of which has as much as another, those that are among `months`.
    pub(super) fn equal(months: MonthsOfYear, of: MonthsOfYear) -> Self {
        if of.is_whole() {
            return Self::twelfths(months);
        }
        let whole = Number::whole(i64::from(of.count()), "months in force in the year");
        Self { part: months.and(of).counted(), whole }
    }

    /// So many twelfths.
    pub(super) fn twelfths(months: MonthsOfYear) -> Self {
        Self { part: months.counted(), whole: Number::months_of_a_year() }
    }

    /// This part of an amount of the year.
    pub(super) fn of(&self, amount: &Number) -> Number {
        amount.times(&self.part).over(&self.whole)
    }

    /// What the year brings, if this part of it brought so much.
    pub(super) fn year_from(&self, amount: &Number) -> Number {
        amount.times(&self.whole).over(&self.part)
    }
}

/// The weight of a month.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weight {
    /// The month.
    pub(super) month: Month,
    /// Its part of the year.
    pub(super) share: Number,
    /// How far the printed weight may lie from the exact one.
    pub(super) half_unit: Fixed,
}

impl Weight {
    /// The weight of a month as a cell prints it.
    pub(super) fn of(month: Month, cell: NumberCell<Rate>) -> Self {
        Self { month, share: Number::cell(cell), half_unit: cell.half_unit() }
    }

    /// The weight of a month that is given in this row and in another. It may stand in each row of the month; where they
    /// differ the lower counts, and of two that are the same the one that is printed with fewer digits.
    fn or(self, other: Self) -> Self {
        let (one, another) = (self.share.shown(), other.share.shown());
        let half_unit = if another.is_below(one) {
            other.half_unit
        } else if one == another {
            self.half_unit.maximum(other.half_unit)
        } else {
            self.half_unit
        };
        Self { month: self.month, share: self.share.minimum(&other.share), half_unit }
    }
}

/// Each month once, of weights in the order of their months.
pub(super) fn month_by_month(weights: impl Iterator<Item = Weight>) -> Vec<Weight> {
    let mut months: Vec<Weight> = Vec::new();
    for weight in weights {
        match months.last_mut().filter(|last| last.month == weight.month) {
            Some(last) => *last = last.or(weight),
            None => months.push(weight),
        }
    }
    months
}

/// The weights of the months of a year, each month once.
#[derive(Debug)]
pub(super) struct Weights<'a> {
    year: FinancialYear,
    weights: &'a [Weight],
    given: MonthsOfYear,
    total: Number,
    rounding: Fixed,
}

impl<'a> Weights<'a> {
    /// The weights of a year.
    pub(super) fn of(year: FinancialYear, weights: &'a [Weight]) -> Self {
        let (mut total, mut rounding) = (NumberTotal::default(), Total::default());
        let mut given = MonthsOfYear::default();
        for weight in weights {
            total.add(&weight.share);
            rounding.add_fixed(weight.half_unit);
            given = given.with(year, weight.month);
        }
        Self { year, weights, given, total: total.finish(), rounding: rounding.finish_fixed() }
    }

    /// What of the year is in months without a weight: nothing where all months have one, or where those that have one
    /// are the year.
    fn is_short(&self) -> bool {
        let one = Number::the_whole();
        let least = Number::rounding(self.rounding);
        !self.given.is_whole() && self.total.plus(&least).is_below(&one)
    }

    /// The whole of which a weight is a part: what the weights sum to, so that all of them together are the year.
    /// While months without a weight are to come it is the year itself.
    fn whole(&self) -> Number {
        if self.is_short() || self.total.is_zero() { Number::the_whole() } else { self.total }
    }

    /// The part of the year that some months are by their weights.
    pub(super) fn part(&self, months: MonthsOfYear) -> PartOfYear {
        let mut part = NumberTotal::default();
        for weight in self.weights.iter().filter(|weight| months.holds(self.year, weight.month)) {
            part.add(&weight.share);
        }
        PartOfYear { part: part.finish(), whole: self.whole() }
    }

    /// The part of the year that no month has by its weight, if one of some months has none: it falls on them.
    pub(super) fn rest_in(&self, months: MonthsOfYear) -> Option<PartOfYear> {
        if months.without(self.given).is_empty() || !self.is_short() {
            return None;
        }
        let one = Number::the_whole();
        Some(PartOfYear { part: one.minus(&self.total), whole: one })
    }

    /// That the weights are not the whole year.
    pub(super) fn finding(&self, about: &str) -> Option<Finding> {
        let total = self.total.shown();
        let apart = total.minus(Fixed::ONE);
        if apart.is_zero() || apart.is_fault() {
            return None;
        }
        // With all its digits where two do not tell it from the whole.
        let sum = Some(format::percent(total.value(), 2)).filter(|sum| sum != "100.00%");
        let sum = sum.unwrap_or_else(|| format!("{}%", format::number(total.times(Fixed::HUNDRED).value())));
        let beyond = self.rounding.is_below(apart.maximum(apart.negated()));
        if self.is_short() {
            let all = MonthsOfYear::through(self.year, self.year.first_month().later(11));
            let without = all.without(self.given);
            let message = format!(
                "The weights of the months of \"{about}\" sum to {sum} and not to 100 %: {} have none.",
                without.names(self.year)
            );
            let advice = "Give a weight for every month, so that together they are the whole plan.";
            return Some(Finding::of(&WEIGHTS_DO_NOT_SUM, message).advise(advice));
        }
        let message = format!(
            "The weights of the months of \"{about}\" sum to {sum} and not to 100 %: each counts as its part of that sum."
        );
        let finding =
            if beyond { Finding::of(&WEIGHTS_DO_NOT_SUM, message) } else { Finding::of(&WEIGHTS_SCALED, message) };
        Some(finding)
    }
}

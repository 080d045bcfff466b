//! Which months of a financial year are given, and which rows of them count.
//!
//! A row holds what a month has brought, or what the year has brought up to and including it. The last row for the year
//! so far takes the place of all months up to its own; single months after it are added to it.

use crate::calculation::{Finding, Number, findings, format};
use crate::plan::{CellAddress, FinancialYear};
use crate::quantity::{Fixed, Month, Total, Value};

findings! {
    /// What the year has brought up to a month is less than what it had brought up to an earlier one.
    YEAR_SO_FAR_FALLS: warning(
        "year-so-far-falls",
        "Give what the year has brought up to the month, or say that the row is for the month alone."
    )
    /// What the year has brought up to a month is not the sum of its months.
    YEAR_SO_FAR_DIFFERS: warning("year-so-far-differs", "Correct the row, or the months up to it.")
    /// A month is not given, but a later one is.
    MONTHS_MISSING: warning("months-missing", "Give the months that are missing; a month that brought nothing is 0.")
}

/// What a month, or the year up to it, has brought.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given {
    /// The month.
    pub(super) month: Month,
    /// Whether it is the year up to the month, and not the month alone.
    pub(super) cumulative: bool,
    /// What it has brought.
    pub(super) number: Number,
    /// How far the printed number may lie from the exact one.
    pub(super) half_unit: Fixed,
    /// Where it stands.
    pub(super) place: CellAddress,
}

/// Some of the twelve months of a financial year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct MonthsOfYear(u16);

/// The months of a year.
pub(super) const TWELVE: u32 = 12;

impl MonthsOfYear {
    /// With one more month; a month of another year is not one of them.
    pub(super) fn with(self, year: FinancialYear, month: Month) -> Self {
        self.or(Self(bit(year, month)))
    }

    /// All months from the first of the year through a month.
    pub(super) fn through(year: FinancialYear, month: Month) -> Self {
        let bit = bit(year, month);
        Self(bit | bit.saturating_sub(1))
    }

    /// All twelve.
    pub(super) fn all(year: FinancialYear) -> Self {
        Self::through(year, year.first_month().later(11))
    }

    /// The months that are in one or the other.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The months that are in both.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The months that are not in the other.
    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// All months up to the last of these.
    pub(super) const fn so_far(self) -> Self {
        let above = 16 - self.0.leading_zeros();
        Self(if above >= 16 { u16::MAX } else { (1 << above) - 1 })
    }

    /// The months before the last of these that are not among them.
    pub(super) const fn missing(self) -> Self {
        self.so_far().without(self)
    }

    /// How many they are.
    pub(super) const fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether there are none.
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether they are the whole year.
    pub(super) const fn is_whole(self) -> bool {
        self.count() == TWELVE
    }

    /// Whether a month is among them.
    pub(super) fn holds(self, year: FinancialYear, month: Month) -> bool {
        self.0 & bit(year, month) != 0
    }

    /// Their number as the rules calculate with it.
    pub(super) fn counted(self) -> Number {
        Number::whole(i64::from(self.count()), "months given")
    }

    /// Their names: `2011-04, 2011-05 and 2011-07`.
    pub(super) fn names(self, year: FinancialYear) -> String {
        let first = year.first_month();
        let months = (0_i32..12).map(|later| first.later(later)).filter(|month| self.holds(year, *month));
        let names: Vec<String> = months.map(Month::words).collect();
        match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} and {last}", others.join(", ")),
            None => String::new(),
        }
    }
}

fn bit(year: FinancialYear, month: Month) -> u16 {
    let place = u32::try_from(month.months_after(year.first_month())).ok();
    place.filter(|place| *place < TWELVE).map_or(0, |place| 1 << place)
}

/// Those that count, of what is given in order of the months, a month alone before the year up to it: the last that
/// holds the year so far, and the single months after it.
pub(super) fn counting(given: &[Given]) -> &[Given] {
    let last = given.iter().rposition(|given| given.cumulative).unwrap_or(0);
    given.get(last..).unwrap_or_default()
}

/// The months of which something is known.
pub(super) fn known(year: FinancialYear, given: &[Given]) -> MonthsOfYear {
    given.iter().fold(MonthsOfYear::default(), |known, given| {
        known.or(if given.cumulative {
            MonthsOfYear::through(year, given.month)
        } else {
            MonthsOfYear::default().with(year, given.month)
        })
    })
}

/// Printed numbers added up, and how far their sum may lie from the exact one.
#[derive(Clone, Copy, Default)]
pub(super) struct PrintedSum {
    sum: Total,
    rounding: Total,
}

impl PrintedSum {
    /// Adds one.
    pub(super) fn add(&mut self, given: &Given) {
        self.sum.add_fixed(given.number.shown());
        self.rounding.add_fixed(given.half_unit);
    }

    /// What they come to.
    pub(super) fn sum(&self) -> Fixed {
        self.sum.finish_fixed()
    }

    /// Whether another printed number lies farther from their sum than rounding reaches.
    pub(super) fn is_beyond(&self, other: &Given) -> bool {
        let apart = other.number.shown().minus(self.sum());
        let apart = apart.maximum(apart.negated());
        self.rounding.finish_fixed().plus(other.half_unit).is_below(apart)
    }
}

/// What is wrong with rows for the year so far: one that is less than the one before it, and one that is not the sum
/// of the months up to it where all of them are given too.
pub(super) fn cumulative_findings(
    year: FinancialYear,
    given: &[Given],
    about: &str,
    show: fn(Value) -> String,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut before: Option<&Given> = None;
    // The year so far by the rows for the year so far and, after them, by single months.
    let mut so_far = PrintedSum::default();
    let mut months = MonthsOfYear::default();
    for row in given {
        let number = row.number.shown();
        if !row.cumulative {
            so_far.add(row);
            months = months.with(year, row.month);
            continue;
        }
        if let Some(before) = before.filter(|before| number.is_below(before.number.shown())) {
            let message = format!(
                "{about}: the year up to {} brought {}, which is less than the {} up to {}.",
                row.month.words(),
                show(number.value()),
                show(before.number.shown().value()),
                before.month.words()
            );
            findings.push(
                Finding::of(&YEAR_SO_FAR_FALLS, message).at(row.place.table, row.place.row, row.place.column).at(
                    before.place.table,
                    before.place.row,
                    before.place.column,
                ),
            );
        } else if months == MonthsOfYear::through(year, row.month) && so_far.is_beyond(row) {
            let message = format!(
                "{about}: the year up to {} brought {}, and its months together {}: the row for the year so far counts.",
                row.month.words(),
                show(number.value()),
                show(so_far.sum().value())
            );
            let finding = Finding::of(&YEAR_SO_FAR_DIFFERS, message).at_cells([row.place]);
            findings.push(finding.between_in(row.place, number.value(), so_far.sum().value()));
        }
        before = Some(row);
        so_far = PrintedSum::default();
        so_far.add(row);
        months = MonthsOfYear::through(year, row.month);
    }
    findings
}

/// That months before the last one that is given are missing.
pub(super) fn missing_finding(about: &str, missing: MonthsOfYear, year: FinancialYear, what: &str) -> Finding {
    let word = if missing.count() == 1 { "is" } else { "are" };
    Finding::of(
        &MONTHS_MISSING,
        format!("{about}: {} {word} not given, but a later month is: {what}.", missing.names(year)),
    )
}

/// An amount of money or a number of things in the words of a finding.
pub(super) fn shown_as(money: bool) -> fn(Value) -> String {
    if money { format::money } else { format::count }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_of_another_year_is_not_one_of_the_twelve() {
        let year = FinancialYear::starting(2011);
        let of = |later| year.map(|year| MonthsOfYear::default().with(year, year.first_month().later(later)).count());
        assert_eq!([-1, 0, 11, 12].map(of), [Some(0), Some(1), Some(1), Some(0)]);
    }
}

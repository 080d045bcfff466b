//! Reviews that come back, and the cases that they look at.
//!
//! * CR45: the months of the reviews that lie in a year; cases = reviews × cases of each.

use super::milestones::times_or_months;
use crate::calculation::{Dimension, Ledger, Number, YEAR, figures};
use crate::plan::{NumberCell, Table};
use crate::quantity::Count;

figures! {
    /// How many reviews fall into a year.
    REVIEWS: count("reviews.{}.{}", "{}: reviews in {}", [Dimension::Row(Table::ReviewSchedule), YEAR])
        by("CR45", "the months of the reviews that lie in the year", "Arden Cluster System Plan, l. 1541")
    /// How many cases are reviewed in a year.
    CASES: count("review-cases.{}.{}", "{}: cases reviewed in {}", [Dimension::Row(Table::ReviewSchedule), YEAR])
        by("CR45", "reviews × cases", "Arden Cluster System Plan, l. 1541")
}

/// Computes the reviews of each year.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (row, schedule) in plan.review_schedules.iter() {
        let number = |cell: Option<NumberCell<Count>>| cell.and_then(|cell| times_or_months(cell.get()));
        let (Some(first), Some(every), Some(times)) =
            (schedule.first(), number(schedule.every()), number(schedule.times()))
        else {
            continue;
        };
        for year in plan.years() {
            let start = year.first_month();
            let in_year = (0..times)
                .filter(|time| (0..12).contains(&first.later(time.saturating_mul(every)).months_after(start)))
                .count();
            if in_year == 0 {
                continue;
            }
            let subjects = [row.index(), u32::from(year.start())];
            let reviews = Number::counted(in_year, "reviews in the year");
            let reviews = ledger.publish(&REVIEWS, subjects, reviews);
            if let Some(cases) = schedule.cases() {
                let cases = Number::cell(cases);
                ledger.publish(&CASES, subjects, reviews.times(&cases));
            }
        }
    }
}

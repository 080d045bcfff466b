//! Forecast outturn of the base year from the months that are given.
//!
//! * CR09: forecast outturn = what the months have brought × 12 ÷ how many months there are.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "settings": [{"id": "acute", "name": "Acute"}],
//!     "points_of_delivery": [{"id": "spells", "name": "Spells"}],
//!     "monthly_activity": [
//!         {"setting": "acute", "point_of_delivery": "spells", "month": "2010-04", "activity": "100"},
//!         {"setting": "acute", "point_of_delivery": "spells", "month": "2010-05", "activity": "110"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("outturn.activity.acute.spells"), "1260");
//! ```

use crate::calculation::{FigureIndex, Finding, Ledger, Number, NumberTotal, POINT, SETTING, figures, summed};
use crate::parameters::OUTTURN_MONTHS;
use crate::plan::{Id, MonthlyActivity, Row, Table};
use crate::quantity::InOrder;

const MONTHS: &str = "NHS Surrey, One Plan, l. 826-828, 851 (implied)";

figures! {
    /// Activity of the months that are given.
    TO_DATE: count("outturn.activity-to-date.{}.{}", "{}, {}: activity to date", [SETTING, POINT])
        by("CR09", "the sum of the months of the base year", MONTHS)
    /// Cost of the months that are given.
    COST_TO_DATE: money("outturn.cost-to-date.{}.{}", "{}, {}: cost to date", [SETTING, POINT])
        by("CR09", "the sum of the months of the base year", MONTHS)
    /// How many months are given.
    MONTHS_GIVEN: count("outturn.months.{}.{}", "{}, {}: months given", [SETTING, POINT])
        by("CR09", "how many different months there are", MONTHS)
    /// Forecast activity of the year.
    OUTTURN: count("outturn.activity.{}.{}", "{}, {}: forecast outturn", [SETTING, POINT])
        by("CR09", "activity to date × 12 ÷ months given, for each provider", MONTHS)
    /// Forecast cost of the year.
    OUTTURN_COST: money("outturn.cost.{}.{}", "{}, {}: forecast outturn of cost", [SETTING, POINT])
        by("CR09", "cost to date × 12 ÷ months given, for each provider", MONTHS)
}

/// Publishes what the months of the base year have brought, and what the year brings at that pace.
///
/// Months are counted for each provider, and for activity and cost apart: a month that is not reported yet does not
/// count as one with nothing.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let Some(base_year) = plan.details().map(|details| details.base_year()) else { return };
    let in_year = |row: Row<'_, MonthlyActivity>| row.month().financial_year() == Some(base_year);
    for (row, _) in plan.monthly_activity.iter().filter(|(_, row)| !in_year(*row)) {
        ledger.report(|| {
            Finding::warning(
                "month-outside-the-base-year",
                format!("A month is not in the base year, {base_year}: it does not count for the outturn."),
            )
            .at(Table::MonthlyActivity, row.index(), "month")
            .advise("Correct the month, or the base year of the plan.")
        });
    }
    let Some(scale) = ledger.parameter(&OUTTURN_MONTHS, Some(base_year)) else { return };
    let place = |row: Row<'_, MonthlyActivity>| [row.setting().index(), row.point_of_delivery().index()];
    let provider = |row: Row<'_, MonthlyActivity>| row.provider().map_or(u32::MAX, Id::index);
    let mut rows: Vec<_> = plan.monthly_activity.iter().filter(|(_, row)| in_year(*row)).collect();
    rows.order_by_key(|(_, row)| (place(*row), row.month(), provider(*row)));
    for rows in rows.chunk_by(|(_, left), (_, right)| place(*left) == place(*right)) {
        let [(_, first), ..] = rows else { continue };
        let months = rows.chunk_by(|(_, left), (_, right)| left.month() == right.month()).count();
        report_fewer_months(ledger, rows, months);
        ledger.publish(&MONTHS_GIVEN, place(*first), Number::counted(months, "months given"));
    }
    rows.order_by_key(|(_, row)| (place(*row), provider(*row), row.month()));
    for (column, to_date, kind) in [("activity", &TO_DATE, &OUTTURN), ("cost", &COST_TO_DATE, &OUTTURN_COST)] {
        let (mut so_far, mut of_year) = (Vec::new(), Vec::new());
        let cell = |(_, of): &(Id<MonthlyActivity>, Row<'_, MonthlyActivity>)| match column {
            "activity" => of.activity().map(Number::cell),
            _ => of.cost().map(Number::cell),
        };
        let same = |left: &Row<'_, MonthlyActivity>, right: &Row<'_, MonthlyActivity>| {
            place(*left) == place(*right) && provider(*left) == provider(*right)
        };
        for rows in rows.chunk_by(|(_, left), (_, right)| same(left, right)) {
            let [(_, first), ..] = rows else { continue };
            let subjects = FigureIndex::new(place(*first));
            let mut total = NumberTotal::default();
            let mut months = 0;
            for of_month in rows.chunk_by(|(_, left), (_, right)| left.month() == right.month()) {
                let cells = of_month.iter().filter_map(cell);
                months += usize::from(cells.map(|number| total.add(&number)).count() > 0);
            }
            if months == 0 {
                continue;
            }
            let total = total.finish();
            so_far.push((subjects, total));
            of_year.push((
                subjects,
                if scale.is_zero() {
                    total.because("the months that are given are the year", &[&scale])
                } else {
                    total.times(&scale).over(&Number::counted(months, "months given"))
                },
            ));
        }
        ledger.add(summed(to_date, so_far));
        ledger.add(summed(kind, of_year));
    }
}

/// A provider that has reported fewer months than others of the same place.
fn report_fewer_months(
    ledger: &mut Ledger<'_>,
    rows: &[(Id<MonthlyActivity>, Row<'_, MonthlyActivity>)],
    months: usize,
) {
    let plan = ledger.plan;
    let mut counts: Vec<(u32, usize)> = Vec::new();
    let mut by_provider: Vec<_> = rows.to_vec();
    let key = |row: Row<'_, MonthlyActivity>| (row.provider().map_or(u32::MAX, Id::index), row.month());
    by_provider.order_by_key(|(_, row)| key(*row));
    by_provider.dedup_by_key(|(_, row)| key(*row));
    for rows in by_provider.chunk_by(|(_, left), (_, right)| left.provider() == right.provider()) {
        counts.extend(rows.first().map(|(row, _)| (row.index(), rows.len())));
    }
    for (row, count) in counts.into_iter().filter(|(_, count)| *count < months) {
        let provider = plan.monthly_activity.get(Id::at(row)).and_then(|row| row.provider());
        let provider = provider.and_then(|provider| plan.title(Table::Organisation, provider.index()));
        let message = format!(
            "{} has {count} of the {months} months that others have: its forecast outturn stands on those alone.",
            provider.unwrap_or("Activity without a provider")
        );
        ledger.report(|| {
            Finding::information("fewer-months-than-others", message)
                .at(Table::MonthlyActivity, row, "month")
                .advise("Give the months that are missing; a month without activity is 0.")
        });
    }
}

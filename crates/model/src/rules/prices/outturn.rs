//! Forecast outturn of the base year from the months that are given.
//!
//! * CR09: forecast outturn = what the months have brought × 12 ÷ how many months there are.
//! * CR05: a month of all providers beside the same month of single ones is their total: it is held against them.
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

mod forecast;
mod providers;
mod side;

use crate::calculation::{Dimension, Finding, Ledger, Number, ORGANISATION, POINT, SETTING, figures, findings};
use crate::parameters::OUTTURN_MONTHS;
use crate::plan::{Id, MonthlyActivity, Row, Table};
use crate::quantity::InOrder;
use crate::rules::common_findings::FEWER_MONTHS_THAN_OTHERS;
use crate::rules::months_given::MonthsOfYear;
use forecast::forecast;
use side::{Side, is_cumulative, months_of, place};

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
    /// Forecast activity of the year at one provider.
    PROVIDER_OUTTURN: count("provider-outturn.activity.{}.{}.{}", "{}, {}, {}: forecast outturn", [ORGANISATION, SETTING, POINT])
        by("CR09", "activity to date × 12 ÷ months given", MONTHS)
    /// Forecast cost of the year at one provider.
    PROVIDER_OUTTURN_COST: money("provider-outturn.cost.{}.{}.{}", "{}, {}, {}: forecast outturn of cost", [ORGANISATION, SETTING, POINT])
        by("CR09", "cost to date × 12 ÷ months given", MONTHS)
    /// How far a forecast of activity from a part of the year may lie from the year.
    REACH: count("outturn.reach.activity.{}.{}", "{}, {}: how far the forecast outturn may lie from the year", [SETTING, POINT])
        by("CR09", "what seasons may make of the forecast, and half a case for each row that counts × 12 ÷ months given, and half a case for the year", MONTHS)
    /// The same of its cost.
    COST_REACH: money("outturn.reach.cost.{}.{}", "{}, {}: how far the forecast outturn of cost may lie from the year", [SETTING, POINT])
        by("CR09", "what seasons may make of the forecast", MONTHS)
    /// The same of activity at one provider.
    PROVIDER_REACH: count("provider-outturn.reach.activity.{}.{}.{}", "{}, {}, {}: how far the forecast outturn may lie from the year", [ORGANISATION, SETTING, POINT])
        by("CR09", "what seasons may make of the forecast, and half a case for each row that counts × 12 ÷ months given, and half a case for the year", MONTHS)
    /// The same of cost at one provider.
    PROVIDER_COST_REACH: money("provider-outturn.reach.cost.{}.{}.{}", "{}, {}, {}: how far the forecast outturn of cost may lie from the year", [ORGANISATION, SETTING, POINT])
        by("CR09", "what seasons may make of the forecast", MONTHS)
    /// How a row for all providers differs from its providers.
    PROVIDERS_DIFFERENCE: count("outturn.providers-difference.activity.{}.{}.{}", "{}, {}, {}: activity of all providers less that of each", [SETTING, POINT, Dimension::Month])
        by("CR05", "the row for all providers − the rows of single providers", MONTHS)
    /// The same for cost.
    PROVIDERS_COST_DIFFERENCE: money("outturn.providers-difference.cost.{}.{}.{}", "{}, {}, {}: cost of all providers less that of each", [SETTING, POINT, Dimension::Month])
        by("CR05", "the row for all providers − the rows of single providers", MONTHS)
}

findings! {
    /// A month of activity is not in the base year of the plan.
    MONTH_OUTSIDE_THE_BASE_YEAR: warning(
        "month-outside-the-base-year",
        "Correct the month, or the base year of the plan."
    )
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
            Finding::of(
                &MONTH_OUTSIDE_THE_BASE_YEAR,
                format!("A month is not in the base year, {base_year}: it does not count for the outturn."),
            )
            .at(Table::MonthlyActivity, row.index(), "month")
        });
    }
    let Some(scale) = ledger.parameter(&OUTTURN_MONTHS, Some(base_year)) else { return };
    let provider = |row: Row<'_, MonthlyActivity>| row.provider().map_or(u32::MAX, Id::index);
    let mut rows: Vec<_> = plan.monthly_activity.iter().filter(|(_, row)| in_year(*row)).collect();
    rows.order_by_key(|(_, row)| (place(*row), provider(*row), row.month(), is_cumulative(*row)));
    for rows in rows.chunk_by(|(_, left), (_, right)| place(*left) == place(*right)) {
        let [(_, first), ..] = rows else { continue };
        let months = months_of(base_year, rows);
        for of_one in rows.chunk_by(|(_, left), (_, right)| provider(*left) == provider(*right)) {
            let Some((row, last)) = of_one.last() else { continue };
            let fewer = months.without(months_of(base_year, of_one));
            report_fewer_months(ledger, (*row, *last), months, fewer);
        }
        ledger.publish(&MONTHS_GIVEN, place(*first), months.counted());
    }
    for side in &SIDES {
        forecast(ledger, &rows, (base_year, &scale), side);
    }
}

static SIDES: [Side; 2] = [
    Side {
        column: "activity",
        cell: |row| row.activity().map(|cell| (Number::cell(cell), cell.half_unit())),
        to_date: &TO_DATE,
        of_year: &OUTTURN,
        of_provider: &PROVIDER_OUTTURN,
        difference: &PROVIDERS_DIFFERENCE,
        reach: [&REACH, &PROVIDER_REACH],
        in_cases: true,
        has_baseline: |line| line.activity().is_some(),
    },
    Side {
        column: "cost",
        cell: |row| row.cost().map(|cell| (Number::cell(cell), cell.half_unit())),
        to_date: &COST_TO_DATE,
        of_year: &OUTTURN_COST,
        of_provider: &PROVIDER_OUTTURN_COST,
        difference: &PROVIDERS_COST_DIFFERENCE,
        reach: [&COST_REACH, &PROVIDER_COST_REACH],
        in_cases: false,
        has_baseline: |line| line.cost().is_some(),
    },
];

/// A provider that has reported fewer months than others of the same place.
fn report_fewer_months(
    ledger: &mut Ledger<'_>,
    (row, last): (Id<MonthlyActivity>, Row<'_, MonthlyActivity>),
    months: MonthsOfYear,
    fewer: MonthsOfYear,
) {
    if fewer.is_empty() {
        return;
    }
    let provider = last.provider().and_then(|provider| ledger.plan.title(Table::Organisation, provider.index()));
    let message = format!(
        "{} has {} of the {} months that others have: its forecast outturn stands on those alone.",
        provider.unwrap_or("Activity without a provider"),
        months.without(fewer).count(),
        months.count()
    );
    ledger.report(|| {
        Finding::of(&FEWER_MONTHS_THAN_OTHERS, message)
            .at(Table::MonthlyActivity, row.index(), "month")
            .advise("Give the months that are missing; a month without activity is 0.")
    });
}

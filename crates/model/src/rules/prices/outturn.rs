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

use crate::calculation::{
    Dimension, FigureIndex, FigureKind, Finding, Ledger, Number, NumberTotal, ORGANISATION, POINT, SETTING, figures,
    summed,
};
use crate::parameters::OUTTURN_MONTHS;
use crate::plan::{Id, MonthlyActivity, Row, Table};
use crate::quantity::InOrder;
use crate::rules::activity::counted::Counted;

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
    /// How a row for all providers differs from its providers.
    PROVIDERS_DIFFERENCE: count("outturn.providers-difference.activity.{}.{}.{}", "{}, {}, {}: activity of all providers less that of each", [SETTING, POINT, Dimension::Month])
        by("CR05", "the row for all providers − the rows of single providers", MONTHS)
    /// The same for cost.
    PROVIDERS_COST_DIFFERENCE: money("outturn.providers-difference.cost.{}.{}.{}", "{}, {}, {}: cost of all providers less that of each", [SETTING, POINT, Dimension::Month])
        by("CR05", "the row for all providers − the rows of single providers", MONTHS)
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
    for side in &SIDES {
        forecast(ledger, &rows, &scale, side);
    }
}

/// Activity or cost: the column, and the figures that stand on it.
struct Side {
    column: &'static str,
    cell: fn(Row<'_, MonthlyActivity>) -> Option<Number>,
    to_date: &'static FigureKind,
    of_year: &'static FigureKind,
    of_provider: &'static FigureKind,
    difference: &'static FigureKind,
}

static SIDES: [Side; 2] = [
    Side {
        column: "activity",
        cell: |row| row.activity().map(Number::cell),
        to_date: &TO_DATE,
        of_year: &OUTTURN,
        of_provider: &PROVIDER_OUTTURN,
        difference: &PROVIDERS_DIFFERENCE,
    },
    Side {
        column: "cost",
        cell: |row| row.cost().map(Number::cell),
        to_date: &COST_TO_DATE,
        of_year: &OUTTURN_COST,
        of_provider: &PROVIDER_OUTTURN_COST,
        difference: &PROVIDERS_COST_DIFFERENCE,
    },
];

type Months<'a, 'b> = &'b [(Id<MonthlyActivity>, Row<'a, MonthlyActivity>)];

/// Publishes what the months of each place, and of each provider, have brought, and what the year brings.
///
/// The rows are in the order of the places, then of the providers.
fn forecast(ledger: &mut Ledger<'_>, rows: Months<'_, '_>, scale: &Number, side: &Side) {
    let table = &ledger.plan.monthly_activity;
    let cell = |row: u32| table.get(Id::at(row)).and_then(side.cell);
    let about = |row: u32| {
        let row = table.get(Id::at(row));
        row.map(|row| [row.setting().index(), row.point_of_delivery().index(), row.month().index()])
    };
    let counted = Counted::of(
        table.codes(MonthlyActivity::provider),
        |row| cell(row).is_some(),
        |left, right| about(left).cmp(&about(right)),
    );
    counted.hold_totals(
        ledger,
        side.difference,
        (Table::MonthlyActivity, side.column),
        |row| FigureIndex::new(about(row).unwrap_or_default()),
        cell,
    );
    let (mut so_far, mut of_year, mut of_provider) = (Vec::new(), Vec::new(), Vec::new());
    for of_place in rows.chunk_by(|(_, left), (_, right)| place(*left) == place(*right)) {
        let [(_, first), ..] = of_place else { continue };
        let subjects = FigureIndex::new(place(*first));
        let mut add = |total: Option<(Number, Number)>| {
            let Some((total, year)) = total else { return };
            so_far.push((subjects, total));
            of_year.push((subjects, year));
        };
        // Where some months are given for all providers together, providers cannot be forecast one by one.
        let pooled = of_place.iter().any(|(_, row)| row.provider().is_none() && (side.cell)(*row).is_some());
        if pooled {
            let counts: Vec<_> = of_place.iter().filter(|(row, _)| counted.has(row.index())).copied().collect();
            add(year_of(&counts, scale, side));
        }
        for of_one in of_place.chunk_by(|(_, left), (_, right)| left.provider() == right.provider()) {
            let Some(provider) = of_one.first().and_then(|(_, row)| row.provider()) else { continue };
            let total = year_of(of_one, scale, side);
            let [setting, point] = place(*first);
            of_provider.extend(total.map(|(_, year)| (FigureIndex::new([provider.index(), setting, point]), year)));
            if !pooled {
                add(total);
            }
        }
    }
    ledger.add(summed(side.to_date, so_far));
    ledger.add(summed(side.of_year, of_year));
    ledger.add(summed(side.of_provider, of_provider));
}

/// What the months of some rows have brought, and what the year brings at that pace.
fn year_of(rows: Months<'_, '_>, scale: &Number, side: &Side) -> Option<(Number, Number)> {
    let given = rows.iter().filter_map(|(_, row)| Some((row.month(), (side.cell)(*row)?)));
    let mut total = NumberTotal::default();
    let mut months: Vec<_> = Vec::new();
    for (month, number) in given {
        total.add(&number);
        months.push(month);
    }
    months.order_by(Ord::cmp);
    months.dedup();
    if months.is_empty() {
        return None;
    }
    let total = total.finish();
    let year = if scale.is_zero() {
        total.because("the months that are given are the year", &[scale])
    } else {
        total.times(scale).over(&Number::counted(months.len(), "months given"))
    };
    Some((total, year))
}

fn place(row: Row<'_, MonthlyActivity>) -> [u32; 2] {
    [row.setting().index(), row.point_of_delivery().index()]
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

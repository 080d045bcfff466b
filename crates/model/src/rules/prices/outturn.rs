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

mod providers;
mod side;

use crate::calculation::{
    Dimension, FigureIndex, Finding, Ledger, Number, NumberTotal, ORGANISATION, POINT, SETTING, figures, findings,
    summed,
};
use crate::parameters::{OUTTURN_MONTHS, OUTTURN_SEASONS};
use crate::plan::{CellAddress, FinancialYear, Id, MonthlyActivity, Organisation, Row, Table};
use crate::quantity::{Fixed, InOrder};
use crate::rules::activity::counted::Counted;
use crate::rules::common_findings::FEWER_MONTHS_THAN_OTHERS;
use crate::rules::months_given::{
    Given, MonthsOfYear, counting, cumulative_findings, known, missing_finding, shown_as,
};
use crate::rules::odd_months;
use side::{Months, Side, place};

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

/// Publishes what the months of each place, and of each provider, have brought, and what the year brings.
///
/// The rows are in the order of the places, then of the providers.
fn forecast(ledger: &mut Ledger<'_>, rows: Months<'_, '_>, scale: (FinancialYear, &Number), side: &Side) {
    let counted = counted(ledger, side);
    let baseline = providers::of_baseline(ledger, side.has_baseline);
    let with_baseline = providers::places_of_baseline(ledger, side.has_baseline);
    let mut found = Forecasts::default();
    for of_place in rows.chunk_by(|(_, left), (_, right)| place(*left) == place(*right)) {
        let [(_, first), ..] = of_place else { continue };
        let [setting, point] = place(*first);
        // Where some months are given for all providers together, providers cannot be forecast one by one.
        let pooled = of_place.iter().any(|(_, row)| row.provider().is_none() && (side.cell)(*row).is_some());
        if pooled {
            let mut counts: Vec<_> = of_place.iter().filter(|(row, _)| counted.has(row.index())).copied().collect();
            counts.order_by_key(|(_, row)| (row.month(), is_cumulative(*row)));
            found.add([setting, point], year_of(ledger, &counts, None, scale, (side, &with_baseline)));
        }
        for of_one in of_place.chunk_by(|(_, left), (_, right)| left.provider() == right.provider()) {
            let Some(provider) = of_one.first().and_then(|(_, row)| row.provider()) else { continue };
            let forecast = year_of(ledger, of_one, Some(provider), scale, (side, &with_baseline));
            found.add_of_provider([provider.index(), setting, point], forecast.as_ref());
            if !pooled {
                found.add([setting, point], forecast);
            }
        }
        if !pooled {
            providers::note_without_months(ledger, (of_place, &baseline), side);
        }
    }
    found.publish(ledger, side);
}

/// The rows that count; rows for all providers are held against those of each.
fn counted(ledger: &mut Ledger<'_>, side: &Side) -> Counted {
    let table = &ledger.plan.monthly_activity;
    let cell = |row: u32| table.get(Id::at(row)).and_then(side.cell).map(|(number, _)| number);
    let about = |row: u32| {
        let row = table.get(Id::at(row));
        row.map(|row| [row.setting().index(), row.point_of_delivery().index(), row.month().index()])
    };
    // A month is not held against the year up to it.
    let kept = |row: u32| table.get(Id::at(row)).map(is_cumulative);
    let counted = Counted::of(
        table.codes(MonthlyActivity::provider),
        |row| cell(row).is_some(),
        |left, right| (about(left), kept(left)).cmp(&(about(right), kept(right))),
    );
    counted.hold_totals(
        ledger,
        side.difference,
        (Table::MonthlyActivity, side.column),
        |row| FigureIndex::new(about(row).unwrap_or_default()),
        cell,
    );
    counted
}

/// What the months of places and of providers have brought, and what the year brings.
#[derive(Default)]
struct Forecasts {
    so_far: Vec<(FigureIndex, Number)>,
    of_year: Vec<(FigureIndex, Number)>,
    of_provider: Vec<(FigureIndex, Number)>,
    reach: Vec<(FigureIndex, Number)>,
    reach_of_provider: Vec<(FigureIndex, Number)>,
}

impl Forecasts {
    fn add(&mut self, place: [u32; 2], forecast: Option<Forecast>) {
        let Some(forecast) = forecast else { return };
        let subjects = FigureIndex::new(place);
        self.so_far.push((subjects, forecast.to_date));
        self.of_year.push((subjects, forecast.year));
        self.reach.extend(forecast.reach.map(|reach| (subjects, reach)));
    }

    fn add_of_provider(&mut self, place: [u32; 3], forecast: Option<&Forecast>) {
        let Some(forecast) = forecast else { return };
        let index = FigureIndex::new(place);
        self.of_provider.push((index, forecast.year));
        self.reach_of_provider.extend(forecast.reach.map(|reach| (index, reach)));
    }

    fn publish(self, ledger: &mut Ledger<'_>, side: &Side) {
        ledger.add(summed(side.to_date, self.so_far));
        ledger.add(summed(side.of_year, self.of_year));
        ledger.add(summed(side.of_provider, self.of_provider));
        for (kind, found) in side.reach.into_iter().zip([self.reach, self.reach_of_provider]) {
            ledger.add(summed(kind, found));
        }
    }
}

/// What months have brought, and what the year brings at that pace.
struct Forecast {
    to_date: Number,
    year: Number,
    /// How far the year may lie from that; nothing where it is not scaled up.
    reach: Option<Number>,
}

/// What the months of some rows have brought, and what the year brings at that pace.
fn year_of(
    ledger: &mut Ledger<'_>,
    rows: Months<'_, '_>,
    provider: Option<Id<Organisation>>,
    (base_year, scale): (FinancialYear, &Number),
    (side, baseline): (&Side, &[[u32; 2]]),
) -> Option<Forecast> {
    let given: Vec<Given> = rows
        .iter()
        .filter_map(|(row, of)| {
            let (number, half_unit) = (side.cell)(*of)?;
            let place = CellAddress { table: Table::MonthlyActivity, row: row.index(), column: side.column };
            Some(Given { month: of.month(), cumulative: is_cumulative(*of), number, half_unit, place })
        })
        .collect();
    let months = known(base_year, &given);
    let (_, first) = rows.first().filter(|_| !months.is_empty())?;
    note_empty(ledger, rows, provider, months_of(base_year, rows).without(months), side);
    let has_baseline = baseline.binary_search(&place(*first)).is_ok();
    report_months(ledger, (*first, provider), (side.column, has_baseline), base_year, &given);
    let mut total = NumberTotal::default();
    let counting = counting(&given);
    counting.iter().for_each(|given| total.add(&given.number));
    let to_date = total.finish();
    if scale.is_zero() {
        let year = to_date.because("the months that are given are the year", &[scale]);
        return Some(Forecast { to_date, year, reach: None });
    }
    let year_at_pace = |number: &Number| number.times(scale).over(&months.counted());
    let year = year_at_pace(&to_date);
    let reach = (!months.is_whole()).then(|| {
        let seasons = ledger.parameter(&OUTTURN_SEASONS, Some(base_year)).unwrap_or_else(Number::nothing);
        let of_seasons = year.times(&seasons);
        if !side.in_cases {
            return of_seasons;
        }
        // No month has half a case, and neither has the year.
        let half = Number::rounding(Fixed::ONE.over(Fixed::whole(2)));
        let of_months = half.times(&Number::counted(counting.len(), "months, or years so far"));
        of_seasons.plus(&year_at_pace(&of_months)).plus(&half)
    });
    Some(Forecast { to_date, year, reach })
}

/// A month whose cell is empty, where other months fill it, is one that the forecast lacks.
fn note_empty(
    ledger: &mut Ledger<'_>,
    rows: Months<'_, '_>,
    provider: Option<Id<Organisation>>,
    missing: MonthsOfYear,
    side: &Side,
) {
    let empty = rows.iter().find(|(_, row)| (side.cell)(*row).is_none());
    let Some((at, row)) = empty.filter(|_| !missing.is_empty()) else { return };
    let cell = CellAddress { table: Table::MonthlyActivity, row: at.index(), column: side.column };
    let [setting, point] = place(*row);
    ledger.lacks(side.of_year.at([setting, point]), cell);
    if let Some(provider) = provider {
        ledger.lacks(side.of_provider.at([provider.index(), setting, point]), cell);
    }
}

/// The months of some rows.
fn months_of(year: FinancialYear, rows: Months<'_, '_>) -> MonthsOfYear {
    rows.iter().fold(MonthsOfYear::default(), |months, (_, row)| {
        months.or(if is_cumulative(*row) {
            MonthsOfYear::through(year, row.month())
        } else {
            MonthsOfYear::default().with(year, row.month())
        })
    })
}

fn is_cumulative(row: Row<'_, MonthlyActivity>) -> bool {
    row.cumulative() == Some(true)
}

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

/// Months that are missing before the last that is given, and rows for the year so far that cannot be right.
fn report_months(
    ledger: &mut Ledger<'_>,
    (first, provider): (Row<'_, MonthlyActivity>, Option<Id<Organisation>>),
    (column, has_baseline): (&'static str, bool),
    year: FinancialYear,
    given: &[Given],
) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    let titles = [
        provider.and_then(|provider| plan.title(Table::Organisation, provider.index())),
        plan.title(Table::Setting, first.setting().index()),
        plan.title(Table::PointOfDelivery, first.point_of_delivery().index()),
        Some(column),
    ];
    let titles: Vec<&str> = titles.into_iter().flatten().collect();
    let about = titles.join(", ");
    for finding in cumulative_findings(year, given, &about, shown_as(column == "cost")) {
        ledger.report(|| finding);
    }
    // Where there is a baseline, what the months make is held against it.
    if !has_baseline {
        odd_months::report_steady_growth(ledger, &about, year, given, shown_as(column == "cost"));
    }
    let missing = known(year, given).missing();
    if let Some(last) = given.last().filter(|_| !missing.is_empty()) {
        ledger.report(|| {
            missing_finding(&about, missing, year, "the forecast outturn stands on the months that are given").at(
                Table::MonthlyActivity,
                last.place.row,
                "month",
            )
        });
    }
}

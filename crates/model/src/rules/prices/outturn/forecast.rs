//! What months have brought, and what the year brings at that pace.

use super::providers;
use super::side::{Months, Side, is_cumulative, months_of, place};
use crate::calculation::{FigureIndex, Ledger, Number, NumberTotal, summed};
use crate::parameters::OUTTURN_SEASONS;
use crate::plan::{CellAddress, FinancialYear, Id, MonthlyActivity, Organisation, Row, Table};
use crate::quantity::{Fixed, InOrder};
use crate::rules::activity::counted::Counted;
use crate::rules::months_given::{
    Given, MonthsOfYear, counting, cumulative_findings, known, missing_finding, shown_as,
};
use crate::rules::odd_months;

/// Publishes what the months of each place, and of each provider, have brought, and what the year brings.
///
/// The rows are in the order of the places, then of the providers.
pub(super) fn forecast(ledger: &mut Ledger<'_>, rows: Months<'_, '_>, scale: (FinancialYear, &Number), side: &Side) {
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

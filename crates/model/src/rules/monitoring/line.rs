//! One line that is followed month by month.

mod by_month;
mod forecast_of_year;
mod forecast_short;
mod month_row;
mod months_of_line;
mod not_given;
mod own_plans;
mod phased;
mod rating;
mod signs;

pub use by_month::{ToMonth, by_month};
pub(super) use months_of_line::months_in_force;
pub(super) use not_given::report_not_in_variance;
pub(super) use signs::plan_read_as_meant;

use super::{ACTUAL_TO_DATE, FORECAST, FORECAST_VARIANCE, MONTHS, PLAN_TO_DATE, VARIANCE};
use crate::calculation::{Ledger, Number, NumberTotal, findings_of_part};
use crate::plan::{CellAddress, Id, LineKind, MonitoredLine, MonitoredMonth, Phasing, Plan, Row};
use crate::quantity::{Fault, Fixed, InOrder};
use crate::rules::months_given::{Given, MonthsOfYear, counting, known};
use crate::rules::phasing::{Weight, Weights, month_by_month};
use crate::rules::signs::{SIGN_READ_AS_MEANT, turned};
use crate::rules::{odd_digits, odd_months};
use month_row::{MonthRow, given};
use not_given::{report_months, report_outside};
use own_plans::OwnPlans;
use phased::Phased;
use rating::{Rounding, rate};
use signs::MonthSigns;

findings_of_part! {
    ..rating
    ..not_given
    ..forecast_of_year
    ..forecast_short
    ..own_plans
}

/// Computes every line that has months.
pub(super) fn run(ledger: &mut Ledger<'_>) {
    let mut rows: Vec<MonthRow<'_>> = ledger.plan.monitored_months.iter().collect();
    in_order(&mut rows);
    for months in rows.chunk_by(|(_, left), (_, right)| left.line() == right.line()) {
        let [(_, first), ..] = months else { continue };
        if let Some(line) = ledger.plan.monitored_lines.get(first.line()) {
            monitor(ledger, first.line(), line, months);
        }
    }
}

fn monitor(ledger: &mut Ledger<'_>, row: Id<MonitoredLine>, line: Row<'_, MonitoredLine>, months: &[MonthRow<'_>]) {
    let (year, found_before) = (line.year(), ledger.found_so_far());
    let outside = |(_, of): &&MonthRow<'_>| of.month().financial_year() != Some(year);
    report_outside(ledger, row, line, &months.iter().filter(outside).copied().collect::<Vec<_>>(), months.len());
    let in_year: Vec<MonthRow<'_>> = months.iter().filter(|month| !outside(month)).copied().collect();
    let month_signs = MonthSigns::of(ledger.plan, line, &in_year);
    let [actuals, mut forecasts] = given_as_meant(&in_year, month_signs == MonthSigns::Turned);
    let plan = signs::plan_as_meant(ledger, line);
    month_signs.report(ledger, line, &in_year);
    let about = format!("\"{}\"", line.name());
    odd_months::report(ledger, &about, year, &actuals);
    let given = known(year, &actuals);
    report_months(ledger, line, given, &actuals);
    odd_months::report_not_over(ledger, &about, actuals.iter());
    let weights = weights(&in_year);
    let phased = phased(ledger.plan, line, &weights, &in_year);
    phased.report(ledger, row, line, &plan);

    // What is expected of the year up to a month that has no actual figure takes the place of all months up to it.
    forecasts.retain(|forecast| !given.holds(year, forecast.month));
    forecast_of_year::report(ledger, &about, year, &actuals, &forecasts);
    let expects = !forecasts.is_empty();
    let followed = Followed { row, line, about, plan, phased, given, actuals, forecasts };
    followed.publish_forecast(ledger);
    let is_red = !given.is_empty() && followed.publish_to_date(ledger, found_before);
    if expects && !is_red {
        forecast_short::report(ledger, row, line, &plan);
    }
}

/// A line with its months, read as they are meant.
struct Followed<'a> {
    row: Id<MonitoredLine>,
    line: Row<'a, MonitoredLine>,
    /// What it is called in messages.
    about: String,
    /// Its plan of the year.
    plan: Number,
    phased: Phased<'a>,
    /// The months of which it is known what came of them.
    given: MonthsOfYear,
    actuals: Vec<Given>,
    forecasts: Vec<Given>,
}

impl Followed<'_> {
    /// Where its plan stands.
    fn place(&self) -> Option<CellAddress> {
        self.line.plan().map(|plan| plan.address())
    }

    /// By how much one is better than the other.
    fn better(&self, actual: &Number, planned: &Number) -> Number {
        match self.line.kind() {
            Some(LineKind::Expenditure) => planned.minus(actual),
            Some(_) => actual.minus(planned),
            None => Number::fault(Fault::NotGiven),
        }
    }

    /// What the year is expected to come to.
    fn publish_forecast(&self, ledger: &mut Ledger<'_>) {
        let (year, subject) = (self.line.year(), [self.row.index()]);
        let of_year_so_far = self.forecasts.iter().any(|forecast| forecast.cumulative);
        let expected = counting(&self.forecasts);
        let mut forecast = NumberTotal::default();
        for given in counting(&self.actuals) {
            let is_within = of_year_so_far && expected.first().is_some_and(|expected| given.month <= expected.month);
            if !is_within {
                forecast.add(&given.number);
            }
        }
        // A month to come counts in the forecast with what is expected of it, or else with its part of the plan. One that
        // is missing before the last that is given counts as to date: as nothing, unless something is expected of it.
        expected.iter().for_each(|expected| forecast.add(&expected.number));
        let others = MonthsOfYear::all(year).without(self.given.so_far().or(known(year, expected)));
        self.phased.add_other_months(&mut forecast, others, &self.plan);
        let forecast = ledger.publish(&FORECAST, subject, forecast.finish());
        ledger.publish(&FORECAST_VARIANCE, subject, self.better(&forecast, &self.plan));
        odd_months::report_another_unit(
            ledger,
            &format!("{}, what is expected", self.about),
            &self.forecasts,
            [&forecast, &self.plan],
            ("its plan of the year", self.place()),
        );
    }

    /// What came of the months so far, against the plan up to them; whether the line is red.
    fn publish_to_date(&self, ledger: &mut Ledger<'_>, found_before: usize) -> bool {
        let (year, subject, actuals, phased) = (self.line.year(), [self.row.index()], &self.actuals, &self.phased);
        let (about, so_far) = (self.about.as_str(), self.given.so_far());
        ledger.publish(&MONTHS, subject, self.given.counted());
        let planned = ledger.publish(&PLAN_TO_DATE, subject, phased.to_date(so_far, &self.plan));
        let mut actual = NumberTotal::default();
        counting(actuals).iter().for_each(|given| actual.add(&given.number));
        let actual = ledger.publish(&ACTUAL_TO_DATE, subject, actual.finish());
        odd_months::report_another_unit(
            ledger,
            about,
            actuals,
            [&actual, &planned],
            ("its plan to date", self.place()),
        );
        let of_month = |given: &Given| phased.of_month(year, given.month, &self.plan);
        odd_digits::report(ledger, about, year, actuals, of_month);
        let variance = ledger.publish(&VARIANCE, subject, self.better(&actual, &planned));
        odd_months::report_running_totals(ledger, about, year, actuals, &planned);
        let half_unit = self.line.plan().map_or(Fixed::ZERO, |plan| plan.half_unit());
        let half_units = counting(actuals).iter().map(|given| Number::rounding(given.half_unit));
        let rounding = Rounding::of(phased.rounding_to_date(so_far, half_unit).into_iter().chain(half_units));
        // A sign, a unit or a month that is asked about may be why a line is behind.
        let is_in_doubt = ledger.has_asked_since(found_before, &SIGN_READ_AS_MEANT);
        rate(ledger, self.row, self.line, [variance, planned], (&rounding, is_in_doubt))
    }
}

/// Rows in the order of their lines and months; a month alone stands before the year up to it.
fn in_order(rows: &mut [MonthRow<'_>]) {
    let cumulative = |row: Row<'_, MonitoredMonth>| row.cumulative() == Some(true);
    rows.order_by_key(|(_, row)| (row.line().index(), row.month(), cumulative(*row)));
}

/// What came of the months, and what is expected of them, with the sign that is meant.
fn given_as_meant(months: &[MonthRow<'_>], turns: bool) -> [Vec<Given>; 2] {
    let mut actuals: Vec<Given> = months.iter().filter_map(|(row, of)| actual(*row, *of)).collect();
    let mut forecasts: Vec<Given> = months.iter().filter_map(|(row, of)| forecast(*row, *of)).collect();
    if turns {
        actuals.iter_mut().chain(&mut forecasts).for_each(|given| given.number = turned(&given.number));
    }
    [actuals, forecasts]
}

/// How the plan of a line is spread over its months.
fn phased<'a>(plan: &Plan, line: Row<'_, MonitoredLine>, weights: &'a [Weight], months: &[MonthRow<'_>]) -> Phased<'a> {
    match line.phasing() {
        None => Phased::NotGiven,
        Some(Phasing::StraightLine) => Phased::Equal(months_in_force(plan, line)),
        Some(Phasing::Weighted) => Phased::Weighted(Weights::of(line.year(), weights)),
        Some(Phasing::Monthly) => Phased::Monthly(OwnPlans::of(line.year(), months, signs::keeps_its_sign(plan, line))),
    }
}

fn actual(at: Id<MonitoredMonth>, of: Row<'_, MonitoredMonth>) -> Option<Given> {
    of.actual().map(|cell| given(at, of, cell, "actual"))
}

fn forecast(at: Id<MonitoredMonth>, of: Row<'_, MonitoredMonth>) -> Option<Given> {
    of.forecast().map(|cell| given(at, of, cell, "forecast"))
}

/// The weight of each month.
fn weights(months: &[MonthRow<'_>]) -> Vec<Weight> {
    let weight = |(_, of): &MonthRow<'_>| of.weight().map(|cell| Weight::of(of.month(), cell));
    month_by_month(months.iter().filter_map(weight))
}

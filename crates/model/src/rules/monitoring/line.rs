//! One line that is followed month by month.

mod by_month;
mod forecast_of_year;
mod forecast_short;
mod month_row;
mod own_plans;
mod phased;
mod signs;

use super::{ACTUAL_TO_DATE, FORECAST, FORECAST_VARIANCE, MONTHS, PLAN_TO_DATE, RATING, VARIANCE};
use crate::calculation::{Finding, Ledger, MOST_DEVIATIONS, Number, NumberTotal, Unit, findings_of_part};
use crate::parameters::DELIVERY_AMBER;
use crate::plan::{CellAddress, Id, LineKind, MonitoredLine, MonitoredMonth, Phasing, Plan, Row, Scheme, Table};
use crate::quantity::{Fault, Fixed, InOrder, whole};
use crate::rules::common_findings::MONTH_OUTSIDE_THE_YEAR;
use crate::rules::delays::own_delay;
use crate::rules::months_given::{
    Given, MonthsOfYear, counting, cumulative_findings, known, missing_finding, shown_as,
};
use crate::rules::part_year::InForce;
use crate::rules::phasing::{Weight, Weights, month_by_month};
use crate::rules::signs::{SIGN_READ_AS_MEANT, turned};
use crate::rules::{odd_digits, odd_months};
pub use by_month::{ToMonth, by_month};
use month_row::{MonthRow, given};
use own_plans::OwnPlans;
use phased::Phased;
use signs::MonthSigns;
pub(super) use signs::plan_read_as_meant;

findings_of_part! {
    /// A monitored line is rated red, and no remedial action is given; where something is asked about its months or its plan,
    /// which may be why, that is only worth knowing.
    BEHIND_PLAN_WITHOUT_ACTION: warning or information(
        "behind-plan-without-action",
        "Agree and write down the remedial action."
    )
    /// Months of a monitored line are over by the day of the plan, and nothing is given for them.
    MONTHS_NOT_REPORTED: information(
        "months-not-reported",
        "Give the months that are over; until then the line is rated on the months before them."
    )
    /// A monitored line has no actual figure, although others of its organisation have.
    LINE_WITHOUT_ACTUAL: information(
        "line-without-actual",
        "Give what came of its months; a month that brought nothing is 0."
    )
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

/// Months that are not in the year of the line: where none is, it is the year that is wrong, and said once.
fn report_outside(
    ledger: &mut Ledger<'_>,
    row: Id<MonitoredLine>,
    line: Row<'_, MonitoredLine>,
    outside: &[MonthRow<'_>],
    all: usize,
) {
    let (name, year) = (line.name(), line.year());
    let cell =
        |month: &MonthRow<'_>| CellAddress { table: Table::MonitoredMonth, row: month.0.index(), column: "month" };
    if outside.len() == all && all > 1 {
        let message = format!("None of the {all} months of \"{name}\" is in {year}: they do not count.");
        ledger.report(|| {
            let finding = Finding::of(&MONTH_OUTSIDE_THE_YEAR, message).at(Table::MonitoredLine, row.index(), "year");
            finding.at_cells(outside.iter().map(cell))
        });
        return;
    }
    for month in outside {
        let message = format!("{} of \"{name}\" is not in {year}: it does not count.", month.1.month().words());
        ledger.report(|| Finding::of(&MONTH_OUTSIDE_THE_YEAR, message).at_cells([cell(month)]));
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
        let of_month = |given: &Given| phased.to_date(MonthsOfYear::default().with(year, given.month), &self.plan);
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

/// How far a variance may lie from the exact one because what it stands on is printed rounded.
struct Rounding {
    /// All half units: it lies no farther.
    sum: Number,
    /// Their squares: the variance of independent roundings is a third of it.
    squares: Number,
}

impl Rounding {
    fn of(half_units: impl Iterator<Item = Number>) -> Self {
        let (mut sum, mut squares) = (NumberTotal::default(), NumberTotal::default());
        for half_unit in half_units {
            sum.add(&half_unit);
            squares.add(&half_unit.times(&half_unit));
        }
        Self { sum: sum.finish(), squares: squares.finish() }
    }

    /// Whether what is short is nothing, or rounding: within all half units, and within so many standard deviations that a
    /// finding does not call it unlikely either.
    fn explains(&self, short: &Number) -> bool {
        if !short.is_negative() {
            return true;
        }
        let squared = Number::whole(MOST_DEVIATIONS * MOST_DEVIATIONS, "the square of four standard deviations");
        let threefold = Number::whole(3, "the variance of a rounding is a third of the square of half a unit");
        let likely = self.squares.times(&squared).minus(&short.times(short).times(&threefold));
        !short.plus(&self.sum).is_negative() && !likely.is_fault() && !likely.is_negative()
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

/// The months of the year of a line in which its scheme was to be in force; all where no scheme says so.
pub(super) fn months_in_force(plan: &Plan, line: Row<'_, MonitoredLine>) -> MonthsOfYear {
    let year = line.year();
    let all = MonthsOfYear::all(year);
    let Some(scheme) = line.scheme().and_then(|scheme| plan.schemes.get(scheme)) else { return all };
    let start = scheme.start().map(|start| start.later(months_late(line, scheme)));
    let before = start.map(|start| MonthsOfYear::through(year, start.later(-1)));
    let until = scheme.end().filter(|end| *end < year.first_month().later(11));
    let until = until.map_or(all, |end| MonthsOfYear::through(year, end));
    let in_force = until.without(before.unwrap_or_default());
    if in_force.is_empty() { all } else { in_force }
}

/// How late the months of a line are: as late as its scheme, unless the plan of the line is what was planned without that.
fn months_late(line: Row<'_, MonitoredLine>, scheme: Row<'_, Scheme>) -> i32 {
    let delay = own_delay(scheme);
    let Some(plan) = line.plan().filter(|_| delay > 0).map(Number::cell) else { return 0 };
    let in_time = match (scheme.gross(), scheme.full_year_effect()) {
        (Some(gross), _) => Number::cell(gross),
        (None, Some(whole)) => InForce::of(scheme, 0, Some(line.year())).effect(line.year(), &Number::cell(whole)),
        (None, None) => return 0,
    };
    if plan.differs_from(&in_time) { delay } else { 0 }
}

/// Rates a line on its plan to date, and says whether it is red.
fn rate(
    ledger: &mut Ledger<'_>,
    row: Id<MonitoredLine>,
    line: Row<'_, MonitoredLine>,
    [variance, planned]: [Number; 2],
    (rounding, is_in_doubt): (&Rounding, bool),
) -> bool {
    let subject = [row.index()];
    let Some(amber) = ledger.parameter(&DELIVERY_AMBER, Some(line.year())) else { return false };
    if variance.is_fault() {
        ledger.publish(&RATING, subject, variance);
        return false;
    }
    // What the last printed digits may hide is no difference.
    let limit = planned.times(&Number::the_whole().minus(&amber)).negated();
    let (level, reason) = if rounding.explains(&variance) {
        (3, "the plan to date is delivered")
    } else if rounding.explains(&variance.minus(&limit)) {
        (2, "near the plan to date")
    } else {
        (1, "behind the plan to date")
    };
    let rating = Number::constant(whole(level), reason).because(reason, &[&variance, &planned, &amber]);
    ledger.publish(&RATING, subject, rating);
    let is_red = level == 1;
    if is_red && line.action().is_none() {
        let (of, why): (fn(&_, String) -> _, _) =
            if is_in_doubt { (Finding::otherwise, ", perhaps by what is asked about it") } else { (Finding::of, "") };
        ledger.report(|| {
            let message = format!("\"{}\" is behind its plan{why}, and no remedial action is given.", line.name());
            of(&BEHIND_PLAN_WITHOUT_ACTION, message)
                .at(Table::MonitoredLine, row.index(), "action")
                .figure(VARIANCE.at(subject))
                .between(variance.value(), Number::nothing().value(), Unit::Money)
                .both_right()
        });
    }
    is_red
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

/// Months that are missing before the last that is given, and after it; rows for the year so far that cannot be right.
fn report_months(ledger: &mut Ledger<'_>, line: Row<'_, MonitoredLine>, given: MonthsOfYear, actuals: &[Given]) {
    if !ledger.wants_findings() {
        return;
    }
    let year = line.year();
    let about = format!("\"{}\"", line.name());
    for finding in cumulative_findings(year, actuals, &about, shown_as(true)) {
        ledger.report(|| finding);
    }
    let Some(last) = actuals.last() else { return };
    // Of a scheme nothing is missing before it is in force.
    let missing = given.missing().and(months_in_force(ledger.plan, line));
    if !missing.is_empty() {
        ledger.report(|| {
            let what = "the plan to date counts every month that has passed, and what is not given counts as nothing, to date \
                        and, where nothing is expected of it, in the forecast";
            missing_finding(&about, missing, year, what).at(
                Table::MonitoredMonth,
                last.place.row,
                "month",
            )
        });
    }
    let as_of = ledger.plan.details().and_then(|details| details.as_of());
    let Some(as_of) = as_of.filter(|as_of| as_of.month() > last.month) else { return };
    // The month of the day itself may not be over.
    let over = MonthsOfYear::through(year, as_of.month().later(-1).min(year.first_month().later(11)));
    let late = over.without(given.so_far());
    if !late.is_empty() {
        let (late, today) = (late.names(year), as_of.words());
        let message = format!("{about}: nothing is given for {late}, and the plan is looked at on {today}.");
        ledger.report(|| Finding::of(&MONTHS_NOT_REPORTED, message).at(Table::MonitoredMonth, last.place.row, "month"));
    }
}

/// Lines of an organisation without an actual figure, while others make a variance without them.
pub(super) fn report_not_in_variance(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    let mut lines: Vec<_> = Vec::new();
    for (row, line) in plan.monitored_lines.iter() {
        lines.extend(line.organisation().map(|organisation| ((organisation.index(), line.year()), row, line)));
    }
    lines.order_by_key(|(about, _, line)| (*about, line.name()));
    for lines in lines.chunk_by(|left, right| left.0 == right.0) {
        let has = |row: Id<MonitoredLine>| ledger.figure(&VARIANCE, [row.index()]).is_some();
        let Some(((organisation, year), ..)) = lines.iter().find(|(_, row, _)| has(*row)) else { continue };
        let organisation = plan.title(Table::Organisation, *organisation).unwrap_or_default();
        let without: Vec<_> = lines.iter().filter(|(_, row, _)| !has(*row)).collect();
        for (_, row, line) in without {
            let message = format!(
                "\"{}\" has no actual figure: the variance of {organisation} in {year} is without it.",
                line.name()
            );
            ledger.report(|| Finding::of(&LINE_WITHOUT_ACTUAL, message).at(Table::MonitoredLine, row.index(), "name"));
        }
    }
}

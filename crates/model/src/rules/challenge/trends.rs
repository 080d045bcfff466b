//! Spending that grows if nothing is done, and the gap to the resource.

use super::{COUNTERFACTUAL_GAP, CUMULATIVE_GAP, SPENDING, TREND_SPENDING};
use crate::calculation::{FigureKey, Finding, Ledger, Number, NumberTotal, findings_of_part, format, year_of};
use crate::plan::{FinancialYear, GrowthCombination, GrowthDriver, GrowthKind, Id, Row, SpendTrend, Table};
use crate::quantity::{Fault, InOrder};
use crate::rules::common_findings::{BELOW_NOTHING, YEAR_MISSING, YEAR_OUTSIDE_THE_PLAN};
use crate::rules::signs::SIGN_UNCLEAR;
use std::collections::BTreeMap;

findings_of_part! {
    /// Several drivers of growth work in one year, and whether they are added up or compounded is not said.
    GROWTH_COMBINATION_NOT_SAID: information(
        "growth-combination-not-said",
        "Say whether drivers of one year are compound or additive."
    )
    /// Spending trends of several services begin in different years, so that there is no total of the earlier ones.
    TRENDS_BEGIN_IN_DIFFERENT_YEARS: information(
        "trends-begin-in-different-years",
        "Give all services from one base year, so that the earlier years have a total too."
    )
    /// A driver of growth works in a year in which nothing grows.
    DRIVER_WITHOUT_EFFECT: warning("driver-without-effect", "Correct the year of the driver, or the base year.")
}

/// A driver: how it changes spending in a year.
#[derive(Clone, Copy, Debug)]
struct Driver {
    /// Nothing for every year.
    year: Option<FinancialYear>,
    is_efficiency: bool,
    rate: Number,
}

impl Driver {
    fn of(row: Row<'_, GrowthDriver>) -> Self {
        // Whether it raises or lowers spending is not known without its kind.
        let rate = row.kind().and(row.rate());
        Self { year: row.year(), is_efficiency: row.kind() == Some(GrowthKind::Efficiency), rate: Number::given(rate) }
    }

    fn works_in(&self, year: FinancialYear) -> bool {
        self.year.is_none_or(|in_year| in_year == year)
    }

    /// An efficiency lowers spending with or without a minus.
    fn added_to(&self, number: &Number) -> Number {
        if self.is_efficiency && !self.rate.is_negative() { number.minus(&self.rate) } else { number.plus(&self.rate) }
    }
}

/// The drivers: those of all spending, and those of one trend each.
struct Drivers {
    of_all: Vec<Driver>,
    of_trends: BTreeMap<u32, Vec<Driver>>,
}

impl Drivers {
    /// Sorted by rate: products are rounded, and the last digit must not depend on the order of the rows.
    fn of(ledger: &Ledger<'_>) -> Self {
        let mut drivers = Self { of_all: Vec::new(), of_trends: BTreeMap::new() };
        for (_, row) in ledger.plan.growth_drivers.iter() {
            match row.trend() {
                None => drivers.of_all.push(Driver::of(row)),
                Some(trend) => drivers.of_trends.entry(trend.index()).or_default().push(Driver::of(row)),
            }
        }
        for drivers in std::iter::once(&mut drivers.of_all).chain(drivers.of_trends.values_mut()) {
            drivers.order_by(|one, other| {
                one.rate.compare(&other.rate).then_with(|| one.is_efficiency.cmp(&other.is_efficiency))
            });
        }
        drivers
    }

    fn of_trend(&self, trend: Id<SpendTrend>) -> &[Driver] {
        self.of_trends.get(&trend.index()).map(Vec::as_slice).unwrap_or_default()
    }
}

/// What drivers of all spending make of it in a year: by how much it is multiplied one upon the other, and added up.
#[derive(Clone, Copy)]
struct OfAll {
    count: usize,
    compound: Number,
    additive: Number,
}

/// Computes spending at trend and the gap.
pub(super) fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let Some(last) = plan.details().map(|details| details.last_year()) else { return };
    let bases = plan.spend_trends.iter().filter_map(|(_, trend)| trend.base_year()).filter(|base| *base <= last);
    let drivers = Drivers::of(ledger);
    if let (Some(first), Some(begins)) = (bases.clone().min(), bases.max()) {
        let of_all = of_all(&drivers, first, last);
        let mut totals: BTreeMap<u32, NumberTotal> = BTreeMap::new();
        for (row, trend) in plan.spend_trends.iter() {
            grow(ledger, (row, trend), last, &drivers, &of_all, &mut totals);
        }
        if first < begins {
            report_begin(ledger, first, begins);
        }
        let from = u32::from(begins.start());
        gaps(ledger, totals.into_iter().filter(|(year, _)| *year >= from));
    }
    report_in_vain(ledger, last);
    report_signs(ledger);
}

fn of_all(drivers: &Drivers, first: FinancialYear, last: FinancialYear) -> BTreeMap<FinancialYear, OfAll> {
    let one = Number::the_whole();
    let mut of_years = BTreeMap::new();
    for year in first.through(last) {
        let works = drivers.of_all.iter().filter(|driver| driver.works_in(year));
        let factors: Vec<Number> = works.clone().map(|driver| driver.added_to(&one)).collect();
        let additive = works.fold(one, |sum, driver| driver.added_to(&sum));
        let compound = match factors.as_slice() {
            [only] => *only,
            factors => Number::product(factors),
        };
        of_years.insert(year, OfAll { count: factors.len(), compound, additive });
    }
    of_years
}

/// What a trend spends after a year in which drivers work: those of all spending, and its own.
fn grown<'d>(
    spending: &Number,
    trend: Row<'_, SpendTrend>,
    of_all: &OfAll,
    own: impl Iterator<Item = &'d Driver>,
) -> Number {
    if trend.combination() == Some(GrowthCombination::Additive) {
        return spending.times(&own.fold(of_all.additive, |sum, driver| driver.added_to(&sum)));
    }
    let one = Number::the_whole();
    let by_all = if of_all.count > 0 { spending.times(&of_all.compound) } else { *spending };
    own.fold(by_all, |spending, driver| spending.times(&driver.added_to(&one)))
}

fn report_combination(ledger: &mut Ledger<'_>, row: Id<SpendTrend>, trend: Row<'_, SpendTrend>) {
    ledger.report(|| {
        Finding::of(
            &GROWTH_COMBINATION_NOT_SAID,
            format!("Several drivers of \"{}\" work in one year: they are applied one upon the other.", trend.name()),
        )
        .at(Table::SpendTrend, row.index(), "combination")
    });
}

fn grow(
    ledger: &mut Ledger<'_>,
    (row, trend): (Id<SpendTrend>, Row<'_, SpendTrend>),
    last: FinancialYear,
    drivers: &Drivers,
    of_all: &BTreeMap<FinancialYear, OfAll>,
    totals: &mut BTreeMap<u32, NumberTotal>,
) {
    let Some(base_year) = trend.base_year() else {
        // It spends something, and nobody knows in which year how much: so neither is known what all spend.
        for year in of_all.keys() {
            totals.entry(u32::from(year.start())).or_default().add(&Number::fault(Fault::NotGiven));
        }
        return;
    };
    let own = drivers.of_trend(row);
    let mut spending = Number::given(trend.base());
    let mut together = false;
    let mut grew: Option<FinancialYear> = None;
    let mut below: Option<(u32, Number)> = None;
    for year in base_year.through(last) {
        if year > base_year {
            let of_year = own.iter().filter(|driver| driver.works_in(year));
            let Some(of_all) = of_all.get(&year) else { continue };
            let count = of_all.count + of_year.clone().count();
            together |= count > 1;
            if count > 0 {
                if let Some(before) = grew.filter(|before| before.start() + 1 < year.start()) {
                    report_no_driver(ledger, (row, trend), before, year);
                }
                grew = Some(year);
            }
            if count > 0 {
                spending = grown(&spending, trend, of_all, of_year);
            }
        }
        let start = u32::from(year.start());
        // The next year starts from this figure, so that each explanation covers one year only.
        spending = ledger.publish(&TREND_SPENDING, [row.index(), start], spending);
        if below.is_none() && spending.shown().is_negative() {
            below = Some((start, spending));
        }
        totals.entry(start).or_default().add(&spending);
    }
    if let Some((start, spending)) = below {
        report_below_nothing(ledger, row, TREND_SPENDING.at([row.index(), start]), &spending);
    }
    if together && trend.combination().is_none() {
        report_combination(ledger, row, trend);
    }
}

/// A service on which less than nothing is spent, in the first year in which it is so: those after it stand on it.
fn report_below_nothing(ledger: &mut Ledger<'_>, row: Id<SpendTrend>, figure: FigureKey, spending: &Number) {
    let shown = format::money(spending.shown().value());
    let message =
        format!("{} is {shown}: its drivers of growth take off more than there is.", figure.label(ledger.plan));
    ledger.report(|| Finding::of(&BELOW_NOTHING, message).at(Table::SpendTrend, row.index(), "base").figure(figure));
}

/// A service of which drivers are given for two years and for none between: it does not grow there.
fn report_no_driver(
    ledger: &mut Ledger<'_>,
    (row, trend): (Id<SpendTrend>, Row<'_, SpendTrend>),
    before: FinancialYear,
    year: FinancialYear,
) {
    let works = |driver: Row<'_, GrowthDriver>| {
        driver.year() == Some(year) && driver.trend().is_none_or(|of| of.index() == row.index())
    };
    let plan = ledger.plan;
    let drivers = plan.growth_drivers.iter().filter(|(_, driver)| works(*driver));
    let message = format!(
        "\"{}\" has drivers of growth in {before} and {year}, and in no year between: there it does not grow.",
        trend.name()
    );
    ledger.report(|| {
        Finding::of(&YEAR_MISSING, message)
            .at_rows(plan, Table::GrowthDriver, drivers.map(|(driver, _)| driver.index()), "year")
            .figure(TREND_SPENDING.at([row.index(), u32::from(year.start())]))
            .advise("Give the growth of the years between; where nothing grows it is 0%.")
    });
}

/// The gap of each year of which the medium-term plan gives the resource, and of all so far.
fn gaps(ledger: &mut Ledger<'_>, totals: impl Iterator<Item = (u32, NumberTotal)>) {
    let mut resources: BTreeMap<u32, Number> = BTreeMap::new();
    // Of the whole plan; those of organisations are not added to it.
    for (_, row) in ledger.plan.medium_term_plan.iter().filter(|(_, row)| row.organisation().is_none()) {
        let Some(resource) = row.resource().map(Number::cell) else { continue };
        let of_year = resources.entry(u32::from(row.year().start()));
        of_year.and_modify(|sum| *sum = sum.plus(&resource)).or_insert(resource);
    }
    let mut cumulative = NumberTotal::default();
    let mut last: Option<u32> = None;
    for (year, total) in totals {
        let spending = ledger.publish(&SPENDING, [year], total.finish());
        let Some(resource) = resources.get(&year) else { continue };
        let gap = ledger.publish(&COUNTERFACTUAL_GAP, [year], spending.minus(resource));
        cumulative.add(&gap);
        ledger.publish(&CUMULATIVE_GAP, [year], cumulative.clone().finish());
        if let Some(before) = last.filter(|before| before + 1 < year) {
            report_missing(ledger, before, year);
        }
        last = Some(year);
    }
}

fn words(year: u32) -> String {
    year_of(year).map(|year| year.to_string()).unwrap_or_default()
}

/// A year without a resource between years that have one.
fn report_missing(ledger: &mut Ledger<'_>, before: u32, year: u32) {
    let row = ledger.plan.medium_term_plan.iter().find(|(_, row)| u32::from(row.year().start()) == year);
    let Some((row, _)) = row else { return };
    ledger.report(|| {
        Finding::of(
            &YEAR_MISSING,
            format!(
                "The resource is given for {} and {}, and for no year between: the cumulative gap leaves them out.",
                words(before),
                words(year)
            ),
        )
        .at(Table::MediumTermYear, row.index(), "resource")
        .figure(CUMULATIVE_GAP.at([year]))
        .advise("Give the resource of the years between.")
    });
}

/// Services that begin in different years: what all spend is known from the year in which the last begins.
fn report_begin(ledger: &mut Ledger<'_>, first: FinancialYear, begins: FinancialYear) {
    let plan = ledger.plan;
    let late = plan.spend_trends.iter().filter(|(_, trend)| trend.base_year() == Some(begins));
    ledger.report(|| {
        Finding::of(
            &TRENDS_BEGIN_IN_DIFFERENT_YEARS,
            format!(
                "Spending begins in {first} for one service and in {begins} for another: what all spend, and the gap, begin \
                 in {begins}."
            ),
        )
        .at_rows(plan, Table::SpendTrend, late.map(|(row, _)| row.index()), "base_year")
        .figure(SPENDING.at([u32::from(begins.start())]))
    });
}

/// Spending that begins after the plan ends, and drivers of a year in which nothing grows.
fn report_in_vain(ledger: &mut Ledger<'_>, last: FinancialYear) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    for (row, trend) in plan.spend_trends.iter() {
        let Some(base_year) = trend.base_year().filter(|base| *base > last) else { continue };
        ledger.report(|| {
            Finding::of(
                &YEAR_OUTSIDE_THE_PLAN,
                format!("\"{}\" begins in {}, after the last year of the plan.", trend.name(), base_year),
            )
            .at(Table::SpendTrend, row.index(), "base_year")
            .advise("Correct the base year, or the last year of the plan.")
        });
    }
    let earliest = plan.spend_trends.iter().filter_map(|(_, trend)| trend.base_year()).min();
    for (row, driver) in plan.growth_drivers.iter() {
        let base = match driver.trend() {
            Some(trend) => plan.spend_trends.get(trend).and_then(|trend| trend.base_year()),
            None => earliest,
        };
        let (Some(year), Some(base)) = (driver.year(), base) else { continue };
        if year > base && year <= last {
            continue;
        }
        ledger.report(|| {
            Finding::of(
                &DRIVER_WITHOUT_EFFECT,
                format!(
                    "\"{}\" works in {year}, in which nothing grows: spending grows from the year after {base} to {last}.",
                    driver.name()
                ),
            )
            .at(Table::GrowthDriver, row.index(), "year")
        });
    }
}

/// Efficiencies of which some have a minus and others not: all lower spending, and that may not be meant.
fn report_signs(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    let efficiencies = plan.growth_drivers.iter().filter(|(_, row)| row.kind() == Some(GrowthKind::Efficiency));
    let is_negative = |row: Row<'_, GrowthDriver>| row.rate().is_some_and(|rate| rate.fixed().is_negative());
    let is_nothing = |row: Row<'_, GrowthDriver>| row.rate().is_none_or(|rate| rate.fixed().is_zero());
    if !efficiencies.clone().any(|(_, row)| !is_negative(row) && !is_nothing(row)) {
        return;
    }
    for (_, row) in efficiencies.filter(|(_, row)| is_negative(*row)) {
        let Some(rate) = row.rate() else { continue };
        let message =
            format!("\"{}\" is an efficiency with a minus, and others have none: all lower spending.", row.name());
        ledger.report(|| {
            Finding::of(&SIGN_UNCLEAR, message)
                .at_cells([rate.address()])
                .advise("Take the minus away: an efficiency lowers spending with or without it.")
        });
    }
}

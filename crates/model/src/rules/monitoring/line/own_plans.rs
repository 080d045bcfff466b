//! Plans that the months of a line have of their own, and not as parts of the plan of the year.

use super::month_row::{MonthRow, given};
use super::signs;
use crate::calculation::{Finding, Ledger, Number, NumberTotal, Unit, findings_of_part, format};
use crate::plan::{FinancialYear, Id, MonitoredLine, MonitoredMonth, Row, Table};
use crate::quantity::{Decimal, Fault, Fixed, Month, Total};
use crate::rules::months_given::{Given, MonthsOfYear, counting, cumulative_findings, known, shown_as};
use crate::rules::signs::{all_negative, turned};

findings_of_part! {
    /// The plans of the months of a monitored line are not the plan of its year.
    MONTHS_DO_NOT_SUM: warning(
        "months-do-not-sum",
        "Correct the plan of a month, or that of the year; the months count as they are given."
    )
}

/// The plans of the months of a line, in the order of the months; a month alone stands before the year up to it.
pub(super) struct OwnPlans {
    year: FinancialYear,
    plans: Vec<Given>,
    /// The months that have a plan, alone or within the year up to one.
    known: MonthsOfYear,
    /// The months that have one alone.
    alone: MonthsOfYear,
    /// The last month of which something has come.
    last_come: Option<Month>,
    /// The first row whose sign was turned round.
    turned: Option<Id<MonitoredMonth>>,
}

impl OwnPlans {
    /// The plans that the rows of a year give, with the sign that is meant unless the line keeps its own.
    pub(super) fn of(year: FinancialYear, months: &[MonthRow<'_>], keeps_sign: bool) -> Self {
        let with_plan = || months.iter().filter_map(|(row, of)| Some((*row, *of, of.plan()?)));
        let mut plans: Vec<Given> = with_plan().map(|(row, of, cell)| given(row, of, cell, "plan")).collect();
        let numbers: Vec<Number> = plans.iter().map(|plan| plan.number).collect();
        let turns = !keeps_sign && all_negative(&numbers);
        if turns {
            plans.iter_mut().for_each(|plan| plan.number = turned(&plan.number));
        }
        let alone: Vec<Given> = plans.iter().filter(|plan| !plan.cumulative).copied().collect();
        let first = with_plan().next().map(|(row, ..)| row);
        Self {
            year,
            known: known(year, &plans),
            alone: known(year, &alone),
            plans,
            last_come: months.iter().filter(|(_, of)| of.actual().is_some()).map(|(_, of)| of.month()).max(),
            turned: first.filter(|_| turns),
        }
    }

    /// The plan of all months up to the last of some. A month without a plan has nothing to bring; but what a later plan of
    /// the year so far holds for it cannot be told.
    pub(super) fn to_date(&self, months: MonthsOfYear) -> Number {
        let until = self.until(months);
        let is_within_later = self.plans.get(until.len()..).unwrap_or_default().iter().any(|plan| plan.cumulative);
        let has_all = months.without(known(self.year, until)).is_empty();
        if self.plans.is_empty() || (is_within_later && !has_all) {
            return Number::fault(Fault::NotGiven);
        }
        sum_of(counting(until))
    }

    /// The plan that a month has alone.
    pub(super) fn of_month(&self, month: Month) -> Number {
        let of_month = self.plans.iter().find(|plan| !plan.cumulative && plan.month == month);
        of_month.map_or(Number::fault(Fault::NotGiven), |plan| plan.number)
    }

    /// How far each of the plans on which that stands may lie from the exact one, because it is printed rounded.
    pub(super) fn rounding_to_date(&self, months: MonthsOfYear) -> Vec<Number> {
        counting(self.until(months)).iter().map(|plan| Number::rounding(plan.half_unit)).collect()
    }

    /// Adds the plans of other months to a forecast. What of the plan of the year no month has falls on those among them
    /// without a plan.
    pub(super) fn add_other_months(&self, forecast: &mut NumberTotal, others: MonthsOfYear, plan: &Number) {
        let counting = counting(&self.plans);
        let year_so_far = counting.first().filter(|first| first.cumulative);
        let covered = year_so_far.map(|first| MonthsOfYear::through(self.year, first.month)).unwrap_or_default();
        let without_own = covered.without(self.alone);
        let is_of_others = |given: &&Given| others.holds(self.year, given.month);
        if self.plans.is_empty() {
            forecast.add(&Number::fault(Fault::NotGiven));
            return;
        }
        if without_own.without(others) == without_own {
            let alone = self.plans.iter().filter(|plan| !plan.cumulative);
            alone.filter(is_of_others).for_each(|plan| forecast.add(&plan.number));
        } else if covered.without(others).is_empty() {
            counting.iter().filter(is_of_others).for_each(|plan| forecast.add(&plan.number));
        } else if let Some(before) = self.before(others) {
            // What is planned up to the last month, less what is planned up to the last of which something is known.
            forecast.add(&sum_of(counting).minus(&before));
        } else {
            // Some of what the year so far holds belongs to months that are known otherwise: how much cannot be told.
            forecast.add(&Number::fault(Fault::NotGiven));
        }
        let total = sum_of(counting);
        if !others.without(self.known).is_empty() && !plan.is_fault() && total.is_below(plan) {
            forecast.add(&plan.minus(&total));
        }
    }

    /// The plan of all months before some that are the rest of the year, where it can be told.
    fn before(&self, others: MonthsOfYear) -> Option<Number> {
        let before = MonthsOfYear::all(self.year).without(others);
        Some(self.to_date(before)).filter(|plan| before.missing().is_empty() && !plan.is_fault())
    }

    /// Says what is wrong with the plans.
    pub(super) fn report(
        &self,
        ledger: &mut Ledger<'_>,
        row: Id<MonitoredLine>,
        line: Row<'_, MonitoredLine>,
        plan: &Number,
    ) {
        if !ledger.wants_findings() {
            return;
        }
        if let Some(first) = self.turned {
            signs::report_column(ledger, line, first, "plan");
        }
        let about = format!("The plan of \"{}\"", line.name());
        for finding in cumulative_findings(self.year, &self.plans, &about, shown_as(true)) {
            ledger.report(|| finding);
        }
        let half_unit = line.plan().map_or(Fixed::ZERO, |plan| plan.half_unit());
        if let Some((message, apart)) = self.misfit(line.name(), plan, half_unit) {
            let finding = || Finding::of(&MONTHS_DO_NOT_SUM, message).at(Table::MonitoredLine, row.index(), "plan");
            ledger.report(|| finding().apart(apart, Unit::Money));
        }
    }

    /// What to say where the months do not make the year, and how far the two are apart.
    fn misfit(&self, name: &str, plan: &Number, half_unit: Fixed) -> Option<(String, Decimal)> {
        let sum = sum_of(counting(&self.plans)).shown();
        let apart = sum.minus(plan.shown());
        let rounding = rounding_of(counting(&self.plans)).plus(half_unit);
        if self.plans.is_empty() || apart.is_fault() || !rounding.is_below(apart.maximum(apart.negated())) {
            return None;
        }
        let is_short = apart.is_negative() && !self.known.is_whole();
        // What is planned up to a month leaves the rest of the year to the months after it: so do the plans of all months up
        // to the last of which something has come, as a report prints them in the course of the year.
        let goes_so_far = |last: &Given| {
            let has_all = || MonthsOfYear::through(self.year, last.month).without(self.known).is_empty();
            last.cumulative || (self.last_come.is_some_and(|come| last.month <= come) && has_all())
        };
        if is_short && self.plans.last().is_some_and(goes_so_far) {
            return None;
        }
        let without = MonthsOfYear::all(self.year).without(self.known);
        let have = if without.count() == 1 { "has" } else { "have" };
        let which = if is_short { format!("; {} {have} none", without.names(self.year)) } else { String::new() };
        let message = format!(
            "The plans of the months of \"{name}\" are {} together, and the plan of its year is {}{which}.",
            format::money(sum.value()),
            format::money(plan.shown().value())
        );
        Some((message, apart.value().ok()?))
    }

    /// The plans up to the last of some months.
    fn until(&self, months: MonthsOfYear) -> &[Given] {
        let so_far = months.so_far();
        let count = self.plans.iter().take_while(|plan| so_far.holds(self.year, plan.month)).count();
        self.plans.get(..count).unwrap_or_default()
    }
}

fn sum_of(plans: &[Given]) -> Number {
    let mut sum = NumberTotal::default();
    plans.iter().for_each(|plan| sum.add(&plan.number));
    sum.finish()
}

fn rounding_of(plans: &[Given]) -> Fixed {
    let mut sum = Total::default();
    plans.iter().for_each(|plan| sum.add_fixed(plan.half_unit));
    sum.finish_fixed()
}

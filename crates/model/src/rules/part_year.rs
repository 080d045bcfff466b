//! Part-year and full-year effect: what a scheme saves in each year, by the months in which it
//! is in force.
//!
//! * CR18, CR28: effect in a year = full-year effect × months in force ÷ 12. Linear by month:
//!   the plans do not print a phasing, so this is an assumption of the rule.
//! * The carry-over is what the year after the year of the scheme's list has more (or less).
//! * A scheme without a start is in force from the year of its list on, and where it is late, from so many months later on.
//!   Where it also has no end and gives what it saves in that year, that is its effect in the year: a plan that gives both
//!   says so that the year is not a whole one. The year after carries over the rest.
//! * A scheme that is not recurrent has no effect after the year in which it starts (or, without a
//!   start, after the year of its list), unless its end says otherwise.
//! * Where a scheme also gives the gross saving of the year of its list, the two are held against each other, in the
//!   months that were planned: a delay is no contradiction.
//!
//! Source: Surrey l. 654 and 1003 (a suspension from December to November is 8 months of
//! 2011/12); Arden l. 332, 945 and 1381.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
//!     "schemes": [{"id": "ivf", "name": "IVF", "list": "plan", "full_year_effect": "936", "unit": "£000",
//!                  "start": "2010-12", "end": "2011-11"}]
//! "#);
//! assert_eq!(outcome.text("scheme.ivf.part-year.2011-12"), "624000");
//! assert_eq!(outcome.text("scheme.ivf.part-year.2012-13"), "0");
//! assert_eq!(outcome.text("scheme.ivf.carry-over"), "-624000");
//! ```

mod added;
mod agreement;
mod in_force;
mod kinds;

pub(super) use added::{added_to_year_before, begun_in_year_before, is_near};
pub(super) use in_force::InForce;
pub use kinds::files;
pub use kinds::{CARRY_OVER, FULL_YEAR, GROSS_DIFFERENCE, KINDS, LOST_TO_DELAY, PART_YEAR};

use super::delays::delays;
use crate::calculation::{Ledger, Number, Series, findings};
use crate::plan::{EMPTY_CODE, FinancialYear, NumberCell, Plan, Scheme};
use crate::quantity::{Amount, Count, Fixed, Month};

findings! {
    ..agreement
}

/// Computes the effect of every scheme that has a full-year effect.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let years = plan.years();
    let schemes = Months::of(plan);
    let effects = plan.schemes.numbers::<Amount>(Scheme::full_year_effect);
    let savings = plan.schemes.numbers::<Amount>(Scheme::gross);
    let count = if effects.is_empty() { 0 } else { plan.schemes.len() };
    let mut figures = Effects {
        full: Series::with_capacity(&FULL_YEAR, count),
        part: Series::with_capacity(&PART_YEAR, count * years.len()),
        lost: Series::with_capacity(&LOST_TO_DELAY, 0),
        carry: Series::with_capacity(&CARRY_OVER, count),
        differences: Series::with_capacity(&GROSS_DIFFERENCE, if savings.is_empty() { 0 } else { count }),
    };
    let (delays, _) = delays(plan);
    // Schemes whose months and savings may contradict each other.
    let mut to_look_at = Vec::new();
    for (row, delay) in (0..).zip(delays.iter().copied()) {
        let agrees = match effects.get(row) {
            Some(full_year) => figures.add(&schemes, &years, (row, delay), full_year, savings.get(row)),
            None => !schemes.says_when(row) && !schemes.is_late(row),
        };
        if !agrees {
            to_look_at.push(row);
        }
    }
    for series in [figures.full, figures.part, figures.lost, figures.carry, figures.differences] {
        ledger.add(series);
    }
    if ledger.wants_findings() {
        agreement::report(ledger, &delays, &to_look_at);
    }
}

/// The figures of the schemes that have a full-year effect.
struct Effects {
    full: Series,
    part: Series,
    lost: Series,
    carry: Series,
    differences: Series,
}

impl Effects {
    /// Adds those of a scheme. Whether what it saves is what follows from its months.
    fn add(
        &mut self,
        schemes: &Months<'_>,
        years: &[FinancialYear],
        (row, delay): (u32, i32),
        full_year: NumberCell<Amount>,
        saving: Option<NumberCell<Amount>>,
    ) -> bool {
        let list_year = schemes.list_year(row);
        let in_force = schemes.in_force(row, delay, list_year);
        let full_year = self.full.push([row], Number::cell(full_year));
        let in_time = if delay == 0 { in_force } else { schemes.in_force(row, 0, list_year) };
        let given = if schemes.says_when(row) { None } else { saving };
        let effect = |in_force: &InForce, year: FinancialYear| match given.filter(|_| list_year == Some(year)) {
            Some(saving) => {
                let saving =
                    Number::cell(saving).because("what it saves in the year of its list, which the plan gives", &[]);
                in_force.effect(year, &saving)
            }
            None => in_force.effect(year, &full_year),
        };
        let (mut now, mut next) = (None, None);
        for year in years {
            let in_time = if delay > 0 { Some(effect(&in_time, *year)) } else { None };
            let effect = self.part.push([row, u32::from(year.start())], effect(&in_force, *year));
            if let Some(in_time) = in_time {
                self.lost.push([row, u32::from(year.start())], in_time.minus(&effect));
            }
            if list_year == Some(*year) {
                now = Some(effect);
            } else if list_year.is_some_and(|list_year| list_year.next() == *year) {
                next = Some(effect);
            }
        }
        let is_on_time = delay == 0 && !schemes.is_late(row);
        let Some(list_year) = list_year else { return is_on_time };
        // One of the two years may lie outside the plan: its effect is no figure, but the difference needs it.
        let now = now.unwrap_or_else(|| effect(&in_force, list_year));
        let next = next.unwrap_or_else(|| effect(&in_force, list_year.next()));
        self.carry.push([row], next.minus(&now));
        let has_months = in_time.months(list_year).is_some_and(|months| months != 0);
        let saves_as_planned = saving.is_none_or(|gross| {
            let planned = in_time.effect(list_year, &full_year);
            self.differences.push([row], Number::cell(gross).minus(&planned)).shown().is_zero()
        });
        is_on_time && has_months && saves_as_planned
    }
}

/// What says when schemes are in force, by column.
struct Months<'a> {
    lists: &'a [u32],
    starts: &'a [u32],
    ends: &'a [u32],
    recurrent: &'a [u32],
    delays: &'a [Fixed],
    list_years: Vec<FinancialYear>,
}

impl<'a> Months<'a> {
    fn of(plan: &'a Plan) -> Self {
        let schemes = &plan.schemes;
        Self {
            lists: schemes.codes(Scheme::list),
            starts: schemes.codes(Scheme::start),
            ends: schemes.codes(Scheme::end),
            recurrent: schemes.codes(Scheme::recurrent),
            delays: schemes.numbers::<Count>(Scheme::delay).values(),
            list_years: plan.scheme_lists.iter().map(|(_, list)| list.year()).collect(),
        }
    }

    /// The year of the list of a scheme.
    #[inline]
    fn list_year(&self, row: u32) -> Option<FinancialYear> {
        self.lists.get(row as usize).and_then(|list| self.list_years.get(*list as usize)).copied()
    }

    fn says_when(&self, row: u32) -> bool {
        [self.starts, self.ends].iter().any(|codes| codes.get(row as usize).is_some_and(|code| *code != EMPTY_CODE))
    }

    /// Whether a scheme gives a delay, however it counts.
    #[inline]
    fn is_late(&self, row: u32) -> bool {
        self.delays.get(row as usize).is_some_and(|delay| !delay.is_zero())
    }

    #[inline]
    fn in_force(&self, row: u32, delay: i32, list_year: Option<FinancialYear>) -> InForce {
        let code = |codes: &[u32]| codes.get(row as usize).copied().filter(|code| *code != EMPTY_CODE);
        let (start, end) = (code(self.starts).map(Month::at), code(self.ends).map(Month::at));
        InForce::between(start, end, code(self.recurrent) == Some(0), delay, list_year)
    }
}

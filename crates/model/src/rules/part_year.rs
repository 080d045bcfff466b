//! Part-year and full-year effect: what a scheme saves in each year, by the months in which it
//! is in force.
//!
//! * CR18, CR28: effect in a year = full-year effect × months in force ÷ 12. Linear by month:
//!   the plans do not print a phasing, so this is an assumption of the rule.
//! * The carry-over is what the year after the year of the scheme's list has more (or less).
//! * A scheme without a start is in force from the year of its list on.
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

mod agreement;

use super::delays::delays;
use crate::calculation::{Ledger, Number, SCHEME, Series, YEAR, figures, findings};
use crate::plan::{EMPTY_CODE, FinancialYear, Plan, Row, Scheme};
use crate::quantity::{Amount, Count, Fixed, Month};

const SOURCE: &str = "NHS Surrey, One Plan, l. 654 and 1003; Arden System Plan, l. 332, 945 and 1381";

figures! {
    /// What a scheme saves in a whole year.
    FULL_YEAR: money("scheme.{}.full-year-effect", "{}: full-year effect", [SCHEME])
        by("CR28", "the saving of a whole year that the plan gives", SOURCE)
    /// What a scheme saves in a year.
    PART_YEAR: money("scheme.{}.part-year.{}", "{}: effect in {}", [SCHEME, YEAR])
        by("CR18, CR28", "full-year effect × months in force ÷ 12", SOURCE)
    /// What a delay takes from the effect of a year.
    LOST_TO_DELAY: money("scheme.{}.lost-to-delay.{}", "{}: lost to delay in {}", [SCHEME, YEAR])
        by("CR45", "effect without the delay − effect with it", "NHS Surrey, One Plan, l. 1444; Arden System Plan, l. 440")
    /// What a scheme adds in the year after the year of its list.
    CARRY_OVER: money("scheme.{}.carry-over", "{}: carried over into the next year", [SCHEME])
        by("CR28", "effect in the next year − effect in the year of the list", SOURCE)
    /// By how much the gross saving that a scheme gives differs from the effect that follows from its months.
    GROSS_DIFFERENCE: money("scheme.{}.gross-less-part-year", "{}: gross saving less effect in the year of its list", [SCHEME])
        by("CR28", "gross saving − full-year effect × months in force as planned ÷ 12; it must be nothing", SOURCE)
}

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
    let mut full = Series::with_capacity(&FULL_YEAR, count);
    let mut part = Series::with_capacity(&PART_YEAR, count * years.len());
    let mut lost = Series::with_capacity(&LOST_TO_DELAY, 0);
    let mut carry = Series::with_capacity(&CARRY_OVER, count);
    let mut differences = Series::with_capacity(&GROSS_DIFFERENCE, if savings.is_empty() { 0 } else { count });
    let (delays, _) = delays(plan);
    // Schemes whose months and savings may contradict each other.
    let mut to_look_at = Vec::new();
    for (row, delay) in (0..).zip(delays.iter().copied()) {
        let list_year = schemes.list_year(row);
        let in_force = schemes.in_force(row, delay, list_year);
        let Some(printed) = effects.get(row) else {
            if schemes.says_when(row) {
                to_look_at.push(row);
            }
            continue;
        };
        let full_year = full.push([row], Number::cell(printed));
        let in_time = if delay == 0 { in_force } else { schemes.in_force(row, 0, list_year) };
        let (mut now, mut next) = (None, None);
        for year in &years {
            let effect = part.push([row, u32::from(year.start())], in_force.effect(*year, &full_year));
            if delay > 0 {
                let in_time = in_time.effect(*year, &full_year);
                lost.push([row, u32::from(year.start())], in_time.minus(&effect));
            }
            if list_year == Some(*year) {
                now = Some(effect);
            } else if list_year.is_some_and(|list_year| list_year.next() == *year) {
                next = Some(effect);
            }
        }
        let mut agrees = delay == 0 && !schemes.is_late(row) && !in_force.ends_before_it_starts();
        if let Some(list_year) = list_year {
            // One of the two years may lie outside the plan: its effect is no figure, but the difference needs it.
            let now = now.unwrap_or_else(|| in_force.effect(list_year, &full_year));
            let next = next.unwrap_or_else(|| in_force.effect(list_year.next(), &full_year));
            carry.push([row], next.minus(&now));
            agrees &= in_time.months(list_year).is_some_and(|months| months > 0);
            if let Some(gross) = savings.get(row) {
                let planned = in_time.effect(list_year, &full_year);
                let difference = differences.push([row], Number::cell(gross).minus(&planned));
                agrees &= difference.shown().is_zero();
            }
        }
        if !agrees {
            to_look_at.push(row);
        }
    }
    ledger.add(full);
    ledger.add(part);
    ledger.add(lost);
    ledger.add(carry);
    ledger.add(differences);
    if ledger.wants_findings() {
        agreement::report(ledger, &delays, &to_look_at);
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

/// When a scheme is in force.
#[derive(Clone, Copy)]
pub(super) struct InForce {
    start: Option<Month>,
    end: Option<Month>,
    /// The year after which it saves nothing more, where it is not recurrent.
    last_year: Option<FinancialYear>,
}

impl InForce {
    /// From what the scheme says, and how many months it is late.
    pub(super) fn of(scheme: Row<'_, Scheme>, delay: i32, list_year: Option<FinancialYear>) -> Self {
        Self::between(scheme.start(), scheme.end(), scheme.recurrent() == Some(false), delay, list_year)
    }

    #[inline]
    fn between(
        start: Option<Month>,
        end: Option<Month>,
        once: bool,
        delay: i32,
        list_year: Option<FinancialYear>,
    ) -> Self {
        // A scheme that is late saves nothing until it starts; one without a start is in time, in the year of its list.
        let start = start.map(|start| start.later(delay));
        let from = start.or_else(|| list_year.map(FinancialYear::first_month));
        // Where an end is given, it decides, and not whether the scheme is recurrent.
        let last_year = if once && end.is_none() { start.and_then(Month::financial_year).or(list_year) } else { None };
        Self { start: from, end, last_year }
    }

    fn ends_before_it_starts(&self) -> bool {
        self.start.zip(self.end).is_some_and(|(start, end)| end < start)
    }

    /// For how many months of a year; `None` where the scheme is not recurrent and its first year is over.
    #[inline]
    pub(super) fn months(&self, year: FinancialYear) -> Option<i64> {
        let over = self.last_year.is_some_and(|last| last < year);
        (!over).then(|| year.first_month().months_in_force(self.start, self.end))
    }

    /// What it saves in a year, of what it saves in a whole one.
    pub(super) fn effect(&self, year: FinancialYear, full_year_effect: &Number) -> Number {
        match self.months(year) {
            None => Number::whole(0, "not recurrent: nothing after the first year"),
            Some(12) => full_year_effect.because("in force for the whole year", &[]),
            Some(months) => {
                full_year_effect.times(&Number::whole(months, "months in force")).over(&Number::months_of_a_year())
            }
        }
    }
}

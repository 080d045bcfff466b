//! Schemes: gross saving, reinvestment and net saving, by scheme and by list.
//!
//! * CR08: net = gross − reinvestment; a list is the sum of its schemes and of its parts. A scheme that gives only the
//!   saving of a whole year saves what of it falls into the year of its list. A list of another year is no part. The
//!   same scheme in several lists counts once in what holds them.
//! * CR45: of a scheme that is late what counts is the saving × months left ÷ months planned of the year of its list. What
//!   it reinvests is spent all the same. Linear by month: an assumption of the rule, no plan prints a phasing.
//! * B10, B33: savings by class; identified and unidentified.
//! * CR30: savings by whether they come back, by how far their plan is, by their risk and by kind (pay, non-pay, income), for a
//!   list, a year and in all;
//!   expected in view of the risk = gross × the part that is expected at that risk.
//!
//! A saving is positive and reinvestment is positive spending, so the document's
//! `total = gross + reinvestment` with negative savings is the same thing with the other sign.
//! Source: Surrey l. 985-1025 and l. 823-831.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
//!     "schemes": [
//!         {"id": "a", "name": "A", "list": "plan", "gross": "2,204", "reinvestment": "1,782", "unit": "£000"},
//!         {"id": "b", "name": "B", "list": "plan", "gross": "600", "unit": "£000", "status": "unidentified"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("scheme.a.net"), "422000");
//! assert_eq!(outcome.text("schemes.list.plan.net"), "1022000");
//! assert_eq!(outcome.text("schemes.list.plan.unidentified"), "600000");
//! ```

mod agreement;
mod ends;
mod income;
mod kinds;
mod late;
mod left_out;
mod nesting;
mod on_contract;
mod once;
mod organisations;
mod own_lists;
mod providers;
mod reinvested;
mod repeats;
mod same;
mod saved;
mod totals;
mod unsaid;

pub use kinds::{
    ALL_DEVELOPMENT, ALL_DEVELOPMENT_SHARE, ALL_GROSS, ALL_KIND, ALL_RECURRENCE, ALL_RECURRENCE_SHARE, ALL_RISK,
    ALL_RISK_ADJUSTED, AS_PLANNED, CLASS, GROSS, LIST_DEVELOPMENT, LIST_DEVELOPMENT_SHARE, LIST_GROSS, LIST_HIGH,
    LIST_KIND, LIST_LOW, LIST_NET, LIST_PROGRAMME, LIST_RECURRENCE, LIST_RECURRENCE_SHARE, LIST_REINVESTMENT,
    LIST_RISK, LIST_RISK_ADJUSTED, NET, REINVESTMENT, RISK_ADJUSTED, UNIDENTIFIED, UNIDENTIFIED_SHARE,
    YEAR_DEVELOPMENT, YEAR_DEVELOPMENT_SHARE, YEAR_GROSS, YEAR_KIND, YEAR_RECURRENCE, YEAR_RECURRENCE_SHARE, YEAR_RISK,
    YEAR_RISK_ADJUSTED,
};

pub use left_out::{NotInSum, not_in_sum};
pub use organisations::{OF_GROSS, OF_IDENTIFIED, OF_NET, OF_PROGRAMME};

pub(super) use income::{not_known, report_unsaid, taken_out};
pub(super) use nesting::parts_first;
pub(super) use on_contract::changed_contract;
pub(super) use once::add_once;
pub(super) use providers::provides;
pub(super) use repeats::Repeats;
pub(super) use unsaid::Unsaid;

use super::folder::joined;
use super::part_year::PART_YEAR;
use crate::calculation::{FigureKind, Ledger, Number, RuleFile, Series, findings};
use crate::plan::{EMPTY_CODE, FinancialYear, Row, Scheme};
use late::Lateness;
use saved::{Saved, expected_part};

findings! {
    ..income
    ..same
    ..agreement
    ..late
    ..reinvested
    ..ends
    ..providers
}

/// Every kind of figure of the schemes.
pub const KINDS: &[&FigureKind] =
    &joined::<{ kinds::KINDS.len() + organisations::KINDS.len() }>(&[kinds::KINDS, organisations::KINDS]);

/// What the files of the schemes say as data.
pub fn files() -> Vec<&'static RuleFile> {
    [kinds::files(), organisations::files()].concat()
}

/// Computes every scheme and every list.
pub fn run(ledger: &mut Ledger<'_>) {
    let lateness = Lateness::of(ledger.plan);
    let saved = save(ledger, &lateness);
    let repeats = Repeats::of(ledger.plan);
    totals::publish(ledger, &saved, &repeats);
    organisations::run(ledger);
    if ledger.wants_findings() {
        agreement::compare(ledger);
        reinvested::report(ledger);
        ends::report(ledger);
        providers::report(ledger);
        lateness.report(ledger);
    }
}

/// Publishes what each scheme saves.
fn save(ledger: &mut Ledger<'_>, lateness: &Lateness<'_>) -> Vec<Saved> {
    let plan = ledger.plan;
    let count = plan.schemes.len();
    let mut all = Vec::with_capacity(count);
    let mut gross_series = Series::with_capacity(&GROSS, count);
    let mut reinvestment_series = Series::with_capacity(&REINVESTMENT, count);
    let mut planned_series = Series::with_capacity(&AS_PLANNED, 0);
    let mut net_series = Series::with_capacity(&NET, count);
    let mut expected_series = Series::with_capacity(&RISK_ADJUSTED, 0);
    // A plan that gives no risks says nothing of what is to be expected in view of them.
    let rated = plan.schemes.codes(Scheme::risk).iter().any(|risk| *risk != EMPTY_CODE);
    for (row, scheme) in plan.schemes.iter() {
        let year = || plan.scheme_lists.get(scheme.list()).map(|list| list.year());
        let mut saved = Saved::default();
        let left = lateness.left(row, scheme);
        let part_left = |number: Number| left.map_or(number, |left| left.part_of(&number));
        if let Some(gross) = gross_of(ledger, row.index(), scheme, (year, &part_left)) {
            if let Some(planned) = scheme.gross().filter(|_| left.is_some()) {
                planned_series.push([row.index()], Number::cell(planned));
            }
            let gross = gross_series.push([row.index()], gross);
            let reinvestment = scheme.reinvestment();
            saved.reinvestment =
                reinvestment.map(|printed| reinvestment_series.push([row.index()], Number::cell(printed)));
            let net = match &saved.reinvestment {
                Some(reinvestment) => gross.minus(reinvestment),
                None => gross.because("nothing is reinvested", &[]),
            };
            saved.net = Some(net_series.push([row.index()], net));
            let expected = if rated { expected_part(scheme) } else { None };
            let expected = expected.and_then(|part| ledger.parameter(part, year()));
            saved.expected = expected.map(|part| expected_series.push([row.index()], gross.times(&part)));
            saved.gross = Some(gross);
        }
        saved.low = scheme.low().map(Number::cell).map(part_left).or(saved.gross);
        saved.high = scheme.high().map(Number::cell).map(part_left).or(saved.gross);
        all.push(saved);
    }
    ledger.add(gross_series);
    ledger.add(planned_series);
    ledger.add(reinvestment_series);
    ledger.add(net_series);
    ledger.add(expected_series);
    all
}

/// What the plan gives, less what is lost because the scheme is late, or else what of the saving of a whole year falls
/// into the year of the list.
fn gross_of(
    ledger: &Ledger<'_>,
    row: u32,
    scheme: Row<'_, Scheme>,
    (year, in_time): (impl Fn() -> Option<FinancialYear>, impl Fn(Number) -> Number),
) -> Option<Number> {
    if let Some(printed) = scheme.gross() {
        return Some(in_time(Number::cell(printed)));
    }
    scheme.full_year_effect()?;
    let part = ledger.figure(&PART_YEAR, [row, u32::from(year()?.start())])?;
    Some(part.because("no gross saving is given: the effect in the year of the list", &[]))
}

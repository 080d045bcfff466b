//! Payments that are released as far as a target is reached, and what each party has of them.
//!
//! * CR11: released = amount × part of the way to the target; each party has its share of it, and of the rest.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "organisations": [{"id": "group", "name": "Group", "kind": "commissioning-group"},
//!                       {"id": "council", "name": "Council", "kind": "local-authority"}],
//!     "performance_payments": [{"id": "pot", "name": "Pot", "year": "2014/15", "amount": "2.8", "unit": "£m",
//!                               "start": "20,000", "target": "19,300", "achieved": "19,475"}],
//!     "performance_parties": [{"payment": "pot", "organisation": "council", "share": "100%"},
//!                             {"payment": "pot", "organisation": "group", "share": "0%", "share_of_rest": "100%"}]
//! "#);
//! // 525 of 700 admissions: 75 % of £2.8m
//! assert_eq!(outcome.text("performance.pot.released"), "2100000");
//! assert_eq!(outcome.text("performance.pot.released.council"), "2100000");
//! assert_eq!(outcome.text("performance.pot.rest.group"), "700000");
//! ```

use crate::calculation::{
    Dimension, Fails, Finding, Key, Ledger, Number, ORGANISATION, Term, Test, column, figures, findings_of_part,
    format, run_formulas, run_tests,
};
use crate::plan::{Id, PerformancePayment, ReleaseRule, Row, Table};

const PAYMENT: Dimension = Dimension::Row(Table::PerformancePayment);
const SOURCE: &str =
    "Better Care Fund, payment for performance 2015/16: released as far as the target is reached; agreed locally";

figures! {
    /// How much of the way to the target is gone.
    REACHED: percent("performance.{}.reached", "{}: part of the way to the target", [PAYMENT])
        by("CR11", "(achieved − start) ÷ (target − start), from nothing to everything", SOURCE)
    /// What is released.
    RELEASED: money("performance.{}.released", "{}: released", [PAYMENT])
        by("CR11", "amount × (achieved − start) ÷ (target − start), from nothing to the amount", SOURCE)
    /// What is not released.
    REST: money("performance.{}.rest", "{}: not released", [PAYMENT])
        by("CR11", "amount − released", SOURCE)
        { PerformancePayment [*] = amount - [RELEASED] }
    /// What all parties together have of what is released.
    SHARES: percent("performance.{}.shares", "{}: shares of all parties in what is released", [PAYMENT])
        by("CR11", "the sum of the shares", SOURCE)
        { PerformanceParty [payment] = share }
    /// What all parties together have of the rest.
    SHARES_OF_REST: percent("performance.{}.shares-of-rest", "{}: shares of all parties in what is not released", [PAYMENT])
        by("CR11", "the sum of the shares", SOURCE)
        { PerformanceParty [payment] = share_of_rest }
    /// What a party has of what is released.
    OF_PARTY: money("performance.{}.released.{}", "{}: released to {}", [PAYMENT, ORGANISATION])
        by("CR11", "released × share", SOURCE)
        { PerformanceParty [payment, organisation] = {Term::FigureOf(&RELEASED, &[Key::Column(column!(PerformanceParty, payment))])} * share }
    /// What a party has of the rest.
    REST_OF_PARTY: money("performance.{}.rest.{}", "{}: of what is not released, {}", [PAYMENT, ORGANISATION])
        by("CR11", "not released × share of the rest", SOURCE)
        { PerformanceParty [payment, organisation] = {Term::FigureOf(&REST, &[Key::Column(column!(PerformanceParty, payment))])} * share_of_rest }
}

findings_of_part! {
    /// The shares of the parties of a payment for performance are not 100% together.
    PERFORMANCE_SHARES_DIFFER: warning(
        "performance-shares-differ",
        "Give each party its share, so that together they are the whole."
    )
    /// A payment for performance lacks the start or the target between which what was achieved lies, or the two are the
    /// same.
    PERFORMANCE_NOT_COMPUTED: error(
        "performance-not-computed",
        "Give the level from which the way is measured, and the level at which everything is released."
    )
    /// A payment for performance releases an amount, and no party has a share of it.
    PERFORMANCE_WITHOUT_PARTIES: information("performance-without-parties", "Give the parties and their shares.")
}

const TESTS: &[Test] = &[
    Test::of(&SHARES, Fails::Differs(Term::ONE), &PERFORMANCE_SHARES_DIFFER, "not"),
    Test::of(&SHARES_OF_REST, Fails::Differs(Term::ONE), &PERFORMANCE_SHARES_DIFFER, "not")
        .advise("Give each party its share of what is not released, so that together they are the whole."),
];

/// Computes what is released, and what each party has of it.
pub(super) fn run(ledger: &mut Ledger<'_>) {
    for (row, payment) in ledger.plan.performance_payments.iter() {
        let (Some(start), Some(target), Some(achieved)) = (
            payment.start().map(Number::cell),
            payment.target().map(Number::cell),
            payment.achieved().map(Number::cell),
        ) else {
            report_incomplete(ledger, row, payment);
            continue;
        };
        let way = target.minus(&start);
        if way.is_zero() {
            report(ledger, row, "target", "has its target where its start is: there is no way of which to take a part");
            continue;
        }
        let (nothing, one) = (Number::nothing(), Number::the_whole());
        let gone = achieved.minus(&start).over(&way);
        let reached = gone.maximum(&nothing).minimum(&one);
        let reached = match payment.release() {
            Some(ReleaseRule::AllOrNothing) if gone.is_below(&one) => {
                nothing.because("the target is not reached", &[&gone])
            }
            Some(ReleaseRule::AllOrNothing) => one.because("the target is reached", &[&gone]),
            _ => reached,
        };
        let part = ledger.publish(&REACHED, [row.index()], reached);
        let Some(amount) = payment.amount().map(Number::cell) else { continue };
        let is_part =
            payment.release() != Some(ReleaseRule::AllOrNothing) && nothing.is_below(&gone) && gone.is_below(&one);
        // The part of the way is kept to ten places: multiplied with hundreds of millions they are not enough for the pence.
        let released = if is_part { amount.times(&achieved.minus(&start)).over(&way) } else { amount.times(&part) };
        ledger.publish(&RELEASED, [row.index()], released);
    }
    run_formulas(ledger, FORMULAS);
    run_tests(ledger, TESTS);
    report_shares(ledger);
}

/// A payment of which it is known what was achieved, and not from where to where the way goes.
fn report_incomplete(ledger: &mut Ledger<'_>, row: Id<PerformancePayment>, payment: Row<'_, PerformancePayment>) {
    if payment.achieved().is_none() {
        return;
    }
    let column = if payment.target().is_none() { "target" } else { "start" };
    report(ledger, row, column, "says what was achieved, and not the start and the target between which it lies");
}

fn report(ledger: &mut Ledger<'_>, row: Id<PerformancePayment>, column: &'static str, says: &str) {
    let name = ledger.plan.title(Table::PerformancePayment, row.index()).unwrap_or_default();
    let message = format!("\"{name}\" {says}: what is released is not computed.");
    ledger
        .report(|| Finding::of(&PERFORMANCE_NOT_COMPUTED, message).at(Table::PerformancePayment, row.index(), column));
}

/// Payments that are not divided at all.
fn report_shares(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    let mut divided = vec![false; plan.performance_payments.len()];
    for (_, party) in plan.performance_parties.iter() {
        if let Some(divided) = divided.get_mut(party.payment().index() as usize) {
            *divided = true;
        }
    }
    for (row, payment) in plan.performance_payments.iter() {
        let released = ledger.figure(&RELEASED, [row.index()]);
        let Some(released) = released.filter(|_| divided.get(row.index() as usize) == Some(&false)) else { continue };
        let message = format!(
            "\"{}\" releases {}, and no party has a share of it.",
            payment.name(),
            format::money(released.shown().value())
        );
        ledger.report(|| {
            Finding::of(&PERFORMANCE_WITHOUT_PARTIES, message)
                .at(Table::PerformancePayment, row.index(), "name")
                .figure(RELEASED.at([row.index()]))
        });
    }
}

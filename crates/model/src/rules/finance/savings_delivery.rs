//! Delivery of savings: requirement, reserve, outturn, and what is carried into the next year.
//!
//! * CR25: net plan = requirement − reserve; variance = outturn − net plan, favourable positive;
//!   delivery = outturn ÷ net plan; what is short is carried into the next year.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "organisations": [{"id": "west", "name": "West", "kind": "primary-care-trust"}],
//!     "savings_delivery": [{"organisation": "west", "year": "2011/12", "requirement": "49.9", "reserve": "20.1", "outturn": "19.8", "unit": "£m"}]
//! "#);
//! assert_eq!(outcome.text("savings-delivery.west.2011-12.net-plan"), "29800000");
//! assert_eq!(outcome.text("savings-delivery.west.2011-12.variance"), "-10000000");
//! ```

use crate::calculation::{Ledger, Number, NumberTotal, ORGANISATION, Term, YEAR, figures, run_formulas, split_before};
use crate::quantity::InOrder;

const TABLE_1: &str = "Arden Cluster System Plan, l. 903-915";
const CARRIED: &str = "Arden Cluster System Plan, l. 907; NHS Surrey, One Plan, l. 1481";

figures! {
    /// What an organisation has to save after the reserve.
    NET_PLAN: money("savings-delivery.{}.{}.net-plan", "{}, {}: net savings plan", [ORGANISATION, YEAR])
        by("CR25", "gross requirement − reserve", TABLE_1)
        { SavingsDelivery [organisation, year] = requirement - (reserve or {Term::NOTHING}) }
    /// How the forecast outturn differs from the net plan; favourable is positive.
    VARIANCE: money("savings-delivery.{}.{}.variance", "{}, {}: variance, favourable or (adverse)", [ORGANISATION, YEAR])
        by("CR25", "forecast outturn − net plan", TABLE_1)
        { SavingsDelivery [organisation, year] = outturn - [NET_PLAN] }
    /// What part of the net plan is delivered.
    DELIVERY: percent("savings-delivery.{}.{}.delivery", "{}, {}: part of the plan delivered", [ORGANISATION, YEAR])
        by("CR25", "forecast outturn ÷ net plan", TABLE_1)
        { SavingsDelivery [organisation, year] = outturn / [NET_PLAN] }
    /// What is short and becomes part of the next year's challenge.
    CARRIED_FORWARD: money("savings-delivery.{}.{}.carried-forward", "{}, {}: carried into the next year", [ORGANISATION, YEAR])
        by("CR25", "net plan + brought forward − forecast outturn, where it is short", TABLE_1)
    /// The gross requirement of all.
    REQUIREMENT_ALL: money("savings-delivery.total.requirement.{}", "All organisations, {}: gross requirement", [YEAR])
        by("CR25", "the sum of the organisations", TABLE_1)
        { SavingsDelivery [year] = requirement }
    /// The reserve used by all.
    RESERVE_ALL: money("savings-delivery.total.reserve.{}", "All organisations, {}: reserve used", [YEAR])
        by("CR25", "the sum of the organisations", TABLE_1)
        { SavingsDelivery [year] = reserve }
    /// The net plan of all.
    NET_PLAN_ALL: money("savings-delivery.total.net-plan.{}", "All organisations, {}: net savings plan", [YEAR])
        by("CR25", "the sum of the organisations", TABLE_1)
        { sum of NET_PLAN [1] }
    /// The forecast outturn of all.
    OUTTURN_ALL: money("savings-delivery.total.outturn.{}", "All organisations, {}: forecast outturn", [YEAR])
        by("CR25", "the sum of the organisations", TABLE_1)
        { SavingsDelivery [year] = outturn }
    /// The variance of all.
    VARIANCE_ALL: money("savings-delivery.total.variance.{}", "All organisations, {}: variance, favourable or (adverse)", [YEAR])
        by("CR25", "the sum of the organisations", TABLE_1)
        { sum of VARIANCE [1] }
    /// What part of the net plan of all is delivered.
    DELIVERY_ALL: percent("savings-delivery.total.delivery.{}", "All organisations, {}: part of the plan delivered", [YEAR])
        by("CR25", "forecast outturn ÷ net plan", TABLE_1)
        { from OUTTURN_ALL [0] = {Term::Each} / [NET_PLAN_ALL] }
    /// What is short in all and carried into the next year.
    CARRIED_FORWARD_ALL: money("savings-delivery.total.carried-forward.{}", "All organisations, {}: carried into the next year", [YEAR])
        by("CR25", "net plan + brought forward − forecast outturn of all that give one, where it is short", "Arden Cluster System Plan, l. 907")
    /// What an organisation was short of in the year before.
    BROUGHT_FORWARD: money("savings-delivery.{}.{}.brought-forward", "{}, {}: brought forward from the year before", [ORGANISATION, YEAR])
        by("CR25", "carried into the next year, in the year before", CARRIED)
    /// What all were short of in the year before.
    BROUGHT_FORWARD_ALL: money("savings-delivery.total.brought-forward.{}", "All organisations, {}: brought forward from the year before", [YEAR])
        by("CR25", "carried into the next year, in the year before", CARRIED)
    /// What an organisation has to save with what it was short of in the year before.
    REQUIREMENT_WITH: money("savings-delivery.{}.{}.requirement-with-brought-forward", "{}, {}: gross requirement with what is brought forward", [ORGANISATION, YEAR])
        by("CR25", "gross requirement + brought forward", CARRIED)
        { SavingsDelivery [organisation, year] = requirement + [BROUGHT_FORWARD] }
    /// The same for all.
    REQUIREMENT_WITH_ALL: money("savings-delivery.total.requirement-with-brought-forward.{}", "All organisations, {}: gross requirement with what is brought forward", [YEAR])
        by("CR25", "gross requirement + brought forward", CARRIED)
        { from REQUIREMENT_ALL [0] = {Term::Each} + [BROUGHT_FORWARD_ALL] }
    /// What of the commissioner's savings of a year is new, and not left from the year before.
    NEW_QIPP: money("medium-term.new-commissioner-qipp.{}", "Commissioner QIPP without what is brought forward, {}", [YEAR])
        by("CR25", "commissioner QIPP − brought forward, which is part of it", CARRIED)
        { MediumTermYear [year] = commissioner_qipp - [BROUGHT_FORWARD_ALL] }
}

/// Computes the delivery of savings, and what one year leaves to the next.
pub fn run(ledger: &mut Ledger<'_>) {
    // What is brought forward must be there before the figures that stand on it.
    let (before, after) = split_before(FORMULAS, &REQUIREMENT_WITH);
    run_formulas(ledger, before);
    carry(ledger);
    run_formulas(ledger, after);
}

/// Carries what is short in a year, together with what was brought forward into it, into the next year.
fn carry(ledger: &mut Ledger<'_>) {
    let mut rows: Vec<_> = ledger.plan.savings_delivery.iter().collect();
    rows.order_by_key(|(_, row)| (row.organisation().index(), row.year()));
    let mut of_years: Vec<(u32, Number, Number)> = Vec::new();
    for (_, of_year) in rows {
        let subjects = [of_year.organisation().index(), u32::from(of_year.year().start())];
        let outturn = of_year.outturn().map(Number::cell);
        let Some((net, outturn)) = ledger.figure(&NET_PLAN, subjects).zip(outturn) else { continue };
        let brought = ledger.figure(&BROUGHT_FORWARD, subjects);
        let [organisation, year] = subjects;
        let carried = ledger.publish(&CARRIED_FORWARD, subjects, short(net, brought, outturn));
        ledger.publish(&BROUGHT_FORWARD, [organisation, year + 1], carried);
        of_years.push((year, net, outturn));
    }
    of_years.order_by_key(|(year, ..)| *year);
    for rows in of_years.chunk_by(|left, right| left.0 == right.0) {
        let [(year, ..), ..] = *rows else { continue };
        let (mut net, mut outturn) = (NumberTotal::default(), NumberTotal::default());
        for (_, of_net, of_outturn) in rows {
            net.add(of_net);
            outturn.add(of_outturn);
        }
        let brought = ledger.figure(&BROUGHT_FORWARD_ALL, [year]);
        let carried = short(net.finish(), brought, outturn.finish());
        let carried = ledger.publish(&CARRIED_FORWARD_ALL, [year], carried);
        ledger.publish(&BROUGHT_FORWARD_ALL, [year + 1], carried);
    }
}

fn short(net: Number, brought: Option<Number>, outturn: Number) -> Number {
    let required = brought.map_or(net, |brought| net.plus(&brought));
    required.minus(&outturn).maximum(&Number::nothing())
}

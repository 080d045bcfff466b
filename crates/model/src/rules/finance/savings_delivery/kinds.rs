use crate::calculation::{Fails, ORGANISATION, Term, Test, YEAR, figures, findings_of_part};
use crate::rules::finance::medium_term::COMMISSIONER_QIPP;

const TABLE_1: &str = "Arden Cluster System Plan, l. 903-915";
const CARRIED: &str = "Arden Cluster System Plan, l. 907; NHS Surrey, One Plan, l. 1481";

figures! {
    /// What an organisation has to save.
    REQUIREMENT: money("savings-delivery.{}.{}.requirement", "{}, {}: gross requirement", [ORGANISATION, YEAR])
        by("CR25", "the amount that the plan gives", TABLE_1)
    /// What an organisation has to save after the reserve.
    NET_PLAN: money("savings-delivery.{}.{}.net-plan", "{}, {}: net savings plan", [ORGANISATION, YEAR])
        by("CR25", "gross requirement − reserve", TABLE_1)
    /// How the forecast outturn differs from the net plan; favourable is positive.
    VARIANCE: money("savings-delivery.{}.{}.variance", "{}, {}: variance, favourable or (adverse)", [ORGANISATION, YEAR])
        by("CR25", "forecast outturn − net plan", TABLE_1)
    /// What part of the net plan is delivered.
    DELIVERY: percent("savings-delivery.{}.{}.delivery", "{}, {}: part of the plan delivered", [ORGANISATION, YEAR])
        by("CR25", "forecast outturn ÷ net plan", TABLE_1)
    /// What is short and becomes part of the next year's challenge.
    CARRIED_FORWARD: money("savings-delivery.{}.{}.carried-forward", "{}, {}: carried into the next year", [ORGANISATION, YEAR])
        by("CR25", "net plan + brought forward − forecast outturn, where it is short", TABLE_1)
    /// The gross requirement of all.
    REQUIREMENT_ALL: money("savings-delivery.total.requirement.{}", "All organisations, {}: gross requirement", [YEAR])
        by("CR25", "the sum of the organisations", TABLE_1)
    /// The reserve used by all.
    RESERVE_ALL: money("savings-delivery.total.reserve.{}", "All organisations, {}: reserve used", [YEAR])
        by("CR25", "the sum of the organisations", TABLE_1)
    /// The net plan of all.
    NET_PLAN_ALL: money("savings-delivery.total.net-plan.{}", "All organisations, {}: net savings plan", [YEAR])
        by("CR25", "the sum of the organisations", TABLE_1)
    /// The net plan of those that give an outturn.
    NET_PLAN_WITH: money("savings-delivery.total.net-plan-with-outturn.{}", "All organisations that give an outturn, {}: net savings plan", [YEAR])
        by("CR25", "the sum of the organisations that give an outturn", TABLE_1)
    /// The forecast outturn of all.
    OUTTURN_ALL: money("savings-delivery.total.outturn.{}", "All organisations, {}: forecast outturn", [YEAR])
        by("CR25", "the sum of the organisations", TABLE_1)
    /// The variance of all.
    VARIANCE_ALL: money("savings-delivery.total.variance.{}", "All organisations, {}: variance, favourable or (adverse)", [YEAR])
        by("CR25", "the sum of the organisations", TABLE_1)
    /// What part of the net plan of all is delivered.
    DELIVERY_ALL: percent("savings-delivery.total.delivery.{}", "All organisations, {}: part of the plan delivered", [YEAR])
        by("CR25", "forecast outturn ÷ net plan of the organisations that give an outturn", TABLE_1)
        { from OUTTURN_ALL [0] = {Term::Each} / [NET_PLAN_WITH] }
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
    /// The same for all.
    REQUIREMENT_WITH_ALL: money("savings-delivery.total.requirement-with-brought-forward.{}", "All organisations, {}: gross requirement with what is brought forward", [YEAR])
        by("CR25", "gross requirement + brought forward", CARRIED)
        { from REQUIREMENT_ALL [0] = {Term::Each} + [BROUGHT_FORWARD_ALL] }
    /// What of the commissioner's savings of a year is new, and not left from the year before.
    NEW_QIPP: money("medium-term.new-commissioner-qipp.{}", "Commissioner QIPP without what is brought forward, {}", [YEAR])
        by("CR25", "commissioner QIPP − brought forward, which is part of it", CARRIED)
        { from COMMISSIONER_QIPP [0] = {Term::Each} - [BROUGHT_FORWARD_ALL] }
}

findings_of_part! {
    /// A reserve lowers what must be saved by more than is required.
    RESERVE_ABOVE_REQUIREMENT: warning(
        "reserve-above-requirement",
        "Use no more of a reserve than is required, or correct one of the two."
    )
}

pub(super) const TESTS: &[Test] =
    &[Test::of(&NET_PLAN, Fails::Below(Term::NOTHING), &RESERVE_ABOVE_REQUIREMENT, "below")];

use crate::calculation::{Dimension, Fails, Key, ORGANISATION, Term, Test, YEAR, column, figures, findings_of_part};
use crate::plan::{OrganisationKind, PopulationMeasure, SupportDecision, Table};
use crate::rules::common_findings::BELOW_NOTHING;

const MEASURE: Dimension = Dimension::Choice(PopulationMeasure::CHOICES);
const ALLOCATION: Dimension = Dimension::Row(Table::Allocation);
const PROJECTION: Dimension = Dimension::Row(Table::PopulationProjection);
const ARDEN: &str = "Arden Cluster System Plan, l. 124-170";
/// The population that a payment per head is for.
const PAID_FOR: &[Key] =
    &[Key::Column(column!(PerHeadPayment, measure)), Key::Column(column!(PerHeadPayment, organisation))];
/// The organisation that such a payment is for.
const OF_PAYMENT: &[Key] = &[Key::Column(column!(PerHeadPayment, organisation))];

figures! {
    /// What an organisation gives for itself.
    POPULATION: count("population.{}.{}", "{}, {}", [MEASURE, ORGANISATION])
        by("CR64", "the number that the plan gives; of several dates the latest that is not after the first year of the plan", ARDEN)
    /// What an organisation gives for itself in a year.
    POPULATION_OF_YEAR: count("population.{}.{}.{}", "{}, {}, {}", [MEASURE, ORGANISATION, YEAR])
        by("CR64", "the number that the plan gives", ARDEN)
        { PopulationCount [measure, organisation, year] = number }
    /// The sum of the parts of an organisation.
    SUM: count("population.sum.{}.{}", "{}, {}: sum of its parts", [MEASURE, ORGANISATION])
        by("CR64", "the sum of its parts, where they are of one date", ARDEN)
    /// How many more people there are at the horizon.
    INCREASE: count("population.projection.{}.increase", "{}: increase", [PROJECTION])
        by("CR64", "horizon − base, or base × growth", ARDEN)
        { PopulationProjection [*] = (increase else (horizon - base)) or (base * growth) or
            (horizon - (horizon / ({Term::ONE} + growth))) }
    /// How many people there are in the base year.
    BASE: count("population.projection.{}.base", "{}: base", [PROJECTION])
        by("CR64", "horizon − increase, or horizon ÷ (1 + growth)", ARDEN)
        { PopulationProjection [*] = base or (horizon - increase) or (horizon / ({Term::ONE} + growth)) }
    /// How many people there are at the horizon.
    HORIZON: count("population.projection.{}.horizon", "{}: horizon", [PROJECTION])
        by("CR64", "base + increase, or base × (1 + growth)", ARDEN)
        { PopulationProjection [*] = horizon or (base + increase) or (base * ({Term::ONE} + growth)) }
    /// Growth over the whole time.
    GROWTH: percent("population.projection.{}.growth", "{}: growth", [PROJECTION])
        by("CR64", "increase ÷ base", ARDEN)
        { from INCREASE [0] = {Term::Each} / [BASE] }
    /// People at the horizon if growth goes on year after year.
    COMPOUND: count("population.projection.{}.compound", "{}: with yearly growth", [PROJECTION])
        by("CR64", "base × (1 + yearly growth), for each year", ARDEN)
    /// How many organisations there are of a type.
    OF_TYPE: count("organisations.{}", "Organisations of type {}", [Dimension::Choice(OrganisationKind::CHOICES)])
        by("CR64", "how many there are", "NHS Surrey, One Plan, l. 132-170; Arden Cluster System Plan, l. 124-142")
        { Organisation [kind] = {Term::RowCount("one organisation")} }
    /// The shares of a commissioner's budget.
    SPEND_SHARES: percent("population.spend-shares.{}", "{}: shares of its budget with all providers", [ORGANISATION])
        by("CR63", "the sum of the shares", "Arden Cluster System Plan, l. 128-132")
        { SpendShare [commissioner] = share }
    /// What is spent with a provider.
    SPEND: money("population.spend.{}.{}", "{}: spent with {}", [ORGANISATION, ORGANISATION])
        by("CR63", "budget × share", "Arden Cluster System Plan, l. 128-132")
        { SpendShare [commissioner, provider] = budget * share }
    /// A payment per head.
    PER_HEAD: money("population.per-head.{}", "{}", [Dimension::Row(Table::PerHeadPayment)])
        by("CR47", "rate × population", "NHS Surrey, One Plan, l. 346, 356")
        { PerHeadPayment [*] = rate * ({Term::FigureOf(&POPULATION, PAID_FOR)} or {Term::FigureOf(&SUM, PAID_FOR)}) }
    /// Persons on lists who are no longer there.
    GHOSTS: count("population.ghost-patients.{}", "{}: patients to be taken off lists", [ORGANISATION])
        by("CR64", "the sum over its practices", "NHS Surrey, One Plan, l. 1189")
        { Practice [commissioner] = ghost_patients }
    /// The same for all parts of an organisation.
    GHOSTS_OF_PARTS: count("population.ghost-patients-of-parts.{}", "{}: patients to be taken off the lists of its parts", [ORGANISATION])
        by("CR64", "the sum of its parts", "NHS Surrey, One Plan, l. 1189")
    /// What cleaning the lists saves of a payment per head.
    LIST_CLEANING: money("population.per-head.{}.list-cleaning", "{}: saved by cleaning lists", [Dimension::Row(Table::PerHeadPayment)])
        by("CR47", "rate × patients taken off lists", "NHS Surrey, One Plan, l. 1189")
        { PerHeadPayment [*] = rate * ({Term::FigureOf(&GHOSTS, OF_PAYMENT)} or {Term::FigureOf(&GHOSTS_OF_PARTS, OF_PAYMENT)}) }
    /// How far an allocation lies from its target.
    DISTANCE: money("allocation.{}.distance", "{}: distance from target", [ALLOCATION])
        by("CR53", "actual − target", "Arden Cluster System Plan, l. 261")
        { Allocation [*] = distance else (actual - target) }
    /// How far it lies from its target after the pace of change.
    DISTANCE_AFTER: money("allocation.{}.distance-after", "{}: distance from target after the pace of change", [ALLOCATION])
        by("CR53", "distance − pace × distance (form implied)", "Arden Cluster System Plan, l. 261")
        { Allocation [*] = (distance or (actual - target)) - (pace * (distance or (actual - target))) }
    /// What is allocated as a share of the fair share.
    FAIR_SHARE: percent("allocation.{}.of-fair-share", "{}: allocation in per cent of its fair share", [ALLOCATION])
        by("CR53", "actual ÷ target", "Arden Cluster System Plan, l. 263")
        { Allocation [*] = actual / target }
    /// The level of capability of a commissioner.
    LEVEL: number("commissioner.{}.level", "{}: level of capability", [ORGANISATION])
        by("CR46", "that of the panel, or else its own assessment", "NHS Surrey, One Plan, l. 354-356")
        { CapabilityAssessment [organisation] = panel or self_assessed }
    /// How many criteria a commissioner must meet.
    CRITERIA: count("commissioner.{}.criteria", "{}: criteria for authorisation", [ORGANISATION])
        by("CR46", "how many there are", "Arden Cluster System Plan, l. 758")
        { AuthorisationCriterion [organisation] = {Term::RowCount("one criterion")} }
    /// How many criteria a commissioner meets.
    CRITERIA_MET: count("commissioner.{}.criteria-met", "{}: criteria met", [ORGANISATION])
        by("CR46", "how many are met", "Arden Cluster System Plan, l. 758")
        { AuthorisationCriterion [organisation] if (met is true) = {Term::RowCount("one criterion")} }
    /// What part of the criteria a commissioner meets: only the whole can be authorised.
    AUTHORISATION: percent("commissioner.{}.criteria-met-percent", "{}: part of the criteria that is met", [ORGANISATION])
        by("CR46", "criteria met ÷ criteria", "Arden Cluster System Plan, l. 758")
        { from CRITERIA [0] = ([CRITERIA_MET] or {Term::NOTHING}) / {Term::Each} }
    /// How many functions a commissioner has taken on.
    FUNCTIONS: count("commissioner.{}.functions", "{}: functions delegated to it", [ORGANISATION])
        by("CR46", "how many there are", "Arden Cluster System Plan, l. 762-778")
        { CommissioningFunction [organisation] if (delegated_from given) = {Term::RowCount("one function")} }
    /// How many functions are done, shared and bought.
    DECISIONS: count("commissioning-functions.{}", "Functions decided: {}", [Dimension::Choice(SupportDecision::CHOICES)])
        by("CR46", "how many there are", "Arden Cluster System Plan, l. 780, 804")
        { CommissioningFunction [decision] = {Term::RowCount("one function")} }
}

findings_of_part! {
    /// The shares that a commissioner spends with its providers are not 100% of its budget together.
    SHARES_DO_NOT_SUM: warning(
        "shares-do-not-sum",
        "Below 100%: give the shares of all providers, or one row without a provider for the others. Above it: correct the \
         share that is too large, or is one of another budget."
    )
    /// The level of capability of a commissioner is above the highest that there is.
    LEVEL_OUTSIDE_ITS_SCALE: warning("level-outside-its-scale", "Correct the level: there are four.")
    /// A commissioner does not meet all criteria for authorisation.
    CRITERIA_NOT_MET: information(
        "criteria-not-met",
        "Meet the criteria, or join with others: only a configuration that meets all can be authorised."
    )
}

pub(super) const TESTS: &[Test] = &[
    Test::of(&SPEND_SHARES, Fails::Differs(Term::ONE), &SHARES_DO_NOT_SUM, "not"),
    Test::of(
        &LEVEL,
        Fails::Above(Term::Constant(4, "the highest level")),
        &LEVEL_OUTSIDE_ITS_SCALE,
        "above the highest level of",
    ),
    Test::of(&HORIZON, Fails::Below(Term::NOTHING), &BELOW_NOTHING, "below"),
    Test::of(&AUTHORISATION, Fails::Below(Term::ONE), &CRITERIA_NOT_MET, "and authorisation needs"),
];

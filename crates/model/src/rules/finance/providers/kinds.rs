use crate::calculation::{Fails, FigureKind, ORGANISATION, Term, Test, YEAR, figures, findings_of_part};
use crate::parameters::COSTS_THAT_FOLLOW;
use crate::plan::ImprovementPart;
use crate::rules::common_findings::SAVINGS_ABOVE_SPENDING;
use crate::rules::schemes::OF_GROSS;

const TABLES_4_TO_6: &str = "Arden Cluster System Plan, l. 964-995";
const VIABLE: &str = "Arden Cluster System Plan, l. 884; NHS Surrey, One Plan, l. 504, 620";

figures! {
    /// The turnover or costs of a provider.
    TURNOVER: money("provider.{}.{}.turnover", "{}, {}: turnover or costs", [ORGANISATION, YEAR])
        by("CR29", "the amount that the plan gives", TABLES_4_TO_6)
        { ProviderFinance [organisation, year] = turnover }
    /// The contract of a provider.
    CONTRACT_GIVEN: money("provider.{}.{}.contract", "{}, {}: contract", [ORGANISATION, YEAR])
        by("CR31", "the amount that the plan gives", TABLES_4_TO_6)
        { ProviderFinance [organisation, year] = contract }
    /// The cost improvement that a provider plans.
    IMPROVEMENT_PLAN: money("provider.{}.{}.improvement-plan", "{}, {}: planned cost improvement", [ORGANISATION, YEAR])
        by("CR29", "the amount that the plan gives", TABLES_4_TO_6)
        { ProviderFinance [organisation, year] = improvement_plan }
    /// The cost improvement that a provider plans for the next year.
    IMPROVEMENT_NEXT_PLAN: money("provider.{}.{}.improvement-plan-next-year", "{}, {}: cost improvement planned for the next year", [ORGANISATION, YEAR])
        by("CR29", "the amount that the plan gives", TABLES_4_TO_6)
        { ProviderFinance [organisation, year] = improvement_next_year }
    /// Planned cost improvement in per cent of costs.
    IMPROVEMENT_PLANNED: percent("provider.{}.{}.improvement-planned", "{}, {}: planned cost improvement in per cent of costs", [ORGANISATION, YEAR])
        by("CR29", "planned cost improvement ÷ costs", TABLES_4_TO_6)
        { ProviderFinance [organisation, year] = improvement_plan / turnover }
    /// Forecast cost improvement in per cent of costs.
    IMPROVEMENT_FORECAST: percent("provider.{}.{}.improvement-forecast", "{}, {}: forecast cost improvement in per cent of costs", [ORGANISATION, YEAR])
        by("CR29", "forecast cost improvement ÷ costs", TABLES_4_TO_6)
        { ProviderFinance [organisation, year] = improvement_forecast / turnover }
    /// Next year's cost improvement in per cent of this year's costs.
    IMPROVEMENT_NEXT: percent("provider.{}.{}.improvement-next-year", "{}, {}: next year's cost improvement in per cent of costs", [ORGANISATION, YEAR])
        by("CR29", "cost improvement planned for the next year ÷ costs", TABLES_4_TO_6)
        { ProviderFinance [organisation, year] = improvement_next_year / turnover }
    /// The cost improvement for which a provider has schemes.
    IMPROVEMENT_FOUND: money("provider.{}.{}.improvement-with-schemes", "{}, {}: cost improvement for which there are schemes", [ORGANISATION, YEAR])
        by("CR29", "the amount that the plan gives", "Arden Cluster System Plan, l. 348")
        { ProviderFinance [organisation, year] = improvement_identified }
    /// What part of the planned cost improvement has schemes.
    IMPROVEMENT_IDENTIFIED: percent("provider.{}.{}.improvement-identified", "{}, {}: part of the cost improvement that is identified", [ORGANISATION, YEAR])
        by("CR29", "identified ÷ planned", "Arden Cluster System Plan, l. 348")
        { ProviderFinance [organisation, year] = improvement_identified / improvement_plan }
    /// What part of the planned cost improvement is delivered.
    IMPROVEMENT_DELIVERED: percent("provider.{}.{}.improvement-delivered", "{}, {}: part of the cost improvement that is delivered", [ORGANISATION, YEAR])
        by("CR29", "expected, or else forecast ÷ planned", "Arden Cluster System Plan, l. 352")
        { ProviderFinance [organisation, year] = (improvement_expected or improvement_forecast) / improvement_plan }
    /// Forecast cost improvement of one provider.
    IMPROVEMENT_OUTTURN: money("provider.{}.{}.improvement-outturn", "{}, {}: forecast cost improvement", [ORGANISATION, YEAR])
        by("CR29", "the amount that the plan gives", TABLES_4_TO_6)
        { ProviderFinance [organisation, year] = improvement_forecast }
    /// What is expected beside the forecast.
    IMPROVEMENT_EXPECTED: money("provider.{}.{}.improvement-expected", "{}, {}: expected cost improvement", [ORGANISATION, YEAR])
        by("CR29", "the amount that the plan gives", "Arden Cluster System Plan, l. 352")
        { ProviderFinance [organisation, year] = improvement_expected }
    /// The surplus of a provider.
    PROVIDER_SURPLUS: money("provider.{}.{}.surplus", "{}, {}: forecast surplus", [ORGANISATION, YEAR])
        by("CR29", "the amount that the plan gives", TABLES_4_TO_6)
        { ProviderFinance [organisation, year] = surplus }
    /// What the schemes at a provider take out of its income.
    TAKEN_OUT: money("provider.{}.{}.taken-out", "{}, {}: taken out by the schemes", [ORGANISATION, YEAR])
        by("CR31", "the sum of the gross savings of the schemes at the provider, without those of lists of its own, in the year of their list and, where they come back, in every later year in which they are in force", VIABLE)
    /// The income of a provider from its contract after the plan.
    INCOME_AFTER: money("provider.{}.{}.contract-after-plan", "{}, {}: contract after the plan", [ORGANISATION, YEAR])
        by("CR31", "contract − taken out by the schemes", VIABLE)
        { ProviderFinance [organisation, year] = contract - [TAKEN_OUT] }
    /// The surplus of a provider after the plan.
    SURPLUS_AFTER: money("provider.{}.{}.surplus-after-plan", "{}, {}: surplus after the plan, a deficit is negative", [ORGANISATION, YEAR])
        by("CR29", "surplus − taken out × the share of it that stays as cost", VIABLE)
        { ProviderFinance [organisation, year] = surplus - ([TAKEN_OUT] * {COSTS_THAT_STAY}) }
    /// How many trusts do not end in deficit.
    VIABLE_TRUSTS: count("providers.viable.{}", "Trusts that balance after the plan, {}", [YEAR])
        by("CR29", "trusts whose surplus after the plan, or else their surplus, is not below nothing", VIABLE)
    /// The contracts of all.
    CONTRACTS: money("provider.total.contract.{}", "All providers, {}: contracts", [YEAR])
        by("CR31", "the sum of the providers", TABLES_4_TO_6)
    /// Performance against contract of all: under is positive.
    UNDER_OVER: money("provider.total.under-over.{}", "All providers, {}: under or (over) contract", [YEAR])
        by("CR31", "the sum of the providers", TABLES_4_TO_6)
    /// Planned cost improvement of all.
    IMPROVEMENT_PLAN_ALL: money("provider.total.improvement-plan.{}", "All, {}: planned savings and cost improvement", [YEAR])
        by("CR29", "the sum of commissioner and providers", TABLES_4_TO_6)
    /// Forecast cost improvement of all.
    IMPROVEMENT_FORECAST_ALL: money("provider.total.improvement-forecast.{}", "All, {}: forecast savings and cost improvement", [YEAR])
        by("CR29", "the sum of commissioner and providers", TABLES_4_TO_6)
    /// Next year's cost improvement of all.
    IMPROVEMENT_NEXT_ALL: money("provider.total.improvement-next-year.{}", "All, {}: savings and cost improvement of the next year", [YEAR])
        by("CR29", "the sum of commissioner and providers", TABLES_4_TO_6)
    /// What makes up a cost improvement, in per cent of costs, before new investment.
    MADE_UP: percent("provider.{}.{}.improvement-parts", "{}, {}: parts of the cost improvement in per cent of costs", [ORGANISATION, YEAR])
        by("CR57", "efficiency requirement + cost pressures + commissioner QIPP; an amount ÷ costs", "Arden Cluster System Plan, l. 995")
        { ImprovementComponent [organisation, year] if (part is not ImprovementPart::NewInvestment) = rate or (amount / [TURNOVER]) }
    /// New investment, in per cent of costs.
    NEW_INVESTMENT: percent("provider.{}.{}.new-investment", "{}, {}: new investment in per cent of costs", [ORGANISATION, YEAR])
        by("CR57", "the share that the plan gives, or the amount ÷ costs", "Arden Cluster System Plan, l. 995")
        { ImprovementComponent [organisation, year] if (part is ImprovementPart::NewInvestment) = rate or (amount / [TURNOVER]) }
    /// The cost improvement that the parts make, in per cent of costs.
    IMPROVEMENT_MADE_UP: percent("provider.{}.{}.improvement-made-up", "{}, {}: cost improvement by its parts in per cent of costs", [ORGANISATION, YEAR])
        by("CR57", "parts − new investment", "Arden Cluster System Plan, l. 995")
        { from MADE_UP [0, 1] = {Term::Each} - ([NEW_INVESTMENT] or {Term::NOTHING}) }
}

findings_of_part! {
    /// A provider improves its costs by more than they are.
    IMPROVEMENT_ABOVE_COSTS: error(
        "improvement-above-costs",
        "Correct the unit or the amount of the improvement or of the turnover."
    )
    /// Schemes take more out of a provider than its contract is worth.
    MORE_TAKEN_OUT_THAN_CONTRACT: warning(
        "more-taken-out-than-contract",
        "Correct the scheme that claims too much, its provider or its unit, or the contract; or take out what is counted twice."
    )
}

/// The share of the income that leaves whose cost stays.
const COSTS_THAT_STAY: Term = Term::Subtract(&[Term::ONE, Term::Parameter(&COSTS_THAT_FOLLOW)]);

/// A provider cannot improve its costs by more than they are.
const fn above_costs(of: &'static FigureKind) -> Test {
    Test::of(of, Fails::Above(Term::ONE), &IMPROVEMENT_ABOVE_COSTS, "more than all its costs, which are")
}

pub(super) const TESTS: &[Test] = &[
    Test::of(
        &OF_GROSS,
        Fails::Above(Term::Figure(&TURNOVER)),
        &SAVINGS_ABOVE_SPENDING,
        "more than all that it turns over, which is",
    ),
    above_costs(&IMPROVEMENT_PLANNED),
    above_costs(&IMPROVEMENT_FORECAST),
    above_costs(&IMPROVEMENT_NEXT),
    Test::of(&INCOME_AFTER, Fails::Below(Term::NOTHING), &MORE_TAKEN_OUT_THAN_CONTRACT, "below"),
];

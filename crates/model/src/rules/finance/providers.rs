//! Providers: cost improvement, contracts, and whether they balance before and after the plan.
//!
//! * CR29: cost improvement in per cent of costs; surplus after the plan. CR31: contract after the plan =
//!   contract − what the schemes take out, those that come back in every
//!   year in which they are in force. CR57: what makes up a cost improvement.

mod totals;

use crate::calculation::{
    Fails, FigureKind, Finding, Ledger, Number, ORGANISATION, Term, Test, Unit, YEAR, figures, findings, format,
    run_formulas, run_tests, split_before, summed, year_of,
};
use crate::parameters::{COSTS_THAT_FOLLOW, IMPROVEMENT_FLOOR};
use crate::plan::{Id, ImprovementPart, OrganisationKind, Table};
use crate::rules::schemes::{report_unsaid, taken_out};

const TABLES_4_TO_6: &str = "Arden Cluster System Plan, l. 964-995";
const VIABLE: &str = "Arden Cluster System Plan, l. 884; NHS Surrey, One Plan, l. 504, 620";

figures! {
    /// The turnover or costs of a provider.
    TURNOVER: money("provider.{}.{}.turnover", "{}, {}: turnover or costs", [ORGANISATION, YEAR])
        by("CR29", "the amount that the plan gives", TABLES_4_TO_6)
        { ProviderFinance [organisation, year] = turnover }
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
    PROVIDER_SURPLUS: money("provider.{}.{}.surplus", "{}, {}: surplus, a deficit is negative", [ORGANISATION, YEAR])
        by("CR29", "the amount that the plan gives", TABLES_4_TO_6)
        { ProviderFinance [organisation, year] = surplus }
    /// What the schemes at a provider take out of its income.
    TAKEN_OUT: money("provider.{}.{}.taken-out", "{}, {}: taken out by the schemes", [ORGANISATION, YEAR])
        by("CR31", "the sum of the gross savings of the schemes at the provider, in the year of their list and, where they come back, in every later year in which they are in force", VIABLE)
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
        by("CR57", "efficiency requirement + cost pressures + commissioner QIPP", "Arden Cluster System Plan, l. 995")
        { ImprovementComponent [organisation, year] if (part is not ImprovementPart::NewInvestment) = rate }
    /// New investment, in per cent of costs.
    NEW_INVESTMENT: percent("provider.{}.{}.new-investment", "{}, {}: new investment in per cent of costs", [ORGANISATION, YEAR])
        by("CR57", "the share that the plan gives", "Arden Cluster System Plan, l. 995")
        { ImprovementComponent [organisation, year] if (part is ImprovementPart::NewInvestment) = rate }
    /// The cost improvement that the parts make, in per cent of costs.
    IMPROVEMENT_MADE_UP: percent("provider.{}.{}.improvement-made-up", "{}, {}: cost improvement by its parts in per cent of costs", [ORGANISATION, YEAR])
        by("CR57", "parts − new investment", "Arden Cluster System Plan, l. 995")
        { from MADE_UP [0, 1] = {Term::Each} - ([NEW_INVESTMENT] or {Term::NOTHING}) }
}

findings! {
    /// A provider improves its costs by more than they are.
    IMPROVEMENT_ABOVE_COSTS: error(
        "improvement-above-costs",
        "Correct the unit or the amount of the improvement or of the turnover."
    )
    /// A provider has a deficit.
    PROVIDER_IN_DEFICIT: warning(
        "provider-in-deficit",
        "The system needs providers that balance: look at what the plan takes from it."
    )
    /// Schemes take more out of a provider than its contract is worth.
    MORE_TAKEN_OUT_THAN_CONTRACT: warning(
        "more-taken-out-than-contract",
        "The schemes take more out of the provider than its contract is worth: look at what they claim."
    )
    /// A provider balances before the plan, and has a deficit after it.
    PROVIDER_IN_DEFICIT_AFTER_PLAN: warning(
        "provider-in-deficit-after-plan",
        "Agree with the provider which costs go with the income, or take less out."
    )
    /// A provider improves its costs by less than is required nationally.
    IMPROVEMENT_BELOW_REQUIREMENT: information(
        "improvement-below-requirement",
        "Ask the provider how the requirement will be met."
    )
}

/// The share of the income that leaves whose cost stays.
const COSTS_THAT_STAY: Term = Term::Subtract(&[Term::ONE, Term::Parameter(&COSTS_THAT_FOLLOW)]);

/// A provider cannot improve its costs by more than they are.
const fn above_costs(of: &'static FigureKind) -> Test {
    Test::of(of, Fails::Above(Term::ONE), &IMPROVEMENT_ABOVE_COSTS, "more than all its costs, which are")
}

const TESTS: &[Test] = &[
    above_costs(&IMPROVEMENT_PLANNED),
    above_costs(&IMPROVEMENT_FORECAST),
    above_costs(&IMPROVEMENT_NEXT),
    Test::of(&PROVIDER_SURPLUS, Fails::Below(Term::NOTHING), &PROVIDER_IN_DEFICIT, "below"),
    Test::of(&INCOME_AFTER, Fails::Below(Term::NOTHING), &MORE_TAKEN_OUT_THAN_CONTRACT, "below"),
];

/// Computes the finances of providers, and looks at who improves too little or falls into deficit.
pub fn run(ledger: &mut Ledger<'_>) {
    let (before, after) = split_before(FORMULAS, &INCOME_AFTER);
    run_formulas(ledger, before);
    let taken_out = taken_out(ledger);
    ledger.add(summed(&TAKEN_OUT, taken_out));
    run_formulas(ledger, after);
    totals::run(ledger);
    viable_trusts(ledger);
    report_improvement(ledger);
    if ledger.wants_findings() {
        report_unsaid(ledger);
    }
    run_tests(ledger, TESTS);
}

/// Counts the trusts that balance, and reports those that the schemes bring into deficit.
fn viable_trusts(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut viable: Vec<(u32, usize)> = Vec::new();
    for (key, before) in ledger.all(&PROVIDER_SURPLUS) {
        let [organisation, year] = [key.index.get(0), key.index.get(1)];
        let kind = plan.organisations.get(Id::at(organisation)).and_then(|row| row.kind());
        if !matches!(kind, Some(OrganisationKind::NhsTrust | OrganisationKind::FoundationTrust)) {
            continue;
        }
        let after = ledger.figure(&SURPLUS_AFTER, [organisation, year]).unwrap_or(before);
        if after.is_fault() {
            continue;
        }
        let balances = !after.is_negative();
        match viable.iter_mut().find(|(of, _)| *of == year) {
            Some((_, count)) => *count += usize::from(balances),
            None => viable.push((year, usize::from(balances))),
        }
        if balances || before.shown().is_negative() {
            continue;
        }
        let message = format!(
            "{} balances before the plan, and after it has a deficit of {}.",
            plan.title(Table::Organisation, organisation).unwrap_or_default(),
            format::in_unit(after.shown().negated().value(), Unit::Money)
        );
        ledger.report(|| {
            Finding::of(&PROVIDER_IN_DEFICIT_AFTER_PLAN, message)
                .at_cells(key.place())
                .figure(SURPLUS_AFTER.at([organisation, year]))
        });
    }
    for (year, count) in viable {
        ledger.publish(&VIABLE_TRUSTS, [year], Number::counted(count, "trusts that balance"));
    }
}

/// A provider that improves its costs by less than is required; commissioners are not held to it.
fn report_improvement(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    for (key, improvement) in ledger.all(&IMPROVEMENT_FORECAST) {
        let kind = plan.organisations.get(Id::at(key.index.get(0))).and_then(|row| row.kind());
        let year = year_of(key.index.get(1));
        let Some(floor) = ledger.parameter(&IMPROVEMENT_FLOOR, year) else { continue };
        let below = improvement.shown().minus(floor.shown());
        if kind.is_none_or(OrganisationKind::commissions) || below.is_fault() || !below.is_negative() {
            continue;
        }
        // As many decimal places as it takes to tell the two percentages apart.
        let same = |places: &u32| {
            format::percent(improvement.shown().value(), *places) == format::percent(floor.shown().value(), *places)
        };
        let places = (2..10).find(|places| !same(places)).unwrap_or(10);
        let message = format!(
            "{} is {}, below the national requirement of {}.",
            key.label(plan),
            format::percent(improvement.shown().value(), places),
            format::percent(floor.shown().value(), places)
        );
        ledger.report(|| Finding::of(&IMPROVEMENT_BELOW_REQUIREMENT, message).at_cells(key.place()).figure(key));
    }
}

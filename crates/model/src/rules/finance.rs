//! The money of the plan beyond the framework: several years, reserves, delivery, accounts,
//! providers, budgets.
//!
//! * CR03: surplus = resource limit − baseline proposal; in the medium-term plan resource +
//!   expenditure, which is negative as printed.
//! * CR25: net plan = requirement − reserve; variance = outturn − net plan, favourable positive;
//!   delivery = outturn ÷ net plan; what is short is carried into the next year.
//! * CR26: a reserve is a rate of a resource. CR27: total QIPP = commissioner + tariff efficiency;
//!   what is required cumulates. CR29, CR31: providers. CR32: income and expenditure. CR48, CR49,
//!   CR57: reductions, prevention, make-up of cost improvement.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "organisations": [{"id": "west", "name": "West", "kind": "primary-care-trust"}],
//!     "savings_delivery": [{"organisation": "west", "year": "2011/12", "requirement": "49.9", "reserve": "20.1", "outturn": "19.8", "unit": "£m"}],
//!     "medium_term_plan": [
//!         {"year": "2011/12", "resource": "1446", "expenditure": "-1440", "commissioner_qipp": "34", "tariff_efficiency": "28", "saved_before": "6", "unit": "£m"},
//!         {"year": "2012/13", "resource": "1469", "expenditure": "-1463", "commissioner_qipp": "63", "tariff_efficiency": "48", "unit": "£m"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("savings-delivery.west.2011-12.net-plan"), "29800000");
//! assert_eq!(outcome.text("savings-delivery.west.2011-12.variance"), "-10000000");
//! assert_eq!(outcome.text("medium-term.surplus.2012-13"), "6000000");
//! assert_eq!(outcome.text("medium-term.cumulative-qipp.2012-13"), "103000000");
//! ```

use super::framework::TOTAL_BASELINE;
use super::savings::TOTAL_YEAR;
use crate::calculation::{
    Dimension, Fails, FigureKey, Finding, Key, Ledger, Number, NumberTotal, ORGANISATION, PROGRAMME, Severity, Term,
    Test, Unit, YEAR, column, figures, format, run_formulas, run_tests, split_before, year_of,
};
use crate::parameters::{COSTS_THAT_FOLLOW, IMPROVEMENT_FLOOR, PREVENTION_FLOOR, RESERVE_RATE};
use crate::plan::{
    AccountSide, FundingKind, FundingPartKind, FundingState, Id, ImprovementPart, OrganisationKind, ReservePurpose,
    Table,
};
use crate::quantity::put_in_order;

const SIDE: Dimension = Dimension::Choice(AccountSide::CHOICES);
const LINE: Dimension = Dimension::Row(Table::AccountLine);
const RESERVE: Dimension = Dimension::Row(Table::Reserve);
const VERSION: Dimension = Dimension::Row(Table::PlanVersion);
const BUDGET: Dimension = Dimension::Row(Table::SharedBudget);
const FUNDING: Dimension = Dimension::Row(Table::Funding);
const REDUCTION: Dimension = Dimension::Row(Table::CostReduction);

const TABLE_1: &str = "Arden Cluster System Plan, l. 903-915";
const TABLE_2: &str = "Arden Cluster System Plan, l. 921-945";
const TABLE_3: &str = "Arden Cluster System Plan, l. 947-958";
const TABLES_4_TO_6: &str = "Arden Cluster System Plan, l. 964-995";
const ACCOUNTS: &str = "Arden Cluster System Plan, l. 1476-1498";
const REFRESHED: &str = "Arden Cluster System Plan, l. 949";
const CARRIED: &str = "Arden Cluster System Plan, l. 907; NHS Surrey, One Plan, l. 1481";
const VIABLE: &str = "Arden Cluster System Plan, l. 884; NHS Surrey, One Plan, l. 504, 620";
const PREVENTION_MODEL: &str = "Arden Cluster System Plan, l. 1066-1078";
const PART_KIND: Dimension = Dimension::Choice(FundingPartKind::CHOICES);
const LIMIT: &str = "NHS Surrey, One Plan, l. 977-983; Arden Cluster System Plan, l. 901";

figures! {
    /// The planned surplus of the framework.
    PLANNED_SURPLUS: money("framework.planned-surplus.{}", "Planned surplus, {}", [YEAR])
        by("CR03", "resource limit − baseline proposal", LIMIT)
        { ResourceLimit [year] = limit - [TOTAL_BASELINE] }
    /// What the framework plans to spend above the resource limit: the surplus with the other sign, as Surrey prints it.
    ABOVE_LIMIT: money("framework.above-resource-limit.{}", "Baseline proposal above the resource limit, {}", [YEAR])
        by("CR03", "baseline proposal − resource limit", LIMIT)
        { ResourceLimit [year] = [TOTAL_BASELINE] - limit }
    /// How the forecast surplus stands to the control total.
    CONTROL_TOTAL_GAP: money("control-total.{}.difference", "Forecast surplus against the control total, {}", [YEAR])
        by("CR03", "forecast surplus − control total", LIMIT)
        { ResourceLimit [year] = forecast_surplus - control_total }

    /// The surplus of a year of the medium-term plan.
    SURPLUS: money("medium-term.surplus.{}", "Medium-term plan: surplus, {}", [YEAR])
        by("CR03", "resource + expenditure, which is negative", TABLE_2)
        { MediumTermYear [year] = resource + expenditure }
    /// What commissioner and providers save in a year.
    TOTAL_QIPP: money("medium-term.total-qipp.{}", "Commissioner QIPP and tariff efficiency, {}", [YEAR])
        by("CR27", "commissioner QIPP + tariff efficiency", TABLE_2)
        { MediumTermYear [year] = commissioner_qipp + tariff_efficiency }
    /// What the commissioner saves anew in a year.
    COMMISSIONER_QIPP: money("medium-term.commissioner-qipp.{}", "Commissioner QIPP, {}", [YEAR])
        by("CR27", "the amount that the plan gives", TABLE_2)
        { MediumTermYear [year] = commissioner_qipp }
    /// What had been saved before the first year.
    SAVED_BEFORE: money("medium-term.saved-before.{}", "Saved before {}", [YEAR])
        by("CR27", "the amount that the plan gives", TABLE_3)
        { MediumTermYear [year] = saved_before }
    /// Tariff efficiency of a year.
    TARIFF_EFFICIENCY: money("medium-term.tariff-efficiency.{}", "Tariff efficiency, {}", [YEAR])
        by("CR57", "the amount that the plan gives", TABLE_2)
        { MediumTermYear [year] = tariff_efficiency }
    /// The resource of a year.
    RESOURCE: money("medium-term.resource.{}", "Medium-term plan: resource, {}", [YEAR])
        by("CR03", "the amount that the plan gives", TABLE_2)
        { MediumTermYear [year] = resource }
    /// The expenditure of a year, negative as printed.
    EXPENDITURE: money("medium-term.expenditure.{}", "Medium-term plan: expenditure, {}", [YEAR])
        by("CR03", "the amount that the plan gives", TABLE_2)
        { MediumTermYear [year] = expenditure }
    /// What the commissioner has to save to the end of a year.
    CUMULATIVE_QIPP: money("medium-term.cumulative-qipp.{}", "Commissioner QIPP, cumulative to {}", [YEAR])
        by("CR27", "what was saved before + commissioner QIPP of the years so far", TABLE_3)

    /// A cumulative requirement of a version of the plan.
    REQUIREMENT: money("version.{}.requirement.{}", "{}: cumulative requirement, {}", [VERSION, YEAR])
        by("CR27", "the amount that the plan gives", TABLE_3)
        { VersionFigure [version, year] if (programme empty) = amount }
    /// The sum of the cumulative figures of a version, as the plan prints it.
    REQUIREMENT_TOTAL: money("version.{}.requirement", "{}: sum of the cumulative requirements", [VERSION])
        by("CR27", "the sum of the years", TABLE_3)
        { sum of REQUIREMENT [0] }
    /// The change from the version that is replaced.
    REQUIREMENT_CHANGE: money("version.{}.change.{}", "{}: change of the cumulative requirement, {}", [VERSION, YEAR])
        by("CR27", "this version − the one it replaces", TABLE_3)
        { VersionFigure [version, year] if (programme empty) = amount - {Term::FigureOf(&REQUIREMENT, &[
            Key::Of(column!(VersionFigure, version), column!(PlanVersion, replaces)),
            Key::Column(column!(VersionFigure, year)),
        ])} }
    /// The change over all years.
    REQUIREMENT_CHANGE_TOTAL: money("version.{}.change", "{}: change over all years", [VERSION])
        by("CR27", "the sum of the years", TABLE_3)
        { sum of REQUIREMENT_CHANGE [0] }

    /// A cumulative requirement of one programme.
    REQUIREMENT_OF: money("version.{}.requirement.{}.{}", "{}: cumulative requirement of {}, {}", [VERSION, PROGRAMME, YEAR])
        by("CR27", "the amount that the plan gives", REFRESHED)
        { VersionFigure [version, programme, year] = amount }
    /// The change of one programme from the version that is replaced.
    REQUIREMENT_CHANGE_OF: money("version.{}.change.{}.{}", "{}: change of the cumulative requirement of {}, {}", [VERSION, PROGRAMME, YEAR])
        by("CR27", "this version − the one it replaces; a programme that is new or gone counts as nothing in the other", REFRESHED)
    /// The requirements of the programmes of a version.
    REQUIREMENT_BY_PROGRAMME: money("version.{}.programmes.{}", "{}: cumulative requirements of its programmes, {}", [VERSION, YEAR])
        by("CR27", "the sum of the programmes", REFRESHED)
        { sum of REQUIREMENT_OF [0, 2] }
    /// How they differ from the requirement of the version.
    REQUIREMENT_UNEXPLAINED: money("version.{}.programmes-difference.{}", "{}: requirements of its programmes less that of the plan, {}", [VERSION, YEAR])
        by("CR27", "the sum of the programmes − the requirement", REFRESHED)
        { from REQUIREMENT_BY_PROGRAMME [0, 1] = {Term::Each} - [REQUIREMENT] }

    /// The amount of a reserve.
    RESERVE_AMOUNT: money("reserve.{}.amount", "{}", [RESERVE])
        by("CR26", "the amount that the plan gives, or rate × resource", "Arden Cluster System Plan, l. 903, 1658")
        { Reserve [*] = (amount else (base * rate)) or (base * {Term::Parameter(&RESERVE_RATE)}) }
    /// What part of its base a reserve is.
    RESERVE_SHARE: percent("reserve.{}.share", "{}: part of the resource", [RESERVE])
        by("CR26", "amount ÷ resource", "Arden Cluster System Plan, l. 903, 1658")
        { Reserve [*] = amount / base }
    /// What all reserves are used for.
    USED_FOR: money("reserves.used-for.{}", "Reserves used for: {}", [Dimension::Choice(ReservePurpose::CHOICES)])
        by("CR26", "the sum of the uses", "Arden Cluster System Plan, l. 1658")
        { ReserveUse [purpose] = amount }
    /// What of a reserve is used.
    RESERVE_USED: money("reserve.{}.used", "{}: used", [RESERVE])
        by("CR26", "the sum of its uses", "Arden Cluster System Plan, l. 905, 1658")
        { ReserveUse [reserve] = amount }
    /// What is left of a reserve.
    RESERVE_LEFT: money("reserve.{}.left", "{}: not used", [RESERVE])
        by("CR26", "amount − uses", "Arden Cluster System Plan, l. 905, 1658")
        { from RESERVE_USED [0] = [RESERVE_AMOUNT] - {Term::Each} }

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

    /// The forecast outturn of a line.
    LINE_FORECAST: money("accounts.line.{}.forecast", "{}: forecast outturn", [LINE])
        by("CR32", "the amount that the plan gives", ACCOUNTS)
        { AccountLine [*] = forecast }
    /// The plan of a line.
    LINE_PLAN: money("accounts.line.{}.plan", "{}: plan", [LINE])
        by("CR32", "the amount that the plan gives", ACCOUNTS)
        { AccountLine [*] = plan }
    /// The change of a line from forecast to plan.
    LINE_CHANGE: money("accounts.line.{}.change", "{}: change", [LINE])
        by("CR32", "plan − forecast outturn", ACCOUNTS)
        { AccountLine [*] = plan - forecast }
    /// The change in per cent.
    LINE_PERCENT: percent("accounts.line.{}.change-percent", "{}: change in per cent", [LINE])
        by("CR21", "plan ÷ forecast outturn − 1", ACCOUNTS)
        { AccountLine [*] = (plan - forecast) / forecast }
    /// The forecast outturn of a side.
    SIDE_FORECAST: money("accounts.{}.forecast", "Total {}: forecast outturn", [SIDE])
        by("CR32", "the sum of the lines", ACCOUNTS)
        { AccountLine [side] = forecast }
    /// The plan of a side.
    SIDE_PLAN: money("accounts.{}.plan", "Total {}: plan", [SIDE])
        by("CR32", "the sum of the lines", ACCOUNTS)
        { AccountLine [side] = plan }
    /// The change of a side in per cent.
    SIDE_PERCENT: percent("accounts.{}.change-percent", "Total {}: change in per cent", [SIDE])
        by("CR21", "plan ÷ forecast outturn − 1", ACCOUNTS)
        { from SIDE_FORECAST [0] = ([SIDE_PLAN] - {Term::Each}) / {Term::Each} }
    /// A line as a share of its side in the plan.
    LINE_SHARE: percent("accounts.line.{}.share", "{}: share of the plan", [LINE])
        by("CR32", "plan of the line ÷ plan of its side", ACCOUNTS)
        { AccountLine [*] = plan / {Term::FigureOf(&SIDE_PLAN, &[Key::Column(column!(AccountLine, side))])} }
    /// The surplus by forecast outturn.
    NET_FORECAST: money("accounts.net-surplus.forecast", "Net surplus: forecast outturn", [])
        by("CR32", "income − expenditure", ACCOUNTS)
    /// The surplus by the plan.
    NET_PLAN_SURPLUS: money("accounts.net-surplus.plan", "Net surplus: plan", [])
        by("CR32", "income − expenditure", ACCOUNTS)
    /// The change of the surplus in per cent.
    NET_PERCENT: percent("accounts.net-surplus.change-percent", "Net surplus: change in per cent", [])
        by("CR21", "plan ÷ forecast outturn − 1", ACCOUNTS)

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
        by("CR31", "the sum of the gross savings of the schemes at the provider, in the year of their list", VIABLE)
        { Scheme [provider, (list.SchemeList.year)] if (same_as empty) = gross }
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
        { ProviderFinance [year] = contract }
    /// Performance against contract of all: under is positive.
    UNDER_OVER: money("provider.total.under-over.{}", "All providers, {}: under or (over) contract", [YEAR])
        by("CR31", "the sum of the providers", TABLES_4_TO_6)
        { ProviderFinance [year] = under_over }
    /// Planned cost improvement of all.
    IMPROVEMENT_PLAN_ALL: money("provider.total.improvement-plan.{}", "All, {}: planned savings and cost improvement", [YEAR])
        by("CR29", "the sum of commissioner and providers", TABLES_4_TO_6)
        { ProviderFinance [year] = improvement_plan }
    /// Forecast cost improvement of all.
    IMPROVEMENT_FORECAST_ALL: money("provider.total.improvement-forecast.{}", "All, {}: forecast savings and cost improvement", [YEAR])
        by("CR29", "the sum of commissioner and providers", TABLES_4_TO_6)
        { ProviderFinance [year] = improvement_forecast }
    /// Next year's cost improvement of all.
    IMPROVEMENT_NEXT_ALL: money("provider.total.improvement-next-year.{}", "All, {}: savings and cost improvement of the next year", [YEAR])
        by("CR29", "the sum of commissioner and providers", TABLES_4_TO_6)
        { ProviderFinance [year] = improvement_next_year }
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

    /// The part of a service budget that goes to prevention.
    PREVENTION: percent("prevention.{}.share", "{}: part spent on prevention", [Dimension::Row(Table::PreventionBudget)])
        by("CR49", "prevention ÷ budget", "NHS Surrey, One Plan, l. 588")
        { PreventionBudget [*] = prevention / budget }
    /// What is planned above a cap.
    OVER_CAP: money("budget.{}.above-cap", "{}: planned above its cap", [BUDGET])
        by("CR49", "planned − cap", "NHS Surrey, One Plan, l. 647")
        { SharedBudget [*] = planned - cap }
    /// What is paid into a pooled budget.
    CONTRIBUTIONS: money("budget.{}.contributions", "{}: contributions", [BUDGET])
        by("CR49", "the sum of the contributions", "NHS Surrey, One Plan, l. 626, 432")
        { BudgetContribution [budget] = amount }
    /// What a pooled budget is short of its plan.
    CONTRIBUTIONS_LESS_PLAN: money("budget.{}.contributions-less-plan", "{}: contributions less plan", [BUDGET])
        by("CR49", "contributions − planned", "NHS Surrey, One Plan, l. 626, 432")
        { SharedBudget [*] = [CONTRIBUTIONS] - planned }
    /// The funding of one kind.
    FUNDING_OF_KIND: money("funding.kind.{}", "Funding, {}", [Dimension::Choice(FundingKind::CHOICES)])
        by("CR49", "the sum of the rows", "NHS Surrey, One Plan, l. 441; Arden Cluster System Plan, l. 487")
        { Funding [kind] = amount }
    /// What an investment brings after it is paid for.
    NET_BENEFIT: money("funding.{}.net-benefit", "{}: net benefit", [FUNDING])
        by("CR49", "yearly saving × years − amount", "NHS Surrey, One Plan, l. 441")
        { Funding [*] = (annual_saving * years) - amount }
    /// Funding that is put off or refused.
    FUNDING_BLOCKED: money("funding.state.{}", "Funding that is {}", [Dimension::Choice(FundingState::CHOICES)])
        by("CR49", "the sum of the rows", "NHS Surrey, One Plan, l. 1380")
        { Funding [state] = amount }

    /// The amount of a funding.
    FUNDING_AMOUNT: money("funding.{}.amount", "{}: amount", [FUNDING])
        by("CR49", "the amount that the plan gives", PREVENTION_MODEL)
        { Funding [*] = amount }
    /// How many components and themes a funding has.
    FUNDING_PARTS: count("funding.{}.{}", "{}: number of each {}", [FUNDING, PART_KIND])
        by("CR49", "how many there are", PREVENTION_MODEL)
        { FundingPart [funding, kind] = {Term::One("one part")} }
    /// How many components and themes there are in all.
    FUNDING_PARTS_ALL: count("funding-parts.{}", "Parts of funding and of its model: {}", [PART_KIND])
        by("CR49", "how many there are", PREVENTION_MODEL)
        { FundingPart [kind] = {Term::One("one part")} }
    /// What the components or the themes of a funding cost.
    FUNDING_PARTS_AMOUNT: money("funding.{}.{}.amount", "{}: cost of each {}, added up", [FUNDING, PART_KIND])
        by("CR49", "the sum of the parts", PREVENTION_MODEL)
        { FundingPart [funding, kind] = amount }
    /// What all components or all themes cost.
    FUNDING_PARTS_COST: money("funding-parts.{}.amount", "Parts of funding and of its model: {}, cost", [PART_KIND])
        by("CR49", "the sum of the parts", PREVENTION_MODEL)
        { FundingPart [kind] = amount }
    /// How the parts differ from the funding.
    FUNDING_PARTS_DIFFERENCE: money("funding.{}.{}.difference", "{}: cost of each {}, added up, less the funding", [FUNDING, PART_KIND])
        by("CR49", "the sum of the parts − the amount of the funding", PREVENTION_MODEL)
        { from FUNDING_PARTS_AMOUNT [0, 1] = {Term::Each} - {Term::Figure(&FUNDING_AMOUNT)} }
    /// How many parts of a funding are evaluated.
    FUNDING_EVALUATED: count("funding.{}.evaluated", "{}: parts with an evaluation", [FUNDING])
        by("CR49", "how many there are", PREVENTION_MODEL)
        { FundingPart [funding] if (evaluation given) = {Term::One("one part")} }

    /// By how much a cost is to fall.
    REDUCTION_AMOUNT: money("reduction.{}.amount", "{}: reduction", [REDUCTION])
        by("CR48", "the amount that the plan gives, or base × share", "NHS Surrey, One Plan, l. 1287")
        { CostReduction [*] = reduction else (base * rate) }
    /// The base of a reduction.
    REDUCTION_BASE: money("reduction.{}.base", "{}: base", [REDUCTION])
        by("CR48", "the base that the plan gives, or reduction ÷ share", "NHS Surrey, One Plan, l. 1287")
        { CostReduction [*] = base or (reduction / rate) }
    /// The share of a reduction.
    REDUCTION_SHARE: percent("reduction.{}.share", "{}: share of the base", [REDUCTION])
        by("CR48", "reduction ÷ base", "NHS Surrey, One Plan, l. 1287; Arden Cluster System Plan, l. 283")
        { from REDUCTION_AMOUNT [0] = {Term::Each} / [REDUCTION_BASE] }
    /// The reduction of a year, where it is spread evenly.
    REDUCTION_A_YEAR: money("reduction.{}.each-year", "{}: reduction of each year", [REDUCTION])
        by("CR48", "reduction ÷ years", "NHS Surrey, One Plan, l. 1287")
        { CostReduction [*] = [REDUCTION_AMOUNT] / years }
    /// What the members of the system plan to save.
    CHILD_PLANS: money("child-plans.{}", "Plans of the members, {}", [YEAR])
        by("CR05", "the sum of the members", "Arden Cluster System Plan, l. 1619")
        { ChildPlan [year] = amount }
    /// The same against the plan of the system.
    CHILD_PLANS_DIFFERENCE: money("child-plans.difference.{}", "Plans of the members less the plan of the system, {}", [YEAR])
        by("CR05", "plans of the members − total programme", "Arden Cluster System Plan, l. 1619")
        { from CHILD_PLANS [0] = {Term::Each} - [TOTAL_YEAR] }
}

/// What of the income that leaves stays as cost: never less than nothing.
const COSTS_THAT_STAY: Term =
    Term::Larger(&[Term::Less(&[Term::ONE, Term::Parameter(&COSTS_THAT_FOLLOW)]), Term::NOTHING]);

const TESTS: &[Test] = &[
    Test {
        of: &PLANNED_SURPLUS,
        fails: Fails::Below(Term::NOTHING),
        code: "plan-exceeds-resource",
        severity: Severity::Warning,
        says: "and a plan that balances has at least",
        advice: "Reduce spending, or find the resource.",
    },
    Test {
        of: &CONTROL_TOTAL_GAP,
        fails: Fails::Below(Term::NOTHING),
        code: "control-total-missed",
        severity: Severity::Warning,
        says: "below",
        advice: "Find what brings the surplus back to the control total.",
    },
    Test {
        of: &RESERVE_LEFT,
        fails: Fails::Below(Term::NOTHING),
        code: "reserve-overspent",
        severity: Severity::Warning,
        says: "below",
        advice: "Use less of the reserve, or correct its amount.",
    },
    Test {
        of: &PROVIDER_SURPLUS,
        fails: Fails::Below(Term::NOTHING),
        code: "provider-in-deficit",
        severity: Severity::Warning,
        says: "below",
        advice: "The system needs providers that balance: look at what the plan takes from it.",
    },
    Test {
        of: &PREVENTION,
        fails: Fails::Below(Term::Parameter(&PREVENTION_FLOOR)),
        code: "prevention-below-floor",
        severity: Severity::Warning,
        says: "below the least that the plan sets itself,",
        advice: "Spend more of the budget on prevention.",
    },
    Test {
        of: &OVER_CAP,
        fails: Fails::Above(Term::NOTHING),
        code: "budget-above-cap",
        severity: Severity::Warning,
        says: "above",
        advice: "Plan within the cap, or raise it.",
    },
    Test {
        of: &CONTRIBUTIONS_LESS_PLAN,
        fails: Fails::Apart(Term::NOTHING),
        code: "contributions-differ",
        severity: Severity::Warning,
        says: "not",
        advice: "Agree the contributions with the plan of the budget.",
    },
    Test {
        of: &INCOME_AFTER,
        fails: Fails::Below(Term::NOTHING),
        code: "more-taken-out-than-contract",
        severity: Severity::Warning,
        says: "below",
        advice: "The schemes take more out of the provider than its contract is worth: look at what they claim.",
    },
    Test {
        of: &REQUIREMENT_UNEXPLAINED,
        fails: Fails::Apart(Term::NOTHING),
        code: "version-programmes-differ",
        severity: Severity::Warning,
        says: "not",
        advice: "Give every programme of the version, or correct its total.",
    },
    Test {
        of: &FUNDING_PARTS_DIFFERENCE,
        fails: Fails::Apart(Term::NOTHING),
        code: "funding-parts-differ",
        severity: Severity::Warning,
        says: "not",
        advice: "Give every part of the funding, or correct its amount.",
    },
    Test {
        of: &CHILD_PLANS_DIFFERENCE,
        fails: Fails::Apart(Term::NOTHING),
        code: "child-plans-differ",
        severity: Severity::Warning,
        says: "not",
        advice: "Find which member's plan is missing or counted twice.",
    },
];

/// Computes the money beyond the framework.
pub fn run(ledger: &mut Ledger<'_>) {
    // What is short in one year is part of the next; what stands on it comes then.
    let (before, after) = split_before(FORMULAS, &REQUIREMENT_WITH);
    run_formulas(ledger, before);
    carry(ledger);
    changes_by_programme(ledger);
    run_formulas(ledger, after);
    cumulative(ledger);
    net_surplus(ledger);
    viable_trusts(ledger);
    report_improvement(ledger);
    run_tests(ledger, TESTS);
}

/// What is short in a year, with what was short before it, is carried into the next, year by year.
fn carry(ledger: &mut Ledger<'_>) {
    let mut rows: Vec<_> = ledger.plan.savings_delivery.iter().collect();
    put_in_order(&mut rows, &|(_, left), (_, right)| {
        (left.organisation.index(), left.year).cmp(&(right.organisation.index(), right.year))
    });
    let mut of_years: Vec<(u32, Number, Number)> = Vec::new();
    for (row, of_year) in rows {
        let subjects = [of_year.organisation.index(), u32::from(of_year.year.start())];
        let outturn = ledger.cell_if_given(Table::SavingsDelivery, row, "outturn", of_year.outturn);
        let Some((net, outturn)) = ledger.figure(&NET_PLAN, subjects).zip(outturn) else { continue };
        let brought = ledger.figure(&BROUGHT_FORWARD, subjects);
        let [organisation, year] = subjects;
        let carried = ledger.publish(&CARRIED_FORWARD, subjects, short(net, brought, outturn));
        ledger.publish(&BROUGHT_FORWARD, [organisation, year + 1], carried);
        of_years.push((year, net, outturn));
    }
    put_in_order(&mut of_years, &|left, right| left.0.cmp(&right.0));
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

/// The change of each programme from the version that is replaced: one that is new had nothing, one that
/// is gone has nothing, in the years for which both versions give programmes.
fn changes_by_programme(ledger: &mut Ledger<'_>) {
    let all = ledger.all(&REQUIREMENT_OF);
    let of = |version: u32| {
        let from = all.partition_point(|(key, _)| key.subjects.get(0) < version);
        let rows = all.get(from..).unwrap_or_default();
        rows.get(..rows.partition_point(|(key, _)| key.subjects.get(0) == version)).unwrap_or_default()
    };
    let place = |key: &FigureKey| [key.subjects.get(1), key.subjects.get(2)];
    for (row, version) in ledger.plan.plan_versions.iter() {
        let Some(replaces) = version.replaces.filter(|replaces| replaces.index() != row.index()) else { continue };
        let (new, old) = (of(row.index()), of(replaces.index()));
        let years = |rows: &[(FigureKey, Number)]| {
            let mut years: Vec<u32> = rows.iter().map(|(key, _)| key.subjects.get(2)).collect();
            put_in_order(&mut years, &|left, right| left.cmp(right));
            years.dedup();
            years
        };
        let (new_years, old_years) = (years(new), years(old));
        let mut places: Vec<[u32; 2]> = new.iter().chain(old).map(|(key, _)| place(key)).collect();
        put_in_order(&mut places, &|left, right| left.cmp(right));
        places.dedup();
        for [programme, year] in places {
            if new_years.binary_search(&year).is_err() || old_years.binary_search(&year).is_err() {
                continue;
            }
            let amount = |rows: &[(FigureKey, Number)]| {
                let at = rows.binary_search_by(|(key, _)| place(key).cmp(&[programme, year])).ok()?;
                rows.get(at).map(|(_, amount)| *amount)
            };
            let [amount, before] = [new, old].map(|rows| amount(rows).unwrap_or_else(Number::nothing));
            ledger.publish(&REQUIREMENT_CHANGE_OF, [row.index(), programme, year], amount.minus(&before));
        }
    }
}

/// A provider that improves its costs by less than is required; commissioners are not held to it.
fn report_improvement(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (key, improvement) in ledger.all(&IMPROVEMENT_FORECAST) {
        let kind = plan.organisations.get(Id::at(key.subjects.get(0))).map(|row| row.kind);
        let year = year_of(key.subjects.get(1));
        let Some(floor) = ledger.parameter(&IMPROVEMENT_FLOOR, year) else { continue };
        let below = improvement.fixed().minus(floor.fixed());
        if kind.is_none_or(OrganisationKind::commissions) || below.is_fault() || !below.is_negative() {
            continue;
        }
        // As many places as it takes to tell the two apart.
        let same =
            |places: &u32| format::percent(improvement.value(), *places) == format::percent(floor.value(), *places);
        let places = (2..10).find(|places| !same(places)).unwrap_or(10);
        let message = format!(
            "{} is {}, below the national requirement of {}.",
            key.label(plan),
            format::percent(improvement.value(), places),
            format::percent(floor.value(), places)
        );
        ledger.report(|| Finding {
            severity: Severity::Information,
            code: "improvement-below-requirement",
            places: key.place().into_iter().collect(),
            figures: vec![key],
            message,
            advice: "Ask the provider how the requirement will be met.",
        });
    }
}

/// Counts the trusts that balance, and reports those that the schemes bring into deficit.
fn viable_trusts(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut viable: Vec<(u32, usize)> = Vec::new();
    for (key, before) in ledger.all(&PROVIDER_SURPLUS) {
        let [organisation, year] = [key.subjects.get(0), key.subjects.get(1)];
        let kind = plan.organisations.get(Id::at(organisation)).map(|row| row.kind);
        if !matches!(kind, Some(OrganisationKind::NhsTrust | OrganisationKind::FoundationTrust)) {
            continue;
        }
        let after = ledger.figure(&SURPLUS_AFTER, [organisation, year]).unwrap_or(before);
        let balances = !after.fixed().is_negative();
        match viable.iter_mut().find(|(of, _)| *of == year) {
            Some((_, count)) => *count += usize::from(balances),
            None => viable.push((year, usize::from(balances))),
        }
        if balances || before.fixed().is_negative() {
            continue;
        }
        let message = format!(
            "{} balances before the plan, and after it has a deficit of {}.",
            plan.title(Table::Organisation, organisation).unwrap_or_default(),
            format::in_unit(after.negated().value(), Unit::Money)
        );
        ledger.report(|| Finding {
            severity: Severity::Warning,
            code: "provider-in-deficit-after-plan",
            places: key.place().into_iter().collect(),
            figures: vec![SURPLUS_AFTER.about([organisation, year])],
            message,
            advice: "Agree with the provider which costs go with the income, or take less out.",
        });
    }
    for (year, count) in viable {
        ledger.publish(&VIABLE_TRUSTS, [year], Number::counted(count, "trusts that balance"));
    }
}

fn cumulative(ledger: &mut Ledger<'_>) {
    let mut total = NumberTotal::default();
    // What had been saved before stands beside the first year; beside a later one it is in the sum already.
    let mut first = true;
    for (key, saved) in ledger.all(&COMMISSIONER_QIPP) {
        let year = key.subjects.get(0);
        if let Some(before) = ledger.figure(&SAVED_BEFORE, [year]).filter(|_| first) {
            total.add(&before);
        }
        first = false;
        total.add(&saved);
        ledger.publish(&CUMULATIVE_QIPP, [year], total.clone().finish());
    }
}

fn net_surplus(ledger: &mut Ledger<'_>) {
    let sides = [AccountSide::Income as u32, AccountSide::Expenditure as u32];
    let mut nets = Vec::new();
    for (of_side, kind) in [(&SIDE_FORECAST, &NET_FORECAST), (&SIDE_PLAN, &NET_PLAN_SURPLUS)] {
        let [income, expenditure] = sides.map(|side| ledger.figure(of_side, [side]));
        let (Some(income), Some(expenditure)) = (income, expenditure) else { continue };
        nets.push(ledger.publish(kind, [], income.minus(&expenditure)));
    }
    if let [forecast, plan] = nets.as_slice() {
        let change = plan.minus(forecast).over(forecast);
        ledger.publish(&NET_PERCENT, [], change);
    }
}

use crate::calculation::{LIST, ORGANISATION, POINT, SCHEME, SETTING, Term, figures};

const OUTLOOK: &str = "NHS Surrey, One Plan, l. 802-819";
const SHIFTS: &str = "NHS Surrey, One Plan, l. 833-877";

figures! {
    /// Activity in the base year.
    BASELINE: count("activity.{}.{}.baseline", "{}, {}: baseline", [SETTING, POINT])
        by("CR10", "the sum of the baseline lines", SHIFTS)
    /// Cost in the base year.
    BASELINE_COST: money("cost.{}.{}.baseline", "{}, {}: baseline cost", [SETTING, POINT])
        by("CR10", "the sum of the baseline lines", SHIFTS)
    /// Activity of one provider in the base year.
    PROVIDER_BASELINE: count("provider-baseline.activity.{}.{}.{}", "{}, {}, {}: baseline", [ORGANISATION, SETTING, POINT])
        by("CR10", "the sum of the baseline lines of the provider", SHIFTS)
        { BaselineActivity [provider, setting, point_of_delivery] = activity }
    /// Cost of one provider in the base year.
    PROVIDER_BASELINE_COST: money("provider-baseline.cost.{}.{}.{}", "{}, {}, {}: baseline cost", [ORGANISATION, SETTING, POINT])
        by("CR10", "the sum of the baseline lines of the provider", SHIFTS)
        { BaselineActivity [provider, setting, point_of_delivery] = cost }
    /// What all schemes change in activity at one provider.
    PROVIDER_CHANGE: count("provider-plan.activity.{}.{}.{}.change", "{}, {}, {}: change", [ORGANISATION, SETTING, POINT])
        by("CR10", "the sum of the changes at the provider", SHIFTS)
    /// What all schemes change in cost at one provider.
    PROVIDER_CHANGE_COST: money("provider-plan.cost.{}.{}.{}.change", "{}, {}, {}: change in cost", [ORGANISATION, SETTING, POINT])
        by("CR10", "the sum of the changes at the provider", SHIFTS)
    /// The planned activity of one provider.
    PROVIDER_PLAN: count("provider-plan.activity.{}.{}.{}", "{}, {}, {}: plan", [ORGANISATION, SETTING, POINT])
        by("CR10", "baseline + changes at the provider", SHIFTS)
        { from PROVIDER_BASELINE [0, 1, 2] = {Term::Each} + ([PROVIDER_CHANGE] or {Term::NOTHING}) }
    /// The planned cost of one provider.
    PROVIDER_PLAN_COST: money("provider-plan.cost.{}.{}.{}", "{}, {}, {}: planned cost", [ORGANISATION, SETTING, POINT])
        by("CR10", "baseline + changes at the provider", SHIFTS)
        { from PROVIDER_BASELINE_COST [0, 1, 2] = {Term::Each} + ([PROVIDER_CHANGE_COST] or {Term::NOTHING}) }
    /// How a baseline line for all providers differs from those of single providers.
    PROVIDERS_DIFFERENCE: count("activity.{}.{}.providers-difference", "{}, {}: baseline of all providers less that of each", [SETTING, POINT])
        by("CR05", "the line for all providers − the lines of single providers", SHIFTS)
    /// The same for cost.
    PROVIDERS_COST_DIFFERENCE: money("cost.{}.{}.providers-difference", "{}, {}: baseline cost of all providers less that of each", [SETTING, POINT])
        by("CR05", "the line for all providers − the lines of single providers", SHIFTS)
    /// What a kind of activity has in the base year beyond its parts.
    BASELINE_LESS_PARTS: count("activity.{}.{}.baseline-less-parts", "{}, {}: baseline less that of its parts", [SETTING, POINT])
        by("CR05", "the baseline that the plan gives − the sum of its parts", SHIFTS)
    /// The same for cost.
    BASELINE_COST_LESS_PARTS: money("cost.{}.{}.baseline-less-parts", "{}, {}: baseline cost less that of its parts", [SETTING, POINT])
        by("CR05", "the baseline that the plan gives − the sum of its parts", SHIFTS)
    /// What the parts of a kind of activity make at one provider.
    PROVIDER_PARTS: count("provider-baseline.activity.{}.{}.{}.parts", "{}, {}, {}: parts of the baseline", [ORGANISATION, SETTING, POINT])
        by("CR05", "the sum of the parts at the provider, where several providers give the kind itself", SHIFTS)
    /// The same for cost.
    PROVIDER_PARTS_COST: money("provider-baseline.cost.{}.{}.{}.parts", "{}, {}, {}: parts of the baseline cost", [ORGANISATION, SETTING, POINT])
        by("CR05", "the sum of the parts at the provider, where several providers give the kind itself", SHIFTS)
    /// How a scheme's change for all providers differs from its changes at single ones.
    CHANGE_LESS_PROVIDERS: count("activity.scheme.{}.{}.{}.providers-difference", "{}: {}, {}, change at all providers less that at each", [SCHEME, SETTING, POINT])
        by("CR05", "the row for all providers − the rows of single providers", SHIFTS)
    /// The same for cost.
    CHANGE_COST_LESS_PROVIDERS: money("cost.scheme.{}.{}.{}.providers-difference", "{}: {}, {}, change in cost at all providers less that at each", [SCHEME, SETTING, POINT])
        by("CR05", "the row for all providers − the rows of single providers", SHIFTS)
    /// What all schemes change in activity.
    CHANGE: count("activity.{}.{}.change", "{}, {}: change", [SETTING, POINT])
        by("CR10", "the sum of what the schemes of each list change", SHIFTS)
    /// What all schemes change in cost.
    CHANGE_COST: money("cost.{}.{}.change", "{}, {}: change in cost", [SETTING, POINT])
        by("CR10", "the sum of what the schemes of each list change", SHIFTS)
    /// The planned activity.
    PLAN: count("activity.{}.{}.plan", "{}, {}: plan", [SETTING, POINT])
        by("CR10", "baseline + changes", SHIFTS)
    /// The planned cost.
    PLAN_COST: money("cost.{}.{}.plan", "{}, {}: planned cost", [SETTING, POINT])
        by("CR10", "baseline + changes", SHIFTS)
    /// What the schemes of a list change in activity.
    LIST_CHANGE: count("activity.list.{}.{}.{}.change", "{}: {}, {}, change", [LIST, SETTING, POINT])
        by("CR10", "the sum of the changes of the schemes of the list", SHIFTS)
    /// What the schemes of a list change in cost.
    LIST_CHANGE_COST: money("cost.list.{}.{}.{}.change", "{}: {}, {}, change in cost", [LIST, SETTING, POINT])
        by("CR10", "the sum of the changes of the schemes of the list", SHIFTS)
    /// The activity that would be planned if only the schemes of a list were carried out.
    LIST_PLAN: count("activity.list.{}.{}.{}.plan", "{} alone: {}, {}, plan", [LIST, SETTING, POINT])
        by("CR10", "baseline + changes of the schemes of the list", SHIFTS)
    /// The cost that would be planned if only the schemes of a list were carried out.
    LIST_PLAN_COST: money("cost.list.{}.{}.{}.plan", "{} alone: {}, {}, planned cost", [LIST, SETTING, POINT])
        by("CR10", "baseline + changes of the schemes of the list", SHIFTS)
    /// What the schemes of a list change in cost altogether.
    LIST_COST_TOTAL: money("cost.list.{}.change", "{}: change in cost", [LIST])
        by("CR10", "the sum of its schemes", SHIFTS)
    /// What a scheme changes in cost altogether.
    SCHEME_COST: money("cost.scheme.{}.change", "{}: change in cost", [SCHEME])
        by("CR10", "the sum of the changes in cost of the scheme", SHIFTS)
    /// The change in activity as a share of the baseline.
    PERCENT: percent("activity.{}.{}.change-percent", "{}, {}: change in per cent", [SETTING, POINT])
        by("CR21", "change ÷ baseline, or the percentage that the plan prints where it prints no baseline", OUTLOOK)
    /// The change in cost as a share of the baseline.
    PERCENT_COST: percent("cost.{}.{}.change-percent", "{}, {}: change in cost in per cent", [SETTING, POINT])
        by("CR21", "change ÷ baseline, or the percentage that the plan prints where it prints no baseline", OUTLOOK)
    /// The change in activity as arrows.
    ARROW: arrows("activity.{}.{}.arrow", "{}, {}: direction of change", [SETTING, POINT])
        by("CR22", "the band in which the change in per cent lies, rounded to a whole number, with its direction", "NHS Surrey, One Plan, l. 745-788")
}

use crate::calculation::{Fails, ORGANISATION, Term, Test, YEAR, figures, term};
use crate::rules::common_findings::{CONTROL_TOTAL_MISSED_BY_PLAN, PLANNED_DEFICIT, SAVINGS_ABOVE_SPENDING};
use crate::rules::finance::resource_limit::CONTROL_TOTAL;

const TABLE_2: &str = "Arden Cluster System Plan, l. 921-945";
const TABLE_3: &str = "Arden Cluster System Plan, l. 947-958";

figures! {
    /// The resource of a year.
    RESOURCE: money("medium-term.resource.{}", "Medium-term plan: resource, {}", [YEAR])
        by("CR03", "the amount that the plan gives", TABLE_2)
        { MediumTermYear [year] if (organisation empty) = resource }
    /// The expenditure of a year, negative as printed.
    EXPENDITURE: money("medium-term.expenditure.{}", "Medium-term plan: expenditure, {}", [YEAR])
        by("CR03", "the amount that the plan gives, negative", TABLE_2)
    /// The surplus of a year of the medium-term plan.
    SURPLUS: money("medium-term.surplus.{}", "Medium-term plan: surplus, {}", [YEAR])
        by("CR03", "resource + expenditure, which is negative", TABLE_2)
        { MediumTermYear [year] if (organisation empty) = resource + [EXPENDITURE] }
    /// The resource of an organisation in a year.
    RESOURCE_OF: money("medium-term.of.{}.{}.resource", "{}, medium-term plan: resource, {}", [ORGANISATION, YEAR])
        by("CR03", "the amount that the plan gives", TABLE_2)
        { MediumTermYear [organisation, year] = resource }
    /// The expenditure of an organisation in a year, negative as printed.
    EXPENDITURE_OF: money("medium-term.of.{}.{}.expenditure", "{}, medium-term plan: expenditure, {}", [ORGANISATION, YEAR])
        by("CR03", "the amount that the plan gives, negative", TABLE_2)
    /// The surplus of an organisation in a year.
    SURPLUS_OF: money("medium-term.of.{}.{}.surplus", "{}, medium-term plan: surplus, {}", [ORGANISATION, YEAR])
        by("CR03", "resource + expenditure, which is negative", TABLE_2)
        { MediumTermYear [organisation, year] = resource + [EXPENDITURE_OF] }
    /// What an organisation saves anew in a year.
    COMMISSIONER_QIPP_OF: money("medium-term.of.{}.{}.commissioner-qipp", "{}: commissioner QIPP, {}", [ORGANISATION, YEAR])
        by("CR27", "the amount that the plan gives", TABLE_2)
        { MediumTermYear [organisation, year] = commissioner_qipp }
    /// How the surplus stands to the control total.
    CONTROL_TOTAL_DIFFERENCE: money("medium-term.control-total-difference.{}", "Medium-term plan: surplus against the control total, {}", [YEAR])
        by("CR03", "surplus − control total", TABLE_2)
        { from SURPLUS [0] = {Term::Each} - [CONTROL_TOTAL] }
    /// What the commissioner saves anew in a year.
    COMMISSIONER_QIPP: money("medium-term.commissioner-qipp.{}", "Commissioner QIPP, {}", [YEAR])
        by("CR27", "the amount that the plan gives", TABLE_2)
    /// Tariff efficiency of a year.
    TARIFF_EFFICIENCY: money("medium-term.tariff-efficiency.{}", "Tariff efficiency, {}", [YEAR])
        by("CR57", "the amount that the plan gives", TABLE_2)
    /// What commissioner and providers save in a year.
    TOTAL_QIPP: money("medium-term.total-qipp.{}", "Commissioner QIPP and tariff efficiency, {}", [YEAR])
        by("CR27", "commissioner QIPP + tariff efficiency", TABLE_2)
        { from COMMISSIONER_QIPP [0] = {Term::Each} + [TARIFF_EFFICIENCY] }
    /// What had been saved before the first year.
    SAVED_BEFORE: money("medium-term.saved-before.{}", "Saved before {}", [YEAR])
        by("CR27", "the amount that the plan gives", TABLE_3)
    /// What the commissioner has to save to the end of a year.
    CUMULATIVE_QIPP: money("medium-term.cumulative-qipp.{}", "Commissioner QIPP, cumulative to {}", [YEAR])
        by("CR27", "what was saved before + commissioner QIPP of the years so far", TABLE_3)
    /// Tariff efficiency of an organisation in a year.
    TARIFF_EFFICIENCY_OF: money("medium-term.of.{}.{}.tariff-efficiency", "{}: tariff efficiency, {}", [ORGANISATION, YEAR])
        by("CR57", "the amount that the plan gives", TABLE_2)
        { MediumTermYear [organisation, year] = tariff_efficiency }
    /// What an organisation and its providers save in a year.
    TOTAL_QIPP_OF: money("medium-term.of.{}.{}.total-qipp", "{}: commissioner QIPP and tariff efficiency, {}", [ORGANISATION, YEAR])
        by("CR27", "commissioner QIPP + tariff efficiency", TABLE_2)
        { from COMMISSIONER_QIPP_OF [0, 1] = {Term::Each} + [TARIFF_EFFICIENCY_OF] }
    /// What an organisation had saved before the first year.
    SAVED_BEFORE_OF: money("medium-term.of.{}.{}.saved-before", "{}: saved before {}", [ORGANISATION, YEAR])
        by("CR27", "the amount that the plan gives", TABLE_3)
        { MediumTermYear [organisation, year] = saved_before }
    /// What an organisation has to save to the end of a year.
    CUMULATIVE_QIPP_OF: money("medium-term.of.{}.{}.cumulative-qipp", "{}: commissioner QIPP, cumulative to {}", [ORGANISATION, YEAR])
        by("CR27", "what was saved before + commissioner QIPP of the years so far", TABLE_3)
}

/// Expenditure is negative.
const ALL_THAT_IS_SPENT: Term = term!(PlanDetails, { Term::NOTHING } - [EXPENDITURE]);

pub(super) const TESTS: &[Test] = &[
    Test::of(&SURPLUS, Fails::Below(Term::NOTHING), &PLANNED_DEFICIT, "and a plan that balances has at least"),
    Test::of(&CONTROL_TOTAL_DIFFERENCE, Fails::Below(Term::NOTHING), &CONTROL_TOTAL_MISSED_BY_PLAN, "below"),
    Test::of(
        &COMMISSIONER_QIPP,
        Fails::Above(ALL_THAT_IS_SPENT),
        &SAVINGS_ABOVE_SPENDING,
        "more than is spent, which is",
    ),
];

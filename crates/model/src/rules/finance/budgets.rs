//! Budgets that are shared, and what of a budget goes to prevention.
//!
//! * CR49: prevention ÷ budget; planned − cap; contributions and what depends on targets − planned.

use crate::calculation::{Dimension, Fails, Ledger, Term, Test, figures, findings, run_formulas, run_tests};
use crate::parameters::PREVENTION_FLOOR;
use crate::plan::Table;

const BUDGET: Dimension = Dimension::Row(Table::SharedBudget);

figures! {
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
    /// What of a pooled budget depends on targets.
    PERFORMANCE: money("budget.{}.performance", "{}: part that depends on targets", [BUDGET])
        by("CR49", "the sum of the payments that are released as far as their targets are reached", "Better Care Fund, payment for performance 2015/16; agreed locally")
        { PerformancePayment [budget] = amount }
    /// What of a pooled budget does not depend on targets.
    CERTAIN: money("budget.{}.certain", "{}: plan without what depends on targets", [BUDGET])
        by("CR49", "planned − part that depends on targets", "Better Care Fund, payment for performance 2015/16; agreed locally")
        { SharedBudget [*] = planned - [PERFORMANCE] }
    /// What a pooled budget is short of its plan.
    CONTRIBUTIONS_LESS_PLAN: money("budget.{}.contributions-less-plan", "{}: contributions less plan", [BUDGET])
        by("CR49", "contributions + part that depends on targets − planned", "NHS Surrey, One Plan, l. 626, 432")
        { SharedBudget [*] = ([CONTRIBUTIONS] + ([PERFORMANCE] or {Term::NOTHING})) - planned }
}

findings! {
    /// Prevention has a smaller share of the budget than the plan sets itself.
    PREVENTION_BELOW_FLOOR: warning(
        "prevention-below-floor",
        "Spend more of the budget on prevention, or give in the table assumptions the share that the plan sets itself."
    )
    /// A budget is planned above its cap.
    BUDGET_ABOVE_CAP: warning("budget-above-cap", "Plan within the cap, or raise it.")
    /// More of a shared budget depends on performance than there is in it.
    PERFORMANCE_ABOVE_BUDGET: warning(
        "performance-above-budget",
        "Let no more depend on targets than the budget holds; look at the unit of each row."
    )
    /// The contributions to a shared budget are not what is planned for it.
    CONTRIBUTIONS_DIFFER: warning("contributions-differ", "Agree the contributions with the plan of the budget.")
}

const TESTS: &[Test] = &[
    Test::of(
        &PREVENTION,
        Fails::Below(Term::Parameter(&PREVENTION_FLOOR)),
        &PREVENTION_BELOW_FLOOR,
        "below the least that the plan sets itself,",
    ),
    Test::of(&OVER_CAP, Fails::Above(Term::NOTHING), &BUDGET_ABOVE_CAP, "above"),
    Test::of(&CERTAIN, Fails::Below(Term::NOTHING), &PERFORMANCE_ABOVE_BUDGET, "below"),
    Test::of(&CONTRIBUTIONS_LESS_PLAN, Fails::Differs(Term::NOTHING), &CONTRIBUTIONS_DIFFER, "not"),
];

/// Computes prevention and shared budgets.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    run_tests(ledger, TESTS);
}

//! Budgets that are shared, and what of a budget goes to prevention.
//!
//! * CR49: prevention ÷ budget; planned − cap; contributions − planned.

use crate::calculation::{Dimension, Fails, Ledger, Severity, Term, Test, figures, run_formulas, run_tests};
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
    /// What a pooled budget is short of its plan.
    CONTRIBUTIONS_LESS_PLAN: money("budget.{}.contributions-less-plan", "{}: contributions less plan", [BUDGET])
        by("CR49", "contributions − planned", "NHS Surrey, One Plan, l. 626, 432")
        { SharedBudget [*] = [CONTRIBUTIONS] - planned }
}

const TESTS: &[Test] = &[
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
        fails: Fails::Differs(Term::NOTHING),
        code: "contributions-differ",
        severity: Severity::Warning,
        says: "not",
        advice: "Agree the contributions with the plan of the budget.",
    },
];

/// Computes prevention and shared budgets.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    run_tests(ledger, TESTS);
}

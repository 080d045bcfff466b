//! What the members of the system plan to save, against the plan of the system.
//!
//! * CR05: plans of the members − total programme.

use crate::calculation::{Fails, Ledger, Severity, Term, Test, YEAR, figures, run_formulas, run_tests};
use crate::rules::savings::TOTAL_YEAR;

figures! {
    /// What the members of the system plan to save.
    CHILD_PLANS: money("child-plans.{}", "Plans of the members, {}", [YEAR])
        by("CR05", "the sum of the members", "Arden Cluster System Plan, l. 1619")
        { ChildPlan [year] = amount }
    /// The same against the plan of the system.
    CHILD_PLANS_DIFFERENCE: money("child-plans.difference.{}", "Plans of the members less the plan of the system, {}", [YEAR])
        by("CR05", "plans of the members − total programme", "Arden Cluster System Plan, l. 1619")
        { from CHILD_PLANS [0] = {Term::Each} - [TOTAL_YEAR] }
}

const TESTS: &[Test] = &[Test {
    of: &CHILD_PLANS_DIFFERENCE,
    fails: Fails::Differs(Term::NOTHING),
    code: "child-plans-differ",
    severity: Severity::Warning,
    says: "not",
    advice: "Find which member's plan is missing or counted twice.",
}];

/// Computes the plans of the members.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    run_tests(ledger, TESTS);
}

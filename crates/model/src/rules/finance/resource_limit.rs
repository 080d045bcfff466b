//! The resource limit: whether the framework stays within it, and the forecast within the control total.
//!
//! * CR03: planned surplus = resource limit − baseline proposal.

use crate::calculation::{Fails, Ledger, Severity, Term, Test, YEAR, figures, run_formulas, run_tests};
use crate::rules::framework::TOTAL_BASELINE;

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
}

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
];

/// Computes what is left of the resource limit.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    run_tests(ledger, TESTS);
}

//! Staff by group, at the start and in the plan.
//!
//! * CR39: change = plan − baseline, by group, by organisation and in all.

use crate::calculation::{Dimension, Ledger, ORGANISATION, Term, figures, run_formulas};
use crate::plan::Table;

const GROUP: Dimension = Dimension::Row(Table::StaffGroup);
const STAFF: &str = "Arden Cluster System Plan, l. 409-416";
const TRIANGLE: &str = "Arden Cluster System Plan, l. 362, 937; NHS Surrey, One Plan, l. 504";

figures! {
    /// The change of a group of staff.
    STAFF_CHANGE: number("workforce.group.{}.change", "{}: change", [GROUP])
        by("CR39", "plan − baseline", STAFF)
        { StaffGroup [*] = plan - baseline }
    /// The change of all groups of an organisation.
    STAFF_OF: number("workforce.{}.change", "{}: change of its staff", [ORGANISATION])
        by("CR39", "the sum of its groups", TRIANGLE)
        { StaffGroup [organisation] = plan - baseline }
    /// All staff at the start.
    STAFF_BASELINE: number("workforce.total.baseline", "All staff: baseline", [])
        by("CR39", "the sum of the groups", STAFF)
        { StaffGroup [] = baseline }
    /// All staff planned.
    STAFF_PLAN: number("workforce.total.plan", "All staff: plan", [])
        by("CR39", "the sum of the groups", STAFF)
        { StaffGroup [] = plan }
    /// The change of all staff.
    STAFF_CHANGE_ALL: number("workforce.total.change", "All staff: change", [])
        by("CR39", "the sum of the groups", STAFF)
        { sum of STAFF_CHANGE [] }
    /// The change of all staff in per cent.
    STAFF_PERCENT: percent("workforce.total.change-percent", "All staff: change in per cent", [])
        by("CR39", "change ÷ baseline", STAFF)
        { from STAFF_CHANGE_ALL [] = {Term::Each} / [STAFF_BASELINE] }
}

/// Computes the change of staff.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
}

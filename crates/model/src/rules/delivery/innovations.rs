//! Innovations that are proposed.
//!
//! * CR50: an innovation must be big enough, truly new and quick to do.

use crate::calculation::{Dimension, Finding, Ledger, Number, figures, findings};
use crate::plan::Table;

figures! {
    /// How many tests an innovation passes.
    TESTS_PASSED: count("innovation.{}.tests-passed", "{}: tests passed of three", [Dimension::Row(Table::InnovationProposal)])
        by("CR50", "how many of the three are passed", "NHS Surrey, One Plan, l. 625")
}

findings! {
    /// A proposal for innovation fails one of its three tests.
    INNOVATION_FAILS_A_TEST: information(
        "innovation-fails-a-test",
        "Say what makes it pass, or leave it: adopted is what is big enough, truly new and quick to do."
    )
}

/// Counts the tests that each innovation passes.
pub fn run(ledger: &mut Ledger<'_>) {
    for (row, proposal) in ledger.plan.innovation_proposals.iter() {
        let tests = [proposal.big_enough(), proposal.innovative(), proposal.quick()];
        if tests.iter().all(Option::is_none) {
            continue;
        }
        let passed = tests.iter().filter(|test| **test == Some(true)).count();
        let passed = Number::counted(passed, "tests passed");
        ledger.publish(&TESTS_PASSED, [row.index()], passed);
        let failed = tests.contains(&Some(false));
        if failed {
            ledger.report(|| {
                Finding::of(&INNOVATION_FAILS_A_TEST, format!("\"{}\" does not pass all three tests.", proposal.name()))
                    .at(Table::InnovationProposal, row.index(), "name")
            });
        }
    }
}

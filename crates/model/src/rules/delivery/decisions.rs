//! Decisions that are asked for.
//!
//! * CR50: a decision is due within six months.

use crate::calculation::{Dimension, Fails, Ledger, Number, Term, Test, figures, findings, run_formulas, run_tests};
use crate::parameters::DECISION_MONTHS;
use crate::plan::{DecisionOutcome, Table};
use crate::quantity::whole;

const DECISION: Dimension = Dimension::Row(Table::Decision);
const DECISIONS: &str = "NHS Surrey, One Plan, l. 598";

figures! {
    /// How many months a decision has been open, or took.
    MONTHS_OPEN: count("decision.{}.months-open", "{}: months open", [DECISION])
        by("CR50", "from when it was put to when it was decided, or to the day on which the plan is looked at", DECISIONS)
    /// How many decisions there are by outcome.
    OUTCOMES: count("decisions.{}", "Decisions: {}", [Dimension::Choice(DecisionOutcome::CHOICES)])
        by("CR50", "how many there are", DECISIONS)
        { Decision [outcome] = {Term::RowCount("one decision")} }
    /// How many decisions a body has.
    DECISIONS_OF: count("decisions.body.{}", "Decisions of {}", [Dimension::Row(Table::GovernanceBody)])
        by("CR50", "how many there are", "NHS Surrey, One Plan, l. 598-623")
        { Decision [body] = {Term::RowCount("one decision")} }
}

findings! {
    /// A decision is open for longer than the plan allows.
    DECISION_OVERDUE: warning("decision-overdue", "Decide, or put the question again.")
}

const TESTS: &[Test] =
    &[Test::of(&MONTHS_OPEN, Fails::Above(Term::Parameter(&DECISION_MONTHS)), &DECISION_OVERDUE, "more than the")];

/// Computes decisions, and how long they are open.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    decisions(ledger);
    run_tests(ledger, TESTS);
}

fn decisions(ledger: &mut Ledger<'_>) {
    let as_of = ledger.plan.details().and_then(|details| details.as_of());
    for (row, decision) in ledger.plan.decisions.iter() {
        let (Some(opened), Some(until)) = (decision.opened(), decision.decided().or(as_of)) else { continue };
        // Months that have begun count: from the 15th to the 15th is one month, and on the 16th the next has begun.
        let months = until.month().months_after(opened.month());
        let begun = if opened.months_later(months) < until { months + 1 } else { months };
        let months = Number::constant(whole(i64::from(begun.max(0))), "months that have begun");
        ledger.publish(&MONTHS_OPEN, [row.index()], months);
    }
}

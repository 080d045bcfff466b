//! Procedures of limited value: how many there are, what is paid for them, and how many are not funded.
//!
//! * CR58: paid = funded × price; not funded = requested − funded.

use crate::calculation::{Dimension, Ledger, Term, figures, run_formulas};
use crate::plan::{ProcedureClass, Table};

const FAST_STEADY_STOP: &str = "NHS Surrey, One Plan, l. 550, 614";

figures! {
    /// How many procedures there are of a class.
    PROCEDURES: count("procedures.{}", "Procedures: {}", [Dimension::Choice(ProcedureClass::CHOICES)])
        by("CR58", "how many there are", FAST_STEADY_STOP)
        { Procedure [class] = {Term::RowCount("one procedure")} }
    /// What the procedures of a class cost.
    PROCEDURES_PAID: money("procedures.{}.paid", "Procedures: {}, paid", [Dimension::Choice(ProcedureClass::CHOICES)])
        by("CR58", "funded × price", FAST_STEADY_STOP)
        { Procedure [class] = funded * price }
    /// How many procedures are not funded.
    NOT_FUNDED: count("procedure.{}.not-funded", "{}: requested and not funded", [Dimension::Row(Table::Procedure)])
        by("CR58", "requested − funded", FAST_STEADY_STOP)
        { Procedure [*] = requested - funded }
}

/// Computes procedures.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
}

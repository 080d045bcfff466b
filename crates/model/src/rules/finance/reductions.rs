//! Reductions of a cost by a share or an amount.
//!
//! * CR48: reduction = base × share, or what the plan gives; each year = reduction ÷ years.

use crate::calculation::{Dimension, Ledger, Term, figures, run_formulas};
use crate::plan::Table;

const REDUCTION: Dimension = Dimension::Row(Table::CostReduction);

figures! {
    /// By how much a cost is to fall.
    REDUCTION_AMOUNT: money("reduction.{}.amount", "{}: reduction", [REDUCTION])
        by("CR48", "the amount that the plan gives, or base × share", "NHS Surrey, One Plan, l. 1287")
        { CostReduction [*] = reduction else (base * rate) }
    /// The base of a reduction.
    REDUCTION_BASE: money("reduction.{}.base", "{}: base", [REDUCTION])
        by("CR48", "the base that the plan gives, or reduction ÷ share", "NHS Surrey, One Plan, l. 1287")
        { CostReduction [*] = base or (reduction / rate) }
    /// The share of a reduction.
    REDUCTION_SHARE: percent("reduction.{}.share", "{}: share of the base", [REDUCTION])
        by("CR48", "reduction ÷ base", "NHS Surrey, One Plan, l. 1287; Arden Cluster System Plan, l. 283")
        { from REDUCTION_AMOUNT [0] = {Term::Each} / [REDUCTION_BASE] }
    /// The reduction of a year, where it is spread evenly.
    REDUCTION_A_YEAR: money("reduction.{}.each-year", "{}: reduction of each year", [REDUCTION])
        by("CR48", "reduction ÷ years", "NHS Surrey, One Plan, l. 1287")
        { CostReduction [*] = [REDUCTION_AMOUNT] / years }
}

/// Computes reductions.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
}

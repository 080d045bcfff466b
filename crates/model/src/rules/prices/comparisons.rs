//! The same thing at another price elsewhere.
//!
//! * CR15: saving = (own price − other price) × number × length.

use crate::calculation::{Dimension, Ledger, Term, figures, run_formulas};
use crate::plan::Table;

const COMPARED: &str = "NHS Surrey, One Plan, l. 422";

figures! {
    /// What the same thing would cost less elsewhere.
    HARMONISED: money("price-comparison.{}.saving", "{}: saved at the other price", [Dimension::Row(Table::PriceComparison)])
        by("CR15", "(own price − other price) × number × length", COMPARED)
        { PriceComparison [*] = ((own_price - other_price) * volume) * (length or {Term::ONE}) }
    /// The own price against the other.
    ABOVE_OTHER: percent("price-comparison.{}.above-other", "{}: own price above the other", [Dimension::Row(Table::PriceComparison)])
        by("CR15", "(own price − other price) ÷ other price", COMPARED)
        { PriceComparison [*] = (own_price - other_price) / other_price }
}

/// Computes what the other price would save.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
}

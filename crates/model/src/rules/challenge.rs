//! The challenge: what would be spent if nothing were done, against the resource.
//!
//! * CR04: gap = spending at trend − resource, year by year and cumulative. Spending at trend
//!   grows each year by every driver, one upon the other or added up: demand, price, less efficiency. It is that of all
//!   services from the year in which the last of them begins.
//! * CR05: the challenge of a node is compared with the sum of its parts.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "spend_trends": [{"id": "all", "name": "All services", "base_year": "2011/12", "base": "1,000", "unit": "£m"}],
//!     "growth_drivers": [
//!         {"id": "demand", "name": "Demand", "kind": "demographic", "rate": "2%"},
//!         {"id": "prices", "name": "Prices", "kind": "price", "rate": "3%"}
//!     ],
//!     "medium_term_plan": [{"year": "2012/13", "resource": "1,020", "unit": "£m"}]
//! "#);
//! // 1,000 × 1.02 × 1.03 = 1,050.6
//! assert_eq!(outcome.text("challenge.spending-at-trend.2012-13"), "1050600000");
//! assert_eq!(outcome.text("challenge.counterfactual-gap.2012-13"), "30600000");
//! ```

mod kinds;
mod nodes;
mod trends;

pub use kinds::files;
pub use kinds::{
    ALL_YEARS, BY_TYPE, BY_TYPE_ALL_YEARS, CHALLENGE, COUNTERFACTUAL_GAP, CUMULATIVE_GAP, KINDS, PARTS, SPENDING,
    TREND_SPENDING,
};

use super::roll_up::roll_up;
use crate::calculation::{Ledger, findings, run_formulas, split_before};
use kinds::FORMULAS;

findings! {
    ..trends
}

/// Computes challenges by node and the gap from growth drivers.
pub fn run(ledger: &mut Ledger<'_>) {
    nodes::publish(ledger);
    let (first, rest) = split_before(FORMULAS, &BY_TYPE_ALL_YEARS);
    run_formulas(ledger, first);
    roll_up(ledger, &CHALLENGE, &PARTS, 1);
    run_formulas(ledger, rest);
    trends::run(ledger);
}

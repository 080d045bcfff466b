//! Organisations and the people they answer for.
//!
//! * CR64: the population of a cluster is the sum of its commissioners, of one date; a projection follows from
//!   base and growth.
//! * CR63: the shares of a commissioner's budget sum to the whole.
//! * CR47: a payment per head is the rate times the population.
//! * CR53: distance from target = actual − target; after the pace of change what is not closed.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "organisations": [
//!         {"id": "cluster", "name": "Cluster", "kind": "cluster"},
//!         {"id": "north", "name": "North", "kind": "commissioning-group", "parent": "cluster"},
//!         {"id": "south", "name": "South", "kind": "commissioning-group", "parent": "cluster"}
//!     ],
//!     "populations": [
//!         {"organisation": "north", "measure": "registered-population", "number": "183,653"},
//!         {"organisation": "south", "measure": "registered-population", "number": "271,512"}
//!     ],
//!     "per_head_payments": [
//!         {"id": "leads", "name": "Lead payment", "organisation": "cluster", "measure": "registered-population", "rate": "2", "unit": "£"}
//!     ],
//!     "population_projections": [
//!         {"id": "county", "name": "County", "horizon": "634,900", "increase": "100,000"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("population.sum.registered-population.cluster"), "455165");
//! assert_eq!(outcome.text("population.per-head.leads"), "910330");
//! assert_eq!(outcome.text("population.projection.county.base"), "534900");
//! ```

mod budgets;
mod dates;
mod kinds;

pub use kinds::files;
pub use kinds::{
    AUTHORISATION, BASE, COMPOUND, CRITERIA, CRITERIA_MET, DECISIONS, DISTANCE, DISTANCE_AFTER, FAIR_SHARE, FUNCTIONS,
    GHOSTS, GHOSTS_OF_PARTS, GROWTH, HORIZON, INCREASE, KINDS, LEVEL, LIST_CLEANING, OF_TYPE, PER_HEAD, POPULATION,
    POPULATION_OF_YEAR, SPEND, SPEND_SHARES, SUM,
};

use super::roll_up::roll_up;
use crate::calculation::{Ledger, Number, findings, run_formulas, run_tests, split_before};
use kinds::{FORMULAS, TESTS};

findings! {
    ..kinds
    ..dates
    ..budgets
}

/// Computes populations, payments, distances and states of commissioners.
pub fn run(ledger: &mut Ledger<'_>) {
    // Payments per head stand on the sums over parts, so these are computed first.
    let (first, rest) = split_before(FORMULAS, &INCREASE);
    run_formulas(ledger, first);
    dates::run(ledger);
    let (before, after) = split_before(rest, &LIST_CLEANING);
    run_formulas(ledger, before);
    roll_up(ledger, &GHOSTS, &GHOSTS_OF_PARTS, 0);
    run_formulas(ledger, after);
    compound(ledger);
    run_tests(ledger, TESTS);
    budgets::report(ledger);
}

/// Growth that goes on year after year.
fn compound(ledger: &mut Ledger<'_>) {
    /// A projection beyond this many years is not worked out.
    const LONGEST: i64 = 200;
    for (row, projection) in ledger.plan.population_projections.iter() {
        let (Some(first), Some(last), Some(growth)) =
            (projection.base_year(), projection.horizon_year(), projection.growth_per_year())
        else {
            continue;
        };
        let years = last.get().whole_number().zip(first.get().whole_number()).map(|(last, first)| last - first);
        let years = years.filter(|years| (1..=LONGEST).contains(years));
        let (Some(years), Some(base)) = (years, projection.base()) else { continue };
        let one = Number::the_whole();
        let growth = Number::cell(growth);
        let factor = one.plus(&growth);
        let mut population = Number::cell(base);
        for _ in 0..years {
            population = population.times(&factor);
        }
        ledger.publish(&COMPOUND, [row.index()], population);
    }
}

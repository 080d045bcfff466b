//! What follows from a plan: one file for each part of the model, in the order in which a plan
//! is read.
//!
//! To add a rule: write a file with its figure kinds and a function `run`, give it a test, and
//! add one line to the list below. The worked example of a rule is a test that runs.

pub mod activity;
pub mod cquin;
pub mod framework;
pub mod part_year;
pub mod savings;
pub mod schemes;
pub mod shifts;

use crate::calculation::{FigureKind, Finding, Ledger, Number, Series};
use crate::parameters::Parameters;
use crate::plan::Plan;

/// Lists the rules in the order in which they run: a rule sees the figures of those before it.
macro_rules! rules {
    ($($rule:ident,)*) => {
        /// Every kind of figure, in the order of the rules.
        pub fn figure_kinds() -> Vec<&'static FigureKind> {
            [$($rule::KINDS,)*].concat()
        }

        fn run_all<N: Number>(ledger: &mut Ledger<'_, N>) {
            $($rule::run(ledger);)*
        }
    };
}

rules! {
    savings,
    schemes,
    part_year,
    activity,
    shifts,
    cquin,
    framework,
}

/// Runs every rule over a plan with one kind of number.
pub fn run<N: Number>(plan: &Plan, parameters: &Parameters) -> (Vec<Series<N>>, Vec<Finding>) {
    let mut ledger = Ledger::new(plan, parameters);
    run_all(&mut ledger);
    ledger.finish(&figure_kinds())
}

//! What follows from a plan: one file for each part of the model, in the order in which a plan
//! is read.
//!
//! To add a rule: write a file with its figure kinds and a function `run`, give it a test, and
//! add one line to the list below. The worked example of a rule is a test that runs.

pub mod activity;
pub mod activity_rules;
pub mod capacity;
pub mod challenge;
pub mod consistency;
pub mod contracts;
pub mod cquin;
mod delays;
pub mod delivery;
pub mod evidence;
pub mod finance;
pub mod framework;
pub mod monitoring;
pub mod overlaps;
pub mod part_year;
pub mod population;
pub mod prices;
pub mod quality;
mod resolve;
pub mod risks;
mod roll_up;
pub mod savings;
pub mod schemes;
pub mod shifts;
pub mod time;

pub use resolve::resolve;

use crate::calculation::{FigureKind, Ledger, Run};
use crate::parameters::Parameters;
use crate::plan::Plan;
use std::sync::OnceLock;

/// The figure kinds of several files as one list.
const fn joined<const LENGTH: usize>(files: &[&[&'static FigureKind]]) -> [&'static FigureKind; LENGTH] {
    static NONE: FigureKind = FigureKind::number("", "", &[]);
    let mut all = [&NONE; LENGTH];
    let (mut places, mut files): (&mut [&'static FigureKind], _) = (&mut all, files);
    while let [kinds, others @ ..] = files {
        let (here, after) = places.split_at_mut(kinds.len());
        here.copy_from_slice(kinds);
        (places, files) = (after, others);
    }
    all
}

/// Makes the files of a folder one rule: they run, and their figures are listed, in the order in which they are
/// named.
macro_rules! in_order {
    ($($file:ident,)*) => {
        /// The figure kinds of this folder.
        pub const KINDS: &[&$crate::calculation::FigureKind] =
            &$crate::rules::joined::<{ 0 $(+ $file::KINDS.len())* }>(&[$($file::KINDS),*]);

        /// Computes what the files of this folder compute.
        pub fn run(ledger: &mut $crate::calculation::Ledger<'_>) {
            $($file::run(ledger);)*
        }
    };
}

use in_order;

/// Lists the rules in the order in which they run: a rule sees the figures of those before it.
macro_rules! rules {
    ($($rule:ident,)*) => {
        /// Every kind of figure, in the order of the rules.
        pub fn figure_kinds() -> &'static [&'static FigureKind] {
            static ALL: OnceLock<Vec<&'static FigureKind>> = OnceLock::new();
            ALL.get_or_init(|| [$($rule::KINDS,)*].concat())
        }

        fn run_all(ledger: &mut Ledger<'_>) {
            $(
                ledger.start_rule($rule::KINDS);
                $rule::run(ledger);
            )*
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
    population,
    challenge,
    finance,
    prices,
    contracts,
    activity_rules,
    quality,
    delivery,
    overlaps,
    capacity,
    time,
    risks,
    monitoring,
    evidence,
    consistency,
}

/// Runs every rule over a plan and gives its figures and findings.
pub fn run(plan: &Plan, parameters: &Parameters) -> Run {
    let mut ledger = Ledger::new(plan, parameters);
    run_all(&mut ledger);
    ledger.finish(figure_kinds())
}

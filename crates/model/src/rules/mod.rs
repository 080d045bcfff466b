//! What follows from a plan: one file for each part of the model, in the order in which a plan
//! is read.
//!
//! To add a rule: write a file with its figure kinds and a function `run`, give it a test, and
//! add one line to the list below. The worked example of a rule is a test that runs.

pub mod activity;
pub mod activity_rules;
pub mod beyond_resource;
pub mod capacity;
pub mod challenge;
pub(crate) mod common_findings;
pub mod consistency;
pub mod contracts;
pub mod cquin;
mod delays;
pub mod delivery;
pub(crate) mod empty_cells;
pub mod evidence;
pub mod finance;
mod folder;
pub mod framework;
pub mod monitoring;
mod months_given;
mod odd_digits;
mod odd_months;
pub mod overlaps;
pub mod part_year;
mod phasing;
pub mod population;
pub mod prices;
pub mod quality;
mod rings;
pub mod risks;
mod roll_up;
pub mod rows;
pub mod savings;
pub mod schemes;
pub mod shifts;
pub(crate) mod signs;
#[cfg(test)]
mod tests;
pub mod time;
mod titles;
pub mod two_places;
mod whole_and_parts;

use crate::calculation::{FigureKey, FigureKind, FigureNames, FindingFile, Ledger, RuleFile, Run};
use crate::pace::{Pace, Stage, at_once};
use crate::parameters::Parameters;
use crate::plan::{Ambiguous, Plan};
use folder::Step;
use std::sync::OnceLock;

/// The steps of a rule: of a folder one for each of its files.
macro_rules! steps_of {
    ($rule:ident) => {
        &[Step { kinds: $rule::KINDS, run: $rule::run }]
    };
    ($rule:ident folder) => {
        $rule::STEPS
    };
}

/// Lists the rules in the order in which they run: a rule sees the figures of those before it. A
/// rule that is a folder says so: its files run in the order in which it names them.
macro_rules! rules {
    ($($rule:ident $([$folder:ident])?,)*) => {
        /// Every kind of figure, in the order of the rules.
        pub fn figure_kinds() -> &'static [&'static FigureKind] {
            static ALL: OnceLock<Vec<&'static FigureKind>> = OnceLock::new();
            ALL.get_or_init(|| [$($rule::KINDS,)*].concat())
        }

        /// What every file of rules says as data, in the order in which they run: for what is written about all of
        /// them.
        pub fn files() -> Vec<&'static RuleFile> {
            [$($rule::files(),)*].concat()
        }

        /// What each file of rules reports, in the order in which they run.
        fn finding_files_of_rules() -> Vec<FindingFile> {
            [$($rule::finding_files(),)*].concat()
        }

        /// The steps of each rule.
        const STEPS: &[&[Step]] = &[$(steps_of!($rule $($folder)?)),*];
    };
}

rules! {
    savings,
    part_year,
    schemes,
    activity,
    shifts,
    cquin,
    framework,
    population,
    challenge,
    finance [folder],
    prices [folder],
    contracts,
    activity_rules,
    quality,
    delivery [folder],
    overlaps,
    capacity [folder],
    time [folder],
    risks,
    monitoring,
    evidence,
    rows [folder],
    consistency,
    beyond_resource,
    two_places,
}

/// Every kind of finding of the rules by the file that reports it: in the order in which they run, then what several
/// of them report in the same way.
pub fn finding_files() -> Vec<FindingFile> {
    let mut files = finding_files_of_rules();
    files.extend(common_findings::finding_files());
    files.extend(empty_cells::finding_files());
    files.extend(signs::finding_files());
    files.extend(months_given::finding_files());
    files.extend(phasing::finding_files());
    files.extend(odd_months::finding_files());
    files
}

/// The names of every kind of figure.
fn figure_names() -> &'static FigureNames {
    static NAMES: OnceLock<FigureNames> = OnceLock::new();
    NAMES.get_or_init(|| FigureNames::of(figure_kinds()))
}

/// The figure that an identifier names, for example `savings.programme.planned-care.2011-12`;
/// `None` if no rule computes such a figure for this plan.
pub fn resolve(plan: &Plan, id: &str) -> Option<FigureKey> {
    figure_names().find(plan, id)
}

/// Runs every rule over a plan and gives its figures and findings.
pub fn run(plan: &Plan, parameters: &Parameters) -> Run {
    at_once(run_in_slices(plan, parameters, &Pace::UNBROKEN))
}

/// The same, giving way between the files of the rules.
pub async fn run_in_slices(plan: &Plan, parameters: &Parameters, pace: &Pace<'_>) -> Run {
    // For the rules one row is about one thing, and no reference leads back to where it began.
    let ambiguous = Ambiguous::of(plan, pace).await;
    let decided = ambiguous.decided(plan);
    let mut ledger = Ledger::new(decided.as_ref().unwrap_or(plan), parameters, figure_names(), (plan, ambiguous));
    let of = STEPS.iter().map(|steps| steps.len()).sum();
    for (before, step) in STEPS.iter().copied().flatten().enumerate() {
        ledger.start_rule(step.kinds);
        (step.run)(&mut ledger);
        pace.reached(Stage::Computing { done: before + 1, of }).await;
    }
    ledger.finish(figure_kinds())
}

//! One quantity that a plan gives in two places: the two are held against each other.
//!
//! * CR62: what is printed in two places is held against each other. [`PAIRS`] lists them, each on one line: two kinds
//!   of figures about the same things. Every figure of the first kind is compared with that of the other about the
//!   same; where one of them is not there, or has no value, nothing is said. What rounding explains is not reported.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "settings": [{"id": "acute", "name": "Acute"}], "points_of_delivery": [{"id": "spells", "name": "Spells"}],
//!     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
//!     "schemes": [{"id": "cap", "name": "Cap", "list": "plan", "gross": "500", "unit": "£000"}],
//!     "activity_changes": [{"scheme": "cap", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided",
//!                           "activity": "-120", "cost": "-120", "unit": "£000"}]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "saving-differs-from-activity"));
//! ```

use super::activity::{BASELINE, BASELINE_COST, PROVIDER_BASELINE, PROVIDER_BASELINE_COST, SCHEME_COST};
use super::capacity::stays::{DAYS_GIVEN, DAYS_OF_SCHEME};
use super::finance::medium_term;
use super::finance::resource_limit::PLANNED_SURPLUS;
use super::prices::outturn::{OUTTURN, OUTTURN_COST, PROVIDER_OUTTURN, PROVIDER_OUTTURN_COST};
use super::schemes::{GROSS, NET};
use super::{challenge, part_year, population};
use crate::calculation::{FigureKind, FindingKind, Ledger, findings};
use crate::rules::common_findings::PARTS_DIFFER_FROM_WHOLE;
use crate::rules::folder::without_figures;

without_figures! {}

findings! {
    /// The planned surplus of the financial framework is not that of the medium-term plan.
    SURPLUS_DIFFERS: warning(
        "surplus-differs",
        "It is one surplus of one year: correct the framework or the medium-term plan, or say how they differ."
    )
    /// The outturn that follows from the months of the base year is not the baseline.
    OUTTURN_DIFFERS_FROM_BASELINE: warning(
        "outturn-differs-from-baseline",
        "The baseline is the forecast outturn of the base year: correct the months or the baseline, or say how else \
         the year was forecast."
    )
    /// What a scheme saves is not what its changes of activity cost less.
    SAVING_DIFFERS_FROM_ACTIVITY: warning(
        "saving-differs-from-activity",
        "A scheme saves what its activity costs less: correct the saving or the changes of cost, or say what else it \
         saves."
    )
    /// The bed days that a scheme changes are not those of the stays that it changes.
    BED_DAYS_DIFFER_FROM_STAYS: warning(
        "bed-days-differ-from-stays",
        "A stay that goes takes its days with it: correct the bed days, the stays, or their length."
    )
}

/// Nothing is computed: the outcome holds the pairs against each other, once it knows how far rounding reaches.
pub const fn run(_: &mut Ledger<'_>) {}

/// Two kinds of figures that say the same.
#[derive(Debug)]
pub struct Pair {
    /// The one kind.
    pub figure: &'static FigureKind,
    /// Other kinds about the same: it is enough if one of them agrees.
    pub or: &'static [&'static FigureKind],
    /// The kind with which it must agree.
    pub other: &'static FigureKind,
    /// Whether that has the opposite sign.
    pub opposite: bool,
    /// What is reported where the two differ.
    pub finding: &'static FindingKind,
    /// What to do then.
    pub advice: &'static str,
}

impl Pair {
    const fn of(figure: &'static FigureKind, other: &'static FigureKind, finding: &'static FindingKind) -> Self {
        Self { figure, or: &[], other, opposite: false, finding, advice: finding.advice }
    }

    const fn or(self, or: &'static [&'static FigureKind]) -> Self {
        Self { or, ..self }
    }

    const fn opposite(self) -> Self {
        Self { opposite: true, ..self }
    }

    const fn advise(self, advice: &'static str) -> Self {
        Self { advice, ..self }
    }
}

const WHICH_IS_RIGHT: &str = "Find which of the two is right, or say why they measure different things.";

/// Every quantity that is given in two places.
pub static PAIRS: &[Pair] = &[
    Pair::of(&challenge::CHALLENGE, &challenge::PARTS, &PARTS_DIFFER_FROM_WHOLE).advise(WHICH_IS_RIGHT),
    Pair::of(&population::POPULATION, &population::SUM, &PARTS_DIFFER_FROM_WHOLE).advise(WHICH_IS_RIGHT),
    Pair::of(&PLANNED_SURPLUS, &medium_term::SURPLUS, &SURPLUS_DIFFERS),
    Pair::of(&OUTTURN, &BASELINE, &OUTTURN_DIFFERS_FROM_BASELINE),
    Pair::of(&OUTTURN_COST, &BASELINE_COST, &OUTTURN_DIFFERS_FROM_BASELINE),
    Pair::of(&PROVIDER_OUTTURN, &PROVIDER_BASELINE, &OUTTURN_DIFFERS_FROM_BASELINE),
    Pair::of(&PROVIDER_OUTTURN_COST, &PROVIDER_BASELINE_COST, &OUTTURN_DIFFERS_FROM_BASELINE),
    Pair::of(&GROSS, &SCHEME_COST, &SAVING_DIFFERS_FROM_ACTIVITY).or(&[&NET, &part_year::FULL_YEAR]).opposite(),
    Pair::of(&DAYS_GIVEN, &DAYS_OF_SCHEME, &BED_DAYS_DIFFER_FROM_STAYS),
];

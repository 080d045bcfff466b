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
use crate::calculation::FigureKind;

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
    /// The finding where the two differ.
    pub code: &'static str,
    /// What to do.
    pub advice: &'static str,
}

impl Pair {
    const fn of(
        figure: &'static FigureKind,
        other: &'static FigureKind,
        code: &'static str,
        advice: &'static str,
    ) -> Self {
        Self { figure, or: &[], other, opposite: false, code, advice }
    }

    const fn or(self, or: &'static [&'static FigureKind]) -> Self {
        Self { or, ..self }
    }

    const fn opposite(self) -> Self {
        Self { opposite: true, ..self }
    }
}

const PARTS: (&str, &str) =
    ("parts-differ-from-whole", "Find which of the two is right, or say why they measure different things.");
const OUTTURN_DIFFERS: (&str, &str) = (
    "outturn-differs-from-baseline",
    "The baseline is the forecast outturn of the base year: correct the months or the baseline, or say how else the year was forecast.",
);

/// Every quantity that is given in two places.
pub static PAIRS: &[Pair] = &[
    Pair::of(&challenge::CHALLENGE, &challenge::PARTS, PARTS.0, PARTS.1),
    Pair::of(&population::POPULATION, &population::SUM, PARTS.0, PARTS.1),
    Pair::of(&PLANNED_SURPLUS, &medium_term::SURPLUS, "surplus-differs", "It is one surplus of one year: correct the framework or the medium-term plan, or say how they differ."),
    Pair::of(&OUTTURN, &BASELINE, OUTTURN_DIFFERS.0, OUTTURN_DIFFERS.1),
    Pair::of(&OUTTURN_COST, &BASELINE_COST, OUTTURN_DIFFERS.0, OUTTURN_DIFFERS.1),
    Pair::of(&PROVIDER_OUTTURN, &PROVIDER_BASELINE, OUTTURN_DIFFERS.0, OUTTURN_DIFFERS.1),
    Pair::of(&PROVIDER_OUTTURN_COST, &PROVIDER_BASELINE_COST, OUTTURN_DIFFERS.0, OUTTURN_DIFFERS.1),
    Pair::of(
        &GROSS,
        &SCHEME_COST,
        "saving-differs-from-activity",
        "A scheme saves what its activity costs less: correct the saving or the changes of cost, or say what else it saves.",
    )
    .or(&[&NET, &part_year::FULL_YEAR])
    .opposite(),
    Pair::of(
        &DAYS_GIVEN,
        &DAYS_OF_SCHEME,
        "bed-days-differ-from-stays",
        "A stay that goes takes its days with it: correct the bed days, the stays, or their length.",
    ),
];

//! One quantity that a plan gives in two places: the two are held against each other.
//!
//! * CR62: what is printed in two places is held against each other. [`PAIRS`] lists them, each on one line: two kinds
//!   of figures about the same things, or about things of which [`About`] says how the one follows from the other. Every
//!   figure of the first kind is compared with that of the other about the same; where one of them is not there, has no
//!   value or stands on no cell, nothing is said. What rounding explains is not reported.
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

use super::activity::{
    BASELINE, BASELINE_COST, PARTS_EXCEED_WHOLE, PROVIDER_BASELINE, PROVIDER_BASELINE_COST, PROVIDER_PARTS,
    PROVIDER_PARTS_COST, SCHEME_COST,
};
use super::activity_rules::{BIRTHS, ELIGIBLE, RULE_ABOVE_ACTIVITY};
use super::capacity::demand::GROWTH_BASE;
use super::capacity::room::TAKEN_NOW;
use super::capacity::stays::{DAYS_GIVEN, DAYS_OF_SCHEME};
use super::capacity::workforce::{POSITION_FOLLOWS, POSITION_GIVEN};
use super::contracts::{self, QIPP_IN, SCHEMES_GROSS as ON_CONTRACT_GROSS, SCHEMES_NET as ON_CONTRACT_NET};
use super::finance::providers::{
    CONTRACT_GIVEN, IMPROVEMENT_FOUND, IMPROVEMENT_MADE_UP, IMPROVEMENT_PLAN, IMPROVEMENT_PLANNED, INCOME_AFTER,
    PROVIDER_SURPLUS, SURPLUS_AFTER, TURNOVER,
};
use super::finance::resource_limit::{
    CONTROL_TOTAL_MISSED, CONTROL_TOTAL_OF, CONTROL_TOTAL_WITHOUT_FORECAST, FORECAST_SURPLUS_OF, PLANNED_SURPLUS,
    PLANNED_SURPLUS_OF, RESOURCE_LIMIT, RESOURCE_LIMIT_OF,
};
use super::finance::savings_delivery::REQUIREMENT;
use super::finance::{accounts, medium_term};
use super::framework::{OF_QIPP, SCHEMES_GROSS, SCHEMES_NET, YEAR_DEDUCTION};
use super::monitoring::{SAVING_PLAN_OF, SAVING_PLAN_OF_PART, SAVING_PLAN_OF_PROGRAMME, SAVING_PLAN_OF_SCHEME};
use super::prices::outturn::{
    COST_REACH, MONTHS_GIVEN, OUTTURN, OUTTURN_COST, PROVIDER_COST_REACH, PROVIDER_OUTTURN, PROVIDER_OUTTURN_COST,
    PROVIDER_REACH, REACH,
};
use super::quality::{ACTUAL_SHARE, COVERAGE};
use super::schemes::{AS_PLANNED, GROSS, NET, OF_GROSS, OF_IDENTIFIED, OF_NET, OF_PROGRAMME};
use super::{challenge, part_year, population, savings};
use crate::calculation::{FigureIndex, FigureKey, FigureKind, FindingKind, Ledger, findings};
use crate::plan::{AccountSide, ChallengeKind, MovementReason, Plan, Relation, SavingPart};
use crate::rules::common_findings::{CONTROL_TOTAL_MISSED_BY_PLAN, PARTS_DIFFER_FROM_WHOLE};
use crate::rules::folder::without_figures;

without_figures! {}

findings! {
    /// The planned surplus of one year is not the same in the financial framework, the medium-term plan, the account of
    /// income and expenditure and the finances of a provider.
    SURPLUS_DIFFERS: warning(
        "surplus-differs",
        "It is one surplus of one year: correct the one or the other place, or settle the finding with a note of how \
         they differ."
    )
    /// The surplus that a provider forecasts is not the same beside its control total and in its finances.
    FORECAST_SURPLUS_DIFFERS: warning(
        "forecast-surplus-differs",
        "It is one forecast of one year: correct the one beside the control total or the one in the finances of the \
         provider, or settle the finding with a note of how they differ."
    )
    /// The turnover or costs of a provider are neither the income nor the expenditure of its account of the year.
    TURNOVER_DIFFERS: warning(
        "turnover-differs",
        "It is one turnover of one year, and cost improvements are held against it: correct it or the account, or say what \
         the one holds and the other does not."
    )
    /// The resource of a year is not the same in the medium-term plan and in the resource limits.
    RESOURCE_DIFFERS: warning(
        "resource-differs",
        "It is one resource of one year: correct the medium-term plan or the resource limit, or settle the finding \
         with a note of what the one holds and the other does not."
    )
    /// What the commissioner saves in a year is not the same in two places of the plan.
    COMMISSIONER_SAVINGS_DIFFER: warning(
        "commissioner-savings-differ",
        "It is one saving of one year: correct one of the two places, or settle the finding with a note of what the \
         one holds and the other does not."
    )
    /// The lists of an organisation do not save what it plans to improve its costs by, or what it says there are schemes for.
    IMPROVEMENT_DIFFERS_FROM_SCHEMES: warning(
        "improvement-differs-from-schemes",
        "Correct the planned cost improvement or the schemes of its lists; what has no scheme yet stands in a list as a \
         scheme that is unidentified."
    )
    /// The parts of a cost improvement in per cent of costs do not make what is planned.
    IMPROVEMENT_DIFFERS_FROM_PARTS: warning(
        "improvement-differs-from-parts",
        "Give every part of the cost improvement, or correct the planned improvement or the turnover."
    )
    /// What an organisation has to save in a year is not what it plans to save in another place of the plan.
    REQUIREMENT_DIFFERS: warning(
        "requirement-differs",
        "Correct the requirement or the other place, or settle the finding with a note of what of the requirement is \
         not planned or not followed."
    )
    /// The contract of a provider is not what the contracts with it come to: neither before nor after what schemes take
    /// out of it, neither with nor without CQUIN, nor with any one of the commissioners that host them.
    CONTRACT_OF_PROVIDER_DIFFERS: warning(
        "contract-of-provider-differs",
        "Correct the contract of the provider or one of the contracts with it, give each its year, or settle the \
         finding with a note of what the one holds and the other does not."
    )
    /// The savings that are written into a contract are not what its schemes save.
    CONTRACT_SAVINGS_DIFFER: warning(
        "contract-savings-differ",
        "Correct the savings of the contract or of its schemes; what has no scheme yet is a scheme that is unidentified."
    )
    /// The plan of monitored lines is not the saving of the scheme or programme that they name.
    MONITORED_SAVING_DIFFERS: warning(
        "monitored-saving-differs",
        "The months are held against this plan: correct it or the saving, or follow what is missing in a line of its \
         own."
    )
    /// The outturn that follows from the months of the base year is not the baseline.
    OUTTURN_DIFFERS_FROM_BASELINE: warning(
        "outturn-differs-from-baseline",
        "The baseline is the forecast outturn of the base year: correct the months or the baseline, or settle the \
         finding with a note of how else the year was forecast."
    )
    /// Activity grows from another number than its baseline.
    BASE_OF_GROWTH_DIFFERS: warning(
        "base-of-growth-differs",
        "Activity grows from what it is in the base year: correct the base or the baseline, or leave the base empty."
    )
    /// A setting is said to take less now than the baseline has there.
    LESS_TAKEN_THAN_BASELINE: warning(
        "less-taken-than-baseline",
        "What there is room for stands on it: correct what is taken now or the baseline, or leave the first empty."
    )
    /// What a scheme saves is not what its changes of activity cost less.
    SAVING_DIFFERS_FROM_ACTIVITY: warning(
        "saving-differs-from-activity",
        "A scheme saves what its activity costs less: correct the saving or the changes of cost, or settle the \
         finding with a note of what else it saves."
    )
    /// A population grows to one number by the growth to its horizon, and to another by the growth of each year.
    PROJECTION_DIFFERS: warning(
        "projection-differs",
        "It is one growth: correct the growth to the horizon or that of each year, or give one of them."
    )
    /// Where a measure stands is not how many of how many it counts.
    MEASURE_DIFFERS_FROM_COUNT: warning(
        "measure-differs-from-count",
        "It is one share: correct where it is, or how many of how many are counted."
    )
    /// How many staff are in post in a year is not what follows from the year before.
    POSITION_DIFFERS: warning(
        "position-differs",
        "Correct it, or the position and the increase of the year before; the year can also be left to follow."
    )
    /// The bed days that a scheme changes are not those of the stays that it changes.
    BED_DAYS_DIFFER_FROM_STAYS: warning(
        "bed-days-differ-from-stays",
        "A stay that goes takes its days with it: correct the bed days, the stays, or their length."
    )
}

/// Nothing is computed: the outcome holds the pairs against each other, once it knows how far rounding reaches.
pub const fn run(_: &mut Ledger<'_>) {}

/// What the other figure of a pair is about, seen from what the first is about.
#[derive(Clone, Copy, Debug)]
pub enum About {
    /// The same things.
    Same,
    /// One word of a choice, by its position, and then the same things.
    OneOf(u32),
    /// The same things, and then one word of a choice.
    In(u32),
    /// The same things, and the first year of the plan.
    InFirstYear,
}

impl About {
    /// The index of the other figure; nothing where the plan does not say of which year it is.
    pub fn index(self, figure: FigureKey, plan: &Plan) -> Option<FigureIndex> {
        let mut index = figure.index;
        match self {
            Self::Same => {}
            Self::OneOf(word) => index = FigureIndex::new([word, index.get(0), index.get(1), index.get(2)]),
            Self::In(word) => index.set(figure.kind.dimensions.len(), word),
            Self::InFirstYear => {
                let year = plan.details()?.first_year();
                index.set(figure.kind.dimensions.len(), u32::from(year.start()));
            }
        }
        Some(index)
    }
}

/// Two kinds of figures that say the same.
#[derive(Debug)]
pub struct Pair {
    /// The one kind.
    pub figure: &'static FigureKind,
    /// Other kinds about the same: it is enough if one of them agrees.
    pub or: &'static [&'static FigureKind],
    /// The kind with which it must agree.
    pub other: &'static FigureKind,
    /// Other kinds about the same with which it is enough to agree, and kinds about a part of it: with any one part.
    pub or_other: &'static [&'static FigureKind],
    /// In how many of what they are about those must be the same; nothing for all of what the other kind is about.
    pub or_within: Option<usize>,
    /// About the same as the one kind: what must be there too, so that the other is whole.
    pub only_with: Option<&'static FigureKind>,
    /// What that is about, where it is not the same.
    pub about: About,
    /// How the one must stand to the other.
    pub relation: Relation,
    /// Whether that has the opposite sign.
    pub opposite: bool,
    /// About the same as the one kind: how far the two may lie apart besides what rounding explains.
    pub within: Option<&'static FigureKind>,
    /// Where the first is a year that is reckoned from some of its months: how many there are, about the same without what
    /// comes first.
    pub months: Option<&'static FigureKind>,
    /// What is reported where the two differ.
    pub finding: &'static FindingKind,
    /// What to do then.
    pub advice: &'static str,
}

impl Pair {
    const fn of(figure: &'static FigureKind, other: &'static FigureKind, finding: &'static FindingKind) -> Self {
        Self {
            figure,
            or: &[],
            other,
            or_other: &[],
            or_within: None,
            only_with: None,
            about: About::Same,
            relation: Relation::Same,
            opposite: false,
            within: None,
            months: None,
            finding,
            advice: finding.advice,
        }
    }

    const fn or(self, or: &'static [&'static FigureKind]) -> Self {
        Self { or, ..self }
    }

    const fn or_other(self, or_other: &'static [&'static FigureKind]) -> Self {
        Self { or_other, ..self }
    }

    const fn or_other_within(self, or_other: &'static [&'static FigureKind], same: usize) -> Self {
        Self { or_other, or_within: Some(same), ..self }
    }

    const fn only_with(self, kind: &'static FigureKind) -> Self {
        Self { only_with: Some(kind), ..self }
    }

    const fn about(self, about: About) -> Self {
        Self { about, ..self }
    }

    const fn opposite(self) -> Self {
        Self { opposite: true, ..self }
    }

    const fn at_least(self) -> Self {
        Self { relation: Relation::AtLeast, ..self }
    }

    const fn at_most(self) -> Self {
        Self { relation: Relation::AtMost, ..self }
    }

    const fn within(self, reach: &'static FigureKind) -> Self {
        Self { within: Some(reach), ..self }
    }

    const fn of_months(self, months: &'static FigureKind) -> Self {
        Self { months: Some(months), ..self }
    }

    const fn advise(self, advice: &'static str) -> Self {
        Self { advice, ..self }
    }
}

const COMMISSIONER: About = About::OneOf(SavingPart::Commissioner as u32);

const CHALLENGE_REQUIRED: About = About::OneOf(ChallengeKind::Requirement as u32);

const INCOME: About = About::In(AccountSide::Income as u32);

const QIPP: About = About::In(MovementReason::Qipp as u32);

const WHICH_IS_RIGHT: &str =
    "Find which of the two is right, or settle the finding with a note why they measure different things.";

/// Every quantity that is given in two places.
pub static PAIRS: &[Pair] = &[
    Pair::of(&challenge::CHALLENGE, &challenge::PARTS, &PARTS_DIFFER_FROM_WHOLE).advise(WHICH_IS_RIGHT),
    Pair::of(&population::POPULATION, &population::SUM, &PARTS_DIFFER_FROM_WHOLE).advise(WHICH_IS_RIGHT),
    Pair::of(&population::HORIZON, &population::COMPOUND, &PROJECTION_DIFFERS),
    Pair::of(&medium_term::RESOURCE, &RESOURCE_LIMIT, &RESOURCE_DIFFERS),
    Pair::of(&medium_term::RESOURCE_OF, &RESOURCE_LIMIT_OF, &RESOURCE_DIFFERS),
    Pair::of(&PLANNED_SURPLUS, &medium_term::SURPLUS, &SURPLUS_DIFFERS),
    Pair::of(&PLANNED_SURPLUS_OF, &medium_term::SURPLUS_OF, &SURPLUS_DIFFERS),
    Pair::of(&accounts::OF_NET_PLAN, &PLANNED_SURPLUS_OF, &SURPLUS_DIFFERS),
    Pair::of(&accounts::OF_NET_PLAN, &medium_term::SURPLUS_OF, &SURPLUS_DIFFERS),
    Pair::of(&accounts::NET_PLAN_SURPLUS, &PLANNED_SURPLUS, &SURPLUS_DIFFERS).about(About::InFirstYear),
    Pair::of(&accounts::NET_PLAN_SURPLUS, &medium_term::SURPLUS, &SURPLUS_DIFFERS).about(About::InFirstYear),
    Pair::of(&accounts::OF_NET_PLAN, &PROVIDER_SURPLUS, &SURPLUS_DIFFERS).or_other(&[&SURPLUS_AFTER]),
    Pair::of(&FORECAST_SURPLUS_OF, &PROVIDER_SURPLUS, &FORECAST_SURPLUS_DIFFERS),
    Pair::of(&TURNOVER, &accounts::OF_PLAN, &TURNOVER_DIFFERS)
        .about(INCOME)
        .or_other_within(&[&accounts::OF_PLAN], 2)
        .only_with(&accounts::OF_NET_PLAN),
    Pair::of(&accounts::OF_NET_PLAN, &CONTROL_TOTAL_OF, &CONTROL_TOTAL_MISSED_BY_PLAN).at_least(),
    Pair::of(&medium_term::SURPLUS_OF, &CONTROL_TOTAL_OF, &CONTROL_TOTAL_MISSED_BY_PLAN).at_least(),
    Pair::of(&PROVIDER_SURPLUS, &CONTROL_TOTAL_WITHOUT_FORECAST, &CONTROL_TOTAL_MISSED).at_least(),
    Pair::of(&medium_term::COMMISSIONER_QIPP, &savings::PART_YEAR, &COMMISSIONER_SAVINGS_DIFFER).about(COMMISSIONER),
    Pair::of(&medium_term::COMMISSIONER_QIPP_OF, &savings::OF_COMMISSIONER, &COMMISSIONER_SAVINGS_DIFFER),
    Pair::of(&OF_GROSS, &OF_QIPP, &COMMISSIONER_SAVINGS_DIFFER).or(&[&OF_NET]).opposite(),
    Pair::of(&SCHEMES_GROSS, &YEAR_DEDUCTION, &COMMISSIONER_SAVINGS_DIFFER).or(&[&SCHEMES_NET]).about(QIPP).opposite(),
    Pair::of(&OF_GROSS, &IMPROVEMENT_PLAN, &IMPROVEMENT_DIFFERS_FROM_SCHEMES).or(&[&OF_NET]),
    Pair::of(&OF_IDENTIFIED, &IMPROVEMENT_FOUND, &IMPROVEMENT_DIFFERS_FROM_SCHEMES).or(&[&OF_GROSS, &OF_NET]),
    Pair::of(&IMPROVEMENT_MADE_UP, &IMPROVEMENT_PLANNED, &IMPROVEMENT_DIFFERS_FROM_PARTS),
    Pair::of(&REQUIREMENT, &IMPROVEMENT_PLAN, &REQUIREMENT_DIFFERS),
    Pair::of(&REQUIREMENT, &medium_term::COMMISSIONER_QIPP_OF, &REQUIREMENT_DIFFERS),
    Pair::of(&REQUIREMENT, &SAVING_PLAN_OF, &REQUIREMENT_DIFFERS),
    Pair::of(&REQUIREMENT, &challenge::CHALLENGE, &REQUIREMENT_DIFFERS).about(CHALLENGE_REQUIRED),
    Pair::of(&CONTRACT_GIVEN, &contracts::OF_PROVIDER, &CONTRACT_OF_PROVIDER_DIFFERS)
        .or(&[&INCOME_AFTER])
        .or_other(&[&contracts::OF_PROVIDER_WITH_CQUIN, &contracts::OF_PROVIDER_BY_HOST]),
    Pair::of(&ON_CONTRACT_GROSS, &QIPP_IN, &CONTRACT_SAVINGS_DIFFER).or(&[&ON_CONTRACT_NET]),
    Pair::of(&GROSS, &SAVING_PLAN_OF_SCHEME, &MONITORED_SAVING_DIFFERS).or(&[&NET, &AS_PLANNED]),
    Pair::of(&OF_PROGRAMME, &SAVING_PLAN_OF_PART, &MONITORED_SAVING_DIFFERS),
    Pair::of(&SAVING_PLAN_OF_PROGRAMME, &savings::PROGRAMME_YEAR, &MONITORED_SAVING_DIFFERS),
    Pair::of(&OUTTURN, &BASELINE, &OUTTURN_DIFFERS_FROM_BASELINE).within(&REACH).of_months(&MONTHS_GIVEN),
    Pair::of(&OUTTURN_COST, &BASELINE_COST, &OUTTURN_DIFFERS_FROM_BASELINE)
        .within(&COST_REACH)
        .of_months(&MONTHS_GIVEN),
    Pair::of(&PROVIDER_OUTTURN, &PROVIDER_BASELINE, &OUTTURN_DIFFERS_FROM_BASELINE)
        .within(&PROVIDER_REACH)
        .of_months(&MONTHS_GIVEN),
    Pair::of(&PROVIDER_OUTTURN_COST, &PROVIDER_BASELINE_COST, &OUTTURN_DIFFERS_FROM_BASELINE)
        .within(&PROVIDER_COST_REACH)
        .of_months(&MONTHS_GIVEN),
    Pair::of(&PROVIDER_PARTS, &PROVIDER_BASELINE, &PARTS_EXCEED_WHOLE).at_most(),
    Pair::of(&PROVIDER_PARTS_COST, &PROVIDER_BASELINE_COST, &PARTS_EXCEED_WHOLE).at_most(),
    Pair::of(&GROWTH_BASE, &PROVIDER_BASELINE, &BASE_OF_GROWTH_DIFFERS),
    Pair::of(&TAKEN_NOW, &BASELINE, &LESS_TAKEN_THAN_BASELINE).at_least(),
    Pair::of(&GROSS, &SCHEME_COST, &SAVING_DIFFERS_FROM_ACTIVITY).or(&[&NET, &part_year::FULL_YEAR]).opposite(),
    Pair::of(&ELIGIBLE, &BIRTHS, &RULE_ABOVE_ACTIVITY).at_most(),
    Pair::of(&COVERAGE, &ACTUAL_SHARE, &MEASURE_DIFFERS_FROM_COUNT),
    Pair::of(&POSITION_GIVEN, &POSITION_FOLLOWS, &POSITION_DIFFERS),
    Pair::of(&DAYS_GIVEN, &DAYS_OF_SCHEME, &BED_DAYS_DIFFER_FROM_STAYS),
];

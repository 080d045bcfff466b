//! Dated parameters: the numbers that rules need and that no plan has to print.
//!
//! Each value carries the years in which it holds, its unit and where it comes from. A plan can
//! replace any of them in its table `assumptions`; what was replaced stays visible.

/// Defines parameters and lists them.
macro_rules! parameter {
    ($($(#[doc = $doc:literal])* $name:ident = $id:literal, $unit:ident, $about:literal, [$($value:expr),* $(,)?];)*) => {
        $(
            $(#[doc = $doc])*
            pub static $name: super::Parameter = super::Parameter {
                id: $id,
                about: $about,
                unit: ParameterUnit::$unit,
                values: &[$($value),*],
            };
        )*
        pub(super) const PARAMETERS: &[&super::Parameter] = &[$(&$name),*];
    };
}

mod activity;
mod capacity;
mod contracts;
mod cquin;
mod delivery;
mod finance;

pub use activity::{
    CAESAREAN_CAP, MARGINAL_RATE, OUTTURN_MONTHS, READMISSION_ELECTIVE, READMISSION_EMERGENCY, THREE_ARROWS_FROM,
    TWO_ARROWS_FROM,
};
pub use capacity::{BED_OCCUPANCY, BEDS_FOLLOW_FROM, JOB_UPTAKE, OUTLIER_FROM};
pub use contracts::{GAIN_SHARE, VARIABLE_RATE, VOLUME_RATE};
pub use cquin::{CQUIN_RATE, SCORE_POINTS};
pub use delivery::{AMBER_FROM, DECISION_MONTHS, DELIVERY_AMBER, RED_FROM, TARGET_AMBER};
pub use finance::{
    COSTS_THAT_FOLLOW, IMPROVEMENT_FLOOR, PREVENTION_FLOOR, PRIORITY_SHARE_FROM, PRIORITY_SHARE_TO,
    PROGRAMME_TOLERANCE, RESERVE_RATE,
};

use crate::plan::{CellAddress, FinancialYear, Plan, Table, shortened};
use crate::quantity::{Decimal, Digits, Rate};

/// In what unit a parameter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterUnit {
    /// A percentage with its sign; the rule sees the fraction.
    Rate,
    /// A number.
    Number,
}

/// How sure it is that a value is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Read in the source that is named.
    Verified,
    /// Common practice that is not confirmed by a source: an assumption, to be looked at.
    Assumed,
    /// Given by the plan itself.
    PlanAssumption,
}

impl Standing {
    /// The word for it on the page and in exports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Verified => "from a source",
            Self::Assumed => "assumption",
            Self::PlanAssumption => "assumption of this plan",
        }
    }
}

/// A value that holds from one year to another, both included.
#[derive(Clone, Copy, Debug)]
pub struct DatedValue {
    /// The calendar year in which the first financial year starts.
    pub from: u16,
    /// The calendar year in which the last financial year starts; open where there is none.
    pub to: Option<u16>,
    /// The value as written in the source.
    pub value: &'static str,
    /// How sure it is.
    pub standing: Standing,
    /// Where it comes from.
    pub source: &'static str,
}

/// A parameter with its values over time.
#[derive(Debug)]
pub struct Parameter {
    /// The identifier, for example `cquin-rate`.
    pub id: &'static str,
    /// What it is.
    pub about: &'static str,
    /// The unit.
    pub unit: ParameterUnit,
    /// The values, earliest first.
    pub values: &'static [DatedValue],
}

/// A parameter in one year: what a rule calculates with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterValue {
    /// The identifier of the parameter.
    pub id: &'static str,
    /// What it is.
    pub about: &'static str,
    /// The value: a fraction for a rate.
    pub number: Decimal,
    /// The value as written.
    pub written: String,
    /// How sure it is.
    pub standing: Standing,
    /// Where it comes from.
    pub source: String,
    /// The cell of the plan that gives it, if it does.
    pub cell: Option<CellAddress>,
}

/// The parameters of each file of this folder. To add one, write it in its file.
const FILES: &[&[&Parameter]] = &[
    cquin::PARAMETERS,
    activity::PARAMETERS,
    contracts::PARAMETERS,
    finance::PARAMETERS,
    capacity::PARAMETERS,
    delivery::PARAMETERS,
];

/// Every parameter of the model.
pub fn all() -> impl Iterator<Item = &'static Parameter> {
    FILES.iter().copied().flatten().copied()
}

const fn verified(from: u16, to: Option<u16>, value: &'static str, source: &'static str) -> DatedValue {
    DatedValue { from, to, value, standing: Standing::Verified, source }
}

const fn assumed(from: u16, to: Option<u16>, value: &'static str, source: &'static str) -> DatedValue {
    DatedValue { from, to, value, standing: Standing::Assumed, source }
}

/// The parameters as one plan uses them.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    assumed: Vec<Assumed>,
    problems: Vec<AssumptionProblem>,
}

/// A row of the table `assumptions` that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssumptionProblem {
    /// Which check found it, in words with hyphens.
    pub code: &'static str,
    /// The cell.
    pub place: CellAddress,
    /// What was found.
    pub message: String,
    /// What to do.
    pub advice: &'static str,
}

#[derive(Clone, Debug)]
struct Assumed {
    from: Option<FinancialYear>,
    value: ParameterValue,
}

impl ParameterUnit {
    fn read(self, text: &str) -> Option<Decimal> {
        match self {
            Self::Rate => Rate::read(text).ok().map(Rate::fraction),
            Self::Number => Digits::read(text).ok().map(Digits::number),
        }
    }
}

impl Parameters {
    /// The parameters with what the plan assumes in their place.
    pub fn of(plan: &Plan) -> Self {
        let mut parameters = Self::default();
        for (row, assumption) in plan.assumptions.iter() {
            let place = |column| CellAddress { table: Table::Assumption, row: row.index(), column };
            let name = assumption.parameter();
            let Some(parameter) = all().find(|parameter| parameter.id == name) else {
                let known: Vec<&str> = all().map(|parameter| parameter.id).collect();
                parameters.problems.push(AssumptionProblem {
                    code: "unknown-parameter",
                    place: place("parameter"),
                    message: format!("The model has no parameter \"{name}\". It has {}.", known.join(", ")),
                    advice: "Correct the name, or take the row out.",
                });
                continue;
            };
            let Some(number) = parameter.unit.read(assumption.value()) else {
                parameters.problems.push(AssumptionProblem {
                    code: "unusable-assumption",
                    place: place("value"),
                    message: format!("\"{}\" is not a value for {name}.", shortened(assumption.value())),
                    advice: "Write a percentage with its sign, such as 1.5%, or a number.",
                });
                continue;
            };
            let value = ParameterValue {
                id: parameter.id,
                about: parameter.about,
                number,
                written: assumption.value().to_owned(),
                standing: Standing::PlanAssumption,
                source: assumption.reason().unwrap_or("no reason is given in the plan").to_owned(),
                cell: Some(place("value")),
            };
            let from = assumption.from().and_then(crate::quantity::Date::financial_year);
            let given = |other: &Assumed| other.value.id == parameter.id && other.from == from;
            if parameters.assumed.iter().any(given) {
                parameters.problems.push(AssumptionProblem {
                    code: "assumption-given-twice",
                    place: place("parameter"),
                    message: format!("The plan assumes {name} twice for the same time; the first row counts."),
                    advice: "Take one of the two out, or give the day from which it holds.",
                });
                continue;
            }
            parameters.assumed.push(Assumed { from, value });
        }
        parameters
    }

    /// A parameter in a year: what the plan assumes, or else the dated value of the model.
    pub fn value(&self, parameter: &Parameter, year: FinancialYear) -> Option<ParameterValue> {
        let assumed = self
            .assumed
            .iter()
            .filter(|assumed| assumed.value.id == parameter.id && assumed.from.is_none_or(|from| from <= year))
            .max_by_key(|assumed| assumed.from);
        if let Some(assumed) = assumed {
            return Some(assumed.value.clone());
        }
        let start = year.start();
        let dated =
            parameter.values.iter().find(|dated| dated.from <= start && dated.to.is_none_or(|to| start <= to))?;
        Some(ParameterValue {
            id: parameter.id,
            about: parameter.about,
            number: parameter.unit.read(dated.value)?,
            written: dated.value.to_owned(),
            standing: dated.standing,
            source: dated.source.to_owned(),
            cell: None,
        })
    }

    /// What is wrong with the assumptions of the plan.
    pub fn problems(&self) -> &[AssumptionProblem] {
        &self.problems
    }
}

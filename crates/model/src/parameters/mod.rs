//! Dated parameters: the numbers that rules need and that no plan has to print.
//!
//! Each value carries the years in which it holds, its unit and where it comes from. A plan can
//! replace any of them in its table `assumptions`; what was replaced stays visible.

mod activity;
mod capacity;
mod contracts;
mod cquin;
mod delivery;
mod finance;
mod parameter;

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
pub use parameter::{DatedValue, Parameter, ParameterUnit, Standing};

use crate::plan::{CellAddress, FinancialYear, Plan, Table, shortened};
use crate::quantity::{Decimal, Rate};

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

    /// The rate of a CQUIN scheme: its own, or else that of its year.
    pub fn cquin_rate(&self, own: Option<Rate>, year: FinancialYear) -> Option<Rate> {
        own.or_else(|| Rate::read(&self.value(&CQUIN_RATE, year)?.written).ok())
    }

    /// What is wrong with the assumptions of the plan.
    pub fn problems(&self) -> &[AssumptionProblem] {
        &self.problems
    }
}

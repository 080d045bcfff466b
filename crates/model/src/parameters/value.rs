use super::parameter::{DatedValue, Parameter, Standing};
use crate::plan::CellAddress;
use crate::quantity::{Decimal, Fixed, Month, Total};

/// A parameter in one year: what a rule calculates with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterValue {
    /// The identifier of the parameter.
    pub id: &'static str,
    /// What it is.
    pub about: &'static str,
    /// The value: a fraction for a percentage.
    pub number: Decimal,
    /// The value as written.
    pub written: String,
    /// How sure it is.
    pub standing: Standing,
    /// Where it comes from.
    pub source: String,
    /// The cell of the plan that gives it, if it does.
    pub cell: Option<CellAddress>,
    /// What it is made of where it changes within the year, in order; otherwise nothing.
    pub parts: Vec<ParameterPart>,
}

/// A value that holds for some months of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterPart {
    /// The value.
    pub value: ParameterValue,
    /// The first of the months.
    pub from: Month,
    /// How many months.
    pub months: i64,
}

/// The months of a year, of which parts are taken.
const MONTHS: i64 = 12;

impl ParameterValue {
    /// A value of the model.
    pub(super) fn dated(parameter: &Parameter, dated: &DatedValue) -> Option<Self> {
        Some(Self {
            id: parameter.id,
            about: parameter.about,
            number: parameter.unit.read(dated.value)?,
            written: dated.value.to_owned(),
            standing: dated.standing,
            source: dated.source.to_owned(),
            cell: None,
            parts: Vec::new(),
        })
    }

    /// The value of a year in which it changes: each part counts for its months. Nothing where that cannot be held.
    pub(super) fn by_months(parameter: &Parameter, parts: Vec<ParameterPart>) -> Option<Self> {
        let mut total = Total::default();
        for part in &parts {
            total.add_fixed(Fixed::from(part.value.number).times(Fixed::whole(part.months)));
        }
        let number = total.finish_fixed().over(Fixed::whole(MONTHS)).value().ok()?;
        Some(Self {
            id: parameter.id,
            about: parameter.about,
            number,
            written: parameter.unit.write(number),
            standing: Standing::PlanAssumption,
            source: "reckoned by the months of the year".to_owned(),
            cell: None,
            parts,
        })
    }
}

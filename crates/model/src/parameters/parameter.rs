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

pub(super) const fn verified(from: u16, to: Option<u16>, value: &'static str, source: &'static str) -> DatedValue {
    DatedValue { from, to, value, standing: Standing::Verified, source }
}

pub(super) const fn assumed(from: u16, to: Option<u16>, value: &'static str, source: &'static str) -> DatedValue {
    DatedValue { from, to, value, standing: Standing::Assumed, source }
}

impl ParameterUnit {
    pub(super) fn read(self, text: &str) -> Option<Decimal> {
        match self {
            Self::Rate => Rate::read(text).ok().map(Rate::fraction),
            Self::Number => Digits::read(text).ok().map(Digits::number),
        }
    }
}

/// Defines parameters and lists them.
macro_rules! parameter {
    ($($(#[doc = $doc:literal])* $name:ident = $id:literal, $unit:ident, $about:literal, [$($value:expr),* $(,)?];)*) => {
        $(
            $(#[doc = $doc])*
            pub static $name: crate::parameters::Parameter = crate::parameters::Parameter {
                id: $id,
                about: $about,
                unit: crate::parameters::ParameterUnit::$unit,
                values: &[$($value),*],
            };
        )*
        pub(super) const PARAMETERS: &[&crate::parameters::Parameter] = &[$(&$name),*];
    };
}

pub(super) use parameter;

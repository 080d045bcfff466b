use crate::quantity::{Decimal, Digits, FinancialYear, Rate, multiply, whole};

/// In what unit a parameter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterUnit {
    /// A percentage from 0 % to 100 %, with its sign; the rule sees the fraction.
    Rate,
    /// A percentage above 0 %, because something is divided by it.
    Part,
    /// A number of nothing or more.
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
    /// What the rules call it.
    pub name: &'static str,
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

impl Parameter {
    /// The value that the model has for a year.
    pub(super) fn dated(&self, year: FinancialYear) -> Option<&'static DatedValue> {
        let start = year.start();
        self.values.iter().find(|dated| dated.from <= start && dated.to.is_none_or(|to| start <= to))
    }

    /// The years for which the model has a value, in words.
    pub fn years(&self) -> String {
        let mut spans: Vec<(u16, Option<u16>)> = Vec::new();
        for dated in self.values {
            match spans.last_mut() {
                Some((_, to)) if to.is_some_and(|to| to + 1 == dated.from) => *to = dated.to,
                _ => spans.push((dated.from, dated.to)),
            }
        }
        let words: Vec<String> = spans.into_iter().map(|(from, to)| years_in_words(from, to)).collect();
        words.join(" and ")
    }
}

impl DatedValue {
    /// The years in which it holds, in words.
    pub fn years(&self) -> String {
        years_in_words(self.from, self.to)
    }
}

fn years_in_words(from: u16, to: Option<u16>) -> String {
    let named = |start| FinancialYear::starting(start).map_or_else(String::new, |year| year.to_string());
    let always = from <= FinancialYear::FIRST.start();
    match to {
        None if always => "every year".to_owned(),
        None => format!("{} on", named(from)),
        Some(to) if always => format!("up to {}", named(to)),
        Some(to) if to == from => named(from),
        Some(to) => format!("{} to {}", named(from), named(to)),
    }
}

impl ParameterUnit {
    /// What may be written as a value, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Rate => "a percentage from 0% to 100%, with its sign",
            Self::Part => "a percentage above 0% and up to 100%, with its sign",
            Self::Number => "a number of nothing or more",
        }
    }

    /// The number that a text stands for, if it is in this unit.
    pub(super) fn read(self, text: &str) -> Option<Decimal> {
        match self {
            Self::Rate | Self::Part => Rate::read(text).ok().map(Rate::fraction),
            Self::Number => Digits::read(text).ok().map(Digits::number),
        }
    }

    /// Whether a number may be a value in this unit.
    pub(super) fn holds(self, number: Decimal) -> bool {
        let below = number.is_sign_negative() && !number.is_zero();
        match self {
            Self::Rate => !below && number <= whole(1),
            Self::Part => !below && !number.is_zero() && number <= whole(1),
            Self::Number => !below,
        }
    }

    /// A number as it is written in this unit.
    pub(super) fn write(self, number: Decimal) -> String {
        match self {
            Self::Rate | Self::Part => {
                let percent = multiply(number, whole(100)).unwrap_or_default();
                format!("{}%", percent.normalize())
            }
            Self::Number => number.normalize().to_string(),
        }
    }
}

/// Defines parameters and lists them.
macro_rules! parameter {
    ($($(#[doc = $doc:literal])* $name:ident = $id:literal, $unit:ident, $about:literal, [$($value:expr),* $(,)?];)*) => {
        $(
            $(#[doc = $doc])*
            pub static $name: crate::parameters::Parameter = crate::parameters::Parameter {
                name: stringify!($name),
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

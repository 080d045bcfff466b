use super::Decimal;
use std::fmt;

/// Why a figure has no value. A fault travels through a calculation instead of stopping it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fault {
    /// A figure that the calculation stands on is not given in the plan.
    NotGiven,
    /// The calculation divides by zero, for example a percentage of a zero base.
    DivisionByZero,
    /// The result is larger than the model can hold exactly.
    TooLarge,
}

/// A value, or the reason why there is none.
pub type Value = Result<Decimal, Fault>;

impl Fault {
    /// What a person reads in place of the number.
    ///
    /// ```
    /// use one_plan_model::quantity::Fault;
    /// assert_eq!(Fault::DivisionByZero.short(), "n/a");
    /// ```
    pub const fn short(self) -> &'static str {
        match self {
            Self::NotGiven => "not given",
            Self::DivisionByZero => "n/a",
            Self::TooLarge => "too large",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NotGiven => "a figure it stands on is not given in the plan",
            Self::DivisionByZero => "it divides by zero",
            Self::TooLarge => "the result is larger than the model can hold exactly",
        })
    }
}

impl std::error::Error for Fault {}

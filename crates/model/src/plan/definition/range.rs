use crate::quantity::Fixed;

/// Which numbers may stand in a column: what lies outside cannot be right, whatever the plan.
///
/// ```
/// use one_plan_model::plan::Range;
/// use one_plan_model::quantity::Fixed;
/// assert!(Range::Share.holds(Fixed::ONE));
/// assert!(!Range::Share.holds(Fixed::whole(2)));
/// assert!(!Range::Positive.holds(Fixed::ZERO));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// Every number.
    Any,
    /// Nothing or more.
    NotNegative,
    /// More than nothing.
    Positive,
    /// Things that are counted one by one.
    Things,
    /// At least one thing.
    OneOrMore,
    /// A part of a whole.
    Share,
    /// A part of a whole by which something is divided.
    ShareAboveNothing,
    /// The part of the beds that is in use, by which something is divided; a share of very few is nearly always a slip.
    Occupancy,
    /// A change of something that cannot fall below nothing.
    Change,
    /// The same in each year: what more than doubles in a year is nearly always a slip.
    YearlyChange,
    /// A change of something that cannot fall away, because it is divided by what is left.
    ChangeAboveLoss,
    /// The same in each year.
    YearlyChangeAboveLoss,
    /// A part of a whole that is added or, below nothing, taken off.
    SignedShare,
    /// A calendar year of which a plan may speak.
    CalendarYear,
}

impl Range {
    /// Whether a number lies within; a fault is no number, and nothing is said about it here.
    pub fn holds(self, number: Fixed) -> bool {
        let at_least = |least: i64| !number.is_below(Fixed::whole(least));
        let at_most = |most: i64| !Fixed::whole(most).is_below(number);
        let above = |least: i64| Fixed::whole(least).is_below(number);
        let is_whole = || number.rounded(0) == number;
        number.is_fault()
            || match self {
                Self::Any => true,
                Self::NotNegative => at_least(0),
                Self::Positive => above(0),
                Self::Things => at_least(0) && is_whole(),
                Self::OneOrMore => at_least(1) && is_whole(),
                Self::Share => at_least(0) && at_most(1),
                Self::ShareAboveNothing | Self::Occupancy => above(0) && at_most(1),
                Self::Change | Self::YearlyChange => at_least(-1),
                Self::ChangeAboveLoss | Self::YearlyChangeAboveLoss => above(-1),
                Self::SignedShare => at_least(-1) && at_most(1),
                Self::CalendarYear => at_least(1948) && at_most(2150) && is_whole(),
            }
    }

    /// Whether every number lies within.
    pub const fn is_any(self) -> bool {
        matches!(self, Self::Any)
    }

    /// What lies within, in words such as "from 0% to 100%".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Any => "any number",
            Self::NotNegative => "nothing or more",
            Self::Positive => "more than nothing",
            Self::Things => "a whole number, nothing or more",
            Self::OneOrMore => "a whole number, one or more",
            Self::Share => "from 0% to 100%",
            Self::ShareAboveNothing | Self::Occupancy => "more than 0% and at most 100%",
            Self::Change | Self::YearlyChange => "−100% or more",
            Self::ChangeAboveLoss | Self::YearlyChangeAboveLoss => "more than −100%",
            Self::SignedShare => "from −100% to 100%",
            Self::CalendarYear => "a calendar year from 1948 to 2150",
        }
    }
}

use crate::quantity::Fixed;

/// Which numbers may stand in a column: what lies outside cannot be right, whatever the plan.
///
/// ```
/// use one_plan_model::plan::Range;
/// use one_plan_model::quantity::Fixed;
/// assert!(Range::SHARE.holds(Fixed::ONE));
/// assert!(!Range::SHARE.holds(Fixed::whole(2)));
/// assert!(!Range::POSITIVE.holds(Fixed::ZERO));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    least: Option<i64>,
    most: Option<i64>,
    // Whether the least itself lies outside.
    above_least: bool,
    whole: bool,
    words: &'static str,
}

impl Range {
    /// Every number.
    pub const ANY: Self = Self { least: None, most: None, above_least: false, whole: false, words: "any number" };
    /// Nothing or more.
    pub const NOT_NEGATIVE: Self = Self { least: Some(0), words: "nothing or more", ..Self::ANY };
    /// More than nothing.
    pub const POSITIVE: Self = Self { above_least: true, words: "more than nothing", ..Self::NOT_NEGATIVE };
    /// Things that are counted one by one.
    pub const THINGS: Self = Self { whole: true, words: "a whole number, nothing or more", ..Self::NOT_NEGATIVE };
    /// At least one thing.
    pub const ONE_OR_MORE: Self = Self { least: Some(1), words: "a whole number, one or more", ..Self::THINGS };
    /// A part of a whole.
    pub const SHARE: Self = Self { most: Some(1), words: "from 0% to 100%", ..Self::NOT_NEGATIVE };
    /// A part of a whole by which something is divided.
    pub const SHARE_ABOVE_NOTHING: Self =
        Self { above_least: true, words: "more than 0% and at most 100%", ..Self::SHARE };
    /// A change of something that cannot fall below nothing.
    pub const CHANGE: Self = Self { least: Some(-1), words: "−100% or more", ..Self::ANY };
    /// A change of something that cannot fall away, because it is divided by what is left.
    pub const CHANGE_ABOVE_LOSS: Self = Self { above_least: true, words: "more than −100%", ..Self::CHANGE };
    /// A part of a whole that is added or, below nothing, taken off.
    pub const SIGNED_SHARE: Self = Self { most: Some(1), words: "from −100% to 100%", ..Self::CHANGE };
    /// A calendar year of which a plan may speak.
    pub const CALENDAR_YEAR: Self =
        Self { least: Some(1948), most: Some(2150), words: "a calendar year from 1948 to 2150", ..Self::THINGS };

    /// Whether a number lies within; a fault is no number, and nothing is said about it here.
    pub fn holds(self, number: Fixed) -> bool {
        if number.is_fault() {
            return true;
        }
        let least = self.least.is_none_or(|least| {
            let below = number.minus(Fixed::whole(least));
            !(below.is_negative() || self.above_least && below.is_zero())
        });
        let most = self.most.is_none_or(|most| !Fixed::whole(most).minus(number).is_negative());
        least && most && (!self.whole || number.rounded(0) == number)
    }

    /// Whether every number lies within.
    pub const fn is_any(self) -> bool {
        self.least.is_none() && self.most.is_none() && !self.whole
    }

    /// What lies within, in words such as "from 0% to 100%".
    pub const fn words(self) -> &'static str {
        self.words
    }
}

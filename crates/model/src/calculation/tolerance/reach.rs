use crate::quantity::{Decimal, Fixed, LIMIT, coefficient, round_half_away, whole};

/// Beyond so many standard deviations a difference is not believed to be rounding.
pub const MOST_DEVIATIONS: i64 = 4;

/// How far a number, or the difference of two, may lie from its value because the printed cells it stands on are
/// rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// The farthest: every rounding at its limit, all the same way.
    pub farthest: Decimal,
    /// What of it is not in proportion to any rounding, such as what the product of two of them adds.
    pub rest: Decimal,
    /// The standard deviation, if the roundings are independent; nothing where it is not known.
    pub deviation: Decimal,
}

/// What rounding has to do with a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explains {
    /// It explains the difference.
    Well,
    /// It could, but only if nearly all roundings were at their limit the same way.
    Hardly,
    /// It cannot.
    Not,
}

impl Reach {
    /// Without any limit: rounding may set the two apart by any amount.
    pub(super) const UNLIMITED: Self = Self { farthest: LIMIT, rest: LIMIT, deviation: Decimal::ZERO };

    /// What is known of the farthest only.
    pub(super) fn within(farthest: Fixed) -> Self {
        match farthest.value() {
            Ok(farthest) => Self { farthest, rest: farthest, deviation: Decimal::ZERO },
            Err(_) => Self::UNLIMITED,
        }
    }

    /// How many standard deviations a difference is: what of it independent roundings have to explain, beyond what
    /// they explain in no proportion. Nothing where the deviation is not known.
    pub fn deviations(&self, apart: Decimal) -> Option<Decimal> {
        let over = coefficient::plus(apart, -self.rest)?.max(Decimal::ZERO);
        // The last digits of the deviation are cut off: they must not decide.
        coefficient::over(over, self.deviation).map(|deviations| round_half_away(deviations, 6))
    }

    /// What rounding has to do with two numbers that lie so far apart.
    pub fn explains(&self, apart: Decimal) -> Explains {
        if apart > self.farthest {
            Explains::Not
        } else if self.deviations(apart).is_some_and(|deviations| deviations > whole(MOST_DEVIATIONS)) {
            Explains::Hardly
        } else {
            Explains::Well
        }
    }
}

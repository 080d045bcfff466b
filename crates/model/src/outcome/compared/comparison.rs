use crate::calculation::{Explains, FigureKey};
use crate::plan::{Id, StatedFigure};
use crate::quantity::{Decimal, Value, distance};

/// How a printed figure compares with the computed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// They are the same.
    Exact,
    /// They differ by no more than half a unit of each printed figure involved.
    Rounding,
    /// Rounding could explain the difference, but only if nearly all numbers were rounded as far as possible in the
    /// same direction: it is more than four standard deviations of independent roundings.
    Unlikely,
    /// They differ by more than rounding can explain.
    Differs,
    /// The model cannot compute it from what the plan gives.
    NotComputed,
}

impl Verdict {
    /// The word for it on the page and in exports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Rounding => "rounding",
            Self::Unlikely => "unlikely",
            Self::Differs => "differs",
            Self::NotComputed => "not computed",
        }
    }

    /// Whether the two say different things, or that they say the same is hard to believe.
    pub const fn is_apart(self) -> bool {
        matches!(self, Self::Differs | Self::Unlikely)
    }

    /// The verdict on two numbers that are not the same, from what rounding has to do with it.
    pub(super) const fn of(explains: Explains) -> Self {
        match explains {
            Explains::Well => Self::Rounding,
            Explains::Hardly => Self::Unlikely,
            Explains::Not => Self::Differs,
        }
    }
}

/// A printed figure against the computed one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The row of the table `stated`.
    pub row: Id<StatedFigure>,
    /// The figure that it states, if there is such a figure.
    pub figure: Option<FigureKey>,
    /// The printed value in the unit of the figure: pounds, things, or a fraction.
    pub printed: Value,
    /// The computed value.
    pub computed: Option<Value>,
    /// How far rounding alone can set them apart.
    pub tolerance: Decimal,
    /// How many standard deviations of independent roundings they are apart, to one decimal place.
    pub deviations: Option<Decimal>,
    /// The verdict.
    pub verdict: Verdict,
}

impl Comparison {
    /// How far the two are apart; nothing where they are the same or one has no value.
    pub fn apart(&self) -> Option<Decimal> {
        let (printed, computed) = (self.printed.ok()?, self.computed?.ok()?);
        (printed != computed).then(|| distance(printed, computed))
    }
}

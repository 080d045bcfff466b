use crate::calculation::FigureKey;
use crate::plan::{Id, StatedFigure};
use crate::quantity::{Decimal, Value};

/// How a printed figure compares with the computed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// They are the same.
    Exact,
    /// They differ by no more than half a unit of each printed figure involved.
    Rounding,
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
            Self::Differs => "differs",
            Self::NotComputed => "not computed",
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
    /// The verdict.
    pub verdict: Verdict,
}

use super::comparison::Verdict;
use crate::calculation::FigureKey;
use crate::plan::{CrossCheck, Id};
use crate::quantity::Decimal;

/// Two figures that should agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The row of the table `cross_checks`; nothing for figures that a rule holds against each other.
    pub row: Option<Id<CrossCheck>>,
    /// The one figure.
    pub figure: FigureKey,
    /// The other.
    pub other: FigureKey,
    /// How far apart they are; where one has the opposite sign of the other, how far from each other without it.
    pub apart: Decimal,
    /// How far rounding alone can set them apart.
    pub tolerance: Decimal,
    /// How many standard deviations of independent roundings they are apart, to one decimal place.
    pub deviations: Option<Decimal>,
    /// The verdict.
    pub verdict: Verdict,
}

use super::step_id::StepId;
use crate::calculation::FigureKey;
use crate::parameters::ParameterValue;
use crate::plan::{CellAddress, Table};
use crate::quantity::Fault;

/// How a number came about.
#[derive(Clone, Copy, Debug)]
pub enum Reason<'a> {
    /// It stands in a cell of the plan.
    Cell(CellAddress),
    /// It is part of the rule itself.
    Constant(&'static str),
    /// It is one, for a row that is counted.
    Row {
        /// The table.
        table: Table,
        /// The row.
        row: u32,
        /// What is counted.
        what: &'static str,
    },
    /// It is a dated parameter.
    Parameter(&'a ParameterValue),
    /// It is a figure that has its own explanation; the step is that by which the figure came about.
    Figure(FigureKey, StepId),
    /// There is none.
    Fault(Fault),
    /// The sum of its parts.
    Sum(&'a [StepId]),
    /// The product of its factors.
    Product(&'a [StepId]),
    /// The first less the second.
    Difference(StepId, StepId),
    /// The first divided by the second.
    Quotient(StepId, StepId),
    /// With the other sign.
    Negation(StepId),
    /// The smaller of two.
    Minimum(StepId, StepId),
    /// The larger of two.
    Maximum(StepId, StepId),
    /// Rounded half away from zero to so many places.
    Rounded(StepId, u32),
    /// One part of a whole that is split by weights, by the largest remainder.
    Part {
        /// What is split.
        whole: StepId,
        /// The weights.
        weights: &'a [StepId],
        /// Which part it is.
        position: usize,
        /// To how many places.
        places: u32,
    },
    /// Chosen by the rule, for a reason.
    Chosen {
        /// What was chosen.
        number: StepId,
        /// Why.
        words: &'static str,
        /// What the choice stands on.
        basis: &'a [StepId],
    },
}

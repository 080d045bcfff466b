use super::number::split_fixed;
use super::{CellAddress, FigureKey};
use crate::parameters::ParameterValue;
use crate::plan::Table;
use crate::quantity::{Decimal, Fault, Fixed, Total, Value};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// One step of a recorded run; [`StepId::NONE`] in a run that is not recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct StepId(u32);

/// How a number came about.
#[derive(Debug)]
pub enum Reason {
    /// It stands in a cell of the plan; with half a unit of its last printed place.
    Cell(CellAddress, Decimal),
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
    Parameter(ParameterValue),
    /// It is a figure that has its own explanation.
    Figure(FigureKey),
    /// There is none.
    Fault(Fault),
    /// The sum of its parts.
    Sum(Vec<StepId>),
    /// The first less the second.
    Difference(StepId, StepId),
    /// The product of two.
    Product(StepId, StepId),
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
        weights: Rc<[StepId]>,
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
        basis: Vec<StepId>,
    },
}

/// Every step of a run, with its value and its reason.
#[derive(Debug, Default)]
pub struct Record {
    steps: Vec<(Fixed, Reason)>,
}

thread_local! {
    // The record of the run that is under way. Numbers find it here, so that a rule is written
    // as if it only computed; nothing else reads it, and it is gone when the run ends.
    static UNDER_WAY: RefCell<Record> = const { RefCell::new(Record { steps: Vec::new() }) };
    // Whether there is one: asked for every cell of a plan, so it must cost next to nothing.
    static IS_UNDER_WAY: Cell<bool> = const { Cell::new(false) };
}

impl StepId {
    /// No step: the run is not recorded.
    pub const NONE: Self = Self(0);

    /// Whether there is no step.
    #[inline]
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }
}

/// Notes a step if a run is recorded.
#[inline(always)]
pub(super) fn record(value: Fixed, reason: impl FnOnce() -> Reason) -> StepId {
    if is_recording() { note(value, reason()) } else { StepId::NONE }
}

// Apart from the question, which is asked for every number of every rule.
#[cold]
#[inline(never)]
fn note(value: Fixed, reason: Reason) -> StepId {
    UNDER_WAY.with_borrow_mut(|record| {
        record.steps.push((value, reason));
        // Beyond 2^32 steps nothing more is recorded; a file of the largest size has fewer.
        StepId(u32::try_from(record.steps.len()).unwrap_or_default())
    })
}

/// Whether a run is being recorded.
#[inline(always)]
pub(super) fn is_recording() -> bool {
    IS_UNDER_WAY.get()
}

/// Runs rules and records every step.
pub fn recorded<T>(run: impl FnOnce() -> T) -> (T, Record) {
    UNDER_WAY.set(Record::default());
    IS_UNDER_WAY.set(true);
    let result = run();
    IS_UNDER_WAY.set(false);
    (result, UNDER_WAY.take())
}

impl Record {
    /// The value and the reason of a step; `None` for [`StepId::NONE`].
    pub fn step(&self, step: StepId) -> Option<&(Fixed, Reason)> {
        self.steps.get((step.0 as usize).checked_sub(1)?)
    }

    /// Computes the value of a step again from its reason. Cells, parameters, constants and
    /// other figures are taken from `leaf`.
    ///
    /// This is what a test holds against the calculation for every figure.
    pub fn evaluate(&self, step: StepId, leaf: &impl Fn(&Reason, Value) -> Value) -> Value {
        let Some((value, reason)) = self.step(step) else { return Err(Fault::NotGiven) };
        let again = |step: &StepId| Fixed::from(self.evaluate(*step, leaf));
        match reason {
            Reason::Cell(..) | Reason::Constant(_) | Reason::Row { .. } | Reason::Parameter(_) | Reason::Figure(_) => {
                return leaf(reason, value.value());
            }
            Reason::Fault(fault) => Fixed::fault(*fault),
            Reason::Sum(parts) => {
                let mut total = Total::default();
                parts.iter().for_each(|part| total.add_fixed(again(part)));
                total.finish_fixed()
            }
            Reason::Difference(left, right) => again(left).minus(again(right)),
            Reason::Product(left, right) => again(left).times(again(right)),
            Reason::Quotient(left, right) => again(left).over(again(right)),
            Reason::Negation(number) => again(number).negated(),
            Reason::Minimum(left, right) => again(left).minimum(again(right)),
            Reason::Maximum(left, right) => again(left).maximum(again(right)),
            Reason::Rounded(number, places) => again(number).rounded(*places),
            Reason::Part { whole, weights, position, places } => {
                let weights: Vec<Fixed> = weights.iter().map(again).collect();
                let parts = split_fixed(again(whole), &weights, *places);
                parts.get(*position).copied().unwrap_or(Fixed::fault(Fault::NotGiven))
            }
            Reason::Chosen { number, .. } => again(number),
        }
        .value()
    }
}

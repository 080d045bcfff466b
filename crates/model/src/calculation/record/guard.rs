use super::step_id::StepId;
use crate::quantity::Fixed;

/// A decision of a rule by a number: it holds for other numbers as long as it comes out in the same way.
#[derive(Clone, Copy, Debug)]
pub(in crate::calculation) struct Guard {
    pub(in crate::calculation) step: StepId,
    pub(in crate::calculation) condition: Condition,
}

impl Guard {
    /// The steps on which it stands; no step in place of a second where there is none.
    pub(in crate::calculation) const fn steps(&self) -> [StepId; 2] {
        match self.condition {
            Condition::Below(other, _) => [self.step, other],
            _ => [self.step, StepId::NONE],
        }
    }
}

/// What was asked, and how it came out.
#[derive(Clone, Copy, Debug)]
pub(in crate::calculation) enum Condition {
    /// Whether it is below nothing.
    Negative(bool),
    /// Whether it is nothing.
    Zero(bool),
    /// Whether it is a fault.
    Fault(bool),
    /// Whether it is the fault of a division by nothing.
    DivisionByZero(bool),
    /// Whether it is below another number.
    Below(StepId, bool),
    /// The value itself was looked at: it must stay what it is.
    Value(Fixed),
}

impl Condition {
    /// Whether it comes out in the same way for another value.
    #[inline]
    pub(in crate::calculation) fn holds(self, value: Fixed, other: impl Fn(StepId) -> Fixed) -> bool {
        match self {
            Self::Negative(was) => value.is_negative() == was,
            Self::Zero(was) => value.is_zero() == was,
            Self::Fault(was) => value.is_fault() == was,
            Self::DivisionByZero(was) => value.is_division_by_zero() == was,
            Self::Below(step, was) => value.is_below(other(step)) == was,
            Self::Value(was) => value == was,
        }
    }
}

//! Why the cell of a figure holds a number, and no formula.

use super::steps::operands;
use one_plan_model::outcome::{ResultSheet, StepHow};

/// Why the cell of a figure holds a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum WhyNot {
    /// The rule chose it.
    Decided,
    /// The rule counted, or set, the number itself.
    OfTheRule,
    /// There is nothing to add up.
    Nothing,
    /// The workbook holds text where the number stands.
    Text,
    /// A spreadsheet would split the whole in another way.
    Split,
}

impl WhyNot {
    /// Of a step that no formula says.
    pub(super) fn of(results: &ResultSheet, how: &StepHow) -> Self {
        match how {
            StepHow::Chosen(..) => Self::Decided,
            StepHow::Cell(_) => Self::Text,
            StepHow::Part(..) => Self::Split,
            StepHow::Sum(parts) if parts.is_empty() => Self::Nothing,
            StepHow::Constant(_) => Self::OfTheRule,
            other => {
                let below = operands(other);
                let steps = below.filter_map(|at| results.steps.get(at as usize));
                steps.map(|step| Self::of(results, &step.how)).max().unwrap_or(Self::OfTheRule)
            }
        }
    }

    /// In a sentence.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Decided => {
                "The rule decides which number holds, such as a rating or a payment that is all or nothing; the note says why."
            }
            Self::OfTheRule => {
                "The rule counts or sets the number itself, such as months that are given or days since something was due."
            }
            Self::Nothing => "There is nothing to add up.",
            Self::Text => "The number has more digits than a cell of a workbook holds, and stands there as text.",
            Self::Split => "A spreadsheet would split the whole in another way.",
        }
    }
}

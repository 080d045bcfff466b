use crate::calculation::{Finding, findings};
use crate::parameters::{Parameters, ProblemKind};

findings! {
    /// An assumption names a parameter that the model does not have.
    UNKNOWN_PARAMETER: error("unknown-parameter", "Correct the name, or take the row out.")
    /// The value of an assumption cannot be read as a value of its parameter, or cannot be one.
    UNUSABLE_ASSUMPTION: error(
        "unusable-assumption",
        "Correct the value: a percentage with its sign, such as 1.5%, or a number."
    )
    /// An assumption begins in the middle of a month, and so counts from the next.
    ASSUMPTION_WITHIN_A_MONTH: information(
        "assumption-within-a-month",
        "Give the first day of a month if that is not meant."
    )
    /// Two assumptions give one parameter for the same months: an error where they say different things.
    ASSUMPTIONS_OVERLAP: error or warning(
        "assumptions-overlap",
        "Take one of the two out, or say from when and to when each holds."
    )
    /// Nothing in the plan uses an assumption.
    ASSUMPTION_NOT_USED: information(
        "assumption-not-used",
        "Take it out, or check the name of the parameter and the days on which it holds."
    )
    /// Something needs a parameter in a year for which neither the model nor the plan has a value.
    NO_VALUE_FOR_THE_YEAR: error(
        "no-value-for-the-year",
        "Give it in the row that needs it, if it has a column for it; or give it in the table assumptions: the \
         parameter, its value, from which day it holds, and why."
    )
}

/// Findings about assumptions that cannot be used, and about parameters that have no value where one is needed. The
/// rules must have run.
pub(in crate::outcome) fn findings(parameters: &Parameters) -> impl Iterator<Item = Finding> {
    parameters.problems().into_iter().map(|problem| {
        let finding = match problem.kind {
            ProblemKind::UnknownParameter => Finding::of(&UNKNOWN_PARAMETER, problem.message),
            ProblemKind::UnusableValue => Finding::of(&UNUSABLE_ASSUMPTION, problem.message),
            ProblemKind::WithinAMonth => Finding::of(&ASSUMPTION_WITHIN_A_MONTH, problem.message),
            ProblemKind::Contradiction => Finding::of(&ASSUMPTIONS_OVERLAP, problem.message),
            ProblemKind::Repetition => Finding::otherwise(&ASSUMPTIONS_OVERLAP, problem.message),
            ProblemKind::NotUsed => Finding::of(&ASSUMPTION_NOT_USED, problem.message),
            ProblemKind::NoValue => Finding::of(&NO_VALUE_FOR_THE_YEAR, problem.message),
        };
        finding.at_cells(problem.places)
    })
}

use crate::calculation::{Finding, Severity};
use crate::parameters::{Gravity, Parameters};

/// Findings about assumptions that cannot be used, and about parameters that have no value where one is needed. The
/// rules must have run.
pub(super) fn findings(parameters: &Parameters) -> impl Iterator<Item = Finding> {
    parameters.problems().into_iter().map(|problem| {
        let severity = match problem.gravity {
            Gravity::Stops => Severity::Error,
            Gravity::Doubtful => Severity::Warning,
            Gravity::Noted => Severity::Information,
        };
        Finding::of(severity, problem.code, problem.message).at_cells(problem.places).advise(problem.advice)
    })
}

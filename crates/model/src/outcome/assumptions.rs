use crate::calculation::{Finding, Severity};
use crate::parameters::Parameters;

/// Findings about assumptions that cannot be used.
pub(super) fn findings(parameters: &Parameters) -> impl Iterator<Item = Finding> {
    parameters.problems().iter().map(|problem| Finding {
        severity: Severity::Error,
        code: problem.code,
        places: vec![problem.place],
        figures: Vec::new(),
        message: problem.message.clone(),
        advice: problem.advice,
    })
}

use crate::calculation::Finding;
use crate::parameters::Parameters;

/// Findings about assumptions that cannot be used.
pub(super) fn findings(parameters: &Parameters) -> impl Iterator<Item = Finding> {
    parameters.problems().iter().map(|problem| {
        Finding::error(problem.code, problem.message.clone()).at_cells([problem.place]).advise(problem.advice)
    })
}

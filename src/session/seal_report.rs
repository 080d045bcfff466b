use one_plan_model::outcome::{FigureDifference, SealDifference, Verified};

/// What came of a sealed plan that was computed again when it was opened.
#[derive(Clone, Debug)]
pub struct SealReport {
    /// Whether everything is as it was.
    pub reproduced: bool,
    /// What came of it, in a sentence.
    pub summary: String,
    /// What is not as it was, each in a sentence.
    pub differences: Vec<String>,
    /// Whether the figures in the file are not those that were sealed.
    pub figures_changed: bool,
    /// Each figure that is not as it was.
    pub figures: Vec<FigureDifference>,
    /// The seal as the file gives it.
    pub sealed: String,
}

impl SealReport {
    /// What is to be said of it.
    pub fn of(verified: &Verified) -> Self {
        Self {
            reproduced: verified.is_reproduced(),
            summary: verified.summary(),
            differences: verified.differences.iter().map(SealDifference::words).collect(),
            figures_changed: verified.differences.contains(&SealDifference::Figures),
            figures: verified.figures.clone(),
            sealed: verified.sealed.clone(),
        }
    }
}

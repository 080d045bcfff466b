use one_plan_model::outcome::{FigureDifference, SealDifference, Verified};
use serde::{Deserialize, Serialize};

/// So many figures that are not as sealed are kept with what is said of a seal; of others it is only known how many they are.
/// Where another version computes every figure of a large plan otherwise, all of them would be as large as the plan.
const MOST_FIGURES: usize = 1_000;

/// What came of a sealed plan that was computed again when it was opened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SealReport {
    /// Whether everything is as it was.
    pub reproduced: bool,
    /// What came of it, in a sentence.
    pub summary: String,
    /// What is not as it was, each in a sentence.
    pub differences: Vec<String>,
    /// Whether the figures in the file are not those that were sealed.
    pub figures_changed: bool,
    /// The figures that are not as they were, or the first of them.
    pub figures: Vec<SealedFigure>,
    /// How many figures are not as they were.
    pub all_figures: usize,
    /// The seal as the file gives it.
    pub sealed: String,
}

/// A figure that is not as it was sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SealedFigure {
    /// Its id.
    pub id: String,
    /// Its digits in the file, or why it had none; nothing where there was no such figure.
    pub sealed: Option<String>,
    /// The same today.
    pub now: Option<String>,
}

impl SealReport {
    /// What is to be said of it.
    pub fn of(verified: &Verified) -> Self {
        let figure = |FigureDifference { id, sealed, now }: &FigureDifference| SealedFigure {
            id: id.clone(),
            sealed: sealed.clone(),
            now: now.clone(),
        };
        Self {
            reproduced: verified.is_reproduced(),
            summary: verified.summary(),
            differences: verified.differences.iter().map(SealDifference::words).collect(),
            figures_changed: verified.differences.contains(&SealDifference::Figures),
            figures: verified.figures.iter().take(MOST_FIGURES).map(figure).collect(),
            all_figures: verified.figures.len(),
            sealed: verified.sealed.clone(),
        }
    }

    /// As it is kept with the plan.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what was kept; nothing where another version kept it in another way.
    pub fn of_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

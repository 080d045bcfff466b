use super::file::{SealedFile, figures, figures_hash};
use super::hash::Seal;
use crate::calculation::format;
use crate::exchange::{Problem, read_json};
use crate::outcome::{Outcome, compute};
use crate::plan::Plan;
use std::collections::HashMap;

/// Something that is not as it was when a plan was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealDifference {
    /// The plan in the file is not the one that was sealed.
    Plan,
    /// The figures in the file are not those that were sealed.
    Figures,
    /// The seal does not follow from what the file says of itself.
    Seal,
    /// The parameters have changed since.
    Parameters,
    /// Another version of the engine computed it.
    Engine {
        /// The version that sealed it.
        sealed: String,
        /// The version of today.
        now: String,
    },
}

impl SealDifference {
    /// It in a sentence.
    pub fn words(&self) -> String {
        match self {
            Self::Plan => "The plan in this file was changed after it was sealed.".to_owned(),
            Self::Figures => "The figures in this file were changed after it was sealed.".to_owned(),
            Self::Seal => "The seal in this file was changed, or what it says of itself was.".to_owned(),
            Self::Parameters => "The parameters of the rules are not those of when it was sealed.".to_owned(),
            Self::Engine { sealed, now } => {
                format!("It was sealed by version {sealed} of One Plan; this is version {now}.")
            }
        }
    }
}

/// A figure that is not as it was when the plan was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureDifference {
    /// Its id.
    pub id: String,
    /// Its digits, or why it had none; nothing where there was no such figure.
    pub sealed: Option<String>,
    /// The same today.
    pub now: Option<String>,
}

/// A sealed plan, computed again.
#[derive(Clone, Debug)]
pub struct Verified {
    /// The plan.
    pub plan: Plan,
    /// What follows from it today.
    pub outcome: Outcome,
    /// The seal as the file gives it.
    pub sealed: String,
    /// The seal that the plan has today.
    pub now: Seal,
    /// What is not as it was.
    pub differences: Vec<SealDifference>,
    /// Each figure that is not as it was, in the order of the rules; those that are gone stand last.
    pub figures: Vec<FigureDifference>,
    /// How many figures were held against each other.
    pub compared: usize,
}

impl Verified {
    /// Whether everything is as it was.
    pub fn is_reproduced(&self) -> bool {
        self.differences.is_empty() && self.figures.is_empty()
    }

    /// What came of it, in a sentence.
    pub fn summary(&self) -> String {
        let compared = format::count_of(self.compared, "figure", "figures");
        let (all, all_are) = match self.compared {
            1 => ("the only figure".to_owned(), "The only figure is".to_owned()),
            _ => (format!("all {compared}"), format!("All {compared} are")),
        };
        match self.figures.len() {
            0 if self.differences.is_empty() => format!(
                "Reproduced exactly: {all}, the plan, the parameters and the engine are those that were sealed."
            ),
            0 => format!("{all_are} the same, but not everything else is."),
            changed => {
                format!("Not reproduced: of {compared}, {} not as sealed.", format::count_of(changed, "is", "are"))
            }
        }
    }
}

/// Computes a sealed plan again and holds everything against what was sealed.
///
/// # Errors
///
/// Why the file cannot be read as a sealed plan; all problems of the plan in it at once.
pub fn verify(bytes: &[u8]) -> Result<Verified, Vec<Problem>> {
    let file = SealedFile::read(bytes)?;
    let plan = read_json(file.plan.get().as_bytes())?.plan;
    let outcome = compute(&plan);
    let now = Seal::of(&plan);
    let mut differences = Vec::new();
    let mut note = |differs: bool, difference: SealDifference| {
        if differs {
            differences.push(difference);
        }
    };
    note(now.plan != file.plan_hash, SealDifference::Plan);
    note(figures_hash(&file.figures) != file.figures_hash, SealDifference::Figures);
    let said = Seal::over(&file.engine, &file.parameters, &file.plan_hash);
    note(said.hash != file.seal, SealDifference::Seal);
    note(now.parameters != file.parameters, SealDifference::Parameters);
    let engine = SealDifference::Engine { sealed: file.engine.clone(), now: now.engine.clone() };
    note(now.engine != file.engine, engine);
    let (changed, compared) = held_against(&figures(&plan, &outcome), &file.figures);
    Ok(Verified { plan, outcome, sealed: file.seal, now, differences, figures: changed, compared })
}

/// The figures that are not the same, and how many there are in all.
fn held_against(now: &[(String, String)], sealed: &[(String, String)]) -> (Vec<FigureDifference>, usize) {
    let mut before: HashMap<&str, &str> = sealed.iter().map(|(id, value)| (id.as_str(), value.as_str())).collect();
    let mut changed = Vec::new();
    let mut compared = 0;
    for (id, value) in now {
        compared += 1;
        let was = before.remove(id.as_str());
        if was != Some(value.as_str()) {
            let sealed = was.map(str::to_owned);
            changed.push(FigureDifference { id: id.clone(), sealed, now: Some(value.clone()) });
        }
    }
    for (id, value) in sealed {
        if before.remove(id.as_str()).is_some() {
            compared += 1;
            changed.push(FigureDifference { id: id.clone(), sealed: Some(value.clone()), now: None });
        }
    }
    (changed, compared)
}

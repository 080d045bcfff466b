//! What was found in files.

use super::names_made::NamesMade;
use crate::answers::Answers;
use crate::issues::{Issue, Question};
use crate::tables::{TableRows, ToldElsewhere};
use crate::tracker::Reading;

/// What was found in files.
#[derive(Clone, Debug, Default)]
pub struct Recognised {
    /// The rows of tables, in the order of the files and their sheets.
    pub tables: Vec<TableRows>,
    /// What is to be said of sheets, and of names of rows; what is to be said of a table stands with it.
    pub issues: Vec<Issue>,
    /// What only a person can say.
    pub questions: Vec<Question>,
    /// What was done to identifiers and references.
    pub names: NamesMade,
    /// How trackers were read.
    pub readings: Vec<Reading>,
    /// What was used of that which a person said.
    pub used: Answers,
    /// What each file says of all its sheets.
    pub told: Vec<ToldElsewhere>,
}

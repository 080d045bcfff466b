//! What is known while files are read: names of tables, headings of trackers, and what a person said.

use crate::answers::Answers;
use crate::headings::{HeadingNames, TableNames};
use crate::tables::ToldElsewhere;
use crate::tracker::UsedByTrackers;
use std::collections::HashSet;

/// What is known of names, and what was used of them.
#[derive(Debug, Default)]
pub(super) struct Known<'a> {
    /// What tables and columns are called.
    pub(super) names: TableNames,
    /// What trackers have for headings.
    pub(super) headings: HeadingNames,
    /// What a person said.
    pub(super) answers: Answers,
    /// The name of the file that is read.
    pub(super) file: &'a str,
    /// What the file says of all its sheets.
    pub(super) elsewhere: ToldElsewhere,
    /// The identifiers of schemes and lists of trackers.
    pub(super) used: UsedByTrackers,
    /// The mappings by which a sheet was read.
    pub(super) used_mappings: HashSet<String>,
}

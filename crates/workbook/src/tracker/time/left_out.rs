//! Which of several statements of one tracker are left out.

use super::months_alone::months_alone;
use super::snapshots::Snapshot;
use crate::issues::Issue;

/// What is to be said of those that a later one includes, and of those of which nobody can say that, each with its place.
pub fn left_out(mut all: Vec<Snapshot>) -> Vec<Issue> {
    let alone = months_alone(&all);
    all.retain(|snapshot| alone.iter().all(|issue| issue.place != snapshot.place));
    let mut left_out = Snapshot::included(all);
    left_out.extend(alone);
    left_out
}

mod by;
mod index;

use super::known::Known;
use crate::calculation::{Finding, findings};
use crate::outcome::Outcome;
use crate::plan::{Id, KnownFinding, KnownFindingPlace, KnownFindingState, Plan, Table};
use by::{By, FirstCells};
use index::Index;
use std::collections::BTreeSet;

findings! {
    /// A known finding of the plan no longer occurs, or does not say by what it is recognised.
    KNOWN_FINDING_NOT_FOUND: information("known-finding-not-found", "Take it out, or correct by what it is recognised.")
    /// A row by which a known finding is recognised names neither a figure nor a table with a row or a code.
    KNOWN_FINDING_PLACE_UNUSABLE: warning(
        "known-finding-place-unusable",
        "Give the id of a figure, or the name of a table and the row or the code."
    )
}

/// Notes for each finding by which ids it is known, and reports known findings that no longer occur.
///
/// The engine knows nothing of the ids: they stand in the plan, with the figures and rows by which
/// they are recognised.
pub(in crate::outcome) fn recognise(outcome: &mut Outcome, plan: &Plan) {
    let index = Index::of(&outcome.findings);
    let mut known = Known {
        own: vec![Vec::new(); outcome.findings.len()],
        groups: index.groups_of_findings(outcome.findings.len()),
        by_group: vec![Vec::new(); index.groups.len()],
        of_place: plan.known_finding_places.iter().map(|(_, place)| place.finding()).collect(),
        counts: vec![0; plan.known_findings.len()],
        settled: Vec::new(),
    };
    let mut found = recognise_places(outcome, plan, &index, &mut known);
    outcome.findings.append(&mut found.unusable);
    report_not_found(outcome, plan, &found);
    for at in 0..outcome.findings.len() {
        for id in known.ids(at) {
            if let Some(count) = known.counts.get_mut(id.position()) {
                *count += 1;
            }
        }
    }
    let is_open = |id: &Id<KnownFinding>| {
        plan.known_findings.get(*id).is_none_or(|known| known.state() == KnownFindingState::Open)
    };
    known.settled = (0..outcome.findings.len())
        .map(|at| known.deciding(at))
        .map(|ids| !ids.is_empty() && !ids.iter().any(is_open))
        .collect();
    outcome.known = known;
}

/// What came of the rows that say by what known findings are recognised.
struct Found {
    /// Whether each known finding occurs.
    occurs: Vec<bool>,
    /// How many rows say by what each is recognised.
    places: Vec<usize>,
    /// Those that name a row which the plan does not have.
    rowless: BTreeSet<u32>,
    /// What is to be said of rows that say nothing.
    unusable: Vec<Finding>,
}

/// Notes in `known` what each row recognises.
fn recognise_places(outcome: &Outcome, plan: &Plan, index: &Index<'_>, known: &mut Known) -> Found {
    let count = plan.known_findings.len();
    let mut found =
        Found { occurs: vec![false; count], places: vec![0; count], rowless: BTreeSet::new(), unusable: Vec::new() };
    let mut titles = FirstCells::default();
    // What recognises by the same thing again recognises nothing more.
    let mut done = BTreeSet::new();
    for (row, place) in plan.known_finding_places.iter() {
        let of = place.finding();
        if let Some(count) = found.places.get_mut(of.position()) {
            *count += 1;
        }
        let Some(by) = By::of(plan, place, &mut titles) else {
            found.unusable.push(unusable(row));
            continue;
        };
        if place.row().is_some() && by.row.is_none() {
            found.rowless.insert(of.index());
        }
        let figure = by.figure.map(|figure| (figure.kind.ordinal(), figure.index));
        if !done.insert((of.index(), by.code, figure, by.table, by.row)) {
            continue;
        }
        let recognises = recognises(outcome, index, (row, &by), known);
        if let Some(occurs) = found.occurs.get_mut(of.position()) {
            *occurs |= recognises;
        }
    }
    found
}

/// Notes what one row recognises; whether it is anything.
fn recognises(
    outcome: &Outcome,
    index: &Index<'_>,
    (row, by): (Id<KnownFindingPlace>, &By<'_>),
    known: &mut Known,
) -> bool {
    if let (Some(code), Some(table), None, None) = (by.code, by.table, by.figure, by.row) {
        // By its code alone: a whole group is recognised at once.
        let group = index.group(table, code).and_then(|group| known.by_group.get_mut(group));
        return group.map(|places| places.push(row)).is_some();
    }
    let mut found = false;
    for at in index.candidates(by) {
        let (Some(finding), Some(own)) = (outcome.findings.get(at), known.own.get_mut(at)) else { continue };
        if by.concerns(finding) && own.last() != Some(&row) {
            own.push(row);
            found = true;
        }
    }
    found
}

fn report_not_found(outcome: &mut Outcome, plan: &Plan, found: &Found) {
    for (((row, known), occurs), places) in plan.known_findings.iter().zip(&found.occurs).zip(&found.places) {
        if *occurs {
            continue;
        }
        let why = match places {
            0 => "it has no row in known_finding_places",
            _ if found.rowless.contains(&row.index()) => "a row by which it is recognised is not there any more",
            _ => "it no longer occurs",
        };
        outcome.findings.push(
            Finding::of(
                &KNOWN_FINDING_NOT_FOUND,
                format!("The known finding {} (\"{}\") is not found: {why}.", known.id(), known.name()),
            )
            .at(Table::KnownFinding, row.index(), "id"),
        );
    }
}

/// A place that says neither a figure nor a row, or names a table that is not there.
fn unusable(row: Id<KnownFindingPlace>) -> Finding {
    Finding::of(
        &KNOWN_FINDING_PLACE_UNUSABLE,
        "This row does not say by what a known finding is recognised: it needs a \
         figure, or a table with a row or a code.",
    )
    .at(Table::KnownFindingPlace, row.index(), "table")
}

impl Outcome {
    /// The ids by which a finding is known, by its position.
    pub fn known(&self, finding: usize) -> Vec<Id<KnownFinding>> {
        self.known.ids(finding)
    }

    /// Of these ids those that decide about the finding: the ones by which it alone is known, or all where there is none.
    pub fn deciding(&self, finding: usize) -> Vec<Id<KnownFinding>> {
        self.known.deciding(finding)
    }

    /// Whether a finding is settled, by its position: the plan knows it, and all that decides about it is explained or
    /// accepted. It stays a finding; only nobody has to do anything about it.
    pub fn is_settled(&self, finding: usize) -> bool {
        self.known.settled.get(finding).copied().unwrap_or(false)
    }
}

use super::{Outcome, resolve};
use crate::calculation::{CellAddress, Finding, Severity};
use crate::plan::{Id, KnownFinding, KnownFindingPlace, KnownFindingState, Plan, Table};

/// Notes for each finding by which ids it is known, and reports known findings that no longer occur.
///
/// The engine knows nothing of the ids: they stand in the plan, with the figures and rows by which
/// they are recognised.
pub(super) fn recognise(outcome: &mut Outcome, plan: &Plan) {
    let mut occurs = vec![false; plan.known_findings.len()];
    let mut places = vec![0_usize; plan.known_findings.len()];
    let mut known: Vec<Vec<Id<KnownFinding>>> = vec![Vec::new(); outcome.findings.len()];
    for (_, place) in plan.known_finding_places.iter() {
        if let Some(count) = places.get_mut(place.finding.position()) {
            *count += 1;
        }
        let figure = place.figure.as_ref().map(|figure| resolve(plan, &figure.0));
        let table = place.table.as_deref().map(Table::named);
        let row = table.flatten().zip(place.row.as_deref()).and_then(|(table, row)| row_of(plan, table, row));
        // A place that names a figure, table or row that is not there recognises nothing.
        if figure.is_some_and(|figure| figure.is_none()) || (place.row.is_some() && row.is_none()) {
            continue;
        }
        for (finding, known) in outcome.findings.iter().zip(&mut known) {
            if !concerns(finding, place, figure.flatten(), row) {
                continue;
            }
            if let Some(occurs) = occurs.get_mut(place.finding.position()) {
                *occurs = true;
            }
            if !known.contains(&place.finding) {
                known.push(place.finding);
            }
        }
    }
    outcome.known = known;
    for (((row, known), occurs), places) in plan.known_findings.iter().zip(occurs).zip(places) {
        if occurs {
            continue;
        }
        let why = if places == 0 { "it has no row in known_finding_places" } else { "it no longer occurs" };
        outcome.findings.push(Finding {
            severity: Severity::Information,
            code: "known-finding-not-found",
            places: vec![CellAddress { table: Table::KnownFinding, row: row.index(), column: "id" }],
            figures: Vec::new(),
            message: format!("The known finding {} (\"{}\") is not found: {why}.", known.id.as_str(), known.name),
            advice: "Take it out, or correct by what it is recognised.",
        });
        outcome.known.push(Vec::new());
    }
}

fn row_of(plan: &Plan, table: Table, row: &str) -> Option<CellAddress> {
    let row = plan.names.find(table, row).or_else(|| row.parse::<u32>().ok()?.checked_sub(1))?;
    Some(CellAddress { table, row, column: "" })
}

fn concerns(
    finding: &Finding,
    place: &KnownFindingPlace,
    figure: Option<crate::calculation::FigureKey>,
    row: Option<CellAddress>,
) -> bool {
    if place.figure.is_none() && place.table.is_none() {
        return false;
    }
    let table = place.table.as_deref().and_then(Table::named);
    place.code.as_deref().is_none_or(|code| code == finding.code)
        && figure.is_none_or(|figure| finding.figures.contains(&figure))
        && table.is_none_or(|table| finding.places.iter().any(|place| place.table == table))
        && row.is_none_or(|row| finding.places.iter().any(|place| place.table == row.table && place.row == row.row))
}

impl Outcome {
    /// The ids by which a finding is known, by its position.
    pub fn known(&self, finding: usize) -> &[Id<KnownFinding>] {
        self.known.get(finding).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many findings are open: those that are not known, or known and not settled. What is only
    /// worth knowing is not counted.
    pub fn open_findings(&self, plan: &Plan) -> usize {
        let settled = |id: &Id<KnownFinding>| {
            plan.known_findings.get(*id).is_some_and(|known| known.state != KnownFindingState::Open)
        };
        let open = |at: &usize| self.known(*at).is_empty() || !self.known(*at).iter().all(settled);
        let counts =
            |at: &usize| self.findings.get(*at).is_some_and(|finding| finding.severity != Severity::Information);
        (0..self.findings.len()).filter(counts).filter(open).count()
    }
}

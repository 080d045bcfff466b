use super::{Outcome, resolve};
use crate::calculation::{FigureKey, Finding, Severity, Subjects};
use crate::plan::{Content, Id, KnownFinding, KnownFindingPlace, KnownFindingState, Plan, Table};

/// Notes for each finding by which ids it is known, and reports known findings that no longer occur.
///
/// The engine knows nothing of the ids: they stand in the plan, with the figures and rows by which
/// they are recognised.
pub(super) fn recognise(outcome: &mut Outcome, plan: &Plan) {
    let mut occurs = vec![false; plan.known_findings.len()];
    let mut places = vec![0_usize; plan.known_findings.len()];
    let mut known: Vec<Vec<Id<KnownFinding>>> = vec![Vec::new(); outcome.findings.len()];
    let index = Index::of(&outcome.findings);
    let mut wrong = Vec::new();
    for (row, place) in plan.known_finding_places.iter() {
        if let Some(count) = places.get_mut(place.finding.position()) {
            *count += 1;
        }
        let Some(by) = By::of(plan, place) else {
            wrong.push(unusable(row));
            continue;
        };
        for at in index.candidates(&by) {
            let (Some(finding), Some(known)) = (outcome.findings.get(at), known.get_mut(at)) else { continue };
            if !by.concerns(finding) {
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
    for finding in wrong {
        outcome.findings.push(finding);
        outcome.known.push(Vec::new());
    }
    for (((row, known), occurs), places) in plan.known_findings.iter().zip(occurs).zip(places) {
        if occurs {
            continue;
        }
        let why = if places == 0 { "it has no row in known_finding_places" } else { "it no longer occurs" };
        outcome.findings.push(
            Finding::information(
                "known-finding-not-found",
                format!("The known finding {} (\"{}\") is not found: {why}.", known.id.as_str(), known.name),
            )
            .at(Table::KnownFinding, row.index(), "id")
            .advise("Take it out, or correct by what it is recognised."),
        );
        outcome.known.push(Vec::new());
    }
}

/// A place that says neither a figure nor a row, or names a table that is not there.
fn unusable(row: Id<KnownFindingPlace>) -> Finding {
    Finding::warning(
        "known-finding-place-unusable",
        "This row does not say by what a known finding is recognised: it needs a \
         figure, or a table with a row or a code.",
    )
    .at(Table::KnownFindingPlace, row.index(), "table")
    .advise("Give the id of a figure, or the name of a table and the row or the code.")
}

/// By what a known finding is recognised.
struct By<'a> {
    code: Option<&'a str>,
    figure: Option<FigureKey>,
    table: Option<Table>,
    row: Option<(Table, u32)>,
}

impl<'a> By<'a> {
    /// `None` if the row says nothing by which a finding can be recognised. If it names a figure or a row that the
    /// plan no longer has, the result matches no finding.
    fn of(plan: &Plan, place: &'a KnownFindingPlace) -> Option<Self> {
        let table = match place.table.as_deref() {
            Some(name) => Some(Table::named(name)?),
            None => None,
        };
        let code = place.code.as_deref();
        if place.figure.is_none() && (table.is_none() || (place.row.is_none() && code.is_none())) {
            return None;
        }
        /// A code that no finding has.
        const NO_FINDING: &str = "";
        let mut by = Self { code, figure: None, table, row: None };
        if let Some(figure) = &place.figure {
            by.figure = resolve(plan, &figure.0);
            by.code = if by.figure.is_none() { Some(NO_FINDING) } else { by.code };
        }
        if let (Some(table), Some(row)) = (table, place.row.as_deref()) {
            by.row = row_of(plan, table, row).map(|row| (table, row));
            by.code = if by.row.is_none() { Some(NO_FINDING) } else { by.code };
        }
        Some(by)
    }

    fn concerns(&self, finding: &Finding) -> bool {
        let place = |table, row: Option<u32>| {
            finding.places.iter().any(|place| place.table == table && row.is_none_or(|row| row == place.row))
        };
        self.code.is_none_or(|code| code == finding.code)
            && self.figure.is_none_or(|figure| finding.figures.contains(&figure))
            && self.table.is_none_or(|table| place(table, None))
            && self.row.is_none_or(|(table, row)| place(table, Some(row)))
    }
}

/// The row with an id; in a table without ids the one whose first cell says this, such as the
/// subject of a statement, or the one with this number, counted from one.
fn row_of(plan: &Plan, table: Table, row: &str) -> Option<u32> {
    let rows = u32::try_from(plan.row_count(table)).unwrap_or(u32::MAX);
    let says = |at: &u32| plan.content_at(table, *at, 0) == Content::Text(row);
    plan.names
        .find(table, row)
        .or_else(|| row.parse::<u32>().ok()?.checked_sub(1).filter(|at| *at < rows))
        .or_else(|| (0..rows).find(says))
}

/// The positions of the findings, sorted by the figures and by the rows that they concern.
struct Index {
    figures: Vec<((&'static str, Subjects), usize)>,
    rows: Vec<((Table, u32), usize)>,
}

impl Index {
    fn of(findings: &[Finding]) -> Self {
        let mut index = Self { figures: Vec::new(), rows: Vec::new() };
        for (at, finding) in findings.iter().enumerate() {
            index.figures.extend(finding.figures.iter().map(|key| ((key.kind.id, key.subjects), at)));
            index.rows.extend(finding.places.iter().map(|place| ((place.table, place.row), at)));
        }
        index.figures.sort();
        index.rows.sort();
        index
    }

    /// The positions of the findings that may match.
    fn candidates(&self, by: &By<'_>) -> Vec<usize> {
        if let Some(key) = by.figure {
            let about = (key.kind.id, key.subjects);
            let first = self.figures.partition_point(|(of, _)| *of < about);
            return self.figures.iter().skip(first).take_while(|(of, _)| *of == about).map(|(_, at)| *at).collect();
        }
        let Some(table) = by.table else { return Vec::new() };
        let first = by.row.unwrap_or((table, 0));
        let last = by.row.unwrap_or((table, u32::MAX));
        let start = self.rows.partition_point(|(of, _)| *of < first);
        self.rows.iter().skip(start).take_while(|(of, _)| *of <= last).map(|(_, at)| *at).collect()
    }
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

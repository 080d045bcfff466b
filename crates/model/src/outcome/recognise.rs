use super::known::Known;
use super::{Outcome, resolve};
use crate::calculation::{FigureIndex, FigureKey, Finding, findings};
use crate::plan::{Id, KnownFinding, KnownFindingPlace, KnownFindingState, Plan, Row, Table};
use crate::quantity::InOrder;
use std::collections::{BTreeMap, BTreeSet};

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
pub(super) fn recognise(outcome: &mut Outcome, plan: &Plan) {
    let mut occurs = vec![false; plan.known_findings.len()];
    let mut places = vec![0_usize; plan.known_findings.len()];
    let index = Index::of(&outcome.findings);
    let mut known = Known {
        own: vec![Vec::new(); outcome.findings.len()],
        groups: index.groups_of_findings(outcome.findings.len()),
        by_group: vec![Vec::new(); index.groups.len()],
        of_place: plan.known_finding_places.iter().map(|(_, place)| place.finding()).collect(),
        counts: vec![0; plan.known_findings.len()],
        settled: Vec::new(),
    };
    let mut titles = FirstCells::default();
    let mut wrong = Vec::new();
    // Those that name a row which the plan does not have.
    let mut rowless = BTreeSet::new();
    // What recognises by the same thing again recognises nothing more.
    let mut done = BTreeSet::new();
    for (row, place) in plan.known_finding_places.iter() {
        let of = place.finding();
        if let Some(count) = places.get_mut(of.position()) {
            *count += 1;
        }
        let Some(by) = By::of(plan, place, &mut titles) else {
            wrong.push(unusable(row));
            continue;
        };
        if place.row().is_some() && by.row.is_none() {
            rowless.insert(of.index());
        }
        let figure = by.figure.map(|figure| (figure.kind.ordinal(), figure.index));
        if !done.insert((of.index(), by.code, figure, by.table, by.row)) {
            continue;
        }
        let mut found = false;
        if let (Some(code), Some(table), None, None) = (by.code, by.table, by.figure, by.row) {
            // By its code alone: a whole group is recognised at once.
            if let Some(places) = index.group(table, code).and_then(|group| known.by_group.get_mut(group)) {
                places.push(row);
                found = true;
            }
        } else {
            for at in index.candidates(&by) {
                let (Some(finding), Some(own)) = (outcome.findings.get(at), known.own.get_mut(at)) else { continue };
                if by.concerns(finding) && own.last() != Some(&row) {
                    own.push(row);
                    found = true;
                }
            }
        }
        if let Some(occurs) = occurs.get_mut(of.position()) {
            *occurs |= found;
        }
    }
    outcome.findings.extend(wrong);
    for (((row, known), occurs), places) in plan.known_findings.iter().zip(occurs).zip(places) {
        if occurs {
            continue;
        }
        let why = match places {
            0 => "it has no row in known_finding_places",
            _ if rowless.contains(&row.index()) => "a row by which it is recognised is not there any more",
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

/// A place that says neither a figure nor a row, or names a table that is not there.
fn unusable(row: Id<KnownFindingPlace>) -> Finding {
    Finding::of(
        &KNOWN_FINDING_PLACE_UNUSABLE,
        "This row does not say by what a known finding is recognised: it needs a \
         figure, or a table with a row or a code.",
    )
    .at(Table::KnownFindingPlace, row.index(), "table")
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
    fn of(plan: &'a Plan, place: Row<'a, KnownFindingPlace>, titles: &mut FirstCells<'a>) -> Option<Self> {
        let table = match place.table() {
            Some(name) => Some(Table::named(name)?),
            None => None,
        };
        let code = place.code();
        if place.figure().is_none() && (table.is_none() || (place.row().is_none() && code.is_none())) {
            return None;
        }
        /// A code that no finding has.
        const NO_FINDING: &str = "";
        let mut by = Self { code, figure: None, table, row: None };
        if let Some(figure) = place.figure() {
            by.figure = resolve(plan, figure);
            by.code = if by.figure.is_none() { Some(NO_FINDING) } else { by.code };
        }
        if let (Some(table), Some(row)) = (table, place.row()) {
            by.row = titles.row_of(plan, table, row).map(|row| (table, row));
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

/// The rows of tables by what stands in their first cell, for those tables of which it was asked.
#[derive(Default)]
struct FirstCells<'a>(BTreeMap<Table, Vec<(&'a str, u32)>>);

impl<'a> FirstCells<'a> {
    /// The row with an id; in a table without ids the one whose first cell says this, such as the
    /// subject of a statement, or the one with this number, counted from one.
    fn row_of(&mut self, plan: &'a Plan, table: Table, row: &str) -> Option<u32> {
        plan.row_by_reference(table, row).or_else(|| {
            let first_cells = self.0.entry(table).or_insert_with(|| {
                let cells = plan.store(table).column(0);
                let rows = 0..plan.store(table).rows();
                let mut first_cells: Vec<_> = rows.filter_map(|at| Some((cells.text(at)?, at))).collect();
                first_cells.order_by(Ord::cmp);
                first_cells
            });
            let at = first_cells.partition_point(|(text, _)| *text < row);
            first_cells.get(at).filter(|(text, _)| *text == row).map(|(_, at)| *at)
        })
    }
}

/// The positions of the findings, sorted by the figures and by the rows that they concern.
struct Index<'a> {
    figures: Vec<((usize, FigureIndex), usize)>,
    rows: Vec<((Table, u32), usize)>,
    /// For each table and code the findings that have them.
    groups: BTreeMap<(Table, &'a str), Vec<usize>>,
}

impl<'a> Index<'a> {
    fn of(findings: &'a [Finding]) -> Self {
        let mut index = Self { figures: Vec::new(), rows: Vec::new(), groups: BTreeMap::new() };
        for (at, finding) in findings.iter().enumerate() {
            index.figures.extend(finding.figures.iter().map(|key| ((key.kind.ordinal(), key.index), at)));
            index.rows.extend(finding.places.iter().map(|place| ((place.table, place.row), at)));
            for place in &finding.places {
                let group: &mut Vec<usize> = index.groups.entry((place.table, finding.code)).or_default();
                // A finding with several places in a table is one of the group all the same.
                if group.last() != Some(&at) {
                    group.push(at);
                }
            }
        }
        index.figures.order_by(Ord::cmp);
        index.rows.order_by(Ord::cmp);
        index
    }

    fn group(&self, table: Table, code: &str) -> Option<usize> {
        self.groups.keys().position(|(of, other)| *of == table && *other == code)
    }

    fn groups_of_findings(&self, findings: usize) -> Vec<Vec<u32>> {
        let mut groups = vec![Vec::new(); findings];
        for (group, members) in (0..).zip(self.groups.values()) {
            for at in members {
                if let Some(groups) = groups.get_mut(*at) {
                    groups.push(group);
                }
            }
        }
        groups
    }

    /// The positions of the findings that may match.
    fn candidates(&self, by: &By<'_>) -> Vec<usize> {
        if let Some(key) = by.figure {
            let about = (key.kind.ordinal(), key.index);
            let first = self.figures.partition_point(|(of, _)| *of < about);
            return self.figures.iter().skip(first).take_while(|(of, _)| *of == about).map(|(_, at)| *at).collect();
        }
        let Some(about) = by.row else { return Vec::new() };
        let first = self.rows.partition_point(|(of, _)| *of < about);
        self.rows.iter().skip(first).take_while(|(of, _)| *of == about).map(|(_, at)| *at).collect()
    }
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

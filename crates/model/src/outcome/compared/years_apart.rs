//! Two sides of one quantity that an organisation gives for one year each, and not for the same: a year that is wrong in one
//! row takes away every comparison of its organisation, and nothing else would say so.
//!
//! What is of the base year is not asked about: what was delivered then may stand beside what is planned.

use crate::calculation::{CellAddress, Dimension, FigureIndex, FigureKey, FigureKind, Finding, findings, year_of};
use crate::outcome::Outcome;
use crate::outcome::recorded::FigureTolerances;
use crate::plan::{Plan, Table};
use crate::rules::finance::resource_limit::LIMIT_WITHOUT_FRAMEWORK;
use crate::rules::two_places::{PAIRS, Pair};
use std::collections::{BTreeMap, BTreeSet};

findings! {
    /// An organisation gives two amounts that are held against each other for one year of the plan each, and no year has
    /// both. That of the base year stands for what was, and is not asked about.
    GIVEN_FOR_OTHER_YEARS: warning(
        "given-for-other-years",
        "Correct the year of one of the two, or give the other for its year too: so neither is held against the other."
    )
}

/// So many cells of each figure are looked at for their years.
const MOST_CELLS: usize = 12;

/// Two figures about the same, each the only one of its kind, of two years.
struct Apart {
    /// The organisation; nothing for the whole plan.
    organisation: Option<u32>,
    years: [u32; 2],
    figures: [FigureKey; 2],
}

/// The figures by organisation and the two years.
type ByOrganisation = BTreeMap<(Option<u32>, [u32; 2]), Vec<[FigureKey; 2]>>;

/// Reports them: of each organisation and two years once.
pub(super) fn report(outcome: &mut Outcome, plan: &Plan, tolerances: &mut FigureTolerances<'_>) {
    let mut found = ByOrganisation::new();
    for apart in PAIRS.iter().flat_map(|pair| of_pair(outcome, plan, pair)) {
        let mut years = apart.years;
        years.sort_unstable();
        found.entry((apart.organisation, years)).or_default().push(apart.figures);
    }
    if found.is_empty() {
        return;
    }
    let of_organisations: BTreeSet<[u32; 2]> =
        found.keys().filter(|(of, _)| of.is_some()).map(|(_, years)| *years).collect();
    let is_of_years = |finding: &&Finding| finding.code == LIMIT_WITHOUT_FRAMEWORK.code;
    let limits = outcome.findings.iter().filter(is_of_years).flat_map(|finding| &finding.places);
    let limits = limits.map(|place| CellAddress { column: "year", ..*place });
    let said: BTreeSet<CellAddress> =
        outcome.findings.iter().flat_map(|finding| &finding.places).copied().chain(limits).collect();
    for ((organisation, years), figures) in found {
        // What is of all is the sum of what is of each.
        if organisation.is_none() && of_organisations.contains(&years) {
            continue;
        }
        let Some([figure, other]) = figures.first().copied() else { continue };
        let mut places: Vec<CellAddress> = Vec::new();
        for key in figures.iter().flatten() {
            let cells = tolerances.cells(*key, MOST_CELLS).into_iter();
            for cell in cells.filter_map(|cell| year_cell(plan, cell)) {
                if !places.contains(&cell) {
                    places.push(cell);
                }
            }
        }
        // A year of which something is said already is the one that is wrong.
        if places.is_empty() || places.iter().any(|place| said.contains(place)) {
            continue;
        }
        let message = format!(
            "\"{}\" and \"{}\" are held against each other within a year, and no year has both.",
            figure.label(plan),
            other.label(plan)
        );
        let finding = Finding::of(&GIVEN_FOR_OTHER_YEARS, message).at_cells(places);
        outcome.findings.push(finding.figures(figures.into_iter().flatten()));
    }
}

/// Where the year of a kind of figure stands in its index; nothing where it is about something else than an organisation.
fn year_at(kind: &FigureKind) -> Option<usize> {
    let of_organisations = |dimension: &Dimension| {
        matches!(dimension, Dimension::Row(Table::Organisation) | Dimension::Year | Dimension::Choice(_))
    };
    let is_year = |dimension: &Dimension| matches!(dimension, Dimension::Year);
    let at = kind.dimensions.iter().position(is_year)?;
    kind.dimensions.iter().all(of_organisations).then_some(at)
}

/// By what figures are about besides their year: the years, with the figure of each.
type ByYear = BTreeMap<FigureIndex, BTreeMap<u32, FigureKey>>;

fn of_pair(outcome: &Outcome, plan: &Plan, pair: &Pair) -> Vec<Apart> {
    let Some((_, at)) = year_at(pair.figure).zip(year_at(pair.other)) else { return Vec::new() };
    let Some((figures, others)) = outcome.series.get(pair.figure).zip(outcome.series.get(pair.other)) else {
        return Vec::new();
    };
    let figures = figures.iter().filter_map(|(key, _)| Some((pair.about.index(key, plan)?, key)));
    let (figures, others) = (by_year(figures, at), by_year(others.iter().map(|(key, _)| (key.index, key)), at));
    let organisation = pair.other.dimensions.iter().position(|of| matches!(of, Dimension::Row(_)));
    let planned = |year: &u32| year_of(*year).is_some_and(|year| plan.years().contains(&year));
    let only = |years: &BTreeMap<u32, FigureKey>| {
        let (year, key) = years.first_key_value()?;
        (years.len() == 1 && planned(year)).then_some((*year, *key))
    };
    let apart = |(about, years): (FigureIndex, BTreeMap<u32, FigureKey>)| {
        let ((year, figure), (other_year, other)) = only(&years).zip(only(others.get(&about)?))?;
        let organisation = organisation.map(|at| about.get(at));
        let apart = Apart { organisation, years: [year, other_year], figures: [figure, other] };
        (year != other_year).then_some(apart)
    };
    figures.into_iter().filter_map(apart).collect()
}

fn by_year(keys: impl Iterator<Item = (FigureIndex, FigureKey)>, at: usize) -> ByYear {
    let mut found = ByYear::new();
    for (mut about, key) in keys {
        let year = about.get(at);
        about.set(at, 0);
        found.entry(about).or_default().insert(year, key);
    }
    found
}

/// The cell with the year of what stands in a cell: of its row, or of the row to which that belongs.
fn year_cell(plan: &Plan, cell: CellAddress) -> Option<CellAddress> {
    let CellAddress { table, row, .. } = cell;
    if table.column("year").is_some() {
        return Some(CellAddress { table, row, column: "year" });
    }
    let mut of_others = table.columns().iter().enumerate().filter_map(|(at, column)| {
        let to = column.kind.refers_to().filter(|to| to.column("year").is_some())?;
        Some(CellAddress { table: to, row: plan.store(table).column(at).code(row)?, column: "year" })
    });
    of_others.next()
}

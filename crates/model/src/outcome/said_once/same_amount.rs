//! Findings of several kinds that one cell explains: they are about the same amount, and stand on a cell in common. Each
//! stays, for it says something else, and says besides where to look first.

use super::fold::cells_of;
use crate::calculation::{CellAddress, Finding, Unit, format};
use crate::outcome::Outcome;
use crate::outcome::recorded::FigureTolerances;
use crate::plan::Plan;
use crate::quantity::{Decimal, InOrder};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// How many cells can be the ones to look at.
const MOST_CELLS: usize = 3;

/// Where more findings than these are about one amount, it is one of many things.
const MOST: usize = 100;

/// Adds to each of them how many others there are, and the cell on which the most of them stand. Where one is said to follow
/// from another, that says it already.
pub(in crate::outcome) fn name_the_cell(outcome: &mut Outcome, plan: &Plan, tolerances: &mut FigureTolerances<'_>) {
    let causes: BTreeSet<usize> = outcome.follows.iter().copied().flatten().collect();
    let is_said = |at: usize| causes.contains(&at) || outcome.follows.get(at).copied().flatten().is_some();
    let findings = &outcome.findings;
    let mut of_amounts: BTreeMap<Decimal, Vec<usize>> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate().filter(|(at, _)| !is_said(*at)) {
        if let Some(pounds) = finding.pounds_apart().filter(|pounds| !pounds.is_zero()) {
            of_amounts.entry(pounds.normalize()).or_default().push(at);
        }
    }
    let mut said: Vec<(usize, String)> = Vec::new();
    for (pounds, of_amount) in of_amounts.into_iter().filter(|(_, of)| (2..=MOST).contains(&of.len())) {
        let mut on_cell: BTreeMap<CellAddress, Vec<usize>> = BTreeMap::new();
        for at in of_amount {
            let Some(finding) = findings.get(at) else { continue };
            for cell in cells_of(finding, tolerances) {
                let on = on_cell.entry(cell).or_default();
                if on.last() != Some(&at) {
                    on.push(at);
                }
            }
        }
        said.extend(sentences(findings, plan, pounds, &on_cell));
    }
    for (at, sentence) in said {
        if let Some(finding) = outcome.findings.get_mut(at) {
            finding.message = format!("{} {sentence}", finding.message);
        }
    }
}

/// What is added to the findings of one amount.
fn sentences(
    findings: &[Finding],
    plan: &Plan,
    pounds: Decimal,
    on_cell: &BTreeMap<CellAddress, Vec<usize>>,
) -> Vec<(usize, String)> {
    let of_several_kinds = |on: &[usize]| {
        let mut codes = on.iter().filter_map(|at| findings.get(*at)).map(|finding| finding.code);
        codes.next().is_some_and(|first| codes.any(|code| code != first))
    };
    // For each finding how many stand on one cell with it at most, and the cells on which so many do.
    let mut best: BTreeMap<usize, (usize, Vec<CellAddress>)> = BTreeMap::new();
    for (cell, on) in on_cell.iter().filter(|(_, on)| of_several_kinds(on)) {
        for at in on {
            let (most, cells) = best.entry(*at).or_default();
            match on.len().cmp(most) {
                Ordering::Greater => (*most, *cells) = (on.len(), vec![*cell]),
                Ordering::Equal => cells.push(*cell),
                Ordering::Less => {}
            }
        }
    }
    let amount = format::distance_in_unit(pounds, Unit::Money);
    let sentence = |(at, (on, cells)): (usize, (usize, Vec<CellAddress>))| {
        // Where they have more cells in common, as two sums of the same rows have, none of them is the one to look at.
        if cells.len() > MOST_CELLS {
            return None;
        }
        let of_cell = |cell: &CellAddress| {
            let (row, table) = (plan.row_words(cell.table, cell.row), cell.table.words());
            format!("{row} ({table}: {})", cell.column.replace('_', " "))
        };
        let mut words: Vec<String> = cells.iter().map(of_cell).collect();
        words.order_by(Ord::cmp);
        let words = words.join(", ");
        let sentence = match on.saturating_sub(1) {
            1 => format!("Another finding is about the same {amount}: both stand on {words}."),
            others => format!("{others} other findings are about the same {amount}: all stand on {words}."),
        };
        Some((at, sentence))
    };
    best.into_iter().filter_map(sentence).collect()
}

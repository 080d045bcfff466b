//! Findings of several kinds that one cell explains: they are about the same amount, and stand on a cell in common. Each
//! stays, for it says something else, and says besides where to look first.

use super::fold::cells_of;
use super::recording::FigureTolerances;
use crate::calculation::{CellAddress, Finding, Unit, format};
use crate::plan::Plan;
use crate::quantity::Decimal;
use std::collections::BTreeMap;

/// Where more findings than these are about one amount, it is one of many things.
const MOST: usize = 100;

/// Adds to each of them how many others there are, and the cell on which the most of them stand.
pub(super) fn name_the_cell(findings: &mut [Finding], plan: &Plan, tolerances: &mut FigureTolerances<'_>) {
    let mut of_amounts: BTreeMap<Decimal, Vec<usize>> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate() {
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
        if let Some(finding) = findings.get_mut(at) {
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
    // The cell on which the most stand; of two with as many the one that comes first by its words, in any order of rows.
    let mut best: BTreeMap<usize, (usize, String)> = BTreeMap::new();
    for (cell, on) in on_cell.iter().filter(|(_, on)| of_several_kinds(on)) {
        let words = format!("{} ({})", plan.row_words(cell.table, cell.row), cell.column.replace('_', " "));
        for at in on {
            let one = (on.len(), words.clone());
            let is_better = |(most, least): &(usize, String)| one.0 > *most || one.0 == *most && one.1 < *least;
            if best.get(at).is_none_or(is_better) {
                best.insert(*at, one);
            }
        }
    }
    let amount = format::distance_in_unit(pounds, Unit::Money);
    let sentence = |(at, (on, words)): (usize, (usize, String))| {
        let sentence = match on.saturating_sub(1) {
            1 => format!("Another finding is about the same {amount}: both stand on {words}."),
            others => format!("{others} other findings are about the same {amount}: all stand on {words}."),
        };
        (at, sentence)
    };
    best.into_iter().map(sentence).collect()
}

//! One fault said once: findings of one kind that are about the same amount and stand on a cell in common become one, which
//! names all that they name.
//!
//! A baseline that is wrong differs from the months of its provider, and so does the total of all providers of which it is the
//! only one; a saving that is wrong differs from the planned improvement and from what is said to be identified of it. Both
//! say what one cell has done. Findings that lie apart by other amounts, or have no cell in common, are left as they are.

use crate::calculation::{CellAddress, Finding, Severity, format};
use crate::outcome::findings::is_about_anything;
use crate::outcome::recorded::FigureTolerances;
use crate::plan::Plan;
use crate::quantity::{Decimal, InOrder};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How many of those that are folded in are named in words; the figures and cells of all are among those of the finding.
const MOST_NAMED: usize = 3;

/// Whether any two findings are about the same amount, so that it will be asked on which cells they stand.
pub(in crate::outcome) fn has_alike(findings: &[Finding]) -> bool {
    let mut amounts = BTreeSet::new();
    let mut given = findings.iter().filter_map(|finding| finding.apart).map(|(apart, _)| apart.normalize());
    given.any(|apart| !apart.is_zero() && !amounts.insert(apart))
}

/// Folds them together; the one that is about the narrowest subject stays, in the place of the first.
pub(in crate::outcome) fn fold(findings: &mut Vec<Finding>, plan: &Plan, tolerances: &mut FigureTolerances<'_>) {
    let mut alike: BTreeMap<(&str, Severity, Decimal), Vec<usize>> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate() {
        // What a person has asked to be compared is answered one by one.
        let apart = finding.apart.filter(|(apart, _)| !apart.is_zero() && !is_about_anything(finding.code));
        if let Some((apart, _)) = apart {
            alike.entry((finding.code, finding.severity, apart.normalize())).or_default().push(at);
        }
    }
    let mut is_folded = vec![false; findings.len()];
    for of_amount in alike.into_values().filter(|alike| alike.len() > 1) {
        let groups = on_the_same_cells(findings, &of_amount, tolerances);
        for group in groups.into_iter().filter(|group| group.len() > 1) {
            let (Some(folded), Some(place)) = (folded(findings, &group, plan), group.iter().min().copied()) else {
                continue;
            };
            if let Some(finding) = findings.get_mut(place) {
                *finding = folded;
            }
            for at in group.into_iter().filter(|at| *at != place) {
                is_folded.get_mut(at).into_iter().for_each(|is_folded| *is_folded = true);
            }
        }
    }
    let mut is_folded = is_folded.into_iter();
    findings.retain(|_| !is_folded.next().unwrap_or_default());
}

/// From how many cells on a figure is said to stand on none in particular.
const TOO_MANY: usize = 1_000;

/// The cells on which a finding stands: those of its figures, all of them, so that no order of rows makes another; or else the
/// cells with numbers that it names.
pub(super) fn cells_of(finding: &Finding, tolerances: &mut FigureTolerances<'_>) -> Vec<CellAddress> {
    let of_figures: Vec<Vec<CellAddress>> =
        finding.figures.iter().take(2).map(|figure| tolerances.cells(*figure, TOO_MANY)).collect();
    if of_figures.iter().any(|cells| cells.len() >= TOO_MANY) {
        return Vec::new();
    }
    let named = finding.places.iter().copied().filter(|place| place.is_number());
    let mut cells = of_figures.concat();
    if cells.is_empty() {
        cells.extend(named);
    }
    cells
}

/// The findings by what stands on the same cells, directly or through others of them.
fn on_the_same_cells(
    findings: &[Finding],
    of_amount: &[usize],
    tolerances: &mut FigureTolerances<'_>,
) -> Vec<Vec<usize>> {
    // For each finding another of its group, and so on up to one that is its own.
    let mut leads: Vec<usize> = (0..of_amount.len()).collect();
    let first_of = |leads: &mut Vec<usize>, mut at: usize| {
        while let Some(next) = leads.get(at).copied().filter(|next| *next != at) {
            let after = leads.get(next).copied().unwrap_or(next);
            if let Some(lead) = leads.get_mut(at) {
                *lead = after;
            }
            at = next;
        }
        at
    };
    let mut on_cell: BTreeMap<(CellAddress, bool), usize> = BTreeMap::new();
    for (at, finding) in of_amount.iter().enumerate().filter_map(|(at, of)| Some((at, findings.get(*of)?))) {
        let is_money = finding.pounds_apart().is_some();
        for cell in cells_of(finding, tolerances) {
            let other = *on_cell.entry((cell, is_money)).or_insert(at);
            let (one, other) = (first_of(&mut leads, at), first_of(&mut leads, other));
            if let Some(lead) = leads.get_mut(one.max(other)) {
                *lead = one.min(other);
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, of) in of_amount.iter().enumerate() {
        groups.entry(first_of(&mut leads, at)).or_default().push(*of);
    }
    groups.into_values().collect()
}

/// One finding made of several; nothing where one of them is about no figure.
fn folded(findings: &[Finding], group: &[usize], plan: &Plan) -> Option<Finding> {
    let about = |at: &usize| {
        let finding = findings.get(*at)?;
        let figure = finding.figures.first()?;
        // The figure with the most subjects is the narrowest.
        Some((Reverse(figure.kind.dimensions.len()), figure.label(plan), finding))
    };
    let mut order = group.iter().map(about).collect::<Option<Vec<_>>>()?;
    // Two figures may have one label, and then the words decide, whatever the order of the rows.
    order.order_by(|left, right| (&left.0, &left.1, &left.2.message).cmp(&(&right.0, &right.1, &right.2.message)));
    let ((.., narrowest), others) = order.split_first()?;
    let mut finding = (*narrowest).clone();
    for (.., other) in others {
        add_missing(&mut finding.places, &other.places);
        add_missing(&mut finding.figures, &other.figures);
    }
    let labels = format::some_of(others.iter().map(|(_, label, _)| label), MOST_NAMED, "; ");
    finding.message = format!("{} The same holds for {labels}.", finding.message);
    Some(finding)
}

fn add_missing<T: PartialEq + Copy>(all: &mut Vec<T>, more: &[T]) {
    for one in more {
        if !all.contains(one) {
            all.push(*one);
        }
    }
}

//! Where to look: a finding about a figure that names no number, but only of whom the figure is, names the numbers as well on
//! which the figure stands, so that who reads it comes to the cells that can be wrong.
//!
//! Where they are many, one that is larger than all others together is named: a budget in another unit is why a plan spends
//! more than it has. Otherwise each of many may be meant, and the explanation of the figure shows them.

use crate::calculation::{CellAddress, Finding, Severity, Unit};
use crate::outcome::findings::{faults, is_about_anything};
use crate::outcome::recorded::FigureTolerances;
use crate::plan::{ColumnKind, Plan};
use crate::quantity::{Fixed, InOrder};
use std::collections::BTreeSet;

/// So many numbers are few enough to name them all.
const FEW: usize = 4;
/// Of so many numbers none is looked at.
const TOO_MANY: usize = 1_000;

/// Whether a finding says of a figure that it cannot be right, and names no number that could be corrected.
fn lacks_a_number(finding: &Finding) -> bool {
    let is_about_one = !finding.figures.is_empty() && finding.figures.len() <= 2;
    finding.severity != Severity::Information
        && is_about_one
        && !is_about_anything(finding.code)
        && !faults::is_fault(finding.code)
        && !finding.places.iter().any(|cell| cell.is_number())
}

/// Whether there is a finding that names no number: then it has to be known how figures came about.
pub(in crate::outcome) fn is_asked(findings: &[Finding]) -> bool {
    findings.iter().any(lacks_a_number)
}

/// Names the numbers.
pub(in crate::outcome) fn name_numbers(findings: &mut [Finding], plan: &Plan, tolerances: &mut FigureTolerances<'_>) {
    for finding in findings.iter_mut().filter(|finding| lacks_a_number(finding)) {
        let of_figures = finding.figures.iter().map(|figure| tolerances.cells(*figure, TOO_MANY));
        let mut cells: Vec<CellAddress> = of_figures.collect::<Vec<_>>().concat();
        let mut seen = BTreeSet::new();
        cells.retain(|cell| seen.insert((cell.table as usize, cell.row, cell.column)));
        let is_money = finding.figures.iter().all(|figure| figure.kind.unit == Unit::Money);
        if cells.len() <= FEW {
            // In any order of rows the same comes first.
            cells.order_by_key(|cell| (plan.row_words(cell.table, cell.row), cell.table as usize, cell.column));
            finding.places.extend(cells);
        } else if cells.len() < TOO_MANY
            && let Some(largest) = outweighs_all(plan, &cells, is_money)
        {
            finding.places.push(largest);
        }
    }
}

/// The cell whose number is larger than those of all others together, whatever their signs: of those in pounds for a figure in
/// pounds, and of all others for another. Nothing where there is none.
fn outweighs_all(plan: &Plan, cells: &[CellAddress], is_money: bool) -> Option<CellAddress> {
    let size = |cell: &CellAddress| {
        let at = cell.table.column(cell.column)?;
        let column = cell.table.columns().get(at)?;
        let (number, _) = plan.store(cell.table).column(at).number(cell.row)?;
        let size = if number.is_negative() { number.negated() } else { number };
        (matches!(column.kind, ColumnKind::Money) == is_money).then_some((*cell, size))
    };
    let sizes: Vec<(CellAddress, Fixed)> = cells.iter().filter_map(size).collect();
    let all = sizes.iter().fold(Fixed::ZERO, |sum, (_, size)| sum.plus(*size));
    sizes.into_iter().find(|(_, size)| all.minus(*size).is_below(*size)).map(|(cell, _)| cell)
}

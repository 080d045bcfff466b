//! Resource limits and lines of the framework, each with its year and organisation: which have the other.

use crate::calculation::year_of;
use crate::plan::{BudgetLine, Plan, Row};
use crate::quantity::InOrder;
use crate::rules::framework::year_of_lines;
use crate::rules::whole_and_parts::{Given, Organisations};

/// The years and organisations of the lines of the framework, each once, in order.
pub(super) fn lines_by_year(plan: &Plan) -> Vec<(u32, Option<u32>)> {
    let other = year_of_lines(plan);
    let of_line = |(_, line): (_, Row<'_, BudgetLine>)| {
        let year = line.year().map(|year| u32::from(year.start())).or(other)?;
        Some((year, line.organisation().map(|of| of.index())))
    };
    let mut lines: Vec<_> = plan.budget_lines.iter().filter_map(of_line).collect();
    lines.order_by(Ord::cmp);
    lines.dedup();
    lines
}

/// The limits of the organisations that have lines too, where some have one without the other. Nothing where limits or
/// lines are those of the whole, where no organisation has both, or where all have.
pub(super) fn both(tree: &Organisations, limits: &[Given], lines: &[Option<u32>]) -> Option<Vec<Given>> {
    if limits.iter().any(|row| row.organisation.is_none()) || lines.iter().any(Option::is_none) {
        return None;
    }
    let names: Vec<Option<u32>> = limits.iter().map(|row| row.organisation).collect();
    let both: Vec<Given> =
        limits.iter().filter(|row| lines.binary_search(&row.organisation).is_ok()).copied().collect();
    let (alone, lines_alone) = (alone(tree, &names, lines), alone(tree, lines, &names));
    if both.is_empty() || (alone.is_empty() && lines_alone.is_empty()) {
        return None;
    }
    let names: Vec<Option<u32>> = both.iter().map(|row| row.organisation).collect();
    let above = tree.above(&names);
    Some(both.into_iter().zip(above).filter(|(_, above)| above.is_none()).map(|(row, _)| row).collect())
}

/// The organisations that are not among others; not those that only sum up what their parts give.
pub(super) fn alone(tree: &Organisations, organisations: &[Option<u32>], others: &[Option<u32>]) -> Vec<Option<u32>> {
    let mut others = others.to_vec();
    others.order_by(Ord::cmp);
    let mut sums_up = vec![false; organisations.len()];
    for above in tree.above(organisations).into_iter().flatten() {
        if let Some(sums_up) = sums_up.get_mut(above) {
            *sums_up = true;
        }
    }
    let parts = organisations.iter().zip(sums_up).filter(|(_, sums_up)| !sums_up).map(|(of, _)| *of);
    parts.filter(|of| others.binary_search(of).is_err()).collect()
}

pub(super) fn words(year: u32) -> String {
    year_of(year).map(|year| year.to_string()).unwrap_or_default()
}

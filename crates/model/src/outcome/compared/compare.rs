//! Every printed figure against the computed one.

mod differs;
mod in_two_ways;
mod not_printed;
mod precision;
mod value;

pub(in crate::outcome) use differs::{PRINTED_BUT_NOT_COMPUTED, PRINTED_DIFFERS};
pub(in crate::outcome) use in_two_ways::PRINTED_IN_TWO_WAYS;
pub(in crate::outcome) use not_printed::NOT_PRINTED;

use super::comparison::{Comparison, Verdict};
use super::refused_figures::RefusedFigures;
use super::unlikely;
use crate::calculation::{FigureKey, Reach, findings};
use crate::outcome::recorded::FigureTolerances;
use crate::outcome::{Outcome, resolve};
use crate::pace::Pace;
use crate::plan::{Id, Plan, Row, StatedFigure};
use crate::quantity::{Decimal, Fault, InOrder};
use value::{fits, half_unit, in_unit_of_figure};

findings! {
    ..differs
    ..precision
    ..not_printed
    ..in_two_ways
}

/// Compares every printed figure and adds the findings, giving way between them.
pub(in crate::outcome) async fn compare(
    outcome: &mut Outcome,
    plan: &Plan,
    tolerances: &mut FigureTolerances<'_>,
    pace: &Pace<'_>,
) {
    let mut comparisons: Vec<Comparison> = Vec::with_capacity(plan.stated.len());
    for (row, stated) in plan.stated.iter() {
        comparisons.push(found(outcome, plan, row, stated));
        pace.checked_rows().await;
    }
    let apart = comparisons.iter().filter(|comparison| comparison.apart().is_some()).count();
    if apart > 0 {
        tolerances.prepare(pace).await;
    }
    tolerances.expect(apart);
    let settled: Vec<Option<Reach>> = comparisons
        .iter()
        .map(|one| tolerances.settled(one.figure?, one.apart()?, half_unit(plan.stated.get(one.row)?).ok()?))
        .collect();
    let is_open = |(one, settled): &(&Comparison, &Option<Reach>)| one.apart().is_some() && settled.is_none();
    tolerances.expect(comparisons.iter().zip(&settled).filter(is_open).count());
    let refused = RefusedFigures::of(outcome);
    for (comparison, settled) in comparisons.iter_mut().zip(settled) {
        let Some(stated) = plan.stated.get(comparison.row) else { continue };
        let reach = judge(comparison, stated, settled, tolerances);
        differs::report((outcome, &refused), plan, stated, comparison, &reach);
        pace.checked_rows().await;
    }
    precision::report(outcome, plan, &comparisons);
    let stated = in_order_of_figures(&comparisons);
    in_two_ways::report(outcome, plan, &stated);
    not_printed::report(outcome, plan, &stated);
    outcome.comparisons = comparisons;
}

/// A printed figure and the computed one, before it is asked how far apart they may be.
fn found(outcome: &Outcome, plan: &Plan, row: Id<StatedFigure>, stated: Row<'_, StatedFigure>) -> Comparison {
    let figure = resolve(plan, stated.figure());
    let fits = figure.is_none_or(|figure| fits(figure.kind.unit, stated.unit()));
    let printed = if fits { in_unit_of_figure(stated.value().get(), stated.unit()) } else { Err(Fault::NotGiven) };
    let computed = figure.and_then(|figure| outcome.value(figure));
    // What lacks a part is not held against the whole.
    let lacks = figure.and_then(|figure| outcome.lacking.cell(figure));
    let verdict = match (printed, computed) {
        // A percentage of nothing is n/a: any number that is printed for it differs.
        (Ok(_), Some(Err(Fault::DivisionByZero))) => Verdict::Differs,
        (Ok(printed), Some(Ok(computed))) if printed == computed => Verdict::Exact,
        (Ok(_), Some(Ok(_))) if lacks.is_some() => Verdict::NotComputed,
        (Ok(_), Some(Ok(_))) => Verdict::Rounding,
        _ => Verdict::NotComputed,
    };
    Comparison { row, figure, printed, computed, tolerance: Decimal::ZERO, deviations: None, verdict }
}

/// The verdict on two numbers that are not the same.
fn judge(
    comparison: &mut Comparison,
    stated: Row<'_, StatedFigure>,
    settled: Option<Reach>,
    tolerances: &mut FigureTolerances<'_>,
) -> Reach {
    let (Some(apart), Some(key), Ok(printed)) = (comparison.apart(), comparison.figure, comparison.printed) else {
        return Reach::default();
    };
    if comparison.verdict == Verdict::NotComputed {
        return Reach::default();
    }
    let half_unit = half_unit(stated).unwrap_or_default();
    let reach = settled.unwrap_or_else(|| tolerances.beside(key, printed, half_unit));
    comparison.tolerance = reach.farthest;
    comparison.deviations = unlikely::shown_deviations(&reach, apart);
    comparison.verdict = Verdict::of(reach.explains(apart));
    reach
}

/// The printed figures with their comparisons, those of one kind together and those of one figure too. The kinds stand
/// in no order that a person would see.
fn in_order_of_figures(comparisons: &[Comparison]) -> Vec<(FigureKey, &Comparison)> {
    let mut stated: Vec<(FigureKey, &Comparison)> =
        comparisons.iter().filter_map(|comparison| Some((comparison.figure?, comparison))).collect();
    stated.order_by_key(|(figure, _)| (figure.kind.ordinal(), figure.index));
    stated
}

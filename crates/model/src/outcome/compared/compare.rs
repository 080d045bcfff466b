use super::comparison::{Comparison, Verdict};
use super::refused_figures::RefusedFigures;
use super::unlikely;
use crate::calculation::{FigureKey, Finding, Reach, Unit, findings, format};
use crate::outcome::recorded::FigureTolerances;
use crate::outcome::{Outcome, resolve};
use crate::pace::Pace;
use crate::plan::{Id, Plan, Row, StatedFigure, StatedUnit, Table, shortened};
use crate::quantity::{
    Decimal, Digits, Fault, Fixed, InOrder, Value, absolute, add, distance, divide, multiply, subtract, whole,
};
use crate::rules::common_findings::{UNIT_DOES_NOT_FIT, UNKNOWN_FIGURE};

findings! {
    /// A figure is printed, and the plan lacks what it would follow from.
    PRINTED_BUT_NOT_COMPUTED: warning(
        "printed-but-not-computed",
        "Give the figures from which it follows, or take the row out."
    )
    /// A printed figure is not the computed one, and rounding does not explain it.
    PRINTED_DIFFERS: warning(
        "printed-differs",
        "Find which of the two is right; the printed figure is never overwritten."
    )
    /// A figure is printed so roughly that even nothing would agree with it.
    PRECISION_SAYS_NOTHING: warning(
        "precision-says-nothing",
        "Give as precision the size of the last digit that is meant, in the unit of the row."
    )
    /// A figure is not printed, although nearly all of its kind are.
    NOT_PRINTED: information("not-printed", "Print it, or look why it was left out.")
    /// One figure is printed in two places with values that rounding cannot bring together.
    PRINTED_IN_TWO_WAYS: warning("printed-in-two-ways", "Say which of the two is right.")
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
        report((outcome, &refused), plan, stated, comparison, &reach);
        pace.checked_rows().await;
    }
    report_precision(outcome, plan, &comparisons);
    let stated = in_order_of_figures(&comparisons);
    report_contradictions(outcome, plan, &stated);
    report_not_printed(outcome, plan, &stated);
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

fn in_unit_of_figure(value: Decimal, unit: StatedUnit) -> Value {
    match unit {
        StatedUnit::Pounds | StatedUnit::Count | StatedUnit::Number | StatedUnit::Arrows => Ok(value),
        StatedUnit::Thousands => multiply(value, whole(1_000)),
        StatedUnit::Millions => multiply(value, whole(1_000_000)),
        StatedUnit::Billions => multiply(value, whole(1_000_000_000)),
        StatedUnit::Percent => divide(value, whole(100)),
    }
}

/// Half a unit of the last printed place, or of the precision that is meant.
fn half_unit(stated: Row<'_, StatedFigure>) -> Value {
    let half = match stated.precision() {
        // A precision of nothing or less says nothing; that is an error at its cell.
        Some(precision) if Fixed::ZERO.is_below(precision.fixed()) => divide(precision.get(), whole(2))?,
        _ => Digits::of(stated.value().get()).half_unit(),
    };
    in_unit_of_figure(half, stated.unit())
}

fn fits(unit: Unit, stated: StatedUnit) -> bool {
    match unit {
        Unit::Money => {
            matches!(stated, StatedUnit::Pounds | StatedUnit::Thousands | StatedUnit::Millions | StatedUnit::Billions)
        }
        Unit::Percent => stated == StatedUnit::Percent,
        Unit::Count => stated == StatedUnit::Count,
        Unit::Rating => stated == StatedUnit::Number,
        Unit::Number => matches!(stated, StatedUnit::Number | StatedUnit::Count),
        Unit::Arrows => stated == StatedUnit::Arrows,
    }
}

fn report(
    (outcome, refused): (&mut Outcome, &RefusedFigures),
    plan: &Plan,
    stated: Row<'_, StatedFigure>,
    comparison: &Comparison,
    reach: &Reach,
) {
    let row = comparison.row;
    let Some(key) = comparison.figure else {
        outcome.findings.push(
            Finding::of(&UNKNOWN_FIGURE, format!("No rule computes a figure \"{}\".", shortened(stated.figure()))).at(
                Table::StatedFigure,
                row.index(),
                "figure",
            ),
        );
        return;
    };
    if !fits(key.kind.unit, stated.unit()) {
        outcome.findings.push(
            Finding::of(
                &UNIT_DOES_NOT_FIT,
                format!(
                    "{} is printed in {}, but it is a figure in {}.",
                    key.label(plan),
                    stated.unit().word(),
                    key.kind.unit.word()
                ),
            )
            .at(Table::StatedFigure, row.index(), "unit")
            .figure(key),
        );
        return;
    }
    if matches!(comparison.verdict, Verdict::Exact | Verdict::Rounding) {
        return;
    }
    // That the figure has no unit in which it could be worked out is said of the figure itself.
    let is_said = comparison.computed.is_none() && refused.has(key);
    if let Some(finding) = judged(key.label(plan), key.kind.unit, comparison, reach).filter(|_| !is_said) {
        outcome.findings.push(finding.at(Table::StatedFigure, row.index(), "value").figure(key));
    }
}

/// What is to be said of a printed figure that is not the computed one, or of which none is computed.
fn judged(label: String, unit: Unit, comparison: &Comparison, reach: &Reach) -> Option<Finding> {
    let printed = format::in_unit(comparison.printed, unit);
    Some(match (comparison.verdict, comparison.computed) {
        (Verdict::Differs, Some(Err(fault))) => {
            differs(format!("{label} is printed as {printed}, but there is no such figure: {fault}."))
        }
        (Verdict::Differs | Verdict::Unlikely, Some(computed)) => {
            let apart = comparison.apart().unwrap_or_default();
            let apart_words = match unit {
                Unit::Arrows | Unit::Rating => String::new(),
                unit => format!(", {} apart", format::distance_in_unit(apart, unit)),
            };
            let computed = format::in_unit(computed, unit);
            let message = format!("{label} is printed as {printed} and computed as {computed}{apart_words}.");
            let finding = if comparison.verdict == Verdict::Unlikely {
                unlikely::finding(&message, reach, apart, unit)
            } else {
                differs(message)
            };
            finding.apart(apart, unit)
        }
        (Verdict::NotComputed, computed) => {
            let why = match (computed, comparison.printed) {
                (None, _) => "the plan gives nothing from which it follows".to_owned(),
                (Some(Err(fault)), _) => fault.to_string(),
                (Some(Ok(_)), Ok(_)) => "the plan leaves a cell empty that is part of it".to_owned(),
                (Some(Ok(_)), Err(_)) => "the printed value cannot be used".to_owned(),
            };
            let message = format!("{label} is printed as {printed} but cannot be computed: {why}.");
            Finding::of(&PRINTED_BUT_NOT_COMPUTED, message)
        }
        _ => return None,
    })
}

fn differs(message: String) -> Finding {
    Finding::of(&PRINTED_DIFFERS, message)
}

/// A precision that is meant so large that even nothing would agree: then the printed figure says nothing.
fn report_precision(outcome: &mut Outcome, plan: &Plan, comparisons: &[Comparison]) {
    for comparison in comparisons {
        let (Some(stated), Some(key)) = (plan.stated.get(comparison.row), comparison.figure) else { continue };
        if stated.precision().is_none() {
            continue;
        }
        let (Ok(printed), Ok(half)) = (comparison.printed, half_unit(stated)) else { continue };
        if printed.is_zero() || half < absolute(printed) {
            continue;
        }
        let unit = key.kind.unit;
        outcome.findings.push(
            Finding::of(
                &PRECISION_SAYS_NOTHING,
                format!(
                    "{} is printed as {}, but so roughly that anything within {} of it would agree, even nothing.",
                    key.label(plan),
                    format::in_unit(Ok(printed), unit),
                    format::distance_in_unit(half, unit)
                ),
            )
            .at(Table::StatedFigure, comparison.row.index(), "precision")
            .figure(key),
        );
    }
}

/// A figure that is not printed although nearly all of its kind are.
fn report_not_printed(outcome: &mut Outcome, plan: &Plan, stated: &[(FigureKey, &Comparison)]) {
    /// A missing figure is reported where at least so many of its kind are printed for each that is missing.
    const ONE_OF: usize = 6;
    let mut found: Vec<(FigureKey, Finding)> = Vec::new();
    for printed in stated.chunk_by(|(left, _), (right, _)| std::ptr::eq(left.kind, right.kind)) {
        let [(FigureKey { kind, .. }, _), ..] = *printed else { continue };
        let of_kind = printed.chunk_by(|(left, _), (right, _)| left == right).count();
        let missing: Vec<FigureKey> = outcome
            .figures_of(kind)
            .map(|(key, _)| key)
            .filter(|key| printed.binary_search_by(|(other, _)| other.index.cmp(&key.index)).is_err())
            .collect();
        if missing.is_empty() || missing.len() * ONE_OF > of_kind {
            continue;
        }
        let Some(first) = missing.iter().min_by_key(|key| key.id(plan)) else { continue };
        let computed = outcome.value(*first).unwrap_or(Err(Fault::NotGiven));
        found.push((
            *first,
            Finding::of(
                &NOT_PRINTED,
                format!(
                    "{} is not printed, although {of_kind} figures of its kind are; it is computed as {}.",
                    first.label(plan),
                    format::in_unit(computed, kind.unit)
                ),
            )
            .at_cells(first.place())
            .figures(missing),
        ));
    }
    found.order_by(|(left, _), (right, _)| left.by_id_of_kind(right));
    outcome.findings.extend(found.into_iter().map(|(_, finding)| finding));
}

/// The printed figures with their comparisons, those of one kind together and those of one figure too. The kinds stand
/// in no order that a person would see.
fn in_order_of_figures(comparisons: &[Comparison]) -> Vec<(FigureKey, &Comparison)> {
    let mut stated: Vec<(FigureKey, &Comparison)> =
        comparisons.iter().filter_map(|comparison| Some((comparison.figure?, comparison))).collect();
    stated.order_by_key(|(figure, _)| (figure.kind.ordinal(), figure.index));
    stated
}

/// The same figure printed in two places with values that rounding cannot reconcile.
fn report_contradictions(outcome: &mut Outcome, plan: &Plan, stated: &[(FigureKey, &Comparison)]) {
    let mut printed: Vec<(FigureKey, Decimal, Decimal, Id<StatedFigure>)> = Vec::new();
    let several = stated.chunk_by(|(left, _), (right, _)| left == right).filter(|of_figure| of_figure.len() > 1);
    for (key, comparison) in several.flatten() {
        if let (Ok(value), Some(stated)) = (comparison.printed, plan.stated.get(comparison.row)) {
            printed.push((*key, value, half_unit(stated).unwrap_or_default(), comparison.row));
        }
    }
    // From the smallest to the largest, whichever is printed first.
    printed.order_by(|(left, value, half, _), (right, other, other_half, _)| {
        left.by_id_of_kind(right).then(value.cmp(other)).then(half.cmp(other_half))
    });
    for of_figure in printed.chunk_by(|(left, ..), (right, ..)| left == right) {
        // The earlier one that reaches least far: what agrees with it agrees with all earlier ones.
        let mut nearest: Option<(Decimal, Decimal, Id<StatedFigure>)> = None;
        for (key, value, half, row) in of_figure {
            let end = add(*value, *half).unwrap_or(*value);
            let Some((least_end, earlier, earlier_row)) = nearest else {
                nearest = Some((end, *value, *row));
                continue;
            };
            // Where they only touch, the one number behind both would be rounded up in one place, down in the other.
            if *value != earlier && subtract(*value, *half).is_ok_and(|start| start >= least_end) {
                outcome.findings.push(
                    Finding::of(
                        &PRINTED_IN_TWO_WAYS,
                        format!(
                            "{} is printed as {} in one place and as {} in another.",
                            key.label(plan),
                            format::in_unit(Ok(earlier), key.kind.unit),
                            format::in_unit(Ok(*value), key.kind.unit)
                        ),
                    )
                    .at(Table::StatedFigure, row.index(), "value")
                    .at(Table::StatedFigure, earlier_row.index(), "value")
                    .figure(*key)
                    .apart(distance(earlier, *value), key.kind.unit),
                );
            }
            if end < least_end {
                nearest = Some((end, *value, *row));
            }
        }
    }
}

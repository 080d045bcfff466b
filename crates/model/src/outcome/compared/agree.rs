use super::agreement::Agreement;
use super::comparison::Verdict;
use super::{unlikely, years_apart};
use crate::calculation::{CellAddress, FigureIndex, FigureKey, Finding, Reach, Unit, findings, format};
use crate::outcome::recorded::FigureTolerances;
use crate::outcome::{Outcome, resolve};
use crate::pace::Pace;
use crate::plan::{CrossCheck, Id, Plan, Relation, Row, Table, shortened};
use crate::quantity::{Decimal, Value, distance, divide, multiply, negate, round_half_away, whole};
use crate::rules::common_findings::{UNIT_DOES_NOT_FIT, UNKNOWN_FIGURE};
use crate::rules::two_places::{PAIRS, Pair};
use std::rc::Rc;

findings! {
    /// Two figures that the table cross_checks holds against each other do not agree, and rounding does not explain it.
    FIGURES_DIFFER: warning(
        "figures-differ",
        "Find which of the two is right, or settle the finding with a note why they measure different things."
    )
}

/// Holds figures against each other and adds the findings, giving way between them.
pub(in crate::outcome) async fn agree(
    outcome: &mut Outcome,
    plan: &Plan,
    tolerances: &mut FigureTolerances<'_>,
    pace: &Pace<'_>,
) {
    let of_pairs: usize =
        PAIRS.iter().map(|pair| outcome.count_of(pair.figure) * (1 + pair.or.len() + pair.or_other.len())).sum();
    tolerances.expect(of_pairs + plan.cross_checks.len());
    let mut agreements = Vec::new();
    for pair in PAIRS {
        agree_pair(outcome, plan, tolerances, pair, &mut agreements);
        pace.checked_rows().await;
    }
    years_apart::report(outcome, plan, tolerances);
    let mut of_rows = Vec::with_capacity(plan.cross_checks.len());
    for (row, check) in plan.cross_checks.iter() {
        of_rows.extend(agree_row(outcome, plan, tolerances, row, check));
        pace.checked_rows().await;
    }
    for (agreement, reach) in &of_rows {
        report(outcome, plan, agreement, reach, None);
    }
    agreements.extend(of_rows.into_iter().map(|(agreement, _)| agreement));
    outcome.agreements = agreements;
}

/// Holds the two figures of a row of the table `cross_checks` against each other; says where there is no such figure, and
/// where the two cannot be compared.
fn agree_row(
    outcome: &mut Outcome,
    plan: &Plan,
    tolerances: &mut FigureTolerances<'_>,
    row: Id<CrossCheck>,
    check: Row<'_, CrossCheck>,
) -> Option<(Agreement, Reach)> {
    let [figure, other] = [("figure", check.figure()), ("other", check.other())].map(|(column, id)| {
        let key = resolve(plan, id).filter(|key| outcome.value(*key).is_some());
        if key.is_none() {
            outcome.findings.push(
                Finding::of(&UNKNOWN_FIGURE, format!("This plan has no figure \"{}\".", shortened(id))).at(
                    Table::CrossCheck,
                    row.index(),
                    column,
                ),
            );
        }
        key
    });
    let (figure, other) = (figure?, other?);
    if !figure.kind.unit.is_like(other.kind.unit) {
        outcome.findings.push(in_other_units(plan, row, figure, other));
        return None;
    }
    held(outcome, tolerances, Some(row), [figure, other], (check.relation(), false, Decimal::ZERO))
}

fn in_other_units(plan: &Plan, row: Id<CrossCheck>, figure: FigureKey, other: FigureKey) -> Finding {
    Finding::of(
        &UNIT_DOES_NOT_FIT,
        format!(
            "{} is in {}, and {} is in {}: they cannot be compared.",
            figure.label(plan),
            figure.kind.unit.word(),
            other.label(plan),
            other.kind.unit.word()
        ),
    )
    .at(Table::CrossCheck, row.index(), "other")
    .figures([figure, other])
    .advise("Compare figures of the same unit.")
}

/// Holds every figure of a kind against that of another kind about the same.
fn agree_pair(
    outcome: &mut Outcome,
    plan: &Plan,
    tolerances: &mut FigureTolerances<'_>,
    pair: &Pair,
    agreements: &mut Vec<Agreement>,
) {
    let series = Rc::clone(&outcome.series);
    let (Some(figures), Some(others)) = (series.get(pair.figure), series.get(pair.other)) else { return };
    agreements.reserve(figures.len().min(others.len()));
    for (figure, number) in figures.iter() {
        let about = |kind| FigureKey { kind, index: figure.index };
        let Some(index) = pair.about.index(figure, plan) else { continue };
        let Some(other) = others.get(index) else { continue };
        if pair.only_with.is_some_and(|kind| outcome.value(about(kind)).is_none_or(|value| value.is_err())) {
            continue;
        }
        let other_key = FigureKey { kind: pair.other, index };
        let (number, other) = (number.shown(), other.shown());
        if number == if pair.opposite { other.negated() } else { other } && !number.is_fault() {
            // So it is nearly everywhere.
            agreements.push(exact(None, [figure, other_key]));
            continue;
        }
        let besides = pair.within.and_then(|kind| outcome.value(about(kind))?.ok()).unwrap_or_default();
        let how = (pair.relation, pair.opposite, besides);
        let mut hold = |sides| held(outcome, tolerances, None, sides, how);
        let Some(first) = hold([about(pair.figure), other_key]) else { continue };
        let agrees = |(agreement, _): &(Agreement, Reach)| !agreement.verdict.is_apart();
        // Where another of the same quantity lacks something, that may be the one which would agree.
        let one_lacks = || {
            let of_figure = pair.or.iter().map(|kind| about(kind));
            let mut keys = of_figure.chain(pair.or_other.iter().map(|kind| FigureKey { kind, index }));
            keys.any(|key| outcome.lacking.cell(key).is_some())
        };
        if !agrees(&first) && one_lacks() {
            continue;
        }
        // Where none of the others agrees either, the first is the one to show.
        let sides = pair.or.iter().map(|kind| [about(kind), other_key]);
        let or_other = pair.or_other.iter().filter_map(|kind| series.get(kind));
        let same = pair.or_within.unwrap_or(pair.other.dimensions.len());
        let or_other = or_other.flat_map(|others| others.within(index, same)).map(|other| [figure, other]);
        let others = sides.chain(or_other).filter(|_| !agrees(&first)).filter_map(&mut hold).find(agrees);
        let (agreement, reach) = others.unwrap_or(first);
        // The cells on which the two stand are the ones to look at.
        let mut cells = Vec::new();
        if agreement.verdict.is_apart() {
            let of_both = [agreement.figure, agreement.other].map(|figure| tolerances.cells(figure, MOST_CELLS));
            // A sum of nothing is given nowhere.
            if of_both.iter().any(Vec::is_empty) {
                continue;
            }
            cells = of_both.concat();
        }
        report(outcome, plan, &agreement, &reach, Some((pair, cells)));
        agreements.push(agreement);
    }
}

/// Two figures that are the same.
const fn exact(row: Option<Id<CrossCheck>>, [figure, other]: [FigureKey; 2]) -> Agreement {
    let (apart, tolerance) = (Decimal::ZERO, Decimal::ZERO);
    Agreement { row, figure, other, apart, tolerance, deviations: None, verdict: Verdict::Exact }
}

/// The verdict on two figures; nothing if one of them has no value or lacks something that the plan leaves empty.
fn held(
    outcome: &Outcome,
    tolerances: &mut FigureTolerances<'_>,
    row: Option<Id<CrossCheck>>,
    [figure, other]: [FigureKey; 2],
    (relation, opposite, besides): (Relation, bool, Decimal),
) -> Option<(Agreement, Reach)> {
    // What lacks a part is not held against the whole.
    if [figure, other].into_iter().any(|one| outcome.lacking.cell(one).is_some()) {
        return None;
    }
    let (left, right) = (outcome.value(figure)?.ok()?, outcome.value(other)?.ok()?);
    let right = if opposite { negate(right) } else { right };
    let holds = match relation {
        Relation::Same => left == right,
        Relation::AtLeast => left >= right,
        Relation::AtMost => left <= right,
    };
    let mut agreement = Agreement { apart: distance(left, right), ..exact(row, [figure, other]) };
    let mut reach = Reach::default();
    if !holds {
        reach = tolerances.between([figure, other], opposite, besides);
        agreement.tolerance = reach.farthest;
        agreement.deviations = unlikely::shown_deviations(&reach, agreement.apart);
        agreement.verdict = Verdict::of(reach.explains(agreement.apart));
    }
    Some((agreement, reach))
}

/// A value as it is shown; a number without a unit, and one of things, only to two places.
fn shown_short(value: Value, unit: Unit) -> String {
    let value = if matches!(unit, Unit::Number | Unit::Count) {
        value.map(|number| round_half_away(number, 2).normalize())
    } else {
        value
    };
    format::in_unit(value, unit)
}

/// The most cells of each of two figures that a finding names.
const MOST_CELLS: usize = 12;

fn report(
    outcome: &mut Outcome,
    plan: &Plan,
    agreement: &Agreement,
    reach: &Reach,
    pair: Option<(&Pair, Vec<CellAddress>)>,
) {
    if !agreement.verdict.is_apart() {
        return;
    }
    let shown = |key: FigureKey| {
        let value = outcome.value(key).unwrap_or(Ok(Decimal::ZERO));
        (key.label(plan), shown_short(value, key.kind.unit))
    };
    let ((label, value), (other_label, other_value)) = (shown(agreement.figure), shown(agreement.other));
    let apart = agreement.apart;
    let unit = agreement.figure.kind.unit;
    let row = agreement.row.map(|row| CellAddress { table: Table::CrossCheck, row: row.index(), column: "figure" });
    let of_months = pair.as_ref().and_then(|(pair, _)| of_months(outcome, agreement, pair)).unwrap_or_default();
    let (kind, says, advice, mut cells) = match pair {
        None => (&FIGURES_DIFFER, "but", FIGURES_DIFFER.advice, Vec::new()),
        Some((pair, cells)) => (pair.finding, "and", pair.advice, cells),
    };
    cells.extend(row.into_iter().chain(agreement.figure.place()).chain(agreement.other.place()));
    let mut named: Vec<CellAddress> = Vec::with_capacity(cells.len());
    for cell in cells {
        if !named.contains(&cell) {
            named.push(cell);
        }
    }
    let apart_words = shown_short(Ok(apart), unit);
    let message = format!("{label} is {value}, {says} {other_label} is {other_value}: {apart_words} apart.{of_months}");
    let finding = if agreement.verdict == Verdict::Unlikely {
        unlikely::finding(&message, reach, apart, unit)
    } else {
        Finding::of(kind, message).advise(advice)
    };
    let figures = [agreement.figure, agreement.other];
    outcome.findings.push(finding.at_cells(named).figures(figures).apart(apart, unit));
}

/// What to add where a year that is reckoned from some of its months is held against what those months alone brought: then it
/// is not the year that is wrong.
fn of_months(outcome: &Outcome, agreement: &Agreement, pair: &Pair) -> Option<String> {
    let Agreement { figure, other, .. } = *agreement;
    let value = |kind, index| outcome.value(FigureKey { kind, index })?.ok();
    let first = figure.kind.dimensions.len().checked_sub(2)?;
    let about = FigureIndex::new([figure.index.get(first), figure.index.get(first + 1)]);
    let months = value(pair.months?, about)?;
    let of_months = |year: Decimal| divide(multiply(year, months).ok()?, whole(12)).ok();
    let brought = of_months(value(figure.kind, figure.index)?)?;
    let apart = distance(brought, value(other.kind, other.index)?);
    // As far as the year may lie from the forecast, its part may lie from what the months brought.
    let within = of_months(value(pair.within?, figure.index)?)?;
    let about = if round_half_away(apart, 0).is_zero() { "" } else { "about " };
    let shown = format::count(Ok(months));
    (apart <= within && months < whole(12)).then(|| {
        let months = if months == Decimal::ONE { "month that is" } else { "months that are" };
        format!(" That is {about}what the {shown} {months} given brought, and not a whole year.")
    })
}

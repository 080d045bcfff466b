use super::recording::FigureTolerances;
use super::{Agreement, Outcome, Verdict, resolve};
use crate::calculation::{CellAddress, FigureKey, FigureKind, Finding, Unit, format};
use crate::plan::{CrossCheck, Id, Plan, Relation, Table, shortened};
use crate::quantity::{Decimal, Value, absolute, add, distance, round_half_away, subtract};
use crate::rules::{challenge, population};

/// Figures of two kinds about the same subjects that should be the same: what a node gives for itself
/// and the sum of its parts.
const SAME: &[(&FigureKind, &FigureKind)] =
    &[(&challenge::CHALLENGE, &challenge::PARTS), (&population::POPULATION, &population::SUM)];

/// Holds figures against each other and adds the findings.
pub(super) fn agree(outcome: &mut Outcome, plan: &Plan, tolerances: &mut FigureTolerances<'_>) {
    let mut agreements = Vec::new();
    for (kind, other) in SAME {
        let pairs: Vec<_> = outcome.figures_of(kind).map(|(key, _)| key).collect();
        for figure in pairs {
            let other = FigureKey { kind: other, index: figure.index };
            agreements.extend(held(outcome, tolerances, None, figure, other, Relation::Same));
        }
    }
    for (row, check) in plan.cross_checks.iter() {
        let [figure, other] = [("figure", check.figure()), ("other", check.other())].map(|(column, id)| {
            let key = resolve(plan, id).filter(|key| outcome.value(*key).is_some());
            if key.is_none() {
                outcome.findings.push(
                    Finding::error("unknown-figure", format!("This plan has no figure \"{}\".", shortened(id)))
                        .at(Table::CrossCheck, row.index(), column)
                        .advise("Correct the id; the list of figures shows every id."),
                );
            }
            key
        });
        if let (Some(figure), Some(other)) = (figure, other)
            && !figure.kind.unit.is_like(other.kind.unit)
        {
            outcome.findings.push(
                Finding::error(
                    "unit-does-not-fit",
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
                .advise("Compare figures of the same unit."),
            );
        } else if let (Some(figure), Some(other)) = (figure, other) {
            agreements.extend(held(outcome, tolerances, Some(row), figure, other, check.relation()));
        }
    }
    for agreement in agreements.iter().filter(|agreement| agreement.verdict == Verdict::Differs) {
        report(outcome, plan, agreement);
    }
    outcome.agreements = agreements;
}

/// The verdict on two figures; nothing if one of them has no value.
fn held(
    outcome: &Outcome,
    tolerances: &mut FigureTolerances<'_>,
    row: Option<Id<CrossCheck>>,
    figure: FigureKey,
    other: FigureKey,
    relation: Relation,
) -> Option<Agreement> {
    let (left, right) = (outcome.value(figure)?.ok()?, outcome.value(other)?.ok()?);
    let holds = match relation {
        Relation::Same => left == right,
        Relation::AtLeast => left >= right,
        Relation::AtMost => left <= right,
    };
    let mut agreement = Agreement { row, figure, other, tolerance: Decimal::ZERO, verdict: Verdict::Exact };
    if !holds {
        agreement.tolerance = add(tolerances.of(figure), tolerances.of(other)).unwrap_or_default();
        let near = distance(left, right) <= agreement.tolerance;
        agreement.verdict = if near { Verdict::Rounding } else { Verdict::Differs };
    }
    Some(agreement)
}

/// A value as it is shown; a number without a unit only to two places.
fn shown_short(value: Value, unit: Unit) -> String {
    let value = if unit == Unit::Number { value.map(|number| round_half_away(number, 2).normalize()) } else { value };
    format::in_unit(value, unit)
}

fn report(outcome: &mut Outcome, plan: &Plan, agreement: &Agreement) {
    let shown = |key: FigureKey| {
        let value = outcome.value(key).unwrap_or(Ok(Decimal::ZERO));
        (key.label(plan), value, shown_short(value, key.kind.unit))
    };
    let ((label, left, value), (other_label, right, other_value)) = (shown(agreement.figure), shown(agreement.other));
    let apart = left.and_then(|left| subtract(left, right?)).map(absolute);
    let apart = shown_short(apart, agreement.figure.kind.unit);
    let row = agreement.row.map(|row| CellAddress { table: Table::CrossCheck, row: row.index(), column: "figure" });
    let (code, says) = match agreement.row {
        Some(_) => ("figures-differ", "but"),
        None => ("parts-differ-from-whole", "and"),
    };
    outcome.findings.push(
        Finding::warning(code, format!("{label} is {value}, {says} {other_label} is {other_value}: {apart} apart."))
            .at_cells(row.into_iter().chain(agreement.figure.place()).chain(agreement.other.place()))
            .figures([agreement.figure, agreement.other])
            .advise("Find which of the two is right, or say why they measure different things."),
    );
}

//! One figure printed in two places.

use super::value::half_unit;
use crate::calculation::{FigureKey, Finding, findings_of_part, format};
use crate::outcome::Outcome;
use crate::outcome::compared::comparison::Comparison;
use crate::plan::{Id, Plan, StatedFigure, Table};
use crate::quantity::{Decimal, InOrder, add, distance, subtract};

findings_of_part! {
    /// One figure is printed in two places with values that rounding cannot bring together.
    PRINTED_IN_TWO_WAYS: warning("printed-in-two-ways", "Say which of the two is right.")
}

/// The same figure printed in two places with values that rounding cannot reconcile.
pub(super) fn report(outcome: &mut Outcome, plan: &Plan, stated: &[(FigureKey, &Comparison)]) {
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

//! A printed figure that says nothing, so roughly is it meant.

use super::value::half_unit;
use crate::calculation::{Finding, findings_of_part, format};
use crate::outcome::Outcome;
use crate::outcome::compared::comparison::Comparison;
use crate::plan::{Plan, Table};
use crate::quantity::absolute;

findings_of_part! {
    /// A figure is printed so roughly that even nothing would agree with it.
    PRECISION_SAYS_NOTHING: warning(
        "precision-says-nothing",
        "Give as precision the size of the last digit that is meant, in the unit of the row."
    )
}

/// A precision that is meant so large that even nothing would agree: then the printed figure says nothing.
pub(super) fn report(outcome: &mut Outcome, plan: &Plan, comparisons: &[Comparison]) {
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

//! A printed figure that is not the computed one, or of which none is computed.

use super::value::fits;
use crate::calculation::{Finding, Reach, Unit, findings_of_part, format};
use crate::outcome::Outcome;
use crate::outcome::compared::comparison::{Comparison, Verdict};
use crate::outcome::compared::refused_figures::RefusedFigures;
use crate::outcome::compared::unlikely;
use crate::plan::{Plan, Row, StatedFigure, Table, shortened};
use crate::rules::common_findings::{UNIT_DOES_NOT_FIT, UNKNOWN_FIGURE};

findings_of_part! {
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
}

/// Reports a printed figure that there is not, or whose unit does not fit, or that is not the computed one.
pub(super) fn report(
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
            printed_differs(format!("{label} is printed as {printed}, but there is no such figure: {fault}."))
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
                printed_differs(message)
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

fn printed_differs(message: String) -> Finding {
    Finding::of(&PRINTED_DIFFERS, message)
}

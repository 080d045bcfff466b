use crate::calculation::{Finding, Reach, Unit, findings, format};
use crate::quantity::{Decimal, round_half_away};

findings! {
    /// Two numbers that should be the same differ by so much that rounding could explain it only if nearly every number
    /// behind them was rounded as far as possible in one direction.
    UNLIKELY_ROUNDING: warning(
        "unlikely-rounding",
        "Check the rows it stands on for one that is missing, given twice or mistyped; if all are right, say so in a \
         note."
    )
}

/// How many standard deviations a difference is, as it is shown: to one decimal place.
pub(super) fn shown_deviations(reach: &Reach, apart: Decimal) -> Option<Decimal> {
    reach.deviations(apart).map(|deviations| round_half_away(deviations, 1))
}

/// The finding, from what was found.
pub(super) fn finding(found: &str, reach: &Reach, apart: Decimal, unit: Unit) -> Finding {
    Finding::of(&UNLIKELY_ROUNDING, message(found, reach, apart, unit))
}

/// Makes of a finding that something differs one that rounding hardly explains it.
pub(in crate::outcome) fn becomes_unlikely(finding: &mut Finding, reach: &Reach, apart: Decimal, unit: Unit) {
    finding.message = message(&finding.message, reach, apart, unit);
    finding.code = UNLIKELY_ROUNDING.code;
    finding.advice = UNLIKELY_ROUNDING.advice;
}

fn message(found: &str, reach: &Reach, apart: Decimal, unit: Unit) -> String {
    let deviations = shown_deviations(reach, apart).unwrap_or_default();
    format!(
        "{found} Rounding could make up to {}, but only if nearly every number was rounded as far as possible in the \
         same direction ({} standard deviations).",
        format::distance_in_unit(reach.farthest, unit),
        format::number(Ok(deviations))
    )
}

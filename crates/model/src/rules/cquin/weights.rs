//! What the weights of the indicators of a scheme sum to: that decides how they are to be read.

use super::parts::Member;
use super::{INDICATOR_VALUE, WEIGHT_TOTAL, value};
use crate::calculation::{Finding, Ledger, Number, findings_of_part, format};
use crate::plan::{CquinScheme, Id, NumberCell, Row, Table, weight_misfit, weight_notation, weight_tolerance};
use crate::quantity::{Decimal, InOrder};

findings_of_part! {
    /// The weights of the indicators of a CQUIN scheme add up neither to 100 nor to 1 nor to the rate of the scheme.
    WEIGHTS_FIT_NO_NOTATION: error(
        "weights-fit-no-notation",
        "Correct the weights, or give the rate of the scheme to which they sum."
    )
    /// The weights of the indicators of a CQUIN scheme miss their sum by so little that rounding may be the reason.
    WEIGHTS_NEARLY_ADD_UP: warning("weights-nearly-add-up", "Give the weights with more places, or correct them.")
}

/// Where the weights fit no notation, the shares that follow from them may be wrong: they are taken of what the weights
/// sum to, so that the parts make up the scheme, and that is said.
pub(super) fn report(
    ledger: &mut Ledger<'_>,
    row: Id<CquinScheme>,
    scheme: Row<'_, CquinScheme>,
    total: &Number,
    members: &[Member<'_>],
) {
    let Ok(total) = total.shown().value() else { return };
    let tolerance =
        weight_tolerance(members.iter().filter_map(|(_, indicator)| indicator.weight()).map(NumberCell::get));
    let rate = ledger.parameters.cquin_rate(scheme.rate().map(NumberCell::get), scheme.year());
    if members.is_empty() || weight_notation(total, Decimal::ZERO, rate).is_some() {
        return;
    }
    if weight_notation(total, tolerance, rate).is_some() {
        report_rounded(ledger, row, scheme, total, members);
        return;
    }
    let paused = value::paused(ledger, scheme);
    ledger.report(|| {
        let misfit = weight_misfit(scheme.name(), &format::number(Ok(total)), rate);
        let points = match paused {
            None if rate.is_none() => format!(
                " No national rate is known for {}, so weights in points of contract value need the rate of the scheme \
                 itself.",
                scheme.year()
            ),
            Some(paused) => format!(
                " The national rate of {} is 0% ({}), so weights in points of contract value need the rate of the \
                 scheme itself.",
                scheme.year(),
                paused.source
            ),
            None => String::new(),
        };
        let then = if total.is_zero() {
            "No share can be taken of them."
        } else {
            "Until they do, each share is taken of that sum."
        };
        let mut finding = Finding::of(&WEIGHTS_FIT_NO_NOTATION, format!("{misfit}.{points} {then}"));
        for indicator in rows_of(members) {
            finding = finding.at(Table::CquinIndicator, indicator, "weight");
        }
        finding
            .at(Table::CquinScheme, row.index(), "rate")
            .figure(WEIGHT_TOTAL.at([row.index()]))
            .figures(members.iter().map(|(indicator, _)| INDICATOR_VALUE.at([indicator.index()])))
    });
}

/// Weights that miss their sum by so little that rounding may be the reason. For equal parts, such as three of 33.3,
/// it is; for others a weight may as well be wrong.
fn report_rounded(
    ledger: &mut Ledger<'_>,
    row: Id<CquinScheme>,
    scheme: Row<'_, CquinScheme>,
    total: Decimal,
    members: &[Member<'_>],
) {
    let mut weights = members.iter().filter_map(|(_, indicator)| indicator.weight()).map(NumberCell::get);
    let first = weights.next();
    if weights.all(|weight| Some(weight) == first) {
        return;
    }
    ledger.report(|| {
        let mut finding = Finding::of(
            &WEIGHTS_NEARLY_ADD_UP,
            format!(
                "The weights of \"{}\" sum to {}. Rounding may be the reason, or one of them is wrong; each share is taken \
                 of that sum.",
                scheme.name(),
                format::number(Ok(total))
            ),
        );
        for indicator in rows_of(members) {
            finding = finding.at(Table::CquinIndicator, indicator, "weight");
        }
        finding.figure(WEIGHT_TOTAL.at([row.index()]))
    });
}

/// The rows of the indicators of a scheme, in the order of the table.
fn rows_of(members: &[Member<'_>]) -> Vec<u32> {
    let mut rows: Vec<u32> = members.iter().map(|(indicator, _)| indicator.index()).collect();
    rows.order_by(Ord::cmp);
    rows
}

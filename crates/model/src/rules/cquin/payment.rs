//! What an indicator lacks for its payment rule, what it says in vain, and what contradicts itself.

use super::ACHIEVED;
use super::achievement::rounding_of;
use super::parts::{Member, Parts, PartsOfOne};
use crate::calculation::{Finding, Ledger, findings_of_part, format};
use crate::plan::{CquinBand, CquinIndicator, Direction, Id, NumberCell, PaymentRule, Row, Table};
use crate::quantity::{Decimal, InOrder, Total, distance, whole};

findings_of_part! {
    /// A value is achieved for a CQUIN indicator or milestone, and whether there is evidence of it is not said.
    ACHIEVED_WITHOUT_EVIDENCE: warning(
        "achieved-without-evidence",
        "Say whether there is evidence of the outcome: yes, or no."
    )
    /// There is evidence for a CQUIN indicator or milestone, and what was achieved is not given.
    EVIDENCE_WITHOUT_ACHIEVED: warning(
        "evidence-without-achieved",
        "Give the value that was achieved; for what is only done or not done give 1, with a threshold of 1."
    )
    /// CQUIN indicators that are paid all or nothing have no threshold; a warning once there is something to hold
    /// against it.
    THRESHOLD_NOT_GIVEN: warning or information(
        "threshold-not-given",
        "Give the value at which it is paid; for what is only done or not done give a threshold of 1, and 1 as achieved."
    )
    /// A CQUIN indicator is paid in proportion, and its minimum or maximum is missing, the same, or against its
    /// direction.
    THRESHOLDS_CANNOT_BE_USED: error(
        "thresholds-cannot-be-used",
        "Give the value at which it begins to pay as the minimum and the one at which it pays in full as the maximum."
    )
    /// A band of a CQUIN indicator pays less than one that is easier to reach.
    BANDS_PAY_LESS_FOR_MORE: error(
        "bands-pay-less-for-more",
        "Correct the thresholds or the shares of the bands, or whether higher or lower is better."
    )
    /// The weights of the milestones of a CQUIN indicator are not 100% together.
    MILESTONES_DO_NOT_ADD_UP: error(
        "milestones-do-not-add-up",
        "Correct the weights, or add the milestone that is missing."
    )
    /// A CQUIN indicator is paid by bands or milestones that it does not have, or has some by which it is not paid.
    PAYMENT_RULE_WITHOUT_ITS_PARTS: warning(
        "payment-rule-without-its-parts",
        "Correct the payment rule, or its bands and milestones."
    )
    /// A cell of a CQUIN indicator is filled at which its payment rule does not look.
    NOT_USED_BY_THE_PAYMENT_RULE: warning(
        "not-used-by-the-payment-rule",
        "Correct the payment rule, or move the value to where it is looked at: the bands or milestones."
    )
}

/// Everything that is to be said about how the indicators are paid.
pub(super) fn report(ledger: &mut Ledger<'_>, parts: &Parts<'_>) {
    for ((row, indicator), parts) in ledger.plan.cquin_indicators.iter().zip(&parts.of) {
        // How it is paid is not said: that is reported of the cell.
        let Some(rule) = indicator.payment_rule() else { continue };
        report_parts(ledger, row, (indicator, rule), parts);
        report_in_vain(ledger, row, (indicator, rule));
        match rule {
            PaymentRule::AllOrNothing => report_threshold(ledger, row, indicator),
            PaymentRule::Graduated => report_range(ledger, row, indicator),
            PaymentRule::SteppedBands => report_bands(ledger, row, indicator, parts),
            PaymentRule::Milestones => report_milestones(ledger, row, indicator, parts),
        }
        if rule != PaymentRule::Milestones {
            let place = (Table::CquinIndicator, row.index());
            let what = format!("\"{}\"", indicator.name());
            // Where there is no threshold the evidence alone decides, and that is said.
            let by_value = rule != PaymentRule::AllOrNothing || indicator.threshold().is_some();
            let achieved = indicator.achieved().is_some() || (!by_value && indicator.evidence() == Some(true));
            report_evidence(ledger, row, place, &what, achieved, indicator.evidence());
        }
    }
}

/// Achieved without evidence, and evidence without what was achieved.
fn report_evidence(
    ledger: &mut Ledger<'_>,
    indicator: Id<CquinIndicator>,
    (table, row): (Table, u32),
    what: &str,
    achieved: bool,
    evidence: Option<bool>,
) {
    match (achieved, evidence) {
        (true, None) => ledger.report(|| {
            Finding::of(
                &ACHIEVED_WITHOUT_EVIDENCE,
                format!(
                    "For {what} a value is achieved, but whether there is evidence of it is not said: it counts as \
                     nothing earned, because only what is evident is paid."
                ),
            )
            .at(table, row, "evidence")
            .at(table, row, "achieved")
            .figure(ACHIEVED.at([indicator.index()]))
        }),
        (false, Some(true)) => ledger.report(|| {
            Finding::of(
                &EVIDENCE_WITHOUT_ACHIEVED,
                format!(
                    "For {what} there is evidence, but what was achieved is not given: it counts as nothing earned."
                ),
            )
            .at(table, row, "achieved")
            .at(table, row, "evidence")
            .figure(ACHIEVED.at([indicator.index()]))
        }),
        _ => {}
    }
}

/// Without a threshold the evidence alone decides whether all is earned or nothing.
fn report_threshold(ledger: &mut Ledger<'_>, row: Id<CquinIndicator>, indicator: Row<'_, CquinIndicator>) {
    let claims = indicator.evidence() == Some(true);
    if indicator.threshold().is_some() || !(claims || indicator.achieved().is_some()) {
        return;
    }
    ledger.report(|| {
        let what = format!("\"{}\" is paid all or nothing, but it has no threshold", indicator.name());
        let then = if claims {
            ": it counts as earned in full, because there is evidence of the outcome."
        } else {
            " against which what was achieved could be held."
        };
        Finding::of(&THRESHOLD_NOT_GIVEN, format!("{what}{then}"))
            .at(Table::CquinIndicator, row.index(), "threshold")
            .figure(ACHIEVED.at([row.index()]))
    });
}

/// The indicators of a scheme of which nothing is known yet, and for which it is not said what must be reached.
pub(super) fn report_open_thresholds(ledger: &mut Ledger<'_>, scheme: &str, members: &[Member<'_>]) {
    let open: Vec<&Member<'_>> = members
        .iter()
        .filter(|(_, indicator)| {
            indicator.payment_rule() == Some(PaymentRule::AllOrNothing)
                && indicator.threshold().is_none()
                && indicator.achieved().is_none()
                && indicator.evidence() != Some(true)
        })
        .collect();
    if open.is_empty() {
        return;
    }
    ledger.report(|| {
        let names = open.iter().map(|(_, indicator)| format!("\"{}\"", indicator.name()));
        let names = format::some_of(names, 3, ", ");
        let message = format!(
            "\"{scheme}\" does not say what must be reached for {} of its {} indicators, which are paid all or \
             nothing: {names}.",
            open.len(),
            members.len()
        );
        let mut finding = Finding::otherwise(&THRESHOLD_NOT_GIVEN, message);
        let mut rows: Vec<u32> = open.iter().map(|(row, _)| row.index()).collect();
        rows.order_by(Ord::cmp);
        for row in rows {
            finding = finding.at(Table::CquinIndicator, row, "threshold");
        }
        finding.advise("Give the threshold of each before its achievement is reported.")
    });
}

/// A graduated indicator whose minimum and maximum are missing, equal, or against its direction.
fn report_range(ledger: &mut Ledger<'_>, row: Id<CquinIndicator>, indicator: Row<'_, CquinIndicator>) {
    let (what, column) = match (indicator.minimum(), indicator.maximum(), indicator.direction()) {
        (None, _, _) => ("has no minimum", "minimum"),
        (_, None, _) => ("has no maximum", "maximum"),
        (Some(minimum), Some(maximum), _) if minimum.get() == maximum.get() => {
            ("pays in full where it begins to pay", "maximum")
        }
        (Some(minimum), Some(maximum), Some(Direction::Higher)) if maximum.get() < minimum.get() => (
            "pays less the better the value, because higher is better and its maximum lies below its minimum",
            "maximum",
        ),
        (Some(minimum), Some(maximum), Some(Direction::Lower)) if maximum.get() > minimum.get() => (
            "pays less the better the value, because lower is better and its maximum lies above its minimum",
            "maximum",
        ),
        _ => return,
    };
    ledger.report(|| {
        Finding::of(
            &THRESHOLDS_CANNOT_BE_USED,
            format!("\"{}\" is paid in proportion, but it {what}: what it earns is not computed.", indicator.name()),
        )
        .at(Table::CquinIndicator, row.index(), column)
        .figure(ACHIEVED.at([row.index()]))
    });
}

/// Bands whose share falls as the value gets better. Two bands at one threshold are one row too many, which the table
/// itself says.
fn report_bands(
    ledger: &mut Ledger<'_>,
    row: Id<CquinIndicator>,
    indicator: Row<'_, CquinIndicator>,
    parts: &PartsOfOne<'_>,
) {
    let threshold = |band: &Row<'_, CquinBand>| band.threshold().get();
    let share = |band: &Row<'_, CquinBand>| band.share().map(|share| share.get().fraction());
    let Some(direction) = indicator.direction() else { return };
    let bands = parts.band_rows.iter().copied().zip(parts.bands.iter().copied());
    let mut bands: Vec<(u32, Row<'_, CquinBand>)> = bands.filter(|(_, band)| band.share().is_some()).collect();
    bands.order_by(|(_, left), (_, right)| {
        let by_threshold = match direction {
            Direction::Higher => threshold(left).cmp(&threshold(right)),
            Direction::Lower => threshold(right).cmp(&threshold(left)),
        };
        by_threshold.then(share(left).cmp(&share(right)))
    });
    for ((easier_row, easier), (harder_row, harder)) in bands.iter().zip(bands.iter().skip(1)) {
        if share(harder) >= share(easier) {
            continue;
        }
        ledger.report(|| {
            let at = |band| format::number(Ok(threshold(band)));
            let written =
                |band: &Row<'_, CquinBand>| band.share().map(|share| share.get().to_string()).unwrap_or_default();
            let message = format!(
                "\"{}\" pays {} at {}, but only {} at {}, which is better. What it earns there is not computed.",
                indicator.name(),
                written(easier),
                at(easier),
                written(harder),
                at(harder)
            );
            Finding::of(&BANDS_PAY_LESS_FOR_MORE, message)
                .at(Table::CquinBand, *harder_row, "share")
                .at(Table::CquinBand, *easier_row, "share")
                .figure(ACHIEVED.at([row.index()]))
        });
    }
}

/// Milestones that do not make up the whole, and what each lacks.
fn report_milestones(
    ledger: &mut Ledger<'_>,
    row: Id<CquinIndicator>,
    indicator: Row<'_, CquinIndicator>,
    parts: &PartsOfOne<'_>,
) {
    let mut sum = Total::default();
    let mut is_whole = true;
    for (part, milestone) in parts.milestone_rows.iter().zip(&parts.milestones) {
        match milestone.weight() {
            Some(weight) => sum.add(weight.get().fraction()),
            None => is_whole = false,
        }
        let what = format!("\"{}\" of \"{}\"", milestone.milestone(), indicator.name());
        let place = (Table::CquinMilestone, *part);
        report_evidence(ledger, row, place, &what, milestone.achieved().is_some(), milestone.evidence());
    }
    let Ok(sum) = sum.finish() else { return };
    if !is_whole {
        return;
    }
    let rounded = distance(sum, whole(1)) < rounding_of(&parts.milestones);
    if parts.milestones.is_empty() || sum == whole(1) || rounded {
        return;
    }
    ledger.report(|| {
        let message = format!(
            "The milestones of \"{}\" make up {} of it, not 100%: what it earns is not computed once one is reached.",
            indicator.name(),
            format::percent(Ok(sum), 2)
        );
        let mut finding = Finding::of(&MILESTONES_DO_NOT_ADD_UP, message);
        for part in &parts.milestone_rows {
            finding = finding.at(Table::CquinMilestone, *part, "weight");
        }
        finding.figure(ACHIEVED.at([row.index()]))
    });
}

/// Bands and milestones of an indicator that is not paid by them, or that are missing where it is.
fn report_parts(
    ledger: &mut Ledger<'_>,
    row: Id<CquinIndicator>,
    (indicator, rule): (Row<'_, CquinIndicator>, PaymentRule),
    parts: &PartsOfOne<'_>,
) {
    let (bands, milestones) = (!parts.bands.is_empty(), !parts.milestones.is_empty());
    let whats = [
        (rule == PaymentRule::SteppedBands && !bands, "is paid in steps but has no bands: what it earns is not known"),
        (rule == PaymentRule::Milestones && !milestones, "is paid by milestones but has none: nothing of it is earned"),
        (rule != PaymentRule::SteppedBands && bands, "has bands but is not paid in steps: they count for nothing"),
        (
            rule != PaymentRule::Milestones && milestones,
            "has milestones but is not paid by them: they count for nothing",
        ),
    ];
    for (_, what) in whats.iter().filter(|(is_so, _)| *is_so) {
        ledger.report(|| {
            Finding::of(&PAYMENT_RULE_WITHOUT_ITS_PARTS, format!("\"{}\" {what}.", indicator.name()))
                .at(Table::CquinIndicator, row.index(), "payment_rule")
                .figure(ACHIEVED.at([row.index()]))
        });
    }
}

/// Cells of an indicator that its payment rule does not look at: often the rule is another one.
fn report_in_vain(
    ledger: &mut Ledger<'_>,
    row: Id<CquinIndicator>,
    (indicator, rule): (Row<'_, CquinIndicator>, PaymentRule),
) {
    let (said, used): (&str, &[&str]) = match rule {
        PaymentRule::AllOrNothing => ("all or nothing", &["threshold", "achieved", "evidence"]),
        PaymentRule::SteppedBands => ("in steps", &["achieved", "evidence"]),
        PaymentRule::Graduated => ("in proportion", &["minimum", "maximum", "achieved", "evidence"]),
        PaymentRule::Milestones => ("by milestones", &[]),
    };
    let given = |number: Option<NumberCell<Decimal>>| number.is_some();
    let cells = [
        ("threshold", given(indicator.threshold())),
        ("minimum", given(indicator.minimum())),
        ("maximum", given(indicator.maximum())),
        ("achieved", given(indicator.achieved())),
        ("evidence", indicator.evidence().is_some()),
    ];
    let in_vain: Vec<&'static str> =
        cells.iter().filter(|(column, given)| *given && !used.contains(column)).map(|(column, _)| *column).collect();
    if in_vain.is_empty() {
        return;
    }
    ledger.report(|| {
        let message = format!(
            "\"{}\" is paid {said}, which does not look at its {}: it counts for nothing.",
            indicator.name(),
            in_vain.join(" and ")
        );
        let mut finding = Finding::of(&NOT_USED_BY_THE_PAYMENT_RULE, message);
        for column in &in_vain {
            finding = finding.at(Table::CquinIndicator, row.index(), column);
        }
        finding.figure(ACHIEVED.at([row.index()]))
    });
}

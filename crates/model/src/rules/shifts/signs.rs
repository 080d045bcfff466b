//! Whether the sign of a change fits what becomes of the activity.

use crate::calculation::{Finding, Ledger, findings_of_part, format};
use crate::plan::{ActivityChange, ActivityEffect, Table};
use crate::quantity::{Amount, Count, absolute};
use crate::rules::titles::Titles;

findings_of_part! {
    /// Activity is said to be avoided and is more, or to be new and is fewer, or to change in its price only and
    /// changes in number.
    EFFECT_CONTRADICTS_SIGN: warning(
        "effect-contradicts-sign",
        "Correct the sign (fewer is negative), or what becomes of the activity."
    )
    /// Activity becomes fewer and costs more, or becomes more and costs less.
    COST_CONTRADICTS_ACTIVITY: warning(
        "cost-contradicts-activity",
        "Correct the sign of one of them, or give what the price changes in a row of its own."
    )
}

/// Reports activity that is avoided and becomes more, that is new and becomes fewer, or of which only the price should
/// change; and cost that falls where activity grows, or grows where it falls.
pub(super) fn check_signs(ledger: &mut Ledger<'_>, names: &Titles<'_>) {
    let plan = ledger.plan;
    let changes = plan.activity_changes.numbers::<Count>(ActivityChange::activity);
    let costs = plan.activity_changes.numbers::<Amount>(ActivityChange::cost);
    for (row, change) in plan.activity_changes.iter() {
        let Some(activity) = changes.get(row.index()).filter(|cell| !cell.fixed().is_zero()) else { continue };
        let fewer = activity.fixed().is_negative();
        let cost = costs.get(row.index()).filter(|cell| !cell.fixed().is_zero());
        let cost = cost.filter(|cost| cost.fixed().is_negative() != fewer);
        let effect = match change.effect() {
            Some(ActivityEffect::Avoided) if !fewer => "avoided, which makes it fewer",
            Some(ActivityEffect::New) if fewer => "new, which makes it more",
            Some(ActivityEffect::PriceOnly) => "changed in its price only",
            _ => "",
        };
        if effect.is_empty() && cost.is_none() {
            continue;
        }
        let number = format::count(Ok(absolute(activity.get().number())));
        let direction = if fewer { "fewer" } else { "more" };
        let scheme = names.get(change.scheme().index());
        let point = plan.title(Table::PointOfDelivery, change.point_of_delivery().index()).unwrap_or("activity");
        if !effect.is_empty() {
            ledger.report(|| {
                Finding::of(
                    &EFFECT_CONTRADICTS_SIGN,
                    format!("{scheme}: {point} is {effect}, but {number} {direction} are given."),
                )
                .at(Table::ActivityChange, row.index(), "activity")
                .at(Table::ActivityChange, row.index(), "effect")
            });
        }
        let Some(cost) = cost.map(|cost| cost.get().pounds()) else { continue };
        let costs = if cost.is_sign_negative() { "less" } else { "more" };
        ledger.report(|| {
            Finding::of(
                &COST_CONTRADICTS_ACTIVITY,
                format!(
                    "{scheme}: {number} {direction} {point} are given, but they cost {} {costs}.",
                    format::money(Ok(absolute(cost)))
                ),
            )
            .at(Table::ActivityChange, row.index(), "cost")
            .at(Table::ActivityChange, row.index(), "activity")
        });
    }
}

//! Whether the sign of a change fits what becomes of the activity.

use crate::calculation::{Finding, Ledger, findings_of_part, format};
use crate::plan::{ActivityChange, ActivityEffect, Id, Rows, Table};
use crate::quantity::{Amount, Count, Fixed, absolute};
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

/// The rows of which some are worth a word: those that change activity, unless their cost goes the same way and the sign is
/// that of what becomes of the activity. These are few, and found from the numbers alone.
pub(super) fn to_look_at(changes: &Rows<ActivityChange>) -> Vec<u32> {
    let counts = changes.numbers::<Count>(ActivityChange::activity).values();
    let costs = changes.numbers::<Amount>(ActivityChange::cost).values();
    let [avoided, new, moves] =
        [ActivityEffect::Avoided, ActivityEffect::New, ActivityEffect::Moves].map(|it| it as u32);
    let effects = changes.codes(ActivityChange::effect);
    let is_plain = |(row, count): (u32, &Fixed)| {
        let fewer = count.is_negative();
        let goes_the_same_way = match costs.get(row as usize) {
            Some(cost) => !cost.is_zero() && cost.is_negative() == fewer,
            None => true,
        };
        let fits = |effect: &u32| *effect == if fewer { avoided } else { new } || *effect == moves;
        count.is_zero() || goes_the_same_way && effects.get(row as usize).is_some_and(fits)
    };
    (0..).zip(counts).filter(|row| !is_plain(*row)).map(|(row, _)| row).collect()
}

/// Reports activity that is avoided and becomes more, that is new and becomes fewer, or of which only the price should
/// change; and cost that falls where activity grows, or grows where it falls.
pub(super) fn check(ledger: &mut Ledger<'_>, names: &Titles<'_>, row: u32) {
    let plan = ledger.plan;
    let Some(change) = plan.activity_changes.get(Id::at(row)) else { return };
    let Some(activity) = change.activity() else { return };
    let fewer = activity.fixed().is_negative();
    let cost = change.cost().filter(|cost| !cost.fixed().is_zero() && cost.fixed().is_negative() != fewer);
    let effect = match change.effect() {
        Some(ActivityEffect::Avoided) if !fewer => "avoided, which makes it fewer",
        Some(ActivityEffect::New) if fewer => "new, which makes it more",
        Some(ActivityEffect::PriceOnly) => "changed in its price only",
        _ => "",
    };
    if effect.is_empty() && cost.is_none() {
        return;
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
            .at(Table::ActivityChange, row, "activity")
            .at(Table::ActivityChange, row, "effect")
        });
    }
    let Some(cost) = cost.map(|cost| cost.get().pounds()) else { return };
    let costs = if cost.is_sign_negative() { "less" } else { "more" };
    ledger.report(|| {
        Finding::of(
            &COST_CONTRADICTS_ACTIVITY,
            format!(
                "{scheme}: {number} {direction} {point} are given, but they cost {} {costs}.",
                format::money(Ok(absolute(cost)))
            ),
        )
        .at(Table::ActivityChange, row, "cost")
        .at(Table::ActivityChange, row, "activity")
    });
}

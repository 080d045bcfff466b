//! What a change of activity costs for each, against what each costs in the baseline of the same setting and kind.

use super::beyond::AMOUNT_UNIT_IN_DOUBT;
use super::sizes::is_times;
use crate::calculation::{Finding, Ledger, Number, format};
use crate::plan::Table;
use crate::quantity::{Decimal, absolute};
use crate::rules::activity::{BASELINE, BASELINE_COST};

/// Reports changes of which each costs so many times as much as it does in the baseline, or so many times less.
pub(super) fn report(ledger: &mut Ledger<'_>, times: Decimal) {
    let plan = ledger.plan;
    for (at, change) in plan.activity_changes.iter() {
        let about = [change.setting().index(), change.point_of_delivery().index()];
        let each = |cost: Option<Number>, activity: Option<Number>| {
            let each = cost?.over(&activity?).shown().value().ok().map(absolute)?;
            (!each.is_zero()).then_some(each)
        };
        let own = each(change.cost().map(Number::cell), change.activity().map(Number::cell));
        let usual = each(ledger.figure(&BASELINE_COST, about), ledger.figure(&BASELINE, about));
        let Some((own, usual)) = own.zip(usual) else { continue };
        if !is_times(own.min(usual), own.max(usual), times) {
            continue;
        }
        let message = format!(
            "{}: each costs {}, and {} in the baseline: the one is hundreds of times the other.",
            plan.row_words(Table::ActivityChange, at.index()),
            format::money(Ok(own)),
            format::money(Ok(usual))
        );
        ledger.report(|| {
            let finding = Finding::of(&AMOUNT_UNIT_IN_DOUBT, message).at(Table::ActivityChange, at.index(), "cost");
            finding
                .at(Table::ActivityChange, at.index(), "activity")
                .figures([BASELINE_COST.at(about), BASELINE.at(about)])
        });
    }
}

//! Limits in another unit than the framework that is held against them.

use super::{PLANNED_SURPLUS, PLANNED_SURPLUS_OF};
use crate::calculation::{Finding, Ledger, Number, Unit, findings_of_part, format};
use crate::plan::Table;
use crate::quantity::Fixed;
use crate::rules::odd_months::is_a_thousand_times;

findings_of_part! {
    /// A resource limit is some thousand times what the framework plans to spend of it, or the other way round.
    LIMIT_IN_ANOTHER_UNIT: warning(
        "limit-in-another-unit",
        "Is the unit right? Correct the unit or the amount of the limit, or of the budget lines."
    )
}

/// Reports them, each at the limit.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    for (at, row) in ledger.plan.resource_limits.iter() {
        let Some(cell) = row.limit() else { continue };
        let year = u32::from(row.year().start());
        let planned = match row.organisation() {
            Some(of) => ledger.figure(&PLANNED_SURPLUS_OF, [of.index(), year]),
            None => ledger.figure(&PLANNED_SURPLUS, [year]),
        };
        let Some(surplus) = planned else { continue };
        let limit = Number::cell(cell);
        let spent = limit.minus(&surplus);
        let is_spending = |number: &Number| Fixed::ZERO.is_below(number.shown());
        if !is_spending(&limit) || !is_spending(&spent) || !is_a_thousand_times(limit.shown(), spent.shown()) {
            continue;
        }
        let who = row.organisation().and_then(|of| ledger.plan.title(Table::Organisation, of.index()));
        let message = format!(
            "{}, {}: the resource limit is {}, and the framework plans to spend {}.",
            who.unwrap_or("The plan"),
            row.year(),
            format::money(limit.shown().value()),
            format::money(spent.shown().value())
        );
        ledger.report(|| {
            let finding =
                Finding::of(&LIMIT_IN_ANOTHER_UNIT, message).at(Table::ResourceLimit, at.index(), "limit").both_right();
            finding.between(limit.shown().value(), spent.shown().value(), Unit::Money)
        });
    }
}

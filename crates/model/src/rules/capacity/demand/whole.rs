//! Whether the growth of all providers is what their own growth makes.

use crate::calculation::{FigureKind, Finding, Ledger, Number, findings_of_part, format};
use crate::plan::{ActivityGrowth, PlanDetails, Row, Table};
use crate::quantity::{Decimal, Fixed, absolute};

findings_of_part! {
    /// The growth for all providers makes another demand than the growth of each, with that for all where a provider has none
    /// of its own.
    DEMAND_DIFFERS_FROM_PROVIDERS: warning(
        "demand-differs-from-providers",
        "Give for all the growth that the providers make together, or leave the row for all out: what needs beds for all \
         stands on it."
    )
}

/// Holds the demand of a place, a figure of the first kind, against that of its providers, which are figures of the second
/// and stand in `of_providers` with the activity from which they grow; it is said for the first year in which they differ by
/// a case or more.
pub(super) fn report(
    ledger: &mut Ledger<'_>,
    [of_all, of_each]: [&'static FigureKind; 2],
    (row, growth): (u32, Row<'_, ActivityGrowth>),
    details: Row<'_, PlanDetails>,
    base: &Number,
    of_providers: &[([u32; 3], Number)],
) {
    if !ledger.wants_findings() || of_providers.is_empty() {
        return;
    }
    let Some(([setting, point, _], _)) = of_providers.first() else { return };
    let factor = Number::the_whole().plus(&Number::given(growth.rate())).shown();
    // What the other providers have.
    let mut rest = of_providers.iter().fold(base.shown(), |rest, (_, base)| rest.minus(base.shown()));
    for year in details.base_year().through(details.last_year()).skip(1) {
        let start = u32::from(year.start());
        rest = rest.times(factor);
        let key = of_all.at([*setting, *point, start]);
        let Some(demand) = ledger.find(key) else { return };
        let of_one = |[setting, point, provider]: [u32; 3]| {
            ledger.find(of_each.at([provider, setting, point, start])).map(|demand| demand.shown())
        };
        let together = of_providers.iter().filter_map(|(place, _)| of_one(*place)).fold(rest, Fixed::plus);
        let Some(apart) = demand.shown().minus(together).value().ok().map(absolute) else { return };
        if apart < Decimal::ONE {
            continue;
        }
        let message = format!(
            "{} is {} by the growth for all, and {} by that of its providers{}.",
            key.label(ledger.plan),
            format::count(demand.shown().value()),
            format::count(together.value()),
            if rest.is_zero() { "" } else { ", with the growth for all for what they do not have" }
        );
        ledger.report_beyond_rounding(key, apart, || {
            Finding::of(&DEMAND_DIFFERS_FROM_PROVIDERS, message).at(Table::ActivityGrowth, row, "rate").figure(key)
        });
        return;
    }
}

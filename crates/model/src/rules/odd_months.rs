//! A month that cannot be like the others of its column: given in another unit, or with the other sign.

use crate::calculation::{Finding, Ledger, findings, format};
use crate::parameters::MONTH_OUT_OF_SCALE;
use crate::plan::FinancialYear;
use crate::quantity::{Decimal, absolute, multiply};
use crate::rules::months_given::Given;
use crate::rules::signs::report_unclear;

findings! {
    /// A month is so many times larger or smaller than the others of its column that its unit is in doubt.
    MONTH_UNIT_IN_DOUBT: warning(
        "month-unit-in-doubt",
        "Is the unit right? Correct the unit or the amount of the month; where it is right, note why."
    )
}

/// Reports both of money by months. Rows for the year so far grow by themselves, and are left out.
pub(super) fn report(ledger: &mut Ledger<'_>, about: &str, year: FinancialYear, given: &[Given]) {
    if !ledger.wants_findings() {
        return;
    }
    let of_month = |given: &Given| given.number.shown().value().ok().map(|amount| (*given, amount));
    let mut months: Vec<(Given, Decimal)> =
        given.iter().filter(|given| !given.cumulative).filter_map(of_month).collect();
    months.retain(|(_, amount)| !amount.is_zero());
    report_signs(ledger, about, &months);
    let Some(times) = ledger.parameters.value(&MONTH_OUT_OF_SCALE, year).map(|times| times.number) else { return };
    report_units(ledger, about, &months, times);
}

/// Months with a minus where more of the others have none.
fn report_signs(ledger: &mut Ledger<'_>, about: &str, months: &[(Given, Decimal)]) {
    let (below, others): (Vec<_>, Vec<_>) = months.iter().partition(|(_, amount)| amount.is_sign_negative());
    if others.len() <= below.len() {
        return;
    }
    for (given, amount) in below {
        let says = || {
            let amount = format::money(Ok(amount));
            format!("{about}: {} is {amount}, and the other months are positive.", given.month)
        };
        report_unclear(ledger, says, given.place);
    }
}

/// Months that are out of all proportion to the one in the middle.
fn report_units(ledger: &mut Ledger<'_>, about: &str, months: &[(Given, Decimal)], times: Decimal) {
    let mut sizes: Vec<Decimal> = months.iter().map(|(_, amount)| absolute(*amount)).collect();
    sizes.sort_unstable();
    let Some(middle) = sizes.get(sizes.len().saturating_sub(1) / 2).copied() else { return };
    let is_far = |small: Decimal, large: Decimal| multiply(small, times).is_ok_and(|limit| limit <= large);
    for (given, amount) in months {
        let size = absolute(*amount);
        let says = if is_far(middle, size) {
            "larger"
        } else if is_far(size, middle) {
            "smaller"
        } else {
            continue;
        };
        let (amount, middle) = (format::money(Ok(*amount)), format::money(Ok(middle)));
        let message = format!(
            "{about}: {} is {amount}, and the other months are about {middle}: it is hundreds of times {says}.",
            given.month
        );
        ledger.report(|| Finding::of(&MONTH_UNIT_IN_DOUBT, message).at_cells([given.place]));
    }
}

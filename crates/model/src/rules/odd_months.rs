//! A month that cannot be like the others of its column: given in another unit, or with the other sign.

use crate::calculation::{Finding, Ledger, Number, findings, format};
use crate::parameters::MONTH_OUT_OF_SCALE;
use crate::plan::FinancialYear;
use crate::quantity::{Decimal, Fixed, absolute, multiply};
use crate::rules::months_given::Given;
use crate::rules::signs::report_unclear;

findings! {
    /// A month is so many times larger or smaller than the others of its column that its unit is in doubt.
    MONTH_UNIT_IN_DOUBT: warning(
        "month-unit-in-doubt",
        "Is the unit right? Correct the unit or the amount of the month; where it is right, note why."
    )
    /// Months grow as the year up to each of them would, and together they are far more than is expected.
    MONTHS_MAY_BE_THE_YEAR_SO_FAR: warning(
        "months-may-be-the-year-so-far",
        "Where each row holds what the year has brought up to its month, say so in the column cumulative; where the \
         months are right, note why they grow."
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

/// Months that look like running totals: each is more than the one before, as much as the year up to it would be, and the
/// last alone is nearer to what is expected of all than their sum, which is half as much again or more.
pub(super) fn report_running_totals(
    ledger: &mut Ledger<'_>,
    about: &str,
    year: FinancialYear,
    given: &[Given],
    expected: &Number,
) {
    /// Two rows that grow say nothing.
    const FEWEST: usize = 3;
    if !ledger.wants_findings() || given.len() < FEWEST || given.iter().any(|given| given.cumulative) {
        return;
    }
    let Some((first, last)) = given.first().zip(given.last()) else { return };
    let of_all = given.iter().fold(Fixed::ZERO, |sum, given| sum.plus(given.number.shown()));
    let amount = |given: &Given| given.number.shown();
    let grows = given.windows(2).all(|pair| matches!(pair, [one, next] if amount(one).is_below(amount(next))));
    let april = year.first_month();
    let [begun, reached] = [first, last].map(|given| Fixed::whole(i64::from(given.month.months_after(april)) + 1));
    let (two, three) = (Fixed::whole(2), Fixed::whole(3));
    // At least two thirds of what running totals in equal steps would be.
    let grows_so_far = !amount(last).times(begun).times(three).is_below(amount(first).times(reached).times(two));
    let expected = expected.shown();
    if of_all.is_fault() {
        return;
    }
    let is_far_more = !of_all.times(two).is_below(expected.times(three));
    let distance = |sum: Fixed| sum.minus(expected).maximum(expected.minus(sum));
    let is_nearer = distance(amount(last)).is_below(distance(of_all));
    let is_positive = Fixed::ZERO.is_below(amount(first)) && Fixed::ZERO.is_below(expected);
    if !(is_positive && grows && grows_so_far && is_far_more && is_nearer) {
        return;
    }
    let (of_all, expected) = (format::money(of_all.value()), format::money(expected.value()));
    let message = format!(
        "{about}: the months grow from {} in {} to {} in {}, together {of_all}, where {expected} is expected up to then.",
        format::money(amount(first).value()),
        first.month,
        format::money(amount(last).value()),
        last.month
    );
    let places = given.iter().map(|given| given.place);
    ledger.report(|| Finding::of(&MONTHS_MAY_BE_THE_YEAR_SO_FAR, message).at_cells(places));
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

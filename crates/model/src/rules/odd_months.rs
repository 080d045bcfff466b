//! A month that cannot be like the others of its column: given in another unit, or with the other sign.

use crate::calculation::{CellAddress, Finding, Ledger, Number, findings, format};
use crate::parameters::MONTH_OUT_OF_SCALE;
use crate::plan::FinancialYear;
use crate::quantity::{Decimal, Fixed, Value, absolute, multiply};
use crate::rules::common_findings::MONTH_NOT_OVER;
use crate::rules::months_given::Given;
use crate::rules::signs::report_unclear;

findings! {
    /// A month is so many times larger or smaller than the others of its column that its unit is in doubt; or several times
    /// what is planned for it and what others bring, so that it may have a digit too many.
    MONTH_UNIT_IN_DOUBT: warning(
        "month-unit-in-doubt",
        "Is the unit right? Correct the unit or the amount of the month; where it is right, settle the finding with a \
         note why."
    )
    /// What months brought together is a thousand times more or less than what is planned for them.
    MONTHS_IN_ANOTHER_UNIT: warning(
        "months-in-another-unit",
        "Is the unit right? Correct the unit of the months or of the plan; where both are right, settle the finding \
         with a note why."
    )
    /// Months grow as the year up to each of them would, and together they are far more than is expected, or nothing is; or
    /// the last is as much as all before it and one more.
    MONTHS_MAY_BE_THE_YEAR_SO_FAR: warning(
        "months-may-be-the-year-so-far",
        "Where each row holds what the year has brought up to its month, say so in the column cumulative; where the \
         months are right, settle the finding with a note why they grow."
    )
}

/// Reports months of money whose sign, unit or meaning is in doubt. Rows for the year so far grow by themselves, and are left out.
pub(super) fn report(ledger: &mut Ledger<'_>, about: &str, year: FinancialYear, given: &[Given]) {
    if !ledger.wants_findings() {
        return;
    }
    let of_month = |given: &Given| given.number.shown().value().ok().map(|amount| (*given, amount));
    let mut months: Vec<(Given, Decimal)> =
        given.iter().filter(|given| !given.cumulative).filter_map(of_month).collect();
    months.retain(|(_, amount)| !amount.is_zero());
    report_signs(ledger, about, &months);
    report_last_so_far(ledger, about, &months);
    let Some(times) = ledger.parameters.value(&MONTH_OUT_OF_SCALE, year).map(|times| times.number) else { return };
    report_units(ledger, about, &months, times);
}

/// Reports months after that of the day of the plan which have an actual figure. The month of the day itself may be known in
/// part, as its provisional figures.
pub(super) fn report_not_over<'a>(ledger: &mut Ledger<'_>, about: &str, actuals: impl Iterator<Item = &'a Given>) {
    let Some(as_of) = ledger.plan.details().and_then(|details| details.as_of()) else { return };
    let early: Vec<_> = actuals.filter(|given| given.month > as_of.month()).collect();
    let Some(first) = early.first() else { return };
    let (month, day) = (first.month.words(), as_of.words());
    let message = format!("{about}: {month} has an actual figure, and the plan is looked at on {day}.");
    ledger.report(|| Finding::of(&MONTH_NOT_OVER, message).at_cells(early.iter().map(|given| given.place)));
}

/// How many times one unit of money is the next smaller.
const A_THOUSAND: i64 = 1_000;

/// Months that together would be near what is planned for them, give or take half, if their unit were a thousand times larger
/// or smaller; `planned` says what that is, and where it stands. Gives whether they are.
pub(super) fn report_another_unit(
    ledger: &mut Ledger<'_>,
    about: &str,
    months: &[Given],
    [actual, expected]: [&Number; 2],
    (planned, place): (&str, Option<CellAddress>),
) -> bool {
    if !ledger.wants_findings() || months.len() < 2 {
        return false;
    }
    let (actual, expected) = (actual.shown(), expected.shown());
    if actual.is_fault() || expected.is_fault() || !is_a_thousand_times(actual, expected) {
        return false;
    }
    let (actual, expected) = (format::money(actual.value()), format::money(expected.value()));
    let message = format!("{about}: its months brought {actual} together, and {planned} is {expected}.");
    let places = months.iter().map(|given| given.place);
    ledger.report(|| Finding::of(&MONTHS_IN_ANOTHER_UNIT, message).at_cells(places).at_cells(place));
    true
}

/// Whether one of two numbers is some five hundred to fifteen hundred times the other.
pub(super) fn is_a_thousand_times(one: Fixed, other: Fixed) -> bool {
    let size = |number: Fixed| number.maximum(number.negated());
    let (one, other) = (size(one), size(other));
    let (small, large) = if one.is_below(other) { (one, other) } else { (other, one) };
    let times = |by: i64| small.times(Fixed::whole(by));
    !small.is_zero() && !large.is_below(times(A_THOUSAND / 2)) && !times(A_THOUSAND + A_THOUSAND / 2).is_below(large)
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
    if !ledger.wants_findings() {
        return;
    }
    let Some(growth) = Growth::of(given, year).filter(|growth| growth.rows >= Growth::FEWEST) else { return };
    let (two, three) = (Fixed::whole(2), Fixed::whole(3));
    let expected = expected.shown();
    let is_far_more = !growth.of_all.times(two).is_below(expected.times(three));
    let distance = |sum: Fixed| sum.minus(expected).maximum(expected.minus(sum));
    let is_nearer = distance(growth.last).is_below(distance(growth.of_all));
    if !(Fixed::ZERO.is_below(expected) && is_far_more && is_nearer) {
        return;
    }
    let (of_all, expected) = (format::money(growth.of_all.value()), format::money(expected.value()));
    let says = format!("together {of_all}, where {expected} is expected up to then");
    report_growth(ledger, about, given, &says, format::money);
}

/// The same where nothing says what is expected: at least four months, each of them more than the one before by half of what
/// a month brought at first or more. What a month brings may grow, and hardly ever so steadily.
pub(super) fn report_steady_growth(
    ledger: &mut Ledger<'_>,
    about: &str,
    year: FinancialYear,
    given: &[Given],
    show: fn(Value) -> String,
) {
    if !ledger.wants_findings() {
        return;
    }
    let Some(growth) = Growth::of(given, year).filter(|growth| growth.rows > Growth::FEWEST) else { return };
    let two = Fixed::whole(2);
    let is_steady = |pair: &[Given]| {
        let [one, next] = pair else { return false };
        let months = Fixed::whole(i64::from(next.month.months_after(one.month)));
        let step = next.number.shown().minus(one.number.shown());
        !step.times(growth.begun).times(two).is_below(growth.first.times(months))
    };
    if given.windows(2).all(is_steady) {
        report_growth(ledger, about, given, "each of them by about as much as the first brought", show);
    }
}

/// Months alone, all positive, each more than the one before, which together grow as running totals would.
struct Growth {
    rows: usize,
    first: Fixed,
    last: Fixed,
    /// How many months of the year had passed with the first of them.
    begun: Fixed,
    of_all: Fixed,
}

impl Growth {
    /// Two rows that grow say nothing.
    const FEWEST: usize = 3;

    /// At least two thirds of what running totals in equal steps would grow.
    fn of(given: &[Given], year: FinancialYear) -> Option<Self> {
        let (first, last) = given.first().zip(given.last())?;
        let amount = |given: &Given| given.number.shown();
        let of_all = given.iter().fold(Fixed::ZERO, |sum, given| sum.plus(amount(given)));
        let grows = given.windows(2).all(|pair| matches!(pair, [one, next] if amount(one).is_below(amount(next))));
        let april = year.first_month();
        let [begun, reached] = [first, last].map(|given| Fixed::whole(i64::from(given.month.months_after(april)) + 1));
        let (two, three) = (Fixed::whole(2), Fixed::whole(3));
        let (first, last) = (amount(first), amount(last));
        let grows_so_far = !last.times(begun).times(three).is_below(first.times(reached).times(two));
        let is_alone = given.iter().all(|given| !given.cumulative);
        (is_alone && grows && grows_so_far && Fixed::ZERO.is_below(first) && !of_all.is_fault()).then_some(Self {
            rows: given.len(),
            first,
            last,
            begun,
            of_all,
        })
    }
}

fn report_growth(ledger: &mut Ledger<'_>, about: &str, given: &[Given], says: &str, show: fn(Value) -> String) {
    let Some((first, last)) = given.first().zip(given.last()) else { return };
    let message = format!(
        "{about}: the months grow from {} in {} to {} in {}, {says}.",
        show(first.number.shown().value()),
        first.month.words(),
        show(last.number.shown().value()),
        last.month.words()
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
            format!("{about}: {} is {amount}, and the other months are positive.", given.month.words())
        };
        report_unclear(ledger, says, given.place);
    }
}

/// How many months alone stand before one that may be the year so far: fewer may be followed by as much as all of them.
const FEWEST_BEFORE: usize = 4;

/// The last month where it brought as much as all before it and one more like them: it may be the year so far.
fn report_last_so_far(ledger: &mut Ledger<'_>, about: &str, months: &[(Given, Decimal)]) {
    let Some(((last, amount), before)) = months.split_last() else { return };
    let sizes = before.iter().map(|(_, amount)| Fixed::from(*amount));
    let (Some(least), Some(most)) = (sizes.clone().reduce(Fixed::minimum), sizes.clone().reduce(Fixed::maximum)) else {
        return;
    };
    let sum = sizes.fold(Fixed::ZERO, Fixed::plus);
    let rest = Fixed::from(*amount).minus(sum);
    let (two, three) = (Fixed::whole(2), Fixed::whole(3));
    let is_one_more = !rest.times(two).is_below(least) && !most.times(three).is_below(rest.times(two));
    if before.len() < FEWEST_BEFORE || !Fixed::ZERO.is_below(least) || !is_one_more {
        return;
    }
    let message = format!(
        "{about}: {} is {}, as much as the {} months before it together, which are {}, and one more like them.",
        last.month.words(),
        format::money(Ok(*amount)),
        before.len(),
        format::money(sum.value())
    );
    ledger.report(|| Finding::of(&MONTHS_MAY_BE_THE_YEAR_SO_FAR, message).at_cells([last.place]));
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
            given.month.words()
        );
        ledger.report(|| Finding::of(&MONTH_UNIT_IN_DOUBT, message).at_cells([given.place]));
    }
}

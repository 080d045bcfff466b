//! A month with a digit too many: several times what is planned for it, and several times what other months bring. What is
//! planned may be wrong, and so may a month be larger than others; that it is both at once is asked about.

use crate::calculation::{Finding, Ledger, Number, format};
use crate::parameters::{MONTH_DIGIT_IN_DOUBT, MONTH_OUT_OF_SCALE};
use crate::plan::FinancialYear;
use crate::quantity::{Fixed, InOrder};
use crate::rules::months_given::Given;
use crate::rules::odd_months::MONTH_UNIT_IN_DOUBT;

/// The fewest months of which one can be like none of the others.
const FEWEST: usize = 3;

/// Reports them. Rows for the year so far grow by themselves, and are left out; `planned` is what is planned for a month.
pub(super) fn report(
    ledger: &mut Ledger<'_>,
    about: &str,
    year: FinancialYear,
    given: &[Given],
    planned: impl Fn(&Given) -> Number,
) {
    if !ledger.wants_findings() {
        return;
    }
    let amount = |given: &Given| given.number.shown();
    let months: Vec<&Given> =
        given.iter().filter(|given| !given.cumulative && Fixed::ZERO.is_below(amount(given))).collect();
    let limits = [&MONTH_DIGIT_IN_DOUBT, &MONTH_OUT_OF_SCALE].map(|limit| ledger.parameters.value(limit, year));
    let [Some(times), Some(out_of_scale)] = limits.map(|limit| limit.map(|limit| Fixed::from(limit.number))) else {
        return;
    };
    if months.len() < FEWEST {
        return;
    }
    let mut sizes: Vec<Fixed> = months.iter().map(|given| amount(given)).collect();
    sizes.order_by(Ord::cmp);
    let Some(middle) = sizes.get(sizes.len().saturating_sub(1) / 2).copied() else { return };
    for given in months {
        let (size, planned) = (amount(given), planned(given).shown());
        let is_far = |other: Fixed, times: Fixed| Fixed::ZERO.is_below(other) && !size.is_below(other.times(times));
        // What is out of all scale is another unit, and asked for as that.
        if planned.is_fault() || !is_far(planned, times) || !is_far(middle, times) || is_far(middle, out_of_scale) {
            continue;
        }
        let shown = |number: Fixed| format::money(number.rounded(2).value());
        let message = format!(
            "{about}: {} is {}, where {} is planned and the other months are about {}: is there a digit too many?",
            given.month.words(),
            shown(size),
            shown(planned),
            shown(middle)
        );
        let place = given.place;
        ledger.report(|| {
            Finding::of(&MONTH_UNIT_IN_DOUBT, message)
                .at_cells([place])
                .advise("Correct the amount of the month, or what is planned for it; where both are right, note why.")
        });
    }
}

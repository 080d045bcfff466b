use crate::calculation::{Ledger, Number};
use crate::parameters::{THREE_ARROWS_FROM, TWO_ARROWS_FROM};
use crate::quantity::{Fault, whole};

/// CR22: how many arrows a change gets, once it is rounded to a whole per cent.
pub(super) fn arrow(ledger: &Ledger<'_>, fraction: &Number) -> Number {
    let year = ledger.plan.details().map(|details| details.first_year());
    let percent = fraction.times(&Number::constant(whole(100), "per cent")).rounded(0);
    if percent.is_fault() {
        return percent;
    }
    let fewer = percent.is_negative();
    let size = if fewer { percent.negated() } else { percent };
    let from = |parameter| year.and_then(|year| ledger.parameters.value(parameter, year));
    let (Some(two), Some(three)) = (from(&TWO_ARROWS_FROM), from(&THREE_ARROWS_FROM)) else {
        return Number::fault(Fault::NotGiven);
    };
    let (two, three) = (Number::parameter(&two), Number::parameter(&three));
    let (arrows, why) = if size.is_zero() {
        (0, "rounds to no change: stable")
    } else if size.is_below(&two) {
        (1, "below the second band: one arrow")
    } else if size.is_below(&three) {
        (2, "in the second band: two arrows")
    } else {
        (3, "in the third band: three arrows")
    };
    let arrows = if fewer { -arrows } else { arrows };
    Number::constant(whole(arrows), "arrows for this band, with the sign of the change")
        .because(why, &[fraction, &two, &three])
}

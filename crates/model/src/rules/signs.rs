//! Signs: what is given with the other sign than its column has is read as it is meant, and that is said.

use crate::calculation::{Finding, Ledger, Number, findings, format};
use crate::plan::CellAddress;

findings! {
    /// An amount has the other sign than its column can only have, and is read as it is meant.
    SIGN_READ_AS_MEANT: warning("sign-read-as-meant", "Turn the sign round, so that the file says what is meant.")
    /// An amount has a sign that may be wrong, and counts as it is given; that a line lessens those beside it, as savings do
    /// that are still to be found, is only worth knowing.
    SIGN_UNCLEAR: warning or information("sign-unclear", "Turn the sign round if it is wrong; it counts as it is given.")
}

/// Whether every amount that is not nothing is negative: a whole column given with the other sign.
pub(super) fn all_negative<'a>(amounts: impl IntoIterator<Item = &'a Number>) -> bool {
    let mut some = false;
    for amount in amounts {
        if amount.is_positive() {
            return false;
        }
        some |= amount.is_negative();
    }
    some
}

/// An amount with the other sign, because that is what is meant.
pub(super) fn turned(amount: &Number) -> Number {
    amount.negated().because("the sign of the column", &[amount])
}

/// Says that an amount was read with the other sign.
pub(super) fn report_turned(ledger: &mut Ledger<'_>, what: &str, given: &Number, sign: &str, place: CellAddress) {
    ledger.report(|| {
        Finding::of(
            &SIGN_READ_AS_MEANT,
            format!(
                "{what} is given as {}; {sign}: it is read as {}.",
                format::money(given.shown().value()),
                format::money(given.shown().negated().value())
            ),
        )
        .at_cells([place])
    });
}

/// Says that the sign of an amount may be wrong.
pub(super) fn report_unclear(ledger: &mut Ledger<'_>, message: impl FnOnce() -> String, place: CellAddress) {
    ledger.report(|| Finding::of(&SIGN_UNCLEAR, message()).at_cells([place]));
}

/// Says that a line lessens those beside it, which it may.
pub(super) fn report_lessening(ledger: &mut Ledger<'_>, message: impl FnOnce() -> String, place: CellAddress) {
    ledger.report(|| Finding::otherwise(&SIGN_UNCLEAR, message()).at_cells([place]));
}

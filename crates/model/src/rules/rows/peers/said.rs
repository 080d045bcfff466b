//! What is said of an amount whose unit is in doubt, once for each cell.

use crate::calculation::findings_of_part;
use crate::plan::CellAddress;
use std::collections::BTreeSet;

findings_of_part! {
    /// An amount is so many times larger or smaller than all others of its column, or than another of its row, that its unit
    /// is in doubt; or more than what it is a part of, such as a surplus above the turnover, a pressure or a risk above the
    /// contract; or, of a contract, budget, limit, turnover or saving, £50bn or more. Or a payment for each person is larger
    /// than what is spent on anyone, or in all more than the resource limit of who pays it.
    AMOUNT_UNIT_IN_DOUBT: warning(
        "amount-unit-in-doubt",
        "Is the unit right? Correct the unit or the amount of the row; where it is right, settle the finding with a \
         note why."
    )
}

/// The cells whose unit has been asked for.
#[derive(Debug, Default)]
pub(super) struct Said(BTreeSet<CellAddress>);

impl Said {
    /// Whether the unit of a cell has been asked for.
    pub(super) fn has(&self, cell: CellAddress) -> bool {
        self.0.contains(&cell)
    }

    /// From now on the unit of these cells has been asked for.
    pub(super) fn add(&mut self, cells: impl IntoIterator<Item = CellAddress>) {
        self.0.extend(cells);
    }
}

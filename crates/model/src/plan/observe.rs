//! Which numbers a rule reads without calculating with them.
//!
//! A calculation that is recorded knows each cell on which it stands. A rule may also look at a number and
//! decide by it, for example how many months a scheme is late: then the record alone does not say what would
//! follow from another number. While a run is observed every such reading is noted, so that whoever replays the
//! record with other numbers knows which cells it cannot vary.

use super::Table;
use crate::quantity::InOrder;
use std::cell::{Cell, RefCell};

thread_local! {
    static IS_OBSERVED: Cell<bool> = const { Cell::new(false) };
    static READ: RefCell<Vec<(Table, u32, u8)>> = const { RefCell::new(Vec::new()) };
}

/// Notes that the number of a cell was read.
#[inline]
pub(super) fn note(table: Table, row: u32, column: u8) {
    if IS_OBSERVED.get() {
        READ.with_borrow_mut(|read| {
            if read.last() != Some(&(table, row, column)) {
                read.push((table, row, column));
            }
        });
    }
}

/// Runs something while every reading is noted, and at its end what takes the last of them.
pub fn observed<T>(run: impl FnOnce() -> T, at_end: impl FnOnce()) -> T {
    READ.take();
    IS_OBSERVED.set(true);
    let result = run();
    IS_OBSERVED.set(false);
    at_end();
    result
}

/// The cells whose numbers were read since this was asked last: table, row, position of the column; in ascending
/// order, each once.
pub fn cells_read() -> Vec<(Table, u32, u8)> {
    let mut read = READ.take();
    read.order_by(Ord::cmp);
    read.dedup();
    read
}

/// Runs something whose readings decide about no figure, such as the words of a finding.
pub fn unobserved<T>(run: impl FnOnce() -> T) -> T {
    let before = IS_OBSERVED.replace(false);
    let result = run();
    IS_OBSERVED.set(before);
    result
}

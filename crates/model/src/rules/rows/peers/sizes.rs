//! The sizes of the amounts of a column, and how far they lie apart.

use crate::plan::{ColumnStore, Plan, Table};
use crate::quantity::{Decimal, absolute, multiply};

/// The amounts of a column without their signs, with their rows; noughts are none.
pub(super) fn sizes_of(plan: &Plan, table: Table, column: &str) -> Vec<(u32, Decimal)> {
    let store = plan.store(table);
    let Some(ColumnStore::Numbers(numbers)) = table.column(column).map(|at| store.column(at)) else {
        return Vec::new();
    };
    let size = |row| Some((row, absolute(numbers.get(row)?.0.value().ok()?)));
    (0..store.rows()).filter_map(size).filter(|(_, size)| !size.is_zero()).collect()
}

/// Whether any amount is so many times another: nearly always none is, and then none has to be put in order.
pub(super) fn has_far_apart(amounts: &[(u32, Decimal)], times: Decimal) -> bool {
    let sizes = || amounts.iter().map(|(_, size)| *size);
    sizes().min().zip(sizes().max()).is_some_and(|(least, most)| is_times(least, most, times))
}

/// Whether the larger is so many times the smaller, or more.
pub(super) fn is_times(small: Decimal, large: Decimal, times: Decimal) -> bool {
    multiply(small, times).is_ok_and(|limit| limit <= large)
}

//! What is seen while rules run: which figures are looked for before they are computed, as a figure that is code does
//! not say in data when it is computed; and which formulas and limits are worked out at all.

use crate::calculation::FigureKind;
use std::cell::RefCell;

thread_local! {
    static MISSED: RefCell<Vec<&'static FigureKind>> = const { RefCell::new(Vec::new()) };
    static LATE: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
    static WORKED_OUT: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// Notes that figures were looked for and not found.
pub(crate) fn missed(kind: &'static FigureKind) {
    MISSED.with_borrow_mut(|missed| missed.push(kind));
}

/// Notes that figures were computed.
pub(crate) fn published(kind: &'static FigureKind) {
    if MISSED.with_borrow(|missed| missed.iter().any(|other| std::ptr::eq(*other, kind))) {
        LATE.with_borrow_mut(|late| late.push(kind.id));
    }
}

/// The figures that were computed after they had been looked for, while something ran.
pub(crate) fn late_in(run: impl FnOnce()) -> Vec<&'static str> {
    MISSED.take();
    LATE.take();
    run();
    LATE.take()
}

/// Notes that a formula, by the identifier of its figure, or a limit, by the code of its finding, is worked out.
pub(crate) fn worked_out(name: &'static str) {
    WORKED_OUT.with_borrow_mut(|all| all.push(name));
}

/// The formulas and limits that were worked out while something ran.
pub(crate) fn worked_out_in(run: impl FnOnce()) -> Vec<&'static str> {
    WORKED_OUT.take();
    run();
    WORKED_OUT.take()
}

//! Which readings are under way, each by its ticket. One that is not wanted any more sees it when it next gives way.

use std::cell::{Cell, RefCell};

thread_local! {
    static TICKETS: Cell<u32> = const { Cell::new(0) };
    static UNDER_WAY: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
}

/// Begins a reading.
pub fn begin() -> u32 {
    let ticket = TICKETS.get().wrapping_add(1);
    TICKETS.set(ticket);
    UNDER_WAY.with_borrow_mut(|under_way| under_way.push(ticket));
    ticket
}

/// Whether it is still wanted.
pub(super) fn is_wanted(ticket: u32) -> bool {
    UNDER_WAY.with_borrow(|under_way| under_way.contains(&ticket))
}

/// Whether it is still wanted, and no other was begun since: what is opened again by itself gives way to what a person asks
/// for.
pub fn is_wanted_last(ticket: u32) -> bool {
    is_wanted(ticket) && TICKETS.get() == ticket
}

/// Says that a person has begun something else: what is opened again by itself is not wanted any more.
pub fn supersede() {
    TICKETS.set(TICKETS.get().wrapping_add(1));
}

/// Ends a reading, or says of one that is under way that it is not wanted any more.
pub fn stop(ticket: u32) {
    UNDER_WAY.with_borrow_mut(|under_way| under_way.retain(|other| *other != ticket));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_stopped_and_another_goes_on() {
        let (one, other) = (begin(), begin());
        assert!(is_wanted(one) && is_wanted(other));
        stop(one);
        assert!(!is_wanted(one) && is_wanted(other));
        assert!(is_wanted_last(other));
        supersede();
        assert!(is_wanted(other) && !is_wanted_last(other));
    }
}

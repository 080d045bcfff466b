//! A state that is read as it is now. What follows a press or a key has the state of the last drawing at hand, and the page
//! may be drawn only after the next key: yew gives way to the browser in between. Whoever computes the next state from the
//! last must not take an older one for it, or a letter is lost.

use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// A state of a component, for as long as it stands.
pub struct LiveState<T: 'static> {
    now: Rc<RefCell<T>>,
    draw: UseForceUpdateHandle,
}

impl<T> Clone for LiveState<T> {
    fn clone(&self) -> Self {
        Self { now: Rc::clone(&self.now), draw: self.draw.clone() }
    }
}

impl<T: Clone + PartialEq> LiveState<T> {
    /// One that somebody else keeps too.
    pub(super) const fn of(now: Rc<RefCell<T>>, draw: UseForceUpdateHandle) -> Self {
        Self { now, draw }
    }

    /// What it is now, whether it is drawn already or not.
    pub fn get(&self) -> T {
        self.now.borrow().clone()
    }

    /// Another state takes its place; what is the same is not drawn again.
    pub fn set(&self, next: T) {
        self.change(|now| *now = next);
    }

    /// Something of it changes.
    pub fn change(&self, change: impl FnOnce(&mut T)) {
        let mut next = self.get();
        change(&mut next);
        if next != *self.now.borrow() {
            self.now.replace(next);
            self.draw.force_update();
        }
    }
}

/// A state that is read as it is now.
#[hook]
pub fn use_live_state<T: Clone + PartialEq + 'static>(begin: impl FnOnce() -> T) -> LiveState<T> {
    LiveState { now: use_mut_ref(begin), draw: use_force_update() }
}

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

/// A state that follows a text from elsewhere: another one replaces what stood there. What was typed and is not taken yet
/// stays.
#[hook]
pub fn use_following_text(text: &str) -> LiveState<String> {
    let seen = use_mut_ref(|| text.to_owned());
    let state = use_live_state(|| text.to_owned());
    if *seen.borrow() != text {
        // It is being drawn: nothing has to ask for that.
        state.now.replace(followed(&state.get(), &seen.borrow(), text));
        seen.replace(text.to_owned());
    }
    state
}

/// What stands in a field after the text that it follows became another one.
fn followed(typed: &str, was: &str, is: &str) -> String {
    if typed == was { is.to_owned() } else { typed.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::followed;

    #[test]
    fn another_text_replaces_the_one_before_and_not_what_is_typed() {
        assert_eq!(followed("", "", "A post"), "A post");
        assert_eq!(followed("A post", "A post", ""), "", "it was taken back");
        assert_eq!(followed("Half a no", "", "A note"), "Half a no");
    }
}

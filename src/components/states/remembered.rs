//! What a person set on a page is remembered while the plan is open: who looks at another page and comes back finds it.

use super::live_state::LiveState;
use std::any::Any;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use yew::prelude::*;

/// The states that are remembered, by their names: those of one plan.
#[derive(Clone, Default)]
pub struct Remembered(Rc<RefCell<HashMap<&'static str, Rc<dyn Any>>>>);

impl PartialEq for Remembered {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Remembered {
    /// The state of a name, or what it is at the beginning.
    fn state<T: 'static>(&self, name: &'static str, begin: impl FnOnce() -> T) -> Rc<RefCell<T>> {
        let known = self.0.borrow().get(name).cloned().and_then(|state| state.downcast::<RefCell<T>>().ok());
        known.unwrap_or_else(|| {
            let state = Rc::new(RefCell::new(begin()));
            self.0.borrow_mut().insert(name, state.clone());
            state
        })
    }
}

/// A state that is read as it is now, and is there again when its page is.
#[hook]
pub fn use_remembered_state<T: Clone + PartialEq + 'static>(
    name: &'static str,
    begin: impl FnOnce() -> T,
) -> LiveState<T> {
    let remembered = use_context::<Remembered>();
    let of_plan =
        use_memo((remembered, name), |(remembered, name)| remembered.clone().unwrap_or_default().state(name, begin));
    LiveState::of(Rc::clone(&*of_plan), use_force_update())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_remembered_by_its_name() {
        let of_plan = Remembered::default();
        *of_plan.state("seed", || 1).borrow_mut() = 7;
        assert_eq!(*of_plan.state("seed", || 1).borrow(), 7);
        assert_eq!(*of_plan.state("other", || 1).borrow(), 1);
        // Of another plan nothing is.
        assert_eq!(*Remembered::default().state("seed", || 1).borrow(), 1);
    }
}

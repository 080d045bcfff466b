use std::any::Any;
use std::cell::RefCell;
use std::collections::HashMap;

/// What the page worked out of a plan beside what follows from it, each with what it was worked out for. It goes with the
/// session: of a plan that was changed nothing of it holds any more.
#[derive(Default)]
pub struct WorkedOut {
    all: RefCell<HashMap<Name, Box<dyn Any>>>,
}

/// A word, and which of those that have the same word.
type Name = (&'static str, u32);

impl WorkedOut {
    /// What was worked out last under a name, if it was for the same.
    pub fn known<K: PartialEq + 'static, T: Clone + 'static>(&self, name: Name, of: &K) -> Option<T> {
        let all = self.all.borrow();
        let (known, found) = all.get(&name)?.downcast_ref::<(K, T)>()?;
        (known == of).then(|| found.clone())
    }

    /// Keeps what was worked out. It must not hold the session: neither would ever go.
    pub fn keep<K: 'static, T: 'static>(&self, name: Name, of: K, found: T) {
        self.all.borrow_mut().insert(name, Box::new((of, found)));
    }
}

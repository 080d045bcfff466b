use crate::browser::in_slices;
use one_plan_model::pace::{Pace, Stage};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How far work is that somebody asked for, or what came of it.
#[derive(Clone)]
enum State<T> {
    Tenths(usize),
    Found(Rc<T>),
}

/// Work that is done when somebody asks for it, shows how far it is and can be stopped, while the page goes on.
pub struct AskedWork<K: 'static, T: 'static> {
    of: K,
    state: UseStateHandle<Option<(K, State<T>)>>,
    wanted: Rc<RefCell<Rc<Cell<bool>>>>,
}

impl<K: Clone, T> Clone for AskedWork<K, T> {
    fn clone(&self) -> Self {
        Self { of: self.of.clone(), state: self.state.clone(), wanted: Rc::clone(&self.wanted) }
    }
}

/// Work of which the result belongs to something, such as the plan and what was chosen: of anything else nothing is shown, and
/// what is under way for it is stopped.
#[hook]
pub fn use_asked_work<K, T>(of: K) -> AskedWork<K, T>
where
    K: Clone + PartialEq + 'static,
    T: 'static,
{
    let state = use_state(|| None::<(K, State<T>)>);
    let wanted = use_mut_ref(|| Rc::new(Cell::new(false)));
    use_effect_with(of.clone(), {
        let wanted = Rc::clone(&wanted);
        move |_| move || wanted.borrow().set(false)
    });
    AskedWork { of, state, wanted }
}

impl<K: Clone + PartialEq, T> AskedWork<K, T> {
    fn state(&self) -> Option<&State<T>> {
        (*self.state).as_ref().filter(|(of, _)| *of == self.of).map(|(_, state)| state)
    }

    /// How many tenths of it are done; nothing where it is not under way. Said in tenths, so that not every slice is read out.
    pub fn tenths(&self) -> Option<usize> {
        match self.state()? {
            State::Tenths(tenths) => Some(*tenths),
            State::Found(_) => None,
        }
    }

    /// What came of it.
    pub fn found(&self) -> Option<Rc<T>> {
        match self.state()? {
            State::Found(found) => Some(Rc::clone(found)),
            State::Tenths(_) => None,
        }
    }

    /// Begins.
    pub fn start(&self, work: impl AsyncFnOnce(&Pace<'_>) -> T + 'static) {
        self.wanted.borrow().set(false);
        let ticket = Rc::new(Cell::new(true));
        *self.wanted.borrow_mut() = Rc::clone(&ticket);
        let (of, state) = (self.of.clone(), self.state.clone());
        state.set(Some((of.clone(), State::Tenths(0))));
        spawn_local(async move {
            let told = Cell::new(0);
            let tell = |stage| {
                if let Stage::Computing { done, of: all } = stage {
                    let tenths = done * 10 / all.max(1);
                    if ticket.get() && told.replace(tenths) != tenths {
                        state.set(Some((of.clone(), State::Tenths(tenths))));
                    }
                }
            };
            let found = in_slices(work, tell, || ticket.get()).await;
            if let Some(found) = found.filter(|_| ticket.get()) {
                state.set(Some((of.clone(), State::Found(Rc::new(found)))));
            }
        });
    }

    /// Stops it.
    pub fn stop(&self) {
        self.wanted.borrow().set(false);
        self.state.set(None);
    }
}

use crate::session::Session;
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Says whether what is being worked out is still wanted.
#[derive(Clone)]
pub struct Wanted(Rc<Cell<bool>>);

impl Wanted {
    /// Whether it is.
    pub fn is_wanted(&self) -> bool {
        self.0.get()
    }
}

/// What is worked out for something, once that has not changed for so many milliseconds; nothing until then. The page is
/// drawn first, and what is no longer wanted is left.
#[hook]
pub fn use_worked_out<D, T, F, R>(of: D, after: u32, work: F) -> Option<T>
where
    D: Clone + PartialEq + 'static,
    T: Clone + 'static,
    F: FnOnce(D, Wanted) -> R + 'static,
    R: Future<Output = Option<T>> + 'static,
{
    let found = use_state(|| None::<(D, T)>);
    use_effect_with(of.clone(), {
        let found = found.setter();
        move |of| {
            let (of, wanted) = (of.clone(), Wanted(Rc::new(Cell::new(true))));
            let still_wanted = wanted.clone();
            let waits = Timeout::new(after, move || {
                spawn_local(async move {
                    let answer = work(of.clone(), still_wanted.clone()).await;
                    if let Some(answer) = answer.filter(|_| still_wanted.is_wanted()) {
                        found.set(Some((of, answer)));
                    }
                });
            });
            move || {
                wanted.0.set(false);
                drop(waits);
            }
        }
    });
    (*found).as_ref().filter(|(known, _)| *known == of).map(|(_, answer)| answer.clone())
}

/// What is worked out of a plan in a turn of its own, after the page was drawn; nothing as long as there is none. It is kept
/// with the session, so that it stands there at once for who comes back. While it is worked out for something else, what was
/// found before still stands: a table that went and came with every key would take the place from under whoever reads it.
///
/// `name` is unlike those of all others. What is found must not hold the session.
#[hook]
pub fn use_kept_result<K, T>(
    session: &Session,
    name: (&'static str, u32),
    of: K,
    work: impl FnOnce(&Session, &K) -> T + 'static,
) -> Option<T>
where
    K: Clone + PartialEq + 'static,
    T: Clone + 'static,
{
    let draw_again = use_force_update();
    let before = use_mut_ref(|| None::<T>);
    let known = session.worked_out().known(name, &of);
    use_effect_with((session.clone(), name, of), {
        let is_known = known.is_some();
        move |(session, name, of)| {
            let (session, name, of) = (session.clone(), *name, of.clone());
            let waits = (!is_known).then(|| {
                Timeout::new(0, move || {
                    let found = work(&session, &of);
                    session.worked_out().keep(name, of, found);
                    draw_again.force_update();
                })
            });
            move || drop(waits)
        }
    });
    if known.is_some() {
        before.borrow_mut().clone_from(&known);
    }
    let shown = before.borrow().clone();
    shown
}

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

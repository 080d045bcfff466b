use crate::browser::next_turn;
use crate::components::{Tag, tag};
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

/// Whether everything that belongs to the drawing in which a component came is done. What takes long begins only then: yew
/// does what a new component asks for first, gives way to the browser, and only then does what those around it ask for,
/// which is where the focus of whoever arrives on a page is set. What is done in the next drawing comes after all of it.
#[hook]
pub fn use_is_drawn() -> bool {
    let is_drawn = use_state_eq(|| false);
    use_effect_with((), {
        let is_drawn = is_drawn.setter();
        move |()| is_drawn.set(true)
    });
    *is_drawn
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
    let is_drawn = use_is_drawn();
    use_effect_with((is_drawn, of.clone()), {
        let found = found.setter();
        move |(is_drawn, of)| {
            let (of, wanted) = (of.clone(), Wanted(Rc::new(Cell::new(true))));
            let still_wanted = wanted.clone();
            let waits = is_drawn.then(|| {
                Timeout::new(after, move || {
                    spawn_local(async move {
                        let answer = work(of.clone(), still_wanted.clone()).await;
                        // What comes of it is drawn in a turn of its own.
                        next_turn().await;
                        if let Some(answer) = answer.filter(|_| still_wanted.is_wanted()) {
                            found.set(Some((of, answer)));
                        }
                    });
                })
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
/// On paper nobody can wait for it.
///
/// `name` is unlike those of all others. What is found must not hold the session.
#[hook]
pub fn use_kept_result<K, T>(
    session: &Session,
    name: (&'static str, u32),
    of: K,
    is_on_paper: bool,
    work: impl FnOnce(&Session, &K) -> T + 'static,
) -> Option<T>
where
    K: Clone + PartialEq + 'static,
    T: Clone + 'static,
{
    let draw_again = use_force_update();
    let is_drawn = use_is_drawn();
    let before = use_mut_ref(|| None::<T>);
    let mut work = Some(work);
    let mut known = session.worked_out().known(name, &of);
    if known.is_none() && is_on_paper {
        known = work.take().map(|work| work(session, &of));
        if let Some(found) = &known {
            session.worked_out().keep(name, of.clone(), found.clone());
        }
    }
    use_effect_with((session.clone(), name, of, is_drawn), {
        let work = work.filter(|_| known.is_none());
        move |(session, name, of, is_drawn)| {
            let (session, name, of) = (session.clone(), *name, of.clone());
            let wanted = Wanted(Rc::new(Cell::new(true)));
            let still_wanted = wanted.clone();
            let waits = work.filter(|_| *is_drawn).map(|work| {
                Timeout::new(0, move || {
                    session.worked_out().keep(name, of.clone(), work(&session, &of));
                    spawn_local(async move {
                        // What comes of it is drawn in a turn of its own.
                        next_turn().await;
                        if still_wanted.is_wanted() {
                            draw_again.force_update();
                        }
                    });
                })
            });
            move || {
                wanted.0.set(false);
                drop(waits);
            }
        }
    });
    let shown = known.or_else(|| before.take());
    before.borrow_mut().clone_from(&shown);
    shown
}

/// Said as long as something is worked out for the first time.
pub const BEING_WORKED_OUT: &str = "Being worked out.";

/// Stands where something is worked out for the first time. `class` gives it the height of what comes, nearly.
pub fn being_worked_out(class: &'static str) -> Tag {
    tag("p").class(class).attribute("aria-busy", "true").words(BEING_WORKED_OUT)
}

use crate::open_file::Refusal;
use crate::session::Session;
use one_plan_model::calculation::FigureKey;
use std::rc::Rc;
use yew::prelude::*;

/// What an effect goes by: it happens at first, and whenever this is no longer what it was.
#[derive(Clone, PartialEq)]
pub enum On {
    /// Whether something holds.
    Flag(bool),
    /// How often something happened.
    Times(u32),
    /// Words, if there are any.
    Words(Option<String>),
    /// The plan that is open.
    Session(Option<Session>),
    /// What is explained.
    Trail(Rc<[FigureKey]>),
    /// Why a file was refused.
    Refusal(Option<Refusal>),
}

/// What undoes an effect before it happens again.
pub type Undo = Box<dyn FnOnce()>;

/// An effect that needs no undoing.
pub fn done() -> Undo {
    Box::new(|| ())
}

/// An effect that lasts as long as something is kept.
pub fn keeping<T: 'static>(what: T) -> Undo {
    Box::new(move || drop(what))
}

/// Does something to the browser after drawing. All effects are of one type, as each further one that the
/// library is asked for is a kilobyte of the download.
#[hook]
pub fn use_effect_on(on: On, act: Box<dyn FnOnce() -> Undo>) {
    let act: Box<dyn FnOnce(&On) -> Undo> = Box::new(move |_| act());
    use_effect_with(on, act);
}

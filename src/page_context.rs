//! What every page gets from the application: the session, and how to ask for things.

use crate::session::{Change, KeepRequest, Session, Tried};
use one_plan_model::calculation::FigureKey;
use std::rc::Rc;
use yew::prelude::*;

/// The plan that is open, and how to ask for an explanation or a change.
///
/// It is there whenever a plan is open, and is handed on to whatever draws a figure.
#[derive(Clone, PartialEq)]
pub struct PageContext {
    /// The plan that is open.
    pub session: Session,
    /// Asks for the explanation of a figure.
    pub explain: Callback<FigureKey>,
    /// Changes the plan.
    pub change: Callback<Change>,
    /// Changes the plan by a change that was made on trial.
    pub make: Callback<Tried>,
    /// Takes back one change among others, by the number of its step.
    pub take_back: Callback<u32>,
    /// Gives a change its reason.
    pub give_reason: Callback<(u32, Rc<str>)>,
    /// Asks for something about what is kept.
    pub keep: Callback<KeepRequest>,
    /// Notes that the file is there: the browser says so. What stood when it was written, by the mark of its history.
    pub saved: Callback<Option<u32>>,
}

/// Properties of a page or a part of one that needs nothing but the context.
#[derive(Clone, PartialEq, Properties)]
pub struct ViewProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
}

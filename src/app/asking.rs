//! What the pages may ask for: an explanation, a change of the plan, something about what is kept, another file.

use super::keeping::{act, keep};
use super::state::{Action, State};
use crate::browser::now;
use crate::open_file::{Progress, Source, read};
use crate::page_context::PageContext;
use crate::session::KeepRequest;
use one_plan_model::calculation::FigureKey;
use std::rc::Rc;
use yew::prelude::*;

/// Reads what is chosen, dropped or given. The text of a plan file that the application is given is opened at once.
#[hook]
pub fn use_opening(state: &UseReducerHandle<State>, given: Option<Rc<str>>) -> Callback<Source> {
    let onopen = use_callback((state.dispatcher(), state.session().cloned()), |source: Source, (dispatcher, open)| {
        let dispatcher = dispatcher.clone();
        let report = Callback::from(move |progress: Progress| dispatcher.dispatch(Action::Read(progress)));
        read(source, open.as_ref(), report);
    });
    use_effect_with((), {
        let onopen = onopen.clone();
        move |()| {
            if let Some(plan) = given {
                onopen.emit(Source::Text(plan));
            }
        }
    });
    onopen
}

/// Asks for something about what is kept.
#[hook]
pub fn use_keeping(state: &UseReducerHandle<State>) -> Callback<KeepRequest> {
    use_callback((state.dispatcher(), state.opening()), |request, (dispatcher, opening)| {
        keep(dispatcher.clone(), *opening, request);
    })
}

/// What every page gets; nothing while no plan is open.
#[hook]
pub fn use_page_context(state: &UseReducerHandle<State>, keep: &Callback<KeepRequest>) -> Option<PageContext> {
    let explain =
        use_callback(state.dispatcher(), |figure: FigureKey, dispatcher| dispatcher.dispatch(Action::Explain(figure)));
    // What is asked for is meant for the plan that is open when it is: an answer may come after another one was opened.
    let doing = (state.dispatcher(), state.opening());
    let change = use_callback(doing.clone(), |change, (dispatcher, opening)| {
        act(dispatcher, *opening, Action::Change(change, now()));
    });
    let make = use_callback(doing.clone(), |tried, (dispatcher, opening)| {
        act(dispatcher, *opening, Action::Make(tried, now()));
    });
    let take_back = use_callback(doing.clone(), |number, (dispatcher, opening)| {
        act(dispatcher, *opening, Action::TakeBack(number, now()));
    });
    let give_reason = use_callback(doing.clone(), |(number, reason), (dispatcher, opening)| {
        act(dispatcher, *opening, Action::Reason(number, reason));
    });
    let saved = use_callback(doing, |mark, (dispatcher, opening)| act(dispatcher, *opening, Action::Saved(mark)));
    let session = state.session().cloned()?;
    Some(PageContext { session, explain, change, make, take_back, give_reason, keep: keep.clone(), saved })
}

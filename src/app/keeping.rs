//! What is done is kept before it is done: should the page end over it, it is not lost.

use super::state::{Action, Opening, State};
use crate::browser::{
    KeptFile, clock, erase_everything, forget_plan, in_slices, is_kept_here, keep_as_copy, keep_entry, keep_here,
    keep_saved, kept_plan, kept_plan_was_read, kept_plans,
};
use crate::navigation::Page;
use crate::open_file::{Progress, begin, is_wanted_last, stage_words, stop};
use crate::session::{Entry, KeepRequest, KeptPlans, Session};
use one_plan_model::exchange::read_json_in_slices;
use one_plan_model::pace::Pace;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Does what is asked for about the plan of an opening; what changes the plan is kept first. Where another plan was opened
/// since, nothing is done and nothing is kept.
pub fn act(dispatcher: &UseReducerDispatcher<State>, opening: u32, action: Action) {
    match (action.entry(), &action) {
        (Some(entry), Action::Saved(_)) => keep_saved(opening, &entry.to_text()),
        (Some(entry), _) => keep_entry(opening, &entry.to_text()),
        (None, _) => {}
    }
    dispatcher.dispatch(Action::For(opening, Box::new(action)));
}

/// Does what is asked for about what is kept, while the plan of an opening is open.
pub fn keep(dispatcher: UseReducerDispatcher<State>, opening: u32, request: KeepRequest) {
    spawn_local(async move {
        let done = match request {
            // It is open: nothing has to be read again, and nothing of it is lost.
            KeepRequest::Open(id, true) if is_kept_here(&id) => {
                dispatcher.dispatch(Action::Arrive(Page::Overview, AttrValue::default()));
                Ok(())
            }
            KeepRequest::Open(id, whole) => restore(&dispatcher, opening, &id, !whole).await,
            KeepRequest::Forget(id) => forget_plan(&id).await.map(|_| ()),
            KeepRequest::Copy => {
                keep_as_copy(opening);
                Ok(())
            }
            KeepRequest::Here => keep_here(opening).await.map(|_| ()),
            KeepRequest::Erase => erase_everything().await.map(|_| {
                dispatcher.dispatch(Action::Say("Everything that was kept in this browser is erased.".into()));
            }),
        };
        if let Err(problem) = done {
            dispatcher.dispatch(Action::Say(format!("That could not be done: {problem}.").into()));
        }
        list(&dispatcher).await;
    });
}

/// Looks what is kept, and opens again what was open in this tab.
pub fn look(dispatcher: UseReducerDispatcher<State>, opens_again: bool) {
    spawn_local(async move {
        let open = list(&dispatcher).await;
        if opens_again
            && !open.is_empty()
            && let Err(problem) = restore(&dispatcher, 0, &open, false).await
        {
            dispatcher.dispatch(Action::Say(format!("What was open could not be opened again: {problem}.").into()));
        }
    });
}

/// Looks once more what is kept: it may be otherwise than when it was listed last.
pub fn list_again(dispatcher: UseReducerDispatcher<State>) {
    spawn_local(async move {
        list(&dispatcher).await;
    });
}

async fn list(dispatcher: &UseReducerDispatcher<State>) -> String {
    // Where nothing can be kept, nothing is listed; that it cannot is said when a plan is open.
    let plans = kept_plans().await.map(|text| KeptPlans::of_json(&text)).unwrap_or_default();
    let open = plans.open.clone();
    dispatcher.dispatch(Action::KeptPlans(Rc::new(plans)));
    open
}

/// Reads a kept plan, asked for during an opening. Until it is open, what is kept is what was open before.
async fn restore(
    dispatcher: &UseReducerDispatcher<State>,
    during: u32,
    id: &str,
    leave_out: bool,
) -> Result<(), String> {
    let read = read(dispatcher, id, leave_out).await;
    let Ok(Some((opening, lost))) = read else {
        kept_plan_was_read();
        return read.map(|_| ());
    };
    dispatcher.dispatch(Action::Restored(during, opening));
    if lost > 0 {
        let words = format!("{lost} of its changes are not understood by this version of the page and are left out.");
        dispatcher.dispatch(Action::Say(words.into()));
    }
    Ok(())
}

/// Who waits longer than so many milliseconds is told what for.
const TOLD_AFTER: f64 = 200.0;

/// A kept plan with its changes made once more, and how many of them are not understood; nothing where the person did not
/// want to wait.
async fn read(
    dispatcher: &UseReducerDispatcher<State>,
    id: &str,
    leave_out: bool,
) -> Result<Option<(Opening, usize)>, String> {
    let (ticket, begun) = (begin(), clock());
    let report = |progress| dispatcher.dispatch(Action::Read(progress));
    let KeptFile { name, base, changes, fetched } = kept_plan(id, leave_out).await.inspect_err(|_| stop(ticket))?;
    let journal: Vec<Entry> = changes.iter().filter_map(|text| Entry::read(text)).collect();
    let lost = changes.len().saturating_sub(journal.len());
    let read = async |pace: &Pace<'_>| {
        let plan = read_json_in_slices(&base, pace).await.ok()?.plan;
        Some(Session::replayed(plan, &name, &journal, pace).await)
    };
    let is_told = Cell::new(false);
    let tell = |stage| {
        if clock() < begun + TOLD_AFTER {
            return;
        }
        if !is_told.replace(true) {
            report(Progress::Started { ticket, name: name.as_str().into(), is_answered: false });
        }
        report(Progress::Reading { ticket, words: stage_words(stage).into() });
    };
    let read = in_slices(read, tell, || is_wanted_last(ticket)).await;
    stop(ticket);
    report(Progress::Over { ticket });
    let Some(read) = read else { return Ok(None) };
    let (session, saved) = read.ok_or("this version of the page does not read it")?;
    Ok(Some((Opening { session, saved, fetched: Some(fetched) }, lost)))
}

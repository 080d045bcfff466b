use crate::app::host_mode::HostMode;
use crate::app::keeping::{list_again, look};
use crate::app::state::{Action, State};
use crate::browser::{begin_keeping, go_on_keeping, in_slices, keep_entry, kept_plan_was_read, listen_to_keeping};
use crate::navigation::Page;
use crate::session::{Entry, Kept, Session};
use one_plan_model::exchange::write_json_in_slices;
use one_plan_model::pace::Pace;
use std::rc::Rc;
use yew::prelude::*;

/// Keeps the plan that is open in the browser, and opens what was open before the page was loaded again. In another
/// document nothing is kept: what is kept there is for that document to say.
#[hook]
pub fn use_kept_work(mode: HostMode, is_given_a_plan: bool, state: &UseReducerHandle<State>) {
    use_effect_with((), {
        let dispatcher = state.dispatcher();
        move |()| {
            if mode == HostMode::Document {
                let telling = dispatcher.clone();
                listen_to_keeping(move |text| telling.dispatch(Action::Kept(Kept::of_json(&text))));
                look(dispatcher, !is_given_a_plan);
            }
        }
    });
    // The start lists what is kept, and what was changed since.
    let is_at_start = state.session().is_some() && state.page() == Page::Start;
    use_effect_with(is_at_start, {
        let dispatcher = state.dispatcher();
        move |is_at_start| {
            if *is_at_start && mode == HostMode::Document {
                list_again(dispatcher);
            }
        }
    });
    // A kept plan that waits for a decision was read: the page did not end over it.
    use_effect_with(state.waiting().is_some(), move |is_waiting| {
        if *is_waiting && mode == HostMode::Document {
            kept_plan_was_read();
        }
    });
    // The opening that is kept, and the last step whose effects are.
    let seen = use_mut_ref(|| (0_u32, 0_u32));
    let session = state.session().cloned();
    let fetched = state.fetched().cloned();
    use_effect_with((state.opening(), session), move |(opening, session)| {
        let Some(session) = session.as_ref().filter(|_| mode == HostMode::Document) else { return };
        let mut seen = seen.borrow_mut();
        let step = session.history().to_undo();
        if seen.0 != *opening {
            *seen = (*opening, step.map_or(0, |step| step.number));
            if let Some(fetched) = fetched {
                go_on_keeping(*opening, &fetched);
                return;
            }
            begin_keeping(*opening, session.file_name(), &session.title(), written(session.clone()));
            for note in session.notes() {
                keep_entry(*opening, &note.to_text());
            }
        } else if let Some(step) = step
            && step.number > seen.1
        {
            seen.1 = step.number;
            if !step.effects.is_empty() {
                keep_entry(*opening, &Entry::Effects(step.number, Rc::clone(&step.effects)).to_text());
            }
        }
    });
}

/// The plan as it was opened, as a plan file; a large one is written while the page goes on. Who changed it before this was
/// asked for finds the change behind it, where every other one is kept.
async fn written(session: Session) -> String {
    let plan = session.plan_as_opened();
    let work = async |pace: &Pace<'_>| write_json_in_slices(&plan, pace).await;
    in_slices(work, |_| {}, || true).await.unwrap_or_default()
}

use crate::app::host_mode::HostMode;
use crate::app::state::{Action, State};
use crate::open_file::{DropAnywhere, Source};
use gloo::utils::document;
use web_sys::{Element, EventTarget};
use yew::prelude::*;

/// Takes files that are dropped: anywhere on a document of its own, else on the application.
#[hook]
pub fn use_dropped_files(
    mode: HostMode,
    root: &NodeRef,
    open: &Callback<Source>,
    dispatcher: UseReducerDispatcher<State>,
) {
    // What opens files changes with the plan that is open: it may remember what headings mean.
    use_effect_with((mode, open.clone()), {
        let root = root.clone();
        move |(mode, open)| {
            let target: Option<EventTarget> = match mode {
                HostMode::Document => Some(document().into()),
                HostMode::Embedded => root.cast::<Element>().map(Into::into),
            };
            let over = Callback::from(move |is_over| dispatcher.dispatch(Action::Over(is_over)));
            let listening = target.map(|target| DropAnywhere::new(&target, open.clone(), over));
            move || drop(listening)
        }
    });
}

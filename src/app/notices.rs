use super::load_question::load_question;
use super::save::save_plan;
use super::state::{Action, State};
use crate::components::{nodes, tag};
use crate::open_file::RefusalSummary;
use crate::session::Session;
use yew::prelude::*;

/// Properties of [`Notices`].
#[derive(Clone, PartialEq, Properties)]
pub struct NoticesProperties {
    /// What is shown.
    pub state: UseReducerHandle<State>,
    /// Asks for another file.
    pub onchoose: Callback<()>,
}

/// What a person must see before anything else: a file is being read, a file was not opened, or
/// changes would be lost.
#[component]
pub fn Notices(properties: &NoticesProperties) -> Html {
    let NoticesProperties { state, onchoose } = properties;
    let dispatching = |action: Action| {
        let dispatcher = state.dispatcher();
        Callback::from(move |()| dispatcher.dispatch(action.clone()))
    };
    // Each notice has an element of its own, so that one may come while another goes.
    let (mut reading, mut refused, mut unsaved) = (tag("div"), tag("div"), tag("div"));
    let mut questioned = tag("div");
    if let Some(session) = state.questioned() {
        questioned = questioned.child(load_question(
            session,
            state.session().map(Session::title),
            dispatching(Action::OpenQuestioned),
            dispatching(Action::LeaveQuestioned),
        ));
    }
    if let Some(name) = state.reading() {
        let words = tag("strong").words(format!("Reading {name} …"));
        let stop = dispatching(Action::StopReading).reform(|_: MouseEvent| ());
        let stop =
            tag("button").attribute("type", "button").class("button button--quiet").onclick(stop).words("Stop reading");
        let mut far = tag("p").class("notice__progress");
        if let Some(progress) = state.progress() {
            far = far.words(progress.to_string());
        }
        reading = reading.child(tag("div").class("notice").child(tag("p").child(words)).child(far).child(stop));
    }
    if let Some(refusal) = state.refusal() {
        refused = refused.child(html! {
            <RefusalSummary
                refusal={refusal.clone()}
                still_open={state.session().map(Session::title)}
                lists_all={state.shows_all_problems()}
                onchoose={onchoose.clone()}
                ondismiss={dispatching(Action::DismissRefusal)}
                onshowall={dispatching(Action::ShowAllProblems)}
            />
        });
    }
    if let (Some(open), Some(waiting)) = (state.session(), state.waiting()) {
        let button = |class: &'static str, onclick: Callback<MouseEvent>, words: &'static str| {
            tag("button").attribute("type", "button").class(class).onclick(onclick).words(words)
        };
        let pressed = |action: Action| dispatching(action).reform(|_| ());
        let heading = tag("h2").id("unsaved-title");
        let lost = format!("They are lost when {} takes its place.", waiting.file_name());
        let buttons = tag("div")
            .class("toolbar")
            .child(button(
                "button",
                save_plan(open.clone(), dispatching(Action::OpenWaiting)),
                "Save them, then open the other plan",
            ))
            .child(button("button button--secondary", pressed(Action::OpenWaiting), "Open it without saving"))
            .child(button("button button--quiet", pressed(Action::StayWithPlan), "Stay with this plan"));
        let question = tag("div")
            .class("notice notice--warn")
            .attribute("role", "alertdialog")
            .attribute("tabindex", "-1")
            .attribute("aria-labelledby", "unsaved-title")
            .child(heading.words(format!("{} has changes that are not saved", open.title())))
            .child(tag("p").words(lost))
            .child(buttons);
        unsaved = unsaved.child(question);
    }
    nodes(vec![reading.html(), refused.html(), questioned.html(), unsaved.html()])
}

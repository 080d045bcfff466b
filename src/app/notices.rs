use super::state::title;
use super::{Action, State, browser};
use crate::components::{nodes, tag};
use crate::open_file::refusal_summary;
use yew::prelude::*;

/// What a person must see before anything else: a file is being read, a file was not opened, or
/// changes would be lost.
pub fn notices(state: &State, act: &dyn Fn(Action) -> Callback<()>, choose: &Callback<()>) -> Html {
    // Each notice has an element of its own, so that one may come while another goes.
    let (mut reading, mut refused, mut unsaved) = (tag("div"), tag("div"), tag("div"));
    if let Some(name) = state.reading() {
        let words = tag("strong").words(["Reading ", name, " …"].concat());
        reading = reading.child(tag("div").class("notice").child(tag("p").child(words)));
    }
    if let Some(refusal) = state.refusal() {
        refused = refused.child(refusal_summary(
            refusal,
            state.session().map(title),
            state.shows_all_problems(),
            choose,
            &act(Action::DismissRefusal),
            &act(Action::ShowAllProblems),
        ));
    }
    if let (Some(open), Some(waiting)) = (state.session(), state.waiting()) {
        let button = |class: &'static str, act: Callback<MouseEvent>, words: &'static str| {
            tag("button").attribute("type", "button").class(class).onclick(act).words(words)
        };
        let pressed = |action: Action| act(action).reform(|_| ());
        let heading = tag("h2").id("unsaved-title");
        let lost = ["They are lost when ", waiting.file_name(), " takes its place."].concat();
        let buttons = tag("div")
            .class("toolbar")
            .child(button(
                "button",
                browser::saving(open.clone(), act(Action::OpenWaiting)),
                "Save them, then open the other plan",
            ))
            .child(button("button button--secondary", pressed(Action::OpenWaiting), "Open it without saving"))
            .child(button("button button--quiet", pressed(Action::StayWithPlan), "Stay with this plan"));
        let question = tag("div")
            .class("notice notice--warn")
            .attribute("role", "alertdialog")
            .attribute("tabindex", "-1")
            .attribute("aria-labelledby", "unsaved-title")
            .child(heading.words([&*title(open), " has changes that are not saved"].concat()))
            .child(tag("p").words(lost))
            .child(buttons);
        unsaved = unsaved.child(question);
    }
    nodes(vec![reading.html(), refused.html(), unsaved.html()])
}

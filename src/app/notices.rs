use super::keeping::act;
use super::load_questions::LoadQuestions;
use super::save::save_plan;
use super::seal_notice::SealNotice;
use super::state::{Action, State};
use crate::components::{Tag, nodes, tag};
use crate::open_file::{RefusalSummary, Source};
use crate::session::{KeepRequest, Kept, KeptKind, Session};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Notices`].
#[derive(Clone, PartialEq, Properties)]
pub struct NoticesProperties {
    /// What is shown.
    pub state: UseReducerHandle<State>,
    /// Asks for another file.
    pub onchoose: Callback<()>,
    /// Reads files.
    pub onopen: Callback<Source>,
    /// Asks for something about what is kept.
    pub onkeep: Callback<KeepRequest>,
}

/// What a person must see before anything else: a file is being read, a file was not opened, or
/// changes would be lost.
#[component]
pub fn Notices(properties: &NoticesProperties) -> Html {
    let NoticesProperties { state, onchoose, onopen, onkeep } = properties;
    let dispatching = |action: Action| {
        let (dispatcher, opening) = (state.dispatcher(), state.opening());
        Callback::from(move |()| act(&dispatcher, opening, action.clone()))
    };
    let sealed = state.session().and_then(|session| {
        let report = Rc::clone(session.seal_report()?);
        Some(html! { <SealNotice key={state.opening()} session={session.clone()} {report} /> })
    });
    let questioned = state.questioned().map(|asked| {
        html! {
            <LoadQuestions
                asked={asked.clone()}
                still_open={state.session().map(Session::title)}
                onread={onopen.clone()}
                onopen={dispatching(Action::OpenQuestioned)}
                onleave={dispatching(Action::LeaveQuestioned)}
            />
        }
    });
    let refused = state.refusal().map(|refusal| {
        html! {
            <RefusalSummary
                refusal={refusal.clone()}
                still_open={state.session().map(Session::title)}
                lists_all={state.shows_all_problems()}
                onchoose={onchoose.clone()}
                ondismiss={dispatching(Action::DismissRefusal)}
                onshowall={dispatching(Action::ShowAllProblems)}
            />
        }
    });
    let handed = state.session().zip(state.handed()).map(|(session, mark)| {
        handed_question(session, dispatching(Action::Saved(mark)), dispatching(Action::NotSaved))
    });
    let trouble = state.trouble();
    let trouble = trouble.map(|words| trouble_notice(words, state.kept(), dispatching(Action::PutAwayTrouble), onkeep));
    // Each notice has an element of its own, so that one may come while another goes.
    let place = |notice: Option<Html>| tag("div").maybe(notice).html();
    nodes(vec![
        place(reading_notice(state, dispatching(Action::StopReading)).map(Tag::html)),
        place(refused),
        place(questioned),
        place(unsaved_question(state, &dispatching).map(Tag::html)),
        place(handed.map(Tag::html)),
        place(trouble.map(Tag::html)),
        place(sealed),
    ])
}

/// A file is being read: which, how far, and how to stop it.
fn reading_notice(state: &State, onstop: Callback<()>) -> Option<Tag> {
    let words = tag("strong").words(format!("Reading {} …", state.reading()?));
    let mut far = tag("p").class("notice__progress");
    if let Some(progress) = state.progress() {
        far = far.words(progress.to_string());
    }
    let stop = notice_button("button button--quiet", onstop, "Stop reading");
    Some(tag("div").class("notice").child(tag("p").child(words)).child(far).child(stop))
}

/// Another plan was read, and the open one has changes that are not saved: what becomes of them.
fn unsaved_question(state: &UseReducerHandle<State>, dispatching: &dyn Fn(Action) -> Callback<()>) -> Option<Tag> {
    let (open, waiting) = (state.session()?, state.waiting()?);
    let other = waiting.chosen_name();
    let lost = match state.kept().is_safe() {
        true => format!(
            "No file has them yet. When {other} takes its place they stay kept in this browser: Menu, Plans kept \
             opens them again."
        ),
        false => format!("They are lost when {other} takes its place."),
    };
    let dispatcher = state.dispatcher();
    let onhanded = Callback::from(move |mark| dispatcher.dispatch(Action::Handed(mark)));
    let save = tag("button").attribute("type", "button").class("button").onclick(save_plan(open.clone(), onhanded));
    let (replace, stay) = (dispatching(Action::OpenWaiting), dispatching(Action::StayWithPlan));
    let buttons = tag("div")
        .class("toolbar")
        .child(save.words("Save them, then open the other plan"))
        .child(notice_button("button button--secondary", replace, "Open it without saving"))
        .child(notice_button("button button--quiet", stay, "Stay with this plan"));
    let heading = tag("h2").id("unsaved-title").words(format!("{} has changes that are not saved", open.title()));
    let question = tag("div")
        .class("notice notice--warn")
        .attribute("role", "alertdialog")
        .attribute("tabindex", "-1")
        .attribute("aria-labelledby", "unsaved-title");
    Some(question.child(heading).child(tag("p").words(lost)).child(buttons))
}

fn notice_button(class: &'static str, onclick: Callback<()>, words: &'static str) -> Tag {
    tag("button").attribute("type", "button").class(class).onclick(onclick.reform(|_| ())).words(words)
}

/// A browser does not say what became of a file that was handed to it: the person does.
fn handed_question(session: &Session, there: Callback<()>, missing: Callback<()>) -> Tag {
    let words = format!(
        "{} was handed to your browser to save. A browser does not say whether it did: until you do, the changes count as not saved.",
        session.file_name()
    );
    tag("div")
        .class("notice")
        .attribute("role", "group")
        .attribute("aria-labelledby", "handed-title")
        .child(tag("h2").id("handed-title").words("Is the file there?"))
        .child(tag("p").words(words))
        .child(
            tag("div").class("toolbar").child(notice_button("button", there, "Yes, it is saved")).child(notice_button(
                "button button--secondary",
                missing,
                "No, there is no file",
            )),
        )
}

/// The work is not kept: why, and what the person can do.
fn trouble_notice(words: &'static str, kept: &Kept, away: Callback<()>, onkeep: &Callback<KeepRequest>) -> Tag {
    let mut buttons = tag("div").class("toolbar");
    let advice = if kept.kind == KeptKind::Elsewhere {
        buttons = buttons
            .child(notice_button("button", onkeep.reform(|()| KeepRequest::Copy), "Keep this as a plan of its own"))
            .child(notice_button(
                "button button--secondary",
                onkeep.reform(|()| KeepRequest::Here),
                "Go on here with what is kept, instead of there",
            ));
        "The tab that had it first keeps it, so that neither overwrites the other. What you change here is not kept until you choose."
    } else {
        "Until it can be kept, what you change is lost when this page goes away. Save the plan file to have it safe."
    };
    buttons = buttons.child(notice_button("button button--quiet", away, "I understand"));
    let reason = if kept.reason.is_empty() { String::new() } else { format!(" ({})", kept.reason) };
    tag("div")
        .class("notice notice--warn")
        .attribute("role", "alert")
        .child(tag("p").child(tag("strong").words(format!("{words}{reason}."))))
        .child(tag("p").words(advice))
        .child(buttons)
}

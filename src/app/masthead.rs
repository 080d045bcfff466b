use super::find::Find;
use super::keeping::act;
use super::page_tabs::PageTabs;
use super::plan_menu::PlanMenu;
use super::save::save_plan;
use super::state::{Action, State};
use crate::components::{Tag, status, tag};
use crate::navigation::Page;
use crate::open_file::Source;
use crate::session::{History, KeptKind, Session, Step};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Masthead`].
#[derive(Clone, PartialEq, Properties)]
pub struct MastheadProperties {
    /// What is shown.
    pub state: UseReducerHandle<State>,
    /// Asks for another file.
    pub onchoose: Callback<()>,
    /// Opens a plan.
    pub onopen: Callback<Source>,
}

/// What stands above every page: whose page it is, which plan is open, whether it adds up, and the
/// way to the other pages.
#[component]
pub fn Masthead(properties: &MastheadProperties) -> Html {
    let MastheadProperties { state, onchoose, onopen } = properties;
    let name = tag("a").class("masthead__name").attribute("href", "#/").words("One Plan");
    let mut plan = tag("div").class("masthead__plan");
    let mut light = tag("div").class("masthead__status");
    let mut buttons = tag("div").class("masthead__actions");
    let mut changes = tag("div").class("masthead__changes");
    let mut pages = tag("div");
    let mut menu = tag("div").class("masthead__menu");
    let mut find = tag("div").class("masthead__find");
    if let Some(session) = state.session() {
        let check = session.outcome().master_check();
        let dispatcher = state.dispatcher();
        let saved = Callback::from(move |mark| dispatcher.dispatch(Action::Handed(mark)));
        plan = plan.child(plan_words(session));
        light = light.child(
            status("a", session.outcome()).attribute("href", Page::Checks.hash()).attribute("data-check", check.word()),
        );
        buttons = actions(buttons, state, save_plan(session.clone(), saved));
        changes = undo_and_redo(changes, session.history(), state);
        pages = pages.child(html! { <PageTabs current={state.page()} /> });
        menu = menu.child(html! {
            <PlanMenu state={state.clone()} onchoose={onchoose.clone()} onopen={onopen.clone()} />
        });
        find = find.child(html! { <Find state={state.clone()} /> });
    }
    let inner = tag("div").class("masthead__inner").child(name).child(menu).child(find).child(plan).child(light);
    let inner = inner.child(changes).child(buttons);
    tag("header").child(tag("div").class("masthead").child(inner)).child(pages).html()
}

/// Whose plan it is first: the title of a plan may be no more than "One Plan", and that is also what the program is called.
fn plan_words(session: &Session) -> Tag {
    let Some(details) = session.plan().details() else {
        return tag("span").words(session.file_name().to_owned());
    };
    let mut rest = format!(": {}", details.title());
    if let Some(version) = &details.version() {
        rest.push_str(", version ");
        rest.push_str(version);
    }
    tag("span")
        .attribute("title", format!("{}{rest}", details.system()))
        .child(tag("strong").words(details.system().to_owned()))
        .words(rest)
}

fn actions(into: Tag, state: &State, save: Callback<MouseEvent>) -> Tag {
    let mut unsaved = tag("span").class("masthead__unsaved");
    if state.is_unsaved() {
        unsaved = unsaved.child(tag("span").words("Changed, not saved"));
    }
    let mut kept = tag("a").class("masthead__kept").attribute("href", Page::Data.hash());
    if let Some((words, more)) = kept_words(state.kept().kind) {
        // Where there is little room, where it is kept is only read aloud.
        kept = kept.child(tag("span").words(words).child(tag("span").class("masthead__more").words(more)));
    }
    let button =
        tag("button").attribute("type", "button").class("button button--secondary button--small masthead__save");
    into.child(unsaved).child(kept).child(button.onclick(save).words("Save plan file"))
}

/// The ways back and forth among the changes, each with the name of the change; nothing before the first change.
fn undo_and_redo(into: Tag, history: &History, state: &UseReducerHandle<State>) -> Tag {
    if history.to_undo().is_none() && history.to_redo().is_none() {
        return into;
    }
    let button = |word: &'static str, keys: &'static str, step: Option<&Rc<Step>>, action: Action| {
        let (dispatcher, opening) = (state.dispatcher(), state.opening());
        // It keeps the focus where nothing is left to undo: a button that is switched off would lose it.
        let button = tag("button")
            .attribute("type", "button")
            .class("button button--secondary button--small masthead__change")
            .attribute("aria-keyshortcuts", keys)
            .onclick(Callback::from(move |_| act(&dispatcher, opening, action.clone())));
        match step {
            Some(step) => {
                let words = format!("{word}: {}", step.name);
                button.attribute("title", words.clone()).words(words)
            }
            None => button.attribute("aria-disabled", "true").words(word),
        }
    };
    into.child(button("Undo", "Control+Z", history.to_undo(), Action::Undo)).child(button(
        "Redo",
        "Control+Y",
        history.to_redo(),
        Action::Redo,
    ))
}

/// Whether the work is kept, in few words; the page of data has more.
const fn kept_words(kind: KeptKind) -> Option<(&'static str, &'static str)> {
    match kind {
        KeptKind::None => None,
        KeptKind::Writing => Some(("Keeping …", "")),
        KeptKind::Kept => Some(("Kept", " in this browser")),
        KeptKind::Refused | KeptKind::Full | KeptKind::Elsewhere | KeptKind::Failed => {
            Some(("Not kept", " in this browser"))
        }
    }
}

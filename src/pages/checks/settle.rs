use super::line_id::line_id;
use crate::browser::{application_with, focus_element, focus_first};
use crate::components::{LiveState, count_of, field_of, field_value, tag, use_following_text};
use crate::page_context::PageContext;
use crate::session::Change;
use gloo::timers::callback::Timeout;
use one_plan_model::outcome::Decision;
use one_plan_model::plan::KnownFindingState;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Properties of [`Settle`].
#[derive(Clone, PartialEq, Properties)]
pub struct SettleProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// The position of the finding.
    pub at: usize,
    /// Its name in the address.
    pub name: AttrValue,
}

/// What a person decides about a finding: who owns it, what there is to say, and what becomes of it. It is kept in the
/// plan, and the finding stays in every count.
#[component]
pub fn Settle(properties: &SettleProperties) -> Html {
    let SettleProperties { context, at, name } = properties;
    let outcome = context.session.outcome();
    let known = outcome.deciding(*at).first().and_then(|id| context.session.plan().known_findings.get(*id));
    let owner = use_following_text(known.and_then(|known| known.post()).unwrap_or_default());
    let note = use_following_text(known.and_then(|known| known.note()).unwrap_or_default());
    let state = known.map_or(KnownFindingState::Open, |known| known.state());
    let deciding = |becomes: KnownFindingState, words: &'static str| {
        let (context, at, name, owner, note) = (context.clone(), *at, name.clone(), owner.clone(), note.clone());
        let onclick = Callback::from(move |press: MouseEvent| {
            let decision = Decision { state: becomes, owner: owner.get(), note: note.get() };
            let session = &context.session;
            let edits = session.outcome().decision(session.plan(), at, &decision);
            let about = session.outcome().findings().get(at).map(|finding| finding.message.clone());
            let change = Change::new(format!("{words}: {}", about.unwrap_or_default()), edits);
            context.change.emit(change.because(decision.note.clone()));
            focus_line(&press, &name);
        });
        let button = tag("button").key(words).attribute("type", "button");
        button.class("button button--secondary button--small").onclick(onclick).words(words)
    };
    let mut buttons = tag("div").class("toolbar");
    for (becomes, words) in [
        (KnownFindingState::Accepted, "Accept"),
        (KnownFindingState::Explained, "Mark as explained"),
        (KnownFindingState::Open, "Reopen"),
    ] {
        if becomes != state {
            buttons = buttons.child(deciding(becomes, words));
        }
    }
    buttons = buttons.child(deciding(state, "Keep owner and note"));
    let field = |kind: &'static str, label: &'static str, value: &LiveState<String>| {
        let into = value.clone();
        let typing = Callback::from(move |event: InputEvent| into.set(field_value(&event)));
        let input = tag("input").class("input").attribute("type", "text").attribute("autocomplete", "off");
        field_of(format!("{kind}-{}", line_id(name)), label, input.value(value.get()).oninput(typing))
    };
    let mut shared = tag("div");
    let together = outcome.decided_together(*at).len();
    if together > 0 {
        let others = count_of(together, "other finding", "other findings");
        let words = format!("Nothing tells {others} from this one: what is decided here is decided about all of them.");
        shared = shared.child(tag("p").words(words));
    }
    let fields = tag("div").class("settle__fields");
    tag("div")
        .class("settle")
        .attribute("role", "group")
        .attribute("aria-label", "What is decided about it")
        .child(fields.child(field("owner", "Owner (a post)", &owner)).child(field("note", "Note", &note)))
        .child(shared)
        .child(buttons)
        .html()
}

/// Moves the focus to the line of a finding once everything is computed again: the button that was pressed may be gone.
/// Where the line no longer fits what is shown, the heading of the list takes it.
fn focus_line(press: &MouseEvent, name: &AttrValue) {
    let Some(application) = application_with(press) else { return };
    let line = format!("[id='{}'] summary", line_id(name));
    Timeout::new(0, move || {
        let line = application.query_selector(&line).ok().flatten();
        match line.and_then(|line| line.dyn_into::<HtmlElement>().ok()) {
            Some(line) => focus_element(&line),
            None => focus_first(&application, "#findings-title"),
        }
    })
    .forget();
}

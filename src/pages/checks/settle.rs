use super::line_id::line_id;
use crate::browser::{application_with, focus_element, focus_first};
use crate::components::{
    LiveState, Tag, Told, count_of, field_told, field_value, tag, use_following_text, use_live_state,
};
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

/// What a decision lacks: whoever reads it later wants to know why, and whom to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lacks {
    /// Without a reason nothing is settled.
    Note,
    /// Without an owner it can be settled, but not by accident.
    Owner,
}

impl Lacks {
    /// What a decision lacks. Whoever was asked for an owner, and decides again without one, has answered.
    fn of(decision: &Decision, asked: Option<Self>) -> Option<Self> {
        if decision.state == KnownFindingState::Open {
            None
        } else if decision.note.trim().is_empty() {
            Some(Self::Note)
        } else if decision.owner.trim().is_empty() && asked != Some(Self::Owner) {
            Some(Self::Owner)
        } else {
            None
        }
    }

    /// The field that lacks it, by how its id begins.
    const fn field(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Owner => "owner",
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Note => "Write down why before it is settled: whoever reads the check later has only this to go by.",
            Self::Owner => "Name the post that answers for it. To settle it without one, press the button again.",
        }
    }
}

/// What a person decides about a finding: who owns it, what there is to say, and what becomes of it. It is kept in the
/// plan, and the finding stays in every count. Nothing is settled without a note, and an owner is asked for.
#[component]
pub fn Settle(properties: &SettleProperties) -> Html {
    let SettleProperties { context, at, name } = properties;
    let outcome = context.session.outcome();
    let known = outcome.deciding(*at).first().and_then(|id| context.session.plan().known_findings.get(*id));
    let owner = use_following_text(known.and_then(|known| known.post()).unwrap_or_default());
    let note = use_following_text(known.and_then(|known| known.note()).unwrap_or_default());
    let lacks = use_live_state(|| None::<Lacks>);
    let state = known.map_or(KnownFindingState::Open, |known| known.state());
    let settling = Settling { context: context.clone(), at: *at, name: name.clone(), owner, note, lacks };
    let mut shared = tag("div");
    let together = outcome.decided_together(*at).len();
    if together > 0 {
        let others = count_of(together, "other finding", "other findings");
        let words = format!("Nothing tells {others} from this one: what is decided here is decided about all of them.");
        shared = shared.child(tag("p").words(words));
    }
    tag("div")
        .class("settle")
        .attribute("role", "group")
        .attribute("aria-label", "What is decided about it")
        .child(settling.fields())
        .child(shared)
        .child(settling.buttons(state))
        .html()
}

/// A decision that is being made.
#[derive(Clone)]
struct Settling {
    context: PageContext,
    /// The position of the finding.
    at: usize,
    name: AttrValue,
    owner: LiveState<String>,
    note: LiveState<String>,
    /// What the decision lacked when it was made last.
    lacks: LiveState<Option<Lacks>>,
}

impl Settling {
    /// The fields for the owner and the note, each with what it lacks.
    fn fields(&self) -> Tag {
        let field = |kind: &'static str, label: &'static str, hint: &'static str, value: &LiveState<String>| {
            let into = value.clone();
            let typing = Callback::from(move |event: InputEvent| into.set(field_value(&event)));
            let input = tag("input").class("input").attribute("type", "text").attribute("autocomplete", "off");
            let problem = self.lacks.get().filter(|lacks| lacks.field() == kind).map(Lacks::words);
            let input = input.value(value.get()).oninput(typing);
            field_told(field_id(kind, &self.name), label, Told { hint, problem }, input)
        };
        tag("div")
            .class("settle__fields")
            .child(field("owner", "Owner (a post)", "Who answers for it, such as Head of finance.", &self.owner))
            .child(field("note", "Note", "Why it is as it is. It is needed to accept or to explain.", &self.note))
    }

    /// A button for each thing that can become of the finding, which is in a state.
    fn buttons(&self, state: KnownFindingState) -> Tag {
        let deciding = |becomes: KnownFindingState, words: &'static str| {
            let settling = self.clone();
            let onclick = Callback::from(move |press: MouseEvent| settling.decide(becomes, words, &press));
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
        buttons.child(deciding(state, "Keep owner and note"))
    }

    /// Makes the decision, as a change that is called by the words of its button; or asks for what it lacks.
    fn decide(&self, becomes: KnownFindingState, words: &str, press: &MouseEvent) {
        let decision = Decision { state: becomes, owner: self.owner.get(), note: self.note.get() };
        let lacking = Lacks::of(&decision, self.lacks.get());
        self.lacks.set(lacking);
        if let Some(lacking) = lacking {
            focus_field(press, &field_id(lacking.field(), &self.name));
            return;
        }
        let session = &self.context.session;
        let edits = session.outcome().decision(session.plan(), self.at, &decision);
        let about = session.outcome().findings().get(self.at).map(|finding| finding.message.clone());
        let change = Change::new(format!("{words}: {}", about.unwrap_or_default()), edits);
        self.context.change.emit(change.because(decision.note.clone()));
        focus_line(press, &self.name);
    }
}

/// The id of a field of a finding.
fn field_id(kind: &str, name: &AttrValue) -> String {
    format!("{kind}-{}", line_id(name))
}

/// Moves the focus to a field that lacks something, once what it lacks stands beside it.
fn focus_field(press: &MouseEvent, id: &str) {
    let Some(application) = application_with(press) else { return };
    let field = format!("[id='{id}']");
    Timeout::new(0, move || {
        let field = application.query_selector(&field).ok().flatten();
        let field = field.and_then(|field| field.dyn_into::<HtmlElement>().ok());
        if let Some(field) = field {
            focus_element(&field);
        }
    })
    .forget();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_settled_without_a_note_and_without_an_owner_only_when_a_person_says_so_twice() {
        let decision = |state, owner: &str, note: &str| Decision { state, owner: owner.into(), note: note.into() };
        use KnownFindingState::{Accepted, Explained, Open};
        assert_eq!(Lacks::of(&decision(Open, "", ""), None), None, "what is reopened needs nothing");
        for state in [Accepted, Explained] {
            assert_eq!(Lacks::of(&decision(state, "Head of finance", " "), None), Some(Lacks::Note));
            assert_eq!(Lacks::of(&decision(state, "", ""), Some(Lacks::Owner)), Some(Lacks::Note));
            let without_an_owner = decision(state, "", "Counted twice");
            assert_eq!(Lacks::of(&without_an_owner, None), Some(Lacks::Owner));
            assert_eq!(Lacks::of(&without_an_owner, Some(Lacks::Note)), Some(Lacks::Owner));
            assert_eq!(Lacks::of(&without_an_owner, Some(Lacks::Owner)), None, "it was asked for");
            assert_eq!(Lacks::of(&decision(state, "Head of finance", "Counted twice"), None), None);
        }
    }
}

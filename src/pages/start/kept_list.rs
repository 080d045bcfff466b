//! The plans that are kept in this browser: to go on with, or to forget.

use crate::browser::{focus_first, time_words};
use crate::components::{Tag, tag, titled};
use crate::open_file::supersede;
use crate::session::{KeepRequest, KeptPlan, KeptPlans};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// Properties of [`KeptList`].
#[derive(Clone, PartialEq, Properties)]
pub struct KeptListProperties {
    /// The plans that are kept in the browser.
    pub kept: Rc<KeptPlans>,
    /// Asks for something about them.
    pub onkeep: Callback<KeepRequest>,
}

/// What a person is asked, and was: whether the plan with an id is to be forgotten.
#[derive(Clone, PartialEq)]
enum Asked {
    Nothing,
    Whether(Rc<str>),
    No(Rc<str>),
}

/// The latest first. Nothing is forgotten without a question, and not what is open here: it would go on as if it were kept.
#[component]
pub fn KeptList(properties: &KeptListProperties) -> Html {
    let KeptListProperties { kept, onkeep } = properties;
    let asked = use_state_eq(|| Asked::Nothing);
    let place = use_node_ref();
    use_effect_with((*asked).clone(), {
        let place = place.clone();
        move |asked| {
            let Some(place) = place.cast::<Element>() else { return };
            match asked {
                Asked::Nothing => {}
                Asked::Whether(_) => focus_first(&place, "[data-forgetting]"),
                Asked::No(id) => focus_first(&place, &format!("[data-forgets='{id}']")),
            }
        }
    });
    if kept.plans.is_empty() {
        return tag("div").html();
    }
    let mut list = tag("ul").class("findings").place(place);
    for plan in &kept.plans {
        list = list.child(item(plan, plan.id == kept.here, &asked, onkeep));
    }
    titled("kept-title", "Kept in this browser").child(list).html()
}

/// One plan, and what can be done with it. `is_here` says that it is the one that is open.
fn item(plan: &KeptPlan, is_here: bool, asked: &UseStateHandle<Asked>, onkeep: &Callback<KeepRequest>) -> Tag {
    let id: Rc<str> = plan.id.as_str().into();
    let asking = |asks: Asked| {
        let asked = asked.setter();
        Callback::from(move |_: MouseEvent| {
            supersede();
            asked.set(asks.clone());
        })
    };
    let requesting = |request: KeepRequest| onkeep.reform(move |_: MouseEvent| request.clone());
    let (whole, without_last) = (KeepRequest::Open(Rc::clone(&id), true), KeepRequest::Open(Rc::clone(&id), false));
    let small = "button button--secondary button--small";
    let mut buttons = tag("div")
        .class("toolbar")
        .child(button(plan, "button button--small", requesting(whole), "Go on with it"))
        .child(button(plan, small, requesting(without_last), "Open it without the last change"));
    let mut question = tag("div");
    if **asked == Asked::Whether(Rc::clone(&id)) {
        let (forget, asked) = (requesting(KeepRequest::Forget(Rc::clone(&id))), asked.setter());
        let yes = Callback::from(move |event: MouseEvent| {
            forget.emit(event);
            asked.set(Asked::Nothing);
        });
        question = question.child(forgetting(plan, yes, asking(Asked::No(id))));
    } else if !is_here {
        let forget = button(plan, "button button--quiet", asking(Asked::Whether(Rc::clone(&id))), "Forget it");
        buttons = buttons.child(forget.attribute("data-forgets", id.to_string()));
    }
    let open = if is_here { " It is open now." } else { "" };
    let words = format!("{}, last changed {}.{open}", plan.name, time_words(&plan.changed_at));
    let item = tag("li").key(plan.id.as_str()).class("finding").child(tag("h3").words(plan.title.clone()));
    item.child(tag("p").words(words)).child(buttons).child(question)
}

/// Whether a plan is to be forgotten.
fn forgetting(plan: &KeptPlan, yes: Callback<MouseEvent>, no: Callback<MouseEvent>) -> Tag {
    let words = format!("{} goes from this browser, with its changes. Files that you saved stay.", plan.name);
    let buttons = tag("div")
        .class("toolbar")
        .child(button(plan, "button button--small", yes, "Forget it now"))
        .child(button(plan, "button button--secondary button--small", no, "Keep it"));
    tag("div")
        .class("notice notice--warn")
        .attribute("role", "alertdialog")
        .attribute("aria-labelledby", "forget-title")
        .attribute("aria-describedby", "forget-words")
        .attribute("tabindex", "-1")
        .attribute("data-forgetting", "")
        .child(tag("h4").id("forget-title").words(format!("Forget {}?", plan.title)))
        .child(tag("p").id("forget-words").words(words))
        .child(buttons)
}

/// A button of a plan in the list; who does not see where it stands hears of which.
fn button(plan: &KeptPlan, class: &'static str, onclick: Callback<MouseEvent>, words: &'static str) -> Tag {
    let of = tag("span").class("visually-hidden").words(format!(": {}", plan.title));
    tag("button").key(words).attribute("type", "button").class(class).onclick(onclick).words(words).child(of)
}

//! The one place for what is done with a plan as a whole: a new one, another one, an example, saving, taking away.

use super::hooks::{FoldOut, use_fold_out};
use super::save::save_plan;
use super::state::{Action, State};
use crate::components::{Tag, tag};
use crate::navigation::{NEW_PLAN, Page};
use crate::open_file::{Source, examples};
use yew::prelude::*;

/// Properties of [`PlanMenu`].
#[derive(Clone, PartialEq, Properties)]
pub struct PlanMenuProperties {
    /// What is shown.
    pub state: UseReducerHandle<State>,
    /// Asks for another file.
    pub onchoose: Callback<()>,
    /// Opens a plan.
    pub onopen: Callback<Source>,
}

/// The menu.
#[component]
pub fn PlanMenu(properties: &PlanMenuProperties) -> Html {
    let PlanMenuProperties { state, onchoose, onopen } = properties;
    let FoldOut { place, is_open, toggle, onkeydown, onchosen } = use_fold_out();
    let Some(session) = state.session() else { return tag("div").html() };
    let dispatcher = state.dispatcher();
    let saved = Callback::from(move |mark| dispatcher.dispatch(Action::Handed(mark)));
    let mut others =
        vec![link("New plan", NEW_PLAN.to_owned()), button("Open another plan", onchoose.reform(|_: MouseEvent| ()))];
    if !state.kept_plans().plans.is_empty() {
        others.push(link("Plans kept in this browser", Page::Start.hash()));
    }
    let shown = examples().into_iter().map(|example| {
        let words = format!("Example: {}", example.system);
        button(words, onopen.reform(move |_: MouseEvent| Source::Example(example.clone())))
    });
    let of_this = vec![
        button("Save plan file", save_plan(session.clone(), saved)),
        link("Board pack", Page::Pack.hash()),
        link("Excel, CSV, link and other ways to take it away", Page::Data.hash()),
    ];
    let groups = [("This plan", of_this), ("Another plan", others), ("Look at", shown.collect())];
    let mut panel = tag("div").class("menu__panel").id("plan-menu").onclick(onchosen).flag("hidden", !is_open);
    for (name, items) in groups.into_iter().filter(|(_, items)| !items.is_empty()) {
        let mut list = tag("ul");
        for (at, item) in items.into_iter().enumerate() {
            list = list.child(tag("li").key(at).child(item));
        }
        panel = panel.child(tag("div").key(name).child(tag("h2").class("menu__group").words(name)).child(list));
    }
    panel = panel.child(tag("p").key("help").child(link("Help and glossary", Page::Help.hash())));
    let switch = tag("button")
        .attribute("type", "button")
        .class("menu__switch")
        .attribute("aria-expanded", if is_open { "true" } else { "false" })
        .attribute("aria-controls", "plan-menu")
        .onclick(toggle)
        .words("Menu");
    tag("div").class("menu").place(place).onkeydown(onkeydown).child(switch).child(panel).html()
}

fn button(words: impl Into<AttrValue>, onclick: Callback<MouseEvent>) -> Tag {
    tag("button").attribute("type", "button").class("menu__item").onclick(onclick).words(words)
}

fn link(words: &'static str, address: String) -> Tag {
    tag("a").class("menu__item").attribute("href", address).words(words)
}

//! Scenarios: what would be if something were otherwise.

mod choices;
mod difference;
mod flips;
mod goal;
mod kept;
mod levers;
mod ranges;
mod side_by_side;
mod sides;
mod swings;

use crate::browser::address;
use crate::components::{LiveState, address_value, keep_in_address, tag, use_arrivals, use_remembered_state};
use crate::navigation::Page;
use crate::page_context::ViewProperties;
use crate::pages::further_down::further_down;
use crate::pages::whole::{SectionTables, ToTables};
use choices::Trial;
use difference::Difference;
use goal::GoalSeek;
use kept::KeptScenarios;
use levers::lever_fields;
use ranges::Ranges;
use side_by_side::SideBySide;
use sides::TwoSides;
use std::rc::Rc;
use swings::Swings;
use yew::prelude::*;

/// What is tried stands in the address by this name.
const TRY: &str = "try";

/// What is tried on the page: it is remembered while the plan is open, and stands in the address, so that a reload, Back and a
/// link lead to it.
#[hook]
fn use_trial() -> LiveState<Trial> {
    let trial = use_remembered_state("scenarios-trial", Trial::default);
    // Before anything is drawn. The navigation leads here without saying what is tried: then it is what was tried last.
    use_memo((), |()| {
        let written = address_value(TRY);
        if !written.is_empty() {
            trial.set(Trial::read(&written));
        }
    });
    use_arrivals({
        let trial = trial.clone();
        move || {
            // On the way to another page it stays as it is.
            if Page::of_hash(&address()) == Page::Scenarios {
                trial.set(Trial::read(&address_value(TRY)));
            }
        }
    });
    use_effect_with(trial.get().written(), |written| keep_in_address(TRY, written));
    trial
}

/// The page of scenarios. What is tried on it changes nothing of the plan.
#[component]
pub fn ScenariosPage(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let trial = use_trial();
    let tried = trial.get();
    let definition = Rc::new(tried.definition());
    tag("div")
        .child(tag("h1").class("page__title").words("Scenarios"))
        .child(tag("p").class("page__lead").words(
            "What would be if less were delivered, if schemes were late, if prices or activity were otherwise. No number \
             of the plan changes.",
        ))
        .child(html! { <ToTables page={Page::Scenarios} /> })
        .child(lever_fields(context.session.plan(), &trial))
        .child(further_down(html! { <SideBySide context={context.clone()} trial={Rc::clone(&definition)} /> }))
        .child(further_down(html! { <KeptScenarios context={context.clone()} trial={tried} /> }))
        .child(further_down(html! { <Difference context={context.clone()} trial={Rc::clone(&definition)} /> }))
        .child(further_down(html! { <GoalSeek context={context.clone()} /> }))
        .child(further_down(html! { <Swings context={context.clone()} /> }))
        .child(further_down(html! { <Ranges context={context.clone()} trial={definition} /> }))
        .child(further_down(html! { <TwoSides context={context.clone()} /> }))
        .child(further_down(html! { <SectionTables context={context.clone()} page={Page::Scenarios} /> }))
        .html()
}

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

use crate::components::{tag, use_remembered_state};
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

/// The page of scenarios. What is tried on it is remembered while the plan is open, and changes nothing of it.
#[component]
pub fn ScenariosPage(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let trial = use_remembered_state("scenarios-trial", Trial::default);
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

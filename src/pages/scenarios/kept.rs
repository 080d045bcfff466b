//! The scenarios that the plan keeps: made of what is tried, named, copied, taken out. Each is a change of the plan that can
//! be taken back.

mod changes;

use super::choices::Trial;
use crate::browser::{application_with, focus_first};
use crate::components::{
    LiveState, Tag, TextField, body, data_table, field_of, field_value, filters, head, row, tag, titled,
    use_live_state, words_cell, words_heading,
};
use crate::page_context::PageContext;
use crate::session::Change;
use changes::{copied, kept, renamed, taken_out};
use gloo::timers::callback::Timeout;
use one_plan_model::plan::{Id, Plan, Row, Scenario};
use one_plan_model::scenario::Definition;
use yew::prelude::*;

/// Properties of [`KeptScenarios`].
#[derive(Clone, PartialEq, Properties)]
pub struct KeptProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// What is tried on the page.
    pub trial: Trial,
}

/// The section.
#[component]
pub fn KeptScenarios(properties: &KeptProperties) -> Html {
    let KeptProperties { context, trial } = properties;
    let plan = context.session.plan();
    let name = use_live_state(|| AttrValue::from(""));
    let form = form(context, trial, &name);
    let rows: Vec<Html> = plan.scenarios.iter().map(|(id, scenario)| scenario_row(context, id, scenario)).collect();
    let table = if rows.is_empty() {
        tag("p").words("The plan keeps no scenarios yet.").html()
    } else {
        let headings = ["Scenario", "Change its name", "Assumes", "Do"].map(words_heading).to_vec();
        data_table("kept", "Scenarios that the plan keeps", true, vec![head(headings), body(rows)])
    };
    titled("kept-title", "Scenarios of the plan").child(form).child(table).html()
}

/// Whether there is something to keep under a name.
fn is_ready_as(name: &str, trial: &Trial) -> bool {
    !name.trim().is_empty() && *trial != Trial::default()
}

/// The field for the name of what is tried, and the button that keeps it.
fn form(context: &PageContext, trial: &Trial, name: &LiveState<AttrValue>) -> Tag {
    let is_ready = is_ready_as(&name.get(), trial);
    let typed = Callback::from({
        let name = name.clone();
        move |event: InputEvent| name.set(field_value(&event).into())
    });
    let keep = Callback::from({
        let (context, trial, name) = (context.clone(), trial.clone(), name.clone());
        move |press: MouseEvent| {
            // It keeps the focus where there is nothing to keep: a button that is switched off would lose it.
            let called = name.get();
            if is_ready_as(&called, &trial) {
                let plan = context.session.plan();
                let new = format!("#{}", name_field(plan.scenarios.len()));
                context.change.emit(kept(plan, called.trim(), &trial));
                name.set("".into());
                // Whoever kept it goes on with it: its name stands in the list now.
                if let Some(application) = application_with(&press) {
                    Timeout::new(0, move || focus_first(&application, &new)).forget();
                }
            }
        }
    });
    let field = tag("input").class("input").attribute("type", "text").value(name.get().to_string()).oninput(typed);
    let said = match (is_ready, *trial == Trial::default()) {
        (true, _) => "What you try can be kept in the plan.",
        (false, true) => "Set a lever above to have something to keep.",
        (false, false) => "Give it a name to keep what you try.",
    };
    let keep = button("Keep what you try", keep);
    let keep = if is_ready { keep } else { keep.attribute("aria-disabled", "true") };
    filters(vec![field_of("scenario-name", "Name of the new scenario", field), keep], said.to_owned())
}

/// A scenario that is kept: its name, what it assumes, and what can be done to it.
fn scenario_row(context: &PageContext, id: Id<Scenario>, scenario: Row<'_, Scenario>) -> Html {
    let assumes = Definition::of(context.session.plan(), id).words(context.session.plan()).join("; ");
    let on = |make: fn(&Plan, Id<Scenario>) -> Change| {
        let context = context.clone();
        Callback::from(move |_: MouseEvent| context.change.emit(make(context.session.plan(), id)))
    };
    let ontext = Callback::from({
        let context = context.clone();
        move |name: AttrValue| {
            if !name.trim().is_empty() {
                context.change.emit(renamed(context.session.plan(), id, name.trim()));
            }
        }
    });
    let label = format!("Name of {}", scenario.name());
    let field_id = name_field(id.position());
    let label = tag("label").class("visually-hidden").attribute("for", field_id.clone()).words(label);
    let field = html! { <TextField id={field_id} value={scenario.name().to_owned()} {ontext} /> };
    let of = |words: &'static str, onclick| {
        button(words, onclick).attribute("aria-label", format!("{words} {}", scenario.name()))
    };
    let buttons = tag("td")
        .attribute("data-label", "Do")
        .child(of("Copy", on(copied)).key("copy"))
        .child(of("Take out", on(taken_out)).key("out"));
    let cells = vec![
        tag("td").attribute("data-label", "Change its name").child(label).child(field).html(),
        words_cell("Assumes", Some(assumes).filter(|words| !words.is_empty())),
        buttons.html(),
    ];
    row(scenario.id().to_owned(), scenario.name().to_owned(), cells).html()
}

fn button(words: &'static str, onclick: Callback<MouseEvent>) -> Tag {
    tag("button").attribute("type", "button").class("button button--secondary").onclick(onclick).words(words)
}

/// The id of the field for the name of a scenario, by its position.
fn name_field(position: usize) -> String {
    format!("scenario-name-{position}")
}

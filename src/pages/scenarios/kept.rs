//! The scenarios that the plan keeps: made of what is tried, named, copied, taken out. Each is a change of the plan that can
//! be taken back.

use super::choices::Trial;
use crate::browser::{application_with, focus_first};
use crate::components::{
    TextField, body, data_table, field_of, field_value, filters, head, row, tag, titled, use_live_state, words_cell,
    words_heading,
};
use crate::page_context::PageContext;
use crate::session::Change;
use gloo::timers::callback::Timeout;
use one_plan_model::plan::{
    Edit, Id, LeverKind, NewRow, Plan, RowType, Scenario, ScenarioChange, ScenarioLever, Table,
};
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
    let change = context.change.clone();
    let typed = Callback::from({
        let name = name.clone();
        move |event: InputEvent| name.set(field_value(&event).into())
    });
    let is_ready_as = |name: &str, trial: &Trial| !name.trim().is_empty() && *trial != Trial::default();
    let is_ready = is_ready_as(&name.get(), trial);
    let keep = Callback::from({
        let (session, trial, name, change) = (context.session.clone(), trial.clone(), name.clone(), change.clone());
        move |press: MouseEvent| {
            // It keeps the focus where there is nothing to keep: a button that is switched off would lose it.
            let called = name.get();
            if is_ready_as(&called, &trial) {
                let new = format!("#{}", name_field(session.plan().scenarios.len()));
                change.emit(kept(session.plan(), called.trim(), &trial));
                name.set("".into());
                // Whoever kept it goes on with it: its name stands in the list now.
                if let Some(application) = application_with(&press) {
                    Timeout::new(0, move || focus_first(&application, &new)).forget();
                }
            }
        }
    });
    let button = |words: &'static str, onclick: Callback<MouseEvent>| {
        tag("button").attribute("type", "button").class("button button--secondary").onclick(onclick).words(words)
    };
    let field = tag("input").class("input").attribute("type", "text").value(name.get().to_string()).oninput(typed);
    let said = match (is_ready, *trial == Trial::default()) {
        (true, _) => "What you try can be kept in the plan.",
        (false, true) => "Set a lever above to have something to keep.",
        (false, false) => "Give it a name to keep what you try.",
    };
    let keep = button("Keep what you try", keep);
    let keep = if is_ready { keep } else { keep.attribute("aria-disabled", "true") };
    let form = filters(vec![field_of("scenario-name", "Name of the new scenario", field), keep], said.to_owned());
    let mut rows = Vec::new();
    for (id, scenario) in plan.scenarios.iter() {
        let assumes = Definition::of(plan, id).words(plan).join("; ");
        let on = |make: fn(&Plan, Id<Scenario>) -> Change| {
            let (session, change) = (context.session.clone(), change.clone());
            Callback::from(move |_: MouseEvent| change.emit(make(session.plan(), id)))
        };
        let ontext = Callback::from({
            let (session, change) = (context.session.clone(), change.clone());
            move |name: AttrValue| {
                if !name.trim().is_empty() {
                    change.emit(renamed(session.plan(), id, name.trim()));
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
            tag("td").attribute("data-label", "Name").child(label).child(field).html(),
            words_cell("Assumes", Some(assumes).filter(|words| !words.is_empty())),
            buttons.html(),
        ];
        rows.push(row(scenario.id().to_owned(), scenario.id().to_owned(), cells).html());
    }
    let table = if rows.is_empty() {
        tag("p").words("The plan keeps no scenarios yet.").html()
    } else {
        let headings = ["Scenario", "Name", "Assumes", "Do"].map(words_heading).to_vec();
        data_table("kept", "Scenarios that the plan keeps", true, vec![head(headings), body(rows)])
    };
    titled("kept-title", "Scenarios of the plan").child(form).child(table).html()
}

/// The id of the field for the name of a scenario, by its position.
fn name_field(position: usize) -> String {
    format!("scenario-name-{position}")
}

/// An identifier that no scenario has.
fn unused(plan: &Plan) -> String {
    let mut number = plan.scenarios.len() + 1;
    while plan.find(Table::Scenario, &format!("scenario-{number}")).is_some() {
        number += 1;
    }
    format!("scenario-{number}")
}

fn inserted(table: Table, at: u32, rows: Vec<Vec<(u8, Box<str>)>>) -> Edit {
    Edit::InsertRows { table, rows: (at..).zip(rows).map(|(at, cells)| NewRow { at, cells }).collect() }
}

/// A new scenario of the levers that are tried.
fn kept(plan: &Plan, name: &str, trial: &Trial) -> Change {
    let id = unused(plan);
    let scenario = vec![(Scenario::id.position(), id.as_str().into()), (Scenario::name.position(), name.into())];
    let levers = LeverKind::ALL.iter().zip(trial.typed).filter_map(|(kind, typed)| {
        let (column, text) = match kind {
            LeverKind::Delay => (ScenarioLever::months, typed?.normalize().to_string()),
            _ => (ScenarioLever::setting, format!("{}%", typed?.normalize())),
        };
        Some(vec![
            (ScenarioLever::scenario.position(), id.as_str().into()),
            (ScenarioLever::lever.position(), kind.word().into()),
            (column.position(), text.into()),
        ])
    });
    let edits = vec![
        inserted(Table::Scenario, plan.store(Table::Scenario).rows(), vec![scenario]),
        inserted(Table::ScenarioLever, plan.store(Table::ScenarioLever).rows(), levers.collect()),
    ];
    Change::new(format!("New scenario {name}"), edits)
}

fn renamed(plan: &Plan, scenario: Id<Scenario>, name: &str) -> Change {
    let was = plan.title(Table::Scenario, scenario.index()).unwrap_or_default();
    let text = Some(name.into());
    let edit = Edit::SetCell { table: Table::Scenario, row: scenario.index(), column: Scenario::name.position(), text };
    Change::new(format!("Name of scenario {was}"), vec![edit])
}

/// The rows of a table that belong to a scenario.
fn rows_of(plan: &Plan, scenario: Id<Scenario>, table: Table) -> Vec<u32> {
    match table {
        Table::ScenarioLever => {
            let rows = plan.scenario_levers.iter().filter(|(_, row)| row.scenario() == scenario);
            rows.map(|(row, _)| row.index()).collect()
        }
        _ => {
            let rows = plan.scenario_changes.iter().filter(|(_, row)| row.scenario() == scenario);
            rows.map(|(row, _)| row.index()).collect()
        }
    }
}

/// The tables of what belongs to a scenario, each with the column that names it.
const PARTS: [(Table, u8); 2] =
    [(Table::ScenarioLever, ScenarioLever::scenario as u8), (Table::ScenarioChange, ScenarioChange::scenario as u8)];

/// The same scenario once more, under a name of its own.
fn copied(plan: &Plan, scenario: Id<Scenario>) -> Change {
    let id = unused(plan);
    let name = plan.title(Table::Scenario, scenario.index()).unwrap_or_default();
    let mut cells = plan.cells_of(Table::Scenario, scenario.index());
    cells.retain(|(column, _)| *column != Scenario::id.position() && *column != Scenario::name.position());
    cells.push((Scenario::id.position(), id.as_str().into()));
    cells.push((Scenario::name.position(), format!("Copy of {name}").into()));
    let mut edits = vec![inserted(Table::Scenario, plan.store(Table::Scenario).rows(), vec![cells])];
    for (table, named) in PARTS {
        let rows = rows_of(plan, scenario, table).into_iter().map(|row| {
            let mut cells = plan.cells_of(table, row);
            cells.retain(|(column, _)| *column != named);
            cells.push((named, id.as_str().into()));
            cells
        });
        let rows: Vec<_> = rows.collect();
        if !rows.is_empty() {
            edits.push(inserted(table, plan.store(table).rows(), rows));
        }
    }
    Change::new(format!("Copy of scenario {name}"), edits)
}

/// Takes a scenario out, with all that belongs to it.
fn taken_out(plan: &Plan, scenario: Id<Scenario>) -> Change {
    let name = plan.title(Table::Scenario, scenario.index()).unwrap_or_default();
    let mut edits = Vec::new();
    for (table, _) in PARTS {
        let rows = rows_of(plan, scenario, table);
        if !rows.is_empty() {
            edits.push(Edit::RemoveRows { table, rows });
        }
    }
    edits.push(Edit::RemoveRows { table: Table::Scenario, rows: vec![scenario.index()] });
    Change::new(format!("Scenario {name} taken out"), edits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::exchange::write_json;
    use one_plan_model::quantity::Decimal;

    fn after(plan: &Plan, change: &Change) -> Plan {
        let mut plan = plan.clone();
        let applied = plan.apply(&change.edits);
        assert!(applied.refused.is_empty(), "{:?}", applied.refused);
        plan
    }

    /// What is tried is kept, copied and taken out again; the plan is then to the byte what it was.
    #[test]
    fn a_scenario_comes_and_goes() {
        let plan = example::plan(r#""scenarios": [{"id": "scenario-2", "name": "There before"}]"#);
        let mut trial = Trial::default();
        trial.typed[LeverKind::Delivery as usize] = Some(Decimal::new(9_150, 2));
        trial.typed[LeverKind::Delay as usize] = Some(Decimal::from(3));
        let with = after(&plan, &kept(&plan, "Late, and less", &trial));
        let id = Id::at(1);
        assert_eq!(with.scenarios.get(id).map(|scenario| scenario.id()), Some("scenario-3"));
        assert_eq!(Definition::of(&with, id), trial.definition());
        let twice = after(&with, &copied(&with, id));
        assert_eq!(twice.title(Table::Scenario, 2), Some("Copy of Late, and less"));
        assert_eq!(Definition::of(&twice, Id::at(2)), trial.definition());
        let named = after(&twice, &renamed(&twice, Id::at(2), "Other"));
        assert_eq!(named.title(Table::Scenario, 2), Some("Other"));
        let back = after(&named, &taken_out(&named, Id::at(2)));
        let back = after(&back, &taken_out(&back, id));
        assert_eq!(write_json(&back), write_json(&plan));
    }
}

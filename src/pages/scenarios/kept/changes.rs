//! What is done to the scenarios that the plan keeps, as changes of the plan.

use super::super::choices::Trial;
use crate::session::Change;
use one_plan_model::plan::{
    Edit, Id, LeverKind, NewRow, Plan, RowType, Scenario, ScenarioChange, ScenarioLever, Table,
};

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
pub fn kept(plan: &Plan, name: &str, trial: &Trial) -> Change {
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

/// A scenario gets another name.
pub fn renamed(plan: &Plan, scenario: Id<Scenario>, name: &str) -> Change {
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
pub fn copied(plan: &Plan, scenario: Id<Scenario>) -> Change {
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
pub fn taken_out(plan: &Plan, scenario: Id<Scenario>) -> Change {
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
    use one_plan_model::scenario::Definition;

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

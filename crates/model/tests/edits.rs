//! What is written reads back, and a change changes what it says and nothing else: on plans with something changed at
//! random.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "support/mutated.rs"]
mod mutated;

use mutated::{Draws, PlanText};
use one_plan_model::example;
use one_plan_model::exchange::{read_json, write_json};
use one_plan_model::outcome::{compute, figures_as_csv};
use one_plan_model::plan::{CellInput, ColumnKind, Plan, Table};

/// Some made-up plans, each time the same ones.
fn plans(seed: u64) -> Vec<Plan> {
    let mut draws = Draws(seed);
    let mut plans = Vec::new();
    while plans.len() < 20 {
        let base = example::grown(*draws.pick(Table::ALL), 2 + draws.below(8));
        let mut plan = PlanText::of(&base);
        plan.change(&mut draws, &["quantity.number.quantities-0".to_owned()]);
        plans.extend(read_json(plan.write(&mut draws).as_bytes()).ok().map(|file| file.plan));
    }
    plans
}

fn again(plan: &Plan) -> Plan {
    read_json(write_json(plan).as_bytes()).unwrap().plan
}

fn figures(plan: &Plan) -> String {
    figures_as_csv(plan, &compute(plan))
}

/// The cells of a row as they are written, without one of them.
fn others(plan: &Plan, table: Table, row: u32, column: &str) -> Vec<(&'static str, String)> {
    plan.written(table, row).into_iter().filter(|(name, _)| *name != column).collect()
}

#[test]
fn what_is_written_reads_back_as_the_same_plan() {
    for plan in plans(1) {
        let read = again(&plan);
        assert_eq!(write_json(&read), write_json(&plan));
        assert_eq!(figures(&read), figures(&plan));
        assert!(plan.number_cells().eq(read.number_cells()));
        for cell in plan.number_cells() {
            assert_eq!(plan.number(cell), read.number(cell), "{cell:?}");
        }
    }
}

#[test]
fn a_cell_that_is_written_as_it_stands_changes_nothing() {
    for plan in plans(2) {
        let mut same = plan.clone();
        for table in Table::ALL {
            for row in 0..plan.store(*table).rows() {
                for (column, text) in plan.written(*table, row) {
                    let at = u8::try_from(table.column(column).unwrap()).unwrap();
                    same.set_cell(*table, row, at, Some(CellInput::Text(&text))).unwrap();
                }
            }
        }
        assert_eq!(write_json(&same), write_json(&plan));
        let numbers: Vec<_> = plan.number_cells().map(|cell| (cell, plan.number(cell).unwrap())).collect();
        assert_eq!(write_json(&plan.with_numbers(numbers)), write_json(&plan));
    }
}

/// The digits are printed; what they mean follows the unit.
#[test]
fn another_unit_keeps_the_digits() {
    for mut plan in plans(3) {
        for table in Table::ALL {
            let Some(unit) = table.columns().iter().position(|column| matches!(column.kind, ColumnKind::MoneyUnit))
            else {
                continue;
            };
            for row in 0..plan.store(*table).rows() {
                for other in ["£m", "£000", "£"] {
                    let before = plan.written(*table, row);
                    let is_set =
                        plan.set_cell(*table, row, u8::try_from(unit).unwrap(), Some(CellInput::Text(other))).is_ok();
                    if is_set {
                        assert_eq!(
                            others(&plan, *table, row, "unit"),
                            before.into_iter().filter(|(name, _)| *name != "unit").collect::<Vec<_>>()
                        );
                        assert!(plan.written(*table, row).contains(&("unit", other.to_owned())));
                    } else {
                        // An amount would be too large: the row stays as it was.
                        assert_eq!(plan.written(*table, row), before);
                    }
                }
            }
        }
        assert_eq!(figures(&again(&plan)), figures(&plan));
    }
}

/// References are positions: a row that is called something else is still the one that is meant.
#[test]
fn another_id_keeps_what_refers_to_the_row() {
    for mut plan in plans(4) {
        // What uses figures by their ids means none by now.
        let values = |plan: &Plan| {
            let outcome = compute(plan);
            let figures = outcome.figures().filter(|(key, _)| !key.kind.id.starts_with("derived."));
            figures.collect::<Vec<_>>()
        };
        let before = values(&plan);
        for table in Table::ALL.iter().filter(|table| table.has_identifiers()) {
            for row in 0..plan.store(*table).rows() {
                // A penny that is left over goes by the order of ids, which these keep.
                let id = format!("renamed-{}", plan.identifier(*table, row).unwrap_or_default());
                plan.set_cell(*table, row, 0, Some(CellInput::Text(&id))).unwrap();
                assert_eq!(plan.find(*table, &id), Some(row));
            }
        }
        let read = again(&plan);
        assert_eq!(write_json(&read), write_json(&plan));
        assert_eq!(figures(&read), figures(&plan));
        assert_eq!(values(&plan), before);
    }
}

#[test]
fn an_id_of_another_row_is_refused() {
    let mut plan = example::plan(r#""programmes": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]"#);
    let problem = plan.set_cell(Table::Programme, 1, 0, Some(CellInput::Text("a"))).unwrap_err();
    assert_eq!(problem.what, "the id \"a\" is already used in row 1");
    assert_eq!(plan.find(Table::Programme, "b"), Some(1));
    plan.set_cell(Table::Programme, 1, 0, Some(CellInput::Text("b"))).unwrap();
}

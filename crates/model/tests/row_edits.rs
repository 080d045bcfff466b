//! Rows come and go in every table, cells change by the thousand, and each change is taken back: held against plan files
//! in which the same is done to the text.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::float_arithmetic)]

#[path = "support/mutated.rs"]
mod mutated;
#[path = "support/proportion.rs"]
mod proportion;

use mutated::Draws;
use one_plan_model::example::{self, most_rows};
use one_plan_model::exchange::{read_json, write_json};
use one_plan_model::plan::{Edit, NewRow, Plan, Programme, ProgrammeSaving, RowType, Scheme, Table};
use proportion::in_proportion;
use serde_json::Value;

fn read(text: &str) -> Plan {
    read_json(text.as_bytes()).unwrap().plan
}

/// The plan of a file in which something was done to the rows of a table.
fn with_rows(plan: &Plan, table: Table, change: impl FnOnce(&mut Vec<Value>)) -> String {
    let mut file: Value = serde_json::from_str(&write_json(plan)).unwrap();
    change(file[table.name()].as_array_mut().unwrap());
    if file[table.name()].as_array().unwrap().is_empty() {
        file.as_object_mut().unwrap().remove(table.name());
    }
    told(&read(&file.to_string()))
}

/// The file of a plan. Rows that are named by their number are tried in `row_references.rs`.
fn told(plan: &Plan) -> String {
    let mut file: Value = serde_json::from_str(&write_json(plan)).unwrap();
    for table in ["known_finding_places", "scenario_changes"] {
        for row in file[table].as_array_mut().into_iter().flatten() {
            row["row"] = Value::Null;
        }
    }
    file.to_string()
}

fn set(table: Table, row: u32, column: u8, text: &str) -> Edit {
    Edit::SetCell { table, row, column, text: Some(text.into()) }
}

#[test]
fn rows_go_from_every_table_and_come_back() {
    let mut removed = 0;
    for table in Table::ALL {
        let plan = read(&example::grown(*table, 6));
        for rows in [vec![0], vec![1, 3], vec![5], vec![0, 1, 2, 3, 4, 5]] {
            if most_rows(*table) == Some(1) || *rows.last().unwrap() >= plan.store(*table).rows() {
                continue;
            }
            let mut changed = plan.clone();
            let applied = changed.apply(&[Edit::RemoveRows { table: *table, rows: rows.clone() }]);
            if plan.references_to(*table, &rows).is_empty() {
                let expected = with_rows(&plan, *table, |all| {
                    for row in rows.iter().rev() {
                        all.remove(*row as usize);
                    }
                });
                assert!(applied.refused.is_empty() && told(&changed) == expected, "{} {rows:?}", table.name());
                removed += 1;
            } else {
                assert_eq!((applied.refused.len(), applied.undo.len()), (1, 0), "{}", table.name());
            }
            assert_eq!(changed.apply(&applied.undo).refused, []);
            assert!(write_json(&changed) == write_json(&plan), "{}", table.name());
        }
    }
    assert!(removed > 200, "{removed}");
}

#[test]
fn rows_come_into_every_table_and_go_again() {
    for table in Table::ALL.iter().filter(|table| most_rows(**table) != Some(1)) {
        let plan = read(&example::grown(*table, 5));
        let copy = |at: u32, id: &str| {
            let mut cells = plan.cells_of(*table, 2);
            if table.has_identifiers() {
                cells[0].1 = id.into();
            }
            NewRow { at, cells }
        };
        let rows = vec![copy(0, "new-a"), copy(2, "new-b"), copy(900, "new-c")];
        let mut changed = plan.clone();
        let applied = changed.apply(&[Edit::InsertRows { table: *table, rows }]);
        assert_eq!(applied.refused, [], "{}", table.name());
        let expected = with_rows(&plan, *table, |all| {
            let copied = all[2].clone();
            for (at, id) in [(0, "new-a"), (2, "new-b"), (all.len() + 2, "new-c")] {
                let mut row = copied.clone();
                if table.has_identifiers() {
                    row["id"] = id.into();
                }
                all.insert(at, row);
            }
        });
        assert!(told(&changed) == expected, "{}", table.name());
        let again = changed.apply(&applied.undo);
        assert!(write_json(&changed) == write_json(&plan), "{}", table.name());
        changed.apply(&again.undo);
        assert!(told(&changed) == expected, "{}", table.name());
    }
}

#[test]
fn a_row_that_cannot_be_used_leaves_no_gap_and_says_why_at_its_cell() {
    let mut plan = example::plan(r#""programmes": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]"#);
    let (id, name) = (Programme::id.position(), Programme::name.position());
    let row = |at, text: &str| NewRow { at, cells: vec![(id, text.into()), (name, "N".into())] };
    let unnamed = NewRow { at: 3, cells: vec![(id, "e".into())] };
    let rows = vec![row(0, "c"), row(1, "not an id"), row(2, "c"), unnamed, row(5, "d")];
    let applied = plan.apply(&[Edit::InsertRows { table: Table::Programme, rows }]);
    let order: Vec<_> = plan.programmes.iter().map(|(_, row)| row.id().to_owned()).collect();
    assert_eq!(order, ["c", "a", "d", "b"].map(str::to_owned).to_vec());
    let refused: Vec<_> = applied.refused.iter().map(|refused| (refused.new_row, refused.column)).collect();
    assert_eq!(refused, [(Some(1), Some(id)), (Some(2), Some(id)), (Some(3), Some(name))]);
    assert!(applied.refused[1].problem.what.contains("already used"), "{:?}", applied.refused[1]);
}

#[test]
fn what_names_a_row_that_cannot_be_used_is_not_used_either() {
    let mut plan = example::plan(
        r#""scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
        "schemes": [{"id": "s", "name": "S", "list": "l", "unit": "£m"}]"#,
    );
    let column = |name| u8::try_from(Table::Scheme.column(name).unwrap()).unwrap();
    let row = |at, id: &str, same: &str| NewRow {
        at,
        cells: [("id", id), ("name", "N"), ("list", "l"), ("unit", "£m"), ("same_as", same)]
            .map(|(name, text)| (column(name), text.into()))
            .to_vec(),
    };
    let rows = vec![row(1, "t", "u"), row(2, "u", "t"), row(3, "v", "nobody")];
    let applied = plan.apply(&[Edit::InsertRows { table: Table::Scheme, rows }]);
    let same: Vec<_> = plan.schemes.iter().map(|(_, row)| row.same_as().map(|row| row.index())).collect();
    assert_eq!(same, [None, Some(2), Some(1), None], "rows that come together may name one another");
    assert_eq!((applied.refused[0].new_row, applied.refused[0].column), (Some(2), Some(column("same_as"))));
}

#[test]
fn cells_of_one_change_stand_in_any_order() {
    let mut plan = example::plan(
        r#""programmes": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}],
        "programme_savings": [{"programme": "a", "year": "2011/12", "part": "commissioner"}]"#,
    );
    let before = write_json(&plan);
    let (id, saving) = (Programme::id.position(), Table::ProgrammeSaving);
    let edits = [
        // Each takes the name of the next, the last a new one: nothing but the last can be done first.
        set(Table::Programme, 0, id, "b"),
        set(Table::Programme, 1, id, "c"),
        set(Table::Programme, 2, id, "d"),
        set(saving, 0, ProgrammeSaving::amount.position(), "1,234.50"),
        set(saving, 0, ProgrammeSaving::unit.position(), "£000"),
        set(saving, 0, ProgrammeSaving::year.position(), "last year"),
    ];
    let applied = plan.apply(&edits);
    let ids: Vec<_> = plan.programmes.iter().map(|(_, row)| row.id()).collect();
    assert_eq!(ids, ["b", "c", "d"]);
    assert_eq!(plan.identifier(Table::Programme, 0), Some("b"), "the saving still is that of the first");
    assert_eq!(plan.written_cell(saving, 0, "amount").as_deref(), Some("1,234.50"));
    assert_eq!(applied.refused.iter().map(|refused| refused.edit).collect::<Vec<_>>(), [5]);
    let redo = plan.apply(&applied.undo);
    assert_eq!((redo.refused.len(), write_json(&plan)), (0, before));
}

#[test]
fn changes_at_random_are_all_taken_back() {
    let mut draws = Draws(7);
    for _ in 0..40 {
        let mut plan = read(&example::grown(*draws.pick(Table::ALL), 2 + draws.below(8)));
        let before = write_json(&plan);
        let mut undo = Vec::new();
        for _ in 0..30 {
            let table = *draws.pick(Table::ALL);
            let rows = plan.store(table).rows();
            let row = u32::try_from(draws.below(rows.max(1) as usize)).unwrap();
            let column = u8::try_from(draws.below(table.columns().len())).unwrap();
            let other = u32::try_from(draws.below(rows.max(1) as usize)).unwrap();
            let name = table.columns()[usize::from(column)].name;
            let edit = match draws.below(4) {
                0 => Edit::RemoveRows { table, rows: vec![row] },
                1 => Edit::InsertRows { table, rows: vec![NewRow { at: row, cells: plan.cells_of(table, other) }] },
                2 => Edit::SetCell { table, row, column, text: None },
                _ => Edit::SetCell { table, row, column, text: plan.written_cell(table, other, name).map(Into::into) },
            };
            undo.push(plan.apply(&[edit]).undo);
        }
        for edits in undo.iter().rev() {
            assert_eq!(plan.apply(edits).refused, []);
        }
        assert_eq!(write_json(&plan), before);
    }
}

/// A paste is one change; its time must not grow with the table for each of its cells.
#[test]
fn forty_thousand_cells_are_one_change() {
    in_proportion(
        "cells of one change",
        10_000,
        |rows| example::grown(Table::Scheme, rows),
        |text, rows| {
            let mut plan = read(text);
            let before = write_json(&plan);
            let mut edits = Vec::new();
            for row in 0..u32::try_from(rows).unwrap() {
                edits.push(set(Table::Scheme, row, Scheme::id.position(), &format!("pasted-{row}")));
                edits.push(set(Table::Scheme, row, Scheme::name.position(), &format!("Pasted {row}")));
                edits.push(set(Table::Scheme, row, Scheme::gross.position(), "1,234.50"));
                edits.push(set(Table::Scheme, row, Scheme::gross.position(), "(12)"));
            }
            let applied = plan.apply(&edits);
            assert_eq!(applied.refused, []);
            let last = rows - 1;
            assert_eq!(plan.find(Table::Scheme, &format!("pasted-{last}")), u32::try_from(last).ok());
            plan.apply(&applied.undo);
            assert_eq!(write_json(&plan), before);
        },
    );
}

//! A plan with many rows of any one table opens, is computed, and explains its figures.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use one_plan_model::example::{grown, most_rows};
use one_plan_model::exchange::read_json;
use one_plan_model::outcome::{Recording, compute, explain};
use one_plan_model::plan::{ColumnKind, Plan, Table};
use std::collections::BTreeSet;

const ROWS: usize = 50;

fn opened(table: Table) -> Plan {
    match read_json(grown(table, ROWS).as_bytes()) {
        Ok(file) => file.plan,
        Err(problems) => panic!("{}: {}", table.name(), problems[0]),
    }
}

#[test]
fn every_table_opens_with_many_rows_that_are_filled() {
    for table in Table::ALL {
        let plan = opened(*table);
        let rows = ROWS.min(most_rows(*table).unwrap_or(ROWS));
        assert_eq!(plan.row_count(*table), rows, "{}", table.name());
        let filled: BTreeSet<&str> = (0..u32::try_from(rows).unwrap())
            .flat_map(|row| plan.written(*table, row).into_iter().map(|(column, _)| column))
            .collect();
        assert_eq!(filled.len(), table.columns().len(), "{}: {filled:?}", table.name());
    }
}

/// What a rule may take for the same thing must not come back while there are other things.
#[test]
fn rows_of_a_table_without_ids_are_about_different_things() {
    for table in Table::ALL.iter().filter(|table| !table.has_identifiers()) {
        let plan = opened(*table);
        let refers = |kind| matches!(kind, ColumnKind::Reference(_) | ColumnKind::FigureIdentifier);
        let columns = table.columns();
        if !columns.iter().any(|column| refers(column.kind)) {
            continue;
        }
        let mut subjects = BTreeSet::new();
        for row in 0..u32::try_from(plan.row_count(*table)).unwrap() {
            let tells = |name: &str| {
                columns.iter().any(|column| {
                    column.name == name
                        && (refers(column.kind)
                            || matches!(
                                column.kind,
                                ColumnKind::Year
                                    | ColumnKind::Month
                                    | ColumnKind::Date
                                    | ColumnKind::DueDate
                                    | ColumnKind::Choice(_)
                            ))
                })
            };
            let subject: Vec<_> = plan.written(*table, row).into_iter().filter(|(name, _)| tells(name)).collect();
            assert!(subjects.insert(subject), "{}: row {row} is about the same as an earlier one", table.name());
        }
    }
}

#[test]
fn every_table_with_many_rows_is_computed_and_explained() {
    let mut kinds = BTreeSet::new();
    for table in Table::ALL {
        let plan = opened(*table);
        let outcome = compute(&plan);
        let recording = Recording::of(&plan);
        let all = recording.series();
        let mut explained = 0;
        for series in all.iter() {
            for (key, number) in series.iter() {
                assert_eq!(outcome.value(key), Some(number.value()), "{}: {}", table.name(), key.id(&plan));
                explained += 1;
            }
        }
        assert_eq!(explained, outcome.figure_count(), "{}", table.name());
        // An explanation runs every rule again: one figure of each kind stands for all.
        for (key, value) in outcome.figures().filter(|(key, _)| kinds.insert(key.kind.id)) {
            let explanation = explain(&plan, key).unwrap_or_else(|| panic!("{} is not explained", key.id(&plan)));
            assert_eq!(explanation.value, value, "{}", key.id(&plan));
            assert!(!explanation.steps.is_empty(), "{}", key.id(&plan));
        }
    }
    assert!(
        kinds.len() > 400,
        "only {} kinds of figures: the tables are not filled so that rules use them",
        kinds.len()
    );
}

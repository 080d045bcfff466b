//! What the definition of each table says about its rows is held for every table that a published plan uses: the same
//! key twice, a number outside its range and cells in the wrong order are each reported, at the cell.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use one_plan_model::outcome;
use one_plan_model::plan::{CellInput, CellOrder, ColumnKind, Plan, Table};
use one_plan_model::{calculation::Finding, exchange};

#[path = "support/plans.rs"]
mod all_plans;

fn plans() -> Vec<Plan> {
    all_plans::PLANS.map(|name| exchange::read_json(&all_plans::bytes(name)).unwrap().plan).to_vec()
}

/// The plan whose first row of a table has its money in pounds.
fn in_pounds(plan: &Plan, table: Table) -> Plan {
    let mut plan = plan.clone();
    if let Some(unit) = table.column("unit") {
        plan.set_cell(table, 0, u8::try_from(unit).unwrap(), Some(CellInput::Text("£"))).unwrap();
    }
    plan
}

fn finds(plan: &Plan, code: &str, table: Table, column: &str) -> bool {
    let at = |finding: &Finding| finding.places.iter().any(|place| place.table == table && place.column == column);
    outcome::compute(plan).findings().iter().any(|finding| finding.code == code && at(finding))
}

#[test]
fn the_published_plans_keep_what_their_tables_say() {
    for plan in plans() {
        let outcome = outcome::compute(&plan);
        for code in ["must-be-given-once", "cell-out-of-range", "cells-contradict", "leads-back-to-itself"] {
            assert!(outcome.findings().iter().all(|finding| finding.code != code), "{code}");
        }
    }
}

/// The second row of a table gets the key of the first.
#[test]
fn a_second_row_about_the_same_is_reported_in_every_table() {
    let mut tried = 0;
    for plan in plans() {
        for table in Table::ALL.iter().filter(|table| plan.row_count(**table) > 1 && !table.key().is_empty()) {
            let mut changed = plan.clone();
            for column in table.key() {
                let name = table.columns()[usize::from(*column)].name;
                let text = plan.written_cell(*table, 0, name);
                changed.set_cell(*table, 1, *column, text.as_deref().map(CellInput::Text)).unwrap();
            }
            let column = table.columns()[usize::from(table.key()[0])].name;
            assert!(finds(&changed, "must-be-given-once", *table, column), "{}", table.name());
            tried += 1;
        }
    }
    assert!(tried > 20, "{tried}");
}

#[test]
fn a_number_outside_its_range_is_reported_in_every_column() {
    let mut tried = 0;
    for plan in plans() {
        for table in Table::ALL.iter().filter(|table| plan.row_count(**table) > 0) {
            let ranged = table.columns().iter().enumerate().filter(|(_, column)| !column.range.is_any());
            for (at, column) in ranged {
                let mut changed = in_pounds(&plan, *table);
                let wrong = if matches!(column.kind, ColumnKind::Rate) { "-101%" } else { "-0.5" };
                changed.set_cell(*table, 0, u8::try_from(at).unwrap(), Some(CellInput::Text(wrong))).unwrap();
                let place = format!("{}.{}", table.name(), column.name);
                assert!(finds(&changed, "cell-out-of-range", *table, column.name), "{place}");
                tried += 1;
            }
        }
    }
    assert!(tried > 80, "{tried}");
}

#[test]
fn cells_in_the_wrong_order_are_reported_in_every_relation() {
    let mut tried = 0;
    for plan in plans() {
        for table in Table::ALL.iter().filter(|table| plan.row_count(**table) > 0) {
            for relation in table.relations() {
                let first = table.columns()[usize::from(relation.first)];
                let [low, high] = match first.kind {
                    ColumnKind::Rate => ["1%", "2%"],
                    ColumnKind::Year => ["2003/04", "2004/05"],
                    ColumnKind::Date => ["2003-04-01", "2004-04-01"],
                    ColumnKind::Month | ColumnKind::DueDate => ["2003-04", "2004-04"],
                    _ => ["1951", "1952"],
                };
                let mut changed = in_pounds(&plan, *table);
                let mut set = |column, text| changed.set_cell(*table, 0, column, Some(CellInput::Text(text))).unwrap();
                set(relation.first, high);
                set(relation.other, if relation.order == CellOrder::Below { high } else { low });
                let place = format!("{}.{}", table.name(), first.name);
                assert!(finds(&changed, "cells-contradict", *table, first.name), "{place}");
                tried += 1;
            }
        }
    }
    assert!(tried > 10, "{tried}");
}

//! Computing a plan grows in proportion to the rows of each of its tables, whichever has the many rows.
#![allow(clippy::unwrap_used)]

#[path = "support/proportion.rs"]
mod proportion;

use one_plan_model::example::grown;
use one_plan_model::exchange::read_json;
use one_plan_model::outcome::compute;
use one_plan_model::plan::Table;
use proportion::computed_in_proportion;

/// The most rows: so many that a rule that goes through all rows for each row shows, and no more, for each table takes its time.
/// `cargo bench -p one-plan-model --bench growth` goes to five times as many.
const ROWS: usize = 3_200;

/// Every other table, so that two threads share them.
fn tables_grow(first: usize) {
    for table in Table::ALL.iter().skip(first).step_by(2) {
        let plan = |rows| read_json(grown(*table, rows).as_bytes()).unwrap().plan;
        computed_in_proportion(table.name(), ROWS, plan, |plan| drop(compute(plan)));
    }
}

#[test]
fn computing_grows_with_the_rows_of_each_table() {
    tables_grow(0);
}

#[test]
fn computing_grows_with_the_rows_of_each_other_table() {
    tables_grow(1);
}

//! Rows of other tables by their names, as people write them in place of ids.

use one_plan_model::plan::{Plan, Table};
use std::collections::BTreeMap;

/// The rows of tables by their names, made when a table is first asked for: of a paste many cells ask.
#[derive(Default)]
pub struct Names(BTreeMap<Table, BTreeMap<String, Option<u32>>>);

impl Names {
    /// The row of a name, whatever the case of its Latin letters; nothing where none has it, or two: then it says nothing.
    pub fn row(&mut self, plan: &Plan, table: Table, name: &str) -> Option<u32> {
        let rows = self.0.entry(table).or_insert_with(|| {
            let mut rows = BTreeMap::new();
            for row in 0..plan.store(table).rows() {
                if let Some(title) = plan.title(table, row) {
                    rows.entry(title.to_ascii_lowercase()).and_modify(|of| *of = None).or_insert(Some(row));
                }
            }
            rows
        });
        rows.get(&name.to_ascii_lowercase()).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn a_name_that_two_rows_have_says_nothing() {
        let plan = example::plan(
            r#""programmes": [{"id": "a", "name": "Beds"}, {"id": "b", "name": "beds"}, {"id": "c", "name": "Theatres"}]"#,
        );
        let mut names = Names::default();
        let mut row = |name: &str| names.row(&plan, Table::Programme, name);
        assert_eq!([row("THEATRES"), row("Beds"), row("Wards")], [Some(2), None, None]);
    }
}

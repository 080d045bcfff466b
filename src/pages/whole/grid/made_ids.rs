//! Ids for rows that come without one, made from their names.

use one_plan_model::plan::{Identifier, Plan, Table};
use std::collections::BTreeMap;

/// A dash and ten digits fit behind it.
const LONGEST_STEM: usize = Identifier::LONGEST - 11;

/// The ids that are made for rows which come together: for each id, and each beginning of ids, the number from which on one
/// may be free behind it. Of many rows with one name each number is tried once.
#[derive(Default)]
pub struct MadeIds(BTreeMap<String, u32>);

impl MadeIds {
    /// An id that no row has yet, from a name: its letters and digits, dashes between the words.
    pub fn of(&mut self, plan: &Plan, table: Table, name: &str) -> String {
        let words = name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let stem = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
        // Of a long name the beginning, with room for a number behind it.
        let stem = stem.get(..LONGEST_STEM).map_or(stem.as_str(), |start| start.trim_end_matches('-')).to_owned();
        let stem = if stem.is_empty() { "row".to_owned() } else { stem };
        let mut number = self.0.get(&stem).copied().unwrap_or(1);
        loop {
            let id = if number > 1 { format!("{stem}-{number}") } else { stem.clone() };
            number = number.saturating_add(1);
            // At the end of all numbers the reader refuses the id, which is there already.
            if number == u32::MAX || (plan.find(table, &id).is_none() && !self.0.contains_key(&id)) {
                self.0.insert(id.clone(), 2);
                self.0.insert(stem, number);
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::proportion::in_proportion;
    use super::*;
    use one_plan_model::example;

    #[test]
    fn every_id_is_another_one() {
        let plan = example::plan(r#""programmes": [{"id": "a", "name": "A"}, {"id": "a-3", "name": "A 3"}]"#);
        let mut made = MadeIds::default();
        let ids =
            ["B!", "A", "A 2", "A", "", "£", "Urgent care (A&E)"].map(|name| made.of(&plan, Table::Programme, name));
        assert_eq!(ids, ["b", "a-2", "a-2-2", "a-4", "row", "row-2", "urgent-care-a-e"]);
    }

    #[test]
    fn of_a_long_name_the_beginning_is_taken() {
        let (plan, mut made) = (example::plan(r#""programmes": []"#), MadeIds::default());
        let name = "Pathway ".repeat(40);
        for _ in 0..12 {
            let id = made.of(&plan, Table::Programme, &name);
            assert!(Identifier::accepts(&id) && id.starts_with("pathway-pathway-"), "{id}");
        }
    }

    #[test]
    fn many_rows_of_one_name_get_theirs_in_proportion() {
        in_proportion(
            "rows of one name",
            64_000,
            |_| "Same".to_owned(),
            |name, rows| {
                let (plan, mut made) = (example::plan(r#""programmes": []"#), MadeIds::default());
                let last = (0..rows).map(|_| made.of(&plan, Table::Programme, name)).last();
                assert_eq!(last, Some(format!("same-{rows}")));
            },
        );
    }
}

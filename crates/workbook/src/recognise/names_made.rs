//! What was done to identifiers and references.

use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::Table;
use std::collections::BTreeMap;

/// What was done to identifiers and references.
#[derive(Clone, Debug, Default)]
pub struct NamesMade {
    /// How many identifiers were made of names or of other words, by list of rows.
    pub made: BTreeMap<usize, usize>,
    /// Rows that are added because others refer to them and no sheet holds their table: the table, how many.
    pub added: Vec<(Table, Vec<String>)>,
    /// References by a name that several rows have: the list, the row, the column.
    pub ambiguous: Vec<(usize, u32, usize)>,
    /// The rows that are added.
    pub added_rows: Vec<GivenRows>,
}

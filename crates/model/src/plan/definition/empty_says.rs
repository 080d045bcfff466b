//! Cells that say something by being empty. Of every other number it holds that nobody knows it while it is not given.

use crate::plan::Table;

/// A column, and what an empty cell of it says.
struct EmptySays {
    table: Table,
    column: &'static str,
    says: &'static str,
}

const fn empty(table: Table, column: &'static str, says: &'static str) -> EmptySays {
    EmptySays { table, column, says }
}

const EMPTY_SAYS: &[EmptySays] = &[
    empty(Table::PerformanceParty, "share_of_rest", "what is not released is not divided with this party"),
    empty(Table::ResourceLimit, "control_total", "no deficit is allowed"),
    empty(Table::Scheme, "full_year_effect", "the gross saving is all that the scheme saves"),
    empty(Table::Scheme, "reinvestment", "nothing is reinvested"),
    empty(Table::Scheme, "delay", "it is not late"),
    empty(Table::ContractMonth, "challenged", "nothing is challenged in the month"),
    empty(Table::ContractMonth, "upheld", "nothing is upheld in the month"),
    empty(Table::ContractMonth, "withheld", "nothing is withheld in the month"),
    empty(Table::ContractMonth, "released", "nothing is released in the month"),
];

impl Table {
    /// What an empty cell of a column says; nothing where it only says that the number is not known.
    ///
    /// ```
    /// use one_plan_model::plan::Table;
    /// assert_eq!(Table::Scheme.empty_says("reinvestment"), Some("nothing is reinvested"));
    /// assert_eq!(Table::Scheme.empty_says("gross"), None);
    /// ```
    pub fn empty_says(self, column: &str) -> Option<&'static str> {
        EMPTY_SAYS.iter().find(|of| of.table == self && of.column == column).map(|of| of.says)
    }
}

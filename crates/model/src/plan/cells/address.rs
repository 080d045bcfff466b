use crate::plan::Table;

/// A cell of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellAddress {
    /// The table.
    pub table: Table,
    /// The position of the row, counted from zero.
    pub row: u32,
    /// The column.
    pub column: &'static str,
}

impl CellAddress {
    /// The column by its position in the table; the first where there is no such column.
    pub fn at(table: Table, row: u32, column: u8) -> Self {
        let columns = table.columns();
        let column = columns.get(usize::from(column)).or(columns.first()).map(|column| column.name);
        Self { table, row, column: column.unwrap_or_default() }
    }

    /// Whether its column holds numbers.
    ///
    /// ```
    /// use one_plan_model::plan::{CellAddress, Table};
    /// let cell = |column| CellAddress { table: Table::Scheme, row: 0, column };
    /// assert!(cell("gross").is_number() && !cell("name").is_number() && !cell("no such column").is_number());
    /// ```
    pub fn is_number(self) -> bool {
        let mut columns = self.table.columns().iter();
        columns.any(|column| column.name == self.column && column.kind.is_number())
    }
}

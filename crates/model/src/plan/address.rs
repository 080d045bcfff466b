use super::Table;

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
}

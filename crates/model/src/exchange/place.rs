use crate::plan::Table;

/// Where something stands in a plan file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The table, or else the entry of the file.
    pub(super) table: Option<Table>,
    /// The row, counted from zero.
    pub(super) row: Option<u32>,
    /// The name of the column, or of an entry that is no table.
    pub(super) column: Option<String>,
    /// Which of several entries of that name in the same object, counted from zero.
    pub(super) repeat: u32,
}

use super::column::{Column, OtherNames};
use super::relation::CellRelation;
use crate::plan::Table;

/// A table by its type: what its rows are and which columns it has. The type is the list of its columns, so that
/// `ProviderBeds::now` is the column `now` of the table of beds.
///
/// Implemented by the macro `table!`, from one definition for each table.
pub trait RowType: Copy {
    /// The table.
    const TABLE: Table;
    /// The columns, in the order in which they are written.
    const COLUMNS: &'static [Column];
    /// What else people call the table.
    const OTHER_NAMES: OtherNames;
    /// The positions of the columns that together say what a row is about; none where several rows may be about the same.
    const KEY: &'static [u8];
    /// How cells of one row stand to each other.
    const RELATIONS: &'static [CellRelation];

    /// The position of a column.
    fn position(self) -> u8;
}

/// A table to whose rows other tables can refer.
pub trait NamedRow: RowType {}

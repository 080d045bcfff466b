//! How a table is defined: its columns, which numbers they may hold, and how the cells of a row stand to each other.

mod column;
mod empty_says;
mod range;
mod relation;
mod row_type;
mod table;

pub(super) use column::Text;
pub use column::{Choice, Column, ColumnKind, OtherNames};
pub use range::Range;
pub use relation::{CellOrder, CellRelation};
pub use row_type::{NamedRow, RowType};
pub(super) use table::{choice, table};

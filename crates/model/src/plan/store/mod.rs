//! How rows are kept: column by column, all tables in the same way.

mod columns;
mod grouped;
pub(super) mod names;
mod number_cells;
mod reader;
mod rows;
mod table_store;

pub(super) use columns::StoredCell;
pub use columns::{ColumnStore, EMPTY_CODE, NumberColumn, TextColumn};
pub(crate) use grouped::Grouped;
pub(super) use names::SortedNames;
pub use number_cells::NumberCells;
pub(crate) use reader::{PlanReader, TableReader};
pub use rows::{Row, Rows};
pub use table_store::TableStore;

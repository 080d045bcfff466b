//! What stands in a cell: the types that a column can hold, and how each is read from text and written as text.

mod address;
mod cell;
mod content;
mod id;
mod identifier;
mod instead;
mod line_numbers;
mod number_cell;
mod sheet_source;
mod shortened;
mod slip;
mod source_lines;
mod text;

pub use address::CellAddress;
pub use cell::{CellPosition, CellType};
pub use content::Content;
pub use id::Id;
pub use identifier::{FigureIdentifier, Identifier};
pub use number_cell::{NumberCell, NumberForm, NumberType};
pub use sheet_source::SheetSource;
pub(crate) use shortened::shortened;
pub use slip::{did_you_mean, no_column, no_table, slip_of};
pub use source_lines::SourceLines;
pub(crate) use text::unused_name;
pub use text::{CellInput, CellProblem, with_commas};
pub(super) use text::{Understood, empty_cell, understand, unknown_name, used_identifier};

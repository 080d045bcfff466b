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
mod source_lines;
mod text;

pub use address::CellAddress;
pub use cell::{CellPosition, CellType};
pub use content::Content;
pub use id::Id;
pub use identifier::{FigureIdentifier, Identifier};
pub use number_cell::{NumberCell, NumberForm, NumberType};
pub use sheet_source::SheetSource;
pub use source_lines::SourceLines;
pub use text::{CellInput, CellProblem, with_commas};
pub(super) use text::{Understood, empty_cell, understand, unknown_name, used_identifier};
pub(crate) use text::{shortened, unused_name};

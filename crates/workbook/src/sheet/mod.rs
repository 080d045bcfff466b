//! A file as sheets of cells, whatever its format: what all readers yield and all of this crate works on.

mod cell;
mod digits;
mod file;
mod grid;
mod number_style;
pub mod own_sheets;
mod reference;

pub use cell::Cell;
pub use digits::shifted;
pub use file::{FileKind, SourceFile};
pub use grid::{Area, Sheet};
pub use number_style::{NumberKind, NumberStyle, unit_behind};
pub use own_sheets::{COLUMNS_OF_COPY, EXAMPLE_MARK, is_for_people};
pub use reference::{cell_reference, column_letters, parsed_reference};

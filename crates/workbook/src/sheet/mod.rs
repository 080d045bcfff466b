//! A file as sheets of cells, whatever its format: what all readers yield and all of this crate works on.

mod cell;
mod digits;
mod file;
mod grid;
mod reference;

pub use cell::{Cell, NumberStyle};
pub use digits::shifted;
pub use file::{FileKind, SourceFile};
pub use grid::{Area, Sheet};
pub use reference::{cell_reference, column_letters};

//! Where in its document, or in a file, something stands.

mod cell;
mod cell_places;

pub use cell::{cell_place, cell_place_only, cell_words, lines_words, printed_at, source_words};
pub use cell_places::cell_links;

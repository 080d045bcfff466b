//! To which rows of other tables rows refer: identifiers that are made of names, and rows that do not say whose they are.

mod names_of_rows;
mod rows_made;
mod whose_rows;

pub use names_of_rows::resolve_names;

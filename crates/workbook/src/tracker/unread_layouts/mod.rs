//! Layouts of trackers that are not read, because their rows would be taken for as many schemes: what they are is said.

mod kinds_in_rows;
mod months_in_rows;

pub use kinds_in_rows::kinds_in_rows;
pub use months_in_rows::months_in_rows;

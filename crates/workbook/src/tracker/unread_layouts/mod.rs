//! Layouts of trackers that are not read, because their rows would be taken for as many schemes: what they are is said.

mod months_in_rows;
mod stacked;

pub use months_in_rows::months_in_rows;
pub use stacked::kinds_in_rows;

//! What a person should know of a file, and what only a person can say: each with the place where it stands.
//!
//! What is said of a sheet, a row or a column is put into words where it is found. Only what is found in the same way in every
//! sheet is here: cells that belong to no column.

mod issue;
mod question;
mod unread_cells;

pub use issue::{Effect, Issue, Place, Severity};
pub use question::{Asks, Question};
pub use unread_cells::{Headings, too_many_values, unread_cells};

//! Where a person can go: the pages, and the addresses that lead to them.

mod address_words;
mod page;

pub use address_words::{value_in, with_value};
pub use page::{NEW_PLAN, Page};

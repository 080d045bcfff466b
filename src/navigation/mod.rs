//! Where a person can go: the pages, and the addresses that lead to them.

mod page;

pub use page::Page;

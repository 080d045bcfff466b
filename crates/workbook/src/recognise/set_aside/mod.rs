//! Sheets whose schemes do not count beside those of others, or not yet: examples, old versions, what is rejected or spent.
//!
//! A name alone leaves nothing out. What is left out is said with its pounds.

mod closed_sheets;
mod sheets_set_aside;
mod spending_sheets;
mod why_aside;

pub use sheets_set_aside::sheets_set_aside;
pub use why_aside::WhyAside;

//! How formulas are worked out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod formula;
#[path = "../support/values.rs"]
mod support;

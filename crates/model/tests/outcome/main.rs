//! What is made of the figures: comparisons, explanations and the report.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod comparison;
mod disagreements;
mod explanation;
mod progress;
#[path = "../support/values.rs"]
mod support;

//! Everything that checks the project: lints, tests and measurements.

pub mod bench;
#[cfg(test)]
mod floors;
pub mod groups;
pub mod lint;
#[cfg(test)]
mod pinned;
pub mod tests;
pub mod wasm_tests;

//! Everything that checks the project: lints, tests and measurements.

pub mod aims;
pub mod bench;
pub mod elsewhere;
#[cfg(test)]
mod floors;
pub mod fuzz;
pub mod groups;
pub mod lint;
pub mod mutants;
#[cfg(test)]
mod pinned;
pub mod tests;
pub mod wasm_tests;

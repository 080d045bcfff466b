//! The plans that lie in `plans/`, by name: every test that holds for all of them goes through these.
#![allow(dead_code, clippy::unwrap_used)]

use std::path::{Path, PathBuf};

/// The names of the files, without the ending: the published plans, and the example, which is made up.
pub const PLANS: [&str; 3] = ["surrey-one-plan", "arden-system-plan", "example-icb-2026-27"];

/// Where the file of a plan lies.
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../plans").join(name).with_extension("json")
}

/// The file of a plan, byte for byte.
pub fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(path(name)).unwrap()
}

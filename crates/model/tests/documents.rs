//! What is generated from the definitions of the model is current.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/documents/mod.rs"]
mod documents;

#[test]
fn every_generated_file_is_the_one_of_the_definitions() {
    let root = documents::register::project();
    let is_current = |document: &documents::Document| {
        std::fs::read_to_string(root.join(document.path)).is_ok_and(|published| published == document.text)
    };
    let old: Vec<&str> =
        documents::all().iter().filter(|document| !is_current(document)).map(|document| document.path).collect();
    assert!(old.is_empty(), "run `cargo xtask docs`, and look at what it changes: not current are {}", old.join(", "));
}

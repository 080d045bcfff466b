//! The direction in which the project is built, held by a test: what lies on one floor uses only what lies below it, no
//! rule uses a later one, and no files use each other.

mod rules;
mod source;
mod tests;
mod tree;

use std::fs;
use std::path::{Path, PathBuf};

use rules::{Floor, House};
use tree::Tree;

/// The floors of the model, from the lowest to the highest, each with those it may use.
const MODEL: &[(&str, &[&str])] = &[
    ("pace", &[]),
    ("quantity", &["pace"]),
    ("plan", &["pace", "quantity"]),
    ("parameters", &["quantity", "plan"]),
    // Which weights of a CQUIN scheme can be read depends on the rate that its year has.
    ("exchange", &["pace", "quantity", "plan", "parameters"]),
    ("calculation", &["pace", "quantity", "plan", "parameters"]),
    ("rules", &["pace", "quantity", "plan", "parameters", "calculation"]),
    ("outcome", &["pace", "quantity", "plan", "exchange", "parameters", "calculation", "rules"]),
    ("scenario", &["pace", "quantity", "plan", "exchange", "parameters", "calculation", "rules", "outcome"]),
    ("example", &["pace", "quantity", "plan", "exchange", "parameters", "calculation", "rules", "outcome"]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn model() -> House {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let floors = MODEL.iter().map(|(name, below)| Floor { name: (*name).to_owned(), may_use: owned(below) }).collect();
    House { folder: "crates/model/src", floors, ordered: Some(("rules", "rules")) }
}

fn page() -> House {
    let text = fs::read_to_string(root().join("src/lib.rs")).unwrap_or_default();
    let floors = numbered_floors(&text);
    assert!(!floors.is_empty(), "the head of src/lib.rs numbers no floors");
    House::in_order("src", &floors)
}

/// The floors that the comment at the head of a crate numbers, the lowest first: ``//! 1. [`chart`]: …``.
fn numbered_floors(text: &str) -> Vec<String> {
    let head = text.lines().map_while(|line| line.strip_prefix("//!"));
    let numbered = head.filter_map(|line| {
        let (number, rest) = line.trim_start().split_once(". [`")?;
        number.parse::<u32>().ok()?;
        Some(rest.split_once('`')?.0.to_owned())
    });
    numbered.collect()
}

#[test]
fn what_lies_on_one_floor_uses_only_what_lies_below() {
    let mut found = Vec::new();
    for house in [model(), page()] {
        let tree = Tree::of_folder(&root(), house.folder).unwrap_or_else(|error| panic!("{error}"));
        found.extend(house.violations(&tree));
    }
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "{} break the floors:\n{}", found.len(), found.join("\n"));
}

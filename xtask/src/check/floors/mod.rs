//! The direction in which the project is built, held by a test: what lies on one floor uses only what lies below it, no
//! rule uses a later one, and no files use each other.

mod rules;
mod source;
mod tests;
mod tree;

use std::collections::BTreeSet;
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
    House { folder: "crates/model/src".to_owned(), floors, ordered: Some(("rules", "rules")) }
}

fn page() -> House {
    let text = fs::read_to_string(root().join("src/lib.rs")).unwrap_or_default();
    let floors = numbered_floors(&text);
    assert!(!floors.is_empty(), "the head of src/lib.rs numbers no floors");
    House::in_order("src", &floors)
}

/// The crate of workbooks, and each of its folders whose head numbers floors of its own.
fn workbook() -> Vec<House> {
    let crate_folder = "crates/workbook/src";
    let mut houses = Vec::new();
    let mut open = vec![crate_folder.to_owned()];
    while let Some(folder) = open.pop() {
        let mut names = BTreeSet::new();
        for entry in fs::read_dir(root().join(&folder)).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_dir() {
                open.push(format!("{folder}/{name}"));
            }
            names.insert(name.trim_end_matches(".rs").to_owned());
        }
        let head = if names.remove("lib") { "lib.rs" } else { "mod.rs" };
        names.remove("mod");
        let floors = numbered_floors(&fs::read_to_string(root().join(&folder).join(head)).unwrap_or_default());
        if floors.is_empty() && folder != crate_folder {
            continue;
        }
        let numbered: BTreeSet<String> = floors.iter().cloned().collect();
        assert_eq!(numbered, names, "the head of {folder}/{head} numbers what lies in its folder");
        houses.push(House::in_order(&folder, &floors));
    }
    houses
}

/// The floors that the comment at the head of a crate, or of a folder, numbers, the lowest first:
/// ``//! 1. [`chart`]: …``.
fn numbered_floors(text: &str) -> Vec<String> {
    let head = text.lines().map_while(|line| line.strip_prefix("//!"));
    let numbered = head.filter_map(|line| {
        let (number, rest) = line.trim_start().split_once(". ")?;
        number.parse::<u32>().ok()?;
        // A folder within a crate is private, and nothing can link to it.
        let name = rest.strip_prefix('[').unwrap_or(rest).strip_prefix('`')?;
        Some(name.split_once('`')?.0.to_owned())
    });
    numbered.collect()
}

#[test]
fn what_lies_on_one_floor_uses_only_what_lies_below() {
    let mut found = Vec::new();
    for house in [model(), page()] {
        let tree = Tree::of_folder(&root(), &house.folder).unwrap_or_else(|error| panic!("{error}"));
        found.extend(house.violations(&tree));
    }
    let tree = Tree::of_folder(&root(), "crates/workbook/src").unwrap_or_else(|error| panic!("{error}"));
    found.extend(workbook().iter().flat_map(|house| house.violations(&tree)));
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "{} break the floors:\n{}", found.len(), found.join("\n"));
}

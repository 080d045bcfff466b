//! Holds the pin: the page and the tool that post-processes it must use the same wasm-bindgen, or neither works.

use std::fs;
use std::path::Path;

/// The versions of a package in the text of a `Cargo.lock`.
fn versions<'a>(lock: &'a str, package: &str) -> Vec<&'a str> {
    let name = format!("name = \"{package}\"");
    lock.split("[[package]]")
        .filter(|entry| entry.lines().any(|line| line == name))
        .filter_map(|entry| {
            let line = entry.lines().find_map(|line| line.strip_prefix("version = "))?;
            Some(line.trim_matches('"'))
        })
        .collect()
}

#[test]
fn the_library_and_the_build_tool_use_the_same_wasm_bindgen() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    let lock = fs::read_to_string(&path).unwrap_or_default();
    let library = versions(&lock, "wasm-bindgen");
    assert_eq!(library.len(), 1, "expected one wasm-bindgen in Cargo.lock, found {library:?}");
    assert_eq!(
        library,
        versions(&lock, "wasm-bindgen-cli-support"),
        "set both to the same version in [workspace.dependencies] of the root Cargo.toml"
    );
}

#[test]
fn versions_are_read_by_the_whole_name() {
    let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                [[package]]\nname = \"wasm-bindgen\"\nversion = \"2.0.0\"\n";
    assert_eq!(versions(lock, "wasm-bindgen"), ["2.0.0"]);
}

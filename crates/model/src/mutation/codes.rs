//! The codes of all findings, read from the source: they are written where something is reported.

use super::files;
use std::collections::BTreeSet;
use std::path::Path;

/// What stands before a code.
const BEFORE: &[&str] = &["Finding::error(", "Finding::warning(", "Finding::information(", "Finding::of("];

/// Every code of a finding.
pub fn all() -> BTreeSet<String> {
    let mut all: BTreeSet<String> =
        files().iter().flat_map(|file| file.tests).map(|test| test.code.to_owned()).collect();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for folder in ["calculation", "outcome", "rules"] {
        in_folder(&source.join(folder), &mut all);
    }
    all
}

fn in_folder(folder: &Path, all: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            in_folder(&path, all);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            in_text(&lines.collect::<Vec<_>>().join("\n"), all);
        }
    }
}

/// The codes in a text: the first text in quotation marks after the name of what makes a finding, as far as it is one
/// of its first arguments.
fn in_text(text: &str, all: &mut BTreeSet<String>) {
    for before in BEFORE {
        for (_, after) in text.split(before).enumerate().skip(1) {
            let arguments: Vec<&str> = after.splitn(3, ',').take(2).map(str::trim).collect();
            let code = arguments.into_iter().find_map(|argument| argument.strip_prefix('"')?.strip_suffix('"'));
            let is_code = |code: &&str| code.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
            all.extend(code.filter(is_code).map(str::to_owned));
        }
    }
}

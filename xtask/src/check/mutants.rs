//! `cargo xtask mutants`: the rules that are code, changed one by one. Formulas are data, and a test of the model changes
//! them; what is code needs a compilation for each change, so that this takes hours and is no part of the tests.
//! `docs/mutants.md` lists the changes that no test notices, with the reasons.

use std::fs;
use std::time::Duration;

use crate::failure::{OrSay, Outcome};
use crate::process::{self, COMPILATION};
use crate::report::heading;
use crate::workspace::Workspace;

/// How long all changes may take.
const ALL: Duration = Duration::from_secs(48 * 60 * 60);

/// What makes the changes, in the version with which the list was made.
const TOOL: [&str; 3] = ["cargo-mutants", "--version", "27.1.0"];

/// Changes the rules of one file, or of all, and prints the changes that no test notices.
pub fn mutants(workspace: &Workspace, file: Option<&str>) -> Outcome<()> {
    if process::on_path("cargo-mutants").is_none() {
        let mut install = process::cargo(workspace.root());
        process::run(install.args(["install", "--locked"]).args(TOOL), COMPILATION)?;
    }
    let output = workspace.own_target();
    fs::create_dir_all(&output).or_say(|| format!("make {}", output.display()))?;
    let mut change = process::cargo(workspace.root());
    change
        .args(["mutants", "--package", "one-plan-model", "--no-shuffle", "--colors", "never", "--output"])
        .arg(&output);
    change.args(["--file", file.unwrap_or("crates/model/src/rules/**/*.rs")]);
    // The cases, the tests of the rules, and the changes of formulas: not the published plans, which would notice a
    // change without saying what is wrong.
    change.args(["--", "--lib", "--test", "cases", "--test", "rules"]);
    let result = process::run(&mut change, ALL);
    let list = output.join("mutants.out/missed.txt");
    let missed = fs::read_to_string(&list).or_say(|| format!("read {}", list.display()))?;
    heading("Changes that no test notices");
    print!("{missed}");
    println!("{} in all; docs/mutants.md says of each why, or it needs a case.", missed.lines().count());
    // That something is not noticed is what is asked here, and no failure.
    if missed.is_empty() { result } else { Ok(()) }
}

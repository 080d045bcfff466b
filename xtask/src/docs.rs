//! `cargo xtask docs`: what is generated from the definitions of the model.

use crate::failure::Outcome;
use crate::process::{self, COMPILATION};
use crate::workspace::Workspace;

/// Runs the program of the model that makes all of it and then writes what has changed: where it fails, no file is touched.
pub fn docs(workspace: &Workspace) -> Outcome<()> {
    let mut program = process::cargo(workspace.root());
    program.args(["run", "--quiet", "--locked", "--package", "one-plan-model", "--example", "docs"]);
    process::run(&mut program, COMPILATION)
}

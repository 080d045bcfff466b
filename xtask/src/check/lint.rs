//! `cargo xtask lint`: formatting, clippy for the host and for wasm32, and the documentation of the code, with warnings
//! denied.

use crate::check::groups::Groups;
use crate::failure::{Failure, Outcome};
use crate::process::{self, COMPILATION};
use crate::setup::wasm_target;
use crate::workspace::Workspace;

/// The packages that become part of a WebAssembly module.
const WASM_PACKAGES: [&str; 4] = ["one-plan-page", "one-plan-model", "one-plan-workbook-module", "one-plan-wasm-tests"];

/// Runs all four.
pub fn lint(workspace: &Workspace) -> Outcome<()> {
    let mut groups = Groups::default();
    groups.run("Formatting", || {
        process::run(process::cargo(workspace.root()).args(["fmt", "--all", "--check"]), COMPILATION)
    });
    groups.run("Clippy for the host", || {
        let mut clippy = process::cargo(workspace.root());
        clippy.args(["clippy", "--quiet", "--workspace", "--all-targets", "--locked"]);
        process::run(clippy.args(["--", "-D", "warnings"]), COMPILATION)
    });
    groups.run("Clippy for wasm32", || for_wasm(workspace));
    groups.run("Documentation of the code", || {
        let mut doc = process::cargo(workspace.root());
        doc.args(["doc", "--quiet", "--workspace", "--no-deps", "--locked"]).env("RUSTDOCFLAGS", "-D warnings");
        process::run(&mut doc, COMPILATION)
    });
    groups.finish()
}

fn for_wasm(workspace: &Workspace) -> Outcome<()> {
    let toolchain = wasm_target::ensure(workspace)?;
    // Clippy is part of the compiler it was built with: rustup's cannot read what Debian's compiled.
    let mut clippy = toolchain.clippy(workspace).ok_or_else(|| {
        Failure::new("Debian's compiler is installed without its clippy.")
            .advise("run, as root: apt-get install --no-install-recommends rust-web-clippy")
    })?;
    clippy.arg("--quiet");
    for package in WASM_PACKAGES {
        clippy.args(["-p", package]);
    }
    process::run(clippy.args(["--", "-D", "warnings"]), COMPILATION)
}

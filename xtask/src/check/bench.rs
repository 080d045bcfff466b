//! `cargo xtask bench`: how fast plans are loaded and computed, natively and in a browser.

use std::time::Duration;

use crate::check::groups::Groups;
use crate::check::tests::{command_line_program, node_command};
use crate::dist;
use crate::failure::Outcome;
use crate::process::{self, COMPILATION};
use crate::setup::{browsers, node, wasm_target};
use crate::workspace::Workspace;

/// How long the measurements in the browser may take.
const BROWSER_MEASUREMENTS: Duration = Duration::from_secs(30 * 60);

const BROWSER: &str = "Measurements in the browser";

/// Measures natively, then builds what is published and measures that.
pub fn bench(workspace: &Workspace, with_browsers: bool) -> Outcome<()> {
    let mut groups = Groups::default();
    groups.run("Native measurements", || {
        process::run(process::cargo(workspace.root()).args(["bench", "--locked", "-p", "one-plan-model"]), COMPILATION)
    });
    if with_browsers {
        groups.run(BROWSER, || in_browser(workspace));
    } else {
        groups.leave_out(BROWSER);
    }
    groups.finish()
}

fn in_browser(workspace: &Workspace) -> Outcome<()> {
    let toolchain = wasm_target::ensure(workspace)?;
    let browsers = browsers::ensure(workspace)?;
    let node = node::ensure(workspace)?;
    dist::build(workspace, &toolchain)?;
    command_line_program(workspace)?;
    let mut measure = node_command(workspace, &browsers, &node);
    process::run(measure.arg("bench.mjs"), BROWSER_MEASUREMENTS)
}

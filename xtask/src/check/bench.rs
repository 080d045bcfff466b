//! `cargo xtask bench`: how fast plans are loaded and computed, natively and in a browser, and whether the aims are met.

use std::time::Duration;

use crate::check::aims;
use crate::check::groups::Groups;
use crate::check::tests::{command_line_program, node_command};
use crate::dist;
use crate::failure::Outcome;
use crate::process::{self, COMPILATION};
use crate::report::heading;
use crate::setup::{browsers, node, wasm_target};
use crate::workspace::Workspace;

/// How long the measurements in the browser may take.
const BROWSER_MEASUREMENTS: Duration = Duration::from_secs(30 * 60);

const BROWSER: &str = "Measurements in the browser";

/// Measures natively, then builds what is published and measures that; ends with the table of the aims.
pub fn bench(workspace: &Workspace, with_browsers: bool) -> Outcome<()> {
    let mut groups = Groups::default();
    let mut measured = Vec::new();
    groups.run("Native measurements", || {
        let mut bench = process::cargo(workspace.root());
        bench.args(["bench", "--locked", "-p", "one-plan-model"]);
        process::run_and_keep(&mut bench, COMPILATION, aims::is_measurement, &mut measured)
    });
    if with_browsers {
        groups.run(BROWSER, || in_browser(workspace, &mut measured));
    } else {
        groups.leave_out(BROWSER);
    }
    heading("Aims");
    print!("{}", aims::table(&measured));
    groups.finish()
}

fn in_browser(workspace: &Workspace, measured: &mut Vec<String>) -> Outcome<()> {
    let toolchain = wasm_target::ensure(workspace)?;
    let browsers = browsers::ensure(workspace)?;
    let node = node::ensure(workspace)?;
    dist::build(workspace, &toolchain)?;
    command_line_program(workspace)?;
    let mut measure = node_command(workspace, &browsers, &node);
    process::run_and_keep(measure.arg("bench.mjs"), BROWSER_MEASUREMENTS, aims::is_measurement, measured)
}

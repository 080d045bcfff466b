//! Getting what the other commands need. Every step is printed, and nothing that is missing is passed over in silence.

pub mod browsers;
pub mod debian;
pub mod libreoffice;
pub mod node;
pub mod python;
pub mod wasm_target;

use crate::failure::Outcome;
use crate::process::{self, COMPILATION};
use crate::report::{heading, step};
use crate::toolchain::WasmToolchain;
use crate::workspace::Workspace;

/// `cargo xtask setup`.
pub fn everything(workspace: &Workspace, with_browsers: bool) -> Outcome<()> {
    heading("Set-up: the wasm32 standard library");
    let toolchain = wasm_target::ensure(workspace)?;
    if matches!(toolchain, WasmToolchain::Debian { .. }) {
        build_standard_library(workspace, &toolchain)?;
    }
    heading("Set-up: LibreOffice");
    libreoffice::ensure(workspace)?;
    heading("Set-up: libraries of other languages that write workbooks");
    python::ensure(workspace)?;
    node::ensure_for_workbooks(workspace)?;
    if with_browsers {
        heading("Set-up: browsers and npm packages");
        browsers::ensure(workspace)?;
        node::ensure(workspace)?;
    } else {
        step("left out because of --no-browser: Chromium, Firefox and the npm packages of the tests");
    }
    println!("\nReady. `cargo xtask serve` opens the page.");
    Ok(())
}

/// Builds the standard library ahead of the first page, so that a compiler that cannot do it is found out now.
fn build_standard_library(workspace: &Workspace, toolchain: &WasmToolchain) -> Outcome<()> {
    step("building the standard library from source (a minute or two the first time)");
    // A small crate that the page needs anyway; its profile is the one `serve` uses next.
    let mut build = toolchain.cargo(workspace, "build");
    build.args(["--quiet", "--profile", "web-dev", "-p", "wasm-bindgen"]);
    process::run(&mut build, COMPILATION)
}

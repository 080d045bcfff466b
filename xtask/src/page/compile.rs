//! Compiling a crate of the workspace to a WebAssembly module.

use std::fs;

use crate::failure::{OrSay, Outcome};
use crate::process::{self, COMPILATION};
use crate::toolchain::{TARGET, WasmToolchain};
use crate::workspace::Workspace;

/// The profiles of the root `Cargo.toml` that the page is compiled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Small and fast, for what is published.
    Web,
    /// Small: what is loaded when it is first needed, and computes nothing.
    WebWorkbook,
    /// Quick to compile again, for `serve` and for the wasm tests.
    WebDevelopment,
}

impl Profile {
    /// The profile of the second module beside that of the first.
    const fn of_workbook(self) -> Self {
        match self {
            Self::WebDevelopment => Self::WebDevelopment,
            Self::Web | Self::WebWorkbook => Self::WebWorkbook,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::WebWorkbook => "web-workbook",
            Self::WebDevelopment => "web-dev",
        }
    }
}

/// The page, compiled. Returns the bytes that the compiler wrote.
pub fn page(workspace: &Workspace, toolchain: &WasmToolchain, profile: Profile) -> Outcome<Vec<u8>> {
    package(workspace, toolchain, profile, "one-plan-page")
}

/// The module that reads and writes workbooks, compiled.
pub fn workbook(workspace: &Workspace, toolchain: &WasmToolchain, profile: Profile) -> Outcome<Vec<u8>> {
    package(workspace, toolchain, profile.of_workbook(), "one-plan-workbook-module")
}

/// Any `cdylib` package of the workspace, compiled.
pub fn package(workspace: &Workspace, toolchain: &WasmToolchain, profile: Profile, name: &str) -> Outcome<Vec<u8>> {
    let mut build = toolchain.cargo(workspace, "build");
    build.args(["--lib", "--profile", profile.name(), "-p", name]);
    process::run(&mut build, COMPILATION)?;
    let module =
        workspace.wasm_target().join(TARGET).join(profile.name()).join(format!("{}.wasm", name.replace('-', "_")));
    fs::read(&module).or_say(|| format!("read {}", module.display()))
}

//! `cargo xtask dist`: what is published, with its size.

use std::fs;
use std::time::Instant;

use crate::failure::{OrSay, Outcome};
use crate::page::compile::Profile;
use crate::page::site::Use;
use crate::page::{Parts, packed, single_file, site, size};
use crate::report::{heading, step, time};
use crate::setup::wasm_target;
use crate::toolchain::WasmToolchain;
use crate::workspace::Workspace;

/// Sets up, builds and reports.
pub fn dist(workspace: &Workspace) -> Outcome<()> {
    heading("Set-up");
    let toolchain = wasm_target::ensure(workspace)?;
    heading("Build what is published");
    build(workspace, &toolchain)
}

/// Builds `dist/site/` and `dist/one-plan.html`, prints their size and fails where it is over the budget.
pub fn build(workspace: &Workspace, toolchain: &WasmToolchain) -> Outcome<()> {
    let begun = Instant::now();
    let parts = Parts::gather(workspace, toolchain, Profile::Web)?;
    step(&format!("compiled in {}", time(begun.elapsed())));
    let folder = workspace.dist();
    let wasm_gzip = packed::gzip(&parts.binding.wasm)?;
    let workbook_gzip = packed::gzip(&parts.workbook.wasm)?;
    let html = single_file::html(&parts, &wasm_gzip, &workbook_gzip)?;
    let file = folder.join("one-plan.html");
    fs::create_dir_all(&folder).or_say(|| format!("make {}", folder.display()))?;
    fs::write(&file, &html).or_say(|| format!("write {}", file.display()))?;
    site::write(&site::files(&parts, Use::Published(Some(&html)))?, &folder.join("site"))?;
    step("dist/site/ and dist/one-plan.html are written");
    let sizes = size::of(wasm_gzip.len(), workbook_gzip.len(), html.len());
    print!("{}", size::report(&sizes));
    size::check(&sizes)
}

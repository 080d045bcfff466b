//! The wasm32 standard library: there already, or by rustup, or by Debian's packages, or told to the person.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::failure::{Failure, OrSay, Outcome};
use crate::process::{self, QUESTION};
use crate::report::step;
use crate::setup::debian;
use crate::toolchain::{DEBIAN_CARGO, DEBIAN_RUSTC, TARGET, WasmToolchain, standard_library_is_installed};
use crate::workspace::Workspace;

/// The variable that decides between the two ways, so that both can be tested on one machine.
const OVERRIDE: &str = "ONE_PLAN_WASM_TOOLCHAIN";

/// Debian's compiler, its cargo, its clippy, and the source of the standard library.
const COMPILER_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-clippy", "rust-web-src"];

/// Linkers, best first: `lld-22` shares its LLVM with the compiler package.
const LINKER_PACKAGES: [&str; 2] = ["lld-22", "lld-19"];

/// The oldest compiler the code is written for, as in `rust-version` of the root `Cargo.toml`.
const OLDEST_COMPILER: (u32, u32) = (1, 95);

/// Which ways the person allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Allowed {
    Both,
    OnlyRustup,
    OnlyDebian,
}

/// Finds a way to compile for wasm32, and installs what is missing where that is possible.
pub fn ensure(workspace: &Workspace) -> Outcome<WasmToolchain> {
    let allowed = allowed(env::var(OVERRIDE).ok().as_deref())?;
    if allowed != Allowed::OnlyDebian && standard_library_is_installed(workspace) {
        step("the wasm32 standard library is installed");
        return Ok(WasmToolchain::Installed);
    }
    let mut tried = Vec::new();
    let wait_for_rustup = match allowed {
        Allowed::Both => !rustup_failed_before(workspace),
        Allowed::OnlyRustup => true,
        Allowed::OnlyDebian => false,
    };
    if wait_for_rustup {
        match add_with_rustup(workspace) {
            Ok(()) => return Ok(WasmToolchain::Installed),
            Err(failure) => tried.push(failure),
        }
    }
    if allowed != Allowed::OnlyRustup {
        match with_debian(workspace) {
            Ok(toolchain) => {
                remember_debian(workspace)?;
                return Ok(toolchain);
            }
            Err(failure) => tried.push(failure),
        }
    }
    Err(nothing_worked(&tried))
}

fn allowed(value: Option<&str>) -> Outcome<Allowed> {
    match value {
        None | Some("") => Ok(Allowed::Both),
        Some("rustup") => Ok(Allowed::OnlyRustup),
        Some("debian") => Ok(Allowed::OnlyDebian),
        Some(other) => Err(Failure::new(format!("{OVERRIDE} is \"{other}\"; expected rustup or debian."))
            .advise("set it to one of the two, or unset it to let the set-up choose.")),
    }
}

fn add_with_rustup(workspace: &Workspace) -> Outcome<()> {
    let Some(rustup) = process::on_path("rustup") else {
        step("no rustup on this machine");
        return Err(Failure::new("rustup is not installed."));
    };
    step(&format!("rustup target add {TARGET}"));
    let mut add = process::command(rustup, workspace.root());
    add.args(["target", "add", TARGET]);
    let added = process::capture(&mut add, Duration::from_secs(300));
    if let Err(failure) = added {
        step("rustup could not: its download failed");
        return Err(failure);
    }
    if standard_library_is_installed(workspace) {
        return Ok(());
    }
    Err(Failure::new("rustup added the target, but the compiler on the search path is not rustup's."))
}

fn with_debian(workspace: &Workspace) -> Outcome<WasmToolchain> {
    if let Some(toolchain) = debian_toolchain(workspace) {
        step("Debian's compiler builds the wasm32 standard library from source");
        return Ok(toolchain);
    }
    let mut packages = COMPILER_PACKAGES.to_vec();
    packages.push(LINKER_PACKAGES[0]);
    debian::may_install(workspace, &packages)?;
    debian::refresh_lists(workspace);
    if let Some(unknown) = COMPILER_PACKAGES.iter().find(|package| !debian::knows(workspace, package)) {
        return Err(Failure::new(format!(
            "This release of Debian has no package {unknown}; Debian 12 has it among its security updates."
        )));
    }
    let linker = LINKER_PACKAGES.into_iter().find(|package| debian::knows(workspace, package)).ok_or_else(|| {
        Failure::new(format!(
            "This release of Debian has no linker for WebAssembly; expected one of {}.",
            LINKER_PACKAGES.join(", ")
        ))
    })?;
    packages.pop();
    packages.push(linker);
    debian::install(workspace, &packages)?;
    debian_toolchain(workspace).ok_or_else(|| {
        Failure::new(format!(
            "Debian's packages are installed, but {DEBIAN_RUSTC} is missing, older than {}.{}, or without its source.",
            OLDEST_COMPILER.0, OLDEST_COMPILER.1
        ))
    })
}

/// Debian's tool-chain, where all of it is installed.
fn debian_toolchain(workspace: &Workspace) -> Option<WasmToolchain> {
    let source = Path::new("/usr/lib/rustlib/src/rust/library/std/Cargo.toml");
    if !Path::new(DEBIAN_CARGO).is_file() || !source.is_file() {
        return None;
    }
    let mut rustc = process::command(DEBIAN_RUSTC, workspace.root());
    rustc.env_remove("LD_LIBRARY_PATH").arg("--version");
    let version = process::capture(&mut rustc, QUESTION).ok()?;
    if compiler_version(&version)? < OLDEST_COMPILER {
        return None;
    }
    Some(WasmToolchain::Debian { linker: linker(workspace)? })
}

/// `rustc 1.96.0 (…)` → (1, 96).
fn compiler_version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split_whitespace().nth(1)?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// A linker for WebAssembly: LLVM's under one of its names, or the one that rustup's compiler carries.
fn linker(workspace: &Workspace) -> Option<String> {
    let names = ["wasm-ld-22", "wasm-ld-19", "wasm-ld"];
    if let Some(name) = names.into_iter().find(|name| process::on_path(name).is_some()) {
        return Some(name.to_owned());
    }
    let mut rustc = process::command("rustc", workspace.root());
    rustc.args(["--print", "sysroot"]);
    let sysroot = process::capture(&mut rustc, QUESTION).ok()?;
    let libraries = PathBuf::from(sysroot.trim()).join("lib/rustlib");
    fs::read_dir(libraries)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path().join("bin/rust-lld")))
        .find(|candidate| candidate.is_file())
        .map(|path| path.display().to_string())
}

/// Where it is remembered that rustup could not download, so that the next run does not wait for it again.
fn marker(workspace: &Workspace) -> PathBuf {
    workspace.own_target().join("wasm-toolchain")
}

fn rustup_failed_before(workspace: &Workspace) -> bool {
    fs::read_to_string(marker(workspace)).is_ok_and(|text| text.trim() == "debian")
        && debian_toolchain(workspace).is_some()
}

fn remember_debian(workspace: &Workspace) -> Outcome<()> {
    let marker = marker(workspace);
    fs::create_dir_all(workspace.own_target())
        .and_then(|()| fs::write(&marker, "debian\n"))
        .or_say(|| format!("write {}", marker.display()))
}

fn nothing_worked(tried: &[Failure]) -> Failure {
    let mut found = "There is no wasm32 standard library, and it could not be installed:".to_owned();
    for failure in tried {
        found.push_str("\n  ");
        found.push_str(&failure.to_string().replace('\n', "\n  "));
    }
    Failure::new(found).advise(format!(
        "run one of these, then the same command again:\n  \
         rustup target add {TARGET}\n  \
         {} {}   (Debian 12, as root)",
        debian::command_for_a_person(&COMPILER_PACKAGES),
        LINKER_PACKAGES[0]
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::message_of;

    #[test]
    fn the_override_allows_one_way_or_both() {
        assert_eq!(allowed(None), Ok(Allowed::Both));
        assert_eq!(allowed(Some("rustup")), Ok(Allowed::OnlyRustup));
        assert_eq!(allowed(Some("debian")), Ok(Allowed::OnlyDebian));
        let message = message_of(allowed(Some("nix")));
        assert!(message.contains("expected rustup or debian"), "{message}");
    }

    #[test]
    fn the_version_of_a_compiler_is_read() {
        assert_eq!(
            compiler_version("rustc 1.96.0 (f2d3ce0bd 2026-03-21) (built from a source tarball)"),
            Some((1, 96))
        );
        assert_eq!(compiler_version("no compiler"), None);
    }

    #[test]
    fn where_nothing_works_the_commands_are_given() {
        let message = nothing_worked(&[Failure::new("rustup is not installed.")]).to_string();
        assert!(message.contains("rustup is not installed."), "{message}");
        assert!(message.contains("rustup target add wasm32-unknown-unknown"), "{message}");
        assert!(message.contains("rustc-web cargo-web"), "{message}");
    }
}

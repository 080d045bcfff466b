//! Compiling for wasm32: with the standard library that rustup installs, or with Debian's compiler, which builds it from source.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{self, QUESTION};
use crate::workspace::Workspace;

/// The target the page is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler, cargo and clippy; rustup's stand earlier on the search path, so these are named in full.
pub const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
/// Debian's cargo.
pub const DEBIAN_CARGO: &str = "/usr/bin/cargo";
/// Debian's clippy, of the same version as its compiler.
pub const DEBIAN_CLIPPY: &str = "/usr/bin/cargo-clippy";

/// Where the wasm32 standard library comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WasmToolchain {
    /// It is installed beside the usual compiler.
    Installed,
    /// Debian's compiler builds it from Debian's copy of the source, and this program links.
    Debian {
        /// The linker for WebAssembly: a name on the search path or a full path.
        linker: String,
    },
}

impl WasmToolchain {
    /// `cargo SUBCOMMAND` for wasm32, ready for `-p` and `--profile`.
    pub fn cargo(&self, workspace: &Workspace, subcommand: &str) -> Command {
        let mut command = match self {
            Self::Installed => process::cargo(workspace.root()),
            Self::Debian { .. } => process::command(DEBIAN_CARGO, workspace.root()),
        };
        command.arg(subcommand);
        self.configure(workspace, &mut command);
        command
    }

    /// `cargo clippy` for wasm32, or nothing where no clippy of this compiler's version is installed.
    pub fn clippy(&self, workspace: &Workspace) -> Option<Command> {
        let mut command = match self {
            Self::Installed => process::cargo(workspace.root()),
            Self::Debian { .. } => {
                if !Path::new(DEBIAN_CLIPPY).is_file() {
                    return None;
                }
                let mut command = process::command(DEBIAN_CLIPPY, workspace.root());
                command.env("CARGO", DEBIAN_CARGO);
                command
            }
        };
        command.arg("clippy");
        self.configure(workspace, &mut command);
        Some(command)
    }

    /// The options and the environment that every wasm32 build shares.
    fn configure(&self, workspace: &Workspace, command: &mut Command) {
        command.args(["--target", TARGET, "--target-dir"]).arg(workspace.wasm_target());
        // Flags meant for the host (a linker, a CPU) break or needlessly repeat the wasm build.
        for name in ["RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS", "CARGO_BUILD_TARGET"] {
            command.env_remove(name);
        }
        let mut sources = registry_sources();
        if let Self::Debian { linker } = self {
            // rustup points the loader at the libraries of its own compiler.
            for name in ["LD_LIBRARY_PATH", "RUSTUP_TOOLCHAIN", "RUSTDOC"] {
                command.env_remove(name);
            }
            command
                .env("RUSTC", DEBIAN_RUSTC)
                // `build-std` is unstable; Debian's compiler is a stable one.
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
            sources.extend(debian_library_source());
        }
        let root = workspace.root().to_path_buf();
        command.env("CARGO_ENCODED_RUSTFLAGS", remapped(&root, &sources));
    }
}

/// Two passes of the compiler that copy code are held back: loops are not unrolled, and short blocks are not repeated
/// behind every jump. WebAssembly is optimised once more on the machine that runs it, so this costs little:
/// `docs/performance.md` has what it saves and what it costs.
const SMALLER: [&str; 2] = ["-unroll-threshold=20", "-jump-threading-threshold=2"];

/// The flags that replace the folders of this machine in panic messages: two machines must make the same bytes.
fn remapped(root: &Path, sources: &[PathBuf]) -> String {
    let mut flags = vec![format!("--remap-path-prefix={}=one-plan", root.display())];
    flags.extend(SMALLER.map(|option| format!("-Cllvm-args={option}")));
    for source in sources {
        flags.push(format!("--remap-path-prefix={}=crates", source.display()));
    }
    // Cargo's separator for flags that may hold spaces.
    flags.join("\u{1f}")
}

/// The folders that cargo unpacks crates into, one for each registry.
fn registry_sources() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let Some(home) = home else {
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = fs::read_dir(home.join("registry/src"))
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    folders.sort();
    folders
}

/// The folder that holds Debian's source of the standard library, both as linked and as it really is.
fn debian_library_source() -> Vec<PathBuf> {
    let linked = PathBuf::from("/usr/lib/rustlib/src/rust");
    let real = fs::canonicalize(&linked).ok();
    std::iter::once(linked).chain(real).collect()
}

/// Whether the usual compiler has the wasm32 standard library beside it.
pub fn standard_library_is_installed(workspace: &Workspace) -> bool {
    let mut rustc =
        process::command(env::var_os("RUSTC").map_or_else(|| PathBuf::from("rustc"), PathBuf::from), workspace.root());
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    process::capture(&mut rustc, QUESTION).is_ok_and(|folder| holds_standard_library(Path::new(folder.trim())))
}

fn holds_standard_library(folder: &Path) -> bool {
    fs::read_dir(folder).into_iter().flatten().any(|entry| {
        entry.is_ok_and(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            name.starts_with("libstd-") && name.ends_with(".rlib")
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(command: &Command, name: &str) -> Option<String> {
        command
            .get_envs()
            .find(|(key, _)| *key == name)
            .and_then(|(_, value)| value)
            .map(|value| value.to_string_lossy().into_owned())
    }

    #[test]
    fn flags_of_the_host_do_not_reach_the_wasm_build() {
        let workspace = Workspace::at(PathBuf::from("/checkout"));
        let command = WasmToolchain::Installed.cargo(&workspace, "build");
        assert!(command.get_envs().any(|(key, value)| key == "RUSTFLAGS" && value.is_none()));
        let flags = environment(&command, "CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
        assert!(flags.starts_with("--remap-path-prefix=/checkout=one-plan"));
    }

    #[test]
    fn debian_builds_the_standard_library_with_the_linker_that_was_found() {
        let workspace = Workspace::at(PathBuf::from("/checkout"));
        let toolchain = WasmToolchain::Debian { linker: "wasm-ld-22".to_owned() };
        let command = toolchain.cargo(&workspace, "build");
        assert_eq!(command.get_program(), DEBIAN_CARGO);
        assert_eq!(environment(&command, "CARGO_UNSTABLE_BUILD_STD").as_deref(), Some("std,panic_abort"));
        assert_eq!(environment(&command, "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER").as_deref(), Some("wasm-ld-22"));
    }
}

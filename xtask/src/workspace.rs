//! Where things are: the folders that the build tool reads and writes.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

/// The checkout that the build tool works on.
#[derive(Debug, Clone)]
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Finds the checkout: cargo says where this crate is; started by hand, the working directory and its parents are searched.
    pub fn find() -> Outcome<Self> {
        let from_cargo =
            env::var_os("CARGO_MANIFEST_DIR").and_then(|xtask| Path::new(&xtask).parent().map(Path::to_path_buf));
        let start = env::current_dir().ok();
        let searched = start.iter().flat_map(|start| start.ancestors());
        let root = from_cargo
            .into_iter()
            .chain(searched.map(Path::to_path_buf))
            .find(|folder| folder.join("xtask/Cargo.toml").is_file())
            .ok_or_else(|| {
                Failure::new(
                    "This is not a checkout of One Plan: no folder above the current one holds xtask/Cargo.toml.",
                )
                .advise("change into the checkout, then run `cargo xtask help`.")
            })?;
        Ok(Self::at(root))
    }

    /// The checkout at a known folder.
    pub fn at(root: PathBuf) -> Self {
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        Self { root, target }
    }

    /// The folder that holds the root `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the checkout.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// The target folder of the wasm builds. It is apart, so that a native build in an editor never waits for one.
    pub fn wasm_target(&self) -> PathBuf {
        self.target.join("wasm")
    }

    /// What the build tool remembers and writes for itself.
    pub fn own_target(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// What is published.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The folder of the browser tests and their npm packages.
    pub fn browser_tests(&self) -> PathBuf {
        self.root.join("tests/browser")
    }

    /// The folder of the scripts that write workbooks as other programs write them.
    pub fn workbook_tests(&self) -> PathBuf {
        self.root.join("tests/workbook")
    }

    /// A path as a person knows it: from the root of the checkout.
    pub fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }

    /// The command line program, as `cargo build` leaves it.
    pub fn command_line_program(&self) -> PathBuf {
        self.target.join("debug").join(format!("one-plan{}", env::consts::EXE_SUFFIX))
    }
}

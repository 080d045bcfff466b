//! Node.js and the npm packages of the tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::failure::{Failure, OrSay, Outcome};
use crate::page::policy;
use crate::process::{self, QUESTION};
use crate::report::step;
use crate::workspace::Workspace;

/// The oldest Node.js that the tests run on.
const OLDEST_NODE: u32 = 20;

/// Finds Node.js and installs the packages of the browser tests. Returns the program `node`.
pub fn ensure(workspace: &Workspace) -> Outcome<PathBuf> {
    ensure_with_packages(workspace, &workspace.browser_tests())
}

/// Finds Node.js and installs the package that writes workbooks for the tests. Returns the program `node`.
pub fn ensure_for_workbooks(workspace: &Workspace) -> Outcome<PathBuf> {
    ensure_with_packages(workspace, &workspace.workbook_tests())
}

/// Finds Node.js and installs the packages that `package-lock.json` in a folder names.
fn ensure_with_packages(workspace: &Workspace, folder: &Path) -> Outcome<PathBuf> {
    let advice = format!("install Node.js {OLDEST_NODE} or later with npm (https://nodejs.org).");
    let node = process::on_path("node")
        .ok_or_else(|| Failure::new("There is no Node.js on this machine.").advise(&*advice))?;
    let version = process::capture(process::command(&node, workspace.root()).arg("--version"), QUESTION)?;
    if major_version(&version).is_none_or(|major| major < OLDEST_NODE) {
        return Err(Failure::new(format!("Node.js {} was found; expected {OLDEST_NODE} or later.", version.trim()))
            .advise(advice));
    }
    install_packages(folder, &workspace.shown(folder), &advice)?;
    Ok(node)
}

fn install_packages(folder: &Path, shown: &str, advice: &str) -> Outcome<()> {
    let lock = folder.join("package-lock.json");
    let locked = fs::read(&lock).or_say(|| format!("read {}", lock.display()))?;
    // Written only after a whole installation: a broken-off one is done again.
    let marker = folder.join("node_modules/.one-plan-installed");
    let wanted = policy::sha256_source(&locked);
    if fs::read_to_string(&marker).is_ok_and(|installed| installed == wanted) {
        step(&format!("the npm packages of {shown} are installed"));
        return Ok(());
    }
    let npm = process::on_path("npm").ok_or_else(|| Failure::new("There is no npm on this machine.").advise(advice))?;
    step(&format!("npm ci in {shown}"));
    let mut install = process::command(npm, folder);
    install.args([
        "ci",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--loglevel=error",
        "--fetch-timeout=60000",
        "--fetch-retries=1",
    ]);
    process::run(&mut install, Duration::from_secs(600)).map_err(|failure| {
        Failure::new(format!("The npm packages of {shown} could not be installed: {failure}"))
            .advise(format!("check that the npm registry can be reached, then run `npm ci` in {shown}."))
    })?;
    fs::write(&marker, wanted).or_say(|| format!("write {}", marker.display()))
}

/// `v20.20.2` → 20.
fn major_version(text: &str) -> Option<u32> {
    let digits = text.trim().strip_prefix('v')?;
    digits.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_node_is_read() {
        assert_eq!(major_version("v20.20.2\n"), Some(20));
        assert_eq!(major_version("20"), None);
    }
}

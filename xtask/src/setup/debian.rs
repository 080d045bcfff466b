//! Debian's packages: which can be installed from here, and installing them.

use std::path::Path;
use std::time::Duration;

use crate::failure::{Failure, Outcome};
use crate::process::{self, DOWNLOAD, QUESTION};
use crate::report::step;
use crate::workspace::Workspace;

/// Whether this is Debian or one of its descendants.
pub fn is_debian() -> bool {
    Path::new("/etc/debian_version").is_file() && process::on_path("apt-get").is_some()
}

/// Whether packages can be installed without asking for a password.
pub fn is_root(workspace: &Workspace) -> bool {
    cfg!(unix)
        && process::capture(process::command("id", workspace.root()).arg("-u"), QUESTION)
            .is_ok_and(|user| user.trim() == "0")
}

/// Whether the package lists of this machine know a package of that name.
pub fn knows(workspace: &Workspace, package: &str) -> bool {
    process::capture(process::command("apt-cache", workspace.root()).args(["show", package]), QUESTION)
        .is_ok_and(|description| description.contains("Version:"))
}

/// Fetches the newest package lists. Old lists are still worth a try, so a failure is only told.
pub fn refresh_lists(workspace: &Workspace) {
    step("apt-get update");
    let mut update = apt_get(workspace);
    update.args(["update", "--quiet=2"]);
    if let Err(failure) = process::capture(&mut update, Duration::from_secs(180)) {
        println!("  {failure}\n  Going on with the package lists of this machine.");
    }
}

/// Installs packages, without the ones they merely recommend.
pub fn install(workspace: &Workspace, packages: &[&str]) -> Outcome<()> {
    step(&command_for_a_person(packages));
    let mut install = apt_get(workspace);
    install.args(["install", "--yes", "--quiet=2", "--no-install-recommends"]).args(packages);
    // What it unpacks fills pages; what goes wrong is in the failure.
    process::capture(&mut install, DOWNLOAD).map(drop)
}

/// What a person without root has to type.
pub fn command_for_a_person(packages: &[&str]) -> String {
    format!("apt-get install --no-install-recommends {}", packages.join(" "))
}

/// Fails, with the commands, where packages cannot be installed from here.
pub fn may_install(workspace: &Workspace, packages: &[&str]) -> Outcome<()> {
    if !is_debian() {
        return Err(Failure::new("This is not a Debian system, so its packages cannot be used."));
    }
    if !is_root(workspace) {
        return Err(Failure::new("Installing Debian's packages needs root, and this is another user.")
            .advise(format!("run, as root: apt-get update && {}", command_for_a_person(packages))));
    }
    Ok(())
}

fn apt_get(workspace: &Workspace) -> std::process::Command {
    let mut command = process::command("apt-get", workspace.root());
    command
        .env("DEBIAN_FRONTEND", "noninteractive")
        // A closed network must be noticed, not waited for.
        .args(["-o", "Acquire::Retries=1"])
        .args(["-o", "Acquire::http::Timeout=30"])
        .args(["-o", "Acquire::https::Timeout=30"])
        .args(["-o", "DPkg::Lock::Timeout=120"]);
    command
}

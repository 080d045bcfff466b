//! Python and the libraries that write workbooks, in an environment of their own.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, OrSay, Outcome};
use crate::page::policy;
use crate::process::{self, DOWNLOAD, QUESTION};
use crate::report::step;
use crate::setup::debian;
use crate::workspace::Workspace;

/// The oldest Python that the libraries run on.
const OLDEST: (u32, u32) = (3, 9);

/// What Debian has for it.
const PACKAGES: [&str; 2] = ["python3", "python3-venv"];

/// Finds Python and installs the libraries that `tests/workbook/requirements.txt` names. Returns the program that has them.
pub fn ensure(workspace: &Workspace) -> Outcome<PathBuf> {
    let list = workspace.workbook_tests().join("requirements.txt");
    let wanted = policy::sha256_source(&fs::read(&list).or_say(|| format!("read {}", list.display()))?);
    let folder = workspace.own_target().join("python");
    let program = program_in(&folder);
    // Written only after a whole installation: a broken-off one is done again.
    let marker = folder.join(".one-plan-installed");
    if program.is_file() && fs::read_to_string(&marker).is_ok_and(|installed| installed == wanted) {
        step("the Python libraries of the tests are installed");
        return Ok(program);
    }
    let python = find(workspace)?;
    step(&format!("python -m venv {}", workspace.shown(&folder)));
    let mut make = process::command(&python, workspace.root());
    if let Err(failure) = process::capture(make.args(["-m", "venv", "--clear"]).arg(&folder), DOWNLOAD) {
        // Debian keeps the module apart from Python itself.
        debian::may_install(workspace, &PACKAGES[1..]).map_err(|_| advise(&failure))?;
        debian::refresh_lists(workspace);
        debian::install(workspace, &PACKAGES[1..]).map_err(|failure| advise(&failure))?;
        let mut again = process::command(&python, workspace.root());
        process::capture(again.args(["-m", "venv", "--clear"]).arg(&folder), DOWNLOAD)
            .map_err(|failure| advise(&failure))?;
    }
    step("pip install -r tests/workbook/requirements.txt");
    let mut install = process::command(&program, workspace.root());
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(&list);
    process::run(&mut install, DOWNLOAD).map_err(|failure| {
        Failure::new(format!("The Python libraries of the tests could not be installed: {failure}"))
            .advise("check that PyPI can be reached, then run the same command again.")
    })?;
    fs::write(&marker, wanted).or_say(|| format!("write {}", marker.display()))?;
    Ok(program)
}

fn program_in(environment: &Path) -> PathBuf {
    environment.join(if cfg!(windows) { "Scripts" } else { "bin" }).join(format!("python{EXE_SUFFIX}"))
}

fn find(workspace: &Workspace) -> Outcome<PathBuf> {
    let on_path = || ["python3", "python"].into_iter().find_map(process::on_path);
    if on_path().is_none() {
        step("Python is not on this machine");
        debian::may_install(workspace, &PACKAGES).map_err(|failure| advise(&failure))?;
        debian::refresh_lists(workspace);
        debian::install(workspace, &PACKAGES).map_err(|failure| advise(&failure))?;
    }
    let python = on_path().ok_or_else(|| advise(&Failure::new("There is no Python on this machine.")))?;
    let version = process::capture(process::command(&python, workspace.root()).arg("--version"), QUESTION)?;
    if version_of(&version).is_none_or(|version| version < OLDEST) {
        let found = version.trim().to_owned();
        let (major, minor) = OLDEST;
        return Err(advise(&Failure::new(format!("{found} was found; expected {major}.{minor} or later."))));
    }
    Ok(python)
}

/// `Python 3.11.7` → (3, 11).
fn version_of(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim().strip_prefix("Python ")?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

fn advise(failure: &Failure) -> Failure {
    let why = failure.to_string().replace("\nWhat to do: ", " To mend it, ");
    Failure::new(format!("The tests of workbooks that other programs write need Python. {why}"))
        .advise(format!("install it (Debian: {}), then run the same command again.", PACKAGES.join(" and ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_python_is_read() {
        assert_eq!(version_of("Python 3.11.7\n"), Some((3, 11)));
        assert_eq!(version_of("3.11"), None);
    }
}

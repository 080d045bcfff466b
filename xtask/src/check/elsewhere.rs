//! Workbooks that other programs write: they are written anew, and our reader reads them.

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::check::tests::NATIVE_PACKAGES;
use crate::failure::{OrSay, Outcome};
use crate::process::{self, COMPILATION};
use crate::report::step;
use crate::setup::{libreoffice, node, python};
use crate::workspace::Workspace;

/// How long one of the programs may take to write its files.
const WRITING: Duration = Duration::from_secs(5 * 60);

/// What tells the tests where the files are.
const FOLDER: &str = "ONE_PLAN_WORKBOOK_FILES";

/// What tells them which Python has the packages that look at what we have written.
const PYTHON: &str = "ONE_PLAN_PYTHON";

/// What LibreOffice makes files of: one with values that were calculated, and one whose formulas it calculates itself.
const CONVERTED: [&str; 2] = ["xlsxwriter.xlsx", "openpyxl.xlsx"];

/// What it makes of them.
const FORMATS: [&str; 4] = ["ods", "xls", "xlsx", "csv"];

/// Sets up the programs, has them write their files and runs the tests that read these.
pub fn test(workspace: &Workspace) -> Outcome<()> {
    let python = python::ensure(workspace)?;
    let node = node::ensure_for_workbooks(workspace)?;
    let office = libreoffice::ensure(workspace)?;
    let files = workspace.own_target().join("workbooks");
    if files.is_dir() {
        fs::remove_dir_all(&files).or_say(|| format!("empty {}", files.display()))?;
    }
    fs::create_dir_all(&files).or_say(|| format!("make {}", files.display()))?;
    for (program, script) in [(&python, "make_files.py"), (&node, "make_files.mjs")] {
        step(script);
        let mut make = process::command(program, &workspace.workbook_tests());
        process::run(make.arg(script).arg(&files), WRITING)?;
    }
    for format in FORMATS {
        convert(workspace, &office, &files, format)?;
    }
    let mut test = process::cargo(workspace.root());
    test.args(["test", "--locked"]).args(NATIVE_PACKAGES);
    test.args(["--test", "written_elsewhere", "--test", "corrected_elsewhere", "--", "--ignored"]);
    test.env(FOLDER, &files).env(PYTHON, &python).env(libreoffice::VARIABLE, &office);
    process::run(&mut test, COMPILATION)
}

fn convert(workspace: &Workspace, office: &Path, files: &Path, format: &str) -> Outcome<()> {
    step(&format!("LibreOffice writes .{format}"));
    // Settings of its own: those of a person, or one that is open, must not matter.
    let settings = workspace.own_target().join("libreoffice");
    let mut convert = process::command(office, files);
    convert.arg(format!("-env:UserInstallation=file://{}", settings.display()));
    convert.args(["--headless", "--convert-to", format, "--outdir", "libreoffice"]).args(CONVERTED);
    process::capture(&mut convert, WRITING).map(drop)
}

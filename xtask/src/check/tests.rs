//! `cargo xtask test`: every test there is.

use std::env;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::check::elsewhere;
use crate::check::fuzz;
use crate::check::groups::Groups;
use crate::check::wasm_tests;
use crate::failure::{Failure, OrSay, Outcome};
use crate::process::{self, COMPILATION, Running};
use crate::setup::browsers::{self, Browsers};
use crate::setup::{libreoffice, node, wasm_target};
use crate::workspace::Workspace;

/// The package of the tests that calculate workbooks again.
const RECALCULATION_PACKAGE: &str = "one-plan-recalculation";

/// What the native tests are of. Whatever else needs some of these packages chooses all of them: for another choice cargo
/// would unite other features of what they depend on, and compile everything again.
pub const NATIVE_PACKAGES: &[&str] = &["--workspace", "--exclude", "xtask", "--exclude", RECALCULATION_PACKAGE];

/// How long the browser tests may take together: half as long again as on a quiet machine, and some more.
const BROWSER_TESTS: Duration = Duration::from_secs(30 * 60);

/// The browser tests that measure time have the machine for themselves.
const MEASURES_TIME: &[&str] = &["large.test.mjs"];

/// How many plans that nobody wrote the tests try: always the same, so that they pass on every machine or on none. They take
/// about a minute and a half.
const GENERATED_PLANS: &str = "4000";

const NATIVE: &str = "Native and doc tests";
const RECALCULATION: &str = "Workbooks calculated again by IronCalc and LibreOffice";
const ELSEWHERE: &str = "Workbooks that other programs write";
const WASM: &str = "Rust tests as WebAssembly in Chromium";
const PAGE: &str = "The page in Chromium and Firefox";

/// Runs all groups, also after one has failed, and prints `N passed, N failed` at the end.
///
/// What is published is built meanwhile: most of that time one core links a module, and the other has nothing to do.
pub fn test(workspace: &Workspace, with_browsers: bool) -> Outcome<()> {
    let mut groups = Groups::default();
    let toolchain = groups.run("Set-up: the wasm32 standard library", || wasm_target::ensure(workspace));
    let published = toolchain.is_some().then(|| begin_dist(workspace));
    groups.run(NATIVE, || native(workspace));
    groups.run(RECALCULATION, || recalculation(workspace));
    groups.run(ELSEWHERE, || elsewhere::test(workspace));
    let program = groups.run("The command line program", || command_line_program(workspace));
    let dist = published.and_then(|published| {
        groups.run("What is published, within its size: the rest", || published?.finish(COMPILATION))
    });
    if !with_browsers {
        groups.leave_out(WASM);
        groups.leave_out(PAGE);
        return groups.finish();
    }
    let tools = groups
        .run("Set-up: browsers and npm packages", || Ok((browsers::ensure(workspace)?, node::ensure(workspace)?)));
    match (&toolchain, &tools) {
        (Some(toolchain), Some((browsers, _))) => {
            groups.run(WASM, || wasm_tests::run(workspace, toolchain, &browsers.chromium));
        }
        _ => groups.cannot_run(WASM, "its tools are missing"),
    }
    match (dist, program, &tools) {
        (Some(()), Some(()), Some((browsers, node))) => {
            groups.run(PAGE, || page(workspace, browsers, node));
        }
        _ => groups.cannot_run(PAGE, "a group before it failed"),
    }
    groups.finish()
}

/// Starts `cargo xtask dist`, this very program.
fn begin_dist(workspace: &Workspace) -> Outcome<Running> {
    let program = env::current_exe().or_say(|| "find this program".to_owned())?;
    process::begin(process::command(program, workspace.root()).arg("dist"))
}

/// The tests of the build tool run apart: built together with the others its dependencies would be compiled twice,
/// because cargo unites the features of what it builds in one go.
fn native(workspace: &Workspace) -> Outcome<()> {
    for selection in [NATIVE_PACKAGES, &["--package", "xtask"]] {
        let mut test = process::cargo(workspace.root());
        test.args(["test", "--locked", "--no-fail-fast"]).args(selection).env(fuzz::PLANS, GENERATED_PLANS);
        process::run(&mut test, COMPILATION)?;
    }
    Ok(())
}

/// Lets two programs that are not ours calculate exported workbooks. The package stands apart: what it needs takes longer to
/// compile than all of the project.
fn recalculation(workspace: &Workspace) -> Outcome<()> {
    let program = libreoffice::ensure(workspace)?;
    let mut test = process::cargo(workspace.root());
    test.args(["test", "--locked", "--package", RECALCULATION_PACKAGE]).env(libreoffice::VARIABLE, program);
    process::run(&mut test, COMPILATION)
}

/// Builds the command line program, which the browser tests compare the page with: as the native tests have it already.
pub fn command_line_program(workspace: &Workspace) -> Outcome<()> {
    let mut build = process::cargo(workspace.root());
    build.args(["build", "--quiet", "--locked", "--bin", "one-plan"]).args(NATIVE_PACKAGES);
    process::run(&mut build, COMPILATION)
}

fn page(workspace: &Workspace, browsers: &Browsers, node: &Path) -> Outcome<()> {
    let files = test_files(&workspace.browser_tests())?;
    let (alone, together) = files.into_iter().partition::<Vec<_>, _>(|file| MEASURES_TIME.contains(&file.as_str()));
    let office = libreoffice::ensure(workspace)?;
    // Two files at a time: a browser waits most of its time, and Node.js would run one where there are two cores.
    let mut failed = Ok(());
    for (files, at_a_time) in [(alone, 1), (together, 2)] {
        let mut test = node_command(workspace, browsers, node);
        test.env(libreoffice::VARIABLE, &office);
        test.arg("--test").arg(format!("--test-concurrency={at_a_time}")).args(files);
        // What the others find is told even so.
        failed = failed.and(process::run(&mut test, BROWSER_TESTS));
    }
    failed
}

/// Node.js in the folder of the browser tests, told where everything is.
pub fn node_command(workspace: &Workspace, browsers: &Browsers, node: &Path) -> Command {
    let mut command = process::command(node, &workspace.browser_tests());
    command
        .env("ONE_PLAN_DIST", workspace.dist())
        .env("ONE_PLAN_CLI", workspace.command_line_program())
        .env("CHROMIUM", &browsers.chromium)
        .env("FIREFOX", &browsers.firefox);
    command
}

/// The names of the test files. They are listed here because Node.js 20 does not expand patterns, and because
/// `node --test` is content where there are none.
fn test_files(folder: &Path) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).or_say(|| format!("read {}", folder.display()))? {
        let entry = entry.or_say(|| format!("read {}", folder.display()))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") {
            names.push(name);
        }
    }
    names.sort();
    if names.is_empty() {
        return Err(Failure::new(format!(
            "There are no browser tests: no file in {} ends with .test.mjs.",
            folder.display()
        )));
    }
    Ok(names)
}

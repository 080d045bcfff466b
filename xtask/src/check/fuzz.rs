//! `cargo xtask fuzz`: plans and files that nobody wrote, for longer than the tests make them, each time others.

use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::check::groups::Groups;
use crate::failure::Outcome;
use crate::process::{self, COMPILATION};
use crate::workspace::Workspace;

/// What tells the test how many plans it makes, where it is not told for how many seconds.
pub const PLANS: &str = "ONE_PLAN_FUZZ_PLANS";

/// What tells the test for how many seconds it makes plans.
const SECONDS: &str = "ONE_PLAN_FUZZ_SECONDS";

/// The same for the test that makes files.
const SECONDS_OF_FILES: &str = "ONE_PLAN_FUZZ_FILES_SECONDS";

/// What tells them with which seed to begin.
const SEED: &str = "ONE_PLAN_FUZZ_SEED";

/// Makes plans and files for so many minutes, each for half of them. A plan that breaks a law is made small and printed as a
/// file of cases; of a file that breaks the reader the seed is printed.
pub fn fuzz(workspace: &Workspace, minutes: u64) -> Outcome<()> {
    let seconds = minutes.saturating_mul(60) / 2;
    // Apart from the seeds of the tests and of other runs.
    let seed = SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_secs()) << 24;
    println!("Plans and files from seed {seed} on, for {minutes} minutes together.");
    let limit = COMPILATION.saturating_add(Duration::from_secs(seconds));
    let mut groups = Groups::default();
    groups.run("Plans that nobody wrote", || {
        let mut test = test_of(workspace, "one-plan-model", "generated", "plans_that_nobody_wrote_keep_the_laws");
        process::run(test.env(SECONDS, seconds.to_string()).env(SEED, seed.to_string()), limit)
    });
    groups.run("Files that nobody wrote", || {
        let mut test =
            test_of(workspace, "one-plan-workbook", "random_files", "files_that_nobody_wrote_are_read_or_refused");
        process::run(test.env(SECONDS_OF_FILES, seconds.to_string()).env(SEED, seed.to_string()), limit)
    });
    groups.finish()
}

fn test_of(workspace: &Workspace, package: &str, file: &str, test: &str) -> Command {
    let mut command = process::cargo(workspace.root());
    command.args(["test", "--release", "--locked", "-p", package, "--test", file, "--", "--nocapture", test]);
    command
}

//! `cargo xtask fuzz`: plans that nobody wrote, for longer than the tests make them, each time others.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::failure::Outcome;
use crate::process::{self, COMPILATION};
use crate::workspace::Workspace;

/// What tells the test for how many seconds it makes plans.
pub const SECONDS: &str = "ONE_PLAN_FUZZ_SECONDS";

/// What tells it with which seed to begin.
const SEED: &str = "ONE_PLAN_FUZZ_SEED";

/// Makes plans for so many minutes; a plan that breaks a law is made small and printed as a file of cases.
pub fn fuzz(workspace: &Workspace, minutes: u64) -> Outcome<()> {
    let seconds = minutes.saturating_mul(60);
    // Apart from the seeds of the tests and of other runs.
    let seed = SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_secs()) << 24;
    println!("Plans from seed {seed} on, for {minutes} minutes.");
    let mut test = process::cargo(workspace.root());
    test.args(["test", "--release", "--locked", "-p", "one-plan-model", "--test", "generated"]);
    test.args(["--", "--nocapture", "plans_that_nobody_wrote_keep_the_laws"]);
    test.env(SECONDS, seconds.to_string()).env(SEED, seed.to_string());
    process::run(&mut test, COMPILATION.saturating_add(Duration::from_secs(seconds)))
}

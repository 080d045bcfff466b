//! The programs with the tests, and which changes they notice.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::changes::Change;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::report::step;

/// How long the tests may run on one change: many times what they take, so that only what never ends meets it.
const RUN: Duration = Duration::from_secs(60);

/// After how many changes it is said how far they are.
const TOLD_EVERY: usize = 200;

/// Where the rules and their cases stand.
const RULES: &str = "src/rules/";

/// The programs with the tests.
#[derive(Debug)]
pub struct Tests {
    /// The cases, which notice nearly everything, and then the others.
    programs: Vec<PathBuf>,
    folder: PathBuf,
}

impl Tests {
    /// The tests of these programs, which run in a folder.
    pub fn of(mut programs: Vec<PathBuf>, folder: PathBuf) -> Self {
        programs.sort_by_key(|program| !is_cases(program));
        Self { programs, folder }
    }

    /// Without any change all must pass.
    pub fn expect_none_fails(&self) -> Outcome<()> {
        if self.programs.iter().any(|program| self.fails(program, None, None)) {
            return Err(Failure::new("A test fails without any change.").advise("run `cargo xtask test` first."));
        }
        Ok(())
    }

    /// Whether a test fails with a change, which has a number where it stands behind a switch.
    pub fn notice(&self, change: &Change, number: Option<u32>) -> bool {
        // The cases of its own subject notice most changes, and are few.
        let of_subject = subject(&change.file);
        let mut cases = self.programs.iter().filter(|program| is_cases(program));
        of_subject.is_some_and(|subject| cases.any(|program| self.fails(program, number, Some(&subject))))
            || self.programs.iter().any(|program| self.fails(program, number, None))
    }

    /// Whether a test fails, of all or of those that are chosen by some words.
    fn fails(&self, program: &Path, number: Option<u32>, chosen: Option<&str>) -> bool {
        let mut run = process::command(program, &self.folder);
        run.args(chosen).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // Also where no switch has a number: then the cases end with the first that fails.
        run.env("ONE_PLAN_CHANGE", number.map_or_else(String::new, |number| number.to_string()));
        process::run(&mut run, RUN).is_err()
    }

    /// Those of the changes that no test notices, tried side by side; each is `told` as soon as it is known.
    pub fn not_noticed(&self, changes: &[(u32, &Change)], told: impl Fn(&Change) + Sync) -> BTreeSet<u32> {
        let next = AtomicUsize::new(0);
        let missed = Mutex::new(BTreeSet::new());
        let workers = thread::available_parallelism().map_or(1, usize::from);
        thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(|| {
                    loop {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        let Some(&(number, change)) = changes.get(at) else { break };
                        if at > 0 && at.is_multiple_of(TOLD_EVERY) {
                            step(&format!("{at} of {} tried", changes.len()));
                        }
                        if !self.notice(change, Some(number))
                            && let Ok(mut missed) = missed.lock()
                        {
                            told(change);
                            missed.insert(number);
                        }
                    }
                });
            }
        });
        missed.into_inner().unwrap_or_default()
    }
}

fn is_cases(program: &Path) -> bool {
    program.file_name().is_some_and(|name| name.to_string_lossy().starts_with("cases"))
}

/// The words by which the cases of a file of rules are chosen: those of its subject, which is one file or one folder.
fn subject(file: &str) -> Option<String> {
    let (_, inside) = file.split_once(RULES)?;
    let of_subject = inside.split('/').next()?.trim_end_matches(".rs");
    Some(format!("{RULES}{of_subject}/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cases_of_a_subject_are_those_below_its_folder() {
        let of_folder = subject("crates/model/src/rules/finance/providers/totals.rs");
        assert_eq!(of_folder.as_deref(), Some("src/rules/finance/"));
        assert_eq!(subject("crates/model/src/rules/risks.rs").as_deref(), Some("src/rules/risks/"));
        assert_eq!(subject("crates/model/src/lib.rs"), None);
    }
}

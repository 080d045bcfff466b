//! A run of several groups of checks: each with a heading, all of them run, and at the end what each took.

use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};
use crate::report::{heading, time};

/// The groups that have run.
#[derive(Debug, Default)]
pub struct Groups {
    passed: usize,
    taken: Vec<(String, Duration)>,
    failed: Vec<String>,
    left_out: Vec<String>,
}

impl Groups {
    /// Runs one group. A failure is printed and remembered, and the next group runs all the same.
    pub fn run<T>(&mut self, name: &str, work: impl FnOnce() -> Outcome<T>) -> Option<T> {
        heading(name);
        let begun = Instant::now();
        let result = work();
        let elapsed = begun.elapsed();
        self.taken.push((name.to_owned(), elapsed));
        let taken = time(elapsed);
        match result {
            Ok(value) => {
                self.passed += 1;
                println!("-- {name}: passed in {taken}");
                Some(value)
            }
            Err(failure) => {
                self.failed.push(name.to_owned());
                println!("{failure}\n-- {name}: FAILED after {taken}");
                None
            }
        }
    }

    /// Counts a group as failed that could not run because of another one.
    pub fn cannot_run(&mut self, name: &str, because: &str) {
        heading(name);
        println!("-- {name}: FAILED, could not run because {because}");
        self.failed.push(name.to_owned());
    }

    /// Remembers what the person chose not to run.
    pub fn leave_out(&mut self, name: &str) {
        self.left_out.push(name.to_owned());
    }

    /// What each group took and all of them together, as the table of costs in `CONTRIBUTING.md` has it.
    pub fn costs(&self) -> String {
        let whole = ("in all".to_owned(), self.taken.iter().map(|(_, taken)| *taken).sum());
        let rows = || self.taken.iter().chain([&whole]);
        let width = rows().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
        rows().map(|(name, taken)| format!("{name:<width$}  {:>12}\n", time(*taken))).collect()
    }

    /// The last lines: what was left out, and how many groups passed and failed.
    pub fn summary(&self) -> String {
        let mut text = String::new();
        if !self.left_out.is_empty() {
            text.push_str(&format!("Left out because of --no-browser: {}\n", self.left_out.join("; ")));
        }
        for name in &self.failed {
            text.push_str(&format!("failed: {name}\n"));
        }
        text.push_str(&format!("{} passed, {} failed", self.passed, self.failed.len()));
        text
    }

    /// Prints the costs and the summary and fails if any group did.
    pub fn finish(self) -> Outcome<()> {
        println!("\n{}\n{}", self.costs(), self.summary());
        if self.failed.is_empty() {
            return Ok(());
        }
        Err(Failure::new("Not every check passed.").advise("read the output under the heading of each failed group."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts_and_the_others_name() {
        let mut groups = Groups::default();
        assert_eq!(groups.run("one", || Ok(1)), Some(1));
        assert_eq!(groups.run("two", || Err::<(), _>(Failure::new("no"))), None);
        groups.cannot_run("three", "two failed");
        groups.leave_out("Firefox");
        assert_eq!(
            groups.summary(),
            "Left out because of --no-browser: Firefox\nfailed: two\nfailed: three\n1 passed, 2 failed"
        );
        assert!(groups.finish().is_err());
    }

    #[test]
    fn the_cost_of_each_group_is_told_also_of_one_that_failed() {
        let seconds = Duration::from_secs;
        let taken = vec![("native".to_owned(), seconds(9)), ("the page".to_owned(), seconds(130))];
        let groups = Groups { taken, ..Groups::default() };
        let costs = groups.costs();
        let lines: Vec<Vec<&str>> = costs.lines().map(|line| line.split("  ").map(str::trim).collect()).collect();
        let told = |at: usize| lines[at].iter().copied().filter(|word| !word.is_empty()).collect::<Vec<_>>();
        assert_eq!(told(0), ["native", "9.0 s"]);
        assert_eq!(told(1), ["the page", "2 min 10 s"]);
        assert_eq!(told(2), ["in all", "2 min 19 s"]);
        assert_eq!(costs.lines().map(str::len).collect::<Vec<_>>(), [22; 3]);
        let mut groups = Groups::default();
        groups.run("breaks", || Err::<(), _>(Failure::new("no")));
        assert!(groups.costs().starts_with("breaks "), "{}", groups.costs());
    }

    #[test]
    fn a_run_without_failures_succeeds() {
        let mut groups = Groups::default();
        groups.run("one", || Ok(()));
        assert_eq!(groups.summary(), "1 passed, 0 failed");
        assert_eq!(groups.finish(), Ok(()));
    }
}

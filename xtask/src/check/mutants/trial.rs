//! A copy of the checkout in which rules are made wrong, and what the compiler says of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::programs::Tests;
use super::switches::ROOT;
use crate::failure::{Failure, OrSay, Outcome};
use crate::process::{self, COMPILATION, QUESTION};
use crate::workspace::Workspace;

/// The crate whose rules are changed.
const PACKAGE: &str = "one-plan-model";

/// Its root, which gets the function that the switches ask.
const CRATE_ROOT: &str = "crates/model/src/lib.rs";

/// For tests that are compiled once and run thousands of times.
pub const OFTEN: &str = "1";

/// For tests that are run once.
pub const ONCE: &str = "0";

/// The copy.
#[derive(Debug)]
pub struct Copy {
    root: PathBuf,
    target: PathBuf,
}

/// What the compiler has against a source.
#[derive(Debug)]
pub struct Complaint {
    /// What it says.
    pub message: String,
    /// Where: files and places in bytes.
    pub places: Vec<(String, usize)>,
    /// What it is about.
    pub about: About,
}

/// What a complaint is about, as far as a switch can bring it about where the change itself would not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// What is done in a constant.
    Constants,
    /// Arms that do not cover everything.
    Arms,
    /// Something else: the change does not compile.
    Another,
}

impl Copy {
    /// Copies what is tracked; what has not changed since the last copy is left, so that little is compiled again.
    pub fn of(workspace: &Workspace) -> Outcome<Self> {
        let folder = workspace.own_target().join("mutants");
        let copy = Self { root: folder.join("checkout"), target: folder.join("target") };
        let tracked = process::capture(process::command("git", workspace.root()).args(["ls-files", "-z"]), QUESTION)?;
        for file in tracked.split('\0').filter(|file| !file.is_empty()) {
            // A file that is tracked and gone is not copied.
            if let Ok(bytes) = fs::read(workspace.path(file)) {
                write_changed(&copy.root.join(file), &bytes)?;
            }
        }
        Ok(copy)
    }

    /// The text of a file.
    pub fn read(&self, file: &str) -> Outcome<String> {
        fs::read_to_string(self.root.join(file)).or_say(|| format!("read {file}"))
    }

    /// Another text for a file.
    pub fn write(&self, file: &str, text: &str) -> Outcome<()> {
        write_changed(&self.root.join(file), text.as_bytes())
    }

    /// Adds the function that the switches ask.
    pub fn add_switch(&self) -> Outcome<()> {
        let root = self.read(CRATE_ROOT)?;
        self.write(CRATE_ROOT, &(root + ROOT))
    }

    /// Asks the compiler what it has against the rules.
    pub fn complaints(&self) -> Outcome<Vec<Complaint>> {
        let mut check = self.cargo(OFTEN);
        check.args(["check", "--locked", "--message-format=json", "--package", PACKAGE, "--lib"]);
        let answer = process::answer(&mut check, COMPILATION)?;
        let complaints: Vec<Complaint> = messages(&answer.output).filter_map(|message| complaint(&message)).collect();
        if complaints.is_empty() && !answer.status.success() {
            return Err(Failure::new(format!("The rules could not be compiled: {}", answer.errors.trim())));
        }
        Ok(complaints)
    }

    /// Compiles the tests, to be run as often as said ([`OFTEN`] or [`ONCE`]).
    pub fn tests(&self, optimised: &str) -> Outcome<Tests> {
        let mut build = self.cargo(optimised);
        build.args(["test", "--locked", "--no-run", "--message-format=json", "--package", PACKAGE]);
        // Not the published plans, which would notice a change without saying what is wrong.
        build.args(["--test", "cases", "--test", "rules", "--lib"]);
        let answer = process::answer(&mut build, COMPILATION)?;
        if !answer.status.success() {
            return Err(Failure::new(format!("The tests could not be compiled: {}", answer.errors.trim())));
        }
        let programs: Vec<PathBuf> = messages(&answer.output)
            .filter_map(|message| message.get("executable")?.as_str().map(PathBuf::from))
            .collect();
        Ok(Tests::of(programs, self.root.join("crates/model")))
    }

    fn cargo(&self, optimised: &str) -> Command {
        let mut cargo = process::cargo(&self.root);
        cargo.env("CARGO_TARGET_DIR", &self.target).env("RUSTFLAGS", "--cap-lints=allow");
        cargo.env("CARGO_PROFILE_TEST_OPT_LEVEL", optimised).env("CARGO_PROFILE_DEV_OPT_LEVEL", optimised);
        // Without what only a debugger reads.
        cargo.env("CARGO_PROFILE_TEST_DEBUG", "false").env("CARGO_PROFILE_DEV_DEBUG", "false");
        cargo
    }
}

/// The texts of files as they were before anything was changed.
pub type Sources = BTreeMap<String, String>;

fn write_changed(path: &Path, bytes: &[u8]) -> Outcome<()> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).or_say(|| format!("make {}", folder.display()))?;
    fs::write(path, bytes).or_say(|| format!("write {}", path.display()))
}

fn messages(output: &str) -> impl Iterator<Item = Value> + '_ {
    output.lines().filter_map(|line| serde_json::from_str(line).ok())
}

fn complaint(message: &Value) -> Option<Complaint> {
    let message = message.get("message")?;
    if message.get("level")?.as_str()? != "error" {
        return None;
    }
    let spans = message.get("spans").and_then(Value::as_array);
    let places: Vec<_> = spans.into_iter().flatten().filter_map(|span| place(outermost(span))).collect();
    let code = message.get("code").and_then(|code| code.get("code")).and_then(Value::as_str);
    // The last message only counts the others.
    (!places.is_empty()).then(|| Complaint {
        message: message.get("message").and_then(Value::as_str).unwrap_or_default().to_owned(),
        places,
        about: match code {
            Some("E0015" | "E0744") => About::Constants,
            Some("E0004") => About::Arms,
            _ => About::Another,
        },
    })
}

/// Where a macro is used, which is in the rules, rather than where it is written.
fn outermost(span: &Value) -> &Value {
    let mut span = span;
    while let Some(outer) = span.pointer("/expansion/span") {
        span = outer;
    }
    span
}

fn place(span: &Value) -> Option<(String, usize)> {
    let at = usize::try_from(span.get("byte_start")?.as_u64()?).ok()?;
    Some((span.get("file_name")?.as_str()?.to_owned(), at))
}

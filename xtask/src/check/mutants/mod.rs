//! `cargo xtask mutants`: the rules that are code, changed one by one. Formulas are data, and a test of the model changes
//! them; cargo-mutants says which changes code could have. It would compile each of them apart, which takes a day and a
//! half: here all are compiled at once, each behind a switch, and a run of the tests has one of them on.
//! `docs/mutants.md` says what is done with those that no test notices.

mod alone;
mod changes;
mod places;
mod programs;
mod sites;
mod switches;
mod together;
mod trial;

use std::collections::BTreeSet;
use std::time::Instant;

use self::changes::Change;
use self::trial::{Copy, OFTEN, Sources};
use crate::failure::{Failure, OrSay, Outcome};
use crate::process::{self, COMPILATION};
use crate::report::{heading, step, time};
use crate::workspace::Workspace;

/// What lists the changes, in the version whose list is read.
const TOOL: [&str; 3] = ["cargo-mutants", "--version", "27.1.0"];

/// The changes that no test notices and none can, each with the reason: file, change, then the reason after the last bar.
const EXPLAINED: &str = "crates/model/src/mutation/code-not-held.txt";

/// Changes the rules of one file, or of all, and prints the changes that no test notices; where only those are asked for
/// that are compiled `alone`, the others are only compiled.
pub fn mutants(workspace: &Workspace, file: Option<&str>, alone: bool) -> Outcome<()> {
    let begun = Instant::now();
    let changes = list(workspace, file)?;
    let copy = Copy::of(workspace)?;
    let mut sources = Sources::new();
    for change in &changes {
        sources.entry(change.file.clone()).or_insert(copy.read(&change.file)?);
    }
    step(&format!("{} changes in {} files, compiled together", changes.len(), sources.len()));
    copy.add_switch()?;
    let compiled = together::compile(&copy, &sources, &changes)?;
    let told = |change: &Change| println!("  not noticed: {}", change.name);
    let mut missed = BTreeSet::new();
    if !alone {
        let tests = copy.tests(OFTEN)?;
        tests.expect_none_fails()?;
        step(&format!("{} of them run, each with the tests", compiled.switched.len()));
        let numbered = (0u32..).zip(&changes);
        let switched: Vec<(u32, &Change)> = numbered.filter(|(number, _)| compiled.switched.contains(number)).collect();
        missed = tests.not_noticed(&switched, told);
    }
    for (file, text) in &sources {
        copy.write(file, text)?;
    }
    step(&format!("{} compiled each for itself", compiled.alone.len()));
    let apart = alone::tried(&copy, &sources, &changes, &compiled.alone, told)?;
    missed.extend(apart.missed);
    let left_out = if alone { compiled.switched.len() } else { 0 };
    report(workspace, &changes, &missed, compiled.refused.len() + apart.refused, left_out)?;
    step(&format!("took {}", time(begun.elapsed())));
    Ok(())
}

fn list(workspace: &Workspace, file: Option<&str>) -> Outcome<Vec<Change>> {
    if process::on_path("cargo-mutants").is_none() {
        let mut install = process::cargo(workspace.root());
        process::run(install.args(["install", "--locked"]).args(TOOL), COMPILATION)?;
    }
    let mut list = process::cargo(workspace.root());
    list.args(["mutants", "--package", "one-plan-model", "--list", "--json"]);
    list.args(["--file", file.unwrap_or("crates/model/src/rules/**/*.rs")]);
    changes::read(&process::capture(&mut list, COMPILATION)?)
}

fn report(
    workspace: &Workspace,
    changes: &[Change],
    missed: &BTreeSet<u32>,
    refused: usize,
    left_out: usize,
) -> Outcome<()> {
    let path = workspace.path(EXPLAINED);
    let explained = std::fs::read_to_string(&path).or_say(|| format!("read {}", path.display()))?;
    let explained: BTreeSet<&str> = explained.lines().filter_map(|line| Some(line.rsplit_once(" | ")?.0)).collect();
    let missed: Vec<&Change> =
        (0u32..).zip(changes).filter(|(number, _)| missed.contains(number)).map(|(_, change)| change).collect();
    let (known, new): (Vec<&Change>, Vec<&Change>) =
        missed.iter().partition(|change| explained.contains(change.told().as_str()));
    heading("Changes that no test notices and nothing explains");
    for change in &new {
        println!("{}", change.name);
    }
    let noticed = changes.len().saturating_sub(refused + left_out + missed.len());
    println!("{} changes: {refused} do not compile, {noticed} are noticed.", changes.len());
    if left_out > 0 {
        println!("{left_out} are compiled together and were not tried.");
    }
    println!("{} are not noticed and explained in {EXPLAINED}, {} are not.", known.len(), new.len());
    if new.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("{} changes of rules are noticed by no test.", new.len()))
        .advise(format!("give each a case beside its rule, or say in {EXPLAINED} why the rule is the same with it.")))
}

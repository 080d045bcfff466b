//! `cargo xtask mutants`: the rules that are code, changed one by one. Formulas are data, and a test of the model changes
//! them; cargo-mutants says which changes code could have. It would compile each of them apart, which takes a day and a
//! half: here all are compiled at once, each behind a switch, and a run of the tests has one of them on.
//! `docs/mutants.md` says what is done with those that no test notices.

mod changes;
mod switches;
mod trial;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use self::changes::{Change, Kind};
use self::trial::{About, Complaint, Copy, OFTEN, ONCE, Sources};
use crate::failure::{Failure, OrSay, Outcome};
use crate::process::{self, COMPILATION};
use crate::report::{heading, step, time};
use crate::workspace::Workspace;

/// What lists the changes, in the version whose list is read.
const TOOL: [&str; 3] = ["cargo-mutants", "--version", "27.1.0"];

/// The changes that no test notices and none can, each with the reason: file, change, then the reason after a bar.
const EXPLAINED: &str = "crates/model/src/mutation/code-not-held.txt";

/// How often the compiler is asked: it tells of a few kinds of faults at a time.
const ROUNDS: usize = 40;

/// Changes the rules of one file, or of all, and prints the changes that no test notices.
pub fn mutants(workspace: &Workspace, file: Option<&str>) -> Outcome<()> {
    let begun = Instant::now();
    let changes = list(workspace, file)?;
    let copy = Copy::of(workspace)?;
    let mut sources = Sources::new();
    for change in &changes {
        sources.entry(change.file.clone()).or_insert(copy.read(&change.file)?);
    }
    step(&format!("{} changes in {} files, compiled together", changes.len(), sources.len()));
    copy.add_switch()?;
    let compiled = compile(&copy, &sources, &changes)?;
    let tests = copy.tests(OFTEN)?;
    if tests.notice(None) {
        return Err(Failure::new("A test fails without any change.").advise("run `cargo xtask test` first."));
    }
    step(&format!("{} of them run, each with the tests", compiled.switched.len()));
    let numbers: Vec<u32> = compiled.switched.iter().copied().collect();
    let told = |number: u32| {
        let change = usize::try_from(number).ok().and_then(|number| changes.get(number));
        println!("  not noticed: {}", change.map_or("", |change| &change.name));
    };
    let mut missed = tests.not_noticed(&numbers, told);
    step(&format!("{} compiled alone", compiled.alone.len()));
    let mut refused = compiled.refused.len();
    for (file, text) in &sources {
        copy.write(file, text)?;
    }
    for &number in &compiled.alone {
        match alone(&copy, &sources, &changes, number)? {
            None => refused += 1,
            Some(noticed) if !noticed => {
                told(number);
                missed.insert(number);
            }
            Some(_) => {}
        }
    }
    report(workspace, &changes, &missed, refused)?;
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

/// What became of the changes in the one compilation.
#[derive(Default)]
struct Compiled {
    /// Those that are in it.
    switched: BTreeSet<u32>,
    /// Those that the compiler refuses.
    refused: BTreeSet<u32>,
    /// Those that a switch cannot hold: they are compiled each for itself.
    alone: BTreeSet<u32>,
}

fn compile(copy: &Copy, sources: &Sources, changes: &[Change]) -> Outcome<Compiled> {
    let mut compiled = Compiled::default();
    let mut wanted: BTreeSet<u32> = (0..).take(changes.len()).collect();
    for _ in 0..ROUNDS {
        let (texts, switched, impossible) = write(copy, sources, changes, &wanted)?;
        wanted.retain(|number| !impossible.contains(number));
        compiled.refused.extend(impossible);
        compiled.alone.extend(wanted.difference(&switched));
        wanted.retain(|number| switched.contains(number));
        let complaints = copy.complaints()?;
        if complaints.is_empty() {
            compiled.switched = wanted;
            return Ok(compiled);
        }
        let (refused, alone) = blamed(&complaints, &texts, changes, &wanted);
        wanted.retain(|number| !refused.contains(number) && !alone.contains(number));
        compiled.refused.extend(refused);
        compiled.alone.extend(alone);
    }
    Err(Failure::new(format!("The changes could not be compiled together in {ROUNDS} attempts.")))
}

/// Writes all sources with the switches of the changes that are wanted; which they are, and which cannot compile.
fn write(
    copy: &Copy,
    sources: &Sources,
    changes: &[Change],
    wanted: &BTreeSet<u32>,
) -> Outcome<(Sources, BTreeSet<u32>, BTreeSet<u32>)> {
    let mut of_file: BTreeMap<&str, Vec<(u32, &Change)>> = BTreeMap::new();
    for (number, change) in (0..).zip(changes) {
        if wanted.contains(&number) {
            of_file.entry(&change.file).or_default().push((number, change));
        }
    }
    let mut texts = Sources::new();
    let (mut switched, mut impossible) = (BTreeSet::new(), BTreeSet::new());
    for (file, source) in sources {
        let changes = of_file.remove(file.as_str()).unwrap_or_default();
        let with = switches::switched(source, &changes)?;
        copy.write(file, &with.text)?;
        switched.extend(with.numbers);
        impossible.extend(with.impossible);
        texts.insert(file.clone(), with.text);
    }
    Ok((texts, switched, impossible))
}

/// The changes that the compiler refuses, and those that only a switch cannot hold.
fn blamed(
    complaints: &[Complaint],
    texts: &Sources,
    changes: &[Change],
    wanted: &BTreeSet<u32>,
) -> (BTreeSet<u32>, BTreeSet<u32>) {
    let (mut refused, mut alone) = (BTreeSet::new(), BTreeSet::new());
    for complaint in complaints {
        let places = complaint.places.iter();
        let inside = places.filter_map(|(file, at)| switches::change_at(texts.get(file)?, *at));
        if complaint.about == About::Constants { &mut alone } else { &mut refused }.extend(inside);
    }
    let numbered = || (0u32..).zip(changes).filter(|(number, _)| wanted.contains(number));
    for complaint in complaints {
        // A function that makes a constant is an ordinary one as soon as it has a switch, and the message names it.
        let named = |change: &Change| {
            let name = change.function.rsplit("::").next().unwrap_or(&change.function);
            let ends = ["`", "::<"].map(|end| format!("{name}{end}"));
            !name.is_empty() && ends.iter().any(|end| complaint.message.contains(end))
        };
        // With a switch an arm does not always hold, and the others may not cover what it did.
        let places = complaint.places.iter();
        let behind = places.filter_map(|(file, at)| Some(switches::changes_after(texts.get(file)?, *at)));
        match complaint.about {
            About::Constants => alone.extend(numbered().filter(|(_, change)| named(change)).map(|(number, _)| number)),
            About::Arms => {
                let arms: BTreeSet<u32> = behind.flatten().collect();
                let of_arms = numbered().filter(|(number, change)| change.kind == Kind::Arm && arms.contains(number));
                alone.extend(of_arms.map(|(number, _)| number));
            }
            About::Another => {}
        }
    }
    if refused.is_empty() && alone.is_empty() {
        for complaint in complaints {
            println!("  the changes of its file are compiled alone, because: {}", complaint.message);
            let of_file = |change: &Change| complaint.places.iter().any(|(file, _)| *file == change.file);
            alone.extend(numbered().filter(|(_, change)| of_file(change)).map(|(number, _)| number));
        }
    }
    (refused, alone)
}

/// Compiles one change for itself: whether a test notices it, or nothing where it does not compile.
fn alone(copy: &Copy, sources: &Sources, changes: &[Change], number: u32) -> Outcome<Option<bool>> {
    let change = usize::try_from(number).ok().and_then(|number| changes.get(number));
    let Some((change, source)) = change.and_then(|change| Some((change, sources.get(&change.file)?))) else {
        return Ok(None);
    };
    let Some(text) = switches::changed(source, change) else { return Ok(None) };
    copy.write(&change.file, &text)?;
    let refused = !copy.complaints()?.is_empty();
    let noticed = if refused { None } else { Some(copy.tests(ONCE)?.notice(None)) };
    copy.write(&change.file, source)?;
    Ok(noticed)
}

fn report(workspace: &Workspace, changes: &[Change], missed: &BTreeSet<u32>, refused: usize) -> Outcome<()> {
    let path = workspace.path(EXPLAINED);
    let explained = std::fs::read_to_string(&path).or_say(|| format!("read {}", path.display()))?;
    let explained: BTreeSet<&str> = explained.lines().filter_map(|line| Some(line.split_once(" | ")?.0)).collect();
    let missed: Vec<&Change> =
        (0u32..).zip(changes).filter(|(number, _)| missed.contains(number)).map(|(_, change)| change).collect();
    let (known, new): (Vec<&Change>, Vec<&Change>) =
        missed.iter().partition(|change| explained.contains(change.told().as_str()));
    heading("Changes that no test notices and nothing explains");
    for change in &new {
        println!("{}", change.name);
    }
    let tried = changes.len().saturating_sub(refused);
    println!(
        "{} changes: {refused} do not compile, {} are noticed.",
        changes.len(),
        tried.saturating_sub(missed.len())
    );
    println!("{} are not noticed and explained in {EXPLAINED}, {} are not.", known.len(), new.len());
    if new.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("{} changes of rules are noticed by no test.", new.len()))
        .advise(format!("give each a case beside its rule, or say in {EXPLAINED} why the rule is the same with it.")))
}

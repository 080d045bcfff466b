//! Whether the cases notice when a rule is wrong.
//!
//! Formulas and limits are data. So each can be changed in every single way while the tests run: another operator, sides
//! exchanged, a condition dropped or turned round, another column of the same kind, another thing that the figure is
//! about, a year later, the first instead of the sum, a limit a little higher. After each change some case must not hold
//! any more.
//!
//! A figure is held where a case asserts it and every change of its formula is noticed; a finding is held where a case
//! asserts it and every change of its limits is noticed. What is not held yet stands in `not-held.txt`, which may only
//! become shorter. A change after which the rule says the same in every plan stands in `EQUIVALENT`, with the reason.
//!
//! * `ONE_PLAN_SHRINK=1 cargo test -p one-plan-model --lib mutation` takes out of the list what is held by now.
//! * `ONE_PLAN_SHOW=beds. cargo test -p one-plan-model --lib mutation -- --nocapture` says of every figure and finding
//!   with these letters in its name what nothing notices yet.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod cases;
mod changes;
mod terms;

#[path = "../../tests/support/case.rs"]
mod case;

use crate::outcome::finding_kinds;
use crate::rules::{figure_kinds, files};
use cases::PreparedCase;
use changes::Change;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Changes after which the rule says the same in every plan: the figure or code, the change, and why.
const EQUIVALENT: &[(&str, &str, &str)] = &[
    (
        "signatures-missing",
        "governance.not-signed: fails where different",
        "there are never fewer signatures than none, so that different is above",
    ),
    (
        "criteria-not-met",
        "commissioner.{}.criteria-met-percent: fails where different",
        "there are never more criteria met than there are, so that different is below",
    ),
];

fn is_equivalent(change: &Change) -> bool {
    EQUIVALENT.iter().any(|(of, what, _)| *of == change.of && *what == change.what)
}

/// The list of what is not held yet.
fn list() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/mutation/not-held.txt")
}

/// A figure or a finding, and what is known of it.
struct Item {
    /// `figure beds.{}.change` or `finding claimed-twice`, as in the list.
    name: String,
    is_asserted: bool,
    is_listed: bool,
    changes: Vec<Change>,
}

impl Item {
    /// Why it is not held: nothing asserts it, or changes that nothing notices. Of what is listed one reason is enough,
    /// and of what no case asserts no change is tried, unless a person asks for all.
    fn loose(&self, cases: &[PreparedCase], is_asked: bool) -> Vec<String> {
        let mut why = Vec::new();
        if !self.is_asserted {
            why.push("no case asserts it".to_owned());
        }
        for change in self.changes.iter().filter(|change| !is_equivalent(change)) {
            if self.is_listed && !is_asked && !why.is_empty() {
                break;
            }
            if !cases::is_noticed(change, cases) {
                why.push(change.what.clone());
            }
        }
        why
    }
}

fn items(cases: &[PreparedCase], listed: &BTreeSet<&str>) -> Vec<Item> {
    let (asserted, asserted_codes) = (cases::asserted(cases), cases::codes(cases));
    let figures = figure_kinds().iter().map(|kind| ("figure", kind.id.to_owned(), asserted.contains(kind.id)));
    let findings = finding_kinds().map(|kind| ("finding", kind.code.to_owned(), asserted_codes.contains(kind.code)));
    let mut changes: BTreeMap<String, Vec<Change>> = BTreeMap::new();
    for change in files().into_iter().flat_map(changes::of_file) {
        let what = if change.is_limit { "finding" } else { "figure" };
        changes.entry(format!("{what} {}", change.of)).or_default().push(change);
    }
    let item = |(what, id, is_asserted)| {
        let name = format!("{what} {id}");
        let changes = changes.remove(&name).unwrap_or_default();
        Item { is_listed: listed.contains(name.as_str()), name, is_asserted, changes }
    };
    figures.chain(findings).map(item).collect()
}

/// What is not held and why, found on as many threads as there are processors.
fn loose(items: &[Item], cases: &[PreparedCase], asked: Option<&str>) -> BTreeMap<String, Vec<String>> {
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let work = || {
        let mut found = Vec::new();
        loop {
            let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) else { return found };
            let is_asked = asked.is_some_and(|asked| item.name.contains(asked));
            found.push((item.name.clone(), item.loose(cases, is_asked)));
        }
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).filter(|(_, why)| !why.is_empty()).collect()
    })
}

#[test]
fn every_change_of_a_formula_or_a_limit_is_noticed_by_a_case() {
    let text = std::fs::read_to_string(list()).unwrap_or_default();
    let listed: BTreeSet<&str> = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    let cases = cases::all();
    let items = items(&cases, &listed);
    let asked = std::env::var("ONE_PLAN_SHOW").ok();
    let loose = loose(&items, &cases, asked.as_deref());

    for (name, why) in loose.iter().filter(|(name, _)| asked.as_ref().is_some_and(|asked| name.contains(asked))) {
        eprintln!("{name}\n  {}", why.join("\n  "));
    }

    let held: Vec<&str> = listed.iter().copied().filter(|line| !loose.contains_key(*line)).collect();
    let shrinks = std::env::var_os("ONE_PLAN_SHRINK").is_some();
    if shrinks {
        let rest: Vec<&str> = text.lines().filter(|line| !held.contains(line)).collect();
        std::fs::write(list(), rest.join("\n") + "\n").unwrap();
    }
    let new = loose.iter().filter(|(name, _)| !listed.contains(name.as_str()));
    let new: Vec<String> = new.map(|(name, why)| format!("{name}\n  {}", why.join("\n  "))).collect();
    assert!(new.is_empty(), "write cases that fail after each of these changes:\n{}", new.join("\n"));
    assert!(
        shrinks || held.is_empty(),
        "these are held now: take them out of {}, or run this test once with ONE_PLAN_SHRINK=1:\n{}",
        list().display(),
        held.join("\n")
    );
    let all = || items.iter().flat_map(|item| &item.changes);
    let survives = |of: &str, what: &str| {
        all().any(|change| change.of == of && change.what == what && !cases::is_noticed(change, &cases))
    };
    let needless: Vec<_> = EQUIVALENT.iter().filter(|(of, what, _)| !survives(of, what)).collect();
    assert!(needless.is_empty(), "these changes are noticed, and so are not equivalent: {needless:?}");
}

//! The smallest useful plan of docs/guide.md opens without a problem and gives the figures that stand there.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

use one_plan_model::outcome::{compute, resolve};
use one_plan_model::quantity::format;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::open;
use std::ops::ControlFlow;

const GUIDE: &str = include_str!("../../../docs/guide.md");

/// The files of the guide: the name in a line of its own, then what is in it.
fn files() -> Vec<(&'static str, &'static str)> {
    let mut files = Vec::new();
    let mut rest = GUIDE;
    while let Some((before, after)) = rest.split_once("`\n\n```csv\n") {
        let name = before.rsplit('`').next().unwrap();
        let (text, further) = after.split_once("```").unwrap();
        files.push((name, text));
        rest = further;
    }
    files
}

/// The rows of the table of figures: the id and the value.
fn figures() -> Vec<(&'static str, &'static str)> {
    let rows = GUIDE.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.filter_map(|row| {
        let (id, rest) = row.split_once('`')?;
        let value = rest.rsplit('|').nth(1)?.trim();
        id.starts_with("schemes.list.").then_some((id, value))
    })
    .collect()
}

#[test]
fn the_smallest_useful_plan_gives_the_figures_of_the_guide() {
    let files = files();
    assert_eq!(files.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["scheme_lists.csv", "schemes.csv"]);
    let bytes: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let opened = open(&bytes, &Answers::default(), &mut |_| ControlFlow::Continue(()));
    let worse: Vec<_> =
        opened.loaded.report.issues.iter().filter(|issue| issue.severity != Severity::Information).collect();
    // Only that the files do not say what the plan is called.
    assert_eq!(worse.len(), 1, "{worse:#?}");
    assert!(worse[0].what.contains("no table \"plan\""));
    let plan = opened.loaded.plan.unwrap();
    let outcome = compute(&plan);
    assert_eq!(figures().len(), 3);
    for (id, value) in figures() {
        let key = resolve(&plan, id).unwrap_or_else(|| panic!("there is no figure {id}"));
        assert_eq!(format::money(outcome.value(key).unwrap()), value, "{id}");
    }
}

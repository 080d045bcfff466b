//! Everything that follows from the published plans and the example, as text: every figure with its value, every finding with
//! its words, every verdict. A change of the engine must leave it as it is to the last digit; where a rule is meant
//! to change, the difference is read line by line (`cargo insta review`, or the file `.snap.new` beside it) and
//! kept with the change.
#![allow(clippy::unwrap_used)]

use one_plan_model::exchange::read_json;
use one_plan_model::outcome::{self, Outcome};
use one_plan_model::plan::Plan;
use std::fmt::Write;
use std::path::Path;

#[test]
fn what_follows_from_the_surrey_plan() {
    holds("surrey-one-plan");
}

#[test]
fn what_follows_from_the_arden_plan() {
    holds("arden-system-plan");
}

#[test]
fn what_follows_from_the_example() {
    holds("example-icb-2026-27");
}

fn holds(name: &str) {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let plan =
        read_json(&std::fs::read(project.join("plans").join(name).with_extension("json")).unwrap()).unwrap().plan;
    let text = everything(&plan, &outcome::compute(&plan));
    insta::with_settings!({
        snapshot_path => "../../../tests/published/snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!(name, text) });
}

/// One line for each thing, so that a difference is read line by line.
fn everything(plan: &Plan, outcome: &Outcome) -> String {
    let mut text = format!("check: {:?}\n", outcome.master_check());
    for (key, value) in outcome.figures() {
        let value = value.map_or_else(|fault| fault.short().to_owned(), |number| number.to_string());
        let _ = writeln!(text, "figure {} = {value} ({})", key.id(plan), key.label(plan));
    }
    for (at, finding) in outcome.findings().iter().enumerate() {
        let known: Vec<&str> = outcome
            .known(at)
            .iter()
            .map(|id| plan.identifier(one_plan_model::plan::Table::KnownFinding, id.index()).unwrap_or_default())
            .collect();
        let _ = writeln!(text, "{} {} {known:?}: {}", finding.severity.word(), finding.code, finding.message);
        for place in &finding.places {
            let _ = writeln!(text, "  at {}[{}].{}", place.table.name(), place.row + 1, place.column);
        }
        for figure in &finding.figures {
            let _ = writeln!(text, "  figure {}", figure.id(plan));
        }
        let _ = writeln!(text, "  {}", finding.advice);
    }
    for comparison in outcome.comparisons() {
        let figure = comparison.figure.map_or_else(|| "?".to_owned(), |figure| figure.id(plan));
        let _ = writeln!(
            text,
            "stated[{}] {figure}: {} printed {:?} computed {:?} tolerance {}",
            comparison.row.index() + 1,
            comparison.verdict.word(),
            comparison.printed.map(|number| number.normalize()),
            comparison.computed.map(|value| value.map(|number| number.normalize())),
            comparison.tolerance.normalize(),
        );
    }
    for agreement in outcome.agreements() {
        let _ = writeln!(
            text,
            "agreement {} with {}: {} tolerance {}",
            agreement.figure.id(plan),
            agreement.other.id(plan),
            agreement.verdict.word(),
            agreement.tolerance.normalize(),
        );
    }
    text
}

//! Plan files: what is written reads back as the same plan, and the published plans fit the schema
//! by which files are read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use one_plan_model::exchange::{json_schema, read_json, write_json};
use one_plan_model::outcome::{compute, figures_as_csv};
use one_plan_model::plan::Table;
use std::path::PathBuf;

#[path = "support/plans.rs"]
mod plans;

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn published() -> Vec<(&'static str, Vec<u8>)> {
    plans::PLANS.map(|name| (name, plans::bytes(name))).to_vec()
}

/// A plan that lies beside the others and that no test knows would be held by none.
#[test]
fn every_plan_of_the_folder_is_tested() {
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(project().join("plans")).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    let mut known = plans::PLANS.map(|name| project().join("plans").join(name).with_extension("json"));
    known.sort();
    assert_eq!(found, known);
}

/// A plan that is kept in git has the form in which the page saves it: who opens and saves it changes nothing.
#[test]
fn the_example_stands_as_it_is_written() {
    let bytes = plans::bytes("example-icb-2026-27");
    let written = write_json(&read_json(&plans::bytes("example-icb-2026-27")).unwrap().plan);
    let differs = written.lines().zip(std::str::from_utf8(&bytes).unwrap().lines()).find(|(left, right)| left != right);
    assert_eq!((differs, written.len()), (None, bytes.len()));
}

/// Nobody may take it for the plan of a real place: its title and its organisations say so.
#[test]
fn the_example_says_that_it_is_made_up() {
    let plan = read_json(&plans::bytes("example-icb-2026-27")).unwrap().plan;
    let details = plan.details().unwrap();
    assert!(details.title().ends_with("(made up)") && details.system().ends_with("(made up)"));
    for (_, organisation) in plan.organisations.iter() {
        assert!(organisation.name().ends_with("(made up)"), "{}", organisation.name());
    }
}

#[test]
fn what_is_written_reads_back_as_the_same_plan() {
    for (name, bytes) in published() {
        let plan = read_json(&bytes).unwrap_or_else(|problems| panic!("{name}: {problems:#?}")).plan;
        let written = write_json(&plan);
        let again = read_json(written.as_bytes()).unwrap().plan;
        assert_eq!(write_json(&again), written, "{name}");
        assert_eq!(figures_as_csv(&again, &compute(&again)), figures_as_csv(&plan, &compute(&plan)), "{name}");
        for table in Table::ALL {
            assert_eq!(plan.row_count(*table), again.row_count(*table), "{name}: {}", table.name());
        }
    }
}

#[test]
fn the_published_plans_fit_the_schema_and_a_wrong_one_does_not() {
    let schema: serde_json::Value = serde_json::from_str(&json_schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (name, bytes) in published() {
        let plan: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let errors: Vec<String> = validator.iter_errors(&plan).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
        let mut wrong = plan.clone();
        wrong["plan"][0]["first_year"] = "2011".into();
        assert!(!validator.is_valid(&wrong));
        wrong = plan;
        wrong["schemes"][0]["colour"] = "red".into();
        assert!(!validator.is_valid(&wrong));
    }
}

/// The same files are held by the tests that run as WebAssembly, so both give the same bytes.
#[test]
fn the_figures_of_the_published_plans_are_these_to_the_byte() {
    for plan in plans::PLANS {
        let read = read_json(&plans::bytes(plan)).unwrap().plan;
        let figures = format!("{}-figures", plan.split('-').next().unwrap_or_default());
        let expected = std::fs::read_to_string(project().join(format!("tests/published/{figures}.csv"))).unwrap();
        assert!(
            figures_as_csv(&read, &compute(&read)) == expected,
            "if the change is meant: `cargo run -p one-plan -- compute plans/{plan}.json > tests/published/{figures}.csv`"
        );
    }
}

//! The command line as a person uses it: what it prints and with which code it ends.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use std::process::{Command, Output};

fn surrey() -> String {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../plans/surrey-one-plan.json").display().to_string()
}

fn one_plan(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_one-plan")).args(arguments).output().unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// A file that is removed again.
struct TemporaryFile(PathBuf);

impl TemporaryFile {
    fn with(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("one-plan-{}-{name}", std::process::id()));
        std::fs::write(&path, text).unwrap();
        Self(path)
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn check_lists_findings_with_their_places_and_ends_well_without_errors() {
    let output = one_plan(&["check", &surrey()]);
    assert_eq!(output.status.code(), Some(0));
    let text = printed(&output);
    assert!(text.contains("sum of weights is printed as 100 and computed as 1.5"));
    assert!(text.contains("printed at l. 1051"));
    assert!(text.contains("Printed figures: "));
    assert!(text.trim_end().ends_with("findings."));
}

#[test]
fn check_ends_with_one_where_the_plan_has_errors() {
    let text = std::fs::read_to_string(surrey()).unwrap();
    let wrong = text.replacen("\"figure\": \"savings.total\"", "\"figure\": \"savings.totall\"", 1);
    let file = TemporaryFile::with("errors.json", &wrong);
    let output = one_plan(&["check", file.0.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(printed(&output).contains("No rule computes a figure \"savings.totall\""));
}

#[test]
fn a_file_that_cannot_be_read_lists_its_problems() {
    let file = TemporaryFile::with("problems.json", "{\"format\": \"one-plan/1\",\n\"plann\": []}");
    let output = one_plan(&["check", file.0.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("line 2, character 10") && errors.contains("plann"), "{errors}");
}

#[test]
fn compute_lists_every_figure_in_both_formats() {
    let csv = printed(&one_plan(&["compute", &surrey(), "--format", "csv"]));
    assert!(csv.starts_with("id,label,value,unit,note\n"));
    assert!(csv.contains("savings.total,\"Total savings, all years\",378000000,£,\n"), "{csv}");
    let json: serde_json::Value =
        serde_json::from_str(&printed(&one_plan(&["compute", &surrey(), "--format", "json"]))).unwrap();
    let figures = json["figures"].as_array().unwrap();
    assert_eq!(figures.len(), csv.lines().count() - 1);
    assert_eq!(json["check"], "findings");
    assert!(figures.iter().any(|figure| figure["id"] == "savings.total" && figure["value"] == "378000000"));
}

#[test]
fn explain_goes_down_to_the_line_of_the_document() {
    let output = one_plan(&["explain", &surrey(), "savings.programme.planned-care.2011-12"]);
    assert_eq!(output.status.code(), Some(0));
    let text = printed(&output);
    assert!(text.contains("£9,660,000") && text.contains("9.66 £m") && text.contains("printed at l. 933"), "{text}");
    let missing = one_plan(&["explain", &surrey(), "savings.nothing"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8(missing.stderr).unwrap().contains("savings.nothing"));
}

#[test]
fn wrong_words_and_missing_files_end_with_two() {
    assert_eq!(one_plan(&["guess"]).status.code(), Some(2));
    let output = one_plan(&["check", "no/such/file.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("no/such/file.json"));
    assert_eq!(one_plan(&["help"]).status.code(), Some(0));
}

#[test]
fn schema_is_the_published_one() {
    let published = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../schema/one-plan.schema.json");
    assert_eq!(printed(&one_plan(&["schema"])), std::fs::read_to_string(published).unwrap());
}

#[test]
fn sample_is_a_plan_of_the_size_that_adds_up() {
    let output = one_plan(&["sample", "25"]);
    assert_eq!(output.status.code(), Some(0));
    let file = TemporaryFile::with("sample.json", &printed(&output));
    let text = printed(&one_plan(&["check", file.0.to_str().unwrap()]));
    assert!(text.contains("Check: passed."), "{text}");
    let json: serde_json::Value = serde_json::from_str(&printed(&output)).unwrap();
    assert_eq!(json["schemes"].as_array().unwrap().len(), 25);
    assert_eq!(one_plan(&["sample", "many"]).status.code(), Some(2));
}

#[test]
fn report_is_a_text_for_the_public() {
    let arden = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../plans/arden-system-plan.json");
    let output = one_plan(&["report", &arden.display().to_string()]);
    assert_eq!(output.status.code(), Some(0));
    let text = printed(&output);
    assert!(text.starts_with("# Progress report\n"), "{text}");
    assert!(text.contains("All organisations, 2011/12: variance, favourable or (adverse): −£8,700,000"), "{text}");
    assert!(text.contains("Check of the plan: findings."), "{text}");
}

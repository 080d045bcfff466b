//! What only a person can say, and mappings that keep it.

use crate::support::{Computed, file, loaded, loaded_with, plan_row, sheet, to_look_at};
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::Question;
use one_plan_workbook::load::load;
use one_plan_workbook::sheet::Sheet;

const HEADINGS: &str = "Ref|What we do|Programme|Status|Apr|May|Apr|May|Value";

fn unclear() -> Sheet {
    sheet("Savings", &[HEADINGS, "A|Wards|Beds|Amber|1|2|3|4|3", "B|Pharmacy|Drugs|Amber|5|6|5|7|11"])
}

fn asked(questions: &[Question]) -> Vec<&'static str> {
    let mut asked: Vec<&str> = questions
        .iter()
        .map(|question| match question {
            Question::Tracker { asks, .. } => asks.word(),
            _ => "other",
        })
        .collect();
    asked.sort_unstable();
    asked.dedup();
    asked
}

#[test]
fn a_year_and_a_unit_that_nothing_says_are_asked() {
    let loaded = loaded("our file.xlsx", unclear());
    assert!(loaded.plan.is_none());
    assert_eq!(asked(&loaded.report.questions), ["tracker-unit", "tracker-year"]);
    let said = to_look_at(&loaded);
    assert!(said.iter().any(|line| line.contains("for which year it is cannot be told")), "{said:?}");
    assert!(said.iter().any(|line| line.contains("in which unit its amounts are is not said")), "{said:?}");
    let json = loaded.report.json();
    assert_eq!(json["mapping"][0]["mapping"]["year"], serde_json::Value::Null);
    assert_eq!(json["questions"][0]["kind"], "tracker-year");
}

#[test]
fn a_mapping_answers_and_is_used_again() {
    let json = r#"{
        "format": "one-plan-mapping/1",
        "trackers": [{
            "name": "Our tracker", "year": "2026/27", "unit": "£000", "month": 2,
            "headings": [
                {"heading": "What we do", "field": "name"},
                {"heading": "Value", "field": "plan-of-year"},
                {"heading": "Plan | Apr", "field": "plan-month-1"}
            ],
            "words": [{"field": "status", "value": "amber", "column": "development", "word": "opportunity"}]
        }]
    }"#;
    let answers = Answers::of_json(json).unwrap();
    assert_eq!(Answers::of_json(&answers.json().to_string()).unwrap(), answers);
    // The months of this one do not say what they hold: they are left alone, and that is asked.
    let first = loaded_with("our file.xlsx", unclear(), &answers);
    assert_eq!(asked(&first.report.questions), ["tracker-heading"]);
    // April and May stand twice: each pair is one question.
    assert_eq!(first.report.questions.len(), 2);
    let columns = ["id", "name", "gross", "development", "unit"];
    assert_eq!(plan_row(&first, "schemes", 0, &columns), "a | Wards | 3 | opportunity | £000");
    assert_eq!(plan_row(&first, "scheme_lists", 0, &["name", "year"]), "Our tracker | 2026/27");

    // What was read is kept, and reads the same sheet in the same way, and that of the next month too.
    let mut kept = Answers::default();
    kept.say_tracker(first.report.mapping[0].mapping.clone());
    let kept = Answers::of_json(&kept.json().to_string()).unwrap();
    let again = loaded_with("our file.xlsx", unclear(), &kept);
    assert_eq!(plan_row(&again, "schemes", 1, &columns), "b | Pharmacy | 11 | opportunity | £000");
    assert_eq!(asked(&again.report.questions), Vec::<&str>::new(), "it is confirmed that they are left alone");
    let with_groups = sheet("August", &["||||Plan||Actual||", HEADINGS, "A|Wards|Beds|Amber|1|2|3||3"]);
    let next = loaded_with("our file.xlsx", with_groups, &answers);
    assert_eq!(Computed::of(&next).line("a"), ["1000", "3000", "2000", "5000"]);
}

#[test]
fn a_mapping_that_no_tracker_can_have_is_refused_in_words() {
    for (json, words) in [
        ("[]", "must begin with"),
        ("{", "no JSON"),
        (r#"{"format": "one-plan-mapping/1", "trackers": [{"name": "x", "year": "2026"}]}"#, "no financial year"),
        (
            r#"{"format": "one-plan-mapping/1", "trackers": [{"headings": [{"heading": "x", "field": "y"}]}]}"#,
            "nothing that a tracker holds",
        ),
        (r#"{"format": "one-plan-mapping/1", "trackers": [{"month": 13}]}"#, "from 1 for April"),
        (
            r#"{"format": "one-plan-mapping/1", "trackers": [{"words": [{"field": "risk", "value": "x", "column": "risk", "word": "y"}]}]}"#,
            "it has high, medium, low",
        ),
        (r#"{"format": "one-plan-mapping/1", "columns": [{"table": "nothing"}]}"#, "no table"),
    ] {
        let refused = Answers::of_json(json).unwrap_err();
        assert!(refused.contains(words), "{json}: {refused}");
    }
}

#[test]
fn two_sheets_with_the_same_references_are_different_schemes() {
    let of = |name: &str, row: &str| sheet(name, &["All in £000", "No|Scheme|Plan|YTD Plan|YTD Actual", row]);
    let sheets = vec![of("North", "1|Beds|12|2|1"), of("South", "1|Wards|18|2|1")];
    let loaded = load(&[file("Trusts 2026-27 M2.xlsx", sheets)], &Answers::default());
    let computed = Computed::of(&loaded);
    assert_eq!(computed.line("1"), ["2000", "1000", "-1000", "11000"]);
    assert_eq!(computed.line("1-2"), ["2000", "1000", "-1000", "17000"]);
    assert_eq!(plan_row(&loaded, "schemes", 1, &["id", "list"]), "1-2 | south");
}

#[test]
fn tables_of_a_plan_are_no_trackers() {
    let rows = ["name|list|gross|unit", "Wards|Ours|3|£000"];
    let lists = sheet("Scheme lists", &["name|year", "Ours|2026/27"]);
    let loaded = load(&[file("plan.xlsx", vec![lists, sheet("Schemes", &rows)])], &Answers::default());
    assert!(loaded.report.mapping.is_empty());
    assert_eq!(plan_row(&loaded, "schemes", 0, &["name", "list"]), "Wards | ours");
}

#[test]
fn a_tracker_that_is_called_like_a_table_is_a_tracker() {
    let rows = ["2026/27, £000", "Ref|Scheme|Programme|FYE|PYE|RAG", "A|Wards|Beds|5|3|H"];
    let loaded = loaded("plan.xlsx", sheet("Schemes", &rows));
    assert_eq!(plan_row(&loaded, "schemes", 0, &["id", "gross", "risk", "list"]), "a | 3 | high | schemes");
}

#[test]
fn the_mapping_of_the_guide_is_one() {
    let guide = include_str!("../../../../docs/guide.md");
    let begin = guide.find("{\n  \"format\": \"one-plan-mapping/1\"").unwrap();
    let json = guide[begin..].split("```").next().unwrap();
    let answers = Answers::of_json(json).unwrap();
    assert_eq!(answers.trackers()[0].month, Some(5));
    assert_eq!(answers.trackers()[0].headings.len(), 3);
}

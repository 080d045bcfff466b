//! What a person said of headings: it is asked once, kept in the plan, and not asked again.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at once")]

use one_plan_model::exchange::{read_json, write_json};
use one_plan_model::plan::{Plan, Table};
use one_plan_workbook::answers::{Answers, HeadingRow};
use one_plan_workbook::issues::Question;
use one_plan_workbook::load::{Opened, open};
use std::ops::ControlFlow;

const LISTS: (&str, &str) = ("scheme_lists.csv", "Name,Year\nOurs,2026/27\n");
const SCHEMES: (&str, &str) =
    ("schemes.csv", "Scheme,List,Grss saving (£000),Programme,Colour\nBeds,Ours,120,Urgent care,blue\n");
const TRACKER: (&str, &str) = (
    "Savings M3.csv",
    "Ref,What we do,Programme,Status,Plan Apr,Plan May,Value\nA1,Wards,Urgent care,Amber,1,2,3\nA2,Drugs,Medicines,Amber,4,5,9\n",
);

fn opened(files: &[(&str, &str)], answers: &Answers) -> Opened {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    open(&files, answers, &mut |_| ControlFlow::Continue(()))
}

fn pressing(opened: &Opened) -> Vec<&Question> {
    opened.loaded.report.questions.iter().filter(|question| question.is_pressing()).collect()
}

fn mapping(text: &str) -> Answers {
    Answers::of_json(&format!("{{\"format\": \"one-plan-mapping/1\", {text}}}")).unwrap()
}

/// What a plan remembers, as it is handed on when files are opened while it is open.
fn remembered(plan: &Plan) -> Vec<HeadingRow> {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let rows = plan.headings.iter().map(|(_, row)| {
        [row.kind().word().to_owned(), text(row.within()), text(row.words()), text(row.field()), text(row.means())]
    });
    rows.collect()
}

#[test]
fn a_heading_is_asked_once_and_remembered_in_the_plan() {
    let mut first = opened(&[LISTS, SCHEMES], &Answers::default());
    assert!(
        matches!(pressing(&first)[..], [Question::Column { heading, .. }] if heading == "Grss saving (£000)"),
        "{:?}",
        pressing(&first)
    );
    assert_eq!(first.loaded.report.questions.len(), 2, "what Colour is can be said, and is not pressed for");
    first.answer(&mapping(
        r#""columns": [{"table": "schemes", "heading": "Grss saving (£000)", "column": "gross"},
                       {"table": "risks", "heading": "Not in these files", "column": "owner"}]"#,
    ));
    assert_eq!(pressing(&first), Vec::<&Question>::new());
    let plan = first.loaded.plan.as_ref().unwrap();
    assert!(write_json(plan).contains("\"gross\": \"120\""), "{}", write_json(plan));
    assert_eq!(remembered(plan), [["column", "schemes", "Grss saving (£000)", "", "gross"]], "only what was of use");

    // The plan is kept as a plan file, and opened; the next file with that heading is read without a question.
    let plan = read_json(write_json(plan).as_bytes()).unwrap().plan;
    let next = (SCHEMES.0, "Scheme,List,GRSS SAVING £m,Programme\nBeds,Ours,1.5,Urgent care\n");
    let again = opened(&[LISTS, next], &Answers::of_rows(&remembered(&plan)));
    assert_eq!(pressing(&again), Vec::<&Question>::new());
    assert_eq!(again.loaded.plan.unwrap().row_count(Table::HeadingMeaning), 1);
}

#[test]
fn a_tracker_is_confirmed_once() {
    let mut first = opened(&[TRACKER], &Answers::default());
    assert!(first.loaded.plan.is_none(), "nothing says the year");
    let report = &first.loaded.report;
    assert!(report.refused[0].what.contains("before it is said"), "{:?}", report.refused);
    assert!(!report.mapping[0].is_confirmed);
    let json = report.json();
    assert_eq!(json["mapping"][0]["columns"][1]["examples"], serde_json::json!(["Wards", "Drugs"]));
    assert_eq!(json["trackerFields"].as_array().unwrap().len(), 26 + 36);
    let name = report.mapping[0].mapping.name.clone();
    first.answer(&mapping(&format!(
        r#""trackers": [{{"name": "{name}", "year": "2026/27", "unit": "£000", "headings": [
            {{"heading": "Ref", "field": "reference"}}, {{"heading": "What we do", "field": "name"}},
            {{"heading": "Programme", "field": "programme"}}, {{"heading": "Status", "field": "status"}},
            {{"heading": "Plan Apr", "field": "plan-month-1"}}, {{"heading": "Plan May", "field": "plan-month-2"}},
            {{"heading": "Value", "field": null}}],
          "words": [{{"field": "status", "value": "Amber", "column": "development", "word": "opportunity"}}]}}]"#
    )));
    assert!(first.loaded.report.mapping[0].is_confirmed);
    let plan = first.loaded.plan.clone().unwrap();
    assert_eq!((plan.schemes.len(), plan.monitored_months.len()), (2, 4));

    // The next month: nothing is asked but the year, which is that of one file.
    let rows = remembered(&plan);
    assert_eq!(rows.len(), 9, "{rows:?}");
    let answers = Answers::of_rows(&rows);
    assert_eq!(Answers::of_rows(&answers.rows()), answers);
    let next = opened(&[("Savings M4 2026-27.csv", TRACKER.1)], &answers);
    assert_eq!(pressing(&next), Vec::<&Question>::new());
    assert!(next.loaded.report.mapping[0].is_confirmed);
    let schemes = |plan: &Plan| plan.schemes.iter().map(|(_, row)| row.name().to_owned()).collect::<Vec<_>>();
    assert_eq!(schemes(&next.loaded.plan.unwrap()), ["Wards", "Drugs"]);

    // A column that is new must be confirmed.
    let wider = TRACKER.1.replace(",Value\n", ",Value,Risk\n");
    assert!(!opened(&[("Savings M4 2026-27.csv", &wider)], &answers).loaded.report.mapping[0].is_confirmed);
}

#[test]
fn two_sheets_of_one_kind_keep_their_own_names() {
    let mut answers = Answers::default();
    let first = opened(&[("Trust A 2026-27.csv", TRACKER.1)], &mapping(r#""trackers": [{"name": "x", "unit": "£"}]"#));
    for reading in &first.loaded.report.mapping {
        answers.say_tracker(reading.mapping.clone());
    }
    let said = mapping(
        r#""trackers": [{"name": "Trusts", "unit": "£", "year": "2026/27",
            "headings": [{"heading": "What we do", "field": "name"}, {"heading": "Value", "field": "plan-of-year"}]}]"#,
    );
    let both = opened(
        &[("Trust A.csv", TRACKER.1), ("Trust B.csv", &TRACKER.1.replace(",3\n", ",30\n").replace(",9\n", ",90\n"))],
        &said,
    );
    let names: Vec<String> =
        both.loaded.plan.unwrap().scheme_lists.iter().map(|(_, row)| row.name().to_owned()).collect();
    assert_eq!(names, ["Trusts", "Trust B"]);
}

#[test]
fn a_mapping_is_chosen_together_with_the_files_it_is_for() {
    let text = r#"{"format": "one-plan-mapping/1", "columns": [{"table": "schemes", "heading": "Grss saving", "column": "gross"}]}"#;
    let together = opened(&[LISTS, ("answers.json", text), SCHEMES], &Answers::default());
    assert_eq!(pressing(&together), Vec::<&Question>::new());
    assert!(together.loaded.plan.is_some());
    let alone = opened(&[("answers.json", text)], &Answers::default());
    assert!(alone.loaded.report.refused[0].what.contains("is a mapping"), "{:?}", alone.loaded.report.refused);
    let broken = opened(&[LISTS, ("answers.json", &text.replace("\"gross\"", "\"grosss\""))], &Answers::default());
    assert!(
        broken.loaded.report.refused[0].what.contains("no column \"grosss\""),
        "{:?}",
        broken.loaded.report.refused
    );
    assert!(broken.loaded.plan.is_none());
}

#[test]
fn what_cannot_be_meant_is_told_and_changes_nothing() {
    let rows = [
        ["column", "schemes", "Colour", "", "no_such_column"],
        ["sheet", "", "Schemes", "", "no_such_table"],
        ["tracker-word", "Savings", "Amber", "status", "status: purple"],
        ["nonsense", "", "x", "", ""],
    ];
    let answers = Answers::of_rows(&rows.map(|row| row.map(str::to_owned)));
    let opened = opened(&[LISTS, SCHEMES], &answers);
    let told = opened.loaded.report.issues.iter().filter(|issue| issue.what.contains("remembers of"));
    assert_eq!(told.count(), 4);
    assert_eq!(opened.loaded.plan.unwrap().schemes.len(), 1);
}

const OWN: (&str, &str) = (
    "Sheet1.csv",
    "Code,What we do,Area,Stage,April,May,Worth\nA1,Ward reviews,Urgent care,Go,10,20,360\nA2,Biosimilars,Medicines,Go,5.5,5.5,66\n",
);

#[test]
fn a_sheet_of_which_nothing_is_known_is_asked_about_and_becomes_a_tracker_step_by_step() {
    let mut own = opened(&[OWN], &Answers::default());
    assert!(matches!(pressing(&own)[..], [Question::Sheet { .. }]), "{:?}", pressing(&own));
    let name = own.loaded.report.json()["questions"][0]["sheet"].as_str().unwrap().to_owned();
    own.answer(&mapping(&format!(r#""trackers": [{{"name": "{name}"}}]"#)));
    let report = &own.loaded.report;
    assert_eq!(report.mapping[0].columns.len(), 7);
    assert!(report.issues.iter().any(|issue| issue.what.contains("which column names the schemes")));
    own.answer(&mapping(&format!(
        r#""trackers": [{{"name": "{name}", "year": "2026/27", "unit": "£000", "headings": [
            {{"heading": "Code", "field": "reference"}}, {{"heading": "What we do", "field": "name"}},
            {{"heading": "Area", "field": "programme"}}, {{"heading": "Stage", "field": null}},
            {{"heading": "April", "field": "actual-month-1"}}, {{"heading": "May", "field": "actual-month-2"}},
            {{"heading": "Worth", "field": "plan-of-year"}}]}}]"#
    )));
    let plan = own.loaded.plan.unwrap();
    assert_eq!((plan.schemes.len(), plan.monitored_months.len()), (2, 4));
}

#[test]
fn a_sheet_of_which_nothing_is_known_becomes_the_table_that_a_person_says() {
    let risks = ("Sheet1.csv", "What,How likely,How bad,Colour\nStaff,4,3,red\n");
    let mut own = opened(&[LISTS, risks], &Answers::default());
    assert_eq!(pressing(&own), Vec::<&Question>::new(), "there is a plan without it");
    assert_eq!(own.loaded.report.questions.len(), 1);
    own.answer(&mapping(r#""sheets": [{"sheet": "Sheet1", "table": "risks"}]"#));
    assert_eq!(pressing(&own).len(), 4, "no heading is known: each is asked");
    own.answer(&mapping(
        r#""columns": [{"table": "risks", "heading": "What", "column": "name"},
                       {"table": "risks", "heading": "How likely", "column": "likelihood"}]"#,
    ));
    assert_eq!(own.loaded.plan.unwrap().risks.len(), 1);
}

//! For which year a plan and its rows are, where no row says it: what stands beside the rows says it in one way, or it is asked.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

#[path = "support/sheets.rs"]
mod sheets;

use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::{Question, Severity};
use one_plan_workbook::load::{Loaded, load};
use one_plan_workbook::sheet::{Cell, FileKind, Sheet, SourceFile};
use sheets::{says, sheet};

fn of_file(name: &str, sheets: Vec<Sheet>) -> Loaded {
    load(&[SourceFile { name: name.into(), kind: FileKind::Xlsx, sheets, remarks: Vec::new() }], &Answers::default())
}

/// The first and the last year of the plan, and where they were found.
fn years_of(loaded: &Loaded) -> (String, String, String) {
    let plan = loaded.plan.as_ref().unwrap_or_else(|| panic!("no plan: {}", loaded.report.text()));
    let said = loaded.report.issues.iter().find(|issue| issue.what.contains("no table \"plan\"")).unwrap();
    let from = said.what.split(" from ").last().unwrap().split(", and the year").next().unwrap();
    let row = plan.details().unwrap();
    (row.first_year().to_string(), row.last_year().to_string(), from.to_owned())
}

fn year_and_place(loaded: &Loaded) -> (String, String) {
    let (first, last, from) = years_of(loaded);
    assert_eq!(first, last);
    (first, from)
}

const RISKS: [&str; 2] = ["Risk|Likelihood|Consequence", "Winter|4|5"];
const MONTHS: [&str; 3] =
    ["Setting|POD|Month|Activity|Cost £000", "Acute|Day case|Apr-25|1000|800", "Acute|Day case|May-25|1050|840"];

#[test]
fn a_plan_is_for_the_year_of_the_title_the_sheet_the_months_the_cover_or_the_file() {
    let titled = [&["Corporate risk register - Q2 2025/26"][..], &RISKS].concat();
    let year = |from: &str| ("2025/26".to_owned(), from.to_owned());
    let of = |sheets| year_and_place(&of_file("x.xlsx", sheets));
    assert_eq!(of(vec![sheet("Risks", &titled)]), year("what stands above the table"));
    assert_eq!(of(vec![sheet("Risks 2025-26", &RISKS)]), year("the name of the sheet"));
    let with_risks = vec![sheet("Monthly activity", &MONTHS), sheet("Risks", &RISKS)];
    assert_eq!(of(with_risks), year("the months in the rows"));
    let cover = sheet("Cover", &["Risks of the system", "Financial year|2025/26"]);
    assert_eq!(of(vec![cover, sheet("Risks", &RISKS)]), year("the cover of the workbook"));
    let of_file = year_and_place(&of_file("risks 2025-26.xlsx", vec![sheet("Risks", &RISKS)]));
    assert_eq!(of_file, year("the name of the file"));
}

/// What comes month by month is the year before the plan: a plan of its own year would not count a month of it.
#[test]
fn activity_alone_is_that_of_the_year_before_the_plan() {
    let titled = [&["Monthly activity 2025/26"][..], &MONTHS].concat();
    for rows in [&MONTHS[..], &titled] {
        let loaded = of_file("x.xlsx", vec![sheet("Monthly activity", rows)]);
        assert_eq!(year_and_place(&loaded), ("2026/27".to_owned(), "the activity of the year before".to_owned()));
        assert_eq!(loaded.plan.unwrap().details().unwrap().base_year().to_string(), "2025/26");
    }
}

#[test]
fn where_two_years_could_be_meant_the_plan_has_none_and_that_is_said() {
    let refused = |sheets| {
        let loaded = of_file("x.xlsx", sheets);
        assert!(loaded.plan.is_none());
        loaded.report.refused[0].what.clone()
    };
    let titled = [&["Risks 2025/26, compared with 2024/25"][..], &RISKS].concat();
    assert!(refused(vec![sheet("Risks", &titled)]).contains("say 2024/25 and 2025/26"));
    let titled = [&["Activity 2026/27"][..], &MONTHS].concat();
    let said = refused(vec![sheet("Monthly activity", &titled)]);
    assert!(said.contains("says 2026/27, and months in the rows are those of 2025/26"), "{said}");
    assert!(refused(vec![sheet("Risks", &RISKS)]).contains("nor does a title"));
}

#[test]
fn rows_have_no_year_where_the_title_says_one_and_the_name_of_the_sheet_another() {
    let lines = |name: &str| sheet(name, &["Budgets 2026/27 £m", "Budget|Gross", "Acute|500"]);
    assert!(of_file("x.xlsx", vec![lines("Budget lines 2026-27")]).plan.is_some());
    let loaded = of_file("x.xlsx", vec![lines("Budget lines 2025-26")]);
    assert!(loaded.plan.is_none());
    assert!(loaded.report.refused[0].what.contains("say 2025/26 and 2026/27"), "{}", loaded.report.text());
}

#[test]
fn months_of_two_years_are_a_plan_of_both() {
    let rows = [&MONTHS[..], &["Acute|Day case|Apr-26|1000|800"]].concat();
    let (first, last, _) = years_of(&of_file("x.xlsx", vec![sheet("Monthly activity", &rows)]));
    assert_eq!((first.as_str(), last.as_str()), ("2025/26", "2026/27"));
}

#[test]
fn rows_that_need_a_year_have_that_of_the_cover() {
    let cover = sheet("Front page", &["Plan of the system", "2025/26"]);
    let lines = sheet("Budget lines", &["Budget|Gross £m", "Acute|500"]);
    let loaded = of_file("x.xlsx", vec![cover, lines]);
    assert_eq!(loaded.plan.as_ref().unwrap().row_count(Table::BudgetLine), 1);
    says(&loaded, Severity::Information, "2025/26", "it is taken to be 2025/26, from the cover of the workbook");
}

const TRACKER: [&str; 3] = ["Scheme|Plan £000|Actual £000", "Theatres|200|190", "Agency|500|400"];

#[test]
fn a_tracker_has_the_year_and_the_month_of_the_cover_or_the_year_of_the_list_of_schemes() {
    let cover = || sheet("Cover", &["Our CIP tracker", "Financial year 2025/26", "Month 9"]);
    let loaded = of_file("x.xlsx", vec![sheet("CIP", &TRACKER), cover()]);
    let said = "for 2025/26 (from the cover of the workbook), up to month 9";
    assert!(loaded.report.text().contains(said), "{}", loaded.report.text());
    assert_eq!(loaded.plan.as_ref().unwrap().row_count(Table::Scheme), 2);
    let list = sheet("Scheme lists", &["Name|Year", "CIP|2025/26"]);
    let loaded = of_file("x.xlsx", vec![sheet("CIP", &TRACKER), list]);
    assert!(loaded.report.text().contains("for 2025/26 (from the list of schemes in the workbook)"));
    // The cover says one year, and the list another.
    let list = sheet("Scheme lists", &["Name|Year", "CIP|2026/27"]);
    let loaded = of_file("x.xlsx", vec![sheet("CIP", &TRACKER), cover(), list]);
    assert!(loaded.report.questions.iter().any(|question| matches!(question, Question::Tracker { .. })));
    // Notes speak of other years, and a date may be the one on which the cover was written.
    let notes = sheet("Notes", &["Changes since 2024/25"]);
    let loaded = of_file("x.xlsx", vec![notes, sheet("CIP", &TRACKER)]);
    assert!(loaded.plan.is_none());
    let dated = sheet("Cover", &["Our CIP tracker 2025/26", "Updated on 12 May 2025"]);
    let loaded = of_file("x.xlsx", vec![dated, sheet("CIP", &TRACKER)]);
    assert!(loaded.report.text().contains("up to which month they go is not said"), "{}", loaded.report.text());
    // What the sheet says itself goes before.
    let own = [&["CIP 2026/27"][..], &TRACKER].concat();
    let loaded = of_file("x.xlsx", vec![sheet("CIP", &own), cover()]);
    assert!(loaded.report.text().contains("for 2026/27 (from what stands above its headings)"));
}

#[test]
fn a_year_of_which_one_half_is_written_is_asked_with_the_two_that_it_may_be() {
    for title in ["Tracker FY26", "Tracker FY 2026"] {
        let loaded = of_file("x.xlsx", vec![sheet("CIP", &[&[title][..], &TRACKER].concat())]);
        assert!(loaded.plan.is_none());
        let [Question::Tracker { candidates, .. }] = loaded.report.questions.as_slice() else { panic!("{title}") };
        assert_eq!(candidates, &["2025/26", "2026/27"]);
        assert!(loaded.report.text().contains("may be 2025/26, which ends in that year, or 2026/27"));
    }
}

#[test]
fn months_of_which_nobody_says_what_they_hold_say_their_year() {
    let mut rows = sheet("CIP", &["Ref|Scheme|Plan £|x|y", "1|LED|1000|10|20"]);
    rows.replace(0, 3, Cell::Date("2025-04-01".into()));
    rows.replace(0, 4, Cell::Date("2025-05-01".into()));
    let loaded = of_file("x.xlsx", vec![rows]);
    assert!(loaded.report.text().contains("for 2025/26 (from its headings)"), "{}", loaded.report.text());
}

#[test]
fn amounts_are_no_scores_and_are_not_left_out_in_passing() {
    let loaded =
        of_file("x.xlsx", vec![sheet("Risks", &["Risks 2025/26", "Risk|Impact £000|Mitigation", "Prices|4000|None"])]);
    says(
        &loaded,
        Severity::Warning,
        "Impact £000",
        "gives amounts in £000, and \"consequence\" of \"risks\" holds numbers of things",
    );
    let rows = [
        "QIPP programmes 2025/26 £m",
        "Programme|Gross|Lead",
        "Continuing care|15.7|Nurse",
        "Medicines|8.1|Pharmacist",
    ];
    let loaded = of_file("x.xlsx", vec![sheet("Programmes", &rows)]);
    says(&loaded, Severity::Warning, "Gross", "is that of no column of \"programmes\"");
}

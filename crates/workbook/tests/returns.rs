//! Returns and schedules as offices have them: the year stands in a title, shares have their sign, deficits stand in brackets.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::{Question, Severity};
use one_plan_workbook::load::{Loaded, load};
use one_plan_workbook::sheet::{Cell, FileKind, NumberStyle, Sheet, SourceFile};

fn text(words: &str) -> Cell {
    if words.is_empty() { Cell::Empty } else { Cell::Text(words.into()) }
}

fn sheet(name: &str, lines: &[&str]) -> Sheet {
    Sheet::of_rows(name, lines.iter().map(|line| line.split('|').map(text).collect()).collect())
}

/// Loads a sheet of which a person said which table it is.
fn loaded(sheet: Sheet, table: Table) -> Loaded {
    let mut answers = Answers::default();
    answers.say_sheet(&sheet.name, Some(table));
    let file = SourceFile { name: "r.xlsx".into(), kind: FileKind::Xlsx, sheets: vec![sheet], remarks: Vec::new() };
    load(&[file], &answers)
}

fn cells(loaded: &Loaded, table: Table, row: u32, columns: &[&str]) -> Vec<String> {
    let plan = loaded.plan.as_ref().unwrap_or_else(|| panic!("{}", loaded.report.text()));
    columns.iter().map(|name| plan.written_cell(table, row, name).unwrap_or_default()).collect()
}

#[test]
fn a_finance_return_says_its_year_once() {
    let lines = [
        "System finance return 2026/27, month 6",
        "Organisation|Income plan £m|Income forecast £m|Surplus / (deficit) forecast £m|Efficiency plan £m|Efficiency forecast £m",
        "Valley Trust|512.4|515.1|(11.2)|24.5|21.9",
        "Hill Hospital|301.0|303.2|-|12.0|11.1",
        "System total|813.4|818.3|(11.2)|36.5|33.0",
    ];
    let loaded = loaded(sheet("Finance return", &lines), Table::ProviderFinance);
    let columns = ["year", "turnover", "surplus", "improvement_plan", "improvement_forecast", "unit"];
    let first = ["2026/27", "512.4", "(11.2)", "24.5", "21.9", "£m"];
    assert_eq!(cells(&loaded, Table::ProviderFinance, 0, &columns), first);
    assert_eq!(cells(&loaded, Table::ProviderFinance, 1, &["year", "surplus"]), ["2026/27", ""]);
    let said = loaded.report.text();
    assert!(
        said.contains("no column gives the year: it is taken to be 2026/27, from what stands above the table"),
        "{said}"
    );
    // What is not understood, and holds money, is to be looked at.
    assert!(said.contains("warning r.xlsx, cell C2: the heading \"Income forecast £m\""), "{said}");
    // The last row is the sum of the others, and no organisation.
    assert!(said.contains("cell A5: the numbers of this row are the sums of the rows above"), "{said}");
    assert!(said.contains("provider_finances: 2 rows read = 2 used + 0 left out"), "{said}");
}

#[test]
fn two_years_above_a_table_are_none() {
    let lines =
        ["Plan 2026/27, with 2025/26 for comparison", "Organisation|Surplus £m|CIP plan £m", "Valley Trust|1|2"];
    let loaded = loaded(sheet("Return", &lines), Table::ProviderFinance);
    assert!(loaded.report.text().contains("no heading of this sheet is \"year\""), "{}", loaded.report.text());
}

#[test]
fn weights_with_a_sign_of_per_cent_are_numbers() {
    let mut schedule = sheet(
        "CQUIN Schedule",
        &[
            "CQUIN 2014/15 - Valley Trust",
            "Indicator number|Indicator name|CQUIN scheme|Weighting (% of CQUIN scheme available)|Target",
            "1|Friends and Family Test|Valley Trust 2014/15|x|90%",
            "2|Pressure ulcers|Valley Trust 2014/15|70%|By March",
        ],
    );
    schedule.replace(2, 3, Cell::Number("0.3".into(), NumberStyle::PERCENT));
    let schemes = sheet("CQUIN schemes", &["Name|Year", "Valley Trust 2014/15|2014/15"]);
    let mut answers = Answers::default();
    answers.say_sheet("CQUIN Schedule", Some(Table::CquinIndicator));
    let sheets = vec![schemes, schedule];
    let file = SourceFile { name: "c.xlsx".into(), kind: FileKind::Xlsx, sheets, remarks: Vec::new() };
    let loaded = load(&[file], &answers);
    assert_eq!(cells(&loaded, Table::CquinIndicator, 0, &["weight", "threshold"]), ["30", "90"]);
    assert_eq!(cells(&loaded, Table::CquinIndicator, 1, &["weight", "threshold"]), ["70", ""]);
    let looked_at = loaded.report.issues.iter().filter(|issue| issue.severity == Severity::Warning);
    let said: Vec<&str> = looked_at.map(|issue| issue.what.as_str()).collect();
    assert!(said.iter().any(|what| what.contains("with a sign of per cent are read as the numbers")), "{said:#?}");
}

const SCHEDULE: [&str; 7] = [
    "Quality schedule",
    "CQUIN 2014/15 Valley Trust",
    "",
    "Goal|Indicator|Weighting|Threshold|Value £",
    "1|Friends and Family Test|30%|90%|300000",
    "2|Pressure ulcers|70%|By March|700000",
    "|Total|100%||1000000",
];

fn with_schemes(schemes: &[&str], answers: &Answers) -> Loaded {
    let mut sheets = vec![sheet("CQUIN schedule", &SCHEDULE[1..])];
    if !schemes.is_empty() {
        sheets.insert(0, sheet("CQUIN schemes", &[&["Name|Year"], schemes].concat()));
    }
    let file = SourceFile { name: "c.xlsx".into(), kind: FileKind::Xlsx, sheets, remarks: Vec::new() };
    load(&[file], answers)
}

fn schemes_of(loaded: &Loaded) -> [String; 2] {
    [0, 1].map(|row| cells(loaded, Table::CquinIndicator, row, &["scheme"]).concat())
}

#[test]
fn the_indicators_of_a_schedule_are_those_of_the_one_scheme_there_is() {
    let loaded = with_schemes(&["Valley 2014/15|2014/15"], &Answers::default());
    assert_eq!(schemes_of(&loaded), ["valley-2014-15", "valley-2014-15"]);
    assert!(loaded.report.text().contains("the rows are those of \"Valley 2014/15\", the only one"));
}

#[test]
fn a_schedule_without_a_scheme_makes_one_of_its_title_and_year_and_says_so() {
    let loaded = with_schemes(&[], &Answers::default());
    assert_eq!(schemes_of(&loaded), ["cquin-2014-15-valley-trust", "cquin-2014-15-valley-trust"]);
    let scheme = cells(&loaded, Table::CquinScheme, 0, &["name", "year", "fixed_sum", "provider"]);
    // £300,000 and £700,000 are printed; nothing else is invented.
    assert_eq!(scheme, ["CQUIN 2014/15 Valley Trust", "2014/15", "1000000", ""]);
    let said = loaded.report.text();
    assert!(
        said.contains(
            "one is made of the title, \"CQUIN 2014/15 Valley Trust\", for 2014/15, worth what its indicators are"
        ),
        "{said}"
    );
    assert!(said.contains("cquin_indicators: 2 rows read = 2 used + 0 left out"), "{said}");
}

#[test]
fn of_several_schemes_it_is_asked_which_and_remembered() {
    let two = ["Valley|2014/15", "Hill|2014/15"];
    let asked = with_schemes(&two, &Answers::default());
    let question = asked.report.questions.iter().find(|question| matches!(question, Question::Rows { .. }));
    let Some(Question::Rows { name, table, column, candidates, .. }) = question else { panic!("{:?}", asked.report) };
    assert_eq!((name.as_str(), candidates.join(", ").as_str()), ("CQUIN schedule", "Valley, Hill"));
    assert!(asked.report.text().contains("which is that of its rows?"));
    let mut answers = Answers::default();
    answers.say_rows_of(*table, *column, name, "Hill");
    assert_eq!(Answers::of_json(&answers.json().to_string()), Ok(answers.clone()));
    assert_eq!(Answers::of_rows(&answers.rows()), answers);
    let loaded = with_schemes(&two, &answers);
    assert_eq!(schemes_of(&loaded), ["hill", "hill"]);
    let kept = cells(&loaded, Table::HeadingMeaning, 0, &["kind", "within", "words", "field", "means"]);
    assert_eq!(kept, ["rows", "cquin_indicators", "CQUIN schedule", "scheme", "Hill"]);
    // Of other schemes it is asked anew.
    let other = with_schemes(&["East|2014/15", "West|2014/15"], &answers);
    assert!(other.report.questions.iter().any(|question| matches!(question, Question::Rows { .. })));
}

#[test]
fn a_schedule_of_several_providers_makes_a_scheme_for_each() {
    let lines = [
        "CQUIN 2025/26",
        "Provider|Goal|Indicator|Weighting|Threshold",
        "Valley|1|Flu|50|75",
        "Hill|1|Flu|40|75",
        "Valley|2|Falls|50|90",
    ];
    let file = SourceFile {
        name: "c.xlsx".into(),
        kind: FileKind::Xlsx,
        sheets: vec![sheet("CQUIN schedule", &lines)],
        remarks: Vec::new(),
    };
    let loaded = load(&[file], &Answers::default());
    let of = |row| cells(&loaded, Table::CquinIndicator, row, &["scheme"]).concat();
    assert_eq!([of(0), of(1), of(2)], ["cquin-2025-26-valley", "cquin-2025-26-hill", "cquin-2025-26-valley"]);
    let scheme = |row| cells(&loaded, Table::CquinScheme, row, &["name", "year", "provider"]).join(" | ");
    assert_eq!(scheme(0), "CQUIN 2025/26, Valley | 2025/26 | valley");
    assert_eq!(scheme(1), "CQUIN 2025/26, Hill | 2025/26 | hill");
    let said = loaded.report.text();
    assert!(said.contains("one is made for each of Valley, Hill, for 2025/26"), "{said}");
    assert!(!said.contains("the heading \"Provider\""), "{said}");
}

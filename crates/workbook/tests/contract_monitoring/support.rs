#[path = "../support/computed.rs"]
mod computed;

pub use computed::Computed;
use one_plan_model::exchange::write_json;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::{Issue, Question, Severity};
use one_plan_workbook::load::{Control, Loaded, open};
use std::ops::ControlFlow;

/// The headings of a short file of contract monitoring.
pub const MONITORING: &str = "FINANCIAL_MONTH|FINANCIAL_YEAR|ORGANISATION_IDENTIFIER_(CODE_OF_PROVIDER)|\
    ORGANISATION_IDENTIFIER_(CODE_OF_COMMISSIONER)|POINT_OF_DELIVERY_CODE|CONTRACT_MONITORING_PLANNED_ACTIVITY|\
    CONTRACT_MONITORING_PLANNED_PRICE|CONTRACT_MONITORING_ACTUAL_ACTIVITY|CONTRACT_MONITORING_ACTUAL_PRICE|\
    DATE_AND_TIME_DATA_SET_CREATED";

/// The headings of a short activity plan.
pub const PLAN: &str = "FINANCIAL_MONTH|FINANCIAL_YEAR|ORGANISATION_IDENTIFIER_(CODE_OF_PROVIDER)|\
    ORGANISATION_IDENTIFIER_(CODE_OF_COMMISSIONER)|POINT_OF_DELIVERY_CODE|CONTRACT_MONITORING_PLANNED_ACTIVITY|\
    CONTRACT_MONITORING_PLANNED_PRICE";

/// A file of comma-separated values, of rows in which `|` sets cells apart.
pub fn csv<S: AsRef<str>>(headings: &str, rows: &[S]) -> String {
    let line = |row: &str| {
        let cells = row.split('|').map(|cell| format!("\"{}\"", cell.trim().replace('"', "\"\"")));
        cells.collect::<Vec<_>>().join(",") + "\n"
    };
    line(headings) + &rows.iter().map(|row| line(row.as_ref())).collect::<String>()
}

/// The plan of a whole year at the same price each month.
pub fn whole_year(provider: &str, commissioner: &str, point: &str, activity: &str, price: &str) -> Vec<String> {
    (1..=12).map(|month| format!("{month}|202526|{provider}|{commissioner}|{point}|{activity}|{price}")).collect()
}

pub fn load(files: &[(&str, &str)]) -> Loaded {
    load_with(files, &Answers::default())
}

/// Loads, and holds what must always hold: what was read is what is used and what is left out, and every pound that the
/// files are said to give to the plan stands in it.
pub fn load_with(files: &[(&str, &str)], answers: &Answers) -> Loaded {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let loaded = open(&files, answers, &mut |_| ControlFlow::Continue(())).loaded;
    for total in &loaded.report.control {
        assert!(total.whole.adds_up(), "{}: {:?}", total.name, total.whole);
        assert!(total.groups.values().all(Control::adds_up), "{}: {:?}", total.name, total.groups);
    }
    loaded
}

pub fn monitoring(rows: &[&str]) -> Loaded {
    load(&[("acm.csv", &csv(MONITORING, rows))])
}

/// The rows of a table of the plan: the columns that are asked for, `-` where there is nothing.
pub fn plan_rows(loaded: &Loaded, table: &str, columns: &[&str]) -> Vec<String> {
    let plan = loaded.plan.as_ref().unwrap_or_else(|| panic!("no plan: {}", loaded.report.text()));
    let json: serde_json::Value = serde_json::from_str(&write_json(plan)).unwrap();
    let word = |row: &serde_json::Value, column: &str| row[column].as_str().unwrap_or("-").to_owned();
    let rows = json[table].as_array().map(Vec::as_slice).unwrap_or_default();
    rows.iter().map(|row| columns.iter().map(|column| word(row, column)).collect::<Vec<_>>().join(" | ")).collect()
}

/// The control total of the files.
pub fn of_files(loaded: &Loaded) -> Control {
    loaded.report.control.iter().find(|total| total.name == "contract_monitoring").unwrap().whole
}

/// The control total of a provider and a point of delivery.
pub fn of_part(loaded: &Loaded, provider: &str, point: &str) -> Control {
    let total = loaded.report.control.iter().find(|total| total.name == "contract_monitoring").unwrap();
    let mut parts = total.groups.iter();
    *parts.find(|(group, _)| group.provider == provider && group.point_of_delivery == point).unwrap().1
}

/// What was said, beside that the files have no sheet that says what the plan is.
pub fn said(loaded: &Loaded, severity: Severity) -> Vec<&Issue> {
    let issues = loaded.report.refused.iter().chain(&loaded.report.issues);
    issues.filter(|issue| issue.severity == severity && !issue.what.contains("no table \"plan\"")).collect()
}

/// Everything that is more than information, with its place.
pub fn to_look_at(loaded: &Loaded) -> Vec<String> {
    let all = said(loaded, Severity::Error).into_iter().chain(said(loaded, Severity::Warning));
    all.map(|issue| format!("{}: {}", loaded.report.place_words(issue.place), issue.what)).collect()
}

#[track_caller]
pub fn says(loaded: &Loaded, severity: Severity, what: &str) {
    let found = said(loaded, severity).iter().any(|issue| issue.what.contains(what));
    assert!(found, "{severity:?}: {what}; in {:#?}", loaded.report.issues);
}

#[track_caller]
pub fn nothing_to_look_at(loaded: &Loaded) {
    assert_eq!(to_look_at(loaded), Vec::<String>::new());
    assert!(!loaded.report.questions.iter().any(Question::is_pressing), "{:?}", loaded.report.questions);
}

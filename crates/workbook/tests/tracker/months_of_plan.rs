//! Twelve months of which nothing says what they hold.

use crate::support::{Computed, file, loaded, loaded_with, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::headings::Field;
use one_plan_workbook::issues::Question;
use one_plan_workbook::load::load;

const MONTHS: &str = "Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Jan|Feb|Mar";

fn read(headings: &str, rows: &[&str]) -> one_plan_workbook::load::Loaded {
    let headings = headings.replace("MONTHS", MONTHS);
    loaded("cip.xlsx", sheet("CIP", &[&["2026/27 CIP £000", headings.as_str()], rows].concat()))
}

#[test]
fn months_that_add_up_to_the_plan_of_the_year_are_its_months() {
    let rows = [
        "LED|120|9|9|9|9|9|10|10|11|11|11|11|11",
        "Rota|24|2|2|2|2|2|2|2|2|2|2|2|2",
        "Total|144|11|11|11|11|11|12|12|13|13|13|13|13",
    ];
    let loaded = read("Scheme|Annual plan|MONTHS", &rows);
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    assert_eq!(rows_of(&loaded, Table::MonitoredMonth), 24);
    assert!(loaded.report.text().contains("they add up to the plan of the year in every row"));
    assert!(loaded.report.questions.is_empty());
    // Months that are printed to two places may be rounded.
    let loaded =
        read("Scheme|Annual plan|MONTHS", &["LED|100|8.33|8.33|8.33|8.33|8.33|8.33|8.33|8.33|8.33|8.33|8.33|8.33"]);
    assert_eq!(rows_of(&loaded, Table::MonitoredMonth), 12);
}

#[test]
fn months_that_do_not_add_up_to_it_are_asked_once() {
    let loaded = read(
        "Scheme|RAG|Annual plan|MONTHS",
        &["LED|G|120|9|9|9|9|9|10|10|11|11|11|11|11", "Rota|A|25|2|2|2|2|2|2|2|2|2|2|2|2"],
    );
    assert_eq!(rows_of(&loaded, Table::MonitoredMonth), 0);
    assert_eq!(loaded.report.questions.len(), 1);
}

#[test]
fn months_beside_nothing_else_are_asked_and_read_as_it_is_said() {
    let rows = ["1|LED|1|1|1|1|1|1|1|1|1|1|1|1", "2|Rota|2|2|2|2|2|2|2|2|2|2|2|2"];
    let headings = format!("Ref|Scheme|{MONTHS}");
    let of = || sheet("Profile", &["2026/27 CIP £000", headings.as_str(), rows[0], rows[1]]);
    let asked = load(&[file("cip.xlsx", vec![of()])], &Answers::default());
    assert!(asked.plan.is_none());
    let [Question::Tracker { question, candidates, .. }] = asked.report.questions.as_slice() else {
        panic!("{}", asked.report.text())
    };
    assert_eq!(question, "What do \"Apr\" and 11 more columns hold of their months?");
    assert_eq!(candidates, &["plan", "actual", "forecast"]);
    // What is said of each of them reads the sheet.
    let mut answers = Answers::default();
    let mut mapping = asked.report.mapping[0].mapping.clone();
    for (at, heading) in mapping.headings.iter_mut().skip(2).enumerate() {
        heading.field = Field::named(&format!("plan-month-{}", at + 1));
    }
    answers.say_tracker(mapping);
    let loaded = loaded_with("cip.xlsx", of(), &answers);
    assert_eq!(Computed::of(&loaded).figure("schemes.list.profile.gross"), "36000");
}

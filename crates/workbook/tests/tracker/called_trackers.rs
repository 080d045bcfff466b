//! Sheets that say that they are trackers: a name and one saving are enough.

use crate::support::{Computed, file, loaded, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::load::{Loaded, load};

fn gross(loaded: &Loaded) -> String {
    Computed::of(loaded).figure("schemes.list.cip.gross")
}

fn read(headings: &str, rows: &[&str]) -> Loaded {
    loaded("x.xlsx", sheet("CIP", &[&["2026/27 £000", headings], rows].concat()))
}

#[test]
fn a_name_and_one_saving_are_enough_where_the_sheet_says_what_it_is() {
    for headings in
        ["Scheme|Plan|% of plan", "Scheme|Saving|Baseline", "Scheme|Gross saving|Notes", "Project|Value|Notes"]
    {
        let loaded = read(headings, &["Theatres|200|1", "Agency|600|2"]);
        assert_eq!(gross(&loaded), "800000", "{headings}");
    }
    let of = |name: &str, title: &str, headings: &str| {
        let rows = [title, headings, "Theatres|200|1", "Agency|600|2"];
        let other = sheet("Notes", &["Prepared by the programme office"]);
        load(&[file("x.xlsx", vec![sheet(name, &rows), other])], &Answers::default()).plan.is_some()
    };
    assert!(of("Sheet1", "Efficiency 2026/27 £000", "Scheme|Plan|Notes"));
    assert!(of("Tracker", "2026/27 £000", "Scheme|Plan|Notes"));
    assert!(of("Log", "2026/27 £000", "Scheme|Saving|Notes"));
    // Nothing says that these save.
    assert!(!of("Sheet1", "2026/27 £000", "Scheme|Plan|Notes"));
    assert!(!of("Tracker", "2026/27 £000", "Project|Plan|Notes"));
    assert!(!of("CIP", "2026/27 £000", "Ward|Plan|Notes"));
}

#[test]
fn a_unit_alone_and_in_year_beside_full_year_are_what_is_saved() {
    let loaded = read("Scheme|WTE|£", &["Admin|12.5|412000", "Skill mix|3|98000"]);
    assert_eq!(gross(&loaded), "510000");
    let loaded = read("Scheme|In year|Full year|Recurrent?", &["LED|60|120|Rec", "Rota|120|120|Non rec"]);
    assert_eq!(plan_row(&loaded, "schemes", 0, &["gross", "full_year_effect", "recurrent"]), "60 | 120 | yes");
    // Two of one unit: which is the saving cannot be told.
    let loaded = load(
        &[file("x.xlsx", vec![sheet("CIP", &["CIP 2026/27", "Scheme|£|£", "Admin|12|41", "Mix|3|98"])])],
        &Answers::default(),
    );
    assert!(loaded.plan.is_none());
}

#[test]
fn gross_and_net_show_the_sign_of_a_saving() {
    let headings = "Programme|Scheme|Gross QIPP|Investment|Net QIPP";
    let loaded = read(headings, &["Planned|MSK|-500|100|-400", "Urgent|AEC|-300|50|-250", "|Total|-800|150|-650"]);
    assert_eq!(gross(&loaded), "800000");
    assert_eq!(plan_row(&loaded, "schemes", 1, &["gross", "reinvestment"]), "300 | 50");
    assert!(loaded.report.text().contains("as what is left of it shows"), "{}", loaded.report.text());
    let loaded = read(headings, &["Planned|MSK|500|100|400", "Urgent|AEC|300|50|250"]);
    assert_eq!(gross(&loaded), "800000");
    // Nothing shows it where the amounts are not one another's.
    let loaded = read(headings, &["Planned|MSK|-500|100|-600", "Urgent|AEC|-300|50|-350"]);
    assert_eq!(gross(&loaded), "-800000");
}

#[test]
fn what_is_delivered_up_to_a_month_is_the_actual_to_date() {
    let of = |headings: &str, rows: &[&str]| {
        loaded("x.xlsx", sheet("CIP M9", &[&["CIP delivery 2026/27 £000", headings], rows].concat()))
    };
    let loaded = of("Scheme|Plan|Delivered|Forecast", &["Rota|400|300|380", "Drugs|100|90|100"]);
    let columns = ["line", "month", "actual", "cumulative"];
    assert_eq!(plan_row(&loaded, "monitored_months", 0, &columns), "rota | 2026-12 | 300 | yes");
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    // Over words it says whether a scheme is delivered, and holds no amounts.
    let loaded = of("Scheme|Plan|Delivered|Forecast", &["Rota|400|Yes|380", "Drugs|100|No|100"]);
    assert!(loaded.report.text().contains("\"Delivered\": left alone"), "{}", loaded.report.text());
    assert_eq!(rows_of(&loaded, Table::Scheme), 2);
}

#[test]
fn the_first_months_of_the_year_are_told_to_date() {
    for heading in ["Apr-Aug Actual", "M1-M5 Actual", "Actual M1-5", "Actual April to August"] {
        let loaded = read(&format!("Ref|Scheme|Annual plan|{heading}|FOT"), &["1|LED|120|45|115"]);
        let columns = ["month", "actual", "cumulative"];
        assert_eq!(plan_row(&loaded, "monitored_months", 0, &columns), "2026-08 | 45 | yes", "{heading}");
    }
    // What does not begin with April is no part to date.
    let loaded = read("Ref|Scheme|Annual plan|Sep-Mar Actual|FOT", &["1|LED|120|45|115"]);
    assert!(loaded.report.text().contains("\"Sep-Mar Actual\" is left alone"));
}

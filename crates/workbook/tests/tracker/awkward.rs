//! Kinds of awkward trackers that were found by trying: each was read wrongly, or asked about in vain.

use crate::support::{Computed, loaded, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;

#[test]
fn a_title_over_the_first_column_is_no_heading_of_the_others() {
    let rows = [
        "Savings schemes 2026/27|||£000",
        "Scheme|Org|Plan|Forecast",
        "Planned care",
        "Agency|Valley|100|90",
        "Beds|Valley|50|50",
        "Subtotal planned care||150|140",
        "Urgent care",
        "Same day care|Hill|80|70",
        "Subtotal urgent care||80|70",
        "Grand total||230|210",
    ];
    let loaded = loaded("groups.xlsx", sheet("Schemes", &rows));
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    assert_eq!(plan_row(&loaded, "schemes", 0, &["name", "gross", "unit"]), "Agency | 100 | £000");
    // 100 + 50 + 80.
    assert_eq!(Computed::of(&loaded).figure("schemes.list.schemes.gross"), "230000");
}

#[test]
fn amounts_under_a_heading_that_nobody_knows_are_to_be_looked_at() {
    let rows = ["2026/27 £000", "Scheme|Plan|Risk|Stretch", "Agency|100|Low|120", "Beds|50|High|60"];
    let loaded = loaded("t.xlsx", sheet("CIP", &rows));
    let said = to_look_at(&loaded);
    assert!(said.iter().any(|line| line.contains("\"Stretch\" is left alone")), "{said:?}");
}

#[test]
fn a_visible_column_is_read_before_a_hidden_one_of_the_same_heading() {
    let rows = [
        "2026/27 £000",
        "Scheme|Annual plan|Plan|YTD plan M3|YTD actual M3",
        "Agency|90|100|25|20",
        "Beds|40|50|12|12",
    ];
    let mut tracker = sheet("CIP", &rows);
    let first = loaded("t.xlsx", tracker.clone());
    assert_eq!(plan_row(&first, "schemes", 0, &["gross"]), "90");
    tracker.hidden_columns = vec![1];
    let loaded = loaded("t.xlsx", tracker);
    assert_eq!(plan_row(&loaded, "schemes", 0, &["gross"]), "100");
    let said = to_look_at(&loaded);
    assert!(said.iter().any(|line| line.contains("\"Annual plan\" is left alone")), "{said:?}");
}

#[test]
fn a_dash_in_a_column_of_names_is_no_name() {
    let rows = [
        "2026/27 £000",
        "Scheme|Workstream|Provider|Plan|YTD plan M3|YTD actual M3",
        "Agency|Workforce|Valley|100|25|20",
        "To find|-|n/a|50|12|12",
        "Beds|TBC|–|40|10|10",
    ];
    let loaded = loaded("t.xlsx", sheet("CIP", &rows));
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    assert_eq!(rows_of(&loaded, Table::Programme), 1);
    assert_eq!(rows_of(&loaded, Table::Organisation), 1);
    assert_eq!(plan_row(&loaded, "schemes", 1, &["programme", "gross"]), "- | 50");
    assert_eq!(loaded.report.text().matches("this is no name").count(), 4);
}

#[test]
fn the_variance_of_a_month_is_not_asked() {
    let rows = ["£000||||||", "|Apr|||May||", "Scheme|Plan|Actual|Var|Plan|Actual|Variance", "Agency|10|9|-1|10|11|1"];
    let loaded = loaded("t.xlsx", sheet("Tracker 2026-27", &rows));
    assert!(loaded.report.questions.is_empty(), "{:?}", loaded.report.questions);
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    assert_eq!(Computed::of(&loaded).line("agency"), ["20000", "20000", "0", "20000"]);
}

#[test]
fn a_total_above_its_rows_is_held_against_them() {
    let rows = ["£000", "Scheme|Plan|Forecast", "Total|150|141", "Agency|100|95", "Beds|50|45"];
    let loaded = loaded("t.xlsx", sheet("CIP 2026-27", &rows));
    let said = to_look_at(&loaded);
    assert_eq!(said, ["t.xlsx, cell C3: this total of \"Forecast\" is 141, and the rows below it add up to 140"]);
    assert_eq!(rows_of(&loaded, Table::Scheme), 2);
}

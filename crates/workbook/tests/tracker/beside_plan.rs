//! What a column is depends on what stands beside it, over it, and below the table.

use crate::support::{Computed, loaded, merged, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;

fn gross(rows: &[&str]) -> String {
    let loaded = loaded("t.xlsx", sheet("CIP", rows));
    Computed::of(&loaded).figure("schemes.list.cip.gross")
}

#[test]
fn the_saving_of_a_whole_year_beside_that_of_the_year_is_the_full_year_effect() {
    let rows = ["CIP 2026/27 £000", "Scheme|Annual saving|In year saving", "CHC|600|450"];
    let both = loaded("t.xlsx", sheet("CIP", &rows));
    assert_eq!(plan_row(&both, "schemes", 0, &["gross", "full_year_effect"]), "450 | 600");
    let alone = ["CIP 2026/27 £000", "Scheme|Annual saving|Forecast", "CHC|600|450"];
    assert_eq!(gross(&alone), "600000");
}

#[test]
fn a_net_saving_and_what_is_spent_for_it_are_the_gross_saving() {
    let rows =
        ["QIPP 2026/27 £000", "Scheme|Investment|Net saving", "Wards|400|800", "Triage|150|450", "Total|550|1250"];
    let read = loaded("t.xlsx", sheet("CIP", &rows));
    assert_eq!(plan_row(&read, "schemes", 0, &["gross", "reinvestment"]), "1200 | 400");
    assert_eq!(to_look_at(&read), Vec::<String>::new());
    let with_gross = ["QIPP 2026/27 £000", "Scheme|Gross saving|Investment|Net saving", "Wards|1200|400|800"];
    let read = loaded("t.xlsx", sheet("CIP", &with_gross));
    assert_eq!(plan_row(&read, "schemes", 0, &["gross", "reinvestment"]), "1200 | 400");
}

#[test]
fn plans_by_other_names_are_known_and_the_latest_counts() {
    let revised = ["CIP 2026/27 £000", "Scheme|Original plan|Revised plan|Forecast", "CHC|100|80|75"];
    assert_eq!(gross(&revised), "80000");
    assert_eq!(gross(&["CIP 2026/27 £000", "Scheme|Current plan|FYE", "CHC|90|120"]), "90000");
    assert_eq!(gross(&["CIP 2026/27 £000", "Scheme|YTD plan M2|FY plan|FY forecast", "CHC|20|120|118"]), "120000");
    assert_eq!(gross(&["CIP 2026/27", "Scheme|Efficiency £m|Investment £m", "CHC|1.25|0.25"]), "1250000");
}

#[test]
fn what_may_be_the_plan_is_not_passed_over_where_nothing_else_is_it() {
    let rows = ["CIP 2026/27 £000", "Scheme|Division|NHSE plan|Internal plan|Forecast", "CHC|Care|100|130|115"];
    let text = loaded("t.xlsx", sheet("CIP", &rows)).report.text();
    for column in ["NHSE plan", "Internal plan"] {
        let told = format!("\"{column}\" is left alone, and no column is read as the plan of the year: this may be it");
        assert!(
            text.contains(&format!("error t.xlsx, cell {}2: {told}", if column == "NHSE plan" { 'C' } else { 'D' })),
            "{text}"
        );
    }
    let with_plan = ["CIP 2026/27 £000", "Scheme|NHSE plan|Plan|Forecast", "CHC|100|130|115"];
    assert!(!loaded("t.xlsx", sheet("CIP", &with_plan)).report.text().contains("this may be it"));
}

#[test]
fn what_is_merged_over_some_columns_heads_these_and_no_others() {
    let rows = [
        "CIP Month 4 2026/27 £000",
        "||Year to date||||",
        "Scheme|RAG|Plan|Actual|Variance|Annual target|Forecast",
        "Agency|G|40|35|-5|120|115",
    ];
    let loaded = loaded("t.xlsx", merged(sheet("CIP", &rows), 1, &[(2, 4)]));
    let computed = Computed::of(&loaded);
    assert_eq!(computed.figure("schemes.list.cip.gross"), "120000");
    assert_eq!(computed.figure("monitoring.agency.plan-to-date"), "40000");
}

#[test]
fn words_below_headings_are_headings_too() {
    let by_kind = [
        "CIP 2026/27 (£000)",
        "Division|Scheme|Plan|Forecast|Plan|Forecast|Plan|Forecast",
        "||Pay|Pay|Non-pay|Non-pay|Total|Total",
        "Medicine|Agency|100|90|20|20|120|110",
    ];
    let read = loaded("t.xlsx", sheet("CIP", &by_kind));
    assert_eq!(plan_row(&read, "schemes", 0, &["gross"]), "120");
    assert_eq!(Computed::of(&read).line("agency")[3], "110000");
    let with_posts =
        ["CIP 2026/27", "Scheme|Division|Plan||Forecast|", "||WTE|£000|WTE|£000", "Agency|Medicine|5|250|4|200"];
    let read = loaded("t.xlsx", merged(sheet("CIP", &with_posts), 1, &[(2, 3), (4, 5)]));
    assert_eq!(Computed::of(&read).figure("schemes.list.cip.gross"), "250000");
    assert_eq!(Computed::of(&read).line("agency")[3], "200000");
}

#[test]
fn a_line_of_notes_above_the_headings_is_no_heading() {
    let rows = [
        "CIP 2026/27",
        "Status: draft||Last updated: 14/08/2026||",
        "Scheme|Division|RAG|Plan £000|Forecast £000",
        "Agency|Medicine|G|100|90",
    ];
    assert_eq!(gross(&rows), "100000");
}

#[test]
fn the_unit_of_a_note_below_the_table_is_that_of_its_amounts() {
    let rows = ["CIP 2026/27", "Scheme|Division|Plan", "Agency|Medicine|550", "Total||550", "All figures in £000||"];
    assert_eq!(gross(&rows), "550000");
    // A note that says something else of pounds is none.
    let other = ["CIP 2026/27", "Scheme|Division|Plan", "Agency|Medicine|550", "Excludes £m 2 of reserves||"];
    assert_eq!(rows_of_or_none(&other), 0);
}

fn rows_of_or_none(rows: &[&str]) -> usize {
    let loaded = loaded("t.xlsx", sheet("CIP", rows));
    if loaded.plan.is_none() { 0 } else { rows_of(&loaded, Table::Scheme) }
}

#[test]
fn halves_and_totals_of_several_years_are_read_for_each() {
    let lists = |rows: &[&str]| {
        let loaded = loaded("t.xlsx", sheet("CIP", rows));
        let computed = Computed::of(&loaded);
        ["2026-27", "2027-28"].map(|year| computed.figure(&format!("schemes.list.cip-{year}.gross")))
    };
    let one_row = ["CIP £000", "Scheme|26/27 Rec|26/27 Non-rec|27/28 Rec|27/28 Non-rec", "Agency|100|20|120|5"];
    assert_eq!(lists(&one_row), ["120000", "125000"]);
    let two_rows = [
        "CIP £000",
        "|2026/27|||2027/28||",
        "Scheme|Rec|Non Rec|Total|Rec|Non Rec|Total",
        "Agency|200|50|250|300|0|300",
    ];
    assert_eq!(lists(&two_rows), ["250000", "300000"]);
}

#[test]
fn figures_to_date_may_end_with_the_month() {
    let rows = ["CIP £000 2026/27", "Scheme|Annual plan|Plan YTD Jul-26|Actual YTD Jul-26", "Agency|120|40|35"];
    let loaded = loaded("t.xlsx", sheet("CIP", &rows));
    assert_eq!(Computed::of(&loaded).figure("monitoring.agency.actual-to-date"), "35000");
}

#[test]
fn income_among_what_is_spent_stands_with_a_minus() {
    let rows = [
        "Budget monitoring 2026/27 Month 3 £",
        "Cost centre|Annual budget|YTD budget|YTD actual|YTD variance",
        "Patient income|-5000|-1250|-1200|-50",
        "Ward 1|1200|300|310|-10",
    ];
    let loaded = loaded("t.xlsx", sheet("Budgets", &rows));
    let computed = Computed::of(&loaded);
    assert_eq!(plan_row(&loaded, "monitored_lines", 0, &["kind"]), "income");
    assert_eq!(computed.figure("monitoring.patient-income.variance"), "-50");
    assert_eq!(computed.figure("monitoring.ward-1.variance"), "-10");
}

#[test]
fn a_budget_beside_that_to_date_is_that_of_the_year_where_it_is_nowhere_less() {
    let rows = |first: &str, second: &str| {
        let rows = [
            "Expenditure report M5 2026/27 £000".to_owned(),
            "Directorate|Budget|YTD budget|YTD actual".to_owned(),
            format!("Surgery|{first}|300|310"),
            format!("Medicine|{second}|200|190"),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        loaded("t.xlsx", sheet("Report", &rows))
    };
    let of_year = rows("720", "480");
    assert_eq!(plan_row(&of_year, "monitored_lines", 0, &["plan"]), "720");
    assert_eq!(to_look_at(&of_year), Vec::<String>::new());
    for of_month in [rows("60", "40"), rows("720", "40")] {
        assert_eq!(plan_row(&of_month, "monitored_lines", 0, &["plan"]), "-");
        let said = of_month.report.text();
        assert!(said.contains("\"Budget\" is left alone, and no column is read as the plan of the year"), "{said}");
    }
}

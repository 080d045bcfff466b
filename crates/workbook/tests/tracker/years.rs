//! Columns for several years: each amount counts in its own year, and in no other.

use crate::support::{Computed, loaded, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;

const PLAN: [&str; 5] = [
    "Ref|Scheme|Programme|2026/27 £k|2027/28 £k|2028/29 £k",
    "E1|Theatres|Planned|120|130|140",
    "E2|Agency|Workforce|240||",
    "E3|Estates|Workforce|||50",
    "|Total||360|130|190",
];

fn figures(rows: &[&str], wanted: &[&str]) -> Vec<String> {
    let loaded = loaded("plan.xlsx", sheet("Efficiency plan", rows));
    let computed = Computed::of(&loaded);
    wanted.iter().map(|figure| computed.figure(figure)).collect()
}

#[test]
fn years_beside_the_names_of_schemes_head_what_they_save() {
    let loaded = loaded("plan.xlsx", sheet("Efficiency plan", &PLAN));
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    // Nothing is planned of Agency and Estates in the years of which nothing stands there.
    assert_eq!((rows_of(&loaded, Table::SchemeList), rows_of(&loaded, Table::Scheme)), (3, 5));
    assert_eq!(plan_row(&loaded, "scheme_lists", 1, &["name", "year"]), "Efficiency plan 2027/28 | 2027/28");
    assert_eq!(plan_row(&loaded, "schemes", 2, &["id", "name", "gross"]), "e1-2027-28 | Theatres | 130");
    let lists = ["2026-27", "2027-28", "2028-29"].map(|year| format!("schemes.list.efficiency-plan-{year}.gross"));
    assert_eq!(figures(&PLAN, &lists.each_ref().map(String::as_str)), ["360000", "130000", "190000"]);
    assert!(loaded.report.text().contains("for 2026/27, 2027/28 and 2028/29 (from its headings), amounts in £000"));
}

#[test]
fn a_total_of_a_later_year_that_is_wrong_is_said() {
    let rows = PLAN.map(|row| row.replace("|Total||360|130|190", "|Total||360|135|190"));
    let found = to_look_at(&loaded("plan.xlsx", sheet("Efficiency plan", &rows.each_ref().map(String::as_str))));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("135") && found[0].contains("130"), "{found:?}");
}

#[test]
fn years_over_and_beside_what_they_are_of() {
    let lists = ["schemes.list.efficiency-plan-2026-27.gross", "schemes.list.efficiency-plan-2027-28.gross"];
    for rows in [
        ["Scheme|2026/27 FYE £k|2027/28 FYE £k", "Theatres|120|130"],
        ["Scheme|FYE 2027-28 (£k)|FYE 2026-27 (£k)", "Theatres|130|120"],
        ["Scheme|PYE 26/27 £k|PYE 27/28 £k", "Theatres|120|130"],
    ] {
        assert_eq!(figures(&rows, &lists), ["120000", "130000"], "{rows:?}");
    }
    // The upper words stand over the years that follow them.
    let below = [" |Saving £k|", "Scheme|2026/27|2027/28", "Theatres|120|130"];
    assert_eq!(figures(&below, &lists), ["120000", "130000"]);
}

#[test]
fn what_is_of_a_year_before_is_not_of_this_one() {
    // Once only: the amounts of last year stand beside those of this one.
    let rows = ["Efficiency plan 2026/27", "Ref|Scheme|2025/26 actual £k|2026/27 plan £k", "E1|Theatres|90|120"];
    let loaded = loaded("plan.xlsx", sheet("Efficiency plan", &rows));
    assert_eq!(rows_of(&loaded, Table::MonitoredLine), 0);
    assert_eq!(plan_row(&loaded, "schemes", 0, &["gross"]), "120");
    let found = to_look_at(&loaded);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains("\"2025/26 actual £k\" is left alone: it is of 2025/26, and this is read for 2026/27"),
        "{found:?}"
    );
    // The full-year effect is often that of the year after.
    let rows = ["Ref|Scheme|2026/27 PYE £k|2027/28 FYE £k", "E1|Theatres|90|120"];
    let loaded = crate::support::loaded("plan.xlsx", sheet("Efficiency plan", &rows));
    assert_eq!(plan_row(&loaded, "schemes", 0, &["gross", "full_year_effect"]), "90 | 120");
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
}

#[test]
fn how_the_year_goes_belongs_to_the_year_that_is_under_way() {
    let rows =
        ["Ref|Scheme|2026/27 plan £k|2027/28 plan £k|Plan to date £k|Actual to date £k", "E1|Theatres|120|130|30|20"];
    // Which is under way is asked, where nothing says it.
    let loaded = loaded("plan.xlsx", sheet("Efficiency plan", &rows));
    assert!(loaded.plan.is_none());
    let titled = [&["Month 3 of 2026/27"], rows.as_slice()].concat();
    let loaded = crate::support::loaded("plan.xlsx", sheet("Efficiency plan", &titled));
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    assert_eq!((rows_of(&loaded, Table::Scheme), rows_of(&loaded, Table::MonitoredLine)), (2, 1));
    assert_eq!(Computed::of(&loaded).figure("monitoring.e1.actual-to-date"), "20000");
}

#[test]
fn places_that_say_another_year_each_are_asked_about() {
    let rows = ["CIP plan 2026/27", "Ref|Scheme|PYE £k", "E1|Theatres|120"];
    let loaded_as = |name: &str, rows: &[&str]| loaded("plan.xlsx", sheet(name, rows));
    assert_eq!(to_look_at(&loaded_as("CIP 2026-27", &rows)), Vec::<String>::new());
    let said = to_look_at(&loaded_as("CIP 2025-26", &rows));
    let places = "what stands above its headings says 2026/27, and the name of the sheet 2025/26";
    assert!(said.iter().any(|line| line.contains(places)), "{said:?}");
    // All amounts are of another year than the title.
    let dated = ["CIP plan 2026/27", "Ref|Scheme|2025/26 PYE £k", "E1|Theatres|120"];
    let said = to_look_at(&loaded_as("CIP", &dated));
    let places = "its headings say 2025/26, and what stands above its headings 2026/27";
    assert!(said.iter().any(|line| line.contains(places)), "{said:?}");
    // What is left alone says no year.
    let of_schemes = ["CIP 2026/27", "Ref|Scheme|FYE of 2025/26 schemes|PYE £k", "E1|Theatres|5|120"];
    assert_eq!(plan_row(&loaded_as("CIP", &of_schemes), "scheme_lists", 0, &["year"]), "2026/27");
}

#[test]
fn the_month_is_not_that_of_a_meeting_or_of_the_end_of_the_year() {
    let rows = |title: &'static str| [title, "Ref|Scheme|Plan £k|YTD plan £k|YTD actual £k", "E1|Theatres|120|50|40"];
    let month = |title: &'static str| {
        let loaded = loaded("plan.xlsx", sheet("CIP", &rows(title)));
        let text = loaded.report.text();
        let month = text.split_once(", up to month ").map(|(_, rest)| rest.split(',').next().unwrap().to_owned());
        month.unwrap_or_else(|| "asked".to_owned())
    };
    assert_eq!(month("CIP 2026/27 at August 2026"), "5");
    assert_eq!(month("CIP 2026/27, month 5"), "5");
    for asked in [
        "CIP 2026/27 - Board meeting: October 2026",
        "CIP 2026/27, printed 12 September 2026",
        "CIP for the year ending 31 March 2027",
    ] {
        assert_eq!(month(asked), "asked", "{asked}");
    }
}

#[test]
fn one_month_beside_what_is_told_to_date_is_part_of_it() {
    let rows = [
        "CIP 2026/27",
        "Ref|Scheme|Plan £k|Month 6 plan|Month 6 actual|Cumulative plan M6|Cumulative actual M6",
        "E1|Theatres|120|10|9|60|50",
    ];
    let loaded = loaded("plan.xlsx", sheet("CIP", &rows));
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    let computed = Computed::of(&loaded);
    assert_eq!(computed.figure("monitoring.e1.plan-to-date"), "60000");
    assert_eq!(computed.figure("monitoring.e1.actual-to-date"), "50000");
}

#[test]
fn what_is_compared_with_the_year_before_is_of_this_one() {
    let rows =
        ["Savings 2026/27 (£ 000's)", "Ref|Scheme|2025/26 Plan|2026/27 Plan", "E1|Theatres|80|300", "E2|Agency|20|60"];
    let computed = figures(&rows, &["schemes.list.efficiency-plan.gross"]);
    assert_eq!(computed, ["360000"]);
}

#[test]
fn the_year_before_is_not_read_beside_several_years_and_that_is_said() {
    let rows = [
        "Efficiency plan 2026/27 - 2028/29 £000",
        "Ref|Scheme|2025/26 Actual|2025/26 Plan|2026/27 Plan|2027/28 Plan",
        "E1|Theatres|90|95|120|130",
    ];
    let first = loaded("plan.xlsx", sheet("Efficiency plan", &rows));
    assert_eq!((rows_of(&first, Table::SchemeList), rows_of(&first, Table::MonitoredLine)), (2, 0));
    let said = to_look_at(&first);
    for column in ["2025/26 Actual", "2025/26 Plan"] {
        let left = format!("\"{column}\" is left alone: it is of 2025/26, and this is read for 2026/27 and 2027/28");
        assert!(said.iter().any(|line| line.ends_with(&left)), "{said:?}");
    }
    // With no title: what says how a year went is of a year of which nothing is planned.
    let without_title = [rows[1].replace("2025/26 Plan", "Risk"), rows[2].to_owned()];
    let second = loaded("plan.xlsx", sheet("Plan £000", &without_title.each_ref().map(String::as_str)));
    assert_eq!(rows_of(&second, Table::MonitoredLine), 0);
    assert!(to_look_at(&second).concat().contains("\"2025/26 Actual\" is left alone"), "{:?}", to_look_at(&second));
}

#[test]
fn a_year_over_columns_is_theirs_alone() {
    let rows = [
        "Efficiency tracker 2026/27 £000, Month 5",
        "||2025/26||2026/27||",
        "Ref|Scheme|Plan|FYE|Plan|YTD actual|FYE",
        "E1|Theatres|90|95|120|44|150",
    ];
    let loaded = loaded("plan.xlsx", sheet("CIP", &rows));
    assert_eq!(rows_of(&loaded, Table::SchemeList), 1);
    assert_eq!(plan_row(&loaded, "scheme_lists", 0, &["year"]), "2026/27");
    assert_eq!(plan_row(&loaded, "schemes", 0, &["gross", "full_year_effect"]), "120 | 150");
    assert_eq!(Computed::of(&loaded).figure("monitoring.e1.actual-to-date"), "44000");
}

#[test]
fn the_full_year_effect_of_an_earlier_year_is_not_that_of_this_one() {
    let rows = ["CIP 2026/27 £000", "Ref|Scheme|2025/26 FYE|2026/27 Plan", "E1|Theatres|90|120"];
    let loaded = loaded("plan.xlsx", sheet("CIP", &rows));
    assert_eq!(plan_row(&loaded, "schemes", 0, &["gross", "full_year_effect"]), "120 | -");
    assert!(to_look_at(&loaded).concat().contains("\"2025/26 FYE\" is left alone: it is of 2025/26"));
}

#[test]
fn a_column_of_last_year_before_that_of_this_one_does_not_take_its_place() {
    let rows = [
        "CIP 2026/27 £000, Month 5",
        "Ref|Scheme|2025/26 YTD actual|2025/26 Forecast|Plan|YTD actual|Forecast",
        "E1|Theatres|30|99|120|44|110",
    ];
    let read = loaded("plan.xlsx", sheet("CIP", &rows));
    let computed = Computed::of(&read);
    assert_eq!(computed.figure("monitoring.e1.actual-to-date"), "44000");
    assert_eq!(computed.line("e1")[3], "110000");
    // Where nothing says which year it is, the amounts with a year and those without are not of the same.
    let without_title = ["CIP £000", "Ref|Scheme|2025/26 Plan|Plan", "E1|Theatres|90|120"];
    let said = to_look_at(&loaded("plan.xlsx", sheet("CIP", &without_title))).concat();
    assert!(said.contains("for which year it is cannot be told"), "{said}");
}

#[test]
fn what_stands_below_one_year_with_its_plan_is_of_that_year() {
    let rows = ["CIP £000", "|2026/27||2027/28|", "Scheme|Plan|Forecast|Plan|FYE", "Theatres|200|190|300|350"];
    let tracker = crate::support::merged(sheet("CIP", &rows), 1, &[(1, 2), (3, 4)]);
    let loaded = loaded("plan.xlsx", tracker);
    let columns = ["list", "gross", "full_year_effect"];
    assert_eq!(plan_row(&loaded, "schemes", 0, &columns), "cip-2026-27 | 200 | -");
    assert_eq!(plan_row(&loaded, "schemes", 1, &columns), "cip-2027-28 | 300 | 350");
}

//! Sheets with the headings of a tracker whose rows are spent, and columns of numbers that could be names: neither are schemes.

use crate::support::{file, loaded, loaded_with, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::load::{Loaded, load};
use one_plan_workbook::sheet::Sheet;

fn cip() -> Sheet {
    sheet("CIP", &["CIP 2026/27 £000", "Scheme|Plan|RAG", "Theatres|200|A", "Pharmacy|80|G"])
}

fn schemes(loaded: &Loaded) -> String {
    let text = loaded.report.text();
    let line = text.lines().find_map(|line| line.strip_prefix("schemes: "));
    line.unwrap_or_default().to_owned()
}

#[test]
fn what_a_title_says_is_spent_is_no_saving_and_its_pounds_are_named() {
    for (name, title) in [
        ("Capital", "Capital programme 2026/27 £000"),
        ("Investments", "Investments 2026/27 £000"),
        ("Movements", "Contract variations 2026/27 £000"),
        ("CIP 2", "Cost pressures and service developments 2026/27 £000"),
        ("SDF", "2026/27 £000"),
    ] {
        let other = sheet(name, &[title, "Scheme|Plan|Forecast", "Robotics|400|390", "Total|400|390"]);
        for sheets in [vec![cip(), other.clone()], vec![other, cip()]] {
            let loaded = load(&[file("plan.xlsx", sheets)], &Answers::default());
            assert_eq!(
                schemes(&loaded),
                "3 rows read = 2 used + 1 left out; £680,000 read = £280,000 used + £400,000 left out.",
                "{name}"
            );
            let said = to_look_at(&loaded);
            assert!(
                said.iter().any(|said| said.contains("1 scheme with a plan of £400,000 in all is left out")),
                "{said:?}"
            );
            assert_eq!(rows_of(&loaded, Table::MonitoredLine), 0);
        }
    }
}

#[test]
fn what_is_spent_is_no_saving_where_it_stands_alone_either() {
    let rows =
        ["Cost pressures 2026/27", "£000", "Ref|Scheme|PYE|FYE|R/NR", "P1|Pay award|1500|1500|R", "P2|Drugs|3|6|R"];
    for name in ["CIP", "Cost pressures", "Sheet1"] {
        let loaded = loaded("plan.xlsx", sheet(name, &rows));
        // Its title gives the years of a plan, in which nothing of it counts.
        assert_eq!(rows_of(&loaded, Table::Scheme), 0);
        assert!(schemes(&loaded).starts_with("2 rows read = 0 used + 2 left out;"));
        assert!(loaded.report.text().contains("2 schemes with a plan of £1,503,000 in all are left out"));
    }
}

#[test]
fn what_is_spent_below_a_tracker_with_the_same_headings_is_no_further_page() {
    let rows = [
        "CIP 2026/27 £000",
        "Scheme|Plan|RAG",
        "Theatres|200|A",
        "Total|200|",
        "",
        "Investments 2026/27 £000",
        "Scheme|Plan|RAG",
        "Virtual ward|500|G",
    ];
    let loaded = loaded("plan.xlsx", sheet("CIP", &rows));
    assert_eq!(
        schemes(&loaded),
        "2 rows read = 1 used + 1 left out; £700,000 read = £200,000 used + £500,000 left out; 1 total row is not added."
    );
    assert_eq!(plan_row(&loaded, "schemes", 0, &["name", "gross"]), "Theatres | 200");
}

#[test]
fn who_speaks_of_savings_counts_whatever_is_spent_beside() {
    for (name, title, headings) in [
        ("Capital", "Capital CIP 2026/27 £000", "Scheme|Plan|RAG"),
        ("Investments", "CIP 2026/27 £000", "Scheme|Plan|RAG"),
        ("Investments", "2026/27 £000", "Scheme|Gross saving|RAG"),
        ("CIP", "All figures are £000 before investments, 2026/27", "Scheme|Plan|RAG"),
        ("CIP", "Savings and cost pressures 2026/27 £000", "Scheme|Plan|RAG"),
        ("Capital and estates", "2026/27 £000", "Scheme|Plan|RAG"),
    ] {
        let loaded = loaded("plan.xlsx", sheet(name, &[title, headings, "Robotics|400|A"]));
        assert_eq!(rows_of(&loaded, Table::Scheme), 1, "{name}, {title}");
    }
    // A person said that these are schemes.
    let rows = ["Capital programme 2026/27 £000", "Scheme|Plan|Forecast", "Robotics|400|390"];
    let mapping = r#"{"format": "one-plan-mapping/1", "trackers": [{"name": "Capital", "headings": [
        {"heading": "Scheme", "field": "name"}, {"heading": "Plan", "field": "plan-of-year"}]}]}"#;
    let answers = Answers::of_json(mapping).unwrap();
    let loaded = loaded_with("plan.xlsx", sheet("Capital", &rows), &answers);
    assert_eq!(rows_of(&loaded, Table::Scheme), 1);
}

#[test]
fn a_column_of_amounts_never_names_schemes() {
    for heading in ["Efficiency", "Schemes", "Initiative"] {
        let headings = format!("Provider|Baseline|{heading}|2026/27 value");
        let rows = [
            "Values 2026/27 £000",
            &headings,
            "Northmere|240000|-2640|237360",
            "Valley|38000|-418|37582",
            "Brook|100|n/a|100",
            "Total||-3058|275042",
        ];
        for name in ["Contracts", "Sheet1", "Values"] {
            let loaded = loaded("plan.xlsx", sheet(name, &rows));
            let count = loaded.plan.as_ref().map_or(0, |_| rows_of(&loaded, Table::Scheme));
            assert_eq!(count, 0, "{name}, {heading}");
        }
    }
}

#[test]
fn numbers_that_count_schemes_are_their_references() {
    let rows = ["CIP 2026/27 £000", "Scheme|Description|Plan|RAG", "101|Theatres|200|A", "102|Pharmacy|80|G"];
    let loaded_of = loaded("plan.xlsx", sheet("CIP", &rows));
    assert_eq!(plan_row(&loaded_of, "schemes", 0, &["id", "name", "gross"]), "101 | Theatres | 200");
    // Beside a name they are left alone, and it is said.
    let rows = ["CIP 2026/27 £000", "Ref|Efficiency|Description|Plan|RAG", "A|12|Theatres|200|A", "B|7|Pharmacy|80|G"];
    let loaded = loaded("plan.xlsx", sheet("CIP", &rows));
    assert_eq!(plan_row(&loaded, "schemes", 1, &["name", "gross"]), "Pharmacy | 80");
    assert!(to_look_at(&loaded).iter().any(|said| said.contains("no scheme is called by one")));
}

#[test]
fn a_table_of_schemes_under_such_a_title_is_none_either() {
    let rows = ["Capital programme 2026/27 £000", "Id|Scheme|Year|Gross|Recurrent", "C1|Theatres|2026/27|4500|yes"];
    let loaded = load(&[file("plan.xlsx", vec![cip(), sheet("Schemes", &rows)])], &Answers::default());
    assert_eq!(rows_of(&loaded, Table::Scheme), 2);
    assert!(
        loaded.report.text().contains("1 scheme with a plan of £4,500,000 in all is left out"),
        "{}",
        loaded.report.text()
    );
}

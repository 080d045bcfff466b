//! Sheets beside a tracker that name schemes with a plan and nothing else.

use crate::support::{file, plan_row, rows_of, sheet};
use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::load::{Loaded, load};
use one_plan_workbook::sheet::Sheet;

fn read(sheets: Vec<Sheet>) -> Loaded {
    load(&[file("plan.xlsx", sheets)], &Answers::default())
}

fn surgery() -> Sheet {
    sheet("Surgery", &["Surgery CIP 2026/27 £000", "Scheme|Plan|RAG", "Theatres|200|A", "Implants|100|G"])
}

#[test]
fn a_sheet_of_a_further_division_is_read_though_it_says_less() {
    for rows in [
        ["Medicine CIP 2026/27 £000", "Scheme|Plan", "Agency|500", "Stay|300"],
        ["Medicine 2026/27 £000", "Scheme|Plan", "Agency|500", "Stay|300"],
        ["Medicine CIP 2026/27 £000", "Scheme|Saving", "Agency|500", "Stay|300"],
        ["Medicine CIP 2026/27 £000", "Project|Value", "Agency|500", "Stay|300"],
    ] {
        let medicine = sheet("Medicine", &rows);
        for sheets in [vec![surgery(), medicine.clone()], vec![medicine, surgery()]] {
            let loaded = read(sheets);
            assert_eq!(rows_of(&loaded, Table::Scheme), 4, "{rows:?}");
            assert!(loaded.report.text().contains("£1,100,000 read = £1,100,000 used"), "{rows:?}");
        }
    }
    let further = sheet("Estates", &["Scheme|Plan 2026/27 (£000)", "Lights|50"]);
    let loaded = read(vec![surgery(), further]);
    assert_eq!(plan_row(&loaded, "schemes", 2, &["name", "gross"]), "Lights | 50");
}

#[test]
fn what_says_the_same_schemes_once_more_counts_once() {
    let top = sheet("Largest", &["2026/27 £000", "Scheme|Plan", "Theatres|200"]);
    assert_eq!(rows_of(&read(vec![surgery(), top]), Table::Scheme), 2);
    for (name, title) in [("Summary", "2026/27 £000"), ("Page 1", "CIP overview 2026/27 £000")] {
        let summary = sheet(name, &[title, "Scheme|Plan", "Theatre work|250", "Other|50", "Total|300"]);
        let loaded = read(vec![summary, surgery()]);
        assert_eq!(rows_of(&loaded, Table::Scheme), 2, "{name}");
        assert!(!loaded.report.text().contains("error"), "{name}");
    }
}

#[test]
fn schemes_with_a_plan_that_are_not_read_are_an_error_with_their_pounds() {
    let other =
        sheet("Medicine", &["Medicine £000", "Scheme|Value|Comment", "Agency|500|", "Stay|300|late", "Total|800|"]);
    let loaded = read(vec![surgery(), other]);
    assert_eq!(rows_of(&loaded, Table::Scheme), 2);
    let text = loaded.report.text();
    assert!(text.contains("error plan.xlsx, sheet \"Medicine\""), "{text}");
    assert!(text.contains("£800,000 under \"Value\" in 2 rows count nowhere"), "{text}");
}

#[test]
fn what_is_said_of_schemes_that_are_read_takes_nothing_from_them() {
    let pay = ["CIP mitigations 2026/27 £000", "Scheme|Mitigation|Value", "Theatres|Bank rates|20"];
    let targets = ["CIP targets 2026/27 £000", "Scheme|Target", "Theatre work|250", "Other|90"];
    for rows in [&pay[..], &targets] {
        let loaded = read(vec![surgery(), sheet("Page 2", rows)]);
        assert!(loaded.report.text().contains("£300,000 read = £300,000 used"), "{}", loaded.report.text());
        assert!(!loaded.report.text().contains("error"), "{}", loaded.report.text());
    }
    // What adds up to the same, or is called after what it is summed up by, is said with its pounds.
    for (title, other, severity) in
        [("CIP 2026/27 £000", 50, "warning"), ("CIP by programme 2026/27 £000", 60, "error")]
    {
        let rows = [title, "Scheme|Plan", "Theatre work|250", &format!("Other|{other}")];
        let loaded = read(vec![surgery(), sheet("Page 2", &rows)]);
        assert_eq!(rows_of(&loaded, Table::Scheme), 2);
        assert!(
            loaded.report.text().contains(&format!("{severity} plan.xlsx, sheet \"Page 2\"")),
            "{}",
            loaded.report.text()
        );
        assert!(loaded.report.text().contains(&format!("£3{}0,000 under", other / 10 - 5)), "{}", loaded.report.text());
    }
}

#[test]
fn a_list_that_stands_alone_may_have_columns_that_nobody_knows() {
    let rows =
        ["CIP 2026/27 £000", "Scheme|Baseline budget|Saving|% saving", "Drugs|15000|300|2%", "Total|15000|300|2%"];
    let loaded = read(vec![sheet("CIP", &rows)]);
    assert_eq!(plan_row(&loaded, "schemes", 0, &["name", "gross"]), "Drugs | 300");
}

#[test]
fn several_lists_that_speak_of_savings_are_read_though_none_says_more() {
    let of = |name: &str, row: &str| sheet(name, &[&format!("{name} CIP 2026/27 £000"), "Scheme|Plan", row]);
    let sheets =
        || vec![of("Surgery", "Theatres|200"), of("Medicine", "Agency|500"), sheet("Notes", &["Notes", "a|b"])];
    assert_eq!(rows_of(&read(sheets()), Table::Scheme), 2);
    // In files of their own as well.
    let files: Vec<_> = sheets().into_iter().map(|sheet| file(&format!("{}.xlsx", sheet.name), vec![sheet])).collect();
    assert_eq!(rows_of(&load(&files, &Answers::default()), Table::Scheme), 2);
}

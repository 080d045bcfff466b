//! What each row says on its own: its year, its unit, or the month that it is of.

use crate::support::{Computed, loaded, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;

#[test]
fn a_row_counts_in_the_year_that_it_says() {
    let rows = [
        "Savings plan 2026/27 onwards (£000)",
        "Year|Ref|Scheme|PYE|FYE",
        "2026/27|1|Agency|100|150",
        "26-27|2|Beds|200|200",
        "2027/28|1|Agency|50|",
        "2027/28|3|Digital|300|300",
        "Total|||650|650",
    ];
    let read = loaded("t.xlsx", sheet("Savings", &rows));
    assert_eq!(to_look_at(&read), Vec::<String>::new());
    assert_eq!((rows_of(&read, Table::SchemeList), rows_of(&read, Table::Scheme)), (2, 4));
    let computed = Computed::of(&read);
    assert_eq!(computed.figure("schemes.list.savings-2026-27.gross"), "300000");
    assert_eq!(computed.figure("schemes.list.savings-2027-28.gross"), "350000");
    assert!(read.report.text().contains("for 2026/27 and 2027/28 (from the year of each row)"));
    // A total of all years that is wrong is said once.
    let wrong = rows.map(|row| row.replace("Total|||650", "Total|||660"));
    let said = to_look_at(&loaded("t.xlsx", sheet("Savings", &wrong.each_ref().map(String::as_str))));
    assert_eq!(said.len(), 1, "{said:?}");
    // Nothing else says the year.
    let alone = ["Ref|Scheme|Plan (£k)|FOT (£k)|Financial year", "1|Agency|100|90|2026/27", "2|Beds|200|210|2026/27"];
    let read = loaded("t.csv", sheet("t", &alone));
    assert_eq!(to_look_at(&read), Vec::<String>::new());
    assert_eq!(plan_row(&read, "scheme_lists", 0, &["year"]), "2026/27");
    assert_eq!(Computed::of(&read).line("2")[3], "210000");
}

#[test]
fn a_row_without_a_year_is_said() {
    let rows = |first: &str| {
        let first = format!("{first}|1|Agency|100");
        let rows = ["CIP 2026/27 (£000)", "Year|Ref|Scheme|Plan", &first, "2027/28|2|Beds|50", "2026/27|3|Estates|10"];
        let read = loaded("t.xlsx", sheet("CIP", &rows));
        let computed = Computed::of(&read);
        let said = to_look_at(&read);
        assert!(said.len() < 2, "{said:?}");
        // What is left out is counted with its pounds.
        let schemes = read.report.control.iter().find(|total| total.table == Table::Scheme).unwrap().whole;
        let out = (schemes.rows_rejected(), schemes.pounds_rejected.to_string());
        assert_eq!(out, if first.starts_with("next") { (1, "100000".to_owned()) } else { (0, "0".to_owned()) });
        (computed.figure("schemes.list.cip-2026-27.gross"), said.concat())
    };
    assert_eq!(rows("FY26/27"), ("110000".to_owned(), String::new()));
    let (gross, said) = rows("");
    assert_eq!(gross, "110000");
    assert!(said.contains("cell A3: no year stands in this row: it is read for 2026/27"), "{said}");
    let (gross, said) = rows("next");
    assert_eq!(gross, "10000");
    assert!(said.contains("this is no financial year"), "{said}");
    // A column that holds no years says nothing.
    let none = ["CIP 2026/27 (£000)", "Year|Ref|Scheme|Plan", "1|1|Agency|100", "2|2|Beds|50"];
    let read = loaded("t.xlsx", sheet("CIP", &none));
    assert_eq!(Computed::of(&read).figure("schemes.list.cip.gross"), "150000");
}

#[test]
fn an_amount_is_in_the_unit_of_its_row() {
    let rows = ["CIP 2026/27", "Ref|Scheme|Plan|Unit", "1|Agency|120|£000", "2|Beds|1.2|£m", "3|Estates|5000|£"];
    let read = loaded("t.xlsx", sheet("CIP", &rows));
    assert_eq!(to_look_at(&read), Vec::<String>::new());
    assert_eq!(Computed::of(&read).figure("schemes.list.cip.gross"), "1325000");
    let said = |rows: &[&str]| to_look_at(&loaded("t.xlsx", sheet("CIP", rows))).concat();
    let none = said(&["CIP 2026/27", "Ref|Scheme|Plan|Unit", "1|Agency|120|£000", "2|Beds|1.2|"]);
    assert!(none.contains("no unit stands in this row"), "{none}");
    let other = said(&["CIP 2026/27", "Ref|Scheme|Plan|Unit", "1|Agency|120|£000", "2|Beds|1.2|WTE"]);
    assert!(other.contains("\"WTE\" is the unit of the row, and no unit of money"), "{other}");
    let two = said(&["CIP 2026/27", "Ref|Scheme|Plan £k|Unit", "1|Agency|120|£000", "2|Beds|1.2|£m"]);
    assert!(two.contains("the heading says £000, and the unit of the row £m"), "{two}");
    // A unit may also be a ward.
    let ward = said(&["CIP 2026/27 £000", "Ref|Scheme|Plan|Unit", "1|Agency|120|Ward A", "2|Beds|1.2|Ward B"]);
    assert_eq!(ward, "");
}

#[test]
fn a_row_for_each_month_is_said_to_be_one_too_many() {
    let rows = |months: [&str; 2]| {
        let of = |scheme: &str, month: &str| format!("{scheme}|{month}|10|9");
        let rows: Vec<String> =
            ["L1|Agency", "L2|Drugs"].iter().flat_map(|scheme| months.map(|month| of(scheme, month))).collect();
        let head = ["CIP 2026/27", "Ref|Scheme|Month|Plan £000|Actual £000"];
        let rows: Vec<&str> = head.into_iter().chain(rows.iter().map(String::as_str)).collect();
        loaded("t.xlsx", sheet("CIP long", &rows))
    };
    for months in [["Apr-26", "May-26"], ["d:2026-04-01", "d:2026-05-01"], ["1", "2"], ["M1", "M2"]] {
        let read = rows(months);
        assert!(read.plan.is_none(), "{months:?}");
        let said = to_look_at(&read);
        assert!(
            said.iter().any(|line| line.contains("cell C2") && line.contains("in a row for each month")),
            "{said:?}"
        );
    }
    // The month in which a scheme begins is none of its rows.
    let once =
        ["CIP 2026/27", "Ref|Scheme|Month|Plan £000|YTD actual £000", "L1|Agency|Apr-26|10|9", "L2|Drugs|May-26|20|9"];
    assert_eq!(rows_of(&loaded("t.xlsx", sheet("CIP", &once)), Table::Scheme), 2);
}

#[test]
fn rows_that_all_say_another_year_than_the_title_are_of_theirs() {
    let rows = ["CIP 2026/27 (£000)", "Year|Ref|Scheme|Plan", "2027/28|1|Agency|100", "2027/28|2|Beds|50"];
    let read = loaded("t.xlsx", sheet("CIP", &rows));
    assert_eq!(Computed::of(&read).figure("schemes.list.cip.gross"), "150000");
    assert_eq!(crate::support::plan_row(&read, "scheme_lists", 0, &["year"]), "2027/28");
}

#[test]
fn the_first_and_the_second_year_are_the_one_that_is_told_and_the_one_after() {
    for [one, two] in [["Year 1", "Year 2"], ["Yr1", "Yr2"]] {
        let of = |year: &str, row: &str| format!("{year}|{row}");
        let rows = [of(one, "1|Agency|100"), of(one, "2|Beds|50"), of(two, "1|Agency|110"), of(two, "2|Beds|60")];
        let head = ["CIP 2026/27 £000", "Year|Ref|Scheme|Plan"];
        let rows: Vec<&str> = head.into_iter().chain(rows.iter().map(String::as_str)).collect();
        let read = loaded("t.xlsx", sheet("CIP", &rows));
        let computed = Computed::of(&read);
        let gross = ["2026-27", "2027-28"].map(|year| computed.figure(&format!("schemes.list.cip-{year}.gross")));
        assert_eq!(gross, ["150000", "170000"], "{one}");
        assert!(read.report.text().contains("the first year of the rows is read as 2026/27"), "{}", read.report.text());
        // Which year is the first must be told.
        let untold = [&["CIP £000"], rows.get(1..).unwrap()].concat();
        assert!(loaded("t.xlsx", sheet("CIP", &untold)).plan.is_none(), "{one}");
    }
}

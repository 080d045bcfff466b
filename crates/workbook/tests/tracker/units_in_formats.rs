//! Cells whose number format writes the unit of the amount behind it.

use crate::support::{Computed, loaded, sheet, to_look_at};
use one_plan_workbook::load::Loaded;
use one_plan_workbook::sheet::{Cell, Sheet};

fn tracker(title: &str, headings: &str, amounts: [(&str, &str); 2]) -> Sheet {
    let mut sheet = sheet("CIP", &[title, headings, "A1|Lighting|1|1", "A2|Rota|1|1"]);
    for (row, (digits, format)) in (2..).zip(amounts) {
        for column in [2, 3] {
            sheet.replace(row, column, Cell::of_number(digits, format));
        }
    }
    sheet
}

fn gross(loaded: &Loaded) -> String {
    Computed::of(loaded).figure("schemes.list.cip.gross")
}

#[test]
fn the_unit_that_a_format_shows_is_that_of_the_amount() {
    for (title, headings, amounts, pounds) in [
        ("CIP 2026/27", "Ref|Scheme|Plan|Forecast", [("0.25", "\"£\"0.00\"m\""), ("1.2", "\"£\"0.00\"m\"")], "1450000"),
        ("CIP 2026/27", "Ref|Scheme|Plan|Forecast", [("250", "\"£\"#,##0\"k\""), ("120", "\"£\"#,##0\"k\"")], "370000"),
        ("CIP 2026/27", "Ref|Scheme|Plan|Forecast", [("250", "#,##0\"k\""), ("1.2", "0.0\"m\"")], "1450000"),
        // What the format divides before it shows it is kept in pounds.
        ("CIP 2026/27", "Ref|Scheme|Plan|Forecast", [("250000", "\"£\"0.00,,\"m\""), ("3000", "£0,\\k")], "253000"),
        // Kept in thousands, shown in millions.
        ("CIP 2026/27 £000", "Ref|Scheme|Plan|Forecast", [("1200", "0.0,\"m\""), ("300", "#,##0")], "1500000"),
        ("CIP 2026/27", "Ref|Scheme|Plan £m|Forecast £m", [("1.2", "0.0\"m\""), ("300", "0\"k\"")], "1500000"),
    ] {
        let loaded = loaded("cip.xlsx", tracker(title, headings, amounts));
        assert_eq!(gross(&loaded), pounds, "{amounts:?}");
        assert_eq!(to_look_at(&loaded), Vec::<String>::new(), "{amounts:?}");
        assert!(
            loaded.report.text().contains("by its number format")
                || loaded.report.text().contains("by their number formats")
        );
    }
}

#[test]
fn letters_that_are_no_unit_of_money_say_nothing() {
    let amounts = [("250", "0\" wte\""), ("120", "#,##0")];
    let loaded = loaded("cip.xlsx", tracker("CIP 2026/27 £000", "Ref|Scheme|Plan|Forecast", amounts));
    assert_eq!(gross(&loaded), "370000");
    assert!(!loaded.report.text().contains("number format"));
}

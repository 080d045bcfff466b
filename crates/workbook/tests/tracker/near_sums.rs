//! Rows that miss the sums of others by a rounding or by a slip: never counted in silence.

use crate::support::{Computed, loaded, sheet, to_look_at};
use one_plan_model::plan::Table;
use one_plan_workbook::load::Loaded;

fn read(unit: &str, rows: &[&str]) -> Loaded {
    let title = format!("CIP 2026/27 {unit}");
    loaded("t.xlsx", sheet("CIP", &[&[title.as_str()], rows].concat()))
}

/// The saving of all schemes, and what is to be looked at.
fn gross(unit: &str, rows: &[&str]) -> (String, Vec<String>) {
    let loaded = read(unit, rows);
    (Computed::of(&loaded).figure("schemes.list.cip.gross"), to_look_at(&loaded))
}

const HEADINGS: &str = "Ref|Scheme|Plan|Forecast";
const THOUSANDS: &str = "£000";

#[test]
fn a_sum_that_is_rounded_is_one() {
    let medicine = [HEADINGS, "1|Agency|1.4|1.3", "2|Beds|2.4|2.4", "|Medicine|3.9|3.7"];
    let surgery = ["3|Theatres|1.1|1.1", "4|Scopes|1.1|1.1", "|Surgery|2.2|2.2"];
    assert_eq!(gross("£m", &[&medicine[..], &surgery].concat()), ("6000000".to_owned(), Vec::new()));
    // As the last row it may be the total of all, which is said where it is not called so.
    let (saving, said) = gross("£m", &medicine);
    assert_eq!((saving.as_str(), said.len()), ("3800000", 1), "{said:?}");
    // Whole thousands are rounded as well.
    let rows = [HEADINGS, "1|Agency|100|90", "2|Beds|200|200", "|Medicine|301|291", "3|Theatres|80|80"];
    assert_eq!(gross(THOUSANDS, &rows), ("380000".to_owned(), Vec::new()));
    let text = read(THOUSANDS, &rows).report.text();
    assert!(
        text.contains("but for rounding") && text.contains("301 under \"Plan\" and one more amount is not added"),
        "{text}"
    );
}

#[test]
fn a_sum_with_a_slip_is_said_and_does_not_count() {
    for (sum, missed) in [("|CIP plan|305|290", "305, and they add up to 300"), ("|CIP plan|306|296", "306, and")] {
        let (saving, said) = gross(THOUSANDS, &[HEADINGS, "1|Agency|100|90", "2|Beds|200|200", sum]);
        assert_eq!((saving.as_str(), said.len()), ("300000", 1), "{said:?}");
        assert!(said[0].contains("taken for a total") && said[0].contains(missed), "{said:?}");
    }
}

#[test]
fn a_total_that_adds_up_a_sum_with_a_slip_is_not_blamed() {
    let medicine = ["1|Agency|100|90", "2|Beds|200|200", "|Medicine|304|290"];
    let surgery = ["3|Theatres|80|80", "4|Scopes|40|40", "|Surgery|120|120"];
    for total in ["|Total|424|410", "|Total|420|410"] {
        let (saving, said) = gross(THOUSANDS, &[&[HEADINGS], &medicine[..], &surgery, &[total]].concat());
        assert_eq!((saving.as_str(), said.len()), ("420000", 1), "{said:?}");
        assert!(said[0].contains("304, and they add up to 300"), "{said:?}");
    }
    // One that is neither is.
    let (_, said) = gross(THOUSANDS, &[&[HEADINGS], &medicine[..], &surgery, &["|Total|430|410"]].concat());
    assert!(said.len() == 2 && said.iter().any(|line| line.contains("this total of \"Plan\" is 430")), "{said:?}");
}

#[test]
fn a_total_says_what_is_nearly_a_sum_above_its_rows_or_without_references() {
    let above = [
        "Scheme|Plan|Forecast",
        "Medicine|3.9|3.7",
        "Agency|1.4|1.3",
        "Beds|2.4|2.4",
        "Surgery|2.2|2.2",
        "Theatres|1.1|1.1",
        "Scopes|1.1|1.1",
        "Total|6.1|5.9",
    ];
    assert_eq!(gross("£m", &above), ("6000000".to_owned(), Vec::new()));
    let budgets = [
        "Budget report 2026/27 month 6 £000",
        "Budget line|Annual budget|YTD budget|YTD actual",
        "Acute A|400|200|210",
        "Acute B|600|300|310",
        "Acute|1004|500|520",
        "Community|300|150|140",
        "Total|1304|650|660",
    ];
    let loaded = loaded("t.xlsx", sheet("Budget report", &budgets));
    let said = to_look_at(&loaded);
    assert_eq!(loaded.plan.as_ref().unwrap().row_count(Table::MonitoredLine), 3, "{said:?}");
    assert!(said.len() == 1 && said[0].contains("1004, and they add up to 1000"), "{said:?}");
    // A total that counts it with the rows says that it is one of them.
    let counted = ["Scheme|Plan|Forecast", "Agency|100|90", "Beds|200|200", "Medicine|301|290", "Total|601|580"];
    assert_eq!(gross(THOUSANDS, &counted), ("601000".to_owned(), Vec::new()));
}

#[test]
fn without_references_it_is_asked_or_said() {
    let headings = "Scheme|Plan|Forecast";
    let (saving, said) = gross(THOUSANDS, &[headings, "Agency|100|90", "Beds|200|200", "Medicine|305|290"]);
    assert_eq!(saving, "300000");
    assert!(said.iter().any(|line| line.contains("nothing says whether it is their total or a scheme")), "{said:?}");
    let others = ["Gas|33|30", "Waste|21|20", "Rotas|17|16", "Stroke|8|7"];
    let rows = [&[headings, "Agency|100|90", "Beds|200|200", "Medicine|305|290"], &others[..]].concat();
    let (saving, said) = gross(THOUSANDS, &rows);
    assert_eq!(saving, "684000");
    assert!(said.iter().any(|line| line.contains("nothing says whether it is a total")), "{said:?}");
}

#[test]
fn a_scheme_of_another_size_counts_in_silence() {
    let is_scheme = |rows: &[&str], saving: &str| {
        let rows = [&[HEADINGS], rows].concat();
        assert_eq!(gross(THOUSANDS, &rows), (saving.to_owned(), Vec::new()), "{rows:?}");
    };
    is_scheme(&["1|Agency|100|90", "2|Beds|200|200", "|Medicine|340|330"], "640000");
    // The sum of one row is none, and what is like one row may be a second one like it.
    is_scheme(&["1|Agency|100|90", "|Rotas|101|90"], "201000");
    is_scheme(&["1|Agency|1000|900", "2|Beds|10|10", "|Medicine|1001|901"], "2011000");
    // Noughts are no rows that are added up, and say nothing of a sum.
    is_scheme(&["1|Agency|100|90", "2|Beds|0|0", "|Medicine|101|92"], "201000");
    is_scheme(&["1|Agency|100|0", "2|Beds|200|0", "|Medicine|340|0"], "640000");
    is_scheme(&["1|Agency|100|", "2|Beds|200|", "|Medicine|340|"], "640000");
    // It has a reference as the others have.
    is_scheme(&["1|Agency|100|90", "2|Beds|200|200", "3|Medicine|301|290"], "601000");
    // Where no row has one, it lacks nothing.
    is_scheme(&["|Agency|100|90", "|Beds|200|200", "|Medicine|310|298", "|Gas|45|40"], "655000");
}

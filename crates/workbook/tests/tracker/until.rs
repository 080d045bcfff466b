//! Headings that name a month and are not of that month alone, and months that hold no amounts.

use crate::support::{Computed, loaded, sheet, to_look_at};

#[test]
fn what_is_told_to_a_month_is_told_to_date() {
    for (plan, actual) in [
        ("Plan to M6", "Actual to M6"),
        ("Plan to Sep", "Actual to Sep"),
        ("Plan to end of Sep-26", "Actuals up to M6"),
    ] {
        let headings = format!("Ref|Scheme|Plan|{plan}|{actual}|Forecast");
        let rows = ["CIP 2026/27 (£000)", &headings, "1|Agency|100|60|50|90", "2|Beds|200|100|110|215"];
        let loaded = loaded("t.xlsx", sheet("CIP", &rows));
        assert_eq!(to_look_at(&loaded), Vec::<String>::new(), "{plan}");
        assert!(loaded.report.text().contains("up to month 6"), "{plan}");
        assert_eq!(Computed::of(&loaded).line("1"), ["60000", "50000", "-10000", "90000"], "{plan}");
    }
}

#[test]
fn shares_of_months_are_no_amounts() {
    let months = "|Apr|May|Jun".to_owned();
    for (over, own) in [
        ("||| Phasing %", months.clone()),
        ("", months.replace("Apr", "Apr %").replace("May", "May %").replace("Jun", "Jun %")),
    ] {
        let headings = format!("Ref|Scheme|Annual plan{own}");
        let rows = ["CIP 2026/27 £000", over, &headings, "1|Agency|100|5|5|90", "2|Drugs|200|5|5|90"];
        let loaded = loaded("t.xlsx", sheet("CIP", &rows));
        let said = to_look_at(&loaded);
        assert!(
            said.len() == 1 && said[0].contains("2 more columns are left alone: they hold shares in per cent"),
            "{said:?}"
        );
        assert_eq!(loaded.report.questions.len(), 0, "{over}");
    }
}

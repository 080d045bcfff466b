//! Numbers, years and months as feeds write them.

use crate::support::{MONITORING, csv, load, monitoring, nothing_to_look_at, of_files, plan_rows, says, to_look_at};
use one_plan_workbook::issues::Severity;

#[test]
fn a_year_is_read_in_each_form_that_can_mean_one_thing() {
    for year in ["202526", "2025/26", "2025-26", "2025-2026", "2025/2026", "2025 26", "FY2025/26"] {
        let loaded = monitoring(&[&format!("4|{year}|RAS|QMJ|EL|1|10|1|10")]);
        nothing_to_look_at(&loaded);
        assert_eq!(plan_rows(&loaded, "monthly_activity", &["month"]), ["2025-07"], "{year}");
    }
    for (year, why) in
        [("2025", "one calendar year does not say"), ("202527", "no financial year"), ("", "no financial year stands")]
    {
        let loaded = monitoring(&["1|202526|RAS|QMJ|EL|1|10|1|10", &format!("4|{year}|RAS|QMJ|EL|1|10|1|10")]);
        let said = to_look_at(&loaded);
        assert!(said[0].starts_with("acm.csv, cell B3:") && said[0].contains(why), "{year}: {said:?}");
        assert_eq!(of_files(&loaded).rows_rejected(), 1);
    }
}

#[test]
fn months_count_from_april_or_are_named() {
    for (month, is) in [
        ("1", "2025-04"),
        ("12", "2026-03"),
        ("06", "2025-09"),
        ("6.0", "2025-09"),
        ("M6", "2025-09"),
        ("Month 6", "2025-09"),
        ("September", "2025-09"),
        ("Sep", "2025-09"),
        ("Jan-26", "2026-01"),
        ("01/06/2025", "2025-06"),
    ] {
        let loaded = monitoring(&[&format!("{month}|202526|RAS|QMJ|EL|1|10|1|10")]);
        nothing_to_look_at(&loaded);
        assert_eq!(plan_rows(&loaded, "monthly_activity", &["month"]), [is], "{month}");
    }
}

#[test]
fn a_month_that_is_none_is_an_error_at_its_cell_and_its_row_is_left_out() {
    for month in ["110", "400", "5.5", "0", "13", "-1", "TBC", "", "Jan-27", "202504"] {
        let loaded = monitoring(&["1|202526|RAS|QMJ|EL|1|10|1|10", &format!("{month}|202526|RAS|QMJ|EL|1|10|1|99")]);
        let said = to_look_at(&loaded);
        assert_eq!(said.len(), 1, "{month}: {said:?}");
        assert!(said[0].starts_with("acm.csv, cell A3:"), "{month}: {said:?}");
        assert_eq!(plan_rows(&loaded, "contract_months", &["billed"]), ["10"], "{month}");
        let files = of_files(&loaded);
        assert_eq!(
            (files.rows_read, files.rows_used, files.pounds_read.to_string()),
            (2, 1, "129".to_owned()),
            "{month}"
        );
    }
}

#[test]
fn numbers_are_read_as_feeds_write_them() {
    for (price, is) in [
        ("1,234.56", "1234.56"),
        ("£1,234.56", "1234.56"),
        ("\u{c2}£1,234.56", "1234.56"),
        ("\u{fffd}1,234.56", "1234.56"),
        ("(1,234.56)", "-1234.56"),
        ("-1234.56", "-1234.56"),
        ("(£5)", "-5"),
        ("1234.5678901", "1234.567890"),
    ] {
        // What is taken back has both below nothing.
        let activity = if is.starts_with('-') { -1 } else { 1 };
        let loaded = monitoring(&[&format!("1|202526|RAS|QMJ|EL|1|10|{activity}|{price}")]);
        nothing_to_look_at(&loaded);
        assert_eq!(plan_rows(&loaded, "contract_months", &["billed"]), [is], "{price}");
    }
}

#[test]
fn sums_are_exact_and_rounded_once() {
    let rows = vec!["1|202526|RAS|QMJ|EL|1|10|1|0.0000003"; 10];
    let loaded = monitoring(&rows);
    assert_eq!(plan_rows(&loaded, "contract_months", &["billed"]), ["0.000003"]);
    assert!(!loaded.report.text().contains("rounded to the six"));
    let loaded = monitoring(&rows[..9]);
    says(&loaded, Severity::Information, "2 sums are exact, and rounded to the six decimal places");
}

#[test]
fn what_is_no_number_is_an_error_at_its_cell_and_its_row_is_left_out_and_counted() {
    let loaded = monitoring(&["1|202526|RAS|QMJ|EL|1|10|1|10", "1|202526|RAS|QMJ|EL|TBC|20|1|TBC"]);
    assert_eq!(
        to_look_at(&loaded),
        ["acm.csv, cell F3: this cannot be read as a number", "acm.csv, cell I3: this cannot be read as a number",]
    );
    let files = of_files(&loaded);
    assert_eq!((files.rows_read, files.rows_used, files.unreadable), (2, 1, 1));
    assert_eq!(files.pounds_rejected.to_string(), "30");
    assert_eq!(plan_rows(&loaded, "contract_months", &["billed"]), ["10"]);
}

#[test]
fn a_great_many_cells_that_cannot_be_read_are_named_in_part_and_counted_in_full() {
    let rows = vec!["1|202526|RAS|QMJ|EL|1|10|1|TBC"; 60];
    let loaded = monitoring(&rows);
    assert_eq!(loaded.report.issues.iter().filter(|issue| issue.value == "TBC").count(), 50);
    says(&loaded, Severity::Error, "10 more cells of this column cannot be read either");
    assert_eq!(of_files(&loaded).rows_rejected(), 60);
}

#[test]
fn blanks_and_dashes_say_nothing() {
    let loaded =
        monitoring(&["1|202526|RAS|QMJ|EL|1|10|1|10", "1|202526|RAS|QMJ|EL|1|10||", "1|202526|RAS|QMJ|EL|-|n/a|2|5"]);
    nothing_to_look_at(&loaded);
    assert_eq!(plan_rows(&loaded, "contract_months", &["activity", "billed"]), ["3 | 15"]);
    says(&loaded, Severity::Information, "2 cells with a dash");
}

#[test]
fn a_row_without_a_provider_or_a_commissioner_is_left_out() {
    let rows = ["1|202526|RAS|QMJ|EL|1|10|1|10", "1|202526||QMJ|EL|1|10|1|10", "1|202526|RAS|TBC|EL|1|10|1|10"];
    let loaded = monitoring(&rows);
    assert_eq!(
        to_look_at(&loaded),
        [
            "acm.csv, cell C3: no code of a provider stands here",
            "acm.csv, cell D4: no code of a commissioner stands here",
        ]
    );
    assert_eq!(of_files(&loaded).rows_rejected(), 2);
}

#[test]
fn what_market_forces_columns_hold_is_said_and_never_added() {
    let headings = format!("{MONITORING}|CONTRACT_MONITORING_ACTUAL_MARKET_FORCES_FACTOR");
    let of = |factors: [&str; 2]| {
        let rows = factors.map(|factor| format!("1|202526|RAS|QMJ|EL|1|10|1|10||{factor}"));
        load(&[("acm.csv", &csv(&headings, &rows))])
    };
    let factors = of(["1.0873", "1.21"]);
    says(&factors, Severity::Information, "actual market forces factor: 2 cells hold 1.0873 to 1.21: they are factors");
    let prices = of(["1.0873", "12,345.60"]);
    says(&prices, Severity::Information, "2 cells hold 1.0873 to 12345.60: some of them are prices and no factors");
    assert_eq!(plan_rows(&prices, "contract_months", &["billed"]), ["20"]);
    assert!(!of(["0", ""]).report.text().contains("market forces factor:"));
}

#[test]
fn a_month_of_which_the_only_row_is_left_out_is_not_known_and_did_not_bring_nothing() {
    let rows = [
        "1|202526|RAS|QMJ|EL|1|10|1|10",
        "1|202526|RAS|QMJ|NEL|1|10|1|4",
        "1|202526|RAS|QRV|EL|1|10|1|10",
        "2|202526|RAS|QMJ|EL|1|10|1|20",
        "2|202526|RAS|QMJ|NEL|1|10|1|TBC",
        "2|202526|RAS|QRV|EL|1|10|1|TBC",
        "3|202526|RAS|QMJ|EL|1|10|1|30",
        "3|202526|RAS|QMJ|NEL|1|10|1|TBC",
        "3|202526|RAS|QRV|EL|1|10|1|30",
    ];
    let loaded = monitoring(&rows);
    assert_eq!(
        plan_rows(&loaded, "contract_months", &["contract", "month", "billed"])[2..],
        ["ras-qmj-2025-26 | 2025-06 | 30", "ras-qrv-2025-26 | 2025-04 | 10", "ras-qrv-2025-26 | 2025-06 | 30"]
    );
    // In May one commissioner is not known; in June one point of delivery is not.
    assert_eq!(
        plan_rows(&loaded, "monthly_activity", &["point_of_delivery", "month", "cost"]),
        ["el | 2025-04 | 20", "el | 2025-06 | 60", "nel | 2025-04 | 4"]
    );
    assert_eq!(to_look_at(&loaded).len(), 4, "{:?}", to_look_at(&loaded));
    says(&loaded, Severity::Warning, "RAS 2025/26: May 2025 is not known of all its commissioners");
}

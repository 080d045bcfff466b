//! What the rows of a file become.

use crate::support::{
    MONITORING, PLAN, csv, load, monitoring, nothing_to_look_at, of_files, of_part, plan_rows, said, says, to_look_at,
    whole_year,
};
use one_plan_workbook::issues::Severity;

const TWO_AND_TWO: [&str; 8] = [
    "1|202526|RAS|QMJ|EL|10|1,000.50|11|1,100.00",
    "1|202526|RAS|QMJ|NEL|5|500|4|400.25",
    "1|202526|RAS|QRV|EL|1|100|2|200",
    "2|202526|RAS|QMJ|EL|10|1,000.50|9|900",
    "2|202526|RAS|QRV|EL|1|100|1|100",
    "1|202526|RYJ|QMJ|EL|3|300|3|330",
    "2|202526|RYJ|QMJ|EL|3|300|(1)|(110.10)",
    "2|202526|RYJ|QMJ|EL|3|300|2|£220.05",
];

#[test]
fn rows_are_added_up_by_provider_point_of_delivery_and_month_and_make_a_contract_for_each_commissioner() {
    let loaded = monitoring(&TWO_AND_TWO);
    nothing_to_look_at(&loaded);
    assert_eq!(
        plan_rows(&loaded, "monthly_activity", &["provider", "point_of_delivery", "month", "activity", "cost", "unit"]),
        [
            "ras | el | 2025-04 | 13 | 1300.00 | £",
            "ras | el | 2025-05 | 10 | 1000 | £",
            "ras | nel | 2025-04 | 4 | 400.25 | £",
            "ras | nel | 2025-05 | 0 | 0 | £",
            "ryj | el | 2025-04 | 3 | 330 | £",
            "ryj | el | 2025-05 | 1 | 109.95 | £",
        ]
    );
    assert_eq!(
        plan_rows(&loaded, "contract_months", &["contract", "month", "activity", "billed", "weight"]),
        [
            "ras-qmj-2025-26 | 2025-04 | 15 | 1500.25 | -",
            "ras-qmj-2025-26 | 2025-05 | 9 | 900 | -",
            "ras-qrv-2025-26 | 2025-04 | 2 | 200 | -",
            "ras-qrv-2025-26 | 2025-05 | 1 | 100 | -",
            "ryj-qmj-2025-26 | 2025-04 | 3 | 330 | -",
            "ryj-qmj-2025-26 | 2025-05 | 1 | 109.95 | -",
        ]
    );
    assert_eq!(
        plan_rows(&loaded, "contracts", &["id", "name", "provider", "host", "year", "base", "form"]),
        [
            "ras-qmj-2025-26 | RAS for QMJ 2025/26 | ras | qmj | 2025/26 | - | -",
            "ras-qrv-2025-26 | RAS for QRV 2025/26 | ras | qrv | 2025/26 | - | -",
            "ryj-qmj-2025-26 | RYJ for QMJ 2025/26 | ryj | qmj | 2025/26 | - | -",
        ]
    );
    assert_eq!(
        plan_rows(&loaded, "organisations", &["id", "name"]),
        ["ras | RAS", "qmj | QMJ", "qrv | QRV", "ryj | RYJ"]
    );
    assert_eq!(plan_rows(&loaded, "settings", &["name"]), ["Setting not given (contract monitoring)"]);
    assert_eq!(plan_rows(&loaded, "points_of_delivery", &["id", "name"]), ["el | EL", "nel | NEL"]);
    assert_eq!(plan_rows(&loaded, "plan", &["first_year", "last_year", "base_year"]), ["2026/27 | 2026/27 | 2025/26"]);
    says(&loaded, Severity::Information, "8 rows of 2 providers and 2 commissioners, April 2025 to May 2025");
    says(&loaded, Severity::Information, "1 point of delivery of a provider has no row in a month");
}

#[test]
fn the_plan_of_a_part_of_the_year_is_no_base_of_a_contract() {
    let loaded = monitoring(&TWO_AND_TWO);
    says(
        &loaded,
        Severity::Information,
        "RAS 2025/26: the plan is that of April 2025 to May 2025, £2,701 in all, and not of the whole year",
    );
    // Two months of the plan of a year are not used, and what was done is.
    let whole = of_files(&loaded);
    assert_eq!((whole.rows_read, whole.rows_used), (8, 8));
    assert_eq!(
        [whole.pounds_read, whole.pounds_used, whole.pounds_rejected].map(|pounds| pounds.normalize().to_string()),
        ["6741.2", "3140.2", "3601"]
    );
    let part = of_part(&loaded, "RAS", "NEL");
    assert_eq!((part.rows_read, part.pounds_read.to_string().as_str()), (1, "900.25"));
}

#[test]
fn the_plan_of_a_whole_year_is_the_base_of_each_contract_and_its_months_are_the_weights() {
    let mut rows = whole_year("RAS", "QMJ", "EL", "10", "1000.10");
    rows.extend(whole_year("RAS", "QMJ", "NEL", "2", "0"));
    rows.extend(["1|2025/26|RAS|QRV|EL|1|300", "7|2025/26|RAS|QRV|EL|1|100"].map(str::to_owned));
    let loaded = load(&[("iap.csv", &csv(PLAN, &rows))]);
    nothing_to_look_at(&loaded);
    assert_eq!(
        plan_rows(&loaded, "contracts", &["id", "base", "activity", "unit"]),
        ["ras-qmj-2025-26 | 12001.20 | 144 | £", "ras-qrv-2025-26 | 400 | 2 | £"]
    );
    let months = plan_rows(&loaded, "contract_months", &["contract", "month", "weight", "billed"]);
    assert_eq!(months.len(), 24);
    assert_eq!(months[0], "ras-qmj-2025-26 | 2025-04 | 8.333334% | -");
    assert_eq!(months[11], "ras-qmj-2025-26 | 2026-03 | 8.333333% | -");
    assert_eq!(months[12], "ras-qrv-2025-26 | 2025-04 | 75.000000% | -");
    assert_eq!(months[13], "ras-qrv-2025-26 | 2025-05 | 0.000000% | -");
    assert_eq!(months[18], "ras-qrv-2025-26 | 2025-10 | 25.000000% | -");
    // Nothing was done yet: the plan is for the year that is planned.
    assert_eq!(plan_rows(&loaded, "plan", &["first_year", "last_year", "base_year"]), ["2025/26 | 2025/26 | 2024/25"]);
    assert!(plan_rows(&loaded, "monthly_activity", &["month"]).is_empty());
    assert_eq!(of_files(&loaded).pounds_used.to_string(), "12401.20");
}

#[test]
fn a_month_with_a_plan_below_nothing_gives_no_weights() {
    let mut rows = whole_year("RAS", "QMJ", "EL", "10", "1000");
    rows.push("3|202526|RAS|QMJ|NEL|1|-1500".to_owned());
    let loaded = load(&[("iap.csv", &csv(PLAN, &rows))]);
    assert_eq!(plan_rows(&loaded, "contracts", &["base"]), ["10500"]);
    assert!(plan_rows(&loaded, "contract_months", &["weight"]).is_empty());
    says(&loaded, Severity::Warning, "RAS 2025/26 for QMJ: a month has a planned price below nothing");
}

#[test]
fn a_total_row_is_held_against_the_rows_and_not_added() {
    let mut rows = TWO_AND_TWO.to_vec();
    rows.push("Total||||||3,601.00||3140.20");
    let loaded = monitoring(&rows);
    nothing_to_look_at(&loaded);
    assert_eq!(of_files(&loaded).rows_read, 8);
    assert!(loaded.report.tables.iter().any(|(_, _, other)| other.totals == 1));
    rows.pop();
    rows.push("Total||||||3,601.00||3141.20");
    assert_eq!(
        to_look_at(&monitoring(&rows)),
        ["acm.csv, cell I10: the rows above add up to 3140.20, and the total row says 3141.20: it is not used"]
    );
}

#[test]
fn headings_once_more_notes_and_empty_rows_are_no_rows() {
    let mut rows = TWO_AND_TWO.to_vec();
    rows.extend([MONITORING, "|||||||||", "Source: our data warehouse"]);
    let loaded = monitoring(&rows);
    nothing_to_look_at(&loaded);
    assert_eq!(of_files(&loaded).rows_read, 8);
    assert!(loaded.report.tables.iter().any(|(_, _, other)| (other.repeated, other.notes) == (1, 1)));
}

#[test]
fn a_missing_month_is_not_filled() {
    let loaded = monitoring(&["1|202526|RAS|QMJ|EL|1|10|1|10", "3|202526|RAS|QMJ|EL|1|10|1|10"]);
    assert_eq!(plan_rows(&loaded, "monthly_activity", &["month"]), ["2025-04", "2025-06"]);
    assert_eq!(plan_rows(&loaded, "contract_months", &["month"]), ["2025-04", "2025-06"]);
}

#[test]
fn noughts_in_months_to_come_are_no_activity() {
    let rows: Vec<String> = (1..=12)
        .map(|month| {
            format!(
                "{month}|202526|RAS|QMJ|EL|1|10|{}|{}",
                u8::from(month < 4),
                if month < 4 { "12.5" } else { "0.00" }
            )
        })
        .collect();
    let loaded = load(&[("acm.csv", &csv(MONITORING, &rows))]);
    nothing_to_look_at(&loaded);
    assert_eq!(
        plan_rows(&loaded, "monthly_activity", &["month", "cost"]),
        ["2025-04 | 12.5", "2025-05 | 12.5", "2025-06 | 12.5"]
    );
    assert_eq!(plan_rows(&loaded, "contracts", &["base"]), ["120"]);
    let billed = plan_rows(&loaded, "contract_months", &["billed"]);
    assert_eq!(billed.iter().filter(|billed| *billed == "-").count(), 9);
    says(&loaded, Severity::Information, "RAS 2025/26 for July 2025 to March 2026: what was done is 0 in every row");
}

#[test]
fn names_beside_codes_are_names_where_each_code_has_one() {
    let headings = format!("{MONITORING}|PROVIDER_NAME|LOCAL_POD_DESCRIPTION");
    let rows = [
        "1|202526|NT3|QMJ|EL|1|10|1|10||Spire Anytown|Elective",
        "1|202526|NT3|QMJ|OP|1|10|1|10||Spire Anytown|First",
        "1|202526|NT3|QMJ|OP|1|10|1|10||SPIRE ANYTOWN|Follow-up",
    ];
    let loaded = load(&[("acm.csv", &csv(&headings, &rows))]);
    assert_eq!(plan_rows(&loaded, "organisations", &["id", "name"])[0], "nt3 | Spire Anytown");
    assert_eq!(plan_rows(&loaded, "points_of_delivery", &["name"]), ["EL Elective", "OP"]);
    assert_eq!(plan_rows(&loaded, "contracts", &["name"]), ["Spire Anytown for QMJ 2025/26"]);
}

#[test]
fn a_row_without_a_point_of_delivery_counts_and_is_named() {
    let loaded = monitoring(&["1|202526|RAS|QMJ|EL|1|10|1|10", "1|202526|RAS|QMJ||1|10|1|7"]);
    assert_eq!(plan_rows(&loaded, "points_of_delivery", &["name"]), ["EL", "Point of delivery not given"]);
    assert_eq!(plan_rows(&loaded, "contract_months", &["billed"]), ["17"]);
    says(&loaded, Severity::Warning, "1 row has no code of a point of delivery");
}

#[test]
fn a_code_of_a_site_is_taken_as_it_is_and_both_together_are_named() {
    let alone = monitoring(&["1|202526|RAS00|QMJ|EL|1|10|1|10"]);
    nothing_to_look_at(&alone);
    assert_eq!(plan_rows(&alone, "organisations", &["id"])[0], "ras00");
    says(
        &alone,
        Severity::Information,
        "the provider RAS00 may be RAS, with the code of a site: it is taken as it is written",
    );
    let both = monitoring(&[
        "1|202526|RAS00|QMJ|EL|1|10|1|10",
        "1|202526|ras|QMJ|EL|1|10|1|10",
        "1|202526|RAS|QMJ|EL|1|10|1|10",
    ]);
    assert_eq!(plan_rows(&both, "contracts", &["provider"]), ["ras00", "ras"]);
    says(&both, Severity::Warning, "the provider RAS00 may be ras, with the code of a site: both occur");
}

#[test]
fn two_years_make_contracts_of_each_and_activity_of_the_last() {
    let loaded = monitoring(&["1|202425|RAS|QMJ|EL|1|10|1|10", "1|202526|RAS|QMJ|EL|1|10|2|25"]);
    assert_eq!(plan_rows(&loaded, "contracts", &["year"]), ["2024/25", "2025/26"]);
    assert_eq!(plan_rows(&loaded, "monthly_activity", &["month", "cost"]), ["2025-04 | 25"]);
    assert_eq!(to_look_at(&loaded).len(), 1);
    says(&loaded, Severity::Warning, "activity of 2024/25, with a cost of £10, makes no rows");
    assert!(said(&loaded, Severity::Error).is_empty());
}

#[test]
fn codes_that_differ_in_a_blank_are_two_and_in_capital_letters_are_one() {
    let loaded = monitoring(&[
        "1|202526|RAS|QMJ|OP 1|1|10|1|10",
        "1|202526|RAS|QMJ|OP1|1|10|1|7",
        "1|202526|ras|qmj|op1|1|10|1|3",
    ]);
    assert_eq!(plan_rows(&loaded, "points_of_delivery", &["id"]), ["op-1", "op1"]);
    assert_eq!(plan_rows(&loaded, "monthly_activity", &["cost"]), ["10", "10"]);
    assert_eq!(plan_rows(&loaded, "contracts", &["id"]), ["ras-qmj-2025-26"]);
}

#[test]
fn an_activity_plan_that_ends_with_noughts_is_that_of_the_whole_year() {
    let mut rows = whole_year("RAS", "QMJ", "EL", "10", "1000");
    rows.truncate(10);
    rows.extend(["11|202526|RAS|QMJ|EL|0|0", "12|202526|RAS|QMJ|EL|0|0"].map(str::to_owned));
    let loaded = load(&[("iap.csv", &csv(PLAN, &rows))]);
    nothing_to_look_at(&loaded);
    assert_eq!(plan_rows(&loaded, "contracts", &["base"]), ["10000"]);
    assert_eq!(plan_rows(&loaded, "contract_months", &["weight"])[9..], ["10.000000%", "0.000000%", "0.000000%"]);
}

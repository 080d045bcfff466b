//! The layouts of plans and monitoring that providers use, workbooks and text, and files that are refused.

use crate::support::{MONITORING, csv, load, nothing_to_look_at, plan_rows, said, says};
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::load as load_files;
use one_plan_workbook::sheet::{Cell, FileKind, Sheet, SourceFile};

/// The columns of most providers, in their order.
const COLUMNS: [&str; 32] = [
    "FINANCIAL_MONTH",
    "FINANCIAL_YEAR",
    "DATE_AND_TIME_DATA_SET_CREATED",
    "ORGANISATION_IDENTIFIER_(CODE_OF_PROVIDER)",
    "ORGANISATION_SITE_IDENTIFIER_(OF_TREATMENT)",
    "ORGANISATION_IDENTIFIER_(GP_PRACTICE_RESPONSIBILITY)",
    "ORGANISATION_IDENTIFIER_(RESIDENCE_RESPONSIBILITY)",
    "ORGANISATION_IDENTIFIER_(CODE_OF_COMMISSIONER)",
    "GENERAL_MEDICAL_PRACTICE_(PATIENT_REGISTRATION)",
    "ACTIVITY_TREATMENT_FUNCTION_CODE",
    "LOCAL_SUB-SPECIALTY_CODE",
    "WARD_CODE",
    "COMMISSIONED_SERVICE_CATEGORY_CODE",
    "SERVICE_CODE",
    "SPECIALISED_MENTAL_HEALTH_SERVICE_CATEGORY_CODE",
    "POINT_OF_DELIVERY_CODE",
    "POINT_OF_DELIVERY_FURTHER_DETAIL_CODE",
    "POINT_OF_DELIVERY_FURTHER_DETAIL_DESCRIPTION",
    "LOCAL_POINT_OF_DELIVERY_CODE",
    "LOCAL_POINT_OF_DELIVERY_DESCRIPTION",
    "LOCAL_CONTRACT_CODE",
    "LOCAL_CONTRACT_CODE_DESCRIPTION",
    "LOCAL_CONTRACT_MONITORING_CODE",
    "LOCAL_CONTRACT_MONITORING_DESCRIPTION",
    "CONTRACT_MONITORING_ADDITIONAL_DETAIL",
    "CONTRACT_MONITORING_ADDITIONAL_DESCRIPTION",
    "TARIFF_CODE",
    "NATIONAL_TARIFF_INDICATOR",
    "CONTRACT_MONITORING_PLANNED_ACTIVITY",
    "CONTRACT_MONITORING_PLANNED_PRICE",
    "CONTRACT_MONITORING_PLANNED_MARKET_FORCES_FACTOR",
    "NAME_OF_SUBMITTER",
];
/// Those of the independent sector, in another order and by other names.
const INDEPENDENT: &str = "METRIC|FINANCIAL_MONTH|FINANCIAL_YEAR|ORGANISATION_IDENTIFIER_(CODE_OF_PROVIDER)|PROVIDER_NAME|\
    ORGANISATION_IDENTIFIER_(GP_PRACTICE_RESPONSIBILITY)|ORGANISATION_IDENTIFIER_(CODE_OF_COMMISSIONER)|\
    GENERAL_MEDICAL_PRACTICE_CODE_(PATIENT_REGISTRATION)|ACTIVITY_TREATMENT_FUNCTION_CODE|SPECIALTY_NAME|\
    COMMISSIONED_SERVICE_CATEGORY_CODE|POINT_OF_DELIVERY_CODE|LOCAL_POD_CODE|LOCAL_POD_DESCRIPTION|TARIFF_CODE|\
    NATIONAL_TARIFF_INDICATOR|CONTRACT_MONITORING_PLANNED_ACTIVITY|CONTRACT_MONITORING_PLANNED_PRICE|\
    CONTRACT_MONITORING_PLANNED_MARKET_FORCES_FACTOR|CONTRACT_MONITORING_ACTUAL_ACTIVITY|CONTRACT_MONITORING_ACTUAL_PRICE|\
    CONTRACT_MONITORING_ACTUAL_MARKET_FORCES_FACTOR|ORGANISATION_IDENTIFIER_(RESIDENCE_RESPONSIBILITY)|\
    ORGANISATION_SITE_IDENTIFIER_(OF_TREATMENT)|MAIN_SPECIALTY_CODE|MAIN_SPECIALTY_DESCRIPTION|TARIFF_CODE_DESCRIPTION|\
    HEALTHCARE_RESOURCE_GROUP_CODE|HRG_DESCRIPTION|RECORD_IDENTIFIER|REPORTING_TYPE|DV_RECIPIENT_CODE|CCG_NAME|LOCAL_POD_GROUPING";

/// A row below headings: what each of the columns holds that are read.
fn row_below(headings: &str) -> String {
    let cell = |heading: &str| match heading.replace(' ', "_").as_str() {
        "FINANCIAL_MONTH" => "3",
        "FINANCIAL_YEAR" => "202526",
        "ORGANISATION_IDENTIFIER_(CODE_OF_PROVIDER)" => "RAS",
        "ORGANISATION_IDENTIFIER_(CODE_OF_COMMISSIONER)" => "QMJ",
        "POINT_OF_DELIVERY_CODE" => "EL",
        "CONTRACT_MONITORING_PLANNED_ACTIVITY" => "4",
        "CONTRACT_MONITORING_PLANNED_PRICE" => "1,234.50",
        _ => "x",
    };
    headings.split('|').map(cell).collect::<Vec<_>>().join("|")
}

#[track_caller]
fn is_read(headings: &str) {
    // Numbers that the layout has beside the plan are empty.
    let row = row_below(headings);
    let numbers = ["MARKET_FORCES_FACTOR", "_ACTUAL_"];
    let cells = headings.split('|').zip(row.split('|'));
    let cells = cells.map(|(heading, cell)| if numbers.iter().any(|of| heading.contains(of)) { "" } else { cell });
    let row: String = cells.collect::<Vec<_>>().join("|");
    let loaded = load(&[("iap.csv", &csv(headings, &[row]))]);
    nothing_to_look_at(&loaded);
    assert_eq!(plan_rows(&loaded, "contracts", &["id", "year"]), ["ras-qmj-2025-26 | 2025/26"]);
    says(&loaded, Severity::Information, "RAS 2025/26: the plan is that of June 2025, £1,234.50 in all");
    let left: Vec<&str> = headings.split('|').filter(|heading| heading.contains("TREATMENT_FUNCTION")).collect();
    says(&loaded, Severity::Information, left[0]);
}

#[test]
fn the_eight_layouts_of_providers_are_read() {
    let usual = COLUMNS.join("|");
    let renamed = |from: &str, to: &str| usual.replace(from, to);
    let practice = "GENERAL_MEDICAL_PRACTICE_(PATIENT_REGISTRATION)";
    let practice_code = "GENERAL_MEDICAL_PRACTICE_CODE_(PATIENT_REGISTRATION)";
    for headings in [
        usual.clone(),
        renamed(practice, practice_code)
            .replace("ADDITIONAL_DETAIL", "ADDITIONAL_DETAIL_(FIRST)")
            .replace("ADDITIONAL_DESCRIPTION", "ADDITIONAL_DESCRIPTION_(FIRST)"),
        renamed("|NAME_OF_SUBMITTER", ""),
        renamed(practice, practice_code).replace("LOCAL_SUB-SPECIALTY_CODE", "LOCAL_SUB_SPECIALTY_CODE"),
        usual.clone(),
        format!("{usual}|PHASING_CODE|PHASING_DESCRIPTION|REGION|FILE_NAME|WORKSHEET"),
        format!("COUNT|{usual}"),
        INDEPENDENT.to_owned(),
    ] {
        is_read(&headings);
    }
}

#[test]
fn blanks_small_letters_and_missing_brackets_make_no_difference() {
    is_read(&COLUMNS.join("|").replace("ACTIVITY_TREATMENT_FUNCTION", "ACTIVITY-TREATMENT_FUNCTION"));
    let plain = MONITORING.replace('_', " ").replace(['(', ')'], "").to_lowercase();
    let loaded = load(&[("acm.csv", &csv(&plain, &["1|202526|RAS|QMJ|EL|1|10|1|10"]))]);
    nothing_to_look_at(&loaded);
    assert_eq!(plan_rows(&loaded, "contract_months", &["billed"]), ["10"]);
    let pivot = MONITORING.replace("CONTRACT_MONITORING_ACTUAL", "Sum of CONTRACT_MONITORING_ACTUAL");
    let loaded = load(&[("acm.csv", &csv(&pivot, &["1|202526|RAS|QMJ|EL|1|10|1|10"]))]);
    assert_eq!(plan_rows(&loaded, "contract_months", &["billed"]), ["10"]);
}

#[test]
fn the_form_of_the_national_repository_is_read_with_months_of_the_calendar() {
    let headings = "DER_Activity_Month|DER_Activity_Year|CLN_Provider_Code|DER_Provider_Code|DER_Commissioner_Code|\
                    DER_National_POD_Code|CLN_Activity_Plan|CLN_Price_Plan|CLN_Activity_Actual|CLN_Price_Actual|CLN_MFF_Actual";
    let rows = ["202504|2025/26|RAS00|RAS|QMJ|EL|1|10|2|20|1.1", "202601|2025/26|RAS00|RAS|QMJ|EL|1|10|3|30|1.1"];
    let loaded = load(&[("ncdr.csv", &csv(headings, &rows))]);
    nothing_to_look_at(&loaded);
    assert_eq!(plan_rows(&loaded, "contract_months", &["month", "billed"]), ["2025-04 | 20", "2026-01 | 30"]);
    says(
        &loaded,
        Severity::Information,
        "2 columns are left alone, for no table of a plan has a place for them: DER_Provider_Code",
    );
    let unclear = load(&[("ncdr.csv", &csv(headings, &["4|2025/26|RAS00|RAS|QMJ|EL|1|10|2|20|1.1"]))]);
    says(&unclear, Severity::Error, "a number from 1 to 12 could count from January or from April");
}

fn workbook(rows: Vec<Vec<Cell>>) -> SourceFile {
    let sheet = Sheet::of_rows("M2", rows);
    SourceFile { name: "acm.xlsx".into(), kind: FileKind::Xlsx, sheets: vec![sheet], remarks: Vec::new() }
}

#[test]
fn headings_of_a_workbook_may_stand_below_a_title_and_its_numbers_are_numbers() {
    let text = |words: &str| Cell::Text(words.into());
    let number = |digits: &str| Cell::of_number(digits, "#,##0.00");
    let headings = MONITORING.split('|').map(text).collect();
    let row = |month: &str, price: &str| {
        let mut cells = vec![Cell::of_number(month, "General"), Cell::of_number("202526", "General")];
        cells.extend(["RAS", "QMJ", "EL"].map(text));
        cells.extend([number("1"), number("10"), number("2"), number(price)]);
        cells.push(Cell::Date("2025-06-10".into()));
        cells
    };
    let rows = vec![
        vec![text("Contract monitoring to month 2")],
        vec![],
        headings,
        row("1", "1234.5"),
        row("2", "-0.25"),
        row("14", "7"),
    ];
    let loaded = load_files(&[workbook(rows)], &Answers::default());
    assert_eq!(plan_rows(&loaded, "contract_months", &["month", "billed"]), ["2025-04 | 1234.50", "2025-05 | -0.25"]);
    let errors = said(&loaded, Severity::Error);
    assert_eq!(errors.len(), 1);
    assert_eq!(loaded.report.place_words(errors[0].place), "acm.xlsx, cell A6");
}

#[test]
fn a_file_with_data_of_patients_is_not_read() {
    let headings = format!("{MONITORING}|NHS NUMBER");
    let loaded = load(&[("plcm.csv", &csv(&headings, &["1|202526|RAS|QMJ|EL|1|10|1|10||943 476 5919"]))]);
    assert!(loaded.plan.is_none());
    says(&loaded, Severity::Warning, "this file holds data of patients");
    assert!(!loaded.report.text().contains("943"));
}

#[test]
fn a_file_that_lacks_what_each_row_needs_is_not_read_and_told_what_that_is() {
    let headings = MONITORING.replace("FINANCIAL_YEAR", "YEAR");
    let loaded = load(&[("acm.csv", &csv(&headings, &["1|202526|RAS|QMJ|EL|1|10|1|10"]))]);
    assert!(loaded.plan.is_none());
    says(&loaded, Severity::Warning, "which is not read as it is");
}

#[test]
fn a_second_column_of_the_same_heading_is_an_error_and_not_read() {
    let headings = format!("{MONITORING}|CONTRACT_MONITORING_ACTUAL_PRICE");
    let loaded = load(&[("acm.csv", &csv(&headings, &["1|202526|RAS|QMJ|EL|1|10|1|10||99"]))]);
    assert_eq!(plan_rows(&loaded, "contract_months", &["billed"]), ["10"]);
    says(&loaded, Severity::Error, "an earlier column of the sheet has the same heading");
}

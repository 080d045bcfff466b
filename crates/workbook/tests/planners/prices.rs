//! Lists of local prices.

use crate::column;
use crate::sheets::{nothing_worse_than_information, of_sheets, said, says, sheet};
use one_plan_model::plan::Table;
use one_plan_workbook::issues::Severity;

#[test]
fn a_price_on_a_list_of_local_prices_is_the_local_one_and_a_unit_of_activity_is_no_money() {
    let rows = [
        "Local prices 2026/27",
        "POD|HRG|Description|Unit|Price £",
        "OPFA|WF01B|First attendance|Attendance|180",
        "OPFUP|WF01A|Follow up|Attendance|95",
    ];
    let loaded = of_sheets(vec![sheet("Local prices", &rows)]);
    nothing_worse_than_information(&loaded);
    assert_eq!(column(&loaded, Table::Price, "local_price"), ["180", "95"]);
    assert_eq!(column(&loaded, Table::Price, "tariff"), ["", ""]);
    assert_eq!(column(&loaded, Table::Price, "unit"), ["£", "£"]);
    says(&loaded, Severity::Information, "Unit", "it says what is counted");
    assert!(loaded.report.questions.iter().all(|question| !question.is_pressing()));
}

#[test]
fn a_list_by_currency_and_provider_is_read_with_each_row() {
    let rows = [
        "Provider|POD|Currency|Currency description|Local price (£)|Activity",
        "Anytown Hospitals|OPFA|WF01B|First attendance|180|1000",
        "Brook Community|OPFA|WF01B|First attendance|170|200",
    ];
    let loaded = of_sheets(vec![sheet("Local price list", &rows)]);
    nothing_worse_than_information(&loaded);
    assert_eq!(column(&loaded, Table::Price, "id"), ["wf01b", "wf01b-2"]);
    assert_eq!(column(&loaded, Table::Price, "local_price"), ["180", "170"]);
}

#[test]
fn a_tariff_stays_a_tariff_and_a_column_of_units_with_a_wrong_one_is_told() {
    let rows = ["Local tariff and price list", "POD|HRG|Tariff £", "OPFA|WF01B|180"];
    let loaded = of_sheets(vec![sheet("Prices", &rows)]);
    assert_eq!(column(&loaded, Table::Price, "tariff"), ["180"]);
    let rows = ["POD|HRG|Price|Unit", "OPFA|WF01B|180|£", "OPFA|WF01A|90|Attendance"];
    let loaded = of_sheets(vec![sheet("Prices", &rows)]);
    assert!(said(&loaded, Severity::Error).iter().any(|issue| issue.value == "Attendance"));
}

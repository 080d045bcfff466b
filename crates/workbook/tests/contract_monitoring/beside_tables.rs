//! Contract monitoring beside the tables of a plan.

use crate::support::{Computed, MONITORING, csv, load, nothing_to_look_at, plan_rows, says, to_look_at};
use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::Loaded;

const ROWS: [&str; 3] =
    ["1|202526|RAS|QMJ|EL|1|10|1|10", "2|202526|RAS|QMJ|EL|1|10|1|20", "2|202526|RAS|QRV|EL|1|10|1|5"];

fn beside(tables: &[(&str, &str)]) -> Loaded {
    let acm = csv(MONITORING, &ROWS);
    let mut files = vec![
        ("plan.csv", "title,system,first_year,last_year,base_year\nOurs,Valley,2026/27,2027/28,2025/26\n"),
        ("acm.csv", acm.as_str()),
    ];
    files.extend(tables);
    load(&files)
}

#[test]
fn organisations_points_and_the_only_setting_of_the_tables_are_used_by_their_codes() {
    let loaded = beside(&[
        ("organisations.csv", "id,name,aliases\nanytown,Anytown Hospitals,\"RAS, AHT\"\nqmj,Valley ICB,\n"),
        ("settings.csv", "id,name\nacute,Acute\n"),
        ("points_of_delivery.csv", "id,name\nelective,EL\n"),
    ]);
    nothing_to_look_at(&loaded);
    assert_eq!(
        plan_rows(&loaded, "organisations", &["id", "name"]),
        ["anytown | Anytown Hospitals", "qmj | Valley ICB", "qrv | QRV",]
    );
    assert_eq!(
        plan_rows(&loaded, "monthly_activity", &["setting", "point_of_delivery", "provider", "month", "cost"]),
        ["acute | elective | anytown | 2025-04 | 10", "acute | elective | anytown | 2025-05 | 25"]
    );
    assert_eq!(plan_rows(&loaded, "contracts", &["provider", "host"]), ["anytown | qmj", "anytown | qrv"]);
}

#[test]
fn of_several_settings_none_is_taken() {
    let loaded = beside(&[("settings.csv", "id,name\nacute,Acute\ncommunity,Community\n")]);
    nothing_to_look_at(&loaded);
    assert_eq!(plan_rows(&loaded, "settings", &["id"]), ["acute", "community", "setting-not-given"]);
    assert_eq!(plan_rows(&loaded, "monthly_activity", &["setting"]), ["setting-not-given", "setting-not-given"]);
}

#[test]
fn organisations_that_other_tables_only_name_are_used_too() {
    let loaded = beside(&[("budgets.csv", "name,organisation,year,amount (£)\nAcute,QMJ,2026/27,500\n")]);
    assert_eq!(plan_rows(&loaded, "organisations", &["id"]), ["ras", "qrv", "qmj"]);
}

#[test]
fn months_go_to_the_contract_of_the_tables_that_is_that_of_the_commissioner() {
    let contracts = "id,name,provider,host,year,form,base (£)\n\
                     ours,Ours with RAS,RAS,QMJ,2025/26,block,240\nother,Others,RAS,QRV,2025/26,payment-by-results,\n";
    let loaded = beside(&[("organisations.csv", "id,name\nras,RAS\nqmj,QMJ\nqrv,QRV\n"), ("contracts.csv", contracts)]);
    nothing_to_look_at(&loaded);
    assert_eq!(plan_rows(&loaded, "contracts", &["id"]), ["ours", "other"]);
    assert_eq!(
        plan_rows(&loaded, "contract_months", &["contract", "month", "organisation", "billed"]),
        ["ours | 2025-04 | - | 10", "ours | 2025-05 | - | 20", "other | 2025-04 | - | 0", "other | 2025-05 | - | 5"]
    );
    says(&loaded, Severity::Information, "months are given to \"Ours with RAS\", the contract of the other tables");
    let computed = Computed::of(&loaded);
    assert_eq!(computed.figure("contract.ours.payment-to-date"), "40");
    assert_eq!(computed.figure("contract.other.payment-to-date"), "5");
}

#[test]
fn a_contract_of_several_commissioners_has_months_of_each() {
    let contracts = "id,name,provider,year,form,base (£)\nall,All with RAS,RAS,2025/26,block,240\n";
    let loaded = beside(&[("organisations.csv", "id,name\nras,RAS\nqmj,QMJ\nqrv,QRV\n"), ("contracts.csv", contracts)]);
    nothing_to_look_at(&loaded);
    assert_eq!(
        plan_rows(&loaded, "contract_months", &["contract", "month", "organisation", "billed"]),
        ["all | 2025-04 | qmj | 10", "all | 2025-05 | qmj | 20", "all | 2025-04 | qrv | 0", "all | 2025-05 | qrv | 5"]
    );
    assert_eq!(Computed::of(&loaded).figure("contract.all.value-to-date"), "35");
}

#[test]
fn what_could_count_twice_makes_no_contract_and_is_an_error() {
    let contracts = "id,name,provider,host,year,form,base (£)\nours,Ours with RAS,RAS,QMJ,2025/26,block,240\n";
    let loaded = beside(&[("organisations.csv", "id,name\nras,RAS\nqmj,QMJ\nqrv,QRV\n"), ("contracts.csv", contracts)]);
    assert_eq!(plan_rows(&loaded, "contracts", &["id"]), ["ours"]);
    assert_eq!(to_look_at(&loaded).len(), 1, "{:?}", to_look_at(&loaded));
    says(
        &loaded,
        Severity::Error,
        "the other tables have Ours with RAS, and none of them says that it is the contract of QRV",
    );
    // The activity of all commissioners is used all the same.
    assert_eq!(plan_rows(&loaded, "monthly_activity", &["cost"]), ["10", "25"]);
}

#[test]
fn months_that_a_table_gives_are_not_given_again() {
    let contracts = "id,name,provider,year,form,base (£)\nall,All with RAS,RAS,2025/26,block,240\n";
    let months = "contract,month,billed (£)\nall,2025-04,12\n";
    let loaded = beside(&[
        ("organisations.csv", "id,name\nras,RAS\n"),
        ("contracts.csv", contracts),
        ("contract_months.csv", months),
    ]);
    assert_eq!(plan_rows(&loaded, "contract_months", &["billed"]), ["12"]);
    says(&loaded, Severity::Warning, "\"All with RAS\" has months in the other tables");
}

#[test]
fn a_sheet_beside_it_that_is_no_table_is_not_asked_about() {
    let acm = csv(MONITORING, &ROWS);
    let notes = "Who,Phone,When\nAnn,123,Monday\nBob,456,Friday\n";
    nothing_to_look_at(&load(&[("acm.csv", &acm), ("contacts.csv", notes)]));
}

#[test]
fn a_base_year_that_is_another_leaves_activity_out_and_says_so() {
    let acm = csv(MONITORING, &ROWS);
    let plan = "title,system,first_year,last_year,base_year\nOurs,Valley,2025/26,2025/26,2024/25\n";
    let loaded = load(&[("plan.csv", plan), ("acm.csv", &acm)]);
    assert!(plan_rows(&loaded, "monthly_activity", &["month"]).is_empty());
    assert_eq!(plan_rows(&loaded, "contract_months", &["billed"]).len(), 4);
    says(&loaded, Severity::Warning, "a plan has monthly activity of its base year only, which is 2024/25");
}

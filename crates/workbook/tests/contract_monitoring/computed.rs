//! What the rules make of a plan that was read of contract monitoring.

use crate::support::{Computed, MONITORING, PLAN, csv, load, whole_year};

/// A plan of £1,000 in summer and £3,000 in winter months, and half a year of £1,100 each month.
fn half_a_year() -> [(&'static str, String); 2] {
    let plan: Vec<String> = (1..=12)
        .map(|month| format!("{month}|202526|RAS|QMJ|EL|10|{}", if month <= 6 { 1_000 } else { 3_000 }))
        .collect();
    let done: Vec<String> = (1..=6).map(|month| format!("{month}|202526|RAS|QMJ|EL|10|1000|11|1100")).collect();
    [("iap.csv", csv(PLAN, &plan)), ("acm.csv", csv(MONITORING, &done))]
}

#[test]
fn a_forecast_of_a_contract_stands_on_the_weights_of_its_plan() {
    let [plan, done] = half_a_year();
    let loaded = load(&[(plan.0, &plan.1), (done.0, &done.1)]);
    let computed = Computed::of(&loaded);
    assert_eq!(computed.figure("contract.ras-qmj-2025-26.value-to-date"), "6600");
    // £6,600 are what a quarter of the plan brought.
    assert_eq!(computed.figure("contract.ras-qmj-2025-26.base-to-date"), "6000");
    assert_eq!(computed.figure("contract.ras-qmj-2025-26.forecast-value"), "26400");
    assert_eq!(computed.figure("contract.ras-qmj-2025-26.worth"), "24000");
    // How it pays is in no file.
    assert_eq!(computed.findings(), ["contract-not-computed"]);
}

#[test]
fn the_outturn_of_activity_is_twelve_times_the_mean_of_its_months() {
    let [plan, done] = half_a_year();
    let loaded = load(&[(plan.0, &plan.1), (done.0, &done.1)]);
    let computed = Computed::of(&loaded);
    assert_eq!(computed.figure("outturn.activity.setting-not-given.el"), "132");
    assert_eq!(computed.figure("outturn.cost.setting-not-given.el"), "13200");
    assert_eq!(computed.figure("provider-outturn.cost.ras.setting-not-given.el"), "13200");
}

#[test]
fn a_contract_with_a_form_and_a_whole_year_is_settled() {
    let rows: Vec<String> =
        whole_year("RAS", "QMJ", "EL", "10", "1000").iter().map(|row| format!("{row}|11|1100")).collect();
    let contracts = "id,name,provider,host,year,form,base (£),above (£)\n\
                     ours,Ours,RAS,QMJ,2025/26,cap-and-collar,12000,600\n";
    let loaded = load(&[
        ("acm.csv", &csv(MONITORING, &rows)),
        ("plan.csv", "title,system,first_year,last_year,base_year\nOurs,Valley,2026/27,2026/27,2025/26\n"),
        ("organisations.csv", "id,name\nras,RAS\nqmj,QMJ\n"),
        ("contracts.csv", contracts),
    ]);
    let computed = Computed::of(&loaded);
    assert_eq!(computed.figure("contract.ours.value"), "13200");
    assert_eq!(computed.figure("contract.ours.payment"), "12600");
    assert_eq!(computed.figure("contract.ours.borne-by-provider"), "600");
}

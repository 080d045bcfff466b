//! Files have a great many rows: what is kept of them grows with what they are about, and not with how many they are.

use crate::support::{MONITORING, csv, load, of_files, plan_rows};
use one_plan_model::quantity::Decimal;

#[test]
fn a_hundred_thousand_rows_are_added_up_to_the_penny() {
    let points = ["EL", "DC", "NEL", "NELST", "OPFA", "OPFUP", "AandE", "MAT"];
    let (mut rows, mut sum) = (Vec::new(), Decimal::ZERO);
    for at in 0_u64..100_000 {
        let provider = ["RAS", "RYJ", "RAL"][(at % 3) as usize];
        let commissioner = ["QMJ", "QRV", "QWE", "QKK"][(at / 3 % 4) as usize];
        let (point, month) = (points[(at / 12 % 8) as usize], at / 96 % 6 + 1);
        let pence = at * 7_919 % 100_000;
        sum += Decimal::new(i64::try_from(pence).unwrap(), 2);
        let price = format!("{}.{:02}", pence / 100, pence % 100);
        rows.push(format!("{month}|202526|{provider}|{commissioner}|{point}|1|10|1|{price}"));
    }
    let loaded = load(&[("acm.csv", &csv(MONITORING, &rows))]);
    let files = of_files(&loaded);
    assert_eq!((files.rows_read, files.rows_used, files.pounds_used), (100_000, 100_000, sum));
    assert_eq!(plan_rows(&loaded, "monthly_activity", &["month"]).len(), 3 * 8 * 6);
    assert_eq!(plan_rows(&loaded, "contract_months", &["month"]).len(), 3 * 4 * 6);
    // The report and the plan are as long as what the rows are about.
    assert!(loaded.report.issues.len() < 20, "{}", loaded.report.issues.len());
    let in_plan = |table: &str, column: &str| {
        let rows = plan_rows(&loaded, table, &[column]);
        rows.iter().map(|text| text.parse::<Decimal>().unwrap()).sum::<Decimal>()
    };
    assert_eq!(in_plan("monthly_activity", "cost"), sum);
    assert_eq!(in_plan("contract_months", "billed"), sum);
}

//! With which code a check ends: with 1 where a line that it prints begins with "error", whatever it is about, and else with 0.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

fn check(name: &str, text: &str) -> Output {
    // The tests run side by side, and two may have a file of one name.
    static FOLDERS: AtomicU32 = AtomicU32::new(0);
    let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("one-plan-exit-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    std::fs::write(&file, text).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_one-plan")).arg("check").arg(&file).output().unwrap();
    std::fs::remove_dir_all(folder).unwrap();
    output
}

/// What a check printed, and its exit code, which must agree with whether a line says "error".
#[track_caller]
fn agreeing(output: &Output) -> (String, i32) {
    let text = [&output.stderr, &output.stdout].map(|part| String::from_utf8(part.clone()).unwrap()).concat();
    let has_errors = text.lines().any(|line| line.starts_with("error "));
    let code = output.status.code().unwrap();
    assert_eq!(code, i32::from(has_errors), "{text}");
    (text, code)
}

#[test]
fn an_error_of_the_reading_ends_with_one_though_everything_is_used() {
    // There is nothing to find in the plan: the last line does not say that it passed.
    let lines = "Year,Name,Gross (£000),Gross (£000)\n2026/27,Acute,400,300\n";
    let (text, code) = agreeing(&check("budget_lines.csv", lines));
    assert_eq!(code, 1);
    assert!(text.contains("about the file, as said above: the check ends with exit code 1."), "{text}");
    assert!(!text.contains("Check: passed."), "{text}");
}

#[test]
fn warnings_alone_end_well() {
    let (_, code) = agreeing(&check("budget_lines.csv", "Year,Name,Gross (£000)\n2026/27,Acute,400\n,Total,500\n"));
    assert_eq!(code, 0);
    // A month that is not known of all commissioners is left out with a warning.
    let monitoring = "FINANCIAL_MONTH,FINANCIAL_YEAR,ORGANISATION_IDENTIFIER_(CODE_OF_PROVIDER),\
                      ORGANISATION_IDENTIFIER_(CODE_OF_COMMISSIONER),POINT_OF_DELIVERY_CODE,CONTRACT_MONITORING_ACTUAL_ACTIVITY,\
                      CONTRACT_MONITORING_ACTUAL_PRICE\n1,202425,RAS,QMJ,EL,1,10\n1,202526,RAS,QMJ,EL,1,10\n";
    let (_, code) = agreeing(&check("acm.csv", monitoring));
    assert_eq!(code, 0);
}

#[test]
fn a_row_that_cannot_be_read_ends_with_one() {
    let (text, code) = agreeing(&check("scheme_lists.csv", "Name,Year\nOurs,2026/27\nTheirs,soon\n"));
    assert_eq!(code, 1);
    assert!(text.contains("Left out of the file, as said above: 1 row."), "{text}");
}

//! Tables of staff: whole-time equivalents with their totals.

use crate::column;
use crate::sheets::{of_sheets, sheet};
use one_plan_model::plan::Table;

#[test]
fn the_total_row_of_staff_is_held_against_its_groups() {
    let said = |total: &str| {
        let rows = ["Name|Baseline|Plan", "Nurses|800.5|790.5", "Doctors|599.5|600", total];
        let loaded = of_sheets(vec![sheet("Staff groups", &rows)]);
        assert_eq!(column(&loaded, Table::StaffGroup, "plan"), ["790.5", "600"], "{}", loaded.report.text());
        let issues = loaded.report.issues.iter().filter(|issue| issue.what.contains("this total is"));
        issues.map(|issue| issue.what.clone()).collect::<Vec<_>>()
    };
    assert!(said("Total|1400|1390.5").is_empty());
    assert_eq!(said("Total|1400|1400"), ["this total is 1400, and the rows above it add up to 1390.5"]);
    assert_eq!(said("Total|14000|1390.5"), ["this total is 14000, and the rows above it add up to 1400"]);
}

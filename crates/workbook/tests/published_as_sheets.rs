//! Each published plan, and the example, as sheets of text is read as the same plan, to the byte.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop at once")]

use one_plan_model::exchange::{read_json, write_json};
use one_plan_model::plan::{Plan, Table};
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::load;
use one_plan_workbook::sheet::{Cell, FileKind, Sheet, SourceFile};

const PLANS: [&str; 3] = [
    include_str!("../../../plans/surrey-one-plan.json"),
    include_str!("../../../plans/arden-system-plan.json"),
    include_str!("../../../plans/example-icb-2026-27.json"),
];

/// The plan as a file of sheets, as our own CSV has it.
fn as_sheets(plan: &Plan) -> SourceFile {
    let mut sheets = Vec::new();
    for table in Table::ALL.iter().filter(|table| plan.row_count(**table) > 0) {
        let columns = table.columns();
        let mut rows = vec![columns.iter().map(|column| Cell::Text(column.name.into())).collect::<Vec<_>>()];
        for row in 0..u32::try_from(plan.row_count(*table)).unwrap() {
            let cell = |name| plan.written_cell(*table, row, name).map_or(Cell::Empty, |text| Cell::Text(text.into()));
            rows.push(columns.iter().map(|column| cell(column.name)).collect());
        }
        sheets.push(Sheet::of_rows(table.name(), rows));
    }
    SourceFile { name: "plan.csv".into(), kind: FileKind::Csv, sheets, remarks: Vec::new() }
}

#[test]
fn published_plans_are_the_same_after_being_sheets() {
    for text in PLANS {
        let plan = read_json(text.as_bytes()).unwrap().plan;
        let loaded = load(&[as_sheets(&plan)], &Answers::default());
        let worst: Vec<_> =
            loaded.report.issues.iter().filter(|issue| issue.severity != Severity::Information).take(5).collect();
        assert!(worst.is_empty() && loaded.report.refused.is_empty(), "{worst:#?} {:#?}", loaded.report.refused);
        let (after, before) = (write_json(&loaded.plan.unwrap()), write_json(&plan));
        let differs: Vec<_> =
            after.lines().zip(before.lines()).filter(|(after, before)| after != before).take(5).collect();
        assert!(differs.is_empty(), "{differs:#?}");
        assert_eq!(after.len(), before.len());
        for total in &loaded.report.control {
            assert!(total.whole.adds_up(), "{:?}", total);
            assert_eq!(total.whole.rows_rejected(), 0, "{:?}", total.table);
        }
    }
}

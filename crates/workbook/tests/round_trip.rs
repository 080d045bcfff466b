//! A plan that is written as a workbook or as comma-separated values is read as the same plan, to the byte.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop at once")]

use one_plan_model::example::grown;
use one_plan_model::exchange::{read_json, write_json};
use one_plan_model::outcome::{ResultSheet, compute};
use one_plan_model::plan::{CellInput, Plan, Table};
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::load;
use one_plan_workbook::read::read_files;
use one_plan_workbook::write::{plan_as_csv_zip, plan_as_workbook};
use proptest::collection::vec;
use proptest::prelude::*;
use std::ops::ControlFlow;

const PLANS: [&str; 3] = [
    include_str!("../../../plans/surrey-one-plan.json"),
    include_str!("../../../plans/arden-system-plan.json"),
    include_str!("../../../plans/example-icb-2026-27.json"),
];

fn read_again(name: &str, bytes: &[u8]) -> Plan {
    let reading = read_files(&[(name, bytes)], &mut |_| ControlFlow::Continue(()));
    assert!(reading.refusals.is_empty(), "{:?}", reading.refusals);
    let loaded = load(&reading.files, &Answers::default());
    let worst: Vec<_> =
        loaded.report.issues.iter().filter(|issue| issue.severity != Severity::Information).take(5).collect();
    assert!(worst.is_empty() && loaded.report.refused.is_empty(), "{worst:#?} {:#?}", loaded.report.refused);
    loaded.plan.unwrap()
}

fn assert_same(before: &Plan, after: &Plan) {
    let (before, after) = (write_json(before), write_json(after));
    let differs: Vec<_> = before.lines().zip(after.lines()).filter(|(left, right)| left != right).take(5).collect();
    assert!(differs.is_empty(), "{differs:#?}");
    assert_eq!(after, before);
}

/// Texts, numbers and dates in every form that could lose something on its way.
fn awkward() -> Plan {
    let texts = [
        "=1+1",
        "'=1+1",
        "''",
        "'",
        "-1",
        "+44",
        "@x",
        "1e5",
        "007",
        "2011-04-26",
        "TRUE",
        "a\nb",
        "a, \"b\"; c",
        "_x0041_",
        "_x005F_",
        "<&>",
        "½ £ – “x”",
        "\u{1F600}",
        "a\u{200b}b",
        "100%",
        "nil",
        "n/a",
        "-",
        "Total",
    ];
    let organisations: Vec<String> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let text = serde_json::to_string(text).unwrap();
            format!(r#"{{"id": "o-{at}", "name": {text}, "kind": "nhs-trust", "aliases": {text}, "source": "922"}}"#)
        })
        .collect();
    let amounts = ["0", "-5", "(6.3)", "1,234.50", "123456789012345.123456", "(1,234,567.000001)", "0.10", "-0.000001"];
    let lines: Vec<String> = amounts
        .iter()
        .enumerate()
        .map(|(at, amount)| {
            format!(
                r#"{{"id": "a-{at}", "name": "A", "side": "income", "forecast": "{amount}", "unit": "£bn", "source": "forecast 1; unit 2-3"}}"#
            )
            .replace("£bn", ["£", "£000", "£m", "£bn"][at % 4])
        })
        .collect();
    let text = format!(
        r#"{{"format": "one-plan/1", "plan": [{{"title": "Example", "system": "Example", "first_year": "2011/12", "last_year": "2014/15", "base_year": "2010/11", "version_date": "1899-12-31", "published": "1900-03-01", "as_of": "2024-02-29", "provisional": "yes"}}],
            "organisations": [{}], "income_and_expenditure": [{}]}}"#,
        organisations.join(","),
        lines.join(",")
    );
    read_json(text.as_bytes()).unwrap().plan
}

#[test]
fn plans_survive_a_workbook() {
    for text in PLANS {
        let plan = read_json(text.as_bytes()).unwrap().plan;
        let bytes = plan_as_workbook(&plan, Some(&compute(&plan).result_sheet(&plan))).unwrap();
        assert_same(&plan, &read_again("plan.xlsx", &bytes));
    }
}

/// The page has the rules in one module and the workbook in another: between them the results pass as bytes.
#[test]
fn results_that_pass_as_bytes_make_the_same_workbook() {
    let plan = read_json(PLANS[2].as_bytes()).unwrap().plan;
    let results = compute(&plan).result_sheet(&plan);
    let passed = ResultSheet::of_bytes(&results.clone().into_bytes().unwrap()).unwrap();
    assert_eq!(results, passed);
    assert_eq!(plan_as_workbook(&plan, Some(&passed)).unwrap(), plan_as_workbook(&plan, Some(&results)).unwrap());
}

#[test]
fn plans_survive_comma_separated_values() {
    for text in PLANS {
        let plan = read_json(text.as_bytes()).unwrap().plan;
        assert_same(&plan, &read_again("plan.zip", &plan_as_csv_zip(&plan).unwrap()));
    }
}

#[test]
fn awkward_cells_survive_both() {
    let plan = awkward();
    assert_same(&plan, &read_again("plan.xlsx", &plan_as_workbook(&plan, None).unwrap()));
    assert_same(&plan, &read_again("plan.zip", &plan_as_csv_zip(&plan).unwrap()));
}

/// What a row is called in a sheet of somebody's own says whether it is one: not so in a table as we write it, where a row that
/// counts in the plan file counts again, and the check asks about its name.
#[test]
fn rows_count_whatever_they_are_called() {
    let names = [
        "Total",
        "Totals",
        "Sub-total",
        "Grand total",
        "Total schemes",
        "Schemes total",
        "All schemes",
        "Target",
        "Gap",
        "Unidentified",
        "Of which recurrent",
        "2010/11 outturn",
        "% of turnover",
        "Mitigations",
        "Not in plan",
        "Closed",
        "Name",
    ];
    let mut rows: Vec<String> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        // Each is as much as all above it, as a total is.
        let amount = if at == 0 { 1 } else { 1 << (at - 1) };
        let id = name.to_lowercase().replace([' ', '/', '%'], "-").trim_matches('-').to_owned();
        rows.push(format!(
            r#"{{"id": "{id}", "name": "{name}", "list": "total", "gross": "{amount}", "unit": "£000"}}"#
        ));
    }
    let text = format!(
        r#"{{"format": "one-plan/1",
            "plan": [{{"title": "P", "system": "S", "first_year": "2011/12", "last_year": "2011/12", "base_year": "2010/11"}}],
            "scheme_lists": [{{"id": "total", "name": "Total", "year": "2011/12"}}], "schemes": [{}]}}"#,
        rows.join(", ")
    );
    let plan = read_json(text.as_bytes()).unwrap().plan;
    assert_same(&plan, &read_again("plan.xlsx", &plan_as_workbook(&plan, None).unwrap()));
    assert_same(&plan, &read_again("plan.zip", &plan_as_csv_zip(&plan).unwrap()));
}

/// Every column of every table is filled.
#[test]
fn every_table_and_column_survives_both() {
    for table in [Table::Scheme, Table::MonitoredMonth, Table::StatedFigure] {
        let plan = read_json(grown(table, 12).as_bytes()).unwrap().plan;
        assert!(Table::ALL.iter().all(|table| plan.row_count(*table) > 0));
        assert_same(&plan, &read_again("plan.xlsx", &plan_as_workbook(&plan, None).unwrap()));
        assert_same(&plan, &read_again("plan.zip", &plan_as_csv_zip(&plan).unwrap()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Texts and numbers that nobody thought of: whatever the model takes comes back as it was.
    #[test]
    fn whatever_stands_in_a_cell_survives_both(
        texts in vec("[ -~£–½é\\n\\u{200b}'=+@-]{1,20}", 12),
        numbers in vec(r"(\(?-?[0-9]{1,3}(,[0-9]{3}){0,3}|-?[0-9]{1,15})(\.[0-9]{1,6})?\)?", 12),
    ) {
        let mut plan = awkward();
        let put = |plan: &mut Plan, table: Table, row: u32, column: &str, text: &str| {
            let column = u8::try_from(table.column(column).unwrap()).unwrap();
            // What the model does not take is not in a plan.
            let _ = plan.set_cell(table, row, column, Some(CellInput::Text(text)));
        };
        for ((row, text), number) in (0..).zip(&texts).zip(&numbers) {
            if !text.trim_start().starts_with('#') {
                put(&mut plan, Table::Organisation, row, "aliases", text);
            }
            put(&mut plan, Table::AccountLine, row % 8, "forecast", number);
            put(&mut plan, Table::AccountLine, row % 8, "plan", number);
        }
        assert_same(&plan, &read_again("plan.xlsx", &plan_as_workbook(&plan, None).unwrap()));
        assert_same(&plan, &read_again("plan.zip", &plan_as_csv_zip(&plan).unwrap()));
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let plan = awkward();
    assert_eq!(plan_as_workbook(&plan, None).unwrap(), plan_as_workbook(&plan, None).unwrap());
    assert_eq!(plan_as_csv_zip(&plan).unwrap(), plan_as_csv_zip(&plan).unwrap());
}

#[test]
fn only_tables_with_rows_are_written() {
    let plan = awkward();
    let tables = Table::ALL.iter().filter(|table| plan.row_count(**table) > 0).count();
    let reading = read_files(&[("plan.zip", &plan_as_csv_zip(&plan).unwrap())], &mut |_| ControlFlow::Continue(()));
    assert_eq!(reading.files.iter().map(|file| file.sheets.len()).sum::<usize>(), tables);
}

//! Finance reports: budget, actual and variance to date, and the forecast of the year.

use crate::sheets::{figure, of_sheets, said, says, sheet};
use crate::{column, read_of};
use one_plan_model::plan::Table;
use one_plan_workbook::issues::Severity;

fn wrong(loaded: &one_plan_workbook::load::Loaded) -> Vec<String> {
    [Severity::Error, Severity::Warning]
        .iter()
        .flat_map(|of| said(loaded, *of))
        .map(|issue| issue.what.clone())
        .collect()
}

#[test]
fn a_report_whose_lines_have_no_heading_is_one_of_budgets() {
    let rows = [
        "Anyshire ICB budgets, Month 6 2026/27",
        "|Annual Budget|Budget YTD|Actual YTD|Variance YTD|Forecast Outturn|FOT Variance",
        "|£000|£000|£000|£000|£000|£000",
        "Acute|120000|60000|61000|-1000|122000|-2000",
        "Community|40000|20000|19500|500|39500|500",
        "Total|160000|80000|80500|-500|161500|-1500",
    ];
    let loaded = of_sheets(vec![sheet("Finance", &rows)]);
    assert_eq!(wrong(&loaded), Vec::<String>::new());
    assert_eq!(column(&loaded, Table::MonitoredLine, "kind"), ["expenditure"; 2]);
    assert_eq!(column(&loaded, Table::MonitoredLine, "plan"), ["120000", "40000"]);
    assert_eq!(read_of(&loaded, Table::MonitoredLine), (2, "160000000".into(), "0".into()));
    assert_eq!(figure(&loaded, "monitoring.acute.variance"), "−£1,000,000");
    assert_eq!(figure(&loaded, "monitoring.community.forecast"), "£39,500,000");
}

#[test]
fn a_unit_over_the_lines_is_that_of_all_amounts() {
    let rows = [
        "Expenditure, Month 6 2026/27",
        "|Annual budget|YTD|YTD|YTD|Forecast",
        "£000||Budget|Actual|Variance|outturn",
        "Pay|140|70|71|-1|142",
        "Non-pay|75|37|38|-1|76",
    ];
    let loaded = of_sheets(vec![sheet("Finance", &rows)]);
    assert_eq!(read_of(&loaded, Table::MonitoredLine), (2, "215000".into(), "0".into()), "{}", loaded.report.text());
}

#[test]
fn budgets_of_divisions_are_expenditure_and_income_among_them_is_asked() {
    let head = ["Budget monitoring, Month 6 2026/27", "Directorate|Annual Budget £|YTD Budget £|YTD Actual £"];
    let loaded = of_sheets(vec![sheet("Budget", &[head[0], head[1], "Medicine|120|60|61", "Surgery|40|20|19"])]);
    assert_eq!(column(&loaded, Table::MonitoredLine, "kind"), ["expenditure"; 2]);
    let loaded =
        of_sheets(vec![sheet("Budget", &[head[0], head[1], "Medicine|120|60|61", "Clinical income|40|20|19"])]);
    assert!(
        wrong(&loaded).iter().any(|what| what.contains("lines of income or expenditure, is not said")),
        "{:?}",
        wrong(&loaded)
    );
}

#[test]
fn words_that_hold_the_letters_of_words_for_savings_say_nothing_of_savings() {
    let rows = [
        "Budget monitoring, Month 6 2026/27",
        "Budget heading|Description|Annual Budget £|YTD Budget £|YTD Actual £|Anticipated outturn £",
        "Pay|Prescribers|120|60|61|1",
        "Drugs|Recipients|80|40|41|1",
    ];
    let loaded = of_sheets(vec![sheet("Budget", &rows)]);
    assert_eq!(column(&loaded, Table::MonitoredLine, "kind"), ["expenditure"; 2]);
}

#[test]
fn amounts_below_the_unit_of_the_title_are_never_left_out_in_passing() {
    let rows = [
        "Financial framework 2026/27 £m",
        "Budget line|Gross budget|QIPP|Net budget|WTE|Weighting",
        "Acute|500|-20|480|1200|3",
        "Community|80|-1|79|150|2",
    ];
    let loaded = of_sheets(vec![sheet("Financial framework", &rows)]);
    says(
        &loaded,
        Severity::Warning,
        "QIPP",
        "is that of no column of \"budget_lines\"; −£21,000,000 in it are left out",
    );
    says(&loaded, Severity::Warning, "Net budget", "£559,000,000 in it are left out");
    // What is counted has no pounds.
    says(&loaded, Severity::Information, "WTE", "is that of no column of \"budget_lines\"");
    says(&loaded, Severity::Information, "Weighting", "is that of no column of \"budget_lines\"");
    assert_eq!(column(&loaded, Table::BudgetLine, "gross"), ["500", "80"]);
}

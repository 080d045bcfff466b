//! Sheets that say how the year goes and whose rows are no schemes: finance reports with figures to date and a forecast.

use crate::support::{Computed, loaded, loaded_with, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::Question;
use one_plan_workbook::vocabulary::Follows;

const REPORT: [&str; 6] = [
    "Expenditure 2026/27, Month 5, £000",
    "",
    "Budget line|Annual budget|YTD budget|YTD actual|YTD variance|Forecast outturn",
    "Acute contracts|120000|50000|51200|-1200|122500",
    "Continuing care|24000|10000|9000|1000|23000",
    "Total|144000|60000|60200|-200|145500",
];

#[test]
fn a_finance_report_becomes_lines_of_expenditure_and_no_savings() {
    let loaded = loaded("report.xlsx", sheet("Finance", &REPORT));
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    assert_eq!(rows_of(&loaded, Table::Scheme), 0);
    assert_eq!(rows_of(&loaded, Table::SchemeList), 0);
    let columns = ["id", "name", "kind", "scheme", "plan", "unit"];
    assert_eq!(
        plan_row(&loaded, "monitored_lines", 0, &columns),
        "acute-contracts | Acute contracts | expenditure | - | 120000 | £000"
    );
    // One row to date stands for the months up to August, and one for the forecast of the year.
    let columns = ["line", "month", "plan", "actual", "forecast", "cumulative"];
    assert_eq!(
        plan_row(&loaded, "monitored_months", 0, &columns),
        "acute-contracts | 2026-08 | 50000 | 51200 | - | yes"
    );
    assert_eq!(plan_row(&loaded, "monitored_months", 2, &columns), "acute-contracts | 2027-03 | - | - | 122500 | yes");
    let computed = Computed::of(&loaded);
    // Spending more than planned is adverse: 50,000 − 51,200; less is favourable: 10,000 − 9,000.
    assert_eq!(computed.line("acute-contracts"), ["50000000", "51200000", "-1200000", "122500000"]);
    assert_eq!(computed.line("continuing-care"), ["10000000", "9000000", "1000000", "23000000"]);
    assert_eq!(
        computed.printed(),
        ["monitoring.acute-contracts.variance: exact", "monitoring.continuing-care.variance: exact"]
    );
    assert!(loaded.report.text().contains("is read as monitored lines of expenditure"));
}

#[test]
fn a_variance_of_spending_that_is_what_came_less_the_plan_is_turned() {
    let rows =
        REPORT.map(|row| row.replace("|-1200|", "|1200|").replace("|1000|", "|-1000|").replace("|-200|", "|200|"));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let loaded = loaded("report.xlsx", sheet("Finance", &rows));
    assert!(loaded.report.text().contains("is what came less the plan: it is read with the other sign"));
    let printed = Computed::of(&loaded).printed();
    assert!(printed.iter().all(|verdict| verdict.ends_with("exact")), "{printed:?}");
}

#[test]
fn a_column_says_what_each_line_is() {
    let rows = [
        "Position 2026/27, Month 5, £000",
        "Directorate|Pay / non-pay / income|Annual plan|YTD plan|YTD actual|Forecast",
        "Medicine|Pay|1200|500|520|1240",
        "Medicine|Income|600|250|240|580",
    ];
    let loaded = loaded("position.xlsx", sheet("Position", &rows));
    let columns = ["id", "kind"];
    assert_eq!(plan_row(&loaded, "monitored_lines", 0, &columns), "medicine | expenditure");
    assert_eq!(plan_row(&loaded, "monitored_lines", 1, &columns), "medicine-2 | income");
    let computed = Computed::of(&loaded);
    assert_eq!(computed.figure("monitoring.medicine.variance"), "-20000");
    assert_eq!(computed.figure("monitoring.medicine-2.variance"), "-10000");
}

#[test]
fn what_the_rows_are_is_asked_where_nothing_says_it_and_remembered() {
    let rows = [
        "Position 2026/27, Month 5, £000",
        "Name|Annual plan|YTD plan|YTD actual|Forecast",
        "Acute|120000|50000|51200|122500",
    ];
    let asked = loaded("position.xlsx", sheet("Position", &rows));
    assert!(asked.plan.is_none(), "a contract of £120m is no saving");
    let candidates = asked.report.questions.iter().find_map(|question| match question {
        Question::Tracker { asks, candidates, .. } if asks.word() == "tracker-follows" => Some(candidates.clone()),
        _ => None,
    });
    assert_eq!(candidates.unwrap(), ["schemes", "expenditure", "income", "savings", "other"]);
    let mut said = asked.report.mapping[0].mapping.clone();
    said.follows = Some(Follows::Income);
    let mut answers = Answers::default();
    answers.say_tracker(said);
    assert_eq!(Answers::of_json(&answers.json().to_string()).unwrap(), answers);
    assert_eq!(Answers::of_rows(&answers.rows()).trackers()[0].follows, Some(Follows::Income));
    let loaded = loaded_with("position.xlsx", sheet("Position", &rows), &answers);
    assert_eq!(plan_row(&loaded, "monitored_lines", 0, &["kind"]), "income");
    let kept: Vec<String> = (0..rows_of(&loaded, Table::HeadingMeaning))
        .map(|at| plan_row(&loaded, "headings", at, &["kind", "means"]))
        .collect();
    assert!(kept.contains(&"tracker-follows | income".to_owned()), "{kept:?}");
    said_of_a_mapping_is_refused();
}

fn said_of_a_mapping_is_refused() {
    let json = r#"{"format": "one-plan-mapping/1", "trackers": [{"name": "x", "follows": "beds"}]}"#;
    assert!(Answers::of_json(json).unwrap_err().contains("nothing that rows can be"));
}

#[test]
fn a_budget_may_be_income_too_and_a_surplus_is_no_line() {
    let mut rows = vec![
        "2026/27, Month 5, £000",
        "Budget line|Annual budget|YTD budget|YTD actual|Forecast",
        "Income",
        "Contracts|800|333|336|810",
        "Deficit support funding|200|84|84|200",
        "Total income|1000|417|420|1010",
        "Expenditure",
        "Staff|700|292|300|720",
        "Drugs|280|117|110|270",
        "Total expenditure|980|409|410|990",
        "Surplus / (deficit)|20|8|10|20",
    ];
    let loaded = loaded("position.xlsx", sheet("Position", &rows));
    let kinds = [0, 1, 2, 3].map(|row| plan_row(&loaded, "monitored_lines", row, &["name", "kind"]));
    let income = ["Contracts | income", "Deficit support funding | income"];
    assert_eq!(kinds, [income[0], income[1], "Staff | expenditure", "Drugs | expenditure"]);
    assert_eq!(rows_of(&loaded, Table::MonitoredLine), 4);
    assert!(loaded.report.text().contains("is what the other lines leave"));
    // Nothing says what they are where the sections are missing: a budget may be either.
    rows.retain(|row| !["Income", "Expenditure"].contains(row) && !row.starts_with("Total"));
    assert!(crate::support::loaded("position.xlsx", sheet("Position", &rows)).plan.is_none());
}

#[test]
fn lines_of_a_budget_are_spending_where_none_of_them_is_income() {
    let rows = [
        "Budget 2026/27, Month 5, £000",
        "Budget line|Annual budget|YTD budget|YTD actual|Variance",
        "Acute",
        "Valley Trust|1000|500|510|-10",
        "Hill Trust|2000|1000|990|10",
        "Total acute|3000|1500|1500|0",
    ];
    let loaded = loaded("budget.xlsx", sheet("Budget", &rows));
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    assert_eq!(plan_row(&loaded, "monitored_lines", 0, &["name", "kind"]), "Valley Trust | expenditure");
    let printed = Computed::of(&loaded).printed();
    assert!(printed.len() == 2 && printed.iter().all(|verdict| verdict.ends_with("exact")), "{printed:?}");
    // Income among them, or what it leaves: then each line may be either, and it is asked.
    for other in ["Patient income|500|250|260|10", "Deficit|500|250|260|10"] {
        let asked = crate::support::loaded("budget.xlsx", sheet("Budget", &[rows.as_slice(), &[other]].concat()));
        assert!(asked.plan.is_none(), "{other}");
    }
    // What it is called otherwise, such as an account, says nothing.
    let account = rows.map(|row| row.replace("Budget line", "Line").replace("Budget 2026", "2026"));
    let account: Vec<&str> = account.iter().map(String::as_str).collect();
    assert!(crate::support::loaded("accounts.xlsx", sheet("Position", &account)).plan.is_none());
}

#[test]
fn accounts_with_a_minus_before_expenditure_keep_the_variance_that_they_print() {
    let rows = [
        "Income and expenditure 2026/27 £000 Month 5",
        "Line|Annual plan|YTD plan|YTD actual|Variance|Forecast",
        "Income",
        "Patient care income|5000|2083|2100|17|5050",
        "Other income|500|208|200|-8|490",
        "Total income|5500|2291|2300|9|5540",
        "Expenditure",
        "Pay|-3500|-1458|-1470|-12|-3530",
        "Non-pay|-1900|-792|-800|-8|-1920",
        "Total expenditure|-5400|-2250|-2270|-20|-5450",
        "Surplus/(deficit)|100|41|30|-11|90",
    ];
    let exact = |rows: &[&str]| {
        let loaded = loaded("accounts.xlsx", sheet("I&E", rows));
        assert_eq!(to_look_at(&loaded), Vec::<String>::new());
        let computed = Computed::of(&loaded);
        let printed = computed.printed();
        assert!(printed.iter().all(|verdict| verdict.ends_with("exact")), "{printed:?}");
        (computed.line("pay"), computed.findings().contains(&"sign-read-as-meant"), loaded.report.text())
    };
    // Overspent by 12, as it is printed; said once, and of no cell.
    let (pay, is_found, text) = exact(&rows);
    assert_eq!((pay, is_found), (["1458000", "1470000", "-12000", "3530000"].map(str::to_owned), false));
    assert!(text.contains("every amount of expenditure is given with a minus, and is read without it"), "{text}");
    assert!(!text.contains("it is read with the other sign"), "{text}");
    // A ledger prints income so, and what is overspent without a minus.
    let ledger = rows.map(|row| {
        let turn = |cell: &str| cell.parse::<i32>().map_or_else(|_| cell.to_owned(), |number| (-number).to_string());
        row.split('|').map(turn).collect::<Vec<_>>().join("|")
    });
    let ledger: Vec<&str> = ledger.iter().map(String::as_str).collect();
    assert_eq!(exact(&ledger).0, ["1458000", "1470000", "-12000", "3530000"]);
    // One line alone with a minus is left to the plan, which says so; its variance is what it prints.
    let one = ["Accounts 2026/27 £000 Month 5", rows[1], "Expenditure", "Pay|-3500|-1458|-1470|-12|-3530"];
    let (pay, is_found, _) = exact(&one);
    assert_eq!((pay[2].as_str(), is_found), ("-12000", true));
}

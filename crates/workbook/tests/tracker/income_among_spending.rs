//! Income that stands among what is spent, and rows that are the net of both.

use crate::support::{loaded, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;

const HEADS: &str = "Line|Annual budget|YTD budget|YTD actual|Forecast";

fn report(rows: &[&str]) -> (Vec<String>, String) {
    let rows: Vec<&str> =
        ["Expenditure report 2026/27 Month 3 £000", HEADS].into_iter().chain(rows.iter().copied()).collect();
    let loaded = loaded("t.xlsx", sheet("Expenditure", &rows));
    let lines = rows_of(&loaded, Table::MonitoredLine);
    let line = |row: usize| plan_row(&loaded, "monitored_lines", row, &["name", "kind", "plan"]);
    ((0..lines).map(line).collect(), to_look_at(&loaded).concat())
}

#[test]
fn a_line_that_is_called_income_is_the_other_side_with_and_without_a_minus() {
    for (income, net) in [
        ("Private patient income|-100|-25|-20|-90", "Net|1900|475|480|1940"),
        ("Private patient income|100|25|20|90", "Net|1900|475|480|1940"),
        ("Private patient income|100|25|20|90", "Net position|-1900|-475|-480|-1940"),
        ("Private patient income|(100)|(25)|(20)|(90)", "Net total|1900|475|480|1940"),
    ] {
        let (lines, said) = report(&["Pay|1200|300|310|1240", "Non-pay|800|200|190|790", income, net]);
        let expected =
            ["Pay | expenditure | 1200", "Non-pay | expenditure | 800", "Private patient income | income | 100"];
        assert_eq!(lines, expected, "{income} {net}");
        assert_eq!(said, "", "{income} {net}");
    }
}

#[test]
fn what_is_spent_on_income_or_lost_of_it_is_spent() {
    for name in ["Income team", "Loss of income", "Income protection costs", "Network"] {
        let (lines, _) = report(&["Pay|1200|300|310|1240", &format!("{name}|100|25|20|90")]);
        assert_eq!(lines[1], format!("{name} | expenditure | 100"));
    }
    for name in ["Income", "Income from activities", "Other income", "Income: education"] {
        let (lines, _) = report(&["Pay|1200|300|310|1240", &format!("{name}|100|25|20|90")]);
        assert_eq!(lines[1], format!("{name} | income | 100"));
    }
}

#[test]
fn a_net_that_is_not_what_the_lines_leave_is_told() {
    let rows = ["Pay|1200|300|310|1240", "Income|100|25|20|90", "Net|1150|275|290|1150"];
    let (lines, said) = report(&rows);
    assert_eq!(lines.len(), 2);
    let expected = "cell B5: this row is what the lines above it leave: it is 1150, and they leave 1100";
    assert!(said.contains(expected), "{said}");
}

use crate::support::{figures, findings};

#[test]
fn the_control_total() {
    findings(
        "control-total-missed",
        r#""resource_limits": [{"year": "2011/12", "control_total": "6", "forecast_surplus": "{}", "unit": "£m"}]"#,
        &[("5.9", true), ("6", false), ("6.1", false), ("-6", true)],
    );
}

#[test]
fn plan_and_resource() {
    let tables = r#""budget_lines": [{"id": "all", "name": "All", "gross": "100", "unit": "£m"}],
        "resource_limits": [{"year": "2011/12", "limit": "{}", "unit": "£m"}]"#;
    figures("framework.planned-surplus.2011-12", tables, &[("99", "-1000000"), ("100", "0"), ("101", "1000000")]);
    figures("framework.above-resource-limit.2011-12", tables, &[("99", "1000000"), ("101", "-1000000")]);
    findings("plan-exceeds-resource", tables, &[("99.9", true), ("100", false), ("100.1", false)]);
}

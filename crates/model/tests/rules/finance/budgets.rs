use crate::support::tables::TWO_TRUSTS;
use crate::support::{findings, values};

#[test]
fn pooled_budgets_hold_what_is_paid_into_them() {
    let pool = format!(
        r#"{TWO_TRUSTS}"shared_budgets": [{{"id": "pool", "name": "Pool", "kind": "pooled", "planned": "{{}}", "unit": "£000"}}],
        "budget_contributions": [
            {{"budget": "pool", "organisation": "north", "amount": "300", "unit": "£000"}},
            {{"budget": "pool", "organisation": "south", "amount": "220", "unit": "£000"}}
        ]"#
    );
    values(
        &pool.replace("{}", "540"),
        &[("budget.pool.contributions", "520000"), ("budget.pool.contributions-less-plan", "-20000")],
    );
    // What is printed to the nearest thousand can be 1.5 apart by rounding alone.
    findings(
        "contributions-differ",
        &pool,
        &[
            ("518", true),
            ("519", false),
            ("520", false),
            ("521", false),
            ("522", true),
            ("520.0", false),
            ("518.9", true),
        ],
    );
}

#[test]
fn the_floor_of_prevention_and_the_cap_of_a_budget() {
    findings(
        "prevention-below-floor",
        r#""prevention_budgets": [{"id": "s", "name": "S", "budget": "1,000", "prevention": "{}", "unit": "£000"}]"#,
        &[("14.9", true), ("15", false), ("15.1", false), ("0", true)],
    );
    findings(
        "budget-above-cap",
        r#""shared_budgets": [{"id": "b", "name": "B", "kind": "programme", "cap": "10", "planned": "{}", "unit": "£m"}]"#,
        &[("9.9", false), ("10", false), ("10.1", true)],
    );
}

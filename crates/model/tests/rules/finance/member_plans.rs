use crate::support::tables::TWO_TRUSTS;
use crate::support::{findings, values};

#[test]
fn plans_of_the_members_make_the_plan() {
    let tables = format!(
        r#"{TWO_TRUSTS}"programmes": [{{"id": "p", "name": "P"}}],
        "programme_savings": [
            {{"programme": "p", "year": "2011/12", "part": "commissioner", "amount": "70", "unit": "£m"}},
            {{"programme": "p", "year": "2011/12", "part": "provider", "amount": "27", "unit": "£m"}}
        ],
        "child_plans": [
            {{"organisation": "north", "year": "2011/12", "amount": "60", "unit": "£m"}},
            {{"organisation": "south", "year": "2011/12", "amount": "{{}}", "unit": "£m"}}
        ]"#
    );
    values(
        &tables.replace("{}", "40"),
        &[("child-plans.2011-12", "100000000"), ("child-plans.difference.2011-12", "3000000")],
    );
    // Four numbers printed to the nearest million can be 2 apart by rounding alone.
    findings("child-plans-differ", &tables, &[("34", true), ("35", false), ("37", false), ("39", false), ("40", true)]);
}

use crate::support::{NONE, findings, values};

#[test]
fn reserves_by_what_they_are_used_for() {
    values(
        r#""reserves": [
            {"id": "first", "name": "First", "year": "2011/12", "amount": "20", "unit": "£m"},
            {"id": "second", "name": "Second", "year": "2012/13", "base": "1,000", "unit": "£m"}
        ],
        "reserve_uses": [
            {"reserve": "first", "purpose": "pump-priming", "amount": "2.5", "unit": "£m"},
            {"reserve": "second", "purpose": "pump-priming", "amount": "1.25", "unit": "£m"},
            {"reserve": "first", "purpose": "double-running", "amount": "4", "unit": "£m"},
            {"reserve": "first", "purpose": "termination-costs"}
        ]"#,
        &[
            ("reserves.used-for.pump-priming", "3750000"),
            ("reserves.used-for.double-running", "4000000"),
            ("reserves.used-for.termination-costs", NONE),
            ("reserve.first.used", "6500000"),
            ("reserve.first.left", "13500000"),
            // Where the plan gives no part, it is 2 % of the resource.
            ("reserve.second.amount", "20000000"),
            ("reserve.second.left", "18750000"),
        ],
    );
}

#[test]
fn a_reserve_is_used_no_further_than_it_goes() {
    findings(
        "reserve-overspent",
        r#""reserves": [{"id": "r", "name": "R", "year": "2012/13", "base": "1,000", "rate": "2%", "unit": "£m"}],
        "reserve_uses": [{"reserve": "r", "purpose": "pump-priming", "amount": "{}", "unit": "£m"}]"#,
        &[("19.99", false), ("20", false), ("20.01", true)],
    );
}

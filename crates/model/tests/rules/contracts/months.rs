use crate::support::tables::TWO_TRUSTS;
use crate::support::{NONE, finds, message, values};

#[test]
fn the_most_final_figures_of_a_month_count() {
    let month = |state: &str, billed: &str| {
        let state = if state.is_empty() { String::new() } else { format!(r#""state": "{state}", "#) };
        format!(r#"{{"contract": "c", "month": "2011-04", {state}"billed": "{billed}", "paid": "9", "unit": "£m"}}"#)
    };
    let tables = |rows: &[String]| {
        format!(
            r#"{TWO_TRUSTS}"contracts": [{{"id": "c", "name": "C", "provider": "north", "form": "payment-by-results"}}],
            "contract_months": [{}]"#,
            rows.join(", ")
        )
    };
    for rows in [
        [month("estimate", "10"), month("flex", "12"), month("freeze", "11")],
        [month("freeze", "11"), month("estimate", "10"), month("flex", "12")],
        [month("estimate", "10"), month("flex", "12"), month("", "11")],
    ] {
        let example = values(
            &tables(&rows),
            &[
                ("contract.c.billed", "11000000"),
                ("contract.c.on-account", "9000000"),
                ("contract.c.changed-since-first-figures", "1000000"),
                ("contract.c.balance", "2000000"),
            ],
        );
        assert!(!finds(&example, "must-be-given-once"));
    }
    // Freeze counts over a row without a state, in any order.
    for rows in [[month("", "10"), month("freeze", "12")], [month("freeze", "12"), month("", "10")]] {
        values(&tables(&rows), &[("contract.c.billed", "12000000")]);
    }
    // Cell by cell: what is not given again at freeze is still known from flex.
    let flex = r#"{"contract": "c", "month": "2011-04", "state": "flex", "billed": "10", "upheld": "1", "withheld": "0.5", "paid": "8", "unit": "£m"}"#;
    let freeze = r#"{"contract": "c", "month": "2011-04", "state": "freeze", "billed": "9", "unit": "£m"}"#;
    values(
        &tables(&[flex.to_owned(), freeze.to_owned()]),
        &[
            ("contract.c.value", "8000000"),
            ("contract.c.on-account", "8000000"),
            ("contract.c.withheld", "500000"),
            ("contract.c.changed-since-first-figures", "-1000000"),
        ],
    );
    // One row for all commissioners and one for each: they are not added up, and what differs is said.
    let of = |organisation: &str, billed: &str| {
        format!(
            r#"{{"contract": "c", "month": "2011-04", {organisation}"state": "freeze", "billed": "{billed}", "unit": "£m"}}"#
        )
    };
    let rows = |north: &str| {
        [of("", "10"), of(r#""organisation": "north", "#, north), of(r#""organisation": "south", "#, "4")]
    };
    let both = [("contract.c.billed", "10000000"), ("contract.c.billed.south", "4000000")];
    assert!(!finds(&values(&tables(&rows("6")), &both), "month-parts-differ"));
    let example = values(&tables(&rows("5")), &both);
    assert_eq!(
        message(&example, "month-parts-differ"),
        "C, 2011-04: the month gives billed as £10,000,000 for all commissioners and £9,000,000 for them one by one: the row for all counts."
    );
    let once = values(&tables(&[month("flex", "12")]), &[("contract.c.changed-since-first-figures", NONE)]);
    assert!(!finds(&once, "must-be-given-once"));
    // The same state twice cannot be told apart.
    assert!(finds(&values(&tables(&[month("flex", "12"), month("flex", "13")]), &[]), "must-be-given-once"));
}

mod forms;
mod months;

use crate::support::tables::{CLUSTER_AND_TRUST, GROUPS_AND_TRUST, ONE_TRUST};
use crate::support::{NONE, findings, finds, values};
use one_plan_model::example;

#[test]
fn efficiency_comes_off_a_contract_and_pressures_are_added() {
    values(
        &format!(
            r#"{ONE_TRUST}"contracts": [
                {{"id": "both", "name": "Both", "provider": "trust", "form": "block", "base": "100", "efficiency": "4%", "pressures": "1.5", "unit": "£m"}},
                {{"id": "efficiency", "name": "Efficiency", "provider": "trust", "form": "block", "base": "100", "efficiency": "4%", "unit": "£m"}},
                {{"id": "pressures", "name": "Pressures", "provider": "trust", "form": "block", "base": "100", "pressures": "1.5", "unit": "£m"}}
            ]"#
        ),
        &[
            ("contract.both.next-year", "97500000"),
            ("contract.efficiency.next-year", "96000000"),
            // Without an efficiency nothing is known about the next year.
            ("contract.pressures.next-year", NONE),
        ],
    );
}

#[test]
fn what_contracts_bring_to_the_savings() {
    values(
        &format!(
            r#"{ONE_TRUST}"contracts": [
                {{"id": "one", "name": "One", "provider": "trust", "form": "block", "qipp": "6.66", "unit": "£m"}},
                {{"id": "two", "name": "Two", "provider": "trust", "form": "block", "qipp": "340", "unit": "£000"}}
            ]"#
        ),
        &[("contracts.qipp", "7000000")],
    );
}

#[test]
fn a_shared_risk_ends_at_its_limit() {
    values(
        r#""risk_shares": [
            {"id": "open", "name": "Open", "at_risk": "10", "commissioner_share": "60%", "unit": "£m"},
            {"id": "limited", "name": "Limited", "at_risk": "10", "commissioner_share": "60%", "limit": "4.5", "unit": "£m"},
            {"id": "silent", "name": "Silent", "at_risk": "10", "unit": "£m"}
        ]"#,
        &[
            ("risk-share.open.commissioner", "6000000"),
            ("risk-share.open.provider", "4000000"),
            ("risk-share.limited.commissioner", "4500000"),
            ("risk-share.limited.provider", "5500000"),
            // Where the agreement does not say, each bears half.
            ("risk-share.silent.commissioner", "5000000"),
            ("risk-share.silent.provider", "5000000"),
        ],
    );
}

#[test]
fn an_intention_becomes_a_clause() {
    values(
        r#""principles": [
            {"id": "triage", "name": "Pay for triaged referrals only", "kind": "intention"},
            {"id": "quality", "name": "Quality first", "kind": "principle"}
        ],
        "contract_items": [
            {"id": "a", "name": "A", "intention": "triage", "kind": "clause", "state": "agreed", "value": "200", "unit": "£000"},
            {"id": "b", "name": "B", "intention": "triage", "kind": "variation", "state": "open"},
            {"id": "c", "name": "C", "kind": "clause", "state": "open", "value": "50", "unit": "£000"}
        ]"#,
        &[
            ("contract-items.with-intention", "2"),
            ("contract-items.clause.agreed", "1"),
            ("contract-items.clause.open", "1"),
            ("contract-items.variation.open", "1"),
            ("contract-items.clause.value", "250000"),
            ("principles.intention", "1"),
        ],
    );
}

#[test]
fn contracts_by_role_and_status() {
    values(
        &format!(
            r#"{GROUPS_AND_TRUST}"contracts": [
                {{"id": "a", "name": "A", "provider": "trust", "form": "block", "status": "gap", "gap": "1.5", "unit": "£m"}},
                {{"id": "b", "name": "B", "provider": "trust", "form": "block", "status": "gap", "gap": "2", "unit": "£m"}},
                {{"id": "c", "name": "C", "provider": "trust", "form": "ceiling"}}
            ],
            "contract_parts": [
                {{"contract": "a", "organisation": "north", "role": "host"}},
                {{"contract": "b", "organisation": "north", "role": "host"}},
                {{"contract": "a", "organisation": "south", "role": "associate"}}
            ]"#
        ),
        &[
            ("contracts.role.north.host", "2"),
            ("contracts.role.south.associate", "1"),
            ("contracts.role.south.host", NONE),
            ("contracts.status.gap", "2"),
            ("contracts.status.signed", NONE),
            ("contracts.gap", "3500000"),
        ],
    );
}

#[test]
fn contract_items_by_kind_and_state() {
    values(
        r#""contract_items": [
            {"id": "a", "name": "A", "kind": "issue", "state": "open"},
            {"id": "b", "name": "B", "kind": "issue", "state": "open"},
            {"id": "c", "name": "C", "kind": "issue", "state": "resolved"},
            {"id": "d", "name": "D", "kind": "notice", "state": "open"},
            {"id": "e", "name": "E", "kind": "clause", "state": "agreed"},
            {"id": "f", "name": "F", "kind": "qualified-provider", "state": "open", "value": "2", "unit": "£m"}
        ]"#,
        &[
            ("contract-items.issue.open", "2"),
            ("contract-items.issue.resolved", "1"),
            ("contract-items.notice.open", "1"),
            ("contract-items.notice.resolved", NONE),
            ("contract-items.clause.agreed", "1"),
            ("contract-items.qualified-provider.open", "1"),
            ("contract-items.qualified-provider.value", "2000000"),
            ("contract-items.issue.value", NONE),
        ],
    );
}

#[test]
fn a_contract_is_split_between_commissioners() {
    let tables = |south: &str, billed: &str| {
        format!(
            r#"{CLUSTER_AND_TRUST}"contracts": [{{"id": "c", "name": "Contract", "provider": "trust", "form": "block", "base": "100", "activity": "1,000", "unit": "£m"}}],
            "contract_parts": [
                {{"contract": "c", "organisation": "north", "role": "host", "share": "60%"}},
                {{"contract": "c", "organisation": "south", "role": "associate", "amount": "40", "unit": "£m", "activity": "{south}"}}
            ],
            "contract_months": [
                {{"contract": "c", "month": "2011-04", "organisation": "north", "billed": "30", "unit": "£m"}},
                {{"contract": "c", "month": "2011-05", "organisation": "north", "billed": "{billed}", "unit": "£m"}},
                {{"contract": "c", "month": "2011-04", "organisation": "south", "billed": "5", "unit": "£m"}}
            ]"#
        )
    };
    let example = values(
        &tables("400", "29"),
        &[
            ("contract.c.part.north", "60000000"),
            ("contract.c.part.south", "40000000"),
            ("contract.c.part-activity.north", "600"),
            ("contract.c.parts-activity", "1000"),
            ("contract.c.parts-activity-difference", "0"),
            ("contract.c.billed.north", "59000000"),
            ("contract.c.billed.south", "5000000"),
            // The whole contract is billed by its parts.
            ("contract.c.billed", "64000000"),
            ("contract.c.part-left.north", "1000000"),
            ("contract.c.part-left.south", "35000000"),
        ],
    );
    assert!(!finds(&example, "contract-parts-differ") && !finds(&example, "part-of-contract-overspent"));
    findings(
        "contract-parts-differ",
        &tables("{}", "1"),
        &[("394", true), ("395", false), ("400", false), ("405", false), ("406", true)],
    );
    findings("part-of-contract-overspent", &tables("400", "{}"), &[("30", false), ("30.1", true)]);
    let months = |rows: &str| {
        format!(
            r#"{CLUSTER_AND_TRUST}"contracts": [{{"id": "c", "name": "Contract", "provider": "trust", "form": "payment-by-results", "year": "2011/12"}}],
            "contract_parts": [{{"contract": "c", "organisation": "north", "role": "party", "amount": "100", "activity": "50", "unit": "£m"}}],
            "contract_months": [{rows}]"#
        )
    };
    // What is challenged and upheld is not paid; cases are followed too.
    let upheld = r#"{"contract": "c", "month": "2011-04", "organisation": "north", "billed": "101", "upheld": "3", "activity": "20", "unit": "£m"}"#;
    let example = values(
        &months(upheld),
        &[
            ("contract.c.part-left.north", "2000000"),
            ("contract.c.activity-billed", "20"),
            ("contract.c.part-activity-left.north", "30"),
        ],
    );
    assert!(!finds(&example, "part-of-contract-overspent") && !finds(&example, "billed-without-a-part"));
    assert!(finds(&values(&months(&upheld.replace("north", "south")), &[]), "billed-without-a-part"));
    let outside = values(&months(&upheld.replace("2011-04", "2012-04")), &[("contract.c.billed", NONE)]);
    assert!(finds(&outside, "month-outside-the-year"));
}

#[test]
fn the_parts_of_a_contract_against_the_whole() {
    let contract = format!(
        r#"{ONE_TRUST}"contracts": [{{"id": "k", "name": "K", "provider": "trust", "form": "block", "base": "10", "unit": "£m"}}],
        "contract_parts": [{{"contract": "k", "organisation": "trust", "role": "party", "amount": "{{}}", "unit": "£m"}}]"#
    );
    // 10 is printed to the nearest million: half of one of it, and a tenth of the part, may be rounding.
    findings(
        "contract-parts-differ",
        &contract,
        &[("9.4", true), ("9.5", false), ("10", false), ("10.5", false), ("10.6", true)],
    );
}

#[test]
fn settlement_goes_in_its_order() {
    let example = example::outcome(
        r#""organisations": [{"id": "trust", "name": "Trust", "kind": "nhs-trust"}],
        "contracts": [{"id": "c", "name": "C", "provider": "trust", "year": "2011/12", "form": "cap-and-collar",
            "base": "100", "above": "5", "readmissions": "3", "emergency": "40", "emergency_baseline": "30",
            "cquin": "1.5", "unit": "£m"}],
        "contract_months": [
            {"contract": "c", "month": "2011-04", "billed": "60", "challenged": "4", "upheld": "2", "withheld": "1", "paid": "50", "unit": "£m"},
            {"contract": "c", "month": "2011-05", "billed": "60", "withheld": "0.5", "released": "0.3", "paid": "45", "unit": "£m"}
        ]"#,
    );
    // Billed 120, less 2 upheld = 118; less readmissions 3 = 115; less 70 % of 10 above the emergency
    // baseline = 108; within 95 to 105 = 105; less 1.2 still withheld, and 1.5 of CQUIN = 105.3; less 95 paid.
    let expected = [
        ("contract.c.billed", "120000000"),
        ("contract.c.value", "118000000"),
        ("contract.c.after-readmissions", "115000000"),
        ("contract.c.unpaid-at-marginal-rate", "7000000"),
        ("contract.c.after-marginal-rate", "108000000"),
        ("contract.c.payment", "105000000"),
        ("contract.c.borne-by-provider", "3000000"),
        ("contract.c.borne-by-commissioner", "0"),
        ("contract.c.still-withheld", "1200000"),
        ("contract.c.due", "105300000"),
        ("contract.c.balance", "10300000"),
        ("contracts.due.2011-12", "105300000"),
    ];
    for (figure, value) in expected {
        assert_eq!(example.text(figure), value, "{figure}");
    }
}

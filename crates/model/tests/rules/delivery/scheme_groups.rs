use crate::support::tables::{ONE_LIST, ONE_TRUST, TWO_LISTS, TWO_TRUSTS};
use crate::support::{NONE, finds, values};
use one_plan_model::example::Example;

#[test]
fn savings_inside_a_block_contract_release_no_cash() {
    values(
        &format!(
            r#"{ONE_TRUST}"contracts": [
                {{"id": "block", "name": "Block", "provider": "trust", "form": "block"}},
                {{"id": "results", "name": "Results", "provider": "trust", "form": "payment-by-results"}}
            ],
            "scheme_lists": [{{"id": "plan", "name": "Plan", "year": "2011/12"}}, {{"id": "other", "name": "Other", "year": "2011/12"}}],
            "schemes": [
                {{"id": "a", "name": "A", "list": "plan", "gross": "100", "unit": "£000", "contract": "block"}},
                {{"id": "b", "name": "B", "list": "plan", "gross": "150", "unit": "£000", "contract": "block"}},
                {{"id": "c", "name": "C", "list": "plan", "gross": "400", "unit": "£000", "contract": "results"}},
                {{"id": "d", "name": "D", "list": "plan", "gross": "800", "unit": "£000"}},
                {{"id": "e", "name": "E", "list": "other", "gross": "30", "unit": "£000", "contract": "block"}}
            ]"#
        ),
        &[
            ("schemes.list.plan.no-cash", "250000"),
            ("schemes.list.other.no-cash", "30000"),
            ("schemes.list.plan.gross", "1450000"),
            ("schemes.in-contracts.block", "280000"),
            ("schemes.in-contracts.payment-by-results", "400000"),
        ],
    );
}

#[test]
fn who_bears_the_risk_of_a_scheme() {
    values(
        &format!(
            r#"{ONE_LIST}"schemes": [
                {{"id": "a", "name": "A", "list": "plan", "gross": "2,500", "unit": "£000", "risk_owner": "provider"}},
                {{"id": "b", "name": "B", "list": "plan", "gross": "1,500", "unit": "£000", "risk_owner": "provider"}},
                {{"id": "c", "name": "C", "list": "plan", "gross": "2,660", "unit": "£000", "risk_owner": "shared"}},
                {{"id": "d", "name": "D", "list": "plan", "gross": "700", "unit": "£000"}}
            ]"#
        ),
        &[
            ("schemes.risk-owner.provider", "4000000"),
            ("schemes.risk-owner.shared", "2660000"),
            ("schemes.risk-owner.commissioner", NONE),
        ],
    );
}

#[test]
fn schemes_by_strategy_provider_and_coordinator() {
    values(
        &format!(
            r#"{TWO_TRUSTS}{ONE_LIST}"work_programmes": [{{"id": "frail", "name": "Frail", "kind": "transformational"}}],
            "schemes": [
                {{"id": "a", "name": "A", "list": "plan", "gross": "100", "unit": "£000", "strategy": "reduce-demand", "provider": "north", "coordinator": "north", "scale_up": "In all four groups", "work_programme": "frail"}},
                {{"id": "b", "name": "B", "list": "plan", "gross": "250", "unit": "£000", "strategy": "reduce-demand", "provider": "south", "coordinator": "north", "scale_up": "Not elsewhere", "work_programme": "frail"}},
                {{"id": "c", "name": "C", "list": "plan", "gross": "400", "unit": "£000", "strategy": "lower-cost", "provider": "south", "coordinator": "south"}},
                {{"id": "d", "name": "D", "list": "plan", "gross": "800", "unit": "£000", "strategy": "other"}},
                {{"id": "e", "name": "E", "list": "plan", "gross": "5", "unit": "£000"}}
            ]"#
        ),
        &[
            ("schemes.strategy.reduce-demand", "350000"),
            ("schemes.strategy.lower-cost", "400000"),
            ("schemes.strategy.redesign", NONE),
            ("schemes.strategy.other", "800000"),
            ("schemes.provider.north", "100000"),
            ("schemes.provider.south", "650000"),
            ("schemes.coordinator.north", "350000"),
            ("schemes.coordinator.south", "400000"),
            ("schemes.assessed-for-scale-up", "2"),
            ("work-programme.frail.value", "350000"),
        ],
    );
}

#[test]
fn schemes_by_status_and_those_that_rest_on_goodwill() {
    values(
        &format!(
            r#"{TWO_LISTS}"schemes": [
                {{"id": "a", "name": "A", "list": "l", "gross": "3", "unit": "£m", "class": "transactional", "status": "made", "voluntary": "yes"}},
                {{"id": "b", "name": "B", "list": "l", "gross": "4", "unit": "£m", "class": "transactional", "status": "identified", "voluntary": "no"}},
                {{"id": "c", "name": "C", "list": "m", "gross": "5", "unit": "£m", "class": "cost-containment", "status": "made"}},
                {{"id": "d", "name": "D", "list": "m", "gross": "3", "unit": "£m", "voluntary": "yes", "same_as": "a"}}
            ]"#
        ),
        &[
            ("schemes.list.l.status.made", "3000000"),
            ("schemes.list.l.status.identified", "4000000"),
            // Printed in two lists, it rests on goodwill once.
            ("schemes.voluntary", "3000000"),
        ],
    );
}

#[test]
fn schemes_by_the_ways_that_a_plan_names() {
    let tables = |second: &str| {
        format!(
            r#""principles": [
                {{"id": "price", "name": "Lower price", "kind": "way"}},
                {{"id": "volume", "name": "Less volume", "kind": "way"}},
                {{"id": "talk", "name": "Talk", "kind": "strategy"}}
            ],
            "scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}],
            "schemes": [
                {{"id": "a", "name": "A", "list": "l", "gross": "3", "unit": "£m"{second}}},
                {{"id": "b", "name": "B", "list": "l", "gross": "4", "unit": "£m"}}
            ]"#
        )
    };
    let example = values(
        &tables(r#", "way": "price""#),
        &[("schemes.way.price", "3000000"), ("schemes.way.volume", NONE), ("schemes.way.talk", NONE)],
    );
    let unused: Vec<_> = example.findings.iter().filter(|finding| finding.code == "way-unused").collect();
    assert_eq!(unused.len(), 1);
    assert_eq!(unused[0].message, "No scheme improves value by \"Less volume\".");
    // The other scheme has none, and a principle of another kind is none.
    let without =
        |example: &Example| example.findings.iter().filter(|finding| finding.code == "scheme-without-a-way").count();
    assert_eq!(without(&example), 1);
    assert_eq!(without(&values(&tables(r#", "way": "talk""#), &[])), 2);
    // Where no scheme says by which way it works, there is nothing to look at.
    assert!(!finds(&values(&tables(""), &[]), "way-unused"));
}

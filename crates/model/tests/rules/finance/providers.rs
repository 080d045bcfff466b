use crate::support::tables::{GROUPS_AND_TRUST, LISTS_OF_TWO_YEARS, ONE_TRUST, SCHEMES_OF_NORTH, TRUSTS_AND_COUNCIL};
use crate::support::{NONE, figures, findings, finds, values};
use one_plan_model::example;

#[test]
fn what_makes_up_a_cost_improvement() {
    values(
        &format!(
            r#"{GROUPS_AND_TRUST}"improvement_components": [
                {{"organisation": "trust", "year": "2011/12", "part": "efficiency-requirement", "rate": "4%"}},
                {{"organisation": "trust", "year": "2011/12", "part": "cost-pressures", "rate": "1.5%"}},
                {{"organisation": "trust", "year": "2011/12", "part": "new-investment", "rate": "0.5%"}},
                {{"organisation": "trust", "year": "2012/13", "part": "efficiency-requirement", "rate": "4%"}}
            ]"#
        ),
        &[
            // New investment is taken off what the parts make.
            ("provider.trust.2011-12.improvement-parts", "0.055"),
            ("provider.trust.2011-12.new-investment", "0.005"),
            ("provider.trust.2011-12.improvement-made-up", "0.05"),
            ("provider.trust.2012-13.improvement-made-up", "0.04"),
        ],
    );
}

#[test]
fn what_is_required_of_providers_is_not_required_of_commissioners() {
    let of = |kind: &str| {
        example::outcome(&format!(
            r#""organisations": [{{"id": "o", "name": "O", "kind": "{kind}"}}],
            "provider_finances": [{{"organisation": "o", "year": "2011/12", "turnover": "100", "improvement_forecast": "3", "unit": "£m"}}]"#
        ))
    };
    for (kind, expected) in [
        ("nhs-trust", true),
        ("foundation-trust", true),
        ("community-provider", true),
        ("primary-care-trust", false),
        ("cluster", false),
    ] {
        assert_eq!(finds(&of(kind), "improvement-below-requirement"), expected, "{kind}");
    }
}

#[test]
fn what_the_schemes_take_out_of_a_provider() {
    let tables = |share: &str| {
        format!(
            r#"{TRUSTS_AND_COUNCIL}{LISTS_OF_TWO_YEARS}{SCHEMES_OF_NORTH}"provider_finances": [
                {{"organisation": "north", "year": "2011/12", "contract": "100", "surplus": "3", "unit": "£m"}},
                {{"organisation": "south", "year": "2011/12", "surplus": "0", "unit": "£m"}},
                {{"organisation": "council", "year": "2011/12", "surplus": "9", "unit": "£m"}},
                {{"organisation": "north", "year": "2012/13", "surplus": "-1", "unit": "£m"}}
            ],
            "assumptions": [{{"parameter": "provider-costs-that-follow", "value": "{share}"}}]"#
        )
    };
    let example = values(
        &tables("100%"),
        &[
            ("provider.north.2011-12.taken-out", "6000000"),
            ("provider.north.2012-13.taken-out", "1000000"),
            ("provider.north.2011-12.contract-after-plan", "94000000"),
            ("provider.south.2011-12.contract-after-plan", NONE),
            // All of the cost goes with the income.
            ("provider.north.2011-12.surplus-after-plan", "3000000"),
            ("provider.south.2011-12.surplus-after-plan", NONE),
            // The council is no trust; nought balances.
            ("providers.viable.2011-12", "2"),
            ("providers.viable.2012-13", "0"),
        ],
    );
    assert!(!finds(&example, "provider-in-deficit-after-plan"));
    // Half of the cost of 6 stays: the surplus of 3 is used up, and still balances.
    let example = values(
        &tables("50%"),
        &[("provider.north.2011-12.surplus-after-plan", "0"), ("providers.viable.2011-12", "2")],
    );
    assert!(!finds(&example, "provider-in-deficit-after-plan"));
    // No more than all of it can go: such an assumption is refused, and nothing is computed with it.
    let example = values(&tables("150%"), &[("provider.north.2011-12.surplus-after-plan", NONE)]);
    assert!(finds(&example, "unusable-assumption"));
    let example = values(
        &tables("49.9%"),
        &[("provider.north.2011-12.surplus-after-plan", "-6000"), ("providers.viable.2011-12", "1")],
    );
    findings(
        "more-taken-out-than-contract",
        &tables("100%").replace(r#""contract": "100""#, r#""contract": "{}""#),
        &[("5.9", true), ("6", false)],
    );
    let finding = example.findings.iter().find(|finding| finding.code == "provider-in-deficit-after-plan").unwrap();
    assert_eq!(finding.message, "North balances in 2011/12 before the plan, and after it has a deficit of £6,000.");
}

#[test]
fn requirements_on_providers() {
    let provider = |cells: &str| {
        format!(
            r#"{ONE_TRUST}"provider_finances": [{{"organisation": "trust", "year": "2011/12", "unit": "£m", {cells}}}]"#
        )
    };
    findings(
        "improvement-below-requirement",
        &provider(r#""turnover": "100", "improvement_forecast": "{}""#),
        // Of one with a minus the sign is asked first.
        &[("3.99", true), ("4", false), ("4.01", false), ("0", true), ("-1", false)],
    );
    findings("sign-unclear", &provider(r#""turnover": "100", "improvement_forecast": "{}""#), &[("-1", true)]);
    findings("provider-in-deficit", &provider(r#""surplus": "{}""#), &[("-0.01", true), ("0", false), ("0.01", false)]);
    // A percentage of nothing is n/a and not a finding; what is missing gives no figure.
    figures(
        "provider.trust.2011-12.improvement-forecast",
        &provider(r#""turnover": "{}", "improvement_forecast": "4""#),
        &[("0", "n/a"), ("100", "0.04"), ("99,999,999,999", "0")],
    );
    figures(
        "provider.trust.2011-12.improvement-forecast",
        &provider(r#""turnover": "{}""#),
        &[("100", "no such figure")],
    );
}

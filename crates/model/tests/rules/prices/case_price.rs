use crate::support::tables::{ONE_TRUST, TRUSTS_AND_COUNCIL, TWO_TRUSTS};
use crate::support::{NONE, findings, finds, values};

#[test]
fn a_short_stay_and_excess_bed_days() {
    // 3,000 × 60 % + 4 days × 250; then nothing more is put on top.
    values(
        r#""prices": [{"id": "stay", "name": "Stay", "tariff": "3,000", "short_stay": "60%", "excess_bed_days": "4", "bed_day_price": "250", "unit": "£"}]"#,
        &[("price.stay.with-length-of-stay", "2800"), ("price.stay.full", "2800")],
    );
}

#[test]
fn a_step_of_a_pathway_is_paid_once_only() {
    let prices = format!(
        r#"{TWO_TRUSTS}"prices": [
            {{"id": "first", "name": "First", "provider": "north", "tariff": "100", "unit": "£", "pathway_step": "Assessment"}},
            {{"id": "other", "name": "Other", "provider": "north", "tariff": "80", "unit": "£", "pathway_step": "Follow-up"}},
            {{"id": "second", "name": "Second", "provider": "south", "tariff": "90", "unit": "£"{{}}}}
        ]"#
    );
    findings(
        "step-paid-twice",
        &prices,
        &[
            ("", false),
            (r#", "pathway_step": "Treatment""#, false),
            (r#", "pathway_step": "Assessment""#, true),
            (r#", "pathway_step": "Follow-up""#, true),
        ],
    );
    // Two prices of one provider for a step are no second payment.
    findings(
        "step-paid-twice",
        &prices.replace(r#""provider": "south""#, r#""provider": "north""#),
        &[(r#", "pathway_step": "Assessment""#, false)],
    );
}

#[test]
fn a_price_that_can_be_afforded() {
    let price = |surplus: &str| {
        format!(
            r#"{ONE_TRUST}"prices": [
                {{"id": "local", "name": "Local", "provider": "trust", "tariff": "1,000", "market_forces_factor": "1.1", "local_price": "950", "activity": "200", "unit": "£"}},
                {{"id": "full", "name": "Full", "provider": "trust", "tariff": "1,000", "market_forces_factor": "1.1", "activity": "200", "unit": "£"}}
            ],
            "provider_finances": [{{"organisation": "trust", "year": "2011/12", "surplus": "{surplus}", "unit": "£m"}}]"#
        )
    };
    let example = values(
        &price("0.5"),
        &[
            ("price.local.full", "1100"),
            ("price.local.paid", "950"),
            ("price.local.local-discount", "150"),
            ("price.local.value", "190000"),
            ("price.full.paid", "1100"),
            ("price.full.local-discount", NONE),
            ("provider.trust.2011-12.surplus", "500000"),
        ],
    );
    assert!(!finds(&example, "provider-in-deficit"));
    assert!(finds(&values(&price("-0.5"), &[]), "provider-in-deficit"));
}

#[test]
fn a_cluster_is_paid_for_each_day() {
    values(
        r#""prices": [{"id": "cluster", "name": "Care cluster", "tariff": "20", "activity": "365", "unit": "£"}]"#,
        &[("price.cluster.paid", "20"), ("price.cluster.value", "7300")],
    );
}

#[test]
fn a_price_below_tariff_needs_a_provider_in_balance() {
    let tables = |surplus: &str, prices: &str| {
        format!(
            r#"{TRUSTS_AND_COUNCIL}"provider_finances": [
                {{"organisation": "north", "year": "2011/12", "surplus": "{surplus}", "unit": "£m"}},
                {{"organisation": "south", "year": "2012/13", "surplus": "5", "unit": "£m"}}
            ], "prices": [{prices}]"#
        )
    };
    let below = r#"{"id": "p", "name": "P", "provider": "north", "tariff": "100", "local_price": "{}", "activity": "40", "unit": "£"}"#;
    let code = "price-below-tariff-at-provider-in-deficit";
    findings(code, &tables("-0.1", below), &[("99", true), ("100", false), ("101", false)]);
    // In balance, but what the price takes in 40 cases may be more than its surplus of £40.
    findings(code, &tables("0.00004", below), &[("99", false), ("98.9", true)]);
    // A price of another provider says nothing about it.
    findings(code, &tables("-1", &below.replace("north", "council")), &[("99", false)]);
    // The last year counts: a deficit that is over is no objection.
    let later = tables("-1", &below.replace("{}", "99"))
        .replace(r#""organisation": "south", "year": "2012/13""#, r#""organisation": "north", "year": "2012/13""#);
    assert!(!finds(&values(&later, &[]), code));
    // Each price with its own discount, whatever the order of prices and providers.
    let two = r#"{"id": "p", "name": "P", "provider": "south", "tariff": "100", "local_price": "90", "activity": "100", "unit": "£"},
        {"id": "q", "name": "Q", "provider": "north", "tariff": "100", "local_price": "50", "activity": "1", "unit": "£"},
        {"id": "r", "name": "R", "provider": "council", "tariff": "100", "local_price": "70", "activity": "2", "unit": "£"}"#;
    let example = values(
        &tables("-1", two),
        &[
            ("provider.north.local-discounts", "50"),
            ("provider.south.local-discounts", "1000"),
            ("provider.council.local-discounts", "60"),
        ],
    );
    let finding = example.findings.iter().find(|finding| finding.code == code).unwrap();
    assert_eq!(
        finding.message,
        "Local prices of North below tariff take £50 a year, and its surplus of 2011/12 is −£1,000,000."
    );
}

#[test]
fn a_local_price_has_parts() {
    let tables = |price: &str, equipment: &str| {
        format!(
            r#""prices": [{{"id": "chemotherapy", "name": "Chemotherapy nearby", "tariff": "300", {price} "activity": "10", "unit": "£"}}],
            "price_parts": [
                {{"price": "chemotherapy", "kind": "care", "amount": "180", "unit": "£"}},
                {{"price": "chemotherapy", "kind": "rental", "amount": "25", "unit": "£"}},
                {{"price": "chemotherapy", "kind": "rental", "amount": "5", "unit": "£"}},
                {{"price": "chemotherapy", "kind": "equipment", "amount": "{equipment}", "unit": "£"}}
            ]"#
        )
    };
    // Without a price of its own it is the sum of its parts, and not the tariff.
    values(
        &tables("", "40"),
        &[
            ("price.chemotherapy.parts.rental", "30"),
            ("price.chemotherapy.parts.drugs", NONE),
            ("price.chemotherapy.parts", "250"),
            ("price.chemotherapy.paid", "250"),
            ("price.chemotherapy.local-discount", "50"),
            ("price.chemotherapy.value", "2500"),
            ("price.chemotherapy.parts-difference", NONE),
        ],
    );
    let given = tables(r#""local_price": "260","#, "{}");
    findings("price-parts-differ", &given, &[("47", true), ("48", false), ("50", false), ("52", false), ("53", true)]);
    values(
        &given.replace("{}", "40"),
        &[("price.chemotherapy.paid", "260"), ("price.chemotherapy.parts-difference", "-10")],
    );
}

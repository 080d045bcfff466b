use one_plan_model::example;
use one_plan_model::quantity::{Decimal, Digits};
use proptest::prelude::*;

/// A contract of a form with the value of activity, in £000; further cells as they stand in the file.
fn settled(form: &str, value: &str, further: &str) -> example::Example {
    example::outcome(&format!(
        r#""organisations": [{{"id": "trust", "name": "Trust", "kind": "nhs-trust"}}],
        "contracts": [{{"id": "c", "name": "C", "provider": "trust", "form": "{form}", "value": "{value}", "unit": "£000"{further}}}]"#
    ))
}

fn payment(form: &str, value: &str, further: &str) -> String {
    settled(form, value, further).text("contract.c.payment")
}

#[test]
fn each_form_pays_what_its_words_say_below_at_and_above_its_limits() {
    const BAND: &str = r#", "base": "100,000", "above": "2,000""#;
    const WHOLE: &str = r#", "base": "100,000", "above": "2,000", "reading": "whole""#;
    const TWO_SIDES: &str = r#", "base": "100,000", "above": "2,000", "below": "5,000""#;
    const RATE: &str = r#", "base": "100,000", "above": "2,000", "rate": "30%""#;
    const SHARED: &str = r#", "base": "100,000", "rate": "40%""#;
    const ALIGNED: &str = r#", "base": "100,000", "target": "90,000", "rate": "75%", "rate_below": "50%""#;
    let cases = [
        ("payment-by-results", "97,000", BAND, "97000000"),
        ("block", "150,000", BAND, "100000000"),
        // Surrey's dead band of ± £2m, read as what lies outside.
        ("dead-band", "97,999", BAND, "99999000"),
        ("dead-band", "98,000", BAND, "100000000"),
        ("dead-band", "101,500", BAND, "100000000"),
        ("dead-band", "102,000", BAND, "100000000"),
        ("dead-band", "102,001", BAND, "100001000"),
        ("dead-band", "103,000", BAND, "101000000"),
        ("dead-band", "0", BAND, "2000000"),
        // The same, read as the whole difference.
        ("dead-band", "97,999", WHOLE, "97999000"),
        ("dead-band", "98,000", WHOLE, "100000000"),
        ("dead-band", "102,000", WHOLE, "100000000"),
        ("dead-band", "102,001", WHOLE, "102001000"),
        ("cap-and-collar", "94,999", TWO_SIDES, "95000000"),
        ("cap-and-collar", "95,000", TWO_SIDES, "95000000"),
        ("cap-and-collar", "101,000", TWO_SIDES, "101000000"),
        ("cap-and-collar", "102,001", TWO_SIDES, "102000000"),
        ("floor-and-ceiling", "94,000", TWO_SIDES, "95000000"),
        ("floor-and-ceiling", "103,000", TWO_SIDES, "102000000"),
        // Surrey's ceiling of £1.5m has no floor.
        ("ceiling", "97,000", r#", "base": "100,000", "above": "1,500""#, "97000000"),
        ("ceiling", "101,500", r#", "base": "100,000", "above": "1,500""#, "101500000"),
        ("ceiling", "103,000", r#", "base": "100,000", "above": "1,500""#, "101500000"),
        ("cost-and-volume", "102,000", RATE, "100000000"),
        ("cost-and-volume", "103,000", RATE, "100300000"),
        ("cost-and-volume", "97,000", RATE, "99700000"),
        ("gain-share", "103,000", SHARED, "101200000"),
        ("gain-share", "97,000", SHARED, "98800000"),
        ("capped-expenditure", "99,000", SHARED, "99000000"),
        ("capped-expenditure", "100,001", SHARED, "100000000"),
        ("associate", "97,000", "", "97000000"),
        ("aligned-payment", "90,000", ALIGNED, "100000000"),
        ("aligned-payment", "94,000", ALIGNED, "103000000"),
        ("aligned-payment", "86,000", ALIGNED, "98000000"),
        // What a form needs and is not given leaves no payment.
        ("ceiling", "97,000", "", "no such figure"),
        ("dead-band", "97,000", r#", "base": "100,000""#, "no such figure"),
    ];
    let failures: Vec<String> = cases
        .iter()
        .map(|(form, value, further, expected)| (form, value, further, expected, payment(form, value, further)))
        .filter(|(.., expected, actual)| actual != *expected)
        .map(|(form, value, further, expected, actual)| format!("{form} {value}{further}: {actual}, not {expected}"))
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_largest_values_are_settled_or_too_large_and_nothing_panics() {
    for form in
        ["payment-by-results", "dead-band", "cap-and-collar", "cost-and-volume", "gain-share", "aligned-payment"]
    {
        for value in ["99,999,999,999,999", "-99,999,999,999,999", "0"] {
            let example = settled(form, value, r#", "base": "99,999,999,999,999", "above": "1", "rate": "999999%""#);
            assert_ne!(example.text("contract.c.payment"), "", "{form} {value}");
        }
    }
}

#[test]
fn an_associate_pays_by_the_form_of_its_host_and_a_circle_ends() {
    let tables = |follows: &str| {
        format!(
            r#""organisations": [{{"id": "trust", "name": "Trust", "kind": "nhs-trust"}}],
            "contracts": [
                {{"id": "host", "name": "Host", "provider": "trust", "form": "{follows}", "base": "100", "above": "2", "unit": "£m"}},
                {{"id": "c", "name": "C", "provider": "trust", "form": "associate", "follows": "host", "base": "10", "value": "13", "unit": "£m"}}
            ]"#
        )
    };
    assert_eq!(example::outcome(&tables("dead-band")).text("contract.c.payment"), "11000000");
    assert_eq!(example::outcome(&tables("block")).text("contract.c.payment"), "10000000");
    let circle = example::outcome(
        r#""organisations": [{"id": "trust", "name": "Trust", "kind": "nhs-trust"}],
        "contracts": [{"id": "c", "name": "C", "provider": "trust", "form": "associate", "follows": "c", "value": "13", "unit": "£m"}]"#,
    );
    assert_eq!(circle.text("contract.c.payment"), "13000000");
}

fn number(text: &str) -> Decimal {
    Digits::read(text).unwrap().number()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn more_activity_is_never_paid_less_and_limits_hold(
        form in prop::sample::select(vec![
            "payment-by-results", "block", "dead-band", "cap-and-collar", "ceiling", "floor-and-ceiling",
            "cost-and-volume", "gain-share", "capped-expenditure", "aligned-payment",
        ]),
        whole in any::<bool>(),
        base in 1_i64..100_000,
        above in 0_i64..10_000,
        below in 0_i64..10_000,
        rate in 0_i64..=100,
        low in 0_i64..200_000,
        more in 0_i64..50_000,
    ) {
        let reading = if whole { "whole" } else { "excess" };
        let further = format!(
            r#", "base": "{base}", "above": "{above}", "below": "{below}", "rate": "{rate}%", "reading": "{reading}""#
        );
        let [less, higher] = [low, low + more].map(|value| number(&payment(form, &value.to_string(), &further)));
        // Read as the whole difference, a dead band jumps at its edges, but never down.
        prop_assert!(higher >= less, "{form} {less} {higher}");
        let (base, above, below) = (Decimal::from(base * 1_000), Decimal::from(above * 1_000), Decimal::from(below * 1_000));
        match form {
            "block" => prop_assert_eq!(less, base),
            "cap-and-collar" | "floor-and-ceiling" => {
                prop_assert!(less >= base - below && less <= base + above);
            }
            "ceiling" => prop_assert!(less <= base + above),
            "capped-expenditure" => prop_assert!(less <= base),
            _ => {}
        }
    }
}

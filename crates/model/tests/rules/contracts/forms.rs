use one_plan_model::example;
use one_plan_model::plan::ContractForm;
use one_plan_model::quantity::{Decimal, Digits};
use one_plan_model::rules::contracts::why_not_used;
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

#[test]
fn a_column_that_no_rule_of_a_form_reads_is_said() {
    let why = |form, column| why_not_used(form, column);
    assert_eq!(
        why(ContractForm::CostAndVolume, "target").as_deref(),
        Some("the form of this contract, cost and volume, does not use `target`")
    );
    assert_eq!(why(ContractForm::AlignedPayment, "target"), None);
    assert_eq!(why(ContractForm::AlignedPayment, "rate"), None);
    // A column that concerns every contract.
    assert_eq!(why(ContractForm::Block, "cquin"), None);
}

use crate::support::tables::{ACUTE_SPELLS, TWO_TRUSTS};
use crate::support::{finds, message, values};
use one_plan_model::example;

/// Schemes that claim 200, 100 and 50 of a pool of 1,000.
fn claims(choices: &str, provider: &str, baseline: &str) -> String {
    let change = |scheme: &str, activity: &str| {
        format!(
            r#"{{"scheme": "{scheme}", "setting": "acute", "point_of_delivery": "spells", {provider}"effect": "avoided", "cohort": "over 75", "activity": "-{activity}"}}"#
        )
    };
    format!(
        r#"{TWO_TRUSTS}{ACUTE_SPELLS}"baseline_activity": [{baseline}],
        "scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}],
        "schemes": [
            {{"id": "a", "name": "A", "list": "l"}}, {{"id": "b", "name": "B", "list": "l"}}, {{"id": "c", "name": "C", "list": "l"}}
        ],
        "activity_changes": [{}, {}, {}],
        "overlap_choices": [{choices}]"#,
        change("a", "200"),
        change("b", "100"),
        change("c", "50")
    )
}

#[test]
fn three_schemes_claim_the_same_activity() {
    let whole = r#"{"setting": "acute", "point_of_delivery": "spells", "activity": "1,000"}"#;
    let all = |treatment: &str| {
        let pairs = [("a", "b"), ("b", "c"), ("c", "a")];
        let rows = pairs.map(|(first, second)| {
            format!(r#"{{"first": "{first}", "second": "{second}", "treatment": "{treatment}"}}"#)
        });
        rows.join(", ")
    };
    let figure = "overlaps.acute.spells.claimed-more-than-once";
    // One after the other: 1,000 × (1 − 0.8 × 0.9 × 0.95) = 316 of the 350.
    for choices in [String::new(), all("stack")] {
        let example = values(&claims(&choices, "", whole), &[(figure, "34")]);
        assert!(!finds(&example, "overlap-choices-mixed"));
    }
    values(&claims(&all("cap"), "", whole), &[(figure, "150")]);
    values(&claims(&all("priority"), "", whole), &[(figure, "0")]);
    // Pairs alone count 20 + 10 + 5: one more than is claimed more than once.
    values(&claims("", "", whole), &[("overlap.a.b.acute.spells.claimed-twice", "20")]);
    let mixed = values(
        &claims(r#"{"first": "a", "second": "b", "treatment": "cap"}"#, "", whole),
        &[(figure, "34"), ("overlap.a.b.acute.spells.claimed-twice", "100")],
    );
    assert!(message(&mixed, "overlap-choices-mixed").starts_with("3 schemes claim the same activity of \"over 75\""));
}

#[test]
fn claims_at_a_provider_take_from_its_own_activity() {
    let both = r#"{"setting": "acute", "point_of_delivery": "spells", "provider": "north", "activity": "500"},
        {"setting": "acute", "point_of_delivery": "spells", "provider": "south", "activity": "500"}"#;
    let pair = "overlap.a.b.acute.spells.claimed-twice";
    // 200 and 100 of the 500 of North: 40 % of 20 % of 500.
    values(&claims("", r#""provider": "north", "#, both), &[(pair, "40")]);
    values(&claims("", "", both), &[(pair, "20")]);
    // A provider whose activity is not given takes from the place.
    let place = r#"{"setting": "acute", "point_of_delivery": "spells", "activity": "1,000"}"#;
    values(&claims("", r#""provider": "north", "#, place), &[(pair, "20")]);
    // One claim without a provider cannot be held against those of North.
    let code = "claims-with-and-without-provider";
    assert!(!finds(&values(&claims("", r#""provider": "north", "#, both), &[]), code));
    let mixed =
        claims("", r#""provider": "north", "#, both).replacen(r#""provider": "north", "effect""#, r#""effect""#, 1);
    assert!(finds(&values(&mixed, &[]), code));
    // Nothing can be taken where there is nothing: all of what both claim is too much.
    values(&claims("", "", &place.replace("1,000", "0")), &[(pair, "300")]);
    let cap = r#"{"first": "a", "second": "b", "treatment": "cap"}"#;
    values(&claims(cap, "", &place.replace("1,000", "50")), &[(pair, "250")]);
}

#[test]
fn overlaps_are_priced_by_what_is_chosen() {
    let tables = |choice: &str| {
        format!(
            r#""settings": [{{"id": "acute", "name": "Acute"}}], "points_of_delivery": [{{"id": "spells", "name": "Spells"}}],
            "baseline_activity": [{{"setting": "acute", "point_of_delivery": "spells", "activity": "1,000", "cost": "2,000", "unit": "£000"}}],
            "scheme_lists": [{{"id": "plan", "name": "Plan", "year": "2011/12"}}],
            "schemes": [{{"id": "a", "name": "A", "list": "plan"}}, {{"id": "b", "name": "B", "list": "plan"}}],
            "activity_changes": [
                {{"scheme": "a", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "cohort": "old", "activity": "-600"}},
                {{"scheme": "b", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "cohort": "old", "activity": "-500"}}
            ]{choice}"#
        )
    };
    let chosen = |treatment: &str| {
        let choice = format!(r#", "overlap_choices": [{{"first": "a", "second": "b", "treatment": "{treatment}"}}]"#);
        example::outcome(&tables(&choice)).text("overlap.a.b.acute.spells.claimed-twice")
    };
    // 60 % and 50 %: one after the other 80 %; the larger 60 %; the first and what is left, 100 %.
    assert_eq!(example::outcome(&tables("")).text("overlap.a.b.acute.spells.claimed-twice"), "300");
    assert_eq!([chosen("stack"), chosen("cap"), chosen("priority")], ["300", "500", "100"]);
    // Other patients, or no cohort, is no overlap.
    let other = tables("").replacen("\"old\"", "\"young\"", 1);
    assert_eq!(example::outcome(&other).text("overlap.a.b.acute.spells.claimed-twice"), "no such figure");
}

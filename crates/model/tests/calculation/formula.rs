use crate::support::{findings, finds, message, values};

#[test]
fn what_is_given_is_held_against_what_follows() {
    let code = "given-and-computed-differ";
    let reduction = |cells: &str| {
        format!(r#""cost_reductions": [{{"id": "r", "name": "R", "base": "90", "rate": "33%", {cells}"unit": "£m"}}]"#)
    };
    // 90 give or take 0.5, times 33 % give or take 0.5 %: from 29.1 to 30.3.
    for (given, expected) in
        [("28.9", true), ("29.1", false), ("29.7", false), ("30.3", false), ("30.5", true), ("-29.7", true)]
    {
        let example = values(&reduction(&format!(r#""reduction": "{given}", "#)), &[]);
        assert_eq!(finds(&example, code), expected, "{given}");
    }
    // What is given is used, and nothing is compared where one of the two is missing.
    let example = values(&reduction(r#""reduction": "20", "#), &[("reduction.r.amount", "20000000")]);
    assert_eq!(
        message(&example, code),
        "R: reduction is given as £20,000,000, but £29,700,000 follows from the other cells that it can stand on."
    );
    assert!(!finds(&values(&reduction(""), &[("reduction.r.amount", "29700000")]), code));
    // The rate of a reserve is an assumption where it is not given: it says nothing against the amount.
    let reserve = |rate: &str| {
        format!(
            r#""reserves": [{{"id": "r", "name": "R", "year": "2011/12", "base": "1,000", {rate}"amount": "33", "unit": "£m"}}]"#
        )
    };
    assert!(!finds(&values(&reserve(""), &[]), code));
    assert!(finds(&values(&reserve(r#""rate": "2%", "#), &[]), code));
    let part = r#""organisations": [{"id": "o", "name": "O", "kind": "nhs-trust"}],
        "contracts": [{"id": "c", "name": "C", "provider": "o", "form": "block", "base": "100.0", "unit": "£m"}],
        "contract_parts": [{"contract": "c", "organisation": "o", "role": "party", "share": "60.0%", "amount": "{}", "unit": "£m"}]"#;
    findings(code, part, &[("59.8", true), ("60.0", false), ("60.3", true)]);
}

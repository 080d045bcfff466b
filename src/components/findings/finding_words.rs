use one_plan_model::calculation::Finding;

/// What is short of its plan, below nothing or paid beyond what is due: it sets two amounts against each other, and both are
/// right.
const BOTH_RIGHT: [&str; 7] = [
    "behind-plan-without-action",
    "forecast-short-without-action",
    "provider-in-deficit",
    "provider-in-deficit-after-plan",
    "planned-deficit",
    "block-paid-above-value",
    "paid-above-due",
];

/// Whether a finding is about two things that should be the same and are not. Others ask for what is missing or in doubt, or
/// say what is late or behind its plan.
pub fn sets_against_each_other(finding: &Finding) -> bool {
    finding.apart.is_some() && !BOTH_RIGHT.contains(&finding.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn what_is_behind_its_plan_is_no_disagreement() {
        let example = example::outcome(
            r#""monitored_lines": [{"id": "a", "name": "A", "kind": "saving", "year": "2026/27", "plan": "120", "unit": "£000", "phasing": "monthly"}],
            "monitored_months": [
                {"line": "a", "month": "2026-04", "plan": "30", "actual": "10", "unit": "£000"},
                {"line": "a", "month": "2026-05", "plan": "100", "unit": "£000"}
            ]"#,
        );
        let of = |code: &str| {
            let found = example.outcome.findings().iter().find(|finding| finding.code == code);
            found.map(|finding| {
                (finding.pounds_apart().map(|pounds| pounds.to_string()), sets_against_each_other(finding))
            })
        };
        assert_eq!(of("behind-plan-without-action"), Some((Some("20000".to_owned()), false)));
        assert_eq!(of("months-do-not-sum"), Some((Some("10000".to_owned()), true)));
    }
}

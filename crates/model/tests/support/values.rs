//! Small plans, the figures that they must give, and the findings that they must have.
#![allow(dead_code, reason = "each test file uses some of it")]

use one_plan_model::example::{self, Example};

/// What stands in place of a figure that a plan does not give rise to.
pub const NONE: &str = "no such figure";

/// Whether a plan has a finding.
pub fn finds(example: &Example, code: &str) -> bool {
    example.findings.iter().any(|finding| finding.code == code)
}

/// The figures of one plan, each with the value that it must have.
pub fn values(tables: &str, expected: &[(&str, &str)]) -> Example {
    let example = example::outcome(tables);
    for (figure, value) in expected {
        assert_eq!(example.text(figure), *value, "{figure}");
    }
    example
}

/// Each case: the text that is put in place of `{}`, and whether the finding must be there.
pub fn findings(code: &str, tables: &str, cases: &[(&str, bool)]) {
    for (text, expected) in cases {
        let example = example::outcome(&tables.replace("{}", text));
        assert_eq!(finds(&example, code), *expected, "{code} with {text}");
    }
}

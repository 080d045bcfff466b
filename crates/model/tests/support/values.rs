//! Small plans, the figures that they must give, and the findings that they must have.
#![allow(dead_code, reason = "each test file uses some of it")]

pub mod tables;

use one_plan_model::example::{self, Example};
use one_plan_model::{exchange, outcome};

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

/// What follows from a small plan that is looked at on a day.
pub fn outcome_as_of(as_of: &str, tables: &str) -> Example {
    let text = format!(
        r#"{{"format": "one-plan/1", "plan": [{{"title": "T", "system": "S", "first_year": "2011/12", "last_year": "2014/15",
            "base_year": "2010/11", "as_of": "{as_of}"}}], {tables}}}"#
    );
    let plan = exchange::read_json(text.as_bytes()).expect("a plan").plan;
    let outcome = outcome::compute(&plan);
    let findings = outcome.findings().to_vec();
    Example { plan, outcome, findings }
}

/// Each case: the number that is put in place of `{}`, and the value of the figure.
pub fn figures(figure: &str, tables: &str, cases: &[(&str, &str)]) {
    for (number, expected) in cases {
        let example = example::outcome(&tables.replace("{}", number));
        assert_eq!(example.text(figure), *expected, "{figure} at {number}");
    }
}

/// What a finding says; nothing where there is none.
pub fn message(example: &Example, code: &str) -> String {
    let found = example.findings.iter().find(|finding| finding.code == code);
    found.map_or(String::new(), |finding| finding.message.clone())
}

/// The steps of the explanation of a figure, in words.
pub fn explained(tables: &str, figure: &str) -> Vec<String> {
    let plan = example::plan(tables);
    let figure = outcome::resolve(&plan, figure).expect("a figure");
    let explanation = outcome::explain(&plan, figure).expect("an explanation");
    explanation.steps.into_iter().map(|step| step.words).collect()
}

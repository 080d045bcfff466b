//! `docs/findings.md`: every kind of finding, and what no rule notices.

use super::words;
use one_plan_model::calculation::{FindingKind, Severity};
use one_plan_model::outcome::{finding_files, finding_kinds};
use std::fmt::Write;

/// What a plan can have wrong without a finding: written by hand.
const NOT_CHECKED: &str = include_str!("not_checked.md");

/// What the files are about that belong to no single part of the model, by their names.
const SUBJECTS: &[(&str, &str)] = &[
    ("rules/common_findings", "several parts"),
    ("rules/months_given", "months and the year so far"),
    ("calculation/formula/evaluate", "stated and computed"),
    ("outcome/findings/assumptions", "assumptions and parameters"),
    ("outcome/findings/faults", "figures without a value"),
    ("outcome/compared/compare", "printed figures"),
    ("outcome/compared/agree", "cross checks"),
    ("outcome/compared/years_apart", "years that nothing is held against"),
    ("outcome/compared/unlikely", "rounding"),
    ("outcome/decisions/recognise", "known findings"),
];

/// The document.
pub fn as_markdown() -> String {
    let files: Vec<_> = finding_files().into_iter().filter(|file| !file.kinds.is_empty()).collect();
    let count = finding_kinds().count();
    let mut text = format!(
        "# Findings\n\n\
         Each of the {count} kinds of finding that the check of a plan can report, by the part of the model that looks for it, \
         and at the end [what is not checked](#what-is-not-checked). Made from the rules by `cargo xtask docs`; a test holds \
         that it is current.\n\n\
         A finding names the cells and figures concerned, what was found and what was expected. Nothing in a plan is changed, \
         and a plan with findings still opens. An *error* is a figure that cannot be computed or relied on; a *warning*, two \
         things that should agree and do not; *information* is worth knowing, and nothing is wrong with the arithmetic. Two \
         numbers differ only where it cannot be explained by how they are rounded. The code is what a row of \
         [`known_finding_places`](plan-file.md#known_finding_places) names to say that a finding is known.\n\n"
    );
    for file in &files {
        let name = subject(file.path);
        let _ = writeln!(text, "* [{name}](#{})", words::address(&name));
    }
    for file in &files {
        let _ = write!(
            text,
            "\n## {}\n\n| code | when it is reported | how grave | what to do |\n|---|---|---|---|\n",
            subject(file.path)
        );
        for kind in file.kinds {
            let _ = writeln!(
                text,
                "| `{}` | {} | {} | {} |",
                kind.code,
                words::cell(kind.when()),
                gravity(kind),
                words::cell(kind.advice)
            );
        }
    }
    text.push('\n');
    text.push_str(NOT_CHECKED);
    text
}

fn subject(path: &str) -> String {
    let is_of = |file: &str| path.replace('\\', "/").ends_with(&format!("src/{file}.rs"));
    let named = SUBJECTS.iter().find(|(file, _)| is_of(file));
    named.map_or_else(|| words::subject(path), |(_, subject)| (*subject).to_owned())
}

fn gravity(kind: &FindingKind) -> String {
    let word = Severity::word;
    kind.or.map_or_else(|| word(kind.severity).to_owned(), |or| format!("{}, or {}", word(kind.severity), word(or)))
}

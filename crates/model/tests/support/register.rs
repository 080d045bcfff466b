//! The register of mechanisms: which rule or table does each, which figures it yields, how it is
//! tested, and what is assumed because the published plans do not print it.
#![allow(dead_code, reason = "a test and what writes the document use it")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::asserted::Asserted;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The parts of the model, by letter.
pub const PARTS: [(char, &str, usize); 10] = [
    ('A', "Organisations, population, allocation", 16),
    ('B', "Finance", 52),
    ('C', "Activity and price", 52),
    ('D', "Contracts", 21),
    ('E', "CQUIN and quality", 42),
    ('F', "Programmes and decisions", 31),
    ('G', "Workforce and capacity", 16),
    ('H', "Time: milestones, trajectories, transition", 16),
    ('I', "Risk", 7),
    ('J', "Governance and monitoring", 20),
];

/// One mechanism.
pub struct Mechanism {
    pub id: String,
    pub name: String,
    pub done_by: Vec<String>,
    pub figures: Vec<String>,
    pub tables: Vec<String>,
    pub tests: Vec<String>,
    pub assumption: String,
}

/// The root of the project.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The register as it stands in `docs/mechanisms.csv`.
pub fn read() -> Vec<Mechanism> {
    let mut reader = csv::Reader::from_path(project().join("docs/mechanisms.csv")).unwrap();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            let cell = |at: usize| record.get(at).unwrap_or_default();
            Mechanism {
                id: cell(0).to_owned(),
                name: cell(1).to_owned(),
                done_by: words(cell(2)),
                figures: words(cell(3)),
                tables: words(cell(4)),
                tests: words(cell(5)),
                assumption: cell(6).to_owned(),
            }
        })
        .collect()
}

impl Mechanism {
    /// The files of cases that assert one of its figures.
    pub fn cases<'a>(&self, asserted: &'a Asserted) -> BTreeSet<&'a str> {
        let files = self.figures.iter().filter_map(|figure| asserted.figures.get(figure.as_str()));
        files.flatten().map(String::as_str).collect()
    }
}

/// The register as the document that people read.
pub fn as_markdown(register: &[Mechanism], asserted: &Asserted) -> String {
    let mut text = String::from(
        "# Register of mechanisms\n\n\
         Every mechanism of the two published plans: what does it, the figures it yields, its tests, and what is \
         assumed because the plans do not print it. Made from `mechanisms.csv` by `cargo xtask docs`; a test holds it \
         against the code, and holds that a test asserts a figure of each mechanism that has figures.\n\n\
         `rules/…` are files of `crates/model/src`, whose examples are tests; `tests/…` are files of \
         `crates/model/tests`. The cases are found by the figures that they assert. `{}` stands for what a figure is \
         about; [figures.md](figures.md) says what each figure is, and [plan-file.md](plan-file.md) what each table holds.\n",
    );
    for (letter, name, _) in PARTS {
        text.push_str(&format!(
            "\n## {letter}. {name}\n\n| id | mechanism | done by | figures | tables | test | cases | assumption |\n|---|---|---|---|---|---|---|---|\n"
        ));
        for mechanism in register.iter().filter(|mechanism| mechanism.id.starts_with(letter)) {
            let code = |words: &[String]| words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" ");
            let cases: Vec<String> = mechanism.cases(asserted).into_iter().map(str::to_owned).collect();
            text.push_str(&format!(
                "| {} | {} | {} | {} | {} | {} | {} | {} |\n",
                mechanism.id,
                mechanism.name,
                code(&mechanism.done_by),
                code(&mechanism.figures),
                code(&mechanism.tables),
                code(&mechanism.tests),
                code(&cases),
                mechanism.assumption
            ));
        }
    }
    text
}

//! What the JavaScript API answers with. The names of the fields are the API: see `one-plan.d.ts`.
//!
//! The fields of [`ComputeAnswer`] stand in the order of the alphabet, as the command line writes
//! them, so that `JSON.stringify` gives the same bytes.

use one_plan_model::calculation::{CellAddress, FigureKey, Finding, Severity, Unit};
use one_plan_model::exchange::Problem;
use one_plan_model::outcome::{self, Explanation, Link, Outcome, Step, digits};
use one_plan_model::plan::{Id, KnownFinding, Plan, Table};
use one_plan_model::quantity::{Value, subtract};
use serde::Serialize;

/// A plan that cannot be read.
#[derive(Serialize)]
pub struct Refused {
    pub problems: Vec<ProblemAnswer>,
}

/// Why a plan cannot be read, where, and how to mend it.
#[derive(Serialize)]
pub struct ProblemAnswer {
    path: String,
    line: Option<usize>,
    character: Option<usize>,
    what: String,
    expected: String,
}

/// Every figure of a plan.
#[derive(Serialize)]
pub struct ComputeAnswer {
    check: &'static str,
    figures: Vec<FigureAnswer>,
}

/// A figure. The value is text: JavaScript numbers cannot hold money exactly.
#[derive(Serialize)]
struct FigureAnswer {
    id: String,
    label: String,
    note: Option<String>,
    unit: &'static str,
    value: Option<String>,
}

/// What does not add up.
#[derive(Serialize)]
pub struct CheckAnswer {
    check: &'static str,
    findings: Vec<FindingAnswer>,
    comparisons: Vec<ComparisonAnswer>,
}

#[derive(Serialize)]
struct FindingAnswer {
    severity: &'static str,
    code: &'static str,
    message: String,
    advice: &'static str,
    places: Vec<PlaceAnswer>,
    figures: Vec<String>,
    known: Vec<KnownAnswer>,
}

/// A finding that the plan says it knows.
#[derive(Serialize)]
struct KnownAnswer {
    id: String,
    name: String,
    state: &'static str,
    note: Option<String>,
}

/// A cell of the plan; rows are counted from one.
#[derive(Serialize)]
struct PlaceAnswer {
    table: &'static str,
    row: u64,
    column: &'static str,
    lines: Option<String>,
}

#[derive(Serialize)]
struct ComparisonAnswer {
    figure: String,
    label: Option<String>,
    unit: Option<&'static str>,
    printed: Option<String>,
    computed: Option<String>,
    difference: Option<String>,
    tolerance: Option<String>,
    verdict: &'static str,
    place: PlaceAnswer,
}

/// Why a figure is what it is.
#[derive(Serialize)]
pub struct ExplainAnswer {
    id: String,
    label: String,
    value: Option<String>,
    unit: &'static str,
    note: Option<String>,
    shown: String,
    rule: &'static str,
    formula: &'static str,
    source: &'static str,
    steps: Vec<StepAnswer>,
}

#[derive(Serialize)]
struct StepAnswer {
    depth: usize,
    words: String,
    shown: String,
    figure: Option<String>,
    place: Option<PlaceAnswer>,
    parameter: Option<ParameterAnswer>,
}

#[derive(Serialize)]
struct ParameterAnswer {
    id: &'static str,
    standing: &'static str,
    source: String,
}

impl Refused {
    /// The first problem, and how many there are.
    pub fn in_words(&self) -> String {
        let count = match self.problems.len() {
            1 => "the plan has a problem".to_owned(),
            problems => format!("the plan has {problems} problems"),
        };
        let first = self.problems.first().map(|problem| {
            let path = if problem.path.is_empty() { String::new() } else { format!("{}: ", problem.path) };
            format!("; {path}{}. Expected: {}", problem.what, problem.expected)
        });
        format!("{count}{}. \"check\" lists them.", first.unwrap_or_default())
    }
}

impl ProblemAnswer {
    pub fn of(problem: &Problem) -> Self {
        Self {
            path: problem.path(),
            line: problem.line,
            character: problem.character,
            what: problem.what.clone(),
            expected: problem.expected.clone(),
        }
    }
}

/// The digits of a value, or why there are none.
fn value_and_note(value: Value, unit: Unit) -> (Option<String>, Option<String>) {
    let (digits, note) = digits(value, unit);
    if value.is_ok() { (Some(digits), (!note.is_empty()).then_some(note)) } else { (None, Some(note)) }
}

impl ComputeAnswer {
    pub fn of(plan: &Plan, outcome: &Outcome) -> Self {
        let figures = outcome.figures().map(|(key, value)| {
            let unit = key.kind.unit;
            let (value, note) = value_and_note(value, unit);
            FigureAnswer { id: key.id(plan), label: key.label(plan), note, unit: unit.word(), value }
        });
        Self { check: outcome.master_check().word(), figures: figures.collect() }
    }
}

impl PlaceAnswer {
    fn of(plan: &Plan, address: CellAddress) -> Self {
        let CellAddress { table, row, column } = address;
        let lines = plan.source_lines(table, row, column).map(str::to_owned);
        Self { table: table.name(), row: u64::from(row) + 1, column, lines }
    }
}

impl FindingAnswer {
    fn of(plan: &Plan, finding: &Finding, known: &[Id<KnownFinding>]) -> Self {
        let severity: Severity = finding.severity;
        Self {
            severity: severity.word(),
            code: finding.code,
            message: finding.message.clone(),
            advice: finding.advice,
            places: finding.places.iter().map(|place| PlaceAnswer::of(plan, *place)).collect(),
            figures: finding.figures.iter().map(|figure| figure.id(plan)).collect(),
            known: known.iter().filter_map(|id| plan.known_findings.get(*id)).map(KnownAnswer::of).collect(),
        }
    }
}

impl KnownAnswer {
    fn of(known: &KnownFinding) -> Self {
        Self {
            id: known.id.as_str().to_owned(),
            name: known.name.clone(),
            state: known.state.word(),
            note: known.note.clone(),
        }
    }
}

impl ComparisonAnswer {
    fn of(plan: &Plan, comparison: &outcome::Comparison) -> Self {
        let key: Option<FigureKey> = comparison.figure;
        let unit = key.map_or(Unit::Number, |key| key.kind.unit);
        let text = |value: Value| value_and_note(value, unit).0;
        let difference =
            comparison.computed.and_then(|computed| subtract(computed.ok()?, comparison.printed.ok()?).ok());
        let stated = plan.stated.get(comparison.row);
        let address = CellAddress { table: Table::StatedFigure, row: comparison.row.index(), column: "value" };
        Self {
            figure: stated.map(|stated| stated.figure.0.clone()).unwrap_or_default(),
            label: key.map(|key| key.label(plan)),
            unit: key.map(|key| key.kind.unit.word()),
            printed: text(comparison.printed),
            computed: comparison.computed.and_then(text),
            difference: difference.and_then(|difference| text(Ok(difference))),
            tolerance: text(Ok(comparison.tolerance)),
            verdict: comparison.verdict.word(),
            place: PlaceAnswer::of(plan, address),
        }
    }
}

impl CheckAnswer {
    pub fn of(plan: &Plan, outcome: &Outcome) -> Self {
        let findings = outcome.findings().iter().enumerate();
        Self {
            check: outcome.master_check().word(),
            findings: findings.map(|(at, finding)| FindingAnswer::of(plan, finding, outcome.known(at))).collect(),
            comparisons: outcome.comparisons().iter().map(|one| ComparisonAnswer::of(plan, one)).collect(),
        }
    }
}

impl ExplainAnswer {
    pub fn of(plan: &Plan, explanation: &Explanation) -> Self {
        let kind = explanation.figure.kind;
        let (value, note) = value_and_note(explanation.value, kind.unit);
        Self {
            id: explanation.figure.id(plan),
            label: explanation.figure.label(plan),
            value,
            unit: kind.unit.word(),
            note,
            shown: explanation.shown.clone(),
            rule: kind.rule,
            formula: kind.formula,
            source: kind.source,
            steps: explanation.steps.iter().map(|step| StepAnswer::of(plan, step)).collect(),
        }
    }
}

impl StepAnswer {
    fn of(plan: &Plan, step: &Step) -> Self {
        let mut answer = Self {
            depth: step.depth,
            words: step.words.clone(),
            shown: step.shown.clone(),
            figure: None,
            place: None,
            parameter: None,
        };
        match &step.link {
            Some(Link::Figure(figure)) => answer.figure = Some(figure.id(plan)),
            Some(Link::Cell { address, .. }) => answer.place = Some(PlaceAnswer::of(plan, *address)),
            Some(Link::Parameter { id, standing, source }) => {
                answer.parameter = Some(ParameterAnswer { id, standing, source: source.clone() });
            }
            None => {}
        }
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_in_words_names_the_first_problem_and_counts_them() {
        let problem = || ProblemAnswer {
            path: "schemes[3].gross".to_owned(),
            line: None,
            character: None,
            what: "this cell is empty".to_owned(),
            expected: "an amount".to_owned(),
        };
        let refused = Refused { problems: vec![problem(), problem()] };
        assert_eq!(
            refused.in_words(),
            "the plan has 2 problems; schemes[3].gross: this cell is empty. Expected: an amount. \"check\" lists them."
        );
        assert!(Refused { problems: vec![problem()] }.in_words().starts_with("the plan has a problem; "));
    }
}

//! What the JavaScript API answers with. The names of the fields are the API: see `one-plan.d.ts`.
//!
//! The fields of [`computed`] stand in the order of the alphabet, as the command line writes them,
//! so that `JSON.stringify` gives the same bytes.

use super::json::{Json, list, maybe, number, object, text};
use one_plan_model::calculation::{CellAddress, FigureKey, Finding, Unit};
use one_plan_model::exchange::Problem;
use one_plan_model::outcome::{self, Comparison, Explanation, Link, Outcome, Step, digits};
use one_plan_model::plan::{Id, KnownFinding, Plan, Table};
use one_plan_model::quantity::{Value, subtract};

/// A plan that cannot be read: why, where, and how to mend it.
pub fn refused(problems: &[Problem]) -> Json {
    let position = |at: Option<usize>| at.map_or(maybe(None), number);
    let problems = problems.iter().map(|problem| {
        object(&[
            ("path", text(&problem.path())),
            ("line", position(problem.line)),
            ("character", position(problem.character)),
            ("what", text(&problem.what)),
            ("expected", text(&problem.expected)),
        ])
    });
    object(&[("problems", list(problems))])
}

/// The first problem, and how many there are.
pub fn refused_in_words(problems: &[Problem]) -> String {
    let count = match problems.len() {
        1 => "the plan has a problem".to_owned(),
        problems => format!("the plan has {problems} problems"),
    };
    let first = problems.first().map(|problem| {
        let path = problem.path();
        let path = if path.is_empty() { path } else { format!("{path}: ") };
        format!("; {path}{}. Expected: {}", problem.what, problem.expected)
    });
    format!("{count}{}. \"check\" lists them.", first.unwrap_or_default())
}

/// The digits of a value, or why there are none. They are text: JavaScript numbers cannot hold money
/// exactly.
fn value_and_note(value: Value, unit: Unit) -> (Json, Json) {
    let (digits, note) = digits(value, unit);
    let said = |words: &str, says: bool| maybe(Some(words).filter(|_| says));
    (said(&digits, value.is_ok()), said(&note, value.is_err() || !note.is_empty()))
}

/// Every figure of a plan.
pub fn computed(plan: &Plan, outcome: &Outcome) -> Json {
    let figures = outcome.figures().map(|(key, value)| {
        let unit = key.kind.unit;
        let (value, note) = value_and_note(value, unit);
        object(&[
            ("id", text(&key.id(plan))),
            ("label", text(&key.label(plan))),
            ("note", note),
            ("unit", text(unit.word())),
            ("value", value),
        ])
    });
    object(&[("check", text(outcome.master_check().word())), ("figures", list(figures))])
}

/// A cell of the plan; rows are counted from one.
fn place(plan: &Plan, address: CellAddress) -> Json {
    let CellAddress { table, row, column } = address;
    object(&[
        ("table", text(table.name())),
        ("row", number(usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1))),
        ("column", text(column)),
        ("lines", maybe(plan.source_lines(table, row, column))),
    ])
}

fn finding(plan: &Plan, finding: &Finding, known: &[Id<KnownFinding>]) -> Json {
    let known = known.iter().filter_map(|id| plan.known_findings.get(*id)).map(|known| {
        object(&[
            ("id", text(known.id.as_str())),
            ("name", text(&known.name)),
            ("state", text(known.state.word())),
            ("note", maybe(known.note.as_deref())),
        ])
    });
    object(&[
        ("severity", text(finding.severity.word())),
        ("code", text(finding.code)),
        ("message", text(&finding.message)),
        ("advice", text(finding.advice)),
        ("places", list(finding.places.iter().map(|address| place(plan, *address)))),
        ("figures", list(finding.figures.iter().map(|figure| text(&figure.id(plan))))),
        ("known", list(known)),
    ])
}

fn comparison(plan: &Plan, comparison: &Comparison) -> Json {
    let key: Option<FigureKey> = comparison.figure;
    let unit = key.map_or(Unit::Number, |key| key.kind.unit);
    let value = |value: Option<Value>| value.map_or(maybe(None), |value| value_and_note(value, unit).0);
    let difference = comparison.computed.and_then(|computed| subtract(computed.ok()?, comparison.printed.ok()?).ok());
    let stated = plan.stated.get(comparison.row).map(|stated| &*stated.figure.0);
    let address = CellAddress { table: Table::StatedFigure, row: comparison.row.index(), column: "value" };
    object(&[
        ("figure", text(stated.unwrap_or_default())),
        ("label", maybe(key.map(|key| key.label(plan)).as_deref())),
        ("unit", maybe(key.map(|key| key.kind.unit.word()))),
        ("printed", value(Some(comparison.printed))),
        ("computed", value(comparison.computed)),
        ("difference", value(difference.map(Ok))),
        ("tolerance", value(Some(Ok(comparison.tolerance)))),
        ("verdict", text(comparison.verdict.word())),
        ("place", place(plan, address)),
    ])
}

/// What does not add up, and each printed figure against the computed one.
pub fn checked(plan: &Plan, outcome: &Outcome) -> Json {
    let findings = outcome.findings().iter().enumerate().map(|(at, found)| finding(plan, found, outcome.known(at)));
    object(&[
        ("check", text(outcome.master_check().word())),
        ("findings", list(findings)),
        ("comparisons", list(outcome.comparisons().iter().map(|one| comparison(plan, one)))),
    ])
}

/// Why a figure is what it is.
pub fn explained(plan: &Plan, explanation: &outcome::Explanation) -> Json {
    let Explanation { figure, value, shown, steps } = explanation;
    let kind = figure.kind;
    let (value, note) = value_and_note(*value, kind.unit);
    object(&[
        ("id", text(&figure.id(plan))),
        ("label", text(&figure.label(plan))),
        ("value", value),
        ("unit", text(kind.unit.word())),
        ("note", note),
        ("shown", text(shown)),
        ("rule", text(kind.rule)),
        ("formula", text(kind.formula)),
        ("source", text(kind.source)),
        ("steps", list(steps.iter().map(|one| step(plan, one)))),
    ])
}

fn step(plan: &Plan, step: &Step) -> Json {
    let [mut figure, mut cell, mut parameter] = [maybe(None), maybe(None), maybe(None)];
    match &step.link {
        Some(Link::Figure(key)) => figure = text(&key.id(plan)),
        Some(Link::Cell { address, .. }) => cell = place(plan, *address),
        Some(Link::Parameter { id, standing, source }) => {
            parameter = object(&[("id", text(id)), ("standing", text(standing)), ("source", text(source))]);
        }
        None => {}
    }
    object(&[
        ("depth", number(step.depth)),
        ("words", text(&step.words)),
        ("shown", text(&step.shown)),
        ("figure", figure),
        ("place", cell),
        ("parameter", parameter),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_in_words_names_the_first_problem_and_counts_them() {
        let problem = || Problem {
            table: Some("schemes".to_owned()),
            row: Some(3),
            column: Some("gross".to_owned()),
            ..Problem::of_file("this cell is empty", "an amount")
        };
        assert_eq!(
            refused_in_words(&[problem(), problem()]),
            "the plan has 2 problems; schemes[3].gross: this cell is empty. Expected: an amount. \"check\" lists them."
        );
        assert!(refused_in_words(&[problem()]).starts_with("the plan has a problem; "));
    }
}

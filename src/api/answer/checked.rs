use super::digits::digits;
use super::place::Place;
use one_plan_model::calculation::{CellAddress, Unit};
use one_plan_model::outcome::{self, Outcome};
use one_plan_model::plan::{self, Plan, Row, Table};
use one_plan_model::quantity::{Value, subtract};
use serde::Serialize;

/// What does not add up, and each printed figure against the computed one.
#[derive(Serialize)]
pub struct Checked<'a> {
    check: &'static str,
    findings: Vec<Finding<'a>>,
    comparisons: Vec<Comparison<'a>>,
}

/// Something in a plan that a person should look at.
#[derive(Serialize)]
struct Finding<'a> {
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    advice: &'static str,
    places: Vec<Place<'a>>,
    figures: Vec<String>,
    /// How many pounds it is about, as digits; nothing where it is not about money.
    pounds: Option<String>,
    settled: bool,
    known: Vec<KnownFinding<'a>>,
}

/// A finding that a plan says it knows.
#[derive(Serialize)]
struct KnownFinding<'a> {
    id: &'a str,
    name: &'a str,
    state: &'static str,
    owner: Option<&'a str>,
    note: Option<&'a str>,
}

/// A figure that a plan prints, against the computed one.
#[derive(Serialize)]
struct Comparison<'a> {
    figure: &'a str,
    label: Option<String>,
    unit: Option<&'static str>,
    printed: Option<String>,
    computed: Option<String>,
    difference: Option<String>,
    tolerance: Option<String>,
    deviations: Option<String>,
    verdict: &'static str,
    place: Place<'a>,
}

impl<'a> Checked<'a> {
    pub fn of(plan: &'a Plan, outcome: &'a Outcome) -> Self {
        let findings = outcome.findings().iter().enumerate();
        Self {
            check: outcome.master_check().word(),
            findings: findings.map(|(at, finding)| Finding::of(plan, outcome, at, finding)).collect(),
            comparisons: outcome.comparisons().iter().map(|one| Comparison::of(plan, one)).collect(),
        }
    }
}

impl<'a> Finding<'a> {
    fn of(plan: &'a Plan, outcome: &'a Outcome, at: usize, finding: &'a one_plan_model::calculation::Finding) -> Self {
        let known = outcome.known(at).into_iter().filter_map(|id| plan.known_findings.get(id));
        Self {
            severity: finding.severity.word(),
            code: finding.code,
            message: &finding.message,
            advice: finding.advice,
            places: finding.places.iter().map(|address| Place::of(plan, *address)).collect(),
            figures: finding.figures.iter().map(|figure| figure.id(plan)).collect(),
            pounds: finding.pounds_apart().map(|pounds| pounds.normalize().to_string()),
            settled: outcome.is_settled(at),
            known: known.map(KnownFinding::of).collect(),
        }
    }
}

impl<'a> KnownFinding<'a> {
    fn of(known: Row<'a, plan::KnownFinding>) -> Self {
        Self {
            id: known.id(),
            name: known.name(),
            state: known.state().word(),
            owner: known.post(),
            note: known.note(),
        }
    }
}

impl<'a> Comparison<'a> {
    fn of(plan: &'a Plan, comparison: &outcome::Comparison) -> Self {
        let key = comparison.figure;
        let unit = key.map_or(Unit::Number, |key| key.kind.unit);
        let in_unit = |value: Value| digits(value, unit);
        let difference =
            comparison.computed.and_then(|computed| subtract(computed.ok()?, comparison.printed.ok()?).ok());
        let stated = plan.stated.get(comparison.row).map(|stated| stated.figure());
        let address = CellAddress { table: Table::StatedFigure, row: comparison.row.index(), column: "value" };
        Self {
            figure: stated.unwrap_or_default(),
            label: key.map(|key| key.label(plan)),
            unit: key.map(|key| key.kind.unit.word()),
            printed: in_unit(comparison.printed),
            computed: comparison.computed.and_then(in_unit),
            difference: difference.and_then(|difference| in_unit(Ok(difference))),
            tolerance: in_unit(Ok(comparison.tolerance)),
            deviations: comparison.deviations.map(|deviations| deviations.normalize().to_string()),
            verdict: comparison.verdict.word(),
            place: Place::of(plan, address),
        }
    }
}

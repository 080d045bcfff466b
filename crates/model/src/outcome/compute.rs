use super::recording::{FigureTolerances, Findings};
use super::{Outcome, Recording, agree, assumptions, compare, fold, recognise, same_amount, unlikely};
use crate::calculation::{Explains, FigureKey, Finding, PendingFinding, Run, Unit, findings, format};
use crate::pace::{Pace, at_once};
use crate::parameters::Parameters;
use crate::plan::{Plan, Table};
use crate::quantity::{Fault, InOrder};
use crate::rules;
use crate::rules::empty_cells::NOT_GIVEN;
use std::cell::OnceCell;
use std::rc::Rc;

findings! {
    /// A figure is larger than the largest number that can be computed with.
    FIGURE_TOO_LARGE: error("figure-too-large", "Check the units of the amounts it stands on.")
    /// A figure cannot be computed because something that it stands on is not given.
    FIGURE_NOT_GIVEN: error or information(
        "figure-not-given",
        "Give what is missing; the explanation of the figure shows what it stands on."
    )
    /// A figure cannot be computed because it would be divided by nothing; a percentage of nothing is no finding.
    FIGURE_DIVIDES_BY_ZERO: error(
        "figure-divides-by-zero",
        "Correct what it is divided by; the explanation of the figure shows it."
    )
}

/// The most rows of a plan that is recorded at once when it prints figures: a plan of the size that people publish
/// nearly always has one that differs, so that a run without recording would be made for nothing.
const MOST_ROWS_RECORDED_AT_ONCE: usize = 100_000;

/// Computes everything that follows from a plan.
pub fn compute(plan: &Plan) -> Outcome {
    at_once(compute_in_slices(plan, &Pace::UNBROKEN))
}

/// The same, giving way between the rules and between what is done with their figures.
pub async fn compute_in_slices(plan: &Plan, pace: &Pace<'_>) -> Outcome {
    let parameters = Parameters::of(plan);
    let rows: usize = Table::ALL.iter().map(|table| plan.row_count(*table)).sum();
    let (series, of_run, recording) = if plan.stated.is_empty() || rows > MOST_ROWS_RECORDED_AT_ONCE {
        let Run { series, findings, pending, lacking } = rules::run_in_slices(plan, &parameters, pace).await;
        (Rc::new(series), Findings { found: findings, pending, lacking }, None)
    } else {
        let (recording, of_run) = Recording::run(plan, &parameters, pace).await;
        (Rc::clone(&recording.series), of_run, Some(Rc::new(recording)))
    };
    let Findings { found: mut findings, pending, lacking } = of_run;
    let mut tolerances = FigureTolerances::new(plan, &parameters, recording);
    if !pending.is_empty() {
        tolerances.prepare(pace).await;
    }
    tolerances.expect(pending.len());
    // In the order of the findings, as those that are pending are.
    let mut explained: Vec<usize> = Vec::new();
    for PendingFinding { finding, figure, apart } in pending {
        let reach = tolerances.of(figure);
        match (reach.explains(apart), findings.get_mut(finding)) {
            (Explains::Well, _) => explained.push(finding),
            (Explains::Hardly, Some(finding)) => {
                unlikely::becomes_unlikely(finding, &reach, apart, figure.kind.unit);
            }
            _ => {}
        }
        pace.checked_rows().await;
    }
    let mut positions = 0..;
    findings.retain(|_| positions.next().is_none_or(|at| explained.binary_search(&at).is_err()));
    findings.extend(assumptions::findings(&parameters));
    let mut outcome = Outcome { series, findings, lacking, ..Outcome::default() };
    pace.checked_rows().await;
    report_faults(&mut outcome, plan);
    pace.checked_rows().await;
    compare::compare(&mut outcome, plan, &mut tolerances, pace).await;
    agree::agree(&mut outcome, plan, &mut tolerances, pace).await;
    say_once(&mut outcome.findings, plan, &mut tolerances, pace).await;
    // The gravest first; otherwise in the order in which the rules found them.
    outcome.findings.order_by_key(|finding| finding.severity);
    pace.checked_rows().await;
    recognise::recognise(&mut outcome, plan);
    if let Some(recording) = tolerances.into_recording() {
        outcome.recording = OnceCell::from(recording);
    }
    outcome
}

/// What one cell does is said once, or says which cell it is.
async fn say_once(findings: &mut Vec<Finding>, plan: &Plan, tolerances: &mut FigureTolerances<'_>, pace: &Pace<'_>) {
    if !fold::has_alike(findings) {
        return;
    }
    tolerances.prepare(pace).await;
    fold::fold(findings, plan, tolerances);
    pace.checked_rows().await;
    same_amount::name_the_cell(findings, plan, tolerances);
    pace.checked_rows().await;
}

/// Of the figures of the first kind the one that comes first by its identifier, whatever the order of the rows.
fn first_by_identifier(figures: &[FigureKey], plan: &Plan) -> Option<FigureKey> {
    let kind = figures.first()?.kind;
    let of_kind = figures.iter().take_while(|figure| figure.kind.id == kind.id);
    of_kind
        .map(|figure| (figure.id(plan), *figure))
        .min_by(|left, right| left.0.cmp(&right.0))
        .map(|(_, figure)| figure)
}

/// A figure that has no value must be seen: too large, or lacking what it stands on. Only a
/// percentage of nothing is no fault of the plan; it is shown as n/a.
fn report_faults(outcome: &mut Outcome, plan: &Plan) {
    let mut faulty: Vec<(Fault, FigureKey)> = Vec::new();
    for series in outcome.series.iter().filter(|series| series.has_faults()) {
        for (key, value) in series.iter().filter(|(_, value)| value.shown().is_fault()) {
            let share = |fault| fault == Fault::DivisionByZero && key.kind.unit == Unit::Percent;
            faulty.extend(value.shown().value().err().filter(|fault| !share(*fault)).map(|fault| (fault, key)));
        }
    }
    let causes = [
        (Fault::TooLarge, &FIGURE_TOO_LARGE),
        (Fault::NotGiven, &FIGURE_NOT_GIVEN),
        (Fault::DivisionByZero, &FIGURE_DIVIDES_BY_ZERO),
    ];
    for (fault, finding) in causes {
        let of_cause = faulty.iter().filter(|(of, _)| *of == fault);
        let figures: Vec<FigureKey> = of_cause.map(|(_, key)| *key).collect();
        let Some(first) = first_by_identifier(&figures, plan) else { continue };
        let others = match figures.len() {
            1 => String::new(),
            2 => " The same holds for another figure that stands on it or lacks the same.".to_owned(),
            count => {
                let others = format::counted(count - 1);
                format!(" The same holds for {others} other figures that stand on it or lack the same.")
            }
        };
        let message = format!("{} cannot be computed: {fault}.{others}", first.label(plan));
        // Cells that the document does not print are named already: then this only says which figures lack them.
        let is_named = fault == Fault::NotGiven && outcome.findings.iter().any(|one| one.code == NOT_GIVEN.code);
        let of = if is_named { Finding::otherwise } else { Finding::of };
        outcome.findings.push(of(finding, message).figures(figures));
    }
}

use super::compared::{agree, compare, unlikely};
use super::decisions::recognise;
use super::findings::{assumptions, faults};
use super::recorded::{FigureTolerances, Findings};
use super::said_once::{consequences, fold, same_amount, where_to_look, whole_columns};
use super::{Outcome, Recording};
use crate::calculation::{Explains, Finding, PendingFinding, Run, SeriesByKind};
use crate::pace::{Pace, at_once};
use crate::parameters::Parameters;
use crate::plan::{Plan, Table};
use crate::quantity::InOrder;
use crate::rules;
use std::cell::OnceCell;
use std::rc::Rc;

/// The most rows of a plan that is recorded at once when it prints figures: a plan of the size that people publish
/// nearly always has one that differs, so that a run without recording would be made for nothing.
const MOST_ROWS_RECORDED_AT_ONCE: usize = 100_000;

/// The most rows of a plan that is recorded only to say on which numbers a finding stands, and from which other it may follow:
/// such a plan is recorded in a few hundredths of a second, and a scenario computes a hundred of them.
const MOST_ROWS_RECORDED_FOR_FINDINGS: usize = 10_000;

/// Computes everything that follows from a plan.
pub fn compute(plan: &Plan) -> Outcome {
    at_once(compute_in_slices(plan, &Pace::UNBROKEN))
}

/// The same, giving way between the rules and between what is done with their figures.
pub async fn compute_in_slices(plan: &Plan, pace: &Pace<'_>) -> Outcome {
    let parameters = Parameters::of(plan);
    let rows: usize = Table::ALL.iter().map(|table| plan.row_count(*table)).sum();
    let (series, of_run, recording) = run_rules(plan, rows, &parameters, pace).await;
    let Findings { found: mut findings, pending, lacking } = of_run;
    let mut tolerances = FigureTolerances::new(plan, &parameters, recording);
    take_out_explained(&mut findings, pending, &mut tolerances, pace).await;
    findings.extend(assumptions::findings(&parameters));
    let mut outcome = Outcome { series, findings, lacking, ..Outcome::default() };
    pace.checked_rows().await;
    faults::report(&mut outcome, plan, &mut tolerances);
    pace.checked_rows().await;
    compare::compare(&mut outcome, plan, &mut tolerances, pace).await;
    agree::agree(&mut outcome, plan, &mut tolerances, pace).await;
    whole_columns::say_once(&mut outcome.findings, plan);
    // What else is looked for in how figures came about is worth it in a plan that people read.
    let may_record = rows <= MOST_ROWS_RECORDED_FOR_FINDINGS || tolerances.has_recording();
    if may_record {
        name_cells(&mut outcome.findings, plan, &mut tolerances, pace).await;
    }
    // The gravest first; otherwise in the order in which the rules found them.
    outcome.findings.order_by_key(|finding| finding.severity);
    if may_record {
        bring_together(&mut outcome, plan, &mut tolerances, pace).await;
    }
    pace.checked_rows().await;
    recognise::recognise(&mut outcome, plan);
    if let Some(recording) = tolerances.into_recording() {
        outcome.recording = OnceCell::from(recording);
    }
    outcome
}

/// The figures and what was found beside them, with the record of the run where one is made at once.
async fn run_rules(
    plan: &Plan,
    rows: usize,
    parameters: &Parameters,
    pace: &Pace<'_>,
) -> (Rc<SeriesByKind>, Findings, Option<Rc<Recording>>) {
    if plan.stated.is_empty() || rows > MOST_ROWS_RECORDED_AT_ONCE {
        let Run { series, findings, pending, lacking } = rules::run_in_slices(plan, parameters, pace).await;
        (Rc::new(series), Findings { found: findings, pending, lacking }, None)
    } else {
        let (recording, of_run) = Recording::run(plan, parameters, pace).await;
        (Rc::clone(&recording.series), of_run, Some(Rc::new(recording)))
    }
}

/// Takes out the findings that rounding explains, and says of those that it hardly does how unlikely that is.
async fn take_out_explained(
    findings: &mut Vec<Finding>,
    pending: Vec<PendingFinding>,
    tolerances: &mut FigureTolerances<'_>,
    pace: &Pace<'_>,
) {
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
}

/// Makes findings that one cell explains one finding, and names the numbers on which a finding stands.
async fn name_cells(findings: &mut Vec<Finding>, plan: &Plan, tolerances: &mut FigureTolerances<'_>, pace: &Pace<'_>) {
    if fold::has_alike(findings) {
        tolerances.prepare(pace).await;
        fold::fold(findings, plan, tolerances);
        pace.checked_rows().await;
    }
    if where_to_look::is_asked(findings) {
        tolerances.prepare(pace).await;
        where_to_look::name_numbers(findings, plan, tolerances);
        pace.checked_rows().await;
    }
}

/// Puts what follows from another finding behind it, and names the cell that explains findings of several kinds. The
/// findings are in their order.
async fn bring_together(outcome: &mut Outcome, plan: &Plan, tolerances: &mut FigureTolerances<'_>, pace: &Pace<'_>) {
    if consequences::is_asked(&outcome.findings, plan) {
        tolerances.prepare(pace).await;
        consequences::put_behind(outcome, plan, tolerances.recording());
    }
    if fold::has_alike(&outcome.findings) {
        tolerances.prepare(pace).await;
        same_amount::name_the_cell(outcome, plan, tolerances);
    }
}

//! What can only be seen when the cells are understood: a second pass over the typed rows.

use crate::parameters::{CQUIN_RATE, Parameters};
use crate::plan::{CquinScheme, Id, Plan, Table};
use crate::quantity::{Rate, Total};
use crate::rules::cquin::{weight_misfit, weight_notation};

/// The most years that a plan may have.
const LONGEST_PLAN: usize = 30;

/// A problem with the meaning of a row.
pub(super) struct MeaningProblem {
    pub(super) table: Table,
    pub(super) row: usize,
    pub(super) column: &'static str,
    pub(super) what: String,
    pub(super) expected: String,
}

pub(super) fn problems(plan: &Plan) -> Vec<MeaningProblem> {
    let mut problems = Vec::new();
    check_details(plan, &mut problems);
    check_weights(plan, &mut problems);
    problems
}

fn check_details(plan: &Plan, problems: &mut Vec<MeaningProblem>) {
    let mut report = |row, column, what: String, expected: &str| {
        problems.push(MeaningProblem { table: Table::PlanDetails, row, column, what, expected: expected.to_owned() });
    };
    if plan.plan.len() != 1 {
        let what = format!("the table \"plan\" has {} rows", plan.plan.len());
        report(plan.plan.len().saturating_sub(1), "title", what, "exactly one row");
    }
    let Some(details) = plan.details() else { return };
    if details.last_year < details.first_year {
        let what = format!("the last year {} lies before the first year {}", details.last_year, details.first_year);
        report(0, "last_year", what, "the first year or a later one");
    } else if plan.years().len() > LONGEST_PLAN {
        report(0, "last_year", format!("the plan has {} years", plan.years().len()), "at most 30 years");
    }
}

/// The weights of a CQUIN scheme must be readable as points of contract value or as shares.
fn check_weights(plan: &Plan, problems: &mut Vec<MeaningProblem>) {
    let parameters = Parameters::of(plan);
    let mut sums = vec![None; plan.cquin_schemes.len()];
    for (row, indicator) in plan.cquin_indicators.iter() {
        if let Some(sum) = sums.get_mut(indicator.scheme.position()) {
            let (first, total): &mut (_, Total) = sum.get_or_insert((row, Total::default()));
            let _: &mut Id<_> = first;
            total.add(indicator.weight);
        }
    }
    for ((_, scheme), sum) in plan.cquin_schemes.iter().zip(sums) {
        let Some((first, total)) = sum else { continue };
        let Ok(total) = total.finish() else { continue };
        let rate = scheme.rate.or_else(|| dated_rate(&parameters, scheme));
        if weight_notation(total, rate).is_none() {
            problems.push(MeaningProblem {
                table: Table::CquinIndicator,
                row: first.position(),
                column: "weight",
                what: weight_misfit(&scheme.name, total, rate),
                expected: "weights in one notation, or the rate of the scheme to which they sum".to_owned(),
            });
        }
    }
}

fn dated_rate(parameters: &Parameters, scheme: &CquinScheme) -> Option<Rate> {
    parameters.value(&CQUIN_RATE, scheme.year).and_then(|value| Rate::read(&value.written).ok())
}

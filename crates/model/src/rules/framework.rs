//! The financial framework: gross budgets, what is taken out of them, and what is put back.
//!
//! * CR01: sub total = gross + deductions; baseline proposal = sub total + add-backs; the total
//!   row is the sum of the lines. Deductions are negative as printed.
//! * CR01: a framework belongs to a year. Lines without a year belong to the year of the only resource limit, or else to
//!   the first year of the plan. Lines of an organisation that contains others, and lines without one beside lines with
//!   one, are a whole: they are held against its parts and not added to them.
//! * CR23: CQUIN is taken out of a line and put back into it; this is apart from what is earned.
//!
//! Source: Surrey l. 957-975.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "budget_lines": [{"id": "acute", "name": "Acute", "gross": "620.9", "unit": "£m"}],
//!     "budget_movements": [
//!         {"line": "acute", "stage": "deduction", "reason": "qipp", "amount": "-17.4", "unit": "£m"},
//!         {"line": "acute", "stage": "deduction", "reason": "cquin", "amount": "-4.2", "unit": "£m"},
//!         {"line": "acute", "stage": "add-back", "reason": "cquin", "amount": "4.2", "unit": "£m"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("framework.line.acute.sub-total"), "599300000");
//! assert_eq!(outcome.text("framework.line.acute.baseline-proposal"), "603500000");
//! assert_eq!(outcome.text("framework.total.deduction.cquin"), "-4200000");
//! ```

mod check;
mod kinds;
mod line;
mod movements;
mod savings;
mod step;
mod years;

pub use kinds::files;
pub use kinds::{
    BASELINE, CQUIN_PERCENT, KINDS, LINE_ADD_BACK, LINE_DEDUCTION, OF_BASELINE, OF_GROSS, OF_QIPP, OF_SUB_TOTAL,
    SCHEMES_GROSS, SCHEMES_NET, SUB_TOTAL, TOTAL_ADD_BACK, TOTAL_BASELINE, TOTAL_DEDUCTION, TOTAL_GROSS,
    TOTAL_SUB_TOTAL, YEAR_ADD_BACK, YEAR_BASELINE, YEAR_DEDUCTION, YEAR_GROSS, YEAR_SUB_TOTAL,
};

use crate::calculation::{FigureIndex, Ledger, Number, NumberTotal, findings, summed};
use crate::plan::{MovementReason, MovementStage};
use line::{Line, Movement};
pub use step::FrameworkStep;
pub(crate) use years::year_of_lines;
pub use years::years_of_lines;

findings! {
    ..check
}

/// Computes every line, the total of each year and organisation, and the total row.
pub fn run(ledger: &mut Ledger<'_>) {
    if ledger.plan.budget_lines.is_empty() {
        return;
    }
    let movements = movements::as_meant(ledger);
    publish_by_reason(ledger, &movements);
    let lines = publish_lines(ledger, &movements);
    years::run(ledger, &lines, &movements);
    savings::run(ledger);
    check::run(ledger, &lines, &movements);
}

/// What is taken out of each line, and put back into it, for each reason.
fn publish_by_reason(ledger: &mut Ledger<'_>, movements: &[Movement]) {
    for (stage, kind) in [(MovementStage::Deduction, &LINE_DEDUCTION), (MovementStage::AddBack, &LINE_ADD_BACK)] {
        let of_stage = movements.iter().filter(|movement| movement.stage == stage);
        let found = of_stage
            .filter_map(|movement| Some((FigureIndex::new([movement.line, movement.reason? as u32]), movement.amount)));
        let series = summed(kind, found.collect());
        ledger.add(series);
    }
}

fn publish_lines(ledger: &mut Ledger<'_>, movements: &[Movement]) -> Vec<Line> {
    let plan = ledger.plan;
    let count = plan.budget_lines.len();
    let mut before: Vec<NumberTotal> = vec![NumberTotal::default(); count];
    let mut after: Vec<NumberTotal> = vec![NumberTotal::default(); count];
    let mut cquin: Vec<Option<NumberTotal>> = vec![None; count];
    for ((_, line), total) in plan.budget_lines.iter().zip(&mut before) {
        if let Some(gross) = line.gross() {
            total.add(&Number::cell(gross));
        }
    }
    for movement in movements {
        let lines = if movement.stage == MovementStage::Deduction { &mut before } else { &mut after };
        if let Some(total) = lines.get_mut(movement.line as usize) {
            total.add(&movement.amount);
        }
        if movement.reason == Some(MovementReason::Cquin)
            && movement.stage == MovementStage::Deduction
            && let Some(total) = cquin.get_mut(movement.line as usize)
        {
            total.get_or_insert_default().add(&movement.amount);
        }
    }
    let mut lines = Vec::with_capacity(count);
    for ((((row, line), before), after), cquin) in plan.budget_lines.iter().zip(before).zip(after).zip(cquin) {
        let sub_total = ledger.publish(&SUB_TOTAL, [row.index()], before.finish());
        let baseline = ledger.publish(&BASELINE, [row.index()], sub_total.plus(&after.finish()));
        let gross = line.gross().map(Number::cell);
        if let (Some(total), Some(gross)) = (cquin, gross) {
            ledger.publish(&CQUIN_PERCENT, [row.index()], total.finish().negated().over(&gross));
        }
        lines.push(Line { gross, sub_total, baseline });
    }
    lines
}

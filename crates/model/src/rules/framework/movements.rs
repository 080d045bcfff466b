//! What is moved, with the sign that is meant.
//!
//! What leaves a line is negative. Savings and CQUIN always leave with a deduction, and CQUIN comes back with an
//! add-back: one with the other sign is read as it is meant. For other reasons money may also move from line to line,
//! so that a sign can only be judged from all movements of the reason: together they take nothing in.

use super::Movement;
use crate::calculation::{Ledger, Number, NumberTotal, format};
use crate::plan::{CellAddress, Choice, Id, MovementReason, MovementStage, NumberCell, Table};
use crate::quantity::InOrder;
use crate::rules::signs::{report_turned, report_unclear, turned};

/// Whether an amount goes the other way than its stage says.
fn goes_the_other_way(stage: MovementStage, amount: &Number) -> bool {
    match stage {
        MovementStage::Deduction => amount.is_positive(),
        MovementStage::AddBack => amount.is_negative(),
    }
}

/// What is known of the sign of a reason.
fn is_fixed(stage: MovementStage, reason: MovementReason) -> bool {
    match reason {
        MovementReason::Cquin => true,
        MovementReason::Qipp => stage == MovementStage::Deduction,
        _ => false,
    }
}

/// Whether a reason takes out, taken alone: only beside amounts of the other sign does it move between lines.
fn takes_out(reason: MovementReason) -> bool {
    matches!(reason, MovementReason::ContractIndicators | MovementReason::Readmissions)
}

fn word(choices: &'static [Choice], position: u32) -> String {
    choices.get(position as usize).map(|choice| choice.word.replace('-', " ")).unwrap_or_default()
}

/// Every movement with the sign that is meant, in the order of the rows.
pub(super) fn as_meant(ledger: &mut Ledger<'_>) -> Vec<Movement> {
    let plan = ledger.plan;
    let years = super::years::of_lines(plan);
    let mut movements: Vec<Movement> = plan
        .budget_movements
        .iter()
        .map(|(at, row)| Movement {
            row: at.index(),
            line: row.line().index(),
            // Without its stage nothing that follows from the line is known: neither the sub total nor the baseline.
            stage: row.stage().unwrap_or(MovementStage::Deduction),
            reason: row.reason(),
            amount: Number::given(row.stage().and(row.amount())),
        })
        .collect();
    let year = |movement: &Movement| years.get(movement.line as usize).copied().flatten();
    let mut order: Vec<_> = movements
        .iter()
        .enumerate()
        .map(|(at, movement)| {
            ((year(movement), movement.stage as u32, movement.reason.map(|reason| reason as u32)), at)
        })
        .collect();
    order.order_by(Ord::cmp);
    for same in order.chunk_by(|left, right| left.0 == right.0) {
        let of_group: Vec<(usize, Movement)> =
            same.iter().filter_map(|(_, at)| Some((*at, *movements.get(*at)?))).collect();
        let Some((_, first)) = of_group.first() else { continue };
        let (stage, reason) = (first.stage, first.reason);
        let wrong = |(_, movement): &&(usize, Movement)| goes_the_other_way(stage, &movement.amount);
        if !of_group.iter().any(|one| wrong(&one)) {
            continue;
        }
        // Only what is reported depends on it: no figure does.
        let together = ledger.wants_findings() && {
            let mut total = NumberTotal::default();
            of_group.iter().for_each(|(_, movement)| total.add(&movement.amount));
            goes_the_other_way(stage, &total.finish())
        };
        let alone = of_group.iter().all(|one| wrong(&one) || one.1.amount.is_zero());
        for (at, movement) in of_group.iter().filter(wrong) {
            let turns = reason.is_some_and(|reason| is_fixed(stage, reason) || (alone && takes_out(reason)));
            if turns {
                if let Some(place) = movements.get_mut(*at) {
                    place.amount = turned(&movement.amount);
                }
                report(ledger, movement);
            } else if together {
                report_together(ledger, movement);
            }
        }
    }
    movements
}

fn what(ledger: &Ledger<'_>, movement: &Movement) -> String {
    let line = ledger.plan.title(Table::BudgetLine, movement.line).unwrap_or_default();
    let reason = movement
        .reason
        .map_or_else(String::new, |reason| format!(" for {}", word(MovementReason::CHOICES, reason as u32)));
    let stage = word(MovementStage::CHOICES, movement.stage as u32);
    format!("{line}: the {stage}{reason}")
}

fn place(ledger: &Ledger<'_>, movement: &Movement) -> Option<CellAddress> {
    let row = ledger.plan.budget_movements.get(Id::at(movement.row))?;
    row.amount().map(NumberCell::address)
}

fn report(ledger: &mut Ledger<'_>, movement: &Movement) {
    if !ledger.wants_findings() {
        return;
    }
    let sign = match movement.stage {
        MovementStage::Deduction => "what leaves a line is negative",
        MovementStage::AddBack => "what is put back into a line is positive",
    };
    let (what, place) = (what(ledger, movement), place(ledger, movement));
    if let Some(place) = place {
        report_turned(ledger, &what, &movement.amount, sign, place);
    }
}

fn report_together(ledger: &mut Ledger<'_>, movement: &Movement) {
    if !ledger.wants_findings() {
        return;
    }
    let (what, place) = (what(ledger, movement), place(ledger, movement));
    let Some(place) = place else { return };
    let amount = format::money(movement.amount.shown().value());
    let says = match movement.stage {
        MovementStage::Deduction => {
            "puts in, and all deductions of this reason together put in more than they take out"
        }
        MovementStage::AddBack => {
            "takes out, and all add-backs of this reason together take out more than they put back"
        }
    };
    report_unclear(ledger, || format!("{what} of {amount} {says}."), place);
}

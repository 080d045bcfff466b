//! The financial framework: gross budgets, what is taken out of them, and what is put back.
//!
//! * CR01: sub total = gross + deductions; baseline proposal = sub total + add-backs; the total
//!   row is the sum of the lines. Deductions are negative as printed.
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

use crate::calculation::{Dimension, Finding, Ledger, Number, NumberTotal, figures, format, run_formulas};
use crate::parameters::CQUIN_RATE;
use crate::plan::{MovementReason, MovementStage, Table};
use crate::quantity::{Total, Value, absolute, round_half_away};

const LINE: Dimension = Dimension::Row(Table::BudgetLine);
const REASON: Dimension = Dimension::Choice(MovementReason::CHOICES);
const SOURCE: &str = "NHS Surrey, One Plan, l. 957-975";

figures! {
    /// The sub total of a line.
    SUB_TOTAL: money("framework.line.{}.sub-total", "{}: sub total", [LINE])
        by("CR01", "gross budget + deductions", SOURCE)
    /// The baseline proposal of a line.
    BASELINE: money("framework.line.{}.baseline-proposal", "{}: baseline proposal", [LINE])
        by("CR01", "sub total + add-backs", SOURCE)
    /// CQUIN that is taken out of a line, as a share of its gross budget.
    CQUIN_PERCENT: percent("framework.line.{}.cquin-percent", "{}: CQUIN in per cent of gross", [LINE])
        by("CR23", "CQUIN deduction ÷ gross budget", SOURCE)
    /// What is taken out of a line for one reason.
    LINE_DEDUCTION: money("framework.line.{}.deduction.{}", "{}: deductions, {}", [LINE, REASON])
        by("CR01", "the sum of the movements", SOURCE)
        { BudgetMovement [line, reason] if (stage is MovementStage::Deduction) = amount }
    /// What is put back into a line for one reason.
    LINE_ADD_BACK: money("framework.line.{}.add-back.{}", "{}: add-backs, {}", [LINE, REASON])
        by("CR01", "the sum of the movements", SOURCE)
        { BudgetMovement [line, reason] if (stage is MovementStage::AddBack) = amount }
    /// The sum of the gross budgets.
    TOTAL_GROSS: money("framework.total.gross", "Framework: gross", [])
        by("CR01", "the sum of the lines", SOURCE)
    /// What is taken out of all lines for one reason.
    TOTAL_DEDUCTION: money("framework.total.deduction.{}", "Framework: deductions, {}", [REASON])
        by("CR01", "the sum of the lines", SOURCE)
    /// The sum of the sub totals.
    TOTAL_SUB_TOTAL: money("framework.total.sub-total", "Framework: sub total", [])
        by("CR01", "the sum of the lines", SOURCE)
    /// What is put back into all lines for one reason.
    TOTAL_ADD_BACK: money("framework.total.add-back.{}", "Framework: add-backs, {}", [REASON])
        by("CR01", "the sum of the lines", SOURCE)
    /// The sum of the baseline proposals.
    TOTAL_BASELINE: money("framework.total.baseline-proposal", "Framework: baseline proposal", [])
        by("CR01", "the sum of the lines", SOURCE)
}

/// Computes every line and the total row.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    let plan = ledger.plan;
    if plan.budget_lines.is_empty() {
        return;
    }
    let reasons = MovementReason::ALL.len();
    let mut before: Vec<NumberTotal> = vec![NumberTotal::default(); plan.budget_lines.len()];
    let mut after: Vec<NumberTotal> = vec![NumberTotal::default(); plan.budget_lines.len()];
    let mut cquin: Vec<Option<NumberTotal>> = vec![None; plan.budget_lines.len()];
    let mut by_reason: [Vec<Option<NumberTotal>>; 2] = [vec![None; reasons], vec![None; reasons]];
    let mut total_gross = NumberTotal::default();
    for ((_, line), total) in plan.budget_lines.iter().zip(&mut before) {
        if let Some(gross) = line.gross() {
            let gross = Number::cell(gross);
            total.add(&gross);
            total_gross.add(&gross);
        }
    }
    for (_, movement) in plan.budget_movements.iter() {
        let amount = Number::cell(movement.amount());
        let [deductions, add_backs] = &mut by_reason;
        let (lines, reasons) = match movement.stage() {
            MovementStage::Deduction => (&mut before, deductions),
            MovementStage::AddBack => (&mut after, add_backs),
        };
        if let Some(total) = lines.get_mut(movement.line().position()) {
            total.add(&amount);
        }
        if let Some(total) = reasons.get_mut(movement.reason() as usize) {
            total.get_or_insert_default().add(&amount);
        }
        if movement.reason() == MovementReason::Cquin
            && movement.stage() == MovementStage::Deduction
            && let Some(total) = cquin.get_mut(movement.line().position())
        {
            total.get_or_insert_default().add(&amount);
        }
    }
    let (mut sub_totals, mut baselines) = (NumberTotal::default(), NumberTotal::default());
    for (((row, line), before), after) in plan.budget_lines.iter().zip(before).zip(after) {
        let sub_total = ledger.publish(&SUB_TOTAL, [row.index()], before.finish());
        sub_totals.add(&sub_total);
        let baseline = ledger.publish(&BASELINE, [row.index()], sub_total.plus(&after.finish()));
        baselines.add(&baseline);
        if let (Some(Some(total)), Some(gross)) = (cquin.get(row.position()).cloned(), line.gross()) {
            let gross = Number::cell(gross);
            let percent = ledger.publish(&CQUIN_PERCENT, [row.index()], total.finish().negated().over(&gross));
            report_rate(ledger, row.index(), line.name(), percent.shown().value());
        }
    }
    ledger.publish(&TOTAL_GROSS, [], total_gross.finish());
    ledger.publish(&TOTAL_SUB_TOTAL, [], sub_totals.finish());
    ledger.publish(&TOTAL_BASELINE, [], baselines.finish());
    for (kind, totals) in [&TOTAL_DEDUCTION, &TOTAL_ADD_BACK].into_iter().zip(by_reason) {
        for (reason, total) in (0..).zip(totals) {
            if let Some(total) = total {
                ledger.publish(kind, [reason], total.finish());
            }
        }
    }
    report_not_put_back(ledger);
}

/// CQUIN that is taken out of a line but not put back leaves the plan.
fn report_not_put_back(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    let mut rest = vec![Total::default(); plan.budget_lines.len()];
    for (_, movement) in plan.budget_movements.iter().filter(|(_, row)| row.reason() == MovementReason::Cquin) {
        if let Some(rest) = rest.get_mut(movement.line().position()) {
            rest.add_fixed(movement.amount().fixed());
        }
    }
    for ((row, line), rest) in plan.budget_lines.iter().zip(rest) {
        let Ok(rest) = rest.finish() else { continue };
        if rest.is_zero() {
            continue;
        }
        let cquin = MovementReason::Cquin as u32;
        ledger.report(|| {
            Finding::warning(
                "cquin-not-put-back",
                format!(
                    "CQUIN that is taken out of {} and CQUIN that is put back into it differ by {}.",
                    line.name(),
                    format::money(Ok(absolute(rest)))
                ),
            )
            .at(Table::BudgetLine, row.index(), "name")
            .figures([TOTAL_DEDUCTION.at([cquin]), BASELINE.at([row.index()])])
            .advise("Put back what was taken out, or say what becomes of the difference.")
        });
    }
}

/// CQUIN in the framework is not the rate of the year (S-24).
fn report_rate(ledger: &mut Ledger<'_>, row: u32, name: &str, percent: Value) {
    let year = ledger.plan.details().map(|details| details.first_year());
    let Some(rate) = year.and_then(|year| ledger.parameters.value(&CQUIN_RATE, year)) else { return };
    let Ok(number) = percent else { return };
    if round_half_away(number, 4) == rate.number {
        return;
    }
    ledger.report(|| {
        Finding::information(
            "cquin-differs-from-the-rate",
            format!(
                "CQUIN taken out of {name} is {} of its gross budget; the rate of the year is {}.",
                format::percent(percent, 2),
                rate.written
            ),
        )
        .at(Table::BudgetLine, row, "gross")
        .figure(CQUIN_PERCENT.at([row]))
        .advise("A deduction in the framework need not be the rate of the scheme; say what it stands for.")
    });
}

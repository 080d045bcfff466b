//! What does not add up in the framework.

use super::{BASELINE, CQUIN_PERCENT, LINE_DEDUCTION, Line, Movement, SUB_TOTAL, YEAR_DEDUCTION, YEAR_GROSS, years};
use crate::calculation::{FigureKey, Finding, Ledger, findings_of_part, format, year_of};
use crate::parameters::CQUIN_RATE;
use crate::plan::{CellAddress, MovementReason, Plan, Table};
use crate::quantity::{Decimal, Total, absolute, round_half_away};
use crate::rules::signs::report_lessening;

findings_of_part! {
    /// The plan has several years, and lines of the financial framework do not say for which they are.
    FRAMEWORK_WITHOUT_YEAR: information(
        "framework-without-year",
        "Give the year of each line, so that each year is held against its own resource limit."
    )
    /// The gross budgets of a year come to less than nothing.
    BUDGETS_BELOW_NOTHING: error(
        "budgets-below-nothing",
        "Budgets are spending, and positive: turn the signs round, or give the lines that are missing."
    )
    /// More is taken out of a line of the financial framework than its gross budget.
    MORE_TAKEN_OUT_THAN_BUDGET: error(
        "more-taken-out-than-budget",
        "Correct the gross budget or what is taken out of it, and look at the unit of each."
    )
    /// More savings are taken out of a line, or out of all lines of a year, than there is in them.
    QIPP_ABOVE_BUDGET: error(
        "qipp-above-budget",
        "Nobody can save more than is spent: correct the unit or the amount of the budget or of the saving."
    )
    /// What the financial framework takes out of a line for CQUIN is not the national rate of the year.
    CQUIN_DIFFERS_FROM_THE_RATE: information(
        "cquin-differs-from-the-rate",
        "A deduction in the framework need not be the rate of the scheme; settle the finding with a note of what it \
         stands for."
    )
    /// CQUIN that is taken out of a line is not what is put back into it.
    CQUIN_NOT_PUT_BACK: warning(
        "cquin-not-put-back",
        "Put back what was taken out, or settle the finding with a note of what becomes of the difference."
    )
}

const QIPP: u32 = MovementReason::Qipp as u32;

/// Reports what does not add up.
pub(super) fn run(ledger: &mut Ledger<'_>, lines: &[Line], movements: &[Movement]) {
    if !ledger.wants_findings() {
        return;
    }
    report_without_year(ledger);
    report_negative(ledger, lines);
    report_more_than_there_is(ledger, lines, movements);
    report_rates(ledger);
    report_not_put_back(ledger, movements);
}

/// Lines that do not say of which year they are, in a plan of several.
fn report_without_year(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let Some(details) = plan.details().filter(|details| details.first_year() != details.last_year()) else { return };
    let year = years::year_of_lines(plan).and_then(year_of).unwrap_or(details.first_year());
    let without = plan.budget_lines.iter().filter(|(_, line)| line.year().is_none());
    let rows: Vec<u32> = without.map(|(row, _)| row.index()).collect();
    let (count, lines) = (rows.len(), plan.budget_lines.len());
    if count == 0 {
        return;
    }
    ledger.report(|| {
        Finding::of(
            &FRAMEWORK_WITHOUT_YEAR,
            format!(
                "{count} of {lines} lines of the financial framework give no year: they are read as lines of {year}."
            ),
        )
        .at_rows(plan, Table::BudgetLine, rows, "year")
    });
}

/// Lines below nothing: a few lessen the others, as savings do that are still to be found; together they cannot.
fn report_negative(ledger: &mut Ledger<'_>, lines: &[Line]) {
    let plan = ledger.plan;
    let of_lines = years::of_lines(plan);
    for (((row, of), line), year) in plan.budget_lines.iter().zip(lines).zip(of_lines) {
        let Some(gross) = line.gross.filter(|gross| gross.shown().is_negative()) else { continue };
        let place = CellAddress { table: Table::BudgetLine, row: row.index(), column: "gross" };
        let all = year.and_then(|year| Some((YEAR_GROSS.at([year]), ledger.figure(&YEAR_GROSS, [year])?)));
        if let Some((key, sum)) = all.filter(|(_, sum)| sum.shown().is_negative()) {
            let message = format!(
                "{} has a gross budget of {}, and {} is {}.",
                of.name(),
                format::money(gross.shown().value()),
                key.label(plan),
                format::money(sum.shown().value())
            );
            ledger.report(|| Finding::of(&BUDGETS_BELOW_NOTHING, message).at_cells([place]).figure(key));
            continue;
        }
        let says = || {
            let amount = format::money(gross.shown().value());
            format!("{} has a gross budget of {amount}: it lessens the others.", of.name())
        };
        report_lessening(ledger, says, place);
    }
}

/// What is taken out of a line, or out of all lines of a year, is more than there is in them.
fn report_more_than_there_is(ledger: &mut Ledger<'_>, lines: &[Line], movements: &[Movement]) {
    let plan = ledger.plan;
    let of_lines = years::of_lines(plan);
    let mut reported: Vec<u32> = Vec::new();
    for (((row, of), line), year) in plan.budget_lines.iter().zip(lines).zip(of_lines) {
        let Some(gross) = line.gross else { continue };
        let saved = ledger.figure(&LINE_DEDUCTION, [row.index(), QIPP]);
        // What is negative itself has nothing taken out of it that would be more than there is.
        if gross.is_negative() {
            continue;
        }
        let below = Some(line.sub_total.shown()).filter(|rest| rest.is_negative());
        // Savings that are a little above the budget, perhaps by rounding, do not hide what else is taken out: the
        // question is after the savings where they are most of what is missing.
        let above = saved
            .map(|saved| saved.shown().plus(gross.shown()))
            .filter(|rest| rest.is_negative() && below.is_none_or(|below| rest.plus(*rest) <= below));
        let Some(rest) = above.or(below) else { continue };
        let Ok(rest) = rest.value() else { continue };
        reported.extend(year);
        let key = SUB_TOTAL.at([row.index()]);
        if above.is_some() {
            let saved = saved.map(|saved| saved.shown().negated().value());
            let budget = (of.name().to_owned(), format::money(gross.shown().value()));
            let is_qipp = |movement: &Movement| movement.line == row.index() && movement.is_qipp();
            let cells = [gross_of(row.index())].into_iter().chain(taken_out(movements, is_qipp)).collect();
            report_qipp(ledger, key, absolute(rest), saved.map(format::money).unwrap_or_default(), budget, cells);
        } else {
            ledger.report_beyond_rounding(key, absolute(rest), || {
                Finding::of(
                    &MORE_TAKEN_OUT_THAN_BUDGET,
                    format!(
                        "{} has a gross budget of {}, and {} more than that is taken out of it.",
                        of.name(),
                        format::money(gross.shown().value()),
                        format::money(Ok(absolute(rest)))
                    ),
                )
                .at_cells([gross_of(row.index())])
                .at_cells(taken_out(movements, |movement| movement.line == row.index()))
                .figure(key)
            });
        }
    }
    reported.sort_unstable();
    for (key, gross) in ledger.all(&YEAR_GROSS) {
        let year = key.index.get(0);
        let Some(saved) = ledger.figure(&YEAR_DEDUCTION, [year, QIPP]) else { continue };
        let rest = saved.shown().plus(gross.shown());
        let Ok(rest) = rest.value() else { continue };
        if reported.binary_search(&year).is_ok() || !rest.is_sign_negative() || rest.is_zero() {
            continue;
        }
        let budget = (key.label(plan), format::money(gross.shown().value()));
        let saved = format::money(saved.shown().negated().value());
        let cells = saved_in(plan, year, movements);
        report_qipp(ledger, YEAR_DEDUCTION.at([year, QIPP]), absolute(rest), saved, budget, cells);
    }
}

/// The cells of what is saved in a year, and of the budgets of which it is.
fn saved_in(plan: &Plan, year: u32, movements: &[Movement]) -> Vec<CellAddress> {
    let of_year = years::of_lines(plan);
    let is_of_year = |line: u32| of_year.get(line as usize).copied().flatten() == Some(year);
    let saved = taken_out(movements, |movement| movement.is_qipp() && is_of_year(movement.line));
    let gross = plan.budget_lines.iter().map(|(line, _)| line.index()).filter(|line| is_of_year(*line)).map(gross_of);
    saved.chain(gross).collect()
}

fn gross_of(row: u32) -> CellAddress {
    CellAddress { table: Table::BudgetLine, row, column: "gross" }
}

/// The cells of what is taken out by some movements.
fn taken_out(movements: &[Movement], is_meant: impl Fn(&Movement) -> bool) -> impl Iterator<Item = CellAddress> {
    let meant = movements.iter().filter(move |movement| movement.amount.shown().is_negative() && is_meant(movement));
    meant.map(|movement| CellAddress { table: Table::BudgetMovement, row: movement.row, column: "amount" })
}

fn report_qipp(
    ledger: &mut Ledger<'_>,
    key: FigureKey,
    apart: Decimal,
    saved: String,
    (name, budget): (String, String),
    cells: Vec<CellAddress>,
) {
    ledger.report_beyond_rounding(key, apart, || {
        Finding::of(
            &QIPP_ABOVE_BUDGET,
            format!("QIPP of {saved} is taken out of {name}, which has {budget}: is the unit right?"),
        )
        .at_cells(cells)
        .figure(key)
    });
}

/// CQUIN in the framework is not the rate of the year.
fn report_rates(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let of_lines = years::of_lines(plan);
    for (key, percent) in ledger.all(&CQUIN_PERCENT) {
        let row = key.index.get(0);
        let year = of_lines.get(row as usize).copied().flatten().and_then(year_of);
        let Some(rate) = year.and_then(|year| ledger.parameters.value(&CQUIN_RATE, year)) else { continue };
        let percent = percent.shown().value();
        if percent.is_ok_and(|number| round_half_away(number, 4) == rate.number) || percent.is_err() {
            continue;
        }
        let name = plan.title(Table::BudgetLine, row).unwrap_or_default();
        ledger.report(|| {
            Finding::of(
                &CQUIN_DIFFERS_FROM_THE_RATE,
                format!(
                    "CQUIN taken out of {name} is {} of its gross budget; the rate of the year is {}.",
                    format::percent(percent, 2),
                    rate.written
                ),
            )
            .at(Table::BudgetLine, row, "gross")
            .figure(CQUIN_PERCENT.at([row]))
        });
    }
}

/// CQUIN that is taken out of a line but not put back leaves the plan.
fn report_not_put_back(ledger: &mut Ledger<'_>, movements: &[Movement]) {
    let plan = ledger.plan;
    let mut rest = vec![Total::default(); plan.budget_lines.len()];
    for movement in movements.iter().filter(|movement| movement.reason == Some(MovementReason::Cquin)) {
        if let Some(rest) = rest.get_mut(movement.line as usize) {
            rest.add_fixed(movement.amount.shown());
        }
    }
    for ((row, line), rest) in plan.budget_lines.iter().zip(rest) {
        let Ok(rest) = rest.finish() else { continue };
        if rest.is_zero() {
            continue;
        }
        ledger.report(|| {
            Finding::of(
                &CQUIN_NOT_PUT_BACK,
                format!(
                    "CQUIN that is taken out of {} and CQUIN that is put back into it differ by {}.",
                    line.name(),
                    format::money(Ok(absolute(rest)))
                ),
            )
            .at(Table::BudgetLine, row.index(), "name")
            .figures([LINE_DEDUCTION.at([row.index(), MovementReason::Cquin as u32]), BASELINE.at([row.index()])])
        });
    }
}

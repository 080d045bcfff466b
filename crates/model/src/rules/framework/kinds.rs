use crate::calculation::{Dimension, ORGANISATION, YEAR, figures};
use crate::plan::{MovementReason, Table};

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
    /// What is put back into a line for one reason.
    LINE_ADD_BACK: money("framework.line.{}.add-back.{}", "{}: add-backs, {}", [LINE, REASON])
        by("CR01", "the sum of the movements", SOURCE)
    /// The sum of the gross budgets.
    TOTAL_GROSS: money("framework.total.gross", "Framework: gross", [])
        by("CR01", "the sum of the lines, where all are of one year", SOURCE)
    /// What is taken out of all lines for one reason.
    TOTAL_DEDUCTION: money("framework.total.deduction.{}", "Framework: deductions, {}", [REASON])
        by("CR01", "the sum of the lines, where all are of one year", SOURCE)
    /// The sum of the sub totals.
    TOTAL_SUB_TOTAL: money("framework.total.sub-total", "Framework: sub total", [])
        by("CR01", "the sum of the lines, where all are of one year", SOURCE)
    /// What is put back into all lines for one reason.
    TOTAL_ADD_BACK: money("framework.total.add-back.{}", "Framework: add-backs, {}", [REASON])
        by("CR01", "the sum of the lines, where all are of one year", SOURCE)
    /// The sum of the baseline proposals.
    TOTAL_BASELINE: money("framework.total.baseline-proposal", "Framework: baseline proposal", [])
        by("CR01", "the sum of the lines, where all are of one year", SOURCE)
    /// The sum of the gross budgets of a year.
    YEAR_GROSS: money("framework.year.{}.gross", "Framework of {}: gross", [YEAR])
        by("CR01", "the sum of the lines of the year", SOURCE)
    /// What is taken out of all lines of a year for one reason.
    YEAR_DEDUCTION: money("framework.year.{}.deduction.{}", "Framework of {}: deductions, {}", [YEAR, REASON])
        by("CR01", "the sum of the lines of the year", SOURCE)
    /// The sum of the sub totals of a year.
    YEAR_SUB_TOTAL: money("framework.year.{}.sub-total", "Framework of {}: sub total", [YEAR])
        by("CR01", "the sum of the lines of the year", SOURCE)
    /// What is put back into all lines of a year for one reason.
    YEAR_ADD_BACK: money("framework.year.{}.add-back.{}", "Framework of {}: add-backs, {}", [YEAR, REASON])
        by("CR01", "the sum of the lines of the year", SOURCE)
    /// The sum of the baseline proposals of a year.
    YEAR_BASELINE: money("framework.year.{}.baseline-proposal", "Framework of {}: baseline proposal", [YEAR])
        by("CR01", "the sum of the lines of the year", SOURCE)
    /// The sum of the gross budgets of an organisation in a year.
    OF_GROSS: money("framework.of.{}.{}.gross", "{}, {}: gross budgets", [ORGANISATION, YEAR])
        by("CR01", "the sum of its lines of the year", SOURCE)
    /// What is taken out of the budgets of an organisation for savings, where all of them are given.
    OF_QIPP: money("framework.of.{}.{}.qipp", "{}, {}: QIPP taken out of its budgets", [ORGANISATION, YEAR])
        by("CR01", "the sum of the movements of its lines, or else of the lines of all its parts", SOURCE)
    /// What the schemes of the whole plan save in a year of the framework, gross.
    SCHEMES_GROSS: money("framework.year.{}.schemes-gross", "Framework of {}: gross saving of the schemes", [YEAR])
        by("CR62", "the gross saving of the only list of the year", SOURCE)
    /// The same, net.
    SCHEMES_NET: money("framework.year.{}.schemes-net", "Framework of {}: net saving of the schemes", [YEAR])
        by("CR62", "the net saving of the only list of the year", SOURCE)
    /// The sum of the sub totals of an organisation in a year.
    OF_SUB_TOTAL: money("framework.of.{}.{}.sub-total", "{}, {}: sub total of its budgets", [ORGANISATION, YEAR])
        by("CR01", "the sum of its lines of the year", SOURCE)
    /// The sum of the baseline proposals of an organisation in a year.
    OF_BASELINE: money("framework.of.{}.{}.baseline-proposal", "{}, {}: baseline proposal", [ORGANISATION, YEAR])
        by("CR01", "the sum of its lines of the year", SOURCE)
}

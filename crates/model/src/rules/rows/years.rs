//! Years that lie outside those of the plan, in tables that are about what is planned and not about the past.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "reserves": [{"id": "r", "name": "Contingency", "year": "2051/52", "amount": "5", "unit": "£m"}]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "year-outside-the-plan"));
//! ```

use crate::calculation::{Finding, Ledger};
use crate::plan::{Content, FinancialYear, Gate, GateState, Id, Milestone, MilestoneStatus, Plan, Row, Table};
use crate::rules::common_findings::YEAR_OUTSIDE_THE_PLAN;
use crate::rules::folder::without_figures;

without_figures! {}

/// The tables whose rows are of a year of the plan, or of its base year, and that no other rule holds to it.
const OF_THE_PLAN: &[Table] = &[
    Table::BudgetLine,
    Table::ResourceLimit,
    Table::MediumTermYear,
    Table::Reserve,
    Table::SavingsDelivery,
    Table::AccountLine,
    Table::ProviderFinance,
    Table::ImprovementComponent,
    Table::ChildPlan,
    Table::Contract,
    Table::MonitoredLine,
    Table::WorkforceImpact,
    Table::Challenge,
    Table::PerformancePayment,
    Table::Allocation,
    Table::Funding,
    Table::VersionFigure,
    Table::WorkforceYear,
];

/// Those of them that may also say what was before the base year.
const MAY_LIE_BEFORE: &[Table] = &[Table::Allocation, Table::Funding, Table::VersionFigure, Table::WorkforceYear];

/// What is done or looked at while the plan runs, and the column that says when.
const DATED: &[(Table, &str)] = &[
    (Table::Measure, "due"),
    (Table::Milestone, "due"),
    (Table::TrajectoryPoint, "due"),
    (Table::ReviewSchedule, "first"),
    (Table::Gate, "due"),
    (Table::WorkforceImpact, "due"),
    (Table::PlanDetails, "as_of"),
    (Table::PlanDetails, "version_date"),
    (Table::PlanDetails, "published"),
];

/// Reports years before the base year, and after the last year of the plan and the one that follows it.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.as_written;
    let Some(details) = plan.details().filter(|_| ledger.wants_findings()) else { return };
    let (first, last) = (details.base_year().min(details.first_year()), details.last_year());
    let of_years = OF_THE_PLAN.iter().map(|table| (*table, "year"));
    for (table, name) in of_years.chain(DATED.iter().copied()) {
        let Some(column) = table.column(name) else { continue };
        for row in (0..plan.store(table).rows()).filter(|row| !is_past(plan, table, *row)) {
            let (year, verb) = match plan.content_at(table, row, column) {
                Content::Year(year) => (Some(year), "is for"),
                Content::Due(due) => (due.last_day().financial_year(), "is dated"),
                Content::Date(date) => (date.financial_year(), "is dated"),
                Content::Month(month) => (month.financial_year(), "begins in"),
                _ => continue,
            };
            // What lies in no financial year at all is an error of its own.
            let may_lie_before = MAY_LIE_BEFORE.contains(&table);
            if year.is_none_or(|year| (may_lie_before || first <= year) && year <= last.next()) {
                continue;
            }
            let written = plan.written_cell(table, row, name).unwrap_or_default();
            // The plan has several days: which of them it is has to be said.
            let what = match table {
                Table::PlanDetails => format!("The plan ({})", name.replace('_', " ")),
                _ => format!("{} ({})", plan.row_words(table, row), table.words()),
            };
            let first_year = details.first_year();
            let message = format!("{what} {verb} {written}: the plan is for {first_year} to {last}.");
            ledger.report(|| Finding::of(&YEAR_OUTSIDE_THE_PLAN, message).at(table, row, name));
        }
    }
    report_reached_before(ledger, first);
}

/// Milestones that are due in the plan and were reached before its base year, which nobody could know then.
fn report_reached_before(ledger: &mut Ledger<'_>, first: FinancialYear) {
    for (row, milestone) in ledger.as_written.milestones.iter() {
        let (Some(due), Some(reached)) = (milestone.due(), milestone.reached()) else { continue };
        let lies_before = |year: Option<FinancialYear>| year.is_some_and(|year| year < first);
        if lies_before(due.last_day().financial_year()) || !lies_before(reached.financial_year()) {
            continue;
        }
        let message = format!(
            "{} (milestones) is due by {}, and was reached on {}, before the base year of the plan.",
            milestone.name(),
            due.words(),
            reached.words()
        );
        ledger.report(|| {
            Finding::of(&YEAR_OUTSIDE_THE_PLAN, message)
                .at(Table::Milestone, row.index(), "reached")
                .advise("Correct the day on which it was reached, or the day by which it is due.")
        });
    }
}

/// Whether a row is about something that is done: it may lie before the plan.
fn is_past(plan: &Plan, table: Table, row: u32) -> bool {
    let is_reached = |milestone: Row<'_, Milestone>| {
        milestone.reached().is_some() || milestone.status() == Some(MilestoneStatus::Achieved)
    };
    let is_passed = |gate: Row<'_, Gate>| gate.state() == Some(GateState::Passed);
    match table {
        Table::Milestone => plan.milestones.get(Id::at(row)).is_some_and(is_reached),
        Table::Gate => plan.gates.get(Id::at(row)).is_some_and(is_passed),
        _ => false,
    }
}

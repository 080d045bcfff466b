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
use crate::plan::{Content, Table};
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
];

/// Reports years before the base year, and after the last year of the plan and the one that follows it.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.as_written;
    let Some(details) = plan.details().filter(|_| ledger.wants_findings()) else { return };
    let (first, last) = (details.base_year().min(details.first_year()), details.last_year());
    for table in OF_THE_PLAN {
        let Some(column) = table.column("year") else { continue };
        for row in 0..plan.store(*table).rows() {
            let Content::Year(year) = plan.content_at(*table, row, column) else { continue };
            if first <= year && year <= last.next() {
                continue;
            }
            let message = format!(
                "{} ({}) is for {year}: the plan is for {} to {last}.",
                plan.row_words(*table, row),
                table.words(),
                details.first_year()
            );
            ledger.report(|| Finding::of(&YEAR_OUTSIDE_THE_PLAN, message).at(*table, row, "year"));
        }
    }
}

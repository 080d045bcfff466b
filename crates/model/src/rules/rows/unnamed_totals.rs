//! The row of an organisation that is the sum of all others beside it, in every column: that of the system beside its trusts,
//! where nothing says that they belong to it. That of a provider may be as large as others together.
//!
//! One column alone may be the sum of the others by chance, and is not asked about.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "organisations": [{"id": "a", "name": "A", "kind": "nhs-trust"}, {"id": "b", "name": "B", "kind": "nhs-trust"},
//!                       {"id": "s", "name": "System", "kind": "integrated-care-board"}],
//!     "beds": [{"provider": "a", "now": "400", "plan": "390"}, {"provider": "b", "now": "300", "plan": "300"},
//!              {"provider": "s", "now": "700", "plan": "690"}]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "total-among-its-rows"));
//! ```

use super::totals::{Sum, names_all};
use super::twice::TOTAL_AMONG_ITS_ROWS;
use crate::calculation::{Finding, Ledger};
use crate::plan::{ColumnKind, Table};
use crate::quantity::InOrder;
use crate::rules::folder::without_figures;
use crate::rules::schemes::provides;
use crate::rules::whole_and_parts::Organisations;

without_figures! {}

/// The tables that are added up over organisations, the column of the organisation, and what else a row is about.
const TABLES: &[(Table, &str, &[&str])] = &[
    (Table::ProviderBeds, "provider", &[]),
    (Table::SavingsDelivery, "organisation", &["year"]),
    (Table::ProviderFinance, "organisation", &["year"]),
    (Table::MediumTermYear, "organisation", &["year"]),
    (Table::ResourceLimit, "organisation", &["year"]),
];

/// The fewest columns that are sums: one may be by chance.
const FEWEST: usize = 2;

/// Reports each of them.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let tree = Organisations::of(ledger.plan);
    for (table, organisation, about) in TABLES {
        report(ledger, &tree, (*table, organisation), about);
    }
}

fn report(ledger: &mut Ledger<'_>, tree: &Organisations, (table, name): (Table, &'static str), about: &[&str]) {
    let plan = ledger.plan;
    let store = plan.store(table);
    let Some(organisation) = table.column(name) else { return };
    let code = |row: u32| store.column(organisation).code(row);
    let about: Vec<usize> = about.iter().filter_map(|name| table.column(name)).collect();
    let subject = |row: u32| -> Vec<Option<u32>> { about.iter().map(|at| store.column(*at).code(row)).collect() };
    let rows = (0..store.rows()).filter(|row| store.counts(*row));
    let mut rows: Vec<(Vec<Option<u32>>, u32)> = rows.map(|row| (subject(row), row)).collect();
    rows.order_by(Ord::cmp);
    let adds_up = |kind| matches!(kind, ColumnKind::Money | ColumnKind::Count | ColumnKind::Measured);
    let columns = table.columns().iter().enumerate().filter(|(_, column)| adds_up(column.kind));
    let columns: Vec<usize> = columns.map(|(at, _)| at).collect();
    for same in rows.chunk_by(|left, right| left.0 == right.0) {
        let rows: Vec<u32> = same.iter().map(|(_, row)| *row).collect();
        let all: Vec<Sum> = columns.iter().map(|at| Sum::of(plan, table, *at, &rows)).collect();
        let is_total = |row: &u32| {
            let mut sums = 0;
            for (at, all) in columns.iter().zip(&all) {
                let own = Sum::of(plan, table, *at, &[*row]);
                let others = all.without(&own);
                if own.is_sum_of(&others) {
                    sums += 1;
                } else if !own.is_of_nothing() || !others.is_of_nothing() {
                    return false;
                }
            }
            sums >= FEWEST
        };
        // A large trust may be as large as two small ones. What belongs to an organisation is a part of it, and a row that is
        // called a total is reported as one.
        let is_known = |row: u32| {
            let Some(own) = code(row).filter(|own| !provides(plan, *own)) else { return true };
            let mut others = rows.iter().filter(|other| **other != row).filter_map(|other| code(*other));
            others.any(|other| tree.are_related(own, other))
                || plan.title(Table::Organisation, own).is_some_and(names_all)
        };
        for row in rows.iter().copied().filter(|row| is_total(row) && !is_known(*row)) {
            let (words, table_words) = (plan.row_words(table, row), table.words());
            let message = format!("{words} is the sum of all other rows of {table_words}, and counts as one of them.");
            ledger.report(|| {
                Finding::of(&TOTAL_AMONG_ITS_ROWS, message)
                    .at(table, row, name)
                    .advise("Take the row out, or give it as the parent of the organisations that belong to it.")
            });
        }
    }
}

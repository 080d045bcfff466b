//! Savings that are said to come back every year, and end before the next.

use crate::calculation::{Finding, Ledger, findings_of_part};
use crate::plan::{Scheme, Table};

findings_of_part! {
    /// A saving is said to come back every year, and its scheme ends with the year of its list or before: it is counted with
    /// what is recurrent, and saves nothing in the years after. One that comes back for some years and then ends is not
    /// asked about.
    RECURRENT_AND_ENDS: warning(
        "recurrent-and-ends",
        "Empty the end where the saving goes on, or say that it is not recurrent."
    )
}

/// Reports each of them.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if plan.schemes.is_unused(Scheme::end) || plan.schemes.is_unused(Scheme::recurrent) {
        return;
    }
    for (row, scheme) in plan.schemes.iter().filter(|(_, scheme)| scheme.recurrent() == Some(true)) {
        let Some((end, list)) = scheme.end().zip(plan.scheme_lists.get(scheme.list())) else { continue };
        if end > list.year().first_month().later(11) {
            continue;
        }
        let message = format!(
            "\"{}\" is recurrent and ends in {}: it saves nothing after {}.",
            scheme.name(),
            end.words(),
            list.year()
        );
        ledger.report(|| {
            let finding = Finding::of(&RECURRENT_AND_ENDS, message).at(Table::Scheme, row.index(), "end");
            finding.at(Table::Scheme, row.index(), "recurrent")
        });
    }
}

//! The budget of a commissioner, which stands beside each of the shares of it: it is one.

use crate::calculation::{Finding, Ledger, findings_of_part, format};
use crate::plan::Table;
use crate::quantity::InOrder;

findings_of_part! {
    /// The shares of a commissioner are said to be of different budgets.
    BUDGETS_OF_COMMISSIONER_DIFFER: warning(
        "budgets-of-commissioner-differ",
        "The shares are of one budget: correct the row in which it is another."
    )
}

/// Reports commissioners whose budget is given with values that rounding cannot bring together.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    let rows = plan.spend_shares.iter().filter_map(|(_, row)| Some((row.commissioner().index(), row.budget()?)));
    let mut rows: Vec<_> = rows.collect();
    rows.order_by_key(|(of, budget)| (*of, budget.fixed(), budget.address().row));
    for same in rows.chunk_by(|left, right| left.0 == right.0) {
        let Some(((of, least), (_, most))) = same.first().zip(same.last()) else { continue };
        if !least.fixed().plus(least.half_unit()).is_below(most.fixed().minus(most.half_unit())) {
            continue;
        }
        let message = format!(
            "The budget of {} is {} in one row and {} in another.",
            plan.title(Table::Organisation, *of).unwrap_or_default(),
            format::amount(least.get()),
            format::amount(most.get())
        );
        let cells = same.iter().map(|(_, budget)| budget.address());
        ledger.report(|| Finding::of(&BUDGETS_OF_COMMISSIONER_DIFFER, message).at_cells(cells));
    }
}

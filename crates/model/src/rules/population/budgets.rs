//! The budget of a commissioner, which stands beside each of the shares of it: it is one.

use crate::calculation::{Finding, Ledger, Unit, findings_of_part, format};
use crate::plan::{NumberCell, Table};
use crate::quantity::{Amount, InOrder};

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
    rows.order_by_key(|(of, budget)| (*of, budget.address().row));
    for same in rows.chunk_by(|left, right| left.0 == right.0) {
        // What is printed roughly reaches far: the two that are farthest apart are the lowest end and the highest beginning.
        let end = |budget: &NumberCell<Amount>| budget.fixed().plus(budget.half_unit());
        let begin = |budget: &NumberCell<Amount>| budget.fixed().minus(budget.half_unit());
        let budgets = || same.iter().map(|(_, budget)| *budget);
        // Two that reach as far may be written in different units: then the words decide, and not the rows.
        let least = budgets().min_by_key(|budget| (end(budget), budget.fixed(), format::pounds(budget.get())));
        let most = budgets().max_by_key(|budget| (begin(budget), budget.fixed(), format::pounds(budget.get())));
        let (Some((of, _)), Some((least, most))) = (same.first(), least.zip(most)) else { continue };
        if !end(&least).is_below(begin(&most)) {
            continue;
        }
        let message = format!(
            "The budget of {} is {} in one row and {} in another.",
            plan.title(Table::Organisation, *of).unwrap_or_default(),
            format::pounds(least.get()),
            format::pounds(most.get())
        );
        let cells = same.iter().map(|(_, budget)| budget.address());
        let apart = (least.get().pounds(), most.get().pounds());
        let finding = || Finding::of(&BUDGETS_OF_COMMISSIONER_DIFFER, message).at_cells(cells);
        ledger.report(|| finding().between(Ok(apart.1), Ok(apart.0), Unit::Money));
    }
}

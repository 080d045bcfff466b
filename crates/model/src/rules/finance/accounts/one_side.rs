//! Accounts of a year that have one side alone.

use crate::calculation::{Finding, Ledger, findings_of_part};
use crate::plan::{FinancialYear, Table};
use std::collections::BTreeMap;

findings_of_part! {
    /// An organisation gives one side of its account of a year, and both of another year.
    ACCOUNT_WITHOUT_A_SIDE: warning(
        "account-without-a-side",
        "Correct the year of the lines, or give those of the other side."
    )
}

/// A line of an account, by its identifier.
type Line<'a> = (Option<&'a str>, u32);

/// Years of which an organisation gives one side of its account, where it gives both of another: a line of a wrong year.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    // Of each side the line whose identifier comes first, whatever the order of the rows.
    let mut sides: BTreeMap<(u32, FinancialYear), [Option<Line<'_>>; 2]> = BTreeMap::new();
    for (at, row) in plan.income_and_expenditure.iter() {
        let (Some(organisation), Some(year), Some(side)) = (row.organisation(), row.year(), row.side()) else {
            continue;
        };
        if let Some(first) = sides.entry((organisation.index(), year)).or_default().get_mut(side as usize) {
            let line = (plan.identifier(Table::AccountLine, at.index()), at.index());
            *first = Some(first.map_or(line, |first| first.min(line)));
        }
    }
    let mut whole: Vec<u32> = sides
        .iter()
        .filter(|(_, sides)| sides.iter().all(Option::is_some))
        .map(|((organisation, _), _)| *organisation)
        .collect();
    whole.dedup();
    for ((organisation, year), lines) in sides {
        let (row, is_without) = match lines {
            [Some((_, row)), None] => (row, "expenditure"),
            [None, Some((_, row))] => (row, "income"),
            _ => continue,
        };
        if whole.binary_search(&organisation).is_err() {
            continue;
        }
        let message = format!(
            "The account of {} of {year} has no line of {is_without}, and so no surplus.",
            plan.title(Table::Organisation, organisation).unwrap_or_default()
        );
        ledger.report(|| Finding::of(&ACCOUNT_WITHOUT_A_SIDE, message).at(Table::AccountLine, row, "year"));
    }
}

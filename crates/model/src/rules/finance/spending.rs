//! Savings against what is spent: nobody can save more.

use super::medium_term::EXPENDITURE;
use super::member_plans::CHILD_PLANS;
use super::resource_limit::RESOURCE_LIMIT;
use super::savings_delivery::REQUIREMENT_ALL;
use crate::calculation::{FigureKey, Finding, Ledger, Number, format};
use crate::plan::{Id, OrganisationKind};
use crate::rules::common_findings::SAVINGS_ABOVE_SPENDING;
use crate::rules::folder::without_figures;
use crate::rules::framework::YEAR_GROSS;
use crate::rules::savings::TOTAL_YEAR;
use crate::rules::schemes::LIST_GROSS;

without_figures! {}

/// Reports savings of a year that are larger than what is spent in it.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    for kind in [&TOTAL_YEAR, &REQUIREMENT_ALL, &CHILD_PLANS] {
        for (key, saved) in ledger.all(kind) {
            report(ledger, key, &saved, key.index.get(0));
        }
    }
    for (key, saved) in ledger.all(&LIST_GROSS) {
        let Some(list) = ledger.plan.scheme_lists.get(Id::at(key.index.get(0))) else { continue };
        // What a provider saves of its own costs is held against what it turns over, and is no part of this spending.
        let organisation = list.organisation().and_then(|organisation| ledger.plan.organisations.get(organisation));
        if organisation.and_then(|row| row.kind()).is_none_or(OrganisationKind::commissions) {
            report(ledger, key, &saved, u32::from(list.year().start()));
        }
    }
}

/// What is spent in a year: the gross budgets, or else the expenditure of the medium-term plan, or else the limit.
fn spending(ledger: &Ledger<'_>, year: u32) -> Option<(FigureKey, Number)> {
    let kinds = [&YEAR_GROSS, &EXPENDITURE, &RESOURCE_LIMIT];
    kinds.into_iter().find_map(|kind| {
        let number = ledger.figure(kind, [year]).filter(|number| !number.shown().is_zero())?;
        Some((kind.at([year]), number))
    })
}

fn report(ledger: &mut Ledger<'_>, key: FigureKey, saved: &Number, year: u32) {
    let Some((of, spent)) = spending(ledger, year) else { return };
    let spent = if spent.shown().is_negative() { spent.shown().negated() } else { spent.shown() };
    let above = saved.shown().minus(spent);
    let Ok(apart) = above.value() else { return };
    if above.is_negative() || above.is_zero() {
        return;
    }
    let message = format!(
        "{} is {}, and \"{}\" is {}: more is saved than is spent. Is the unit right?",
        key.label(ledger.plan),
        format::money(saved.shown().value()),
        of.label(ledger.plan),
        format::money(spent.value())
    );
    ledger.report_beyond_rounding(key, apart, || {
        Finding::of(&SAVINGS_ABOVE_SPENDING, message)
            .at_cells(key.place())
            .figures([key, of])
            .advise("Correct the unit or the amount of the saving or of the spending.")
    });
}

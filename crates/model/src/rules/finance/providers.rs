//! Providers: cost improvement, contracts, and whether they balance before and after the plan.
//!
//! * CR29: cost improvement in per cent of costs; surplus after the plan. CR31: contract after the plan =
//!   contract − what the schemes take out, those that come back in every
//!   year in which they are in force. CR57: what makes up a cost improvement.

mod kinds;
mod totals;

pub use kinds::files;
pub use kinds::{
    CONTRACT_GIVEN, CONTRACTS, IMPROVEMENT_DELIVERED, IMPROVEMENT_EXPECTED, IMPROVEMENT_FORECAST,
    IMPROVEMENT_FORECAST_ALL, IMPROVEMENT_FOUND, IMPROVEMENT_IDENTIFIED, IMPROVEMENT_MADE_UP, IMPROVEMENT_NEXT,
    IMPROVEMENT_NEXT_ALL, IMPROVEMENT_NEXT_PLAN, IMPROVEMENT_OUTTURN, IMPROVEMENT_PLAN, IMPROVEMENT_PLAN_ALL,
    IMPROVEMENT_PLANNED, INCOME_AFTER, KINDS, MADE_UP, NEW_INVESTMENT, PROVIDER_SURPLUS, SURPLUS_AFTER, TAKEN_OUT,
    TURNOVER, UNDER_OVER, VIABLE_TRUSTS,
};

use crate::calculation::{
    FigureIndex, FigureKey, Finding, Ledger, Number, Unit, findings, format, run_formulas, run_tests, split_before,
    summed, year_of,
};
use crate::parameters::IMPROVEMENT_FLOOR;
use crate::plan::{FinancialYear, Id, OrganisationKind, ProviderFinance, Row, Table};
use crate::quantity::InOrder;
use crate::rules::empty_cells::report_empty;
use crate::rules::finance::resource_limit::report_deficits;
use crate::rules::schemes::{not_known, report_unsaid, taken_out};
use kinds::{FORMULAS, TESTS};
use std::collections::BTreeSet;

findings! {
    /// A provider has a deficit; where its control total allows it, that is only worth knowing.
    PROVIDER_IN_DEFICIT: warning or information(
        "provider-in-deficit",
        "Agree how the provider comes back to balance, and look at what the plan takes from it; where it is no deficit, turn \
         the sign round: a deficit is negative."
    )
    /// A provider balances before the plan, and has a deficit after it.
    PROVIDER_IN_DEFICIT_AFTER_PLAN: warning(
        "provider-in-deficit-after-plan",
        "Agree with the provider which costs go with the income, or take less out."
    )
    /// A provider improves its costs by less than is required nationally: by its forecast, or where there is none by its
    /// plan, or by the parts of it; or by what it plans for the next year.
    IMPROVEMENT_BELOW_REQUIREMENT: information(
        "improvement-below-requirement",
        "Ask the provider how the requirement will be met."
    )
    ..kinds
}

/// Computes the finances of providers, and looks at who improves too little or falls into deficit.
pub fn run(ledger: &mut Ledger<'_>) {
    let (before, after) = split_before(FORMULAS, &INCOME_AFTER);
    run_formulas(ledger, before);
    let taken_out = taken_out(ledger);
    ledger.add(summed(&TAKEN_OUT, taken_out));
    for (about, cell) in not_known(ledger) {
        for kind in [&TAKEN_OUT, &INCOME_AFTER, &SURPLUS_AFTER] {
            ledger.lacks(kind.at(about), cell);
        }
    }
    run_formulas(ledger, after);
    totals::run(ledger);
    viable_trusts(ledger);
    report_improvement(ledger);
    report_deficits(ledger, &PROVIDER_SURPLUS, (&PROVIDER_IN_DEFICIT, "below"));
    if ledger.wants_findings() {
        report_unsaid(ledger);
        report_parts_of_nothing(ledger);
    }
    run_tests(ledger, TESTS);
}

/// A planned cost improvement whose parts are given, and not the costs of which they are parts.
fn report_parts_of_nothing(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let parts = plan.improvement_components.iter();
    let mut has_parts: Vec<_> = parts.map(|(_, part)| (part.organisation().index(), part.year())).collect();
    has_parts.order_by(Ord::cmp);
    let lacks_costs = |row: &Row<'_, ProviderFinance>| {
        let about = (row.organisation().index(), row.year());
        row.improvement_plan().is_some() && row.turnover().is_none() && has_parts.binary_search(&about).is_ok()
    };
    let rows = plan.provider_finances.iter().filter(|(_, row)| lacks_costs(row));
    let rows: Vec<u32> = rows.map(|(at, _)| at.index()).collect();
    let rests = "whether the parts of the cost improvement make what is planned";
    report_empty(ledger, Table::ProviderFinance, "turnover", &rows, rests);
}

/// Counts the trusts that balance, and reports those that the schemes bring into deficit.
fn viable_trusts(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut viable: Vec<(u32, usize)> = Vec::new();
    for (key, before) in ledger.all(&PROVIDER_SURPLUS) {
        let [organisation, year] = [key.index.get(0), key.index.get(1)];
        let kind = plan.organisations.get(Id::at(organisation)).and_then(|row| row.kind());
        if !matches!(kind, Some(OrganisationKind::NhsTrust | OrganisationKind::FoundationTrust)) {
            continue;
        }
        let after = ledger.figure(&SURPLUS_AFTER, [organisation, year]).unwrap_or(before);
        if after.is_fault() {
            continue;
        }
        let balances = !after.is_negative();
        match viable.iter_mut().find(|(of, _)| *of == year) {
            Some((_, count)) => *count += usize::from(balances),
            None => viable.push((year, usize::from(balances))),
        }
        if balances || before.shown().is_negative() {
            continue;
        }
        let message = format!(
            "{} balances in {} before the plan, and after it has a deficit of {}.",
            plan.title(Table::Organisation, organisation).unwrap_or_default(),
            year_of(year).map(|year| year.to_string()).unwrap_or_default(),
            format::in_unit(after.shown().negated().value(), Unit::Money)
        );
        ledger.report(|| {
            Finding::of(&PROVIDER_IN_DEFICIT_AFTER_PLAN, message)
                .at_cells(key.place())
                .figure(SURPLUS_AFTER.at([organisation, year]))
                .apart(after.shown().value().unwrap_or_default(), Unit::Money)
                .both_right()
        });
    }
    for (year, count) in viable {
        ledger.publish(&VIABLE_TRUSTS, [year], Number::counted(count, "trusts that balance"));
    }
}

/// A provider that improves its costs by less than is required, by its forecast, or else by its plan, or else by the parts of
/// it; and by what it plans for the next year. Commissioners are not held to it.
fn report_improvement(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let of_year = [&IMPROVEMENT_FORECAST, &IMPROVEMENT_PLANNED, &IMPROVEMENT_MADE_UP];
    let mut said: BTreeSet<FigureIndex> = BTreeSet::new();
    for kind in of_year {
        for (key, improvement) in ledger.all(kind) {
            if !improvement.is_fault() && said.insert(key.index) {
                report_below_floor(ledger, key, improvement, year_of(key.index.get(1)));
            }
        }
    }
    for (key, improvement) in ledger.all(&IMPROVEMENT_NEXT) {
        report_below_floor(ledger, key, improvement, year_of(key.index.get(1)).map(FinancialYear::next));
    }
}

fn report_below_floor(ledger: &mut Ledger<'_>, key: FigureKey, improvement: Number, year: Option<FinancialYear>) {
    let plan = ledger.plan;
    let kind = plan.organisations.get(Id::at(key.index.get(0))).and_then(|row| row.kind());
    let Some(floor) = ledger.parameter(&IMPROVEMENT_FLOOR, year) else { return };
    let below = improvement.shown().minus(floor.shown());
    let lacks = ledger.lacking().cell(key).is_some();
    // What is below nothing has a finding of its own.
    if lacks
        || improvement.is_negative()
        || kind.is_none_or(OrganisationKind::commissions)
        || below.is_fault()
        || !below.is_negative()
    {
        return;
    }
    // As many decimal places as it takes to tell the two percentages apart.
    let same = |places: &u32| {
        format::percent(improvement.shown().value(), *places) == format::percent(floor.shown().value(), *places)
    };
    let places = (2..10).find(|places| !same(places)).unwrap_or(10);
    let message = format!(
        "{} is {}, below the national requirement of {}.",
        key.label(plan),
        format::percent(improvement.shown().value(), places),
        format::percent(floor.shown().value(), places)
    );
    ledger.report(|| Finding::of(&IMPROVEMENT_BELOW_REQUIREMENT, message).at_cells(key.place()).figure(key));
}

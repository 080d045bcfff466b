//! What is taken out of budgets for savings, beside what the schemes of the same save: only where both are of the whole.

use super::{LINE_DEDUCTION, OF_QIPP, SCHEMES_GROSS, SCHEMES_NET, YEAR_DEDUCTION, years};
use crate::calculation::{Ledger, Number, NumberTotal, year_of};
use crate::plan::{
    BudgetLine, CellAddress, Id, MovementReason, OrganisationKind, Plan, ProviderFinance, Row, SavingPart, SchemeList,
    Table,
};
use crate::quantity::{Fixed, InOrder};
use crate::rules::savings::PART_YEAR;
use crate::rules::schemes::{LIST_GROSS, LIST_NET, OF_GROSS, Unsaid, parts_first};
use crate::rules::whole_and_parts::{Given, Organisations};

const QIPP: u32 = MovementReason::Qipp as u32;

/// Publishes both.
pub(super) fn run(ledger: &mut Ledger<'_>) {
    if ledger.plan.scheme_lists.is_unused(SchemeList::organisation) {
        of_whole_plan(ledger);
    } else {
        of_organisations(ledger);
    }
}

/// What is taken out of the budgets of each organisation that has lists: of its own lines, or else of those of its
/// parts where every part that commissions has lines. Lines of no organisation are those of the only one with lists.
fn of_organisations(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let tree = Organisations::of(plan);
    let rows = taken_out(ledger);
    let with_saving = ledger.all(&OF_GROSS);
    let with_saving = with_saving.iter().map(|(key, _)| *key);
    // A list of which no scheme says what it saves is a list all the same.
    let open = ledger.lacking().keys(&OF_GROSS);
    let mut with_lists: Vec<(u32, u32)> =
        with_saving.chain(open).map(|key| (key.index.get(1), key.index.get(0))).collect();
    with_lists.retain(|(_, of)| commissions(plan, *of));
    with_lists.order_by(Ord::cmp);
    with_lists.dedup();
    for of_year in with_lists.chunk_by(|left, right| left.0 == right.0) {
        let from = rows.partition_point(|(year, _)| of_year.first().is_some_and(|(of, _)| year < of));
        let rows = rows.get(from..).unwrap_or_default();
        let rows = rows.iter().take_while(|(year, _)| of_year.first().is_some_and(|(of, _)| year == of));
        let rows: Vec<Given> = rows.map(|(_, given)| *given).collect();
        for (year, of) in of_year {
            let own: Vec<Given> = match rows.as_slice() {
                [only] if only.organisation.is_none() && of_year.len() == 1 => vec![*only],
                all => {
                    let within = |given: &&Given| given.organisation.is_some_and(|part| tree.contains(*of, part));
                    all.iter().filter(within).copied().collect()
                }
            };
            let is_given =
                |part: u32| own.iter().any(|given| given.organisation.is_none_or(|has| tree.contains(part, has)));
            let mut parts = plan.organisations.iter().filter(|(_, row)| row.parent().map(Id::index) == Some(*of));
            let of_itself = own.iter().any(|given| given.organisation.is_none_or(|has| has == *of));
            let is_whole = of_itself
                || parts.all(|(part, row)| {
                    !row.kind().is_some_and(OrganisationKind::commissions) || is_given(part.index())
                });
            if !own.is_empty() && is_whole {
                ledger.publish(&OF_QIPP, [*of, *year], tree.sum(&own));
            }
        }
    }
}

fn commissions(plan: &Plan, organisation: u32) -> bool {
    plan.organisations.get(Id::at(organisation)).and_then(|row| row.kind()).is_some_and(OrganisationKind::commissions)
}

/// What is taken out of the lines of each organisation in each year, in the order of the years.
fn taken_out(ledger: &Ledger<'_>) -> Vec<(u32, Given)> {
    let plan = ledger.plan;
    let of_line = |((row, line), year): ((Id<BudgetLine>, Row<'_, BudgetLine>), Option<u32>)| {
        let amount = ledger.figure(&LINE_DEDUCTION, [row.index(), QIPP])?;
        Some((year?, line.organisation().map(Id::index), row.index(), amount))
    };
    let mut lines: Vec<(u32, Option<u32>, u32, Number)> =
        plan.budget_lines.iter().zip(years::of_lines(plan)).filter_map(of_line).collect();
    lines.order_by_key(|(year, organisation, row, _)| (*year, *organisation, *row));
    let mut rows = Vec::new();
    for of_one in lines.chunk_by(|left, right| (left.0, left.1) == (right.0, right.1)) {
        let Some((year, organisation, row, _)) = of_one.first() else { continue };
        let mut total = NumberTotal::default();
        of_one.iter().for_each(|(.., amount)| total.add(amount));
        let place = CellAddress { table: Table::BudgetLine, row: *row, column: "name" };
        let given = Given { organisation: *organisation, amount: total.finish(), half_unit: Fixed::ZERO, place };
        rows.push((*year, given));
    }
    rows
}

/// What the only list of a year saves, where no list says whose it is and no provider saves of its own.
fn of_whole_plan(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let unsaid = Unsaid::of(ledger);
    let tops = parts_first(plan).into_iter().filter(|(_, whole)| whole.is_none());
    let of_top = |(list, _): (Id<SchemeList>, _)| {
        plan.scheme_lists.get(list).map(|row| (u32::from(row.year().start()), list.index()))
    };
    let mut lists: Vec<(u32, u32)> = tops.filter_map(of_top).collect();
    lists.order_by(Ord::cmp);
    for of_year in lists.chunk_by(|left, right| left.0 == right.0) {
        let [(year, list)] = of_year else { continue };
        let of_providers = ledger.figure(&PART_YEAR, [SavingPart::Provider as u32, *year]);
        let own = |of: u32| !commissions(plan, of);
        let improves = plan.provider_finances.iter().any(|(_, row)| {
            Some(row.year()) == year_of(*year) && row.improvement_plan().is_some() && own(row.organisation().index())
        });
        let is_commissioners = !improves && of_providers.is_none_or(|saved| saved.is_zero());
        if !is_commissioners || ledger.figure(&YEAR_DEDUCTION, [*year, QIPP]).is_none() {
            continue;
        }
        for (kind, of_list) in [(&SCHEMES_GROSS, &LIST_GROSS), (&SCHEMES_NET, &LIST_NET)] {
            if let Some(saving) = ledger.figure(of_list, [*list]) {
                ledger.publish(kind, [*year], saving);
                // Of a provider that leaves its improvement open, schemes of the list may be its own.
                if let Some(cell) = unsaid.cell(Id::at(*list)).or_else(|| open_improvement(plan, *year)) {
                    ledger.lacks(kind.at([*year]), cell);
                }
            }
        }
    }
}

/// The empty cell of an organisation that plans no commissioning, and does not say by what it improves its costs in a year.
fn open_improvement(plan: &Plan, year: u32) -> Option<CellAddress> {
    let mut rows = plan.provider_finances.iter().filter(|(_, row)| Some(row.year()) == year_of(year));
    let is_open = |(_, row): &(_, Row<'_, ProviderFinance>)| {
        row.improvement_plan().is_none() && !commissions(plan, row.organisation().index())
    };
    let (row, _) = rows.find(is_open)?;
    Some(CellAddress { table: Table::ProviderFinance, row: row.index(), column: "improvement_plan" })
}

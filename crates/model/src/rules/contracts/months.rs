//! The months of a contract, each by its most final figures.
//!
//! A month may be given as an estimate, at flex and at freeze, cell by cell: the most final cell of each
//! column counts, and what is less final only shows what changed. It may be given for all commissioners
//! together or for each: where both are there, the row for all counts, and is held against the others. A row
//! may also hold what the year has brought so far.

mod columns;
mod contract_months;
mod message;
mod reports;
mod rows;

pub(super) use contract_months::{ContractMonths, MonthRow};

use super::CHANGED;
use crate::calculation::{FigureIndex, Ledger, Number, NumberTotal, findings_of_part, summed};
use crate::plan::Table;
use crate::quantity::{Fixed, InOrder, Month, Total};
use crate::rules::months_given::{Given, MonthsOfYear, counting, known};
use crate::rules::odd_months;
use columns::{BILLED_COLUMN, COLUMNS, PAID_COLUMN, lacks, most_final};
use contract_months::{commissioner, is_cumulative};
use reports::{about, report_another_unit, report_cumulative, report_digits, report_missing, report_parts};
use rows::rows_by_contract;

findings_of_part! {
    ..rows
    ..reports
}

/// Adds up the months of every contract, and says which they are.
pub(super) fn run<'a>(ledger: &mut Ledger<'a>) -> Vec<ContractMonths<'a>> {
    let mut all = rows_by_contract(ledger);
    let mut totals: Vec<Vec<(FigureIndex, Number)>> = COLUMNS.iter().map(|_| Vec::new()).collect();
    let mut parts: Vec<Vec<(FigureIndex, Number)>> = COLUMNS.iter().map(|_| Vec::new()).collect();
    let mut changed = Vec::new();
    for months in &mut all {
        for ((column, totals), parts) in COLUMNS.iter().zip(&mut totals).zip(&mut parts) {
            // What is billed comes first, and says which months the other columns have.
            let known = add_up(ledger, months, column.name, [totals, parts, &mut changed]);
            match column.name {
                BILLED_COLUMN => months.billed = known,
                PAID_COLUMN => months.paid = known,
                _ => {}
            }
        }
    }
    for ((column, totals), parts) in COLUMNS.iter().zip(totals).zip(parts) {
        ledger.add(summed(column.of_contract, totals));
        if let Some(kind) = column.of_commissioner {
            ledger.add(summed(kind, parts));
        }
    }
    ledger.add(summed(&CHANGED, changed));
    all
}

/// What the months of a contract give in one column.
#[derive(Default)]
struct GivenMonths {
    /// Of the contract: the row for all, or else those of each together.
    of_contract: Vec<Given>,
    /// Of each commissioner.
    of_each: Vec<(u32, Given)>,
    /// Whether there is a row for all.
    any_for_all: bool,
    /// What changed since the first figures.
    changed: Vec<Number>,
}

impl GivenMonths {
    fn of(ledger: &mut Ledger<'_>, rows: &[MonthRow<'_>], name: &'static str) -> Self {
        let mut found = Self::default();
        let same_month = |left: &MonthRow<'_>, right: &MonthRow<'_>| {
            left.1.month() == right.1.month() && is_cumulative(left.1) == is_cumulative(right.1)
        };
        for of_month in rows.chunk_by(same_month) {
            found.add_month(ledger, of_month, name);
        }
        found
    }

    /// Adds the rows of one month, or of the year up to it.
    fn add_month(&mut self, ledger: &mut Ledger<'_>, of_month: &[MonthRow<'_>], name: &'static str) {
        let (mut whole, mut each, mut rounding) = (None, NumberTotal::default(), Total::default());
        let mut largest: Option<(Fixed, u32, Given)> = None;
        let mut all_give = true;
        for of_one in of_month.chunk_by(|(_, left), (_, right)| commissioner(*left) == commissioner(*right)) {
            let Some((given, first_figures)) = most_final(of_one, name) else {
                all_give = false;
                lacks(ledger, of_one, name);
                continue;
            };
            if name == BILLED_COLUMN {
                self.changed.extend(first_figures.map(|first| given.number.minus(&first)));
            }
            let Some(organisation) = of_one.first().and_then(|(_, row)| commissioner(*row)) else {
                whole = Some(given);
                continue;
            };
            each.add(&given.number);
            rounding.add_fixed(given.half_unit);
            // Where what all have together is in doubt, the largest of them is the one to look at.
            let size = given.number.shown().maximum(given.number.shown().negated());
            let whose = |of| ledger.plan.identifier(Table::Organisation, of);
            let is_larger = |(other, of, _): &(Fixed, u32, Given)| {
                other.cmp(&size).then_with(|| whose(*of).cmp(&whose(organisation))).is_lt()
            };
            if largest.as_ref().is_none_or(is_larger) {
                largest = Some((size, organisation, given));
            }
            self.of_each.push((organisation, given));
        }
        let together =
            largest.map(|(.., largest)| Given { number: each.finish(), half_unit: rounding.finish_fixed(), ..largest });
        if let Some((whole, together)) = whole.zip(together).filter(|_| all_give && ledger.wants_findings()) {
            report_parts(ledger, name, &whole, &together);
        }
        self.any_for_all |= whole.is_some();
        self.of_contract.extend(whole.or(together));
    }
}

/// Asks about months that may be in another unit or have a digit too many.
fn ask(ledger: &mut Ledger<'_>, months: &mut ContractMonths<'_>, name: &'static str, of_contract: &[Given]) {
    if ![BILLED_COLUMN, PAID_COLUMN].contains(&name) {
        return;
    }
    let about = format!("{}, {name}", about(ledger, months.contract, None));
    odd_months::report(ledger, &about, months.year, of_contract);
    // The unit of a row is that of both columns: where one has been asked for it, the other says nothing more.
    months.unit_is_asked |= !months.unit_is_asked && report_another_unit(ledger, months, &about, of_contract);
    report_digits(ledger, months, &about, of_contract);
}

/// Adds up one column of the months of a contract: for the contract, for each commissioner, and what changed since the
/// first figures. Gives the months that are known.
fn add_up(
    ledger: &mut Ledger<'_>,
    months: &mut ContractMonths<'_>,
    name: &'static str,
    [totals, parts, changes]: [&mut Vec<(FigureIndex, Number)>; 3],
) -> MonthsOfYear {
    let subject = FigureIndex::new([months.contract]);
    let GivenMonths { mut of_contract, mut of_each, any_for_all, changed } =
        GivenMonths::of(ledger, &months.rows, name);
    changes.extend(changed.into_iter().map(|number| (subject, number)));
    ask(ledger, months, name, &of_contract);
    of_each.order_by_key(|(organisation, given)| (*organisation, given.month, given.cumulative));
    if name == BILLED_COLUMN && !any_for_all {
        months.until = last_of_all(&of_each);
    }
    let in_time = |given: &Given| months.until.is_none_or(|until| given.month <= until);
    of_contract.retain(in_time);
    let mut counted = known(months.year, &of_contract);
    for of_one in of_each.chunk_by(|left, right| left.0 == right.0) {
        let [(organisation, _), ..] = of_one else { continue };
        let given: Vec<Given> = of_one.iter().map(|(_, given)| *given).collect();
        let index = FigureIndex::new([months.contract, *organisation]);
        parts.extend(counting(&given).iter().map(|count| (index, count.number)));
        let of_contract: Vec<Given> = given.iter().copied().filter(in_time).collect();
        if !any_for_all {
            // Without a row for all, each commissioner's months count by themselves.
            totals.extend(counting(&of_contract).iter().map(|count| (subject, count.number)));
        }
        counted = counted.or(known(months.year, &of_contract));
        report_cumulative(ledger, months, name, &given, Some(*organisation));
    }
    if any_for_all {
        totals.extend(counting(&of_contract).iter().map(|given| (subject, given.number)));
        report_cumulative(ledger, months, name, &of_contract, None);
    }
    if name == BILLED_COLUMN {
        report_missing(ledger, months, counted, &of_contract, &of_each);
        months.given = of_contract;
    }
    counted
}

/// The last month that all commissioners give, where they give different ones; nothing where one of them gives only later
/// ones, as what the year has brought up to then.
fn last_of_all(of_each: &[(u32, Given)]) -> Option<Month> {
    let of_commissioners = || of_each.chunk_by(|left, right| left.0 == right.0);
    let until = of_commissioners().filter_map(|of_one| of_one.last().map(|(_, given)| given.month)).min()?;
    let all_have_some = of_commissioners().all(|of_one| of_one.iter().any(|(_, given)| given.month <= until));
    let some_have_more = of_each.iter().any(|(_, given)| until < given.month);
    (all_have_some && some_have_more).then_some(until)
}

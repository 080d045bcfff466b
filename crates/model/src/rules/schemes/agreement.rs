//! Do the places in which a plan states the same saving agree? They may mean different things
//! (gross or net, required or in the contract), so a difference is reported, never corrected.

use super::{GROSS, LIST_PROGRAMME, UNIDENTIFIED_SHARE};
use crate::calculation::{Finding, Ledger, format};
use crate::parameters::PROGRAMME_TOLERANCE;
use crate::plan::{Plan, Table};
use crate::quantity::{Decimal, Fault, InOrder, add, distance, subtract};
use crate::rules::savings::PROGRAMME_YEAR;

pub(super) fn compare(ledger: &mut Ledger<'_>) {
    compare_same_schemes(ledger);
    compare_programmes(ledger);
    report_unidentified(ledger);
}

fn pounds(amount: Result<Decimal, Fault>) -> String {
    format::money(amount)
}

/// The same scheme in two lists (S-20, S-22).
fn compare_same_schemes(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (row, scheme) in plan.schemes.iter() {
        let Some(other_row) = scheme.same_as() else { continue };
        let Some(other) = plan.schemes.get(other_row) else { continue };
        let (low, high) = (scheme.low().or(scheme.gross()), scheme.high().or(scheme.gross()));
        let (Some(low), Some(high), Some(theirs)) = (low, high, other.gross()) else { continue };
        let (low, high, theirs) = (low.get(), high.get(), theirs.get());
        if theirs.may_lie_between(low, high) {
            continue;
        }
        ledger.report(|| {
            Finding::warning(
                "same-scheme-different-saving",
                format!(
                    "The same scheme saves {} as \"{}\" and {} as \"{}\".",
                    if low == high {
                        format::amount(low)
                    } else {
                        format!("{} to {}", format::amount(low), format::amount(high))
                    },
                    scheme.name(),
                    format::amount(theirs),
                    other.name()
                ),
            )
            .at(Table::Scheme, row.index(), if scheme.gross().is_some() { "gross" } else { "low" })
            .at(Table::Scheme, other_row.index(), "gross")
            .figures([GROSS.at([row.index()]), GROSS.at([other_row.index()])])
            .advise("Say which of the two is the plan, or note why they measure different things.")
        });
    }
}

/// What a programme saves in a year against the schemes that belong to it (S-15 to S-19).
fn compare_programmes(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let tolerance =
        plan.details().and_then(|details| ledger.parameters.value(&PROGRAMME_TOLERANCE, details.first_year()));
    let tolerance = tolerance.map(|tolerance| tolerance.number).unwrap_or_default();
    let ranges = ranges(plan);
    // A list that is part of another is compared as part of that one.
    for (list_row, list) in plan.scheme_lists.iter().filter(|(_, list)| list.parent().is_none()) {
        for (programme_row, programme) in plan.programmes.iter() {
            let by_schemes = LIST_PROGRAMME.at([list_row.index(), programme_row.index()]);
            let by_programme = PROGRAMME_YEAR.at([programme_row.index(), u32::from(list.year().start())]);
            let schemes = ledger.figure(&LIST_PROGRAMME, [list_row.index(), programme_row.index()]);
            let stated = ledger.figure(&PROGRAMME_YEAR, [programme_row.index(), u32::from(list.year().start())]);
            let (Some(Ok(schemes)), Some(Ok(stated))) =
                (schemes.map(|n| n.shown().value()), stated.map(|n| n.shown().value()))
            else {
                continue;
            };
            // A difference below the tolerance is rounding; and where schemes give a range, the programme may lie
            // anywhere in it.
            let (mut low, mut high) = (schemes, schemes);
            let about = [list_row.index(), programme_row.index()];
            let first = ranges.partition_point(|(of, ..)| *of < about);
            for (_, below, above) in ranges.iter().skip(first).take_while(|(of, ..)| *of == about) {
                low = subtract(low, *below).unwrap_or(low);
                high = add(high, *above).unwrap_or(high);
            }
            let within = low <= stated && stated <= high;
            if within || distance(low, stated) < tolerance || distance(high, stated) < tolerance {
                continue;
            }
            ledger.report(|| {
                Finding::warning(
                    "programme-differs-from-its-schemes",
                    format!(
                        "{} saves {} in {} by the table of programmes, and {} by the schemes of \"{}\".",
                        programme.name(),
                        pounds(Ok(stated)),
                        list.year(),
                        pounds(Ok(schemes)),
                        list.name()
                    ),
                )
                .figures([by_programme, by_schemes])
                .advise("Say what each of the two measures, or find the schemes that are missing.")
            });
        }
    }
    report_idle_programmes(ledger);
}

/// For each scheme with a range: its list and programme, and how far the range goes below and above its saving;
/// sorted by list and programme. A range counts only in the list in which the scheme itself stands.
fn ranges(plan: &Plan) -> Vec<([u32; 2], Decimal, Decimal)> {
    let mut ranges = Vec::new();
    for (_, scheme) in plan.schemes.iter() {
        let (Some(programme), Some(low), Some(high)) = (scheme.programme(), scheme.low(), scheme.high()) else {
            continue;
        };
        let saving = scheme.gross().map_or(Decimal::ZERO, |gross| gross.get().pounds());
        let (below, above) = (subtract(saving, low.get().pounds()), subtract(high.get().pounds(), saving));
        if let (Ok(below), Ok(above)) = (below, above) {
            ranges.push(([scheme.list().index(), programme.index()], below, above));
        }
    }
    ranges.order_by_key(|(about, ..)| *about);
    ranges
}

/// A programme that saves nothing in any year (S-30).
fn report_idle_programmes(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (row, programme) in plan.programmes.iter() {
        let figure = ledger.figure(&crate::rules::savings::PROGRAMME, [row.index()]);
        if figure.is_some_and(|figure| figure.shown().is_zero()) {
            ledger.report(|| {
                Finding::information(
                    "programme-saves-nothing",
                    format!("{} saves nothing in any year of the plan.", programme.name()),
                )
                .at(Table::Programme, row.index(), "name")
                .figure(crate::rules::savings::PROGRAMME.at([row.index()]))
                .advise("Give its savings, or say that it is an enabler of others.")
            });
        }
    }
}

/// A list in which savings have no scheme yet (S-17).
fn report_unidentified(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (row, list) in plan.scheme_lists.iter() {
        let share = ledger.figure(&UNIDENTIFIED_SHARE, [row.index()]);
        let Some(share) = share.filter(|share| !share.shown().is_fault() && !share.shown().is_zero()) else { continue };
        ledger.report(|| {
            Finding::warning(
                "unidentified-savings",
                format!(
                    "{} of the savings of \"{}\" have no scheme yet.",
                    format::percent(share.shown().value(), 1),
                    list.name()
                ),
            )
            .figure(UNIDENTIFIED_SHARE.at([row.index()]))
            .advise("Find schemes for them, or plan without them.")
        });
    }
}

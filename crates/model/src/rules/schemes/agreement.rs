//! Do the places in which a plan states the same saving agree? They may mean different things
//! (gross or net, required or in the contract), so a difference is reported, never corrected.

use super::{GROSS, LIST_PROGRAMME, UNIDENTIFIED_SHARE};
use crate::calculation::{CellAddress, Finding, Ledger, Severity};
use crate::outcome::words;
use crate::plan::{Id, Table};
use crate::quantity::{Decimal, Fault, distance, whole};
use crate::rules::savings::PROGRAMME_YEAR;

pub(super) fn compare(ledger: &mut Ledger<'_>) {
    compare_same_schemes(ledger);
    compare_programmes(ledger);
    report_unidentified(ledger);
}

fn pounds(amount: Result<Decimal, Fault>) -> String {
    words::money(amount)
}

/// The same scheme in two lists (S-20, S-22).
fn compare_same_schemes(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (row, scheme) in plan.schemes.iter() {
        let Some(other_row) = scheme.same_as else { continue };
        let Some(other) = plan.schemes.get(other_row) else { continue };
        let (low, high) = (scheme.low.or(scheme.gross), scheme.high.or(scheme.gross));
        let (Some(low), Some(high), Some(theirs)) = (low, high, other.gross) else { continue };
        if theirs.may_lie_between(low, high) {
            continue;
        }
        let place = |row: Id<_>, column| CellAddress { table: Table::Scheme, row: row.index(), column };
        ledger.report(|| Finding {
            severity: Severity::Warning,
            code: "same-scheme-different-saving",
            places: vec![place(row, if scheme.gross.is_some() { "gross" } else { "low" }), place(other_row, "gross")],
            figures: vec![GROSS.about([row.index()]), GROSS.about([other_row.index()])],
            message: format!(
                "The same scheme saves {} as \"{}\" and {} as \"{}\".",
                if low == high {
                    words::amount(low)
                } else {
                    format!("{} to {}", words::amount(low), words::amount(high))
                },
                scheme.name,
                words::amount(theirs),
                other.name
            ),
            advice: "Say which of the two is the plan, or note why they measure different things.",
        });
    }
}

/// What a programme saves in a year against the schemes that belong to it (S-15 to S-19).
fn compare_programmes(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    // A list that is part of another is seen in the list that holds it.
    for (list_row, list) in plan.scheme_lists.iter().filter(|(_, list)| list.parent.is_none()) {
        for (programme_row, programme) in plan.programmes.iter() {
            let by_schemes = LIST_PROGRAMME.about([list_row.index(), programme_row.index()]);
            let by_programme = PROGRAMME_YEAR.about([programme_row.index(), u32::from(list.year.start())]);
            let schemes = ledger.figure(&LIST_PROGRAMME, [list_row.index(), programme_row.index()]);
            let stated = ledger.figure(&PROGRAMME_YEAR, [programme_row.index(), u32::from(list.year.start())]);
            let (Some(Ok(schemes)), Some(Ok(stated))) = (schemes.map(|n| n.value()), stated.map(|n| n.value())) else {
                continue;
            };
            // The lists print thousands, the programmes hundredths of a million: less than a
            // unit of the coarser one apart is rounding.
            if distance(schemes, stated) < whole(10_000) {
                continue;
            }
            ledger.report(|| Finding {
                severity: Severity::Warning,
                code: "programme-differs-from-its-schemes",
                places: Vec::new(),
                figures: vec![by_programme, by_schemes],
                message: format!(
                    "{} saves {} in {} by the table of programmes, and {} by the schemes of \"{}\".",
                    programme.name,
                    pounds(Ok(stated)),
                    list.year,
                    pounds(Ok(schemes)),
                    list.name
                ),
                advice: "Say what each of the two measures, or find the schemes that are missing.",
            });
        }
    }
    report_idle_programmes(ledger);
}

/// A programme that saves nothing in any year (S-30).
fn report_idle_programmes(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (row, programme) in plan.programmes.iter() {
        let figure = ledger.figure(&crate::rules::savings::PROGRAMME, [row.index()]);
        if figure.is_some_and(|figure| figure.value() == Ok(Decimal::ZERO)) {
            ledger.report(|| Finding {
                severity: Severity::Information,
                code: "programme-saves-nothing",
                places: vec![CellAddress { table: Table::Programme, row: row.index(), column: "name" }],
                figures: vec![crate::rules::savings::PROGRAMME.about([row.index()])],
                message: format!("{} saves nothing in any year of the plan.", programme.name),
                advice: "Give its savings, or say that it is an enabler of others.",
            });
        }
    }
}

/// A list in which savings have no scheme yet (S-17).
fn report_unidentified(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (row, list) in plan.scheme_lists.iter() {
        let share = ledger.figure(&UNIDENTIFIED_SHARE, [row.index()]);
        let Some(share) = share.filter(|share| share.value().is_ok_and(|share| !share.is_zero())) else { continue };
        ledger.report(|| Finding {
            severity: Severity::Warning,
            code: "unidentified-savings",
            places: Vec::new(),
            figures: vec![UNIDENTIFIED_SHARE.about([row.index()])],
            message: format!(
                "{} of the savings of \"{}\" have no scheme yet.",
                words::percent(share.value(), 1),
                list.name
            ),
            advice: "Find schemes for them, or plan without them.",
        });
    }
}

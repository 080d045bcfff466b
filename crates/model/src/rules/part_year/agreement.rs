//! Do the months and the two savings of a scheme agree? The saving of a whole year, the months in which the scheme is in
//! force, and the saving in the year of its list say one thing twice.

use super::{GROSS_DIFFERENCE, InForce, LOST_TO_DELAY, PART_YEAR};
use crate::calculation::{Finding, Ledger, format};
use crate::plan::{FinancialYear, Id, Row, Scheme, Table};
use crate::quantity::{Fixed, absolute, subtract};

/// Reports what contradicts itself in a scheme: at most one finding of each, the one that explains the others.
pub(super) fn report(ledger: &mut Ledger<'_>, delays: &[i32]) {
    for ((row, scheme), delay) in ledger.plan.schemes.iter().zip(delays.iter().copied()) {
        if scheme.delay().is_some_and(|delay| !delay.fixed().is_zero())
            && scheme.start().is_none()
            && scheme.full_year_effect().is_some()
        {
            ledger.report(|| {
                Finding::warning(
                    "delay-without-a-start",
                    format!(
                        "\"{}\" is late, but from when it was to save is not given: nothing is taken off its effect.",
                        scheme.name()
                    ),
                )
                .at(Table::Scheme, row.index(), "delay")
                .at(Table::Scheme, row.index(), "start")
                .advise("Give the month in which it was to start.")
            });
        }
        if ends_before_it_starts(ledger, row, scheme) {
            continue;
        }
        let Some(year) = ledger.plan.scheme_lists.get(scheme.list()).map(|list| list.year()) else { continue };
        if !is_in_force(ledger, row, scheme, year, delay) {
            continue;
        }
        report_difference(ledger, row, scheme, year);
    }
}

fn ends_before_it_starts(ledger: &mut Ledger<'_>, row: Id<Scheme>, scheme: Row<'_, Scheme>) -> bool {
    let (Some(start), Some(end)) = (scheme.start(), scheme.end()) else { return false };
    if start <= end {
        return false;
    }
    ledger.report(|| {
        Finding::error("end-before-start", format!("\"{}\" ends in {end}, before it starts in {start}.", scheme.name()))
            .at(Table::Scheme, row.index(), "end")
            .at(Table::Scheme, row.index(), "start")
            .advise("Correct the months.")
    });
    true
}

/// A scheme that gives a saving for a year in which it is not in force, as planned or because it is late.
fn is_in_force(
    ledger: &mut Ledger<'_>,
    row: Id<Scheme>,
    scheme: Row<'_, Scheme>,
    year: FinancialYear,
    delay: i32,
) -> bool {
    let saves = |cell: Option<Fixed>| cell.is_some_and(|saving| !saving.is_zero());
    let gross = scheme.gross().map(|gross| gross.fixed());
    if !saves(gross) && !saves(scheme.full_year_effect().map(|effect| effect.fixed())) {
        return true;
    }
    let planned = InForce::of(scheme, 0, Some(year));
    let months = |in_force: InForce| in_force.months(year).unwrap_or_default();
    if months(planned) == 0 {
        let why = match (scheme.start(), scheme.end()) {
            (Some(start), _) if start > year.first_month().later(11) => format!("starts only in {start}"),
            (_, Some(end)) if end < year.first_month() => format!("ends in {end}"),
            (Some(start), _) => format!("starts in {start} and does not come back in later years"),
            _ => "is not in force then".to_owned(),
        };
        ledger.report(|| {
            Finding::warning(
                "not-in-force-in-its-year",
                format!("\"{}\" stands among the savings of {year}, but {why}.", scheme.name()),
            )
            .at(Table::Scheme, row.index(), if scheme.start().is_some() { "start" } else { "end" })
            .advise("Correct the months, or move it to the list of the year in which it saves.")
        });
        return false;
    }
    if delay > 0 && saves(gross) && months(InForce::of(scheme, delay, Some(year))) == 0 {
        let figures = [&PART_YEAR, &LOST_TO_DELAY].map(|kind| kind.at([row.index(), u32::from(year.start())]));
        let figures = figures.into_iter().filter(|figure| ledger.find(*figure).is_some()).collect::<Vec<_>>();
        ledger.report(|| {
            Finding::warning(
                "delayed-beyond-its-year",
                format!(
                    "\"{}\" counts {} in {year}, but is {delay} months late: it saves nothing in {year}.",
                    scheme.name(),
                    scheme.gross().map(|gross| format::amount(gross.get())).unwrap_or_default()
                ),
            )
            .at(Table::Scheme, row.index(), "gross")
            .figures(figures)
            .advise("Count what it still saves in the year, or say how the delay is made good.")
        });
    }
    true
}

/// The gross saving of the year against what follows from the saving of a whole year.
fn report_difference(ledger: &mut Ledger<'_>, row: Id<Scheme>, scheme: Row<'_, Scheme>, year: FinancialYear) {
    let key = GROSS_DIFFERENCE.at([row.index()]);
    let (Some(gross), Some(whole)) = (scheme.gross(), scheme.full_year_effect()) else { return };
    let difference = ledger.figure(&GROSS_DIFFERENCE, [row.index()]).map(|figure| figure.shown());
    let Some(Ok(apart)) = difference.filter(|difference| !difference.is_zero()).map(Fixed::value) else { return };
    let (saving, full_year) = (gross.fixed(), whole.fixed());
    // A plan that already counts the delay says what is left of the year.
    let left = ledger.figure(&PART_YEAR, [row.index(), u32::from(year.start())]).map(|left| left.shown());
    let reach = Fixed::from(gross.get().half_unit());
    if left.is_some_and(|left| !left.plus(reach).is_below(saving) && !saving.plus(reach).is_below(left)) {
        return;
    }
    let larger = if full_year.is_negative() { saving.is_below(full_year) } else { full_year.is_below(saving) };
    let months = InForce::of(scheme, 0, Some(year)).months(year).unwrap_or_default();
    let said = format!(
        "\"{}\" saves {} in {year}, and {} in a whole year",
        scheme.name(),
        format::amount(gross.get()),
        format::amount(whole.get())
    );
    let (code, words, advice) = if larger {
        (
            "saving-above-full-year-effect",
            format!("{said}: a year cannot bring more than a whole year."),
            "Correct one of the two, or their unit.",
        )
    } else if scheme.start().is_none() && scheme.end().is_none() {
        (
            "full-year-effect-without-a-start",
            format!(
                "{said}, but from when it is in force is not given: it is taken as in force for the whole of {year}."
            ),
            "Give the month in which it starts.",
        )
    } else {
        (
            "gross-differs-from-part-year-effect",
            format!(
                "{said}; {months} of 12 months make {}.",
                format::money(subtract(saving.value().unwrap_or_default(), apart))
            ),
            "Correct the saving, the saving of a whole year or the months, or say in the basis why the months differ.",
        )
    };
    ledger.report_beyond_rounding(key, absolute(apart), || {
        let finding = if code == "full-year-effect-without-a-start" {
            Finding::information(code, words)
        } else {
            Finding::warning(code, words)
        };
        finding
            .at(Table::Scheme, row.index(), "gross")
            .at(Table::Scheme, row.index(), "full_year_effect")
            .figure(key)
            .advise(advice)
    });
}

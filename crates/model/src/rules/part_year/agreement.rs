//! Do the months and the two savings of a scheme agree? The saving of a whole year, the months in which the scheme is in
//! force, and the saving in the year of its list say one thing twice.

use super::{GROSS_DIFFERENCE, InForce, LOST_TO_DELAY, PART_YEAR, added_to_year_before, is_near};
use crate::calculation::{Finding, Ledger, Number, findings_of_part, format};
use crate::plan::{FinancialYear, Id, Plan, Row, Scheme, Table};
use crate::quantity::{Decimal, Fixed, InOrder, absolute, subtract};
use crate::rules::delays::own_delay;
use std::collections::BTreeMap;

findings_of_part! {
    /// A scheme ends before it starts.
    END_BEFORE_START: error("end-before-start", "Correct the months.")
    /// A scheme saves in the year of its list, and its months lie outside that year.
    NOT_IN_FORCE_IN_ITS_YEAR: warning(
        "not-in-force-in-its-year",
        "Correct the months, or move it to the list of the year in which it saves."
    )
    /// A scheme was to save in a year and is so late that none of that year is left.
    DELAYED_BEYOND_ITS_YEAR: warning(
        "delayed-beyond-its-year",
        "Move it to the list of the year in which it saves, or settle the finding with a note of how the delay is \
         made good."
    )
    /// A scheme saves more in its year than in a whole year.
    SAVING_ABOVE_FULL_YEAR_EFFECT: warning("saving-above-full-year-effect", "Correct one of the two, or their unit.")
    /// A scheme saves another amount in its year than in a whole year, and from when it is in force is not given.
    FULL_YEAR_EFFECT_WITHOUT_A_START: information(
        "full-year-effect-without-a-start",
        "Give the month in which it starts."
    )
    /// What a scheme saves in its year is not the part of a whole year that its months are, and rounding does not
    /// explain it.
    GROSS_DIFFERS_FROM_PART_YEAR_EFFECT: warning(
        "gross-differs-from-part-year-effect",
        "Correct the saving, the saving of a whole year or the months; where the months do differ, such as in a late start that \
         grows, settle the finding with a note why."
    )
}

/// How many months late a scheme is, and the names of what it waits for.
struct Late<'a> {
    months: i32,
    waits_for: &'a [String],
}

/// Reports what contradicts itself in a scheme of those to look at: at most one finding of each, the one that explains
/// the others.
pub(super) fn report(ledger: &mut Ledger<'_>, delays: &[i32], to_look_at: &[u32]) {
    let waits_for = if delays.iter().any(|delay| *delay > 0) { waits_for(ledger.plan) } else { BTreeMap::new() };
    for row in to_look_at.iter().copied().map(Id::at) {
        let Some(scheme) = ledger.plan.schemes.get(row) else { continue };
        let late = Late {
            months: delays.get(row.position()).copied().unwrap_or_default(),
            waits_for: waits_for.get(&row.index()).map(Vec::as_slice).unwrap_or_default(),
        };
        if ends_before_it_starts(ledger, row, scheme) {
            continue;
        }
        let Some(year) = ledger.plan.scheme_lists.get(scheme.list()).map(|list| list.year()) else { continue };
        if !is_in_force(ledger, row, scheme, year, &late) {
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
        Finding::of(
            &END_BEFORE_START,
            format!("\"{}\" ends in {}, before it starts in {}.", scheme.name(), end.words(), start.words()),
        )
        .at(Table::Scheme, row.index(), "end")
        .at(Table::Scheme, row.index(), "start")
    });
    true
}

/// A scheme that gives a saving for a year in which it is not in force, as planned or because it is late.
fn is_in_force(
    ledger: &mut Ledger<'_>,
    row: Id<Scheme>,
    scheme: Row<'_, Scheme>,
    year: FinancialYear,
    late: &Late<'_>,
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
            (Some(start), _) if start > year.first_month().later(11) => format!("starts only in {}", start.words()),
            (_, Some(end)) => format!("ends in {}", end.words()),
            (Some(start), _) => format!("starts in {} and does not come back in later years", start.words()),
            _ => "is not in force then".to_owned(),
        };
        ledger.report(|| {
            Finding::of(
                &NOT_IN_FORCE_IN_ITS_YEAR,
                format!("\"{}\" stands among the savings of {year}, but {why}.", scheme.name()),
            )
            .at(Table::Scheme, row.index(), if scheme.start().is_some() { "start" } else { "end" })
        });
        return false;
    }
    if months(InForce::of(scheme, late.months, Some(year))) == 0 {
        let figures = [&PART_YEAR, &LOST_TO_DELAY].map(|kind| kind.at([row.index(), u32::from(year.start())]));
        let figures = figures.into_iter().filter(|figure| ledger.find(*figure).is_some()).collect::<Vec<_>>();
        let (delay, because) = (late.months, because_of(scheme, late));
        ledger.report(|| {
            Finding::of(
                &DELAYED_BEYOND_ITS_YEAR,
                format!(
                    "\"{}\" was to save {} in {year}, but is {delay} months late{}: nothing of it counts in {year}.",
                    scheme.name(),
                    planned_saving(scheme, planned, year),
                    because
                ),
            )
            .at(Table::Scheme, row.index(), if saves(gross) { "gross" } else { "full_year_effect" })
            .figures(figures)
        });
    }
    true
}

/// Why a scheme is later than it is by itself, in words: what it waits for. Nothing where it is late by itself.
fn because_of(scheme: Row<'_, Scheme>, late: &Late<'_>) -> String {
    if own_delay(scheme) >= late.months || late.waits_for.is_empty() {
        return String::new();
    }
    format!(", for it waits for {}", format::some_of(late.waits_for, 3, ", "))
}

/// The names of what each scheme waits for, in ascending order, by its row.
fn waits_for(plan: &Plan) -> BTreeMap<u32, Vec<String>> {
    let mut names: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for (_, dependency) in plan.dependencies.iter() {
        let scheme = dependency.on_scheme().and_then(|of| plan.title(Table::Scheme, of.index()));
        let milestone = dependency.on_milestone().and_then(|of| plan.title(Table::Milestone, of.index()));
        if let Some(name) = scheme.or(milestone) {
            names.entry(dependency.scheme().index()).or_default().push(format!("\"{name}\""));
        }
    }
    names.values_mut().for_each(|names| names.order_by(Ord::cmp));
    names
}

/// What a scheme was to save in a year, in words: as the plan gives it, or as its months make it.
fn planned_saving(scheme: Row<'_, Scheme>, planned: InForce, year: FinancialYear) -> String {
    match scheme.gross().filter(|gross| !gross.fixed().is_zero()) {
        Some(gross) => format::pounds(gross.get()),
        None => {
            let effect = scheme.full_year_effect().map(|whole| planned.effect(year, &Number::cell(whole)));
            format::money(effect.map_or(Ok(Decimal::ZERO), |effect| effect.shown().value()))
        }
    }
}

/// The gross saving of the year against what follows from the saving of a whole year.
fn report_difference(ledger: &mut Ledger<'_>, row: Id<Scheme>, scheme: Row<'_, Scheme>, year: FinancialYear) {
    let key = GROSS_DIFFERENCE.at([row.index()]);
    let (Some(gross), Some(whole)) = (scheme.gross(), scheme.full_year_effect()) else { return };
    // What is saved once is saved whole, in whichever month it begins, and saves nothing in any later year.
    if scheme.recurrent() == Some(false) && (gross.fixed() == whole.fixed() || whole.fixed().is_zero()) {
        return;
    }
    let difference = ledger.figure(&GROSS_DIFFERENCE, [row.index()]).map(|figure| figure.shown());
    let Some(Ok(apart)) = difference.filter(|difference| !difference.is_zero()).map(Fixed::value) else { return };
    let (saving, full_year) = (gross.fixed(), whole.fixed());
    let says_when = scheme.start().is_some() || scheme.end().is_some();
    // A plan that already counts the delay says what is left of the year. Without months the effect of the year is the saving.
    let left = ledger.figure(&PART_YEAR, [row.index(), u32::from(year.start())]).filter(|_| says_when);
    let added = added_to_year_before(scheme, InForce::of(scheme, 0, Some(year)), year);
    if left.into_iter().chain(added).any(|number| is_near(gross, &number)) {
        return;
    }
    let larger = if full_year.is_negative() { saving.is_below(full_year) } else { full_year.is_below(saving) };
    let months = InForce::of(scheme, 0, Some(year)).months(year).unwrap_or_default();
    let said = format!(
        "\"{}\" saves {} in {year}, and {} in a whole year",
        scheme.name(),
        format::pounds(gross.get()),
        format::pounds(whole.get())
    );
    let (finding, words) = if larger {
        (&SAVING_ABOVE_FULL_YEAR_EFFECT, format!("{said}: a year cannot bring more than a whole year."))
    } else if !says_when {
        let words = format!(
            "{said}, but from when it is in force is not given: the first counts for {year}, the second for later years."
        );
        (&FULL_YEAR_EFFECT_WITHOUT_A_START, words)
    } else {
        let words = format!(
            "{said}; {months} of 12 months make {}.",
            format::money(subtract(saving.value().unwrap_or_default(), apart))
        );
        (&GROSS_DIFFERS_FROM_PART_YEAR_EFFECT, words)
    };
    ledger.report_beyond_rounding(key, absolute(apart), || {
        Finding::of(finding, words)
            .at(Table::Scheme, row.index(), "gross")
            .at(Table::Scheme, row.index(), "full_year_effect")
            .figure(key)
    });
}

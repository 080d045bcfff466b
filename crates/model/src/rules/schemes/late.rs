//! What is left of a saving that the plan gives where its scheme starts later than planned.

use super::GROSS;
use crate::calculation::{Finding, Ledger, Number, findings_of_part, format};
use crate::plan::{FinancialYear, Id, Row, Scheme, Table};
use crate::rules::part_year::{InForce, added_to_year_before, is_near};

findings_of_part! {
    /// A scheme is late, and the month in which it was to start is not given.
    DELAY_WITHOUT_A_START: information("delay-without-a-start", "Give the month in which it was to start.")
    /// A scheme is late, and what it saves in a whole year is not given, so that its saving may count the delay already.
    DELAY_WITHOUT_EFFECT: information(
        "delay-without-effect",
        "Give what it saves in a whole year; if its saving counts the delay already, leave the delay empty."
    )
    /// A scheme is late, and what it loses by that is taken off the saving that the plan gives.
    DELAY_TAKEN_OFF: information("delay-taken-off", "Say how the delay is made good, or write down what is left of the saving.")
}

/// What a delay leaves of a saving.
#[derive(Clone, Copy)]
pub(super) enum LeftOfYear {
    /// Of the months of the year that were planned, so many.
    Months { left: i64, planned: i64 },
    /// The saving is what the year adds to the one before, in which the scheme was to begin: what that is once it is late.
    Added {
        /// What the year adds now.
        added: Number,
        /// What it was to add.
        planned: Number,
    },
}

impl LeftOfYear {
    /// For a scheme that is so many months late; nothing where the delay takes nothing off: what is saved once is saved
    /// whole in whichever month of the year it begins, and a saving that is what is left of the whole year's counts the
    /// delay already.
    pub(super) fn of(scheme: Row<'_, Scheme>, delay: i32, year: FinancialYear) -> Option<Self> {
        if delay == 0 {
            return None;
        }
        let late = InForce::of(scheme, delay, Some(year));
        let months = |in_force: InForce| in_force.months(year).unwrap_or_default();
        let (left, planned) = (months(late), months(InForce::of(scheme, 0, Some(year))));
        if let Some(added) = added_once_late(scheme, late, year) {
            return Some(Self::Added { added, planned: Number::given(scheme.gross()) });
        }
        let is_whole = scheme.recurrent() == Some(false) && left > 0;
        (left < planned && !is_whole && !counts_delay(scheme, late, year)).then_some(Self::Months { left, planned })
    }

    /// What is left of the saving that the plan gives.
    pub(super) fn of_saving(self, saving: &Number) -> Number {
        match self {
            Self::Months { left, planned } => part(saving, left, planned),
            Self::Added { added, .. } => added,
        }
    }

    /// What is left of an end of the range in which it is expected: the same part.
    pub(super) fn of_range(self, end: &Number) -> Number {
        match self {
            Self::Months { left, planned } => part(end, left, planned),
            Self::Added { added, planned } => end.times(&added).over(&planned),
        }
    }

    /// Whether nothing is left.
    const fn is_nothing(self) -> bool {
        matches!(self, Self::Months { left: 0, .. })
    }
}

fn part(of: &Number, left: i64, planned: i64) -> Number {
    let left = Number::whole(left, "months that its delay leaves of the year");
    of.times(&left).over(&Number::whole(planned, "months that were planned in the year"))
}

/// For a scheme that began in the year before and gives what this year adds to it, what this year adds once it is late.
fn added_once_late(scheme: Row<'_, Scheme>, late: InForce, year: FinancialYear) -> Option<Number> {
    let planned = added_to_year_before(scheme, InForce::of(scheme, 0, Some(year)), year)?;
    is_near(scheme.gross()?, &planned).then(|| added_to_year_before(scheme, late, year)).flatten()
}

/// Reports what a delay takes off, and what has to be assumed for it.
pub(super) fn report(ledger: &mut Ledger<'_>, delays: &[i32]) {
    let plan = ledger.plan;
    for ((row, scheme), delay) in plan.schemes.iter().zip(delays.iter().copied()) {
        let year = plan.scheme_lists.get(scheme.list()).map(|list| list.year());
        if let Some(year) = year.filter(|_| delay > 0) {
            report_scheme(ledger, (row, scheme), delay, year);
        }
    }
}

fn report_scheme(
    ledger: &mut Ledger<'_>,
    (row, scheme): (Id<Scheme>, Row<'_, Scheme>),
    delay: i32,
    year: FinancialYear,
) {
    let given = scheme.gross().filter(|gross| !gross.fixed().is_zero());
    let effect = scheme.full_year_effect().filter(|effect| !effect.fixed().is_zero());
    // What is saved once, or is nothing, is not less because it comes later in the year.
    let comes_back = scheme.recurrent() != Some(false);
    if effect.is_none() && !(given.is_some() && comes_back) {
        return;
    }
    let months = if delay == 1 { "month" } else { "months" };
    let late = format!("\"{}\" is late by {delay} {months}", scheme.name());
    if scheme.start().is_none() {
        ledger.report(|| {
            let from = year.first_month().words();
            let message = format!("{late}, and from when it was to save is not given: it is taken to be {from}.");
            Finding::of(&DELAY_WITHOUT_A_START, message).at(Table::Scheme, row.index(), "delay").at(
                Table::Scheme,
                row.index(),
                "start",
            )
        });
        return;
    }
    let Some((given, left)) = given.zip(LeftOfYear::of(scheme, delay, year)) else { return };
    if left.is_nothing() {
        return;
    }
    let counts = format::money(
        ledger.figure(&GROSS, [row.index()]).map_or(Ok(given.get().pounds()), |gross| gross.shown().value()),
    );
    let of = format!("of the {} that it was to save in {year}, {counts} count", format::amount(given.get()));
    ledger.report(|| {
        let (finding, message, column) = match effect {
            Some(_) => (&DELAY_TAKEN_OFF, format!("{late}: {of}."), "gross"),
            None => (
                &DELAY_WITHOUT_EFFECT,
                format!("{late}: {of}. Whether that saving counts the delay already is not known, without that of a whole year."),
                "full_year_effect",
            ),
        };
        Finding::of(finding, message)
            .at(Table::Scheme, row.index(), "delay")
            .at(Table::Scheme, row.index(), column)
            .figure(GROSS.at([row.index()]))
    });
}

/// Whether the saving that the plan gives is what follows from the saving of a whole year once the scheme is late.
fn counts_delay(scheme: Row<'_, Scheme>, late: InForce, year: FinancialYear) -> bool {
    let Some((given, whole)) = scheme.gross().zip(scheme.full_year_effect()) else { return false };
    if scheme.start().is_none() && scheme.end().is_none() {
        return false;
    }
    is_near(given, &late.effect(year, &Number::cell(whole)))
}

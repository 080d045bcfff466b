//! What is saved year upon year: of the whole plan, and of each organisation for itself.

use super::kinds::{
    COMMISSIONER_QIPP, COMMISSIONER_QIPP_OF, CUMULATIVE_QIPP, CUMULATIVE_QIPP_OF, SAVED_BEFORE, SAVED_BEFORE_OF,
};
use crate::calculation::{
    FigureKey, FigureKind, Finding, Ledger, Number, NumberTotal, findings_of_part, format, year_of,
};
use crate::plan::{Id, Table};
use crate::quantity::absolute;
use crate::rules::common_findings::YEAR_MISSING;

findings_of_part! {
    /// What was saved before a year is given, and is not what the years before make.
    SAVED_BEFORE_DIFFERS: warning(
        "saved-before-differs",
        "Give what was saved before beside the first year only, or correct it."
    )
}

/// What is saved anew in a year, what was saved before the first, and what they make.
struct Kinds {
    saved: &'static FigureKind,
    before: &'static FigureKind,
    cumulative: &'static FigureKind,
}

static OF_THE_PLAN: Kinds = Kinds { saved: &COMMISSIONER_QIPP, before: &SAVED_BEFORE, cumulative: &CUMULATIVE_QIPP };
static OF_ORGANISATIONS: Kinds =
    Kinds { saved: &COMMISSIONER_QIPP_OF, before: &SAVED_BEFORE_OF, cumulative: &CUMULATIVE_QIPP_OF };

/// Adds up the years, and looks at those that are missing and at what is said to have been saved before them.
pub(super) fn run(ledger: &mut Ledger<'_>) {
    for kinds in [&OF_THE_PLAN, &OF_ORGANISATIONS] {
        let saved = ledger.all(kinds.saved);
        for of_one in saved.chunk_by(|left, right| organisation(left.0) == organisation(right.0)) {
            add_up(ledger, kinds, of_one);
        }
    }
}

/// The organisation that a figure is about: one of the whole plan is about a year alone.
fn organisation(figure: FigureKey) -> Option<u32> {
    (figure.kind.dimensions.len() > 1).then(|| figure.index.get(0))
}

fn year(figure: FigureKey) -> u32 {
    figure.index.get(figure.kind.dimensions.len().saturating_sub(1))
}

fn add_up(ledger: &mut Ledger<'_>, kinds: &Kinds, years: &[(FigureKey, Number)]) {
    let mut total = NumberTotal::default();
    // Beside the first year, what was saved before is added; beside a later year it is part of the sum already.
    let mut last: Option<(FigureKey, Number)> = None;
    for (key, saved) in years {
        let about = |kind| FigureKey { kind, index: key.index };
        match (last, ledger.find(about(kinds.before))) {
            (None, Some(before)) => total.add(&before),
            (Some(sum), Some(before)) => report_saved_before(ledger, sum, (about(kinds.before), before)),
            _ => {}
        }
        if let Some((earlier, _)) = last.filter(|(earlier, _)| year(*earlier) + 1 < year(*key)) {
            report_missing_year(ledger, earlier, about(kinds.cumulative));
        }
        total.add(saved);
        let sum = match organisation(*key) {
            Some(of) => ledger.publish(kinds.cumulative, [of, year(*key)], total.clone().finish()),
            None => ledger.publish(kinds.cumulative, [year(*key)], total.clone().finish()),
        };
        last = Some((about(kinds.cumulative), sum));
    }
}

/// The row in which a year stands.
fn row_of(ledger: &Ledger<'_>, figure: FigureKey) -> u32 {
    let mut rows = ledger.plan.medium_term_plan.iter();
    let is_it = |of: Option<u32>, at: u32| (of, at) == (organisation(figure), year(figure));
    rows.find(|(_, row)| is_it(row.organisation().map(Id::index), row.year().start().into()))
        .map_or(0, |(row, _)| row.index())
}

fn words(year: u32) -> String {
    year_of(year).map(|year| year.to_string()).unwrap_or_default()
}

/// What is said to have been saved before a later year, and what the years before it make.
fn report_saved_before(
    ledger: &mut Ledger<'_>,
    (key_of_sum, sum): (FigureKey, Number),
    (key, before): (FigureKey, Number),
) {
    if !ledger.wants_findings() {
        return;
    }
    let Ok(apart) = sum.shown().minus(before.shown()).value() else { return };
    if apart.is_zero() {
        return;
    }
    let row = row_of(ledger, key);
    let message = format!(
        "{} is given as {}, and the years before make {}.",
        key.label(ledger.plan),
        format::money(before.shown().value()),
        format::money(sum.shown().value())
    );
    ledger.report_beyond_rounding(key_of_sum, absolute(apart), || {
        Finding::of(&SAVED_BEFORE_DIFFERS, message)
            .at(Table::MediumTermYear, row, "saved_before")
            .figures([key, key_of_sum])
    });
}

/// A year that is left out between years of which the plan says what is saved.
fn report_missing_year(ledger: &mut Ledger<'_>, earlier: FigureKey, later: FigureKey) {
    if !ledger.wants_findings() {
        return;
    }
    let row = row_of(ledger, later);
    let whose = organisation(later).and_then(|of| ledger.plan.title(Table::Organisation, of));
    let what = whose.map_or_else(|| "Commissioner QIPP".to_owned(), |whose| format!("{whose}: commissioner QIPP"));
    let message = format!(
        "{what} is given for {} and {}, and for no year between: the cumulative sum leaves them out.",
        words(year(earlier)),
        words(year(later))
    );
    ledger.report(|| Finding::of(&YEAR_MISSING, message).at(Table::MediumTermYear, row, "year").figure(later));
}

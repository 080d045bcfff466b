//! What is saved year upon year: of the whole plan, and of each organisation for itself.

use super::kinds::{
    COMMISSIONER_QIPP, COMMISSIONER_QIPP_OF, CUMULATIVE_QIPP, CUMULATIVE_QIPP_OF, SAVED_BEFORE, SAVED_BEFORE_OF,
};
use crate::calculation::{
    FigureKey, FigureKind, Finding, Ledger, Number, NumberTotal, findings_of_part, format, year_of,
};
use crate::plan::{Id, Plan, Table};
use crate::quantity::absolute;
use crate::rules::common_findings::YEAR_MISSING;
use std::collections::BTreeMap;

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
    let rows = if ledger.wants_findings() { RowsOfYears::of(ledger.plan) } else { RowsOfYears::default() };
    for kinds in [&OF_THE_PLAN, &OF_ORGANISATIONS] {
        let saved = ledger.all(kinds.saved);
        for of_one in saved.chunk_by(|left, right| organisation(left.0) == organisation(right.0)) {
            add_up(ledger, kinds, of_one, &rows);
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

fn add_up(ledger: &mut Ledger<'_>, kinds: &Kinds, years: &[(FigureKey, Number)], rows: &RowsOfYears) {
    let mut total = NumberTotal::default();
    // Beside the first year, what was saved before is added; beside a later year it is part of the sum already.
    let mut last: Option<(FigureKey, Number)> = None;
    for (key, saved) in years {
        let about = |kind| FigureKey { kind, index: key.index };
        match (last, ledger.find(about(kinds.before))) {
            (None, Some(before)) => total.add(&before),
            (Some(sum), Some(before)) => report_saved_before(ledger, sum, (about(kinds.before), before), rows),
            _ => {}
        }
        if let Some((earlier, _)) = last.filter(|(earlier, _)| year(*earlier) + 1 < year(*key)) {
            report_missing_year(ledger, earlier, about(kinds.cumulative), rows);
        }
        total.add(saved);
        let sum = match organisation(*key) {
            Some(of) => ledger.publish(kinds.cumulative, [of, year(*key)], total.clone().finish()),
            None => ledger.publish(kinds.cumulative, [year(*key)], total.clone().finish()),
        };
        last = Some((about(kinds.cumulative), sum));
    }
}

/// The row in which each year of the plan, or of an organisation, stands.
#[derive(Default)]
struct RowsOfYears(BTreeMap<(Option<u32>, u32), u32>);

impl RowsOfYears {
    fn of(plan: &Plan) -> Self {
        let mut rows = BTreeMap::new();
        for (at, row) in plan.medium_term_plan.iter() {
            let about = (row.organisation().map(Id::index), u32::from(row.year().start()));
            rows.entry(about).or_insert(at.index());
        }
        Self(rows)
    }

    fn row(&self, figure: FigureKey) -> u32 {
        self.0.get(&(organisation(figure), year(figure))).copied().unwrap_or_default()
    }
}

fn words(year: u32) -> String {
    year_of(year).map(|year| year.to_string()).unwrap_or_default()
}

/// What is said to have been saved before a later year, and what the years before it make.
fn report_saved_before(
    ledger: &mut Ledger<'_>,
    (key_of_sum, sum): (FigureKey, Number),
    (key, before): (FigureKey, Number),
    rows: &RowsOfYears,
) {
    if !ledger.wants_findings() {
        return;
    }
    let Ok(apart) = sum.shown().minus(before.shown()).value() else { return };
    if apart.is_zero() {
        return;
    }
    let row = rows.row(key);
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
fn report_missing_year(ledger: &mut Ledger<'_>, earlier: FigureKey, later: FigureKey, rows: &RowsOfYears) {
    if !ledger.wants_findings() {
        return;
    }
    let row = rows.row(later);
    let whose = organisation(later).and_then(|of| ledger.plan.title(Table::Organisation, of));
    let what = whose.map_or_else(|| "Commissioner QIPP".to_owned(), |whose| format!("{whose}: commissioner QIPP"));
    let message = format!(
        "{what} is given for {} and {}, and for no year between: the cumulative sum leaves them out.",
        words(year(earlier)),
        words(year(later))
    );
    ledger.report(|| Finding::of(&YEAR_MISSING, message).at(Table::MediumTermYear, row, "year").figure(later));
}

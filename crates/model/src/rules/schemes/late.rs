//! What is left of a saving that the plan gives where its scheme starts later than planned.

use super::GROSS;
use crate::calculation::{Finding, Ledger, Number, findings_of_part, format};
use crate::plan::{FinancialYear, Id, Plan, Row, Scheme, Table};
use crate::quantity::Fixed;
use crate::rules::delays::delays;
use crate::rules::part_year::{InForce, added_to_year_before, begun_in_year_before};

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

/// What a delay leaves of a saving that the plan gives.
#[derive(Clone, Copy)]
pub(super) enum LeftOfYear {
    /// Of the months of the year that the saving is for, so many.
    Months { left: i64, given: i64 },
    /// The saving is what the year adds to the one before, in which the scheme was to begin: what the year adds now, of what
    /// it adds as the plan gives it.
    Added { left: Number, given: Number },
}

impl LeftOfYear {
    /// For a scheme that is so many months late; nothing where the delay takes nothing off: what is saved once is saved whole in
    /// whichever month of the year it begins, and a saving may count the delay already. `given` is the scheme as the plan gives
    /// it, with its delay there, whatever numbers are tried.
    pub(super) fn of(
        scheme: Row<'_, Scheme>,
        delay: i32,
        (given, given_delay): (Row<'_, Scheme>, i32),
        year: FinancialYear,
    ) -> Option<Self> {
        if delay == 0 && given_delay == 0 {
            return None;
        }
        let meaning = Meaning::of(given, given_delay, year);
        let late = |delay| InForce::of(scheme, delay, Some(year));
        if delay == meaning.counted {
            return None;
        }
        if meaning.is_added {
            let added = |delay| added_to_year_before(scheme, late(delay), year);
            let (left, given) = added(delay).zip(added(meaning.counted))?;
            return (!given.shown().is_zero()).then_some(Self::Added { left, given });
        }
        let months = |delay| late(delay).months(year).unwrap_or_default();
        let (left, given) = (months(delay), months(meaning.counted));
        let is_whole = is_saved_once(scheme) && left > 0;
        (left != given && given > 0 && !is_whole).then_some(Self::Months { left, given })
    }

    /// What is left of the saving, and of each end of the range in which it is expected.
    pub(super) fn part_of(self, saving: &Number) -> Number {
        match self {
            Self::Months { left, given } => {
                let left = Number::whole(left, "months that its delay leaves of the year");
                saving.times(&left).over(&Number::whole(given, "months of the year that the saving is for"))
            }
            Self::Added { left, given } => saving.times(&left).over(&given),
        }
    }

    /// Whether nothing is left.
    const fn is_nothing(self) -> bool {
        matches!(self, Self::Months { left: 0, .. })
    }
}

/// Whether a scheme saves once. Where its end is given, that decides for how long it saves, and not whether it is recurrent.
fn is_saved_once(scheme: Row<'_, Scheme>) -> bool {
    scheme.recurrent() == Some(false) && scheme.end().is_none()
}

/// What the saving that a plan gives for a year is.
struct Meaning {
    /// It is what the year adds to the one before, and not what the year brings.
    is_added: bool,
    /// How many months of delay it counts already.
    counted: i32,
}

impl Meaning {
    /// What the year was to bring, unless something else that the saving may be, as far as it is rounded, is nearer to it: what
    /// is left once the delay is counted, or what the year adds to the one before.
    fn of(scheme: Row<'_, Scheme>, delay: i32, year: FinancialYear) -> Self {
        let (planned, list_year) = (Self { is_added: false, counted: 0 }, Some(year));
        let Some((saving, whole)) = scheme.gross().zip(scheme.full_year_effect()) else { return planned };
        if scheme.start().is_none() && scheme.end().is_none() {
            return planned;
        }
        // As the plan gives it: no number that is tried decides.
        let (reach, saving, whole) = (saving.half_unit(), saving.for_calculation(), whole.for_calculation());
        let effect = |delay, year| match InForce::of(scheme, delay, list_year).months(year) {
            Some(months) => whole.times(Fixed::whole(months)).over(Fixed::whole(12)),
            None => Fixed::ZERO,
        };
        let apart = |number: Fixed| number.minus(saving).maximum(saving.minus(number));
        let brings = |delay| apart(effect(delay, year));
        let before = begun_in_year_before(scheme, year);
        let adds = |delay| before.map(|before| apart(effect(delay, year).minus(effect(delay, before))));
        let others = [
            (Some(brings(delay)), Self { is_added: false, counted: delay }),
            (adds(0), Self { is_added: true, counted: 0 }),
            (adds(delay), Self { is_added: true, counted: delay }),
        ];
        let mut nearest = (brings(0), planned);
        for (apart, meaning) in others {
            let Some(apart) = apart.filter(|apart| !reach.is_below(*apart)) else { continue };
            if apart.is_below(nearest.0) {
                nearest = (apart, meaning);
            }
        }
        nearest.1
    }
}

/// How late every scheme is, and how late it is as the plan gives it, whatever delay is tried.
pub(super) struct Lateness<'a> {
    plan: &'a Plan,
    delays: Vec<i32>,
    /// Where they are others.
    as_given: Option<Vec<i32>>,
}

impl<'a> Lateness<'a> {
    pub(super) fn of(plan: &'a Plan) -> Self {
        let given = plan.as_given();
        let as_given = (!std::ptr::eq(given, plan)).then(|| delays(given).0);
        Self { plan, delays: delays(plan).0, as_given }
    }

    /// What its delay leaves of the saving that the plan gives for a scheme.
    pub(super) fn left(&self, row: Id<Scheme>, scheme: Row<'a, Scheme>) -> Option<LeftOfYear> {
        let delay = self.delay(row);
        let given_delay = self.as_given.as_ref().map_or(delay, |delays| delay_in(delays, row));
        let year = self.plan.scheme_lists.get(scheme.list())?.year();
        let given = self.plan.as_given().schemes.get(row).unwrap_or(scheme);
        LeftOfYear::of(scheme, delay, (given, given_delay), year)
    }

    fn delay(&self, row: Id<Scheme>) -> i32 {
        delay_in(&self.delays, row)
    }

    /// Reports what delays take off, and what has to be assumed for it.
    pub(super) fn report(&self, ledger: &mut Ledger<'_>) {
        for (row, scheme) in self.plan.schemes.iter().filter(|(row, _)| self.delay(*row) > 0) {
            if let Some(list) = self.plan.scheme_lists.get(scheme.list()) {
                report_scheme(ledger, (row, scheme), self.delay(row), (list.year(), self.left(row, scheme)));
            }
        }
    }
}

fn delay_in(delays: &[i32], row: Id<Scheme>) -> i32 {
    delays.get(row.position()).copied().unwrap_or_default()
}

fn report_scheme(
    ledger: &mut Ledger<'_>,
    (row, scheme): (Id<Scheme>, Row<'_, Scheme>),
    delay: i32,
    (year, left): (FinancialYear, Option<LeftOfYear>),
) {
    let given = scheme.gross().filter(|gross| !gross.fixed().is_zero());
    let effect = scheme.full_year_effect().filter(|effect| !effect.fixed().is_zero());
    // What is saved once, or is nothing, is not less because it comes later in the year.
    if effect.is_none() && (given.is_none() || is_saved_once(scheme)) {
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
    let Some((given, left)) = given.zip(left) else { return };
    if left.is_nothing() {
        return;
    }
    let counts = format::money(
        ledger.figure(&GROSS, [row.index()]).map_or(Ok(given.get().pounds()), |gross| gross.shown().value()),
    );
    let of = format!("of the {} that it was to save in {year}, {counts} count", format::pounds(given.get()));
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

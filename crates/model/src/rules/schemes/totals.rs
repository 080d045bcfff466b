//! Lists, years and all schemes together: the sums of what the schemes save.

use super::own_lists::are_of_their_own;
use super::saved::{Saved, development};
use super::{
    ALL_DEVELOPMENT, ALL_DEVELOPMENT_SHARE, ALL_GROSS, ALL_KIND, ALL_RECURRENCE, ALL_RECURRENCE_SHARE, ALL_RISK,
    ALL_RISK_ADJUSTED, CLASS, LIST_DEVELOPMENT, LIST_DEVELOPMENT_SHARE, LIST_GROSS, LIST_HIGH, LIST_KIND, LIST_LOW,
    LIST_NET, LIST_PROGRAMME, LIST_RECURRENCE, LIST_RECURRENCE_SHARE, LIST_REINVESTMENT, LIST_RISK, LIST_RISK_ADJUSTED,
    Repeats, UNIDENTIFIED, UNIDENTIFIED_SHARE, YEAR_DEVELOPMENT, YEAR_DEVELOPMENT_SHARE, YEAR_GROSS, YEAR_KIND,
    YEAR_RECURRENCE, YEAR_RECURRENCE_SHARE, YEAR_RISK, YEAR_RISK_ADJUSTED, parts_first,
};
use crate::calculation::{FigureKind, Ledger, Number, NumberTotal};
use crate::plan::{EMPTY_CODE, FinancialYear, Id, Plan, RiskLevel, SavingKind, Scheme, SchemeDevelopment};
use std::collections::BTreeMap;

/// By what schemes are added up. The last position of those with "not said" stands for what the plan does not say.
#[derive(Clone, Copy)]
enum Group {
    Class,
    Programme,
    Recurrence,
    Development,
    Risk,
    Kind,
}

const GROUPS: [Group; 6] =
    [Group::Class, Group::Programme, Group::Recurrence, Group::Development, Group::Risk, Group::Kind];

impl Group {
    /// The position under which a scheme falls.
    #[inline]
    fn of(self, says: &Says<'_>, row: u32) -> Option<usize> {
        let or_not_said = |said: Option<usize>| said.or(self.not_said());
        match self {
            Self::Class => Says::code(says.class, row),
            Self::Programme => Says::code(says.programme, row),
            Self::Recurrence => {
                or_not_said(Says::code(says.recurrent, row).map(|recurrent| usize::from(recurrent == 0)))
            }
            Self::Development => or_not_said(says.development(row)),
            Self::Risk => or_not_said(Says::code(says.risk, row)),
            Self::Kind => or_not_said(Says::code(says.kind, row)),
        }
    }

    const fn not_said(self) -> Option<usize> {
        match self {
            Self::Class | Self::Programme => None,
            Self::Recurrence => Some(2),
            Self::Development => Some(SchemeDevelopment::ALL.len()),
            Self::Risk => Some(RiskLevel::ALL.len()),
            Self::Kind => Some(SavingKind::ALL.len()),
        }
    }
}

/// What the schemes say of themselves, by column.
struct Says<'a> {
    plan: &'a Plan,
    class: &'a [u32],
    programme: &'a [u32],
    recurrent: &'a [u32],
    risk: &'a [u32],
    kind: &'a [u32],
    developments: &'a [u32],
    /// Whether any says how far it is, in one way or the other.
    has_development: bool,
}

impl<'a> Says<'a> {
    fn of(plan: &'a Plan) -> Self {
        let schemes = &plan.schemes;
        Self {
            plan,
            class: schemes.codes(Scheme::class),
            programme: schemes.codes(Scheme::programme),
            recurrent: schemes.codes(Scheme::recurrent),
            risk: schemes.codes(Scheme::risk),
            kind: schemes.codes(Scheme::kind),
            developments: schemes.codes(Scheme::development),
            has_development: !schemes.is_unused(Scheme::development) || !schemes.is_unused(Scheme::status),
        }
    }

    #[inline]
    fn code(codes: &[u32], row: u32) -> Option<usize> {
        codes.get(row as usize).filter(|code| **code != EMPTY_CODE).map(|code| *code as usize)
    }

    /// How far the plan of a scheme is.
    fn development(&self, row: u32) -> Option<usize> {
        let scheme = if self.has_development { self.plan.schemes.get(Id::at(row)) } else { None };
        scheme.and_then(development).map(|development| development as usize)
    }

    /// Whether a scheme says whether it comes back, how far its plan is, how large its risk is or what it changes.
    #[inline]
    fn says_more(&self, row: u32) -> bool {
        [self.recurrent, self.developments, self.risk, self.kind].iter().any(|codes| Self::code(codes, row).is_some())
    }
}

/// A running sum that knows whether anything was added to it.
type Sum = Option<NumberTotal>;

/// The running sums of one list, of a year, or of all.
#[derive(Clone, Default)]
struct Totals {
    gross: Sum,
    reinvestment: NumberTotal,
    net: NumberTotal,
    low: NumberTotal,
    high: NumberTotal,
    ranged: bool,
    /// Whether a scheme says whether it comes back, how far its plan is, how large its risk is or what it changes.
    says: bool,
    unidentified: Sum,
    expected: Sum,
    groups: [Vec<Sum>; GROUPS.len()],
}

/// Which of the sums of a scheme are meant: its saving, or the range in which it lies.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Saving,
    Range,
}

impl Totals {
    /// Adds what a scheme saves, or takes it off where it was counted twice.
    fn add(&mut self, says: &Says<'_>, row: u32, saved: &Saved, side: Side, sign: impl Fn(&Number) -> Number) {
        if side == Side::Range {
            for (total, number) in [(&mut self.low, &saved.low), (&mut self.high, &saved.high)] {
                if let Some(number) = number {
                    total.add(&sign(number));
                }
            }
            let scheme = if self.ranged { None } else { says.plan.schemes.get(Id::at(row)) };
            self.ranged |= scheme.is_some_and(|scheme| scheme.low().is_some() || scheme.high().is_some());
            return;
        }
        let Some(gross) = saved.gross.as_ref().map(&sign) else { return };
        self.gross.get_or_insert_default().add(&gross);
        self.says |= says.says_more(row);
        if let Some(reinvestment) = &saved.reinvestment {
            self.reinvestment.add(&sign(reinvestment));
        }
        if let Some(net) = &saved.net {
            self.net.add(&sign(net));
        }
        if let Some(expected) = &saved.expected {
            self.expected.get_or_insert_default().add(&sign(expected));
        }
        if says.has_development && says.development(row) == Some(SchemeDevelopment::Unidentified as usize) {
            self.unidentified.get_or_insert_default().add(&gross);
        }
        for (group, sums) in GROUPS.iter().zip(&mut self.groups) {
            if let Some(position) = group.of(says, row) {
                add_at(sums, position, &gross);
            }
        }
    }
}

#[inline]
fn add_at(sums: &mut Vec<Sum>, position: usize, number: &Number) {
    if sums.len() <= position {
        sums.resize(position + 1, None);
    }
    if let Some(sum) = sums.get_mut(position) {
        sum.get_or_insert_default().add(number);
    }
}

/// Publishes the sums of lists, parts before what holds them, then of years and of all.
pub(super) fn publish(ledger: &mut Ledger<'_>, saved: &[Saved], repeats: &Repeats) {
    let plan = ledger.plan;
    let mut lists: Vec<Totals> = vec![Totals::default(); plan.scheme_lists.len()];
    let mut years: BTreeMap<FinancialYear, Totals> = BTreeMap::new();
    let says = Says::of(plan);
    for ((row, list), saved) in (0..).zip(plan.schemes.codes(Scheme::list)).zip(saved) {
        if let Some(totals) = lists.get_mut(*list as usize) {
            totals.add(&says, row, saved, Side::Saving, Number::clone);
            totals.add(&says, row, saved, Side::Range, Number::clone);
        }
    }
    let off = |number: &Number| number.negated().because("the same scheme stands in it a second time", &[]);
    for (list, (side, year), row) in repeats.counted_twice(plan, sides(plan, saved)) {
        let totals = match list {
            Some(list) => lists.get_mut(list as usize),
            None => Some(years.entry(year).or_default()),
        };
        if let (Some(totals), Some(saved)) = (totals, saved.get(row as usize)) {
            totals.add(&says, row, saved, side, off);
        }
    }
    for (list, parent) in parts_first(plan) {
        let Some(totals) = lists.get_mut(list.position()).map(std::mem::take) else { continue };
        let Some(year) = plan.scheme_lists.get(list).map(|row| row.year()) else { continue };
        let above = match parent {
            Some(parent) => lists.get_mut(parent.position()),
            None => Some(years.entry(year).or_default()),
        };
        if let Some(above) = above {
            publish_list(ledger, list.index(), totals, above);
        }
    }
    let (mut all, mut of_other_years) = (Totals::default(), Totals::default());
    let of_the_plan = plan.years();
    // Where the lists of one year say more, those of every year are added up: none is left out of the sum of all.
    let says_more = years.values().any(|totals| totals.says) || are_of_their_own(plan);
    for (year, mut totals) in years {
        totals.says = says_more;
        // What was saved before the plan, or would be after it, is no saving of it.
        let above = if of_the_plan.contains(&year) { &mut all } else { &mut of_other_years };
        publish_groups(ledger, &YEARS, &[u32::from(year.start())], totals, above);
    }
    publish_groups(ledger, &ALL, &[], all, &mut Totals::default());
}

/// What may be counted twice: the saving and the range of each scheme, each within a year.
fn sides<'a>(plan: &'a Plan, saved: &'a [Saved]) -> impl Iterator<Item = ((Side, FinancialYear), u32)> + 'a {
    plan.schemes.iter().zip(saved).flat_map(|((row, scheme), saved)| {
        let year = plan.scheme_lists.get(scheme.list()).map(|list| list.year());
        let sides = [(Side::Saving, saved.gross.is_some()), (Side::Range, saved.low.is_some() || saved.high.is_some())];
        let given = sides.into_iter().filter(|(_, given)| *given);
        given.filter_map(move |(side, _)| Some(((side, year?), row.index())))
    })
}

fn publish_list(ledger: &mut Ledger<'_>, list: u32, mut totals: Totals, above: &mut Totals) {
    above.ranged |= totals.ranged;
    let (mut low, mut high) = (std::mem::take(&mut totals.low).finish(), std::mem::take(&mut totals.high).finish());
    if totals.ranged {
        low = ledger.publish(&LIST_LOW, [list], low);
        high = ledger.publish(&LIST_HIGH, [list], high);
    }
    // A list without a range still counts in the range of the list that holds it.
    if totals.ranged || totals.gross.is_some() {
        above.low.add(&low);
        above.high.add(&high);
    }
    if totals.gross.is_none() {
        return;
    }
    let reinvestment = ledger.publish(&LIST_REINVESTMENT, [list], std::mem::take(&mut totals.reinvestment).finish());
    let net = ledger.publish(&LIST_NET, [list], std::mem::take(&mut totals.net).finish());
    above.reinvestment.add(&reinvestment);
    above.net.add(&net);
    let unidentified = totals.unidentified.take();
    publish_groups(ledger, &LISTS, &[list], totals, above);
    let gross = ledger.figure(&LIST_GROSS, [list]);
    if let (Some(total), Some(gross)) = (unidentified, gross) {
        let unidentified = ledger.publish(&UNIDENTIFIED, [list], total.finish());
        ledger.publish(&UNIDENTIFIED_SHARE, [list], unidentified.over(&gross));
        above.unidentified.get_or_insert_default().add(&unidentified);
    }
}

/// The kinds of figures of one level: of lists, of years, or of all.
struct Level {
    gross: &'static FigureKind,
    expected: &'static FigureKind,
    /// For each group the sum, and its share of the gross saving.
    groups: [Option<(&'static FigureKind, Option<&'static FigureKind>)>; GROUPS.len()],
    /// Whether there are figures although no scheme says more than what it saves. Lists may repeat each other without
    /// saying so: their sum is only shown where the plan is one of returns, which do not, or where each list is that of an
    /// organisation of its own.
    always: bool,
}

static LISTS: Level = Level {
    gross: &LIST_GROSS,
    expected: &LIST_RISK_ADJUSTED,
    groups: [
        Some((&CLASS, None)),
        Some((&LIST_PROGRAMME, None)),
        Some((&LIST_RECURRENCE, Some(&LIST_RECURRENCE_SHARE))),
        Some((&LIST_DEVELOPMENT, Some(&LIST_DEVELOPMENT_SHARE))),
        Some((&LIST_RISK, None)),
        Some((&LIST_KIND, None)),
    ],
    always: true,
};

static YEARS: Level = Level {
    gross: &YEAR_GROSS,
    expected: &YEAR_RISK_ADJUSTED,
    groups: [
        None,
        None,
        Some((&YEAR_RECURRENCE, Some(&YEAR_RECURRENCE_SHARE))),
        Some((&YEAR_DEVELOPMENT, Some(&YEAR_DEVELOPMENT_SHARE))),
        Some((&YEAR_RISK, None)),
        Some((&YEAR_KIND, None)),
    ],
    always: false,
};

static ALL: Level = Level {
    gross: &ALL_GROSS,
    expected: &ALL_RISK_ADJUSTED,
    groups: [
        None,
        None,
        Some((&ALL_RECURRENCE, Some(&ALL_RECURRENCE_SHARE))),
        Some((&ALL_DEVELOPMENT, Some(&ALL_DEVELOPMENT_SHARE))),
        Some((&ALL_RISK, None)),
        Some((&ALL_KIND, None)),
    ],
    always: false,
};

/// Publishes the gross saving of one level and its groups, and adds them to what is above.
fn publish_groups(ledger: &mut Ledger<'_>, level: &Level, about: &[u32], totals: Totals, above: &mut Totals) {
    above.says |= totals.says;
    let Some(total) = totals.gross.filter(|_| totals.says || level.always) else { return };
    let gross = publish_at(ledger, level.gross, about, None, total.finish());
    above.gross.get_or_insert_default().add(&gross);
    let mut rated = false;
    let sums = GROUPS.iter().zip(level.groups).zip(totals.groups).zip(&mut above.groups);
    for (((group, kinds), sums), above) in sums {
        let not_said = group.not_said();
        let said = |(position, sum): (usize, &Sum)| sum.is_some() && Some(position) != not_said;
        // That the plan does not say whether savings come back is worth a figure; that it gives no risks is not.
        let published = sums.iter().enumerate().any(said) || matches!(group, Group::Recurrence);
        rated |= published && matches!(group, Group::Risk);
        for (position, sum) in sums.into_iter().enumerate() {
            let Some(total) = sum else { continue };
            let mut number = total.finish();
            if let Some((kind, share)) = kinds.filter(|_| published) {
                number = publish_at(ledger, kind, about, Some(position), number);
                if let Some(share) = share {
                    publish_at(ledger, share, about, Some(position), number.over(&gross));
                }
            }
            add_at(above, position, &number);
        }
    }
    if let Some(total) = totals.expected {
        let mut expected = total.finish();
        if rated {
            expected = publish_at(ledger, level.expected, about, None, expected);
        }
        above.expected.get_or_insert_default().add(&expected);
    }
}

/// Publishes a figure about a list or a year, or about neither, and about a position of a group, or about none.
fn publish_at(
    ledger: &mut Ledger<'_>,
    kind: &'static FigureKind,
    about: &[u32],
    position: Option<usize>,
    number: Number,
) -> Number {
    let position = position.map(|position| u32::try_from(position).unwrap_or(u32::MAX));
    match (about.first(), position) {
        (Some(about), Some(position)) => ledger.publish(kind, [*about, position], number),
        (Some(about), None) => ledger.publish(kind, [*about], number),
        (None, Some(position)) => ledger.publish(kind, [position], number),
        (None, None) => ledger.publish(kind, [], number),
    }
}

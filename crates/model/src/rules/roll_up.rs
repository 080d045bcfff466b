//! What an organisation holds in all: the sum of its parts, level by level.
//!
//! * CR05: a node is the sum of its children; a child that has a value of its own counts with it,
//!   otherwise with the sum of its own children.

use crate::calculation::{FigureIndex, FigureKind, Ledger, Number, NumberTotal, Series};
use crate::plan::{Id, Organisation, Plan};
use crate::quantity::{Fault, InOrder};
use std::cmp::Reverse;

/// Adds up the figures of `own` by the organisation that is their subject at `position`, and
/// publishes the sums as figures of `sum` about the parents.
pub(super) fn roll_up(ledger: &mut Ledger<'_>, own: &'static FigureKind, sum: &'static FigureKind, position: usize) {
    roll_up_of_dates(ledger, own, sum, position, |_| None);
}

/// Of which date something is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Date {
    /// It does not say.
    Any,
    Of(u32),
    /// Its parts are of several: they are not added up.
    Several,
}

impl Date {
    const fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Any, date) | (date, Self::Any) => date,
            (Self::Of(one), Self::Of(same)) if one == same => self,
            _ => Self::Several,
        }
    }
}

/// A sum of some date, and what it is about.
type DatedSum = (FigureIndex, NumberTotal, Date);

fn add_to(sums: &mut Vec<DatedSum>, subjects: FigureIndex, value: &Number, date: Date) {
    let at = sums.iter().position(|(other, ..)| *other == subjects).unwrap_or_else(|| {
        sums.push((subjects, NumberTotal::default(), Date::Any));
        sums.len() - 1
    });
    if let Some((_, total, of_all)) = sums.get_mut(at) {
        total.add(value);
        *of_all = of_all.with(date);
    }
}

fn parent(plan: &Plan, organisation: u32) -> Option<Id<Organisation>> {
    plan.organisations.get(Id::at(organisation)).and_then(|row| row.parent())
}

/// The positions of the organisations, the deepest first, so that a parent comes when its children are known.
fn deepest_first(plan: &Plan) -> impl Iterator<Item = usize> {
    let depth = |organisation: usize| {
        let mut depth = 0_u32;
        let mut above = parent(plan, u32::try_from(organisation).unwrap_or(u32::MAX));
        while let Some(next) = above {
            depth += 1;
            above = parent(plan, next.index());
        }
        depth
    };
    let count = plan.organisations.len();
    let mut order: Vec<(u32, usize)> = (0..count).map(|organisation| (depth(organisation), organisation)).collect();
    order.order_by_key(|(depth, _)| Reverse(*depth));
    order.into_iter().map(|(_, organisation)| organisation)
}

/// The same for figures of which some say of which date they are. What is of several dates is not added up, and there is
/// no sum of another date than what the parent gives itself. Gives those of several dates.
pub(super) fn roll_up_of_dates(
    ledger: &mut Ledger<'_>,
    own: &'static FigureKind,
    sum: &'static FigureKind,
    position: usize,
    date: impl Fn(FigureIndex) -> Option<u32>,
) -> Vec<FigureIndex> {
    let plan = ledger.plan;
    let count = plan.organisations.len();
    // For each organisation what it gives itself, and what its children make together.
    let mut given: Vec<Vec<(FigureIndex, Number, Date)>> = vec![Vec::new(); count];
    for (key, value) in ledger.all(own) {
        if let Some(of_it) = given.get_mut(key.index.get(position) as usize) {
            of_it.push((key.index, value, date(key.index).map_or(Date::Any, Date::Of)));
        }
    }
    let mut sums: Vec<Vec<DatedSum>> = vec![Vec::new(); count];
    let mut several = Vec::new();
    let mut series = Series::with_capacity(sum, 0);
    for organisation in deepest_first(plan) {
        let mut values = given.get_mut(organisation).map(std::mem::take).unwrap_or_default();
        for (subjects, total, date) in sums.get_mut(organisation).map(std::mem::take).unwrap_or_default() {
            let of_itself = values.iter().find(|(other, ..)| *other == subjects).map(|(.., date)| *date);
            if date == Date::Several {
                several.push(subjects);
            }
            let is_of_one = of_itself.unwrap_or(Date::Any).with(date) != Date::Several;
            let value = if is_of_one { series.add(subjects, total.finish()) } else { Number::fault(Fault::NotGiven) };
            if of_itself.is_none() {
                values.push((subjects, value, date));
            }
        }
        let above = u32::try_from(organisation).ok().and_then(|organisation| parent(plan, organisation));
        let Some(of_parent) = above.and_then(|above| sums.get_mut(above.position())) else { continue };
        for (mut subjects, value, date) in values {
            subjects.set(position, above.map_or(0, Id::index));
            add_to(of_parent, subjects, &value, date);
        }
    }
    ledger.add(series);
    several
}

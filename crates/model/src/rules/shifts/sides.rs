//! What each scheme moves and avoids, in one unit of counting for each side.

use crate::calculation::{CellAddress, Finding, Ledger, Number, NumberTotal, findings_of_part};
use crate::plan::{ActivityChange, ActivityEffect, Grouped, Id, NumberCell, NumberCells, Plan, PointOfDelivery, Table};
use crate::quantity::{Count, InOrder};
use crate::rules::activity::changes::CountedChanges;
use crate::rules::activity::units::Units;
use crate::rules::titles::Titles;

findings_of_part! {
    /// A scheme changes activity that is counted in different units, so that no sum of it is shown.
    COUNTED_IN_SEVERAL_UNITS: information(
        "counted-in-several-units",
        "Say in the table counting_ratios how many of the one stand for one of the other, if a sum is wanted."
    )
}

/// The sums of one scheme.
#[derive(Default)]
pub(super) struct Sides {
    pub(super) leaves: Side,
    pub(super) arrives: Side,
    /// What arrives in the unit of what leaves.
    pub(super) arrives_as_left: Side,
    pub(super) avoided: Side,
}

/// A sum of activity.
#[derive(Default)]
pub(super) enum Side {
    /// There is nothing to add.
    #[default]
    Nothing,
    /// A sum in one unit.
    Sum(NumberTotal),
    /// Some of it is counted in a unit that the plan does not set against that of the others.
    SeveralUnits,
}

impl Side {
    #[inline(always)]
    fn add(&mut self, number: &Number) {
        match self {
            Self::Sum(total) => total.add(number),
            Self::SeveralUnits => {}
            Self::Nothing => {
                let mut total = NumberTotal::default();
                total.add(number);
                *self = Self::Sum(total);
            }
        }
    }

    /// The same, where a number that cannot be counted in the unit of the others leaves no sum.
    fn add_if_counted(&mut self, number: Option<Number>) {
        match number {
            Some(number) => self.add(&number),
            None => *self = Self::SeveralUnits,
        }
    }

    /// The sum, taken out; nothing where there is none in one unit.
    pub(super) fn finish(&mut self) -> Option<Number> {
        match std::mem::take(self) {
            Self::Nothing => Some(NumberTotal::default().finish()),
            Self::Sum(total) => Some(total.finish()),
            Self::SeveralUnits => None,
        }
    }
}

impl Sides {
    /// Whether what leaves, what arrives or what is avoided has no sum.
    pub(super) fn is_in_several_units(&self) -> bool {
        let has_none = |side: &Side| matches!(side, Side::SeveralUnits);
        let arrives_as_left = matches!(self.arrives_as_left, Side::Sum(_));
        has_none(&self.leaves) || has_none(&self.arrives) && !arrives_as_left || has_none(&self.avoided)
    }
}

/// Which side of its scheme a row is on: it leaves, arrives, or is avoided.
const LEAVES: usize = 0;
const ARRIVES: usize = 1;
const AVOIDED: usize = 2;

const fn side(moves: bool, is_negative: bool) -> usize {
    match (moves, is_negative) {
        (true, true) => LEAVES,
        (true, false) => ARRIVES,
        (false, _) => AVOIDED,
    }
}

/// The changes of activity by column, for the sums of all schemes.
pub(super) struct Changes<'a> {
    schemes: Grouped<'a>,
    counts: NumberCells<'a, Count>,
    effects: &'a [u32],
    points: &'a [u32],
    counted: &'a CountedChanges,
    units: &'a Units,
    /// The place of each kind of activity in the order of the identifiers.
    ranks: Vec<u32>,
}

impl<'a> Changes<'a> {
    pub(super) fn of(plan: &'a Plan, counted: &'a CountedChanges, units: &'a Units) -> Self {
        let changes = &plan.activity_changes;
        Self {
            schemes: Grouped::by(changes.codes(ActivityChange::scheme)),
            counts: changes.numbers(ActivityChange::activity),
            effects: changes.codes(ActivityChange::effect),
            points: changes.codes(ActivityChange::point_of_delivery),
            counted,
            units,
            ranks: ranks(plan),
        }
    }

    /// Goes through what each scheme that changes something moves and avoids, in the order of the schemes.
    pub(super) fn for_each_scheme(&self, mut done: impl FnMut(u32, &mut Sides)) {
        let mut sides = Sides::default();
        for (scheme, places) in self.schemes.runs() {
            self.add_up(&mut sides, scheme, || places.clone().filter_map(|at| self.moving(self.schemes.row(at))));
            done(scheme, &mut sides);
            for side in [&mut sides.leaves, &mut sides.arrives, &mut sides.arrives_as_left, &mut sides.avoided] {
                if !matches!(side, Side::Nothing) {
                    *side = Side::Nothing;
                }
            }
        }
    }

    /// Of a row that moves activity or avoids it: whether it moves it, its kind and how much.
    #[inline]
    fn moving(&self, row: u32) -> Option<(bool, u32, NumberCell<Count>)> {
        let effect = *self.effects.get(row as usize)?;
        let moves = effect == ActivityEffect::Moves as u32;
        let counts = (moves || effect == ActivityEffect::Avoided as u32) && self.counted.has_activity(row);
        if counts { Some((moves, *self.points.get(row as usize)?, self.counts.get(row)?)) } else { None }
    }

    #[inline]
    fn add_up<I>(&self, sides: &mut Sides, scheme: u32, rows: impl Fn() -> I)
    where
        I: Iterator<Item = (bool, u32, NumberCell<Count>)>,
    {
        if self.units.are_never_converted() {
            for (moves, _, count) in rows() {
                let activity = Number::cell(count);
                match side(moves, moves && activity.is_negative()) {
                    LEAVES => sides.leaves.add(&activity),
                    ARRIVES => {
                        sides.arrives.add(&activity);
                        sides.arrives_as_left.add(&activity);
                    }
                    _ => sides.avoided.add(&activity),
                }
            }
        } else {
            self.convert(sides, scheme, rows);
        }
    }

    /// The same where kinds of activity are counted in different units.
    fn convert<I>(&self, sides: &mut Sides, scheme: u32, rows: impl Fn() -> I)
    where
        I: Iterator<Item = (bool, u32, NumberCell<Count>)>,
    {
        let mut units: [Option<u32>; 3] = [None; 3];
        // A side is counted in the unit of the kind whose identifier comes first, whatever the order of the rows.
        let rank = |point: u32| self.ranks.get(point as usize).copied().unwrap_or(u32::MAX);
        for (moves, point, count) in rows() {
            if let Some(unit) = units.get_mut(side(moves, count.for_calculation().is_negative())) {
                *unit = unit.filter(|unit| rank(*unit) <= rank(point)).or(Some(point));
            }
        }
        let in_unit_of = |number: Number, point: u32, unit: Option<u32>| {
            let unit: Id<PointOfDelivery> = Id::at(unit.unwrap_or(point));
            let conversion = self.units.conversion(Some(Id::at(scheme)), Id::at(point), unit)?;
            Some(conversion.number(&number))
        };
        let [leaves, ..] = units;
        for (moves, point, count) in rows() {
            let activity = Number::cell(count);
            let side = side(moves, moves && activity.is_negative());
            let number = in_unit_of(activity, point, units.get(side).copied().flatten());
            match side {
                LEAVES => sides.leaves.add_if_counted(number),
                ARRIVES => {
                    sides.arrives.add_if_counted(number);
                    let as_left = if leaves.is_some() { in_unit_of(activity, point, leaves) } else { number };
                    sides.arrives_as_left.add_if_counted(as_left);
                }
                _ => sides.avoided.add_if_counted(number),
            }
        }
    }
}

/// The place of each kind of activity in the order of the identifiers.
fn ranks(plan: &Plan) -> Vec<u32> {
    let mut points: Vec<u32> = plan.points_of_delivery.iter().map(|(point, _)| point.index()).collect();
    points.order_by_key(|point| plan.identifier(Table::PointOfDelivery, *point));
    let mut ranks = vec![0; points.len()];
    for (rank, point) in (0..).zip(points) {
        ranks.get_mut(point as usize).into_iter().for_each(|of_point| *of_point = rank);
    }
    ranks
}

/// Says for which schemes no sum is shown.
pub(super) fn report_several_units(ledger: &mut Ledger<'_>, mut schemes: Vec<u32>) {
    let plan = ledger.plan;
    schemes.order_by_key(|scheme| plan.identifier(Table::Scheme, *scheme));
    let Some(first) = schemes.first().copied() else { return };
    let name = Titles::of(plan, Table::Scheme).get(first);
    let others = match schemes.len() {
        1 => String::new(),
        2 => " The same holds for one other scheme.".to_owned(),
        count => format!(" The same holds for {} other schemes.", count - 1),
    };
    ledger.report(|| {
        Finding::of(
            &COUNTED_IN_SEVERAL_UNITS,
            format!("{name} changes activity that is counted in different units: no sum of it is shown.{others}"),
        )
        .at_cells(schemes.into_iter().map(|row| CellAddress { table: Table::Scheme, row, column: "id" }))
    });
}

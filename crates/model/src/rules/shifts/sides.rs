//! What each scheme moves and avoids, in one unit of counting for each side.

use crate::calculation::{CellAddress, Finding, Ledger, Number, NumberTotal, findings_of_part};
use crate::plan::{ActivityChange, ActivityEffect, Id, Plan, PointOfDelivery, Table};
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
#[derive(Clone, Default)]
pub(super) struct Sides {
    pub(super) leaves: Side,
    pub(super) arrives: Side,
    /// What arrives in the unit of what leaves.
    pub(super) arrives_as_left: Side,
    pub(super) avoided: Side,
    units: [Option<u32>; 3],
}

/// A sum of activity.
#[derive(Clone, Default)]
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
    fn add(&mut self, number: Option<Number>) {
        match (&mut *self, number) {
            (Self::SeveralUnits, _) => {}
            (_, None) => *self = Self::SeveralUnits,
            (Self::Sum(total), Some(number)) => total.add(&number),
            (Self::Nothing, Some(number)) => {
                let mut total = NumberTotal::default();
                total.add(&number);
                *self = Self::Sum(total);
            }
        }
    }

    /// The sum; nothing where there is none in one unit.
    pub(super) fn finish(&self) -> Option<Number> {
        match self {
            Self::Nothing => Some(NumberTotal::default().finish()),
            Self::Sum(total) => Some(total.clone().finish()),
            Self::SeveralUnits => None,
        }
    }
}

impl Sides {
    /// Whether what leaves, what arrives or what is avoided has no sum.
    pub(super) fn is_in_several_units(&self) -> bool {
        let sides = [&self.leaves, &self.arrives, &self.avoided];
        let arrives = matches!(self.arrives_as_left, Side::Sum(_));
        sides.iter().enumerate().any(|(at, side)| matches!(side, Side::SeveralUnits) && !(at == 1 && arrives))
    }
}

/// Which side of its scheme a row is on: it leaves, arrives, or is avoided.
const LEAVES: usize = 0;
const ARRIVES: usize = 1;
const AVOIDED: usize = 2;

/// Adds up the sides of every scheme.
pub(super) fn sums(plan: &Plan, counted: &CountedChanges) -> Vec<Sides> {
    let mut schemes: Vec<Sides> = vec![Sides::default(); plan.schemes.len()];
    let counts = plan.activity_changes.numbers::<Count>(ActivityChange::activity);
    let effects = plan.activity_changes.codes(ActivityChange::effect);
    let of_schemes = plan.activity_changes.codes(ActivityChange::scheme);
    let points = plan.activity_changes.codes(ActivityChange::point_of_delivery);
    let mut rows: Vec<(u32, u32, usize, Number)> = Vec::new();
    let ranks = ranks(plan);
    let rank = |point: u32| ranks.get(point as usize).copied().unwrap_or(u32::MAX);
    for (((row, effect), scheme), point) in (0..).zip(effects).zip(of_schemes).zip(points) {
        let moves = *effect == ActivityEffect::Moves as u32;
        if !(moves || *effect == ActivityEffect::Avoided as u32) || !counted.has_activity(row) {
            continue;
        }
        let (Some(count), Some(sides)) = (counts.get(row), schemes.get_mut(*scheme as usize)) else { continue };
        let activity = Number::cell(count);
        let side = match (moves, moves && activity.is_negative()) {
            (true, true) => LEAVES,
            (true, false) => ARRIVES,
            (false, _) => AVOIDED,
        };
        // A side is counted in the unit of the kind whose identifier comes first, whatever the order of the rows.
        if let Some(unit) = sides.units.get_mut(side) {
            *unit = unit.filter(|unit| rank(*unit) <= rank(*point)).or(Some(*point));
        }
        rows.push((*scheme, *point, side, activity));
    }
    let units = Units::of(plan);
    for (scheme, point, side, activity) in rows {
        let Some(sides) = schemes.get_mut(scheme as usize) else { continue };
        let [leaves, ..] = sides.units;
        let in_unit_of = |unit: Option<u32>| {
            let unit: Id<PointOfDelivery> = Id::at(unit.unwrap_or(point));
            let conversion = units.conversion(Some(Id::at(scheme)), Id::at(point), unit)?;
            Some(conversion.number(&activity))
        };
        let number = in_unit_of(sides.units.get(side).copied().flatten());
        match side {
            LEAVES => sides.leaves.add(number),
            ARRIVES => {
                sides.arrives.add(number);
                sides.arrives_as_left.add(if leaves.is_some() { in_unit_of(leaves) } else { number });
            }
            _ => sides.avoided.add(number),
        }
    }
    schemes
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

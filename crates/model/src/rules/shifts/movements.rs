use crate::plan::{ActivityChange, ActivityEffect, Id, Plan, PointOfDelivery, Row, Scheme, Table};
use crate::quantity::{Decimal, Fault, InOrder, Total, Value, absolute, negate};
use crate::rules::activity::changes::CountedChanges;
use crate::rules::activity::units::Units;

/// One movement of activity: the rows that are its two sides.
#[derive(Debug)]
pub struct Movement<'a> {
    /// The scheme.
    pub scheme: Id<Scheme>,
    /// The name of the movement within the scheme, where it has several.
    pub name: Option<&'a str>,
    /// The rows, in the order of the table.
    pub rows: Vec<Id<ActivityChange>>,
    /// How much leaves; no number where it is counted in units that are not added.
    pub leaves: Value,
    /// How much arrives, in the unit of what leaves; no number where the plan does not say how the one becomes the
    /// other.
    pub arrives: Value,
    /// The kind of activity in the unit of which both are counted, where a ratio of the plan was needed for it.
    pub counted_as: Option<Id<PointOfDelivery>>,
    /// The cost that is removed where it leaves, where all rows give one.
    pub leaving_cost: Option<Decimal>,
    /// The cost that is added where it arrives, where all rows give one.
    pub arriving_cost: Option<Decimal>,
}

/// Every movement of a plan, in the order of the schemes and then of the first row.
pub fn movements(plan: &Plan) -> Vec<Movement<'_>> {
    let effects = (0..).zip(plan.activity_changes.codes(ActivityChange::effect));
    let counted = CountedChanges::of(plan);
    let moves = effects.filter(|(row, effect)| **effect == ActivityEffect::Moves as u32 && counted.has_activity(*row));
    let moves = moves.map(|(row, _)| Id::at(row));
    let mut moving: Vec<(Id<ActivityChange>, Row<'_, ActivityChange>)> = moves
        .filter_map(|row| Some((row, plan.activity_changes.get(row)?)))
        .filter(|(_, change)| change.activity().is_some())
        .collect();
    // In most plans the rows are grouped already and need no sorting, which compares texts.
    let grouped = moving.is_sorted_by(|left, right| {
        left.1.scheme().index() <= right.1.scheme().index()
            && left.1.movement().is_none()
            && right.1.movement().is_none()
    });
    if !grouped {
        moving.order_by_key(|(_, change)| (change.scheme().index(), change.movement()));
    }
    let same = |left: Row<'_, ActivityChange>, right: Row<'_, ActivityChange>| {
        left.scheme() == right.scheme() && left.movement() == right.movement()
    };
    let units = Units::of(plan);
    moving.chunk_by(|left, right| same(left.1, right.1)).filter_map(|rows| movement(plan, &units, rows)).collect()
}

/// One side of a movement in the unit of a kind of activity; no number where some of it cannot be counted in it.
fn side(
    units: &Units<'_>,
    rows: &[(Id<ActivityChange>, Row<'_, ActivityChange>)],
    leaves: bool,
    unit: Option<Id<PointOfDelivery>>,
) -> (Value, bool) {
    let mut total = Total::default();
    let mut converted = false;
    let of_side = rows.iter().filter_map(|(_, row)| Some((row, row.activity()?.get().number())));
    for (row, count) in of_side.filter(|(_, count)| !count.is_zero() && count.is_sign_negative() == leaves) {
        let Some(unit) = unit else { continue };
        let Some(conversion) = units.conversion(Some(row.scheme()), row.point_of_delivery(), unit) else {
            return (Err(Fault::NotGiven), false);
        };
        match conversion.value(absolute(count)) {
            Ok(count) => total.add(count),
            Err(fault) => return (Err(fault), false),
        }
        converted |= conversion.changes();
    }
    (total.finish(), converted)
}

fn movement<'a>(
    plan: &Plan,
    units: &Units<'_>,
    rows: &[(Id<ActivityChange>, Row<'a, ActivityChange>)],
) -> Option<Movement<'a>> {
    let (_, first) = rows.first()?;
    // The unit is that of what leaves, or else of what arrives: of the kind whose identifier comes first.
    let unit = |leaves: bool| {
        let of_side =
            rows.iter().filter_map(|(_, row)| Some((row.point_of_delivery(), row.activity()?.get().number())));
        let of_side = of_side.filter(|(_, count)| !count.is_zero() && count.is_sign_negative() == leaves);
        of_side.map(|(point, _)| point).min_by_key(|point| plan.identifier(Table::PointOfDelivery, point.index()))
    };
    let counted_as = unit(true).or_else(|| unit(false));
    let (leaves, some) = side(units, rows, true, counted_as);
    let (arrives, others) = side(units, rows, false, counted_as);
    let (mut leaving_cost, mut arriving_cost) = (Some(Total::default()), Some(Total::default()));
    for (_, change) in rows {
        let count = change.activity()?.get().number();
        let cost = if count.is_sign_negative() { &mut leaving_cost } else { &mut arriving_cost };
        match (change.cost(), cost.as_mut()) {
            (Some(printed), Some(total)) => {
                let pounds = printed.get().pounds();
                total.add(if count.is_sign_negative() { negate(pounds) } else { pounds });
            }
            _ => *cost = None,
        }
    }
    Some(Movement {
        scheme: first.scheme(),
        name: first.movement(),
        rows: rows.iter().map(|(row, _)| *row).collect(),
        leaves,
        arrives,
        counted_as: counted_as.filter(|_| some || others),
        leaving_cost: leaving_cost.and_then(|total| total.finish().ok()),
        arriving_cost: arriving_cost.and_then(|total| total.finish().ok()),
    })
}

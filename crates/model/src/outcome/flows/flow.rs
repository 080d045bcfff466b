use crate::pace::{Pace, at_once};
use crate::plan::{ActivityEffect, Ambiguous, Id, NumberCell, Plan, PointOfDelivery, Scheme, Setting};
use crate::quantity::{Decimal, Fixed, InOrder, absolute, add, negate, split_by_largest_remainder, subtract};
use crate::rules::activity::changes::CountedChanges;
use crate::rules::activity::units::Units;
use crate::rules::shifts::Movements;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Where activity of a shift comes from or goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Destination {
    /// A kind of activity in a setting.
    Place(Id<Setting>, Id<PointOfDelivery>),
    /// Nowhere: it is no longer needed or no longer bought.
    Avoided,
    /// The plan does not say.
    Unaccounted,
}

/// Activity that goes from one place to another: what the picture of the shifts shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    /// The scheme that moves it.
    pub scheme: Id<Scheme>,
    /// Where it leaves.
    pub from: Destination,
    /// Where it arrives.
    pub to: Destination,
    /// How much, in what the plan counts; never below nothing.
    pub activity: Fixed,
}

/// What leaves where and arrives where, scheme by scheme.
///
/// Where several kinds leave or arrive in one movement, the plan does not say which becomes
/// which: what leaves is then split by what arrives, in whole numbers, by the largest remainder.
/// The flows out of a place sum to what leaves it, and those into a place to what arrives. A movement of very many
/// rows is taken place by place, and where it has very many places what leaves first arrives first.
pub fn flows(plan: &Plan) -> Vec<Flow> {
    // Of rows about the same one is counted, as it is for the figures.
    let decided = at_once(Ambiguous::of(plan, &Pace::UNBROKEN)).decided(plan);
    let plan = decided.as_ref().unwrap_or(plan);
    let mut flows = Vec::new();
    let units = Units::of(plan);
    let counted = CountedChanges::of(plan);
    for movement in Movements::of(plan, &counted, &units).iter() {
        let mut sources = Vec::new();
        let mut targets = Vec::new();
        for row in movement.rows {
            let Some(change) = plan.activity_changes.get(*row) else { continue };
            let Some(count) = change.activity().map(NumberCell::fixed) else { continue };
            let counted_as = movement.counted_as.unwrap_or(change.point_of_delivery());
            let conversion = units.conversion(Some(movement.scheme), change.point_of_delivery(), counted_as);
            let count = conversion.map_or(count, |conversion| conversion.value(count));
            let Ok(count) = count.value() else { continue };
            let place = Destination::Place(change.setting(), change.point_of_delivery());
            if count.is_sign_negative() {
                sources.push((place, negate(count)));
            } else {
                targets.push((place, count));
            }
        }
        // In the order of their identifiers, so that what is left over in a split goes by those and not by rows.
        sources.order_by(|left, right| by_identifier(plan, left, right));
        targets.order_by(|left, right| by_identifier(plan, left, right));
        // Where what leaves and what arrives are counted in different units it is not known what is left over.
        let rest = movement.leaves.minus(movement.arrives).value().unwrap_or_default();
        let unaccounted = (Destination::Unaccounted, absolute(rest));
        if rest.is_sign_negative() {
            sources.push(unaccounted);
        } else if !rest.is_zero() {
            targets.push(unaccounted);
        }
        if sources.len().saturating_mul(targets.len()) > MOST_PAIRS {
            (sources, targets) = (by_place(&sources), by_place(&targets));
        }
        if sources.len().saturating_mul(targets.len()) > MOST_PAIRS {
            pair_in_order(movement.scheme, &sources, targets, &mut flows);
        } else {
            pair(movement.scheme, &sources, targets, &mut flows);
        }
    }
    for (_, change) in plan.activity_changes.iter().filter(|(row, _)| counted.has_activity(row.index())) {
        let Some(count) = change.activity().map(|cell| cell.get().number()) else { continue };
        if change.effect() == Some(ActivityEffect::Avoided) && count.is_sign_negative() {
            flows.push(Flow {
                scheme: change.scheme(),
                from: Destination::Place(change.setting(), change.point_of_delivery()),
                to: Destination::Avoided,
                activity: negate(count).into(),
            });
        }
    }
    flows
}

fn by_identifier(plan: &Plan, left: &(Destination, Decimal), right: &(Destination, Decimal)) -> Ordering {
    let place = |of: &(Destination, Decimal)| match of.0 {
        Destination::Place(setting, point) => {
            let setting = plan.settings.get(setting).map(|setting| setting.id());
            let point = plan.points_of_delivery.get(point).map(|point| point.id());
            (setting, point)
        }
        Destination::Avoided | Destination::Unaccounted => (None, None),
    };
    place(left).cmp(&place(right)).then(left.1.cmp(&right.1))
}

/// The most flows into which one movement is split.
const MOST_PAIRS: usize = 10_000;

/// What falls on the same place as one, in the order in which the places come first.
fn by_place(sides: &[(Destination, Decimal)]) -> Vec<(Destination, Decimal)> {
    let mut places: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    let mut merged: Vec<(Destination, Decimal)> = Vec::new();
    for (place, activity) in sides {
        let Destination::Place(setting, point) = place else {
            merged.push((*place, *activity));
            continue;
        };
        let at = *places.entry((setting.index(), point.index())).or_insert(merged.len());
        match merged.get_mut(at) {
            Some((_, all)) => *all = add(*all, *activity).unwrap_or(*all),
            None => merged.push((*place, *activity)),
        }
    }
    merged
}

/// What leaves first arrives first: at most as many flows as there are places.
fn pair_in_order(
    scheme: Id<Scheme>,
    sources: &[(Destination, Decimal)],
    targets: Vec<(Destination, Decimal)>,
    flows: &mut Vec<Flow>,
) {
    let mut targets = targets.into_iter().peekable();
    for (from, activity) in sources {
        let mut left = *activity;
        while let Some((to, room)) = targets.peek_mut().filter(|_| !left.is_zero()) {
            let part = left.min(*room);
            if !part.is_zero() {
                flows.push(Flow { scheme, from: *from, to: *to, activity: part.into() });
            }
            left = subtract(left, part).unwrap_or_default();
            *room = subtract(*room, part).unwrap_or_default();
            if room.is_zero() {
                targets.next();
            }
        }
    }
}

fn pair(
    scheme: Id<Scheme>,
    sources: &[(Destination, Decimal)],
    mut targets: Vec<(Destination, Decimal)>,
    flows: &mut Vec<Flow>,
) {
    for (from, activity) in sources {
        let room: Vec<Decimal> = targets.iter().map(|target| target.1).collect();
        let Ok(parts) = split_by_largest_remainder(*activity, &room, 0) else { continue };
        for ((to, room), part) in targets.iter_mut().zip(parts) {
            *room = subtract(*room, part).unwrap_or_default();
            if !part.is_zero() {
                flows.push(Flow { scheme, from: *from, to: *to, activity: part.into() });
            }
        }
    }
}

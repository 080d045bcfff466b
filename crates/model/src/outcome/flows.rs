use crate::plan::{ActivityEffect, Id, Plan, PointOfDelivery, Scheme, Setting};
use crate::quantity::{Decimal, absolute, negate, split_by_largest_remainder, subtract};
use crate::rules::shifts::movements;

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
    /// How much.
    pub activity: Decimal,
}

/// What leaves where and arrives where, scheme by scheme.
///
/// Where several kinds leave or arrive in one movement, the plan does not say which becomes
/// which: what leaves is then split by what arrives, in whole numbers, by the largest remainder.
/// The flows out of a place sum to what leaves it, and those into a place to what arrives.
pub fn flows(plan: &Plan) -> Vec<Flow> {
    let mut flows = Vec::new();
    for movement in movements(plan) {
        let (Ok(leaves), Ok(arrives)) = (movement.leaves, movement.arrives) else { continue };
        let mut sources = Vec::new();
        let mut targets = Vec::new();
        for row in &movement.rows {
            let Some(change) = plan.activity_changes.get(*row) else { continue };
            let Some(count) = change.activity().map(|cell| cell.get().number()) else { continue };
            let place = Destination::Place(change.setting(), change.point_of_delivery());
            if count.is_sign_negative() {
                sources.push((place, negate(count)));
            } else {
                targets.push((place, count));
            }
        }
        let Ok(rest) = subtract(leaves, arrives) else { continue };
        let unaccounted = (Destination::Unaccounted, absolute(rest));
        if rest.is_sign_negative() {
            sources.push(unaccounted);
        } else if !rest.is_zero() {
            targets.push(unaccounted);
        }
        pair(movement.scheme, &sources, targets, &mut flows);
    }
    for (_, change) in plan.activity_changes.iter() {
        let Some(count) = change.activity().map(|cell| cell.get().number()) else { continue };
        if change.effect() == ActivityEffect::Avoided && count.is_sign_negative() {
            flows.push(Flow {
                scheme: change.scheme(),
                from: Destination::Place(change.setting(), change.point_of_delivery()),
                to: Destination::Avoided,
                activity: negate(count),
            });
        }
    }
    flows
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
                flows.push(Flow { scheme, from: *from, to: *to, activity: part });
            }
        }
    }
}

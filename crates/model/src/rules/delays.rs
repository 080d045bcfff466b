//! How late each scheme is, once everything that it waits for is considered.

use crate::plan::{Id, Plan};
use crate::quantity::Fixed;

/// The longest delay that is followed, in months.
const LONGEST: i32 = 1_200;

/// The delay of every scheme in months, and the rows of dependencies that close a circle.
///
/// A scheme is as late as its own delay, as the milestone that it waits for, or as the scheme that
/// it waits for, whichever is latest. Linear in schemes and dependencies.
pub(super) fn delays(plan: &Plan) -> (Vec<i32>, Vec<u32>) {
    let months = |number: Fixed| {
        let whole = number.value().ok().and_then(|months| i32::try_from(months.trunc().mantissa()).ok());
        whole.unwrap_or_default().clamp(0, LONGEST)
    };
    let mut delays: Vec<i32> =
        plan.schemes.iter().map(|(_, scheme)| scheme.delay().map_or(0, |delay| months(delay.fixed()))).collect();
    if plan.dependencies.is_empty() {
        return (delays, Vec::new());
    }
    // Which schemes wait for a scheme, and for how many others a scheme waits.
    let mut followers: Vec<Vec<(usize, u32)>> = vec![Vec::new(); delays.len()];
    let mut waits: Vec<usize> = vec![0; delays.len()];
    for (row, dependency) in plan.dependencies.iter() {
        let scheme = dependency.scheme().position();
        if let Some(other) = dependency.on_scheme()
            && let (Some(of_other), Some(waits)) = (followers.get_mut(other.position()), waits.get_mut(scheme))
        {
            of_other.push((scheme, row.index()));
            *waits += 1;
        }
        let milestone = dependency.on_milestone().and_then(|milestone| plan.milestones.get(milestone));
        let slip = milestone.and_then(|milestone| {
            let (due, original) = (milestone.due()?, milestone.original()?);
            Some(due.last_day().month().months_after(original.last_day().month()))
        });
        if let (Some(slip), Some(delay)) = (slip, delays.get_mut(scheme)) {
            *delay = (*delay).max(slip.clamp(0, LONGEST));
        }
    }
    // Begins with the schemes that wait for nothing. A scheme that waits is ready once all that it waits for are done.
    let mut ready: Vec<usize> = waits.iter().enumerate().filter(|(_, waits)| **waits == 0).map(|(at, _)| at).collect();
    while let Some(scheme) = ready.pop() {
        let delay = delays.get(scheme).copied().unwrap_or_default();
        for (follower, _) in followers.get(scheme).into_iter().flatten() {
            if let (Some(of_follower), Some(waits)) = (delays.get_mut(*follower), waits.get_mut(*follower)) {
                *of_follower = (*of_follower).max(delay);
                *waits -= 1;
                if *waits == 0 {
                    ready.push(*follower);
                }
            }
        }
    }
    // A scheme that never became ready is part of a circle, or waits for one.
    let waiting = |scheme: usize| waits.get(scheme).is_some_and(|waits| *waits > 0);
    let circles = plan.dependencies.iter().filter(|(_, dependency)| {
        waiting(dependency.scheme().position()) && dependency.on_scheme().map(Id::position).is_some_and(waiting)
    });
    let circles = circles.map(|(row, _)| row.index()).collect();
    (delays, circles)
}

//! How late each scheme is, once everything that it waits for is considered.

use super::rings::{Link, rings};
use crate::plan::{Dependency, Id, Plan, Row, Scheme};
use crate::quantity::Month;

/// The longest delay that is followed, in months.
const LONGEST: i32 = 1_200;

/// The delay of every scheme in months, and each circle in which schemes wait for each other: the dependencies that close it.
///
/// A scheme is as late as its own delay, as the milestone that it waits for, or as the scheme that
/// it waits for, whichever is latest. What it waits for may be late by as many months as lie between the two without
/// making it late: where both say when they start, a delay uses up that slack first. Linear in schemes and dependencies.
pub(super) fn delays(plan: &Plan) -> (Vec<i32>, Vec<Vec<Link>>) {
    if plan.schemes.is_unused(Scheme::delay) && plan.dependencies.is_empty() {
        return (vec![0; plan.schemes.len()], Vec::new());
    }
    let mut delays: Vec<i32> = plan.schemes.iter().map(|(_, scheme)| own_delay(scheme)).collect();
    same_in_other_lists(plan, &mut delays);
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
            let (due, original) = (due.last_day().month(), original.last_day().month());
            Some(due.months_after(original) - slack(start_of(plan, scheme), Some(original)))
        });
        if let (Some(slip), Some(delay)) = (slip, delays.get_mut(scheme)) {
            *delay = (*delay).max(slip.clamp(0, LONGEST));
        }
    }
    // Begins with the schemes that wait for nothing. A scheme that waits is ready once all that it waits for are done.
    let mut ready: Vec<usize> = waits.iter().enumerate().filter(|(_, waits)| **waits == 0).map(|(at, _)| at).collect();
    while let Some(scheme) = ready.pop() {
        let delay = delays.get(scheme).copied().unwrap_or_default();
        let start = start_of(plan, scheme);
        for (follower, _) in followers.get(scheme).into_iter().flatten() {
            if let (Some(of_follower), Some(waits)) = (delays.get_mut(*follower), waits.get_mut(*follower)) {
                *of_follower = (*of_follower).max(delay - slack(start_of(plan, *follower), start));
                *waits -= 1;
                if *waits == 0 {
                    ready.push(*follower);
                }
            }
        }
    }
    (delays, circles(plan, &waits))
}

/// How many months a scheme is late by itself, in whole months.
pub(super) fn own_delay(scheme: Row<'_, Scheme>) -> i32 {
    let months = scheme.delay().and_then(|delay| delay.fixed().value().ok());
    let whole = months.and_then(|months| i32::try_from(months.trunc().mantissa()).ok());
    whole.unwrap_or_default().clamp(0, LONGEST)
}

/// A scheme that stands in the lists of several years is late in all of them: a row that gives no delay of its own has that
/// of the rows with which it is the same, the longest of theirs, where both say the same start or one says none. Each takes
/// what others give, and never what they took: so no order of the rows makes another.
fn same_in_other_lists(plan: &Plan, delays: &mut [i32]) {
    if plan.schemes.is_unused(Scheme::same_as) {
        return;
    }
    for (row, scheme) in plan.schemes.iter() {
        let Some((other, of_other)) = scheme.same_as().and_then(|of| Some((of, plan.schemes.get(of)?))) else {
            continue;
        };
        if scheme.start().zip(of_other.start()).is_some_and(|(one, other)| one != other) {
            continue;
        }
        let (late, given) = match (scheme.delay(), of_other.delay()) {
            (None, Some(_)) => (row.position(), own_delay(of_other)),
            (Some(_), None) => (other.position(), own_delay(scheme)),
            _ => continue,
        };
        if let Some(delay) = delays.get_mut(late) {
            *delay = (*delay).max(given);
        }
    }
}

/// When a scheme was to start.
fn start_of(plan: &Plan, scheme: usize) -> Option<Month> {
    plan.schemes.get(Id::at(u32::try_from(scheme).ok()?)).and_then(|scheme| scheme.start())
}

/// How many months a scheme starts after what it waits for; none where one of the two is not given.
fn slack(start: Option<Month>, before: Option<Month>) -> i32 {
    start.zip(before).map_or(0, |(start, before)| start.months_after(before).clamp(0, LONGEST))
}

/// The circles among the schemes that never became ready: those are part of one, or wait for one.
fn circles(plan: &Plan, waits: &[usize]) -> Vec<Vec<Link>> {
    let is_stuck = |scheme: usize| waits.get(scheme).is_some_and(|waits| *waits > 0);
    let link = |(row, dependency): (Id<Dependency>, Row<'_, Dependency>)| {
        let (scheme, on) = (dependency.scheme().position(), dependency.on_scheme()?.position());
        (is_stuck(scheme) && is_stuck(on)).then_some((scheme, on, row.index()))
    };
    rings(waits.len(), &plan.dependencies.iter().filter_map(link).collect::<Vec<_>>())
}

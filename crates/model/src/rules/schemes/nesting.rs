use crate::plan::{Id, Plan, SchemeList};
use std::cmp::Reverse;

/// Every list with the list that holds it, parts before what they are part of: whoever adds up
/// lists in this order has the parts when the whole is due.
///
/// A list that is part of itself is refused when a plan is read; the count only makes sure that
/// this comes to an end for a plan that was put together in another way.
pub(in crate::rules) fn parts_first(plan: &Plan) -> Vec<(Id<SchemeList>, Option<Id<SchemeList>>)> {
    let mut lists: Vec<_> = plan.scheme_lists.iter().map(|(list, row)| (list, row.parent)).collect();
    let above = |list: Id<SchemeList>| plan.scheme_lists.get(list).and_then(|row| row.parent);
    let most = lists.len();
    let depth = |parent| std::iter::successors(parent, |list| above(*list)).take(most).count();
    lists.sort_by_cached_key(|(_, parent)| Reverse(depth(*parent)));
    lists
}

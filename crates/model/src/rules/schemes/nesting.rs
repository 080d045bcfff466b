use crate::plan::{Id, Plan, SchemeList};
use std::cmp::Reverse;

/// Every list with its parent, parts before what they are part of: whoever adds up lists in this order has the sums
/// of all parts when it comes to the whole.
///
/// A list that is part of itself is refused when a plan is read. The limit on the depth is for plans that were put
/// together in another way: it ends a circle.
pub(in crate::rules) fn parts_first(plan: &Plan) -> Vec<(Id<SchemeList>, Option<Id<SchemeList>>)> {
    let mut lists: Vec<_> = plan.scheme_lists.iter().map(|(list, row)| (list, row.parent())).collect();
    let above = |list: Id<SchemeList>| plan.scheme_lists.get(list).and_then(|row| row.parent());
    let most = lists.len();
    let depth = |parent| std::iter::successors(parent, |list| above(*list)).take(most).count();
    lists.sort_by_cached_key(|(_, parent)| Reverse(depth(*parent)));
    lists
}

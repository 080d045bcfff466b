use crate::plan::{Id, Plan, Row, SchemeList};
use crate::quantity::InOrder;
use std::cmp::Reverse;

/// Every list with its parent, parts before what they are part of: whoever adds up lists in this order has the sums
/// of all parts when it comes to the whole.
///
/// A list that is part of itself is refused when a plan is read. The limit on the depth is for plans that were put
/// together in another way: it ends a circle.
pub(in crate::rules) fn parts_first(plan: &Plan) -> Vec<(Id<SchemeList>, Option<Id<SchemeList>>)> {
    let above = |list: Id<SchemeList>| plan.scheme_lists.get(list).and_then(|row| row.parent());
    let most = plan.scheme_lists.len();
    let depth = |parent| std::iter::successors(parent, |list| above(*list)).take(most).count();
    let of_list = |(list, row): (_, Row<'_, SchemeList>)| (depth(row.parent()), (list, row.parent()));
    let mut lists: Vec<_> = plan.scheme_lists.iter().map(of_list).collect();
    lists.order_by_key(|(depth, _)| Reverse(*depth));
    lists.into_iter().map(|(_, list)| list).collect()
}

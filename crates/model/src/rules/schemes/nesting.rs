use crate::plan::{Id, Plan, Row, SchemeList};
use crate::quantity::InOrder;
use std::cmp::Reverse;

/// The list in which a list counts: the one of which it is a part, where that is a list of the same year. Savings of
/// different years are not added up.
pub(in crate::rules) fn counted_in(plan: &Plan, list: Id<SchemeList>) -> Option<Id<SchemeList>> {
    let part = plan.scheme_lists.get(list)?;
    let parent = part.parent()?;
    plan.scheme_lists.get(parent).filter(|whole| whole.year() == part.year()).map(|_| parent)
}

/// Every list with the list in which it counts, parts before what they are part of: whoever adds up lists in this
/// order has the sums of all parts when it comes to the whole.
///
/// A list that is part of itself is refused when a plan is read. The limit on the depth is for plans that were put
/// together in another way: it ends a circle.
pub(in crate::rules) fn parts_first(plan: &Plan) -> Vec<(Id<SchemeList>, Option<Id<SchemeList>>)> {
    let most = plan.scheme_lists.len();
    let depth = |parent| std::iter::successors(parent, |list| counted_in(plan, *list)).take(most).count();
    let of_list = |(list, _): (_, Row<'_, SchemeList>)| {
        let parent = counted_in(plan, list);
        (depth(parent), (list, parent))
    };
    let mut lists: Vec<_> = plan.scheme_lists.iter().map(of_list).collect();
    lists.order_by_key(|(depth, _)| Reverse(*depth));
    lists.into_iter().map(|(_, list)| list).collect()
}

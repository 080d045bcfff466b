use std::cmp::Ordering;

/// The positions of a list in the order of a comparison; equal ones stay in the order of the list.
///
/// There is one sorting routine in the whole program, and this is it: a routine for each type
/// that is ever sorted would be a tenth of the page.
///
/// ```
/// use one_plan_model::quantity::positions_in_order;
/// let words = ["shift", "cap", "drug"];
/// assert_eq!(positions_in_order(3, &|left, right| words[left].cmp(words[right])), [1, 2, 0]);
/// ```
pub fn positions_in_order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..length).collect();
    positions.sort_by(|left, right| compare(*left, *right));
    positions
}

/// Puts a list in the order of a comparison; equal ones stay in the order of the list.
///
/// ```
/// use one_plan_model::quantity::put_in_order;
/// let mut years = vec!["2012/13", "2011/12"];
/// put_in_order(&mut years, &|left, right| left.cmp(right));
/// assert_eq!(years, ["2011/12", "2012/13"]);
/// ```
pub fn put_in_order<T>(list: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let order = positions_in_order(list.len(), &|left, right| match (list.get(left), list.get(right)) {
        (Some(left), Some(right)) => compare(left, right),
        _ => Ordering::Equal,
    });
    let mut taken: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(order.into_iter().filter_map(|position| taken.get_mut(position)?.take()));
}

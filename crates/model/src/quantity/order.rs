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
pub fn put_in_order<T>(list: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    let order = positions_in_order(list.len(), &|left, right| match (list.get(left), list.get(right)) {
        (Some(left), Some(right)) => compare(left, right),
        _ => Ordering::Equal,
    });
    exchange(order, &mut |left, right| list.swap(left, right));
}

/// Exchanges places two by two until at every place stands what the order says.
fn exchange(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut place = start;
        // What a place is to hold comes from the next place of the same round, until the round is closed.
        while let Some(from) = order.get_mut(place).map(|from| std::mem::replace(from, place)) {
            if from == start {
                break;
            }
            swap(place, from);
            place = from;
        }
    }
}

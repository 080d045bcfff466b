use std::cmp::Ordering;

/// Lists that are put in order by one routine for all of them.
///
/// The sort of the standard library is compiled anew for every type and every comparison, and at the level at which
/// the model is compiled each copy takes ten to sixteen kilobytes: with some fifty sorts they were a third of the
/// model. Here positions are sorted by it, once, and the list is then brought into that order. What is equal stays in
/// the order of the list.
///
/// ```
/// use one_plan_model::quantity::InOrder;
/// let mut years = vec![("2012/13", 1), ("2011/12", 2), ("2012/13", 0)];
/// years.order_by_key(|(year, _)| *year);
/// assert_eq!(years, [("2011/12", 2), ("2012/13", 1), ("2012/13", 0)]);
/// ```
pub trait InOrder<T> {
    /// By a comparison.
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// By what is worked out for each, once.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K);
}

impl<T> InOrder<T> for [T] {
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let list: &Self = self;
        let order = positions_in_order(list.len(), &|left, right| match (list.get(left), list.get(right)) {
            (Some(left), Some(right)) => compare(left, right),
            _ => Ordering::Equal,
        });
        bring_into_order(order, &mut |left, right| self.swap(left, right));
    }

    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        if self.len() > 1 {
            let keys: Vec<K> = self.iter().map(key).collect();
            bring_into_order(positions_of_keys(&keys), &mut |left, right| self.swap(left, right));
        }
    }
}

/// For every type of keys, and not for every list that has such keys.
#[inline(never)]
fn positions_of_keys<K: Ord>(keys: &[K]) -> Vec<usize> {
    positions_in_order(keys.len(), &|left, right| keys.get(left).cmp(&keys.get(right)))
}

#[inline(never)]
fn positions_in_order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    // Most lists are in order already.
    if (1..length).all(|at| compare(at - 1, at).is_le()) {
        return Vec::new();
    }
    let mut positions: Vec<usize> = (0..length).collect();
    positions.sort_by(|left, right| compare(*left, *right));
    positions
}

/// Exchanges two by two until at every place stands what the order says.
#[inline(never)]
fn bring_into_order(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
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

#[cfg(test)]
mod tests {
    use super::InOrder;

    #[test]
    fn the_order_is_that_of_a_stable_sort() {
        let mut draw: u64 = 0x5eed;
        for length in [0, 1, 2, 3, 17, 100, 1_000] {
            let mut list: Vec<(u64, usize)> = Vec::new();
            for at in 0..length {
                draw = draw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                list.push((draw >> 60, at));
            }
            let mut sorted = list.clone();
            sorted.sort_by_key(|(key, _)| *key);
            list.order_by_key(|(key, _)| *key);
            assert_eq!(list, sorted);
        }
    }
}

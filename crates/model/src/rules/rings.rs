//! Circles among things that wait for each other, or stand on each other: each is found once, with all that closes it.

use std::collections::BTreeMap;

/// One thing leads to another: from where, to where, and the row that says so.
pub(super) type Link = (usize, usize, u32);

/// The circles among so many things, each as the links that lie within it. What only leads to a circle, or is only led to by
/// one, is no part of it. Linear in things and links, and without recursion: a circle may be as long as a plan.
pub(super) fn rings(things: usize, links: &[Link]) -> Vec<Vec<Link>> {
    let mut onward: Vec<Vec<usize>> = vec![Vec::new(); things];
    let mut back: Vec<Vec<usize>> = vec![Vec::new(); things];
    for (from, to, _) in links {
        if let (Some(onward), Some(back)) = (onward.get_mut(*from), back.get_mut(*to)) {
            onward.push(*to);
            back.push(*from);
        }
    }
    // Two things are in one circle where each leads to the other (Kosaraju: once onward, once back in the opposite order).
    let mut of: Vec<Option<usize>> = vec![None; things];
    for first in left_in_order(&onward).into_iter().rev() {
        let mut open = vec![first];
        while let Some(at) = open.pop() {
            match of.get_mut(at) {
                Some(of) if of.is_none() => *of = Some(first),
                _ => continue,
            }
            open.extend(back.get(at).into_iter().flatten());
        }
    }
    let ring = |at: usize| of.get(at).copied().flatten();
    let mut found: BTreeMap<usize, Vec<Link>> = BTreeMap::new();
    for link in links {
        if let Some(one) = ring(link.0).filter(|one| ring(link.1) == Some(*one)) {
            found.entry(one).or_default().push(*link);
        }
    }
    found.into_values().collect()
}

/// The things in the order in which a walk over the links leaves them: each after all to which it leads for the first time.
fn left_in_order(onward: &[Vec<usize>]) -> Vec<usize> {
    let mut is_seen = vec![false; onward.len()];
    let mut left = Vec::with_capacity(onward.len());
    for first in 0..onward.len() {
        let mut way: Vec<(usize, usize)> = vec![(first, 0)];
        while let Some((at, next)) = way.pop() {
            if next == 0 {
                match is_seen.get_mut(at) {
                    Some(is_seen) if !*is_seen => *is_seen = true,
                    _ => continue,
                }
            }
            match onward.get(at).and_then(|onward| onward.get(next)) {
                Some(to) => way.extend([(at, next + 1), (*to, 0)]),
                None => left.push(at),
            }
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::rings;

    /// The rows of the links of each circle.
    fn rows(things: usize, links: &[(usize, usize, u32)]) -> Vec<Vec<u32>> {
        let mut rows: Vec<Vec<u32>> =
            rings(things, links).iter().map(|ring| ring.iter().map(|link| link.2).collect()).collect();
        rows.sort();
        rows
    }

    #[test]
    fn each_circle_is_found_once_without_what_only_touches_it() {
        assert!(rows(3, &[(0, 1, 0), (1, 2, 1), (0, 2, 2)]).is_empty());
        assert_eq!(rows(1, &[(0, 0, 7)]), [[7]]);
        // Two circles, joined by a thing that is part of neither.
        let joined = [(0, 1, 0), (1, 0, 1), (1, 2, 2), (2, 3, 3), (3, 4, 4), (4, 3, 5), (4, 5, 6)];
        assert_eq!(rows(6, &joined), [[0, 1], [4, 5]]);
        // Two circles that share a thing are one: none of them can begin.
        assert_eq!(rows(3, &[(0, 1, 0), (1, 0, 1), (1, 2, 2), (2, 1, 3)]), [[0, 1, 2, 3]]);
    }

    #[test]
    fn a_circle_as_long_as_a_plan_does_not_run_out_of_memory() {
        const LONG: usize = 200_000;
        let links: Vec<_> = (0..LONG).zip(0..).map(|(at, row)| (at, (at + 1) % LONG, row)).collect();
        assert_eq!(rows(LONG, &links).iter().map(Vec::len).collect::<Vec<_>>(), [LONG]);
    }
}

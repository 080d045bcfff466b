use crate::pace::{Pace, ROWS_AT_A_TIME};
use std::cmp::Ordering;

/// The positions of so many rows in order, giving way between parts of the work. What is equal stays in the order of the
/// rows.
///
/// ```
/// use one_plan_model::pace::{Pace, at_once};
/// use one_plan_model::quantity::ordered_rows;
/// let names = ["cardiology", "acute", "cardiology", "beds"];
/// let compare = |left: u32, right: u32| names[left as usize].cmp(names[right as usize]);
/// assert_eq!(at_once(ordered_rows(4, &compare, &Pace::UNBROKEN)), [1, 3, 0, 2]);
/// ```
pub async fn ordered_rows(count: u32, compare: &dyn Fn(u32, u32) -> Ordering, pace: &Pace<'_>) -> Vec<u32> {
    let mut rows: Vec<u32> = (0..count).collect();
    if are_in_order(&rows, compare, pace).await {
        return rows;
    }
    for run in rows.chunks_mut(ROWS_AT_A_TIME) {
        run.sort_by(|left, right| compare(*left, *right));
        pace.checked_rows().await;
    }
    let mut length = ROWS_AT_A_TIME;
    let mut merged: Vec<u32> = Vec::with_capacity(rows.len());
    while length < rows.len() {
        for pair in rows.chunks(length * 2) {
            let (mut left, mut right) = pair.split_at_checked(length).unwrap_or((pair, &[]));
            while !left.is_empty() && !right.is_empty() {
                merge_some(&mut left, &mut right, compare, &mut merged);
                pace.checked_rows().await;
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut rows, &mut merged);
        merged.clear();
        length *= 2;
    }
    rows
}

/// Whether no row comes before the one above it: most lists are in order already.
async fn are_in_order(rows: &[u32], compare: &dyn Fn(u32, u32) -> Ordering, pace: &Pace<'_>) -> bool {
    let others = rows.get(1..).unwrap_or_default();
    for (some, next) in rows.chunks(ROWS_AT_A_TIME).zip(others.chunks(ROWS_AT_A_TIME)) {
        if some.iter().zip(next).any(|(row, next)| compare(*row, *next).is_gt()) {
            return false;
        }
        pace.checked_rows().await;
    }
    true
}

/// Moves rows from the beginnings of two lists, each in order, behind a list.
fn merge_some(left: &mut &[u32], right: &mut &[u32], compare: &dyn Fn(u32, u32) -> Ordering, merged: &mut Vec<u32>) {
    for _ in 0..ROWS_AT_A_TIME {
        let ([first, left_after @ ..], [other, right_after @ ..]) = (*left, *right) else { return };
        // The left list stood before the right one: of two that are equal its row comes first.
        if compare(*first, *other).is_le() {
            merged.push(*first);
            *left = left_after;
        } else {
            merged.push(*other);
            *right = right_after;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ordered_rows;
    use crate::pace::{InSlices, Pace, at_once};

    #[test]
    fn the_order_is_that_of_a_stable_sort_however_often_it_gives_way() {
        let mut draw: u64 = 0x5eed;
        for length in [0_u32, 1, 2, 2_047, 2_048, 2_049, 4_096, 4_097, 9_000] {
            let mut keys: Vec<u64> = Vec::new();
            for _ in 0..length {
                draw = draw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                keys.push(draw >> 55);
            }
            let key = |row: u32| keys.get(row as usize);
            let compare = |left: u32, right: u32| key(left).cmp(&key(right));
            let mut expected: Vec<u32> = (0..length).collect();
            expected.sort_by(|left, right| compare(*left, *right));
            assert_eq!(at_once(ordered_rows(length, &compare, &Pace::UNBROKEN)), expected);
            let always = |_| true;
            let pace = Pace::new(&always);
            let mut slices = InSlices::new(ordered_rows(length, &compare, &pace));
            let sorted = std::iter::repeat_with(|| slices.next()).find_map(|rows| rows);
            assert_eq!(sorted, Some(expected));
        }
    }
}

//! Rows that miss the sums of others by a rounding or by a slip: "Medicine" with 301 below rows that add up to 300.
//!
//! A row of another size is a row like any other. One that is nearly the sum of several rows is said whatever becomes of it, for
//! it may have the same money once more; and where it lacks what each of these has, or a total counts it in their place, it is
//! taken for their sum. What is as near to one of the rows alone may be a second one like it, and is no sum.

use super::group::Miss;
use super::lines::{Line, LineAmount, MOST_PARTS, Mark};
use one_plan_model::quantity::Decimal;
use std::collections::{BTreeSet, HashMap};

/// So many hundredths of a sum a row may miss that lacks what its parts have, or gives one of their sums exactly.
const HUNDREDTHS_OF_SUM: i64 = 5;
/// So many where nothing but its size says so.
const HUNDREDTHS_ALONE: i64 = 1;

/// How a row misses the sums of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// By no more than the rounding of what is printed.
    Rounded,
    /// By a few hundredths, and one of its amounts is the exact sum.
    PartlyExact,
    /// By a few hundredths in every amount.
    Near,
    /// By any amount, but that one is the exact sum, and it lacks what its parts have.
    OneExact,
}

/// A row that is nearly the sum of others.
#[derive(Clone, Debug)]
pub struct NearGroup<'l> {
    /// Its parts.
    pub parts: Vec<&'l Line>,
    /// How it misses them.
    pub nearness: Nearness,
    /// The amounts that are not the sums.
    pub misses: Vec<Miss>,
}

/// The lines that are nearly sums of those directly before them in this order, where they are not exact ones already.
pub fn near_groups_among<'l>(
    lines: impl Iterator<Item = &'l Line>,
    exact: &HashMap<u32, Vec<&Line>>,
) -> HashMap<u32, NearGroup<'l>> {
    let in_group: HashMap<u32, u32> =
        exact.iter().flat_map(|(head, parts)| parts.iter().map(|part| (part.row, *head))).collect();
    let mut found: HashMap<u32, NearGroup<'l>> = HashMap::new();
    // Each with whether it adds up others.
    let mut nearest: Vec<(&Line, bool)> = Vec::new();
    for line in lines {
        if line.mark == Mark::Total {
            nearest.clear();
            continue;
        }
        if let Some(parts) = exact.get(&line.row) {
            let parts: BTreeSet<u32> = parts.iter().map(|part| part.row).collect();
            nearest.retain(|(of, _)| !parts.contains(&of.row));
            nearest.push((line, true));
            continue;
        }
        // A row that is added up together with these is one beside them.
        let stands_beside = |part: &Line| {
            let group = in_group.get(&part.row);
            group.is_some() && group == in_group.get(&line.row)
        };
        let near = nearly_sum(line, &nearest).filter(|near| !near.parts.iter().any(|part| stands_beside(part)));
        let is_head = near.is_some();
        if let Some(near) = near {
            // By chance one amount is that of others: the row counts, and so do they.
            if near.nearness != Nearness::OneExact {
                nearest.truncate(nearest.len().saturating_sub(near.parts.len()));
            }
            found.insert(line.row, near);
        }
        if is_head || line.mark == Mark::None {
            nearest.push((line, is_head));
        }
    }
    found
}

/// The last of these lines of which a line is nearly the sum.
fn nearly_sum<'l>(line: &Line, nearest: &[(&'l Line, bool)]) -> Option<NearGroup<'l>> {
    let first = line.amounts.iter().find(|of| !of.amount.is_zero()).filter(|_| line.can_be_sum)?;
    let most = first.amount.abs().checked_mul(Decimal::TWO)?;
    let mut sum = Decimal::ZERO;
    let mut counting = 0_usize;
    let mut has_negative = false;
    for (at, (part, _)) in nearest.iter().enumerate().rev().take(MOST_PARTS) {
        let amount = amount_in(part, first.column);
        sum = sum.checked_add(amount)?;
        has_negative |= amount.is_sign_negative() != first.amount.is_sign_negative() && !amount.is_zero();
        counting += usize::from(!part.is_nought());
        // All since the last row that adds up others, or since the last total.
        let is_all = at.checked_sub(1).and_then(|before| nearest.get(before)).is_none_or(|(_, is_head)| *is_head);
        if counting > 1 && (is_all || is_within(first.amount, sum, HUNDREDTHS_OF_SUM)) {
            let parts: Vec<&'l Line> = nearest.get(at..)?.iter().map(|(part, _)| *part).collect();
            if let Some(near) = group_of(line, parts, is_all) {
                return Some(near);
            }
        }
        if !has_negative && sum.abs() > most {
            return None;
        }
    }
    None
}

/// The group that a line is of some parts. `are_all` says whether they are all rows since the last sum.
fn group_of<'l>(line: &Line, parts: Vec<&'l Line>, are_all: bool) -> Option<NearGroup<'l>> {
    let columns: Vec<(&LineAmount, Decimal)> =
        line.amounts.iter().map(|of| Some((of, sum_in(&parts, of.column)?))).collect::<Option<_>>()?;
    let is_exact = |(of, sum): &(&LineAmount, Decimal)| of.amount == *sum;
    let has_exact = columns.iter().any(|of| is_exact(of) && !of.1.is_zero());
    let is_like_one = |(of, sum): &(&LineAmount, Decimal)| {
        let Some(apart) = of.amount.checked_sub(*sum) else { return true };
        let is_as_near = |part: &&Line| {
            let from_part = of.amount.checked_sub(amount_in(part, of.column));
            from_part.is_none_or(|from_part| from_part.abs() <= apart.abs())
        };
        !apart.is_zero() && parts.iter().any(is_as_near)
    };
    if columns.iter().all(is_exact) {
        return None;
    }
    let are_within = |hundredths: i64| columns.iter().all(|(of, sum)| is_within(of.amount, *sum, hundredths));
    let is_rounded = |(of, sum): &(&LineAmount, Decimal)| is_rounded(of, *sum, &parts);
    let lacks = line.mark == Mark::Perhaps || lacks_all_but_a_name(line, &parts);
    let nearness = match () {
        () if columns.iter().any(is_like_one) => (lacks && are_all && has_exact).then_some(Nearness::OneExact),
        () if (are_all || lacks) && columns.iter().all(is_rounded) && are_within(HUNDREDTHS_OF_SUM) => {
            Some(Nearness::Rounded)
        }
        () if (are_all || lacks) && has_exact && are_within(HUNDREDTHS_OF_SUM) => Some(Nearness::PartlyExact),
        () if are_all && are_within(if lacks { HUNDREDTHS_OF_SUM } else { HUNDREDTHS_ALONE }) => Some(Nearness::Near),
        () => (lacks && are_all && has_exact).then_some(Nearness::OneExact),
    }?;
    let missed = columns.iter().filter(|of| !is_exact(of));
    let misses = missed.map(|(of, sum)| Miss { column: of.column, printed: of.amount, sum: *sum }).collect();
    Some(NearGroup { parts, nearness, misses })
}

/// Whether a line has nothing but a name, or nothing but a reference, and lacks what each of its parts has beside that.
pub fn lacks_all_but_a_name(line: &Line, parts: &[&Line]) -> bool {
    line.telling < 2 && line.lacks_what_all_have(parts)
}

fn amount_in(line: &Line, column: usize) -> Decimal {
    line.amounts.iter().find(|of| of.column == column).map_or(Decimal::ZERO, |of| of.amount)
}

fn sum_in(parts: &[&Line], column: usize) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(amount_in(part, column)))
}

fn is_within(amount: Decimal, sum: Decimal, hundredths: i64) -> bool {
    let room = sum.abs().checked_mul(Decimal::new(hundredths, 2));
    amount.checked_sub(sum).map(|apart| apart.abs()).zip(room).is_some_and(|(apart, room)| apart <= room)
}

/// Whether an amount is a sum where each number that is printed stands for half a unit of its last place more or less.
fn is_rounded(of: &LineAmount, sum: Decimal, parts: &[&Line]) -> bool {
    let places = parts.iter().filter_map(|part| part.amounts.iter().find(|part| part.column == of.column));
    let units = places.map(|part| part.last_place).chain([of.last_place]);
    let room = units.into_iter().try_fold(Decimal::ZERO, |room, unit| room.checked_add(unit));
    let apart = of.amount.checked_sub(sum).and_then(|apart| apart.abs().checked_mul(Decimal::TWO));
    apart.zip(room).is_some_and(|(apart, room)| apart <= room)
}

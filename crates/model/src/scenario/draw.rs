//! Random numbers of the model's own: the same on every machine, and each by its name.
//!
//! A draw depends on the seed, the run and the name of the input, and on nothing else: it is the same whatever else is
//! drawn or asked for, and in whatever order. There is no state. All arithmetic is on whole numbers.

use crate::plan::{CellAddress, Distribution, Plan, Table};
use crate::quantity::Fixed;

/// The name of an input as a number (FNV-1a of 64 bits).
pub fn name_of(words: &str) -> u64 {
    words.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The name of a row: its table and its identifier, so that it keeps its draws wherever it stands. A row without one is called
/// by its position.
pub fn name_of_row(plan: &Plan, table: Table, row: u32) -> u64 {
    name_of(&words_of_row(plan, table, row))
}

/// The name of a cell: that of its row with the column.
pub fn name_of_cell(plan: &Plan, CellAddress { table, row, column }: CellAddress) -> u64 {
    name_of(&format!("{} {column}", words_of_row(plan, table, row)))
}

fn words_of_row(plan: &Plan, table: Table, row: u32) -> String {
    match plan.identifier(table, row) {
        Some(identifier) => format!("{} {identifier}", table.name()),
        None => format!("{} {row}", table.name()),
    }
}

/// The finishing steps of SplitMix64, which spread every bit over the whole word.
const fn spread(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// A run of a seed, in which every input has its draw.
///
/// ```
/// use one_plan_model::scenario::draw::{SeededRun, draw, name_of};
/// let run = SeededRun::new(7, 2);
/// assert_eq!(run.draw(name_of("schemes a")), draw(7, 2, name_of("schemes a")));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct SeededRun(u64);

impl SeededRun {
    /// The run of this number; runs may be counted from any.
    pub const fn new(seed: u32, run: u32) -> Self {
        Self(spread(((seed as u64) << 32) | run as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// What the input of a name draws: a whole number from 0 to 2³² − 1, each as likely as another.
    pub const fn draw(self, name: u64) -> u32 {
        (spread(spread(name ^ self.0)) >> 32) as u32
    }
}

/// A whole number from 0 to 2³² − 1, each as likely as another.
pub const fn draw(seed: u32, run: u32, name: u64) -> u32 {
    SeededRun::new(seed, run).draw(name)
}

/// A draw as a whole number from `low` to `high`, both of them too, each as likely as another; `low` where `high` lies below it.
///
/// ```
/// use one_plan_model::scenario::draw::whole_between;
/// assert_eq!([0, 1 << 31, u32::MAX].map(|draw| whole_between(draw, 900, 1_100)), [900, 1_000, 1_100]);
/// ```
pub fn whole_between(draw: u32, low: i32, high: i32) -> i64 {
    let width = u64::try_from(i64::from(high) - i64::from(low)).unwrap_or_default() + 1;
    // Scaled to the width: a division would take longer than all the rest.
    i64::from(low) + i64::try_from((u64::from(draw) * width) >> 32).unwrap_or_default()
}

/// A range, ready to be drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    low: Fixed,
    width: Fixed,
    /// Where in the range the most likely value lies, in 2⁻³² of it; nothing where all are as likely.
    mode: Option<u64>,
}

/// The whole range, in the parts in which it is drawn.
const WHOLE: u64 = 1 << 32;

impl Drawn {
    /// A range with its most likely value; one that lies outside is taken to the nearer end.
    pub fn new(low: Fixed, central: Fixed, high: Fixed, distribution: Distribution) -> Self {
        let width = high.minus(low);
        let mode = match distribution {
            Distribution::Uniform => None,
            Distribution::Triangular => {
                let share = central.minus(low).over(width).maximum(Fixed::ZERO).minimum(Fixed::ONE);
                let parts = share.times(Fixed::whole(i64::try_from(WHOLE).unwrap_or_default())).rounded(0).value();
                Some(parts.ok().and_then(|parts| u64::try_from(parts.mantissa()).ok()).unwrap_or_default())
            }
        };
        Self { low, width, mode }
    }

    /// The value of a draw: the inverse of the distribution, to 2⁻³² of the range.
    pub fn value(&self, draw: u32) -> Fixed {
        let draw = u64::from(draw);
        let part = match self.mode {
            None => draw,
            // The area of the triangle up to a place grows with its square, on either side of the mode.
            Some(mode) if draw < mode => (draw * mode).isqrt(),
            Some(mode) => WHOLE - ((WHOLE - draw).saturating_mul(WHOLE - mode)).isqrt(),
        };
        // 2⁻³² of the range to ten decimal places: a third of a unit of the last of them.
        let share = (u128::from(part) * 10_000_000_000) >> 32;
        self.low.plus(self.width.times(Fixed::of_digits(i128::try_from(share).unwrap_or_default(), 10, 0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(low: i64, central: i64, high: i64, distribution: Distribution) -> Vec<Fixed> {
        let drawn = Drawn::new(Fixed::whole(low), Fixed::whole(central), Fixed::whole(high), distribution);
        let mut values: Vec<Fixed> = (0..20_000).map(|run| drawn.value(draw(7, run, name_of("a")))).collect();
        values.sort_unstable();
        values
    }

    fn near(value: Option<&Fixed>, expected: i64, within: i64) {
        let apart = value.copied().unwrap_or(Fixed::ZERO).minus(Fixed::whole(expected));
        assert!(!Fixed::whole(within).is_below(apart.maximum(apart.negated())), "{value:?} is not near {expected}");
    }

    #[test]
    fn a_draw_depends_on_seed_run_and_name() {
        let one = draw(1, 1, name_of("a"));
        assert_eq!(one, draw(1, 1, name_of("a")));
        let others = [draw(2, 1, name_of("a")), draw(1, 2, name_of("a")), draw(1, 1, name_of("b"))];
        assert!(others.iter().all(|other| *other != one));
        // The numbers of a seed are promised to stay: what was simulated once is simulated again.
        assert_eq!([draw(1, 0, 0), draw(1, 1, 0), draw(2, 0, 0)], PROMISED);
    }

    #[test]
    fn a_row_keeps_its_draws_wherever_it_stands_and_its_cells_draw_apart() {
        let cells = |rows: &str, row: u32| {
            let plan = crate::example::plan(&format!("\"programmes\": [{rows}]"));
            let of = |column| name_of_cell(&plan, CellAddress { table: Table::Programme, row, column });
            (name_of_row(&plan, Table::Programme, row), of("name"), of("source"))
        };
        let (a, b) = (r#"{"id": "a", "name": "A"}"#, r#"{"id": "b", "name": "B"}"#);
        let first = cells(&format!("{a}, {b}"), 0);
        assert_eq!(first, cells(&format!("{b}, {a}"), 1));
        let all = [first, cells(&format!("{a}, {b}"), 1)].map(|(row, one, other)| [row, one, other]).concat();
        assert_eq!(all.iter().collect::<std::collections::BTreeSet<_>>().len(), 6, "{all:?}");
        assert_eq!(first.0, name_of("programmes a"), "the names that a simulation has promised to keep");
    }

    #[test]
    fn whole_numbers_fill_their_range_evenly_with_both_ends() {
        let draws: Vec<i64> = (0..20_000).map(|run| whole_between(draw(7, run, name_of("a")), 900, 1_100)).collect();
        assert_eq!((draws.iter().min(), draws.iter().max()), (Some(&900), Some(&1_100)));
        let mean = draws.iter().sum::<i64>() / 20_000;
        assert!((999..=1_001).contains(&mean), "{mean}");
        assert_eq!(
            [0, u32::MAX].map(|draw| whole_between(draw, i32::MIN, i32::MAX)),
            [i32::MIN, i32::MAX].map(i64::from)
        );
        assert_eq!(whole_between(u32::MAX, 5, 4), 5);
    }

    const PROMISED: [u32; 3] = [2_088_110_621, 2_294_449_069, 2_670_033_866];

    #[test]
    fn uniform_draws_fill_their_range_evenly() {
        let values = drawn(1_000, 0, 2_000, Distribution::Uniform);
        near(values.first(), 1_000, 1);
        near(values.get(2_000), 1_100, 8);
        near(values.get(10_000), 1_500, 10);
        near(values.last(), 2_000, 1);
    }

    #[test]
    fn triangular_draws_lie_as_the_triangle_says() {
        // Between 0 and 1,000 with the mode at 250: F(250) = 250/1,000, and F(x) = 1 − (1,000 − x)²/(1,000 × 750).
        let values = drawn(0, 250, 1_000, Distribution::Triangular);
        near(values.get(5_000), 250, 8);
        // √(0.1 × 1,000 × 250) = 158.1 and 1,000 − √(0.5 × 750,000) = 387.6 and 1,000 − √(0.1 × 750,000) = 726.1
        near(values.get(2_000), 158, 8);
        near(values.get(10_000), 388, 8);
        near(values.get(18_000), 726, 10);
        assert!(values.first().is_some_and(|least| !least.is_negative()));
        assert!(values.last().is_some_and(|most| !Fixed::whole(1_000).is_below(*most)));
    }

    #[test]
    fn a_most_likely_value_at_an_end_or_outside_is_that_end() {
        for (central, expected) in [(0, 293), (-5, 293), (1_000, 707), (2_000, 707)] {
            near(drawn(0, central, 1_000, Distribution::Triangular).get(10_000), expected, 10);
        }
        assert_eq!(drawn(5, 5, 5, Distribution::Triangular).first(), Some(&Fixed::whole(5)));
    }
}

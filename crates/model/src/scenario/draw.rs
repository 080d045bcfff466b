//! Random numbers of the model's own: the same on every machine, and each by its name.
//!
//! A draw depends on the seed, the run and the name of the input, and on nothing else: it is the same whatever else is
//! drawn or asked for, and in whatever order. There is no state. All arithmetic is on whole numbers.

use crate::plan::Distribution;
use crate::quantity::Fixed;

/// The name of an input as a number (FNV-1a of 64 bits).
pub fn name_of(words: &str) -> u64 {
    words.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The finishing steps of SplitMix64, which spread every bit over the whole word.
pub const fn spread(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// A whole number from 0 to 2³² − 1, each as likely as another.
pub fn draw(seed: u32, run: u32, name: u64) -> u32 {
    let bits = spread(name ^ spread((u64::from(seed) << 32) | u64::from(run)).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    (spread(bits) >> 32) as u32
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

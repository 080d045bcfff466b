//! From numbers to places on the drawing: a linear scale with round ticks, and a scale of bands.

use super::digits::{fixed, scaled, short};

/// Maps a range of numbers to a range of places, the range widened to round ticks.
///
/// ```
/// use one_plan_page::chart::scale::LinearScale;
///
/// let scale = LinearScale::nice(0.0, 75.0, 5).onto(300.0, 0.0);
/// assert_eq!(scale.ticks(), [0.0, 20.0, 40.0, 60.0, 80.0]);
/// assert_eq!(scale.place(0.0), 300.0);
/// assert_eq!(scale.place(80.0), 0.0);
/// assert_eq!(scale.tick_label(20.0), "20");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct LinearScale {
    ticks: Vec<f64>,
    low: f64,
    high: f64,
    start: f64,
    end: f64,
    decimals: usize,
}

impl LinearScale {
    /// A scale that covers both numbers, with about `wanted` steps of 1, 2 or 5 times a power of ten.
    ///
    /// Numbers that are not finite count as 0; an empty range becomes 0 to 1.
    pub fn nice(one: f64, other: f64, wanted: usize) -> Self {
        let [one, other] = [one, other].map(|number| if number.is_finite() { number } else { 0.0 });
        let low = one.min(other);
        let mut high = one.max(other);
        if low == high {
            high = low + low.abs().max(1.0);
        }
        let step = Step::at_least((high - low) / wanted.max(1) as f64).or_smaller(low, high, wanted);
        let (first, last) = step.around(low, high);
        let count = (last - first).clamp(1.0, 1000.0) as usize;
        let ticks: Vec<f64> = (0..=count).map(|n| step.times(first + n as f64)).collect();
        Self {
            low: *ticks.first().unwrap_or(&low),
            high: *ticks.last().unwrap_or(&high),
            ticks,
            start: 0.0,
            end: 1.0,
            decimals: usize::try_from(-step.exponent).unwrap_or(0),
        }
    }

    /// The same scale, drawn from `start` (its lowest tick) to `end` (its highest).
    #[must_use]
    pub fn onto(self, start: f64, end: f64) -> Self {
        Self { start, end, ..self }
    }

    /// The round numbers to mark, from the lowest to the highest.
    pub fn ticks(&self) -> &[f64] {
        &self.ticks
    }

    /// Where a number lies on the drawing.
    pub fn place(&self, number: f64) -> f64 {
        self.start + (number - self.low) / (self.high - self.low) * (self.end - self.start)
    }

    /// A tick in words: `20`, `0.5`, `−1,500`, `2.5 million`.
    pub fn tick_label(&self, tick: f64) -> String {
        const NAMES: [(f64, &str); 3] = [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")];
        let largest = self.low.abs().max(self.high.abs());
        let sign = if tick < 0.0 { "−" } else { "" };
        let size = tick.abs();
        if size == 0.0 {
            return "0".to_owned();
        }
        if largest >= 1e15 {
            let exponent = exponent_of(size);
            return format!("{sign}{}e{exponent}", short(scaled(size, -exponent), 3));
        }
        match NAMES.iter().find(|(unit, _)| largest >= 10.0 * unit) {
            Some((unit, name)) => format!("{sign}{}{name}", short(size / unit, 3)),
            None => format!("{sign}{}", thousands(&fixed(size, self.decimals))),
        }
    }
}

/// A step of 1, 2 or 5 times a power of ten, kept in decimal so that ticks are exact: all that are
/// below 10^22, far beyond what is ever drawn.
#[derive(Clone, Copy)]
struct Step {
    digit: f64,
    exponent: i32,
}

impl Step {
    fn at_least(size: f64) -> Self {
        let exponent = exponent_of(size);
        let mantissa = scaled(size, -exponent);
        match [1.0, 2.0, 5.0].into_iter().find(|digit| mantissa <= *digit) {
            Some(digit) => Self { digit, exponent },
            None => Self { digit: 1.0, exponent: exponent + 1 },
        }
    }

    /// The next smaller step, where the scale then ends nearer to its numbers and has only a few ticks more.
    fn or_smaller(self, low: f64, high: f64, wanted: usize) -> Self {
        const MORE: f64 = 2.0;
        let smaller = match self.digit {
            2.0 => Self { digit: 1.0, ..self },
            5.0 => Self { digit: 2.0, ..self },
            _ => Self { digit: 5.0, exponent: self.exponent - 1 },
        };
        let length = |step: Self| {
            let (first, last) = step.around(low, high);
            (last - first, step.times(last - first))
        };
        let ((_, of_this), (count, of_smaller)) = (length(self), length(smaller));
        if of_smaller < of_this && count <= wanted as f64 + MORE { smaller } else { self }
    }

    /// How many steps from nothing the first and the last tick around two numbers are.
    fn around(self, low: f64, high: f64) -> (f64, f64) {
        ((low / self.size()).floor(), (high / self.size()).ceil())
    }

    fn size(self) -> f64 {
        self.times(1.0)
    }

    fn times(self, count: f64) -> f64 {
        scaled(count * self.digit, self.exponent)
    }
}

/// The power of ten of the first digit of a positive number. Counted: logarithms differ between
/// machines.
fn exponent_of(number: f64) -> i32 {
    const FURTHEST: i32 = 300;
    let mut exponent = 0;
    while exponent < FURTHEST && scaled(number, -exponent) >= 10.0 {
        exponent += 1;
    }
    while exponent > -FURTHEST && scaled(number, -exponent) < 1.0 {
        exponent -= 1;
    }
    exponent
}

fn thousands(digits: &str) -> String {
    let (whole, rest) = match digits.find('.') {
        Some(point) => digits.split_at(point),
        None => (digits, ""),
    };
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

/// Places a number of equal bands side by side, each with room around it.
///
/// ```
/// use one_plan_page::chart::scale::BandScale;
///
/// let years = BandScale::new(4, 0.0, 400.0, 0.5);
/// assert_eq!(years.step(), 100.0);
/// assert_eq!(years.band(1), (125.0, 50.0)); // where it starts, how wide it is
/// assert_eq!(years.middle(1), 150.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandScale {
    start: f64,
    step: f64,
    filled: f64,
}

impl BandScale {
    /// `count` bands between two places; `filled` is the share of each step that its band takes.
    pub fn new(count: usize, start: f64, end: f64, filled: f64) -> Self {
        Self { start, step: (end - start) / count.max(1) as f64, filled: filled.clamp(0.0, 1.0) }
    }

    /// From the middle of one band to the middle of the next.
    pub fn step(&self) -> f64 {
        self.step
    }

    /// Where a band starts and how wide it is.
    pub fn band(&self, index: usize) -> (f64, f64) {
        let width = self.step * self.filled;
        (self.middle(index) - width / 2.0, width)
    }

    /// The middle of a band.
    pub fn middle(&self, index: usize) -> f64 {
        self.start + self.step * (index as f64 + 0.5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first digits of the distance of two ticks.
    fn first_digits(step: f64) -> String {
        let text = format!("{step:.5e}");
        let (mantissa, _) = text.split_once('e').expect("scientific notation");
        mantissa.trim_end_matches('0').trim_end_matches('.').to_owned()
    }

    #[test]
    fn ticks_are_round_and_cover_the_range() {
        let ranges = [
            (0.0, 75.0),
            (0.0, 0.3),
            (-12.4, 31.15),
            (-5.0, -1.0),
            (0.0, 1e-7),
            (0.0, 36_830_000.0),
            (-1e20, 1e20),
            (0.0, 9.99),
        ];
        for (low, high) in ranges {
            let scale = LinearScale::nice(low, high, 5);
            let ticks = scale.ticks();
            assert!((2..=12).contains(&ticks.len()), "{low} to {high}: {ticks:?}");
            assert!(ticks[0] <= low && ticks[ticks.len() - 1] >= high, "{ticks:?}");
            for pair in ticks.windows(2) {
                let digits = first_digits(pair[1] - pair[0]);
                assert!(["1", "2", "5"].contains(&digits.as_str()), "{ticks:?}");
            }
            for tick in ticks {
                let written = format!("{tick:e}");
                assert!(written.len() <= 7, "{written} is not round");
            }
        }
    }

    #[test]
    fn a_scale_ends_near_its_largest_number() {
        let last = |high: f64| LinearScale::nice(0.0, high, 5).ticks().last().copied();
        assert_eq!(last(105.0), Some(120.0));
        assert_eq!(last(75.0), Some(80.0));
        assert_eq!(last(61.0), Some(70.0));
    }

    #[test]
    fn ticks_carry_no_binary_dust() {
        let scale = LinearScale::nice(0.0, 0.5, 5);
        assert_eq!(scale.ticks(), [0.0, 0.1, 0.2, 0.3, 0.4, 0.5]);
        assert_eq!(scale.tick_label(0.3), "0.3");
    }

    #[test]
    fn a_range_that_is_empty_or_no_number_still_has_ticks() {
        assert_eq!(LinearScale::nice(0.0, 0.0, 4).ticks().first(), Some(&0.0));
        assert_eq!(LinearScale::nice(f64::NAN, f64::INFINITY, 4).ticks().last(), Some(&1.0));
        let flat = LinearScale::nice(7.0, 7.0, 4);
        assert!(flat.place(7.0).is_finite());
    }

    #[test]
    fn tick_labels_follow_the_house_style() {
        let label = |high: f64, tick: f64| LinearScale::nice(-high, high, 4).tick_label(tick);
        assert_eq!(label(100_000.0, -50_000.0), "−50,000");
        assert_eq!(label(50_000_000.0, 25_000_000.0), "25 million");
        assert_eq!(label(2.0, 0.0), "0");
        assert_eq!(label(1e18, 5e17), "5e17");
        assert_eq!(thousands("1234567.50"), "1,234,567.50");
        assert_eq!(thousands("999"), "999");
    }

    #[test]
    fn places_run_from_end_to_end() {
        let scale = LinearScale::nice(-10.0, 10.0, 4).onto(200.0, 0.0);
        assert_eq!(scale.place(-10.0), 200.0);
        assert_eq!(scale.place(0.0), 100.0);
        assert_eq!(scale.place(10.0), 0.0);
    }

    #[test]
    fn bands_do_not_overlap() {
        let bands = BandScale::new(3, 10.0, 100.0, 0.6);
        for index in 0..2 {
            let (start, width) = bands.band(index);
            assert!(start + width < bands.band(index + 1).0);
        }
        assert!(BandScale::new(0, 0.0, 10.0, 0.5).step().is_finite());
    }
}

//! Floats of a drawing in digits, and powers of ten.
//!
//! The formatter and the reader of floats in the standard library are exact for every float there
//! is, with tables that would be a thirtieth of the page. A drawing needs a few decimals.

/// A number times a power of ten. Exact, but for one rounding, while the power is at most 22.
pub(super) fn scaled(number: f64, exponent: i32) -> f64 {
    let mut power = 1.0;
    for _ in 0..exponent.unsigned_abs() {
        power *= 10.0;
    }
    if exponent < 0 { number / power } else { number * power }
}

/// A number with so many decimals.
pub(super) fn fixed(number: f64, decimals: usize) -> String {
    let exponent = i32::try_from(decimals).unwrap_or(i32::MAX);
    let units = scaled(number.abs(), exponent).round() as u64;
    let mut digits = units.to_string();
    if decimals > 0 {
        let missing = (decimals + 1).saturating_sub(digits.len());
        digits.insert_str(0, &"0".repeat(missing));
        digits.insert(digits.len() - decimals, '.');
    }
    if number < 0.0 && units > 0 {
        digits.insert(0, '-');
    }
    digits
}

/// A number with at most so many decimals: zeros at the end go.
pub(super) fn short(number: f64, decimals: usize) -> String {
    let digits = fixed(number, decimals);
    if decimals == 0 {
        return digits;
    }
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_standard_library_writes_them() {
        for number in [0.0, -0.0, 0.004, -0.004, 0.5, 1.0, 12.34, 99.999, -7.25, 720.0, 123_456.789, 1e12] {
            let standard = format!("{number:.2}").replace("-0.00", "0.00");
            assert_eq!(fixed(number, 2), standard);
        }
        assert_eq!(fixed(0.05, 3), "0.050");
        assert_eq!(fixed(12.6, 0), "13");
    }

    #[test]
    fn zeros_at_the_end_go_and_others_stay() {
        assert_eq!(short(2.5, 3), "2.5");
        assert_eq!(short(100.0, 2), "100");
        assert_eq!(short(100.0, 0), "100");
        assert_eq!(short(-0.001, 2), "0");
    }

    #[test]
    fn powers_of_ten_go_both_ways() {
        assert_eq!(scaled(3.0, -1), 0.3);
        assert_eq!(scaled(5.0, 17), 5e17);
        assert!(scaled(1.0, -300) > 0.0);
    }
}

//! Floats of a drawing in digits, and powers of ten.

/// A number times a power of ten. Exact, but for one rounding, while the power is at most 22.
pub(super) fn scaled(number: f64, exponent: i32) -> f64 {
    let mut power = 1.0;
    for _ in 0..exponent.unsigned_abs() {
        power *= 10.0;
    }
    if exponent < 0 { number / power } else { number * power }
}

/// A number with so many decimals; nothing is never negative.
pub(super) fn fixed(number: f64, decimals: usize) -> String {
    let digits = format!("{number:.decimals$}");
    match digits.strip_prefix('-') {
        Some(size) if size.bytes().all(|digit| matches!(digit, b'0' | b'.')) => size.to_owned(),
        _ => digits,
    }
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
    fn a_number_has_its_decimals_and_nothing_has_no_sign() {
        assert_eq!(fixed(0.05, 3), "0.050");
        assert_eq!(fixed(12.6, 0), "13");
        assert_eq!(fixed(-7.25, 2), "-7.25");
        assert_eq!(fixed(-0.004, 2), "0.00");
        assert_eq!(fixed(-0.0, 0), "0");
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

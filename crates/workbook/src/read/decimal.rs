//! From a number as a workbook keeps it back to the number that was typed.
//!
//! A spreadsheet program keeps numbers in binary, and most decimal numbers have no exact binary form: 1.1 stands in a
//! file as `1.1000000000000001`, and 0.1 + 0.2 as `0.30000000000000004`. Excel, LibreOffice and the others show and
//! compare at most 15 significant digits. The rule here is theirs:
//!
//! > A number is what is written in the file, rounded to 15 significant digits, half away from zero, without zeros at
//! > the end and without an exponent.
//!
//! A decimal number of at most 15 digits always survives the way into a binary number and back by this rule, so what a
//! person typed comes out as it was typed; and the last one or two digits of a calculated number, which are only the
//! binary form showing through, go. Nobody who reads the sheet has ever seen them.
//!
//! The rounding is done on the decimal digits. No binary arithmetic is involved.

/// How many digits count.
const SIGNIFICANT: usize = 15;

/// How many places the point may be moved by an exponent: binary numbers of 64 bits reach that far.
const FARTHEST_POINT: i64 = 400;

/// The number that a person typed or saw, from the number as a file has it (`-1.1000000000000001E-3`). `None` where that
/// is no number.
pub(super) fn typed(written: &str) -> Option<String> {
    let written = written.trim();
    let (is_negative, unsigned) = match written.as_bytes().first()? {
        b'-' => (true, written.get(1..)?),
        b'+' => (false, written.get(1..)?),
        _ => (false, written),
    };
    let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
        Some(at) => (unsigned.get(..at)?, unsigned.get(at + 1..)?.parse::<i64>().ok()?),
        None => (unsigned, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = || whole.bytes().chain(fraction.bytes());
    if !all().all(|digit| digit.is_ascii_digit()) || all().next().is_none() {
        return None;
    }
    let zeros = all().take_while(|digit| *digit == b'0').count();
    let mut digits: Vec<u8> = all().skip(zeros).take(SIGNIFICANT + 1).collect();
    // How many of the digits stand before the point; below zero where zeros stand behind it first.
    let mut point = i64::try_from(whole.len()).ok()?.checked_sub(i64::try_from(zeros).ok()?)?.checked_add(exponent)?;
    if digits.len() > SIGNIFICANT && digits.pop().is_some_and(|next| next >= b'5') && round_up(&mut digits) {
        point += 1;
    }
    while digits.last() == Some(&b'0') {
        digits.pop();
    }
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    if point.abs() > FARTHEST_POINT {
        return None;
    }
    let text = placed(&String::from_utf8(digits).ok()?, point);
    Some(if is_negative { format!("-{text}") } else { text })
}

/// The number that a person typed or saw, from the binary number of a file. `None` where that is no number.
pub(super) fn typed_binary(value: f64) -> Option<String> {
    // The shortest decimal digits that belong to this binary number alone: exact, and never an exponent.
    if value.is_finite() { typed(&value.to_string()) } else { None }
}

/// Adds one to the last digit; whether that made one digit more, which then is a one with zeros behind it.
fn round_up(digits: &mut Vec<u8>) -> bool {
    for digit in digits.iter_mut().rev() {
        if *digit == b'9' {
            *digit = b'0';
        } else {
            *digit += 1;
            return false;
        }
    }
    digits.insert(0, b'1');
    true
}

/// Digits with a point after so many of them.
fn placed(digits: &str, point: i64) -> String {
    match usize::try_from(point) {
        Ok(point) if point > 0 => match digits.split_at_checked(point) {
            Some((whole, "")) => whole.to_owned(),
            Some((whole, fraction)) => format!("{whole}.{fraction}"),
            None => format!("{digits}{}", "0".repeat(point - digits.len())),
        },
        _ => format!("0.{}{digits}", "0".repeat(usize::try_from(-point).unwrap_or_default())),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_was_typed_comes_back() {
        for (written, number) in [
            ("1.1000000000000001", "1.1"),
            ("0.30000000000000004", "0.3"),
            ("3.3000000000000003", "3.3"),
            ("1234567.8899999999", "1234567.89"),
            ("0.1", "0.1"),
            ("-0", "0"),
            ("0.000", "0"),
            ("+5", "5"),
            (".5", "0.5"),
            ("5.", "5"),
            ("007.50", "7.5"),
            ("1E3", "1000"),
            ("1.5e-7", "0.00000015"),
            ("-4.2E+2", "-420"),
            ("9.9999999999999994E-2", "0.1"),
            ("999999999999999.9", "1000000000000000"),
            ("123456789012345678", "123456789012346000"),
            ("1e15", "1000000000000000"),
            ("5E-324", &format!("0.{}5", "0".repeat(323))),
        ] {
            assert_eq!(typed(written).as_deref(), Some(number), "{written}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for written in [
            "",
            " ",
            "-",
            ".",
            "e5",
            "1e",
            "1e5.5",
            "1,5",
            "0x10",
            "NaN",
            "inf",
            "1 2",
            "--1",
            "1e999",
            "1e99999999999999999999",
        ] {
            assert_eq!(typed(written), None, "{written}");
        }
        assert_eq!(typed_binary(f64::NAN), None);
        assert_eq!(typed_binary(f64::INFINITY), None);
    }

    #[test]
    fn sums_of_binary_numbers_lose_their_tails() {
        let calculated = [
            (0.1 + 0.2, "0.3"),
            (1.1 * 3.0, "3.3"),
            (4.35 * 100.0, "435"),
            (1.0 / 3.0, "0.333333333333333"),
            (2.0 / 3.0, "0.666666666666667"),
            (0.1 * 3.0 * 1e6, "300000"),
        ];
        for (value, number) in calculated {
            assert_eq!(typed_binary(value).as_deref(), Some(number), "{value}");
        }
    }

    /// Every tenth, hundredth and thousandth that people type.
    #[test]
    fn thousands_of_amounts_come_back() {
        for places in 1..=3_usize {
            for count in 0..40_000_u32 {
                let digits = format!("{count:0>width$}", width = places + 1);
                let (whole, fraction) = digits.split_at(digits.len() - places);
                let typed_by_a_person = format!("{whole}.{fraction}");
                let binary: f64 = typed_by_a_person.parse().unwrap_or(f64::NAN);
                let expected = typed_by_a_person.trim_end_matches('0').trim_end_matches('.');
                assert_eq!(typed_binary(binary).as_deref(), Some(expected));
                assert_eq!(typed(&format!("{binary:.16e}")).as_deref(), Some(expected), "as Excel writes it");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        /// Any decimal number of at most 15 digits, by all ways in which files write it.
        #[test]
        fn any_number_of_15_digits_comes_back(digits in 1_u64..1_000_000_000_000_000, places in 0_usize..20, negative: bool) {
            let digits = format!("{digits:0>width$}", width = places + 1);
            let (whole, fraction) = digits.split_at(digits.len() - places);
            let sign = if negative { "-" } else { "" };
            let number = format!("{sign}{whole}.{fraction}");
            let expected = number.trim_end_matches('0').trim_end_matches('.');
            let binary: f64 = number.parse().unwrap_or(f64::NAN);
            prop_assert!(typed(&number).as_deref() == Some(expected), "{}", number);
            prop_assert!(typed_binary(binary).as_deref() == Some(expected), "{}", number);
            prop_assert!(typed(&format!("{binary:.16e}")).as_deref() == Some(expected), "{}", number);
            prop_assert!(typed(&format!("{binary:e}")).as_deref() == Some(expected), "{}", number);
        }

        /// Any binary number at all gives plain digits.
        #[test]
        fn any_binary_number_gives_plain_digits(value: f64) {
            if let Some(text) = typed_binary(value) {
                prop_assert!(text.bytes().all(|letter| letter.is_ascii_digit() || matches!(letter, b'-' | b'.')), "{}", text);
                prop_assert_eq!(typed(&text), Some(text.clone()));
            } else {
                prop_assert!(!value.is_finite());
            }
        }

        /// Any text gives an answer.
        #[test]
        fn any_text_is_answered(text in "\\PC{0,30}") {
            let _ = typed(&text);
        }
    }
}

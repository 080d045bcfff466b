//! References without what people write differently.

/// A reference without what people write differently: capital letters, blanks, what stands between its parts, noughts before a
/// number. `C-01`, `c01` and `C/1` are one reference; `1/02` and `10/2` are two.
pub fn reference_key(written: &str) -> Option<String> {
    let mut key = String::with_capacity(written.len());
    let mut digits = String::new();
    // Whether a number ended where the next part begins: two numbers stay two.
    let mut is_behind_number = false;
    for letter in written.chars().chain([' ']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        if !digits.is_empty() {
            if is_behind_number {
                key.push('-');
            }
            let number = digits.trim_start_matches('0');
            key.push_str(if number.is_empty() { "0" } else { number });
            is_behind_number = true;
            digits.clear();
        }
        if letter.is_alphanumeric() {
            key.extend(letter.to_lowercase());
            is_behind_number = false;
        }
    }
    (!key.is_empty()).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_differently_is_one_reference_and_other_numbers_are_others() {
        for (one, other) in [("C-01", "C01"), ("c 1", "C/001"), ("EFF_07", "eff-7"), ("1.02", "1/2"), ("00", "0")] {
            assert_eq!(reference_key(one), reference_key(other), "{one} {other}");
        }
        for (one, other) in [("1/02", "10/2"), ("1/02", "102"), ("C1", "C10"), ("S/1", "M/1"), ("C1a", "C1")] {
            assert_ne!(reference_key(one), reference_key(other), "{one} {other}");
        }
        assert_eq!(reference_key(" - "), None);
    }
}

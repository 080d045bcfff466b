//! The number in a text as the model reads it.

use one_plan_model::quantity::Decimal;

/// The number in a text as the model reads it, for sums that are only compared: commas, brackets, and a minus sign.
pub fn number_in(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let (text, is_negative) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (inner, true),
        None => match text.strip_prefix(['-', '\u{2212}', '\u{2013}', '\u{2010}', '\u{2011}']) {
            Some(rest) => (rest, true),
            None => (text, false),
        },
    };
    let text = text.trim();
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    // A comma that sets no thousands apart sets decimals apart: "1,2" is not twelve.
    if decimals.contains(',') || !whole.split(',').skip(1).all(|group| group.len() == 3) {
        return None;
    }
    let digits: String = text.chars().filter(|letter| *letter != ',').collect();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let number: Decimal = digits.parse().ok()?;
    Some(if is_negative { -number } else { number })
}

/// An amount as text with the other sign; what is no number stays as it is.
pub fn turned(text: &str) -> Box<str> {
    match number_in(text) {
        Some(number) => (-number).to_string().into(),
        None => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_that_sets_no_thousands_apart_makes_no_number() {
        for (typed, number) in [("1,234.5", "1234.5"), ("(1,234,567)", "-1234567"), ("12", "12")] {
            assert_eq!(number_in(typed).map(|of| of.to_string()).as_deref(), Some(number), "{typed}");
        }
        for unclear in ["1,2", "12,50", "1.234,5", "1,23,456", ","] {
            assert_eq!(number_in(unclear), None, "{unclear}");
        }
    }
}

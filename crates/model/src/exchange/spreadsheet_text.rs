//! Texts in files of comma-separated values: a spreadsheet must not run them as formulas.
//!
//! The rule can be undone: a text that begins like a formula gets an apostrophe before it, and so does one that begins
//! with an apostrophe where that could be mistaken for such a one. Whoever reads the file takes off that one apostrophe.

/// A text as it stands in a cell of a file of comma-separated values. Numbers and dates are never changed: it is for
/// texts only, and a text that is a plain number stays as it is.
///
/// ```
/// use one_plan_model::exchange::{protected, unprotected};
/// assert_eq!(protected("=1+1"), "'=1+1");
/// assert_eq!(protected("'=1+1"), "''=1+1");
/// assert_eq!(protected("'t was so"), "'t was so");
/// assert_eq!(protected("-5"), "-5");
/// for text in ["=1", "'=1", "''=1", "''", "'", "'a", "@x", "\t-", "a=b"] {
///     assert_eq!(unprotected(&protected(text)), text);
/// }
/// ```
pub fn protected(text: &str) -> String {
    if begins_like_formula(text) || text.strip_prefix('\'').is_some_and(is_kept_apart) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The text that was [protected]; any other text as it is.
pub fn unprotected(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_kept_apart(rest)).unwrap_or(text)
}

/// Whether an apostrophe before a text is no part of it.
fn is_kept_apart(text: &str) -> bool {
    text.starts_with('\'') || begins_like_formula(text)
}

/// Whether a spreadsheet, or a program that reads its file, may run a text.
fn begins_like_formula(text: &str) -> bool {
    // What is not seen at the beginning may be passed over by the program that reads it.
    let seen = text.trim_start_matches(|letter: char| letter.is_whitespace() || is_zero_width(letter));
    let runs = seen.starts_with(['=', '@', '+', '-', '＝', '＠', '＋', '－', '−']) && !is_number(text);
    runs || text.starts_with(['\t', '\r', '\n'])
}

fn is_zero_width(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Whether a text is a plain number: a sign, digits, a point.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+', '−']).unwrap_or(text);
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && digits.bytes().filter(|byte| *byte == b'.').count() <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        for text in ["=1+1", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", " =1", "\u{200b}=1", "＝1", "−1+1", "\t=1"]
        {
            assert_eq!(protected(text), format!("'{text}"));
        }
        for text in ["-5", "−5.25", "+3", "12", "Beds - acute", "a=b", ""] {
            assert_eq!(protected(text), text);
        }
        // Not numbers: more than one point, a sign alone.
        assert_eq!(protected("-1.2.3"), "'-1.2.3");
        assert_eq!(protected("-"), "'-");
    }

    #[test]
    fn every_text_is_read_back_as_it_was() {
        let letters = ['\'', '=', '-', '5', '.', 'a', ' ', '\t', '\n', '\u{200b}'];
        let mut texts = vec![String::new()];
        for _ in 0..4 {
            let longer = texts.iter().flat_map(|text| letters.iter().map(move |letter| format!("{text}{letter}")));
            texts = texts.iter().cloned().chain(longer).collect();
        }
        texts.sort();
        texts.dedup();
        for text in texts {
            let written = protected(&text);
            assert_eq!(unprotected(&written), text, "{written:?}");
            assert!(!begins_like_formula(&written), "{written:?}");
        }
    }
}

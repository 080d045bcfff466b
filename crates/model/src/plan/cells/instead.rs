//! What to write in place of a text that is no number, as far as it says itself what was meant.

use crate::plan::ColumnKind;
use crate::quantity::{Decimal, Digits, Marked, is_dash};

/// What people put where there is no amount: a dash as accounts print it, and words for it.
const NOTHING: [&str; 6] = ["nil", "none", "n/a", "na", "n.a.", "not applicable"];
/// What they put where there is none yet.
const NOT_YET: [&str; 7] = ["tbc", "tba", "tbd", "to be confirmed", "to follow", "unknown", "?"];

/// What to write instead of a text in a column of numbers; nothing where that cannot be told.
pub(super) fn instead_of(kind: ColumnKind, text: &str) -> Option<String> {
    let bare = text.trim().trim_start_matches('£').trim().to_lowercase();
    // A bar is no minus, but a dash for nothing all the same.
    let is_dashed = !bare.is_empty() && bare.chars().all(|letter| is_dash(letter) || letter == '\u{2015}');
    if is_dashed || NOTHING.contains(&bare.as_str()) {
        let zero = if matches!(kind, ColumnKind::Rate) { "0%" } else { "0" };
        return Some(format!("an empty cell where nothing is said, or \"{zero}\" where it is nothing"));
    }
    if NOT_YET.contains(&bare.as_str()) {
        return Some("an empty cell until the number is known".to_owned());
    }
    let marked = Marked::of(text);
    let is_behind = is_minus(&marked.behind);
    let (number, digits) = if is_behind { with_minus_in_front(text)? } else { number_in(&marked.number)? };
    match kind {
        ColumnKind::Rate if marked.behind.is_empty() => Some(as_rate(&number, digits)),
        ColumnKind::Rate if marked.is_percent() => Some(format!("\"{number}%\"")),
        ColumnKind::Money => match marked.money_unit() {
            Some(unit) => Some(format!("\"{number}\" in a row whose unit is {}", unit.symbol())),
            None if marked.behind.is_empty() || is_behind => Some(format!("\"{number}\", in the unit of its row")),
            None => None,
        },
        _ if marked.behind.is_empty() || is_behind || marked.is_percent() => Some(format!("\"{number}\"")),
        _ => None,
    }
}

/// A number without its sign: per cents, and what is below one may be a share of one.
fn as_rate(number: &str, digits: Digits) -> String {
    let share = digits.number();
    let per_cents = share.checked_mul(Decimal::ONE_HUNDRED).map(|per_cents| per_cents.normalize());
    match per_cents.filter(|_| !share.is_zero() && share.abs() <= Decimal::ONE) {
        Some(per_cents) => {
            format!("the number with its sign: \"{per_cents}%\" where it is a share of one, else \"{number}%\"")
        }
        None => format!("the number with its sign: \"{number}%\""),
    }
}

fn number_in(text: &str) -> Option<(String, Digits)> {
    let digits = Digits::read(text).ok()?;
    Some((text.trim().to_owned(), digits))
}

/// `6.3-` as programs of accounts print it.
fn with_minus_in_front(text: &str) -> Option<(String, Digits)> {
    let unsigned = text.trim().strip_suffix(is_dash)?.trim();
    number_in(unsigned).filter(|(_, digits)| !digits.number().is_sign_negative())?;
    number_in(&format!("-{unsigned}"))
}

fn is_minus(behind: &str) -> bool {
    let mut letters = behind.chars();
    letters.next().is_some_and(is_dash) && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_says_what_to_write() {
        let nothing = "an empty cell where nothing is said, or \"0\" where it is nothing";
        for (typed, instead) in [
            ("-", nothing),
            ("—", nothing),
            ("£ –", nothing),
            ("Nil", nothing),
            ("n/a", nothing),
            ("TBC", "an empty cell until the number is known"),
            ("£1,500", "\"1,500\", in the unit of its row"),
            ("(£12)", "\"(12)\", in the unit of its row"),
            ("£1.5m", "\"1.5\" in a row whose unit is £m"),
            ("6.3-", "\"-6.3\", in the unit of its row"),
        ] {
            assert_eq!(instead_of(ColumnKind::Money, typed).as_deref(), Some(instead), "{typed}");
        }
        for unclear in ["", "1,2", "100-200", "5 apples", "-6.3-", "about 5", "££5"] {
            assert_eq!(instead_of(ColumnKind::Money, unclear), None, "{unclear}");
        }
    }

    #[test]
    fn a_share_without_its_sign_is_shown_with_it() {
        for (typed, instead) in [
            ("90", "the number with its sign: \"90%\""),
            ("0.9", "the number with its sign: \"90%\" where it is a share of one, else \"0.9%\""),
            ("0.10", "the number with its sign: \"10%\" where it is a share of one, else \"0.10%\""),
            ("0", "the number with its sign: \"0%\""),
            ("90 per cent", "\"90%\""),
        ] {
            assert_eq!(instead_of(ColumnKind::Rate, typed).as_deref(), Some(instead), "{typed}");
        }
        assert_eq!(instead_of(ColumnKind::Number, "30%").as_deref(), Some("\"30\""));
    }
}

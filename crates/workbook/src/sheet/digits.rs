//! Decimal digits as text: nothing is lost where a number is only carried from one unit to another.

/// The same digits with the point so many places further to the right, or to the left where that is negative. Zeros
/// that say nothing are left out, but for those that stood there before.
///
/// ```
/// use one_plan_workbook::sheet::shifted;
/// assert_eq!(shifted("0.05", 2), "5");
/// assert_eq!(shifted("-1.5", 3), "-1500");
/// assert_eq!(shifted("250", -3), "0.25");
/// assert_eq!(shifted("6.30", 0), "6.30");
/// ```
pub fn shifted(digits: &str, places: i32) -> String {
    if places == 0 {
        return digits.to_owned();
    }
    let (sign, unsigned) = match digits.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", digits),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let by = usize::try_from(places.unsigned_abs()).unwrap_or_default();
    let (whole, fraction) = if places > 0 {
        let kept = fraction.len().min(by);
        let (moved, rest) = fraction.split_at_checked(kept).unwrap_or((fraction, ""));
        (format!("{whole}{moved}{}", "0".repeat(by - kept)), rest.to_owned())
    } else {
        let padded = format!("{}{whole}", "0".repeat(by.saturating_sub(whole.len())));
        let (rest, moved) = padded.split_at_checked(padded.len() - by).unwrap_or(("", &padded));
        (rest.to_owned(), format!("{moved}{fraction}").trim_end_matches('0').to_owned())
    };
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// The same number with so many decimal places at least.
pub(super) fn padded(digits: &str, places: usize) -> String {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if places == 0 && fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction:0<places$}") }
}

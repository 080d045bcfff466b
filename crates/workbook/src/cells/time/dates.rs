//! Dates, months and years as people write them. Days come before months, as in this country.

use one_plan_model::quantity::{Date, DueDate, FinancialYear, Month};

/// A date as `2011-04-26`, from `26/04/2011`, `26.4.11`, `26 April 2011`, `26-Apr-11`, `2011/04/26` or with a time of day
/// behind it.
///
/// ```
/// use one_plan_workbook::cells::date_of;
/// assert_eq!(date_of("26 April 2011").as_deref(), Some("2011-04-26"));
/// assert_eq!(date_of("1st July 2026").as_deref(), Some("2026-07-01"));
/// assert_eq!(date_of("04/26/2011"), None); // There is no month 26.
/// ```
pub fn date_of(text: &str) -> Option<String> {
    let (year, month, day) = day_in(text)?;
    let iso = format!("{year:04}-{month:02}-{day:02}");
    Date::read(&iso).map(|date| date.to_string())
}

/// Why a date that is written like one is no day: its month has fewer days.
///
/// ```
/// use one_plan_workbook::cells::no_such_day;
/// assert_eq!(no_such_day("31/06/2026").as_deref(), Some("June 2026 has 30 days"));
/// assert_eq!(no_such_day("30/06/2026"), None);
/// ```
pub fn no_such_day(text: &str) -> Option<String> {
    let (year, month, day) = day_in(text)?;
    let month = Month::read(&format!("{year:04}-{month:02}")).ok()?;
    let days = month.days();
    (day > u32::from(days)).then(|| format!("{} has {days} days", month.words()))
}

/// Year, month and day of a date as it is written, whether or not there is such a day.
fn day_in(text: &str) -> Option<(u32, u32, u32)> {
    let text = text.trim();
    let day = text.split_once('T').map_or(text, |(day, _)| day);
    let mut parts: Vec<&str> = parts_of(day);
    // The time of day.
    if parts.len() > 3 && parts.get(3).is_some_and(|part| part.contains(':')) {
        parts.truncate(3);
    }
    let [first, second, third] = parts.as_slice() else { return None };
    let (year, month, day) = if first.len() == 4 { (first, second, third) } else { (third, second, first) };
    let month = month_number(month)?;
    Some((year_number(year)?, month, number(without_ending(day), 2)?))
}

/// When something is due: a day, a month or a financial year, each as the model reads it.
pub fn due_date_of(text: &str) -> Option<String> {
    match DueDate::read(text) {
        Some(due) => Some(due.to_string()),
        None => date_of(text).or_else(|| year_of(text)).or_else(|| month_of(text)),
    }
}

/// A month as `2011-04`, from `April 2011`, `Apr-11`, `04/2011` or a date.
///
/// ```
/// use one_plan_workbook::cells::month_of;
/// assert_eq!(month_of("Apr-11").as_deref(), Some("2011-04"));
/// assert_eq!(month_of("2011-04-26").as_deref(), Some("2011-04"));
/// ```
pub fn month_of(text: &str) -> Option<String> {
    let text = text.trim();
    if let Ok(month) = Month::read(text) {
        return Some(month.to_string());
    }
    // 2010/11 is a financial year far more often than a November: which is meant is not guessed.
    if FinancialYear::read(text).is_ok() {
        return None;
    }
    if let [first, second] = parts_of(text).as_slice() {
        let (year, month) =
            if first.len() == 4 && number(first, 4).is_some() { (first, second) } else { (second, first) };
        // A month of two digits and a year of two could each be the other.
        if number(month, 2).is_some() && year.len() != 4 {
            return None;
        }
        let iso = format!("{:04}-{:02}", year_number(year)?, month_number(month)?);
        return Month::read(&iso).ok().map(|month| month.to_string());
    }
    date_of(text).and_then(|date| date.get(..7).map(str::to_owned))
}

/// A financial year as `2011/12`, from what the model reads and from `201112`, `2011 12`, `11/12` and `FY 2011/12`.
///
/// ```
/// use one_plan_workbook::cells::year_of;
/// assert_eq!(year_of("202526").as_deref(), Some("2025/26"));
/// assert_eq!(year_of("11/12").as_deref(), Some("2011/12"));
/// assert_eq!(year_of("2025"), None); // The year in which it starts, or the one in which it ends?
/// ```
pub fn year_of(text: &str) -> Option<String> {
    let text = text.trim();
    let text =
        text.get(..2).filter(|start| start.eq_ignore_ascii_case("fy")).map_or(text, |_| text.get(2..).unwrap_or(text));
    let text = text.trim();
    let read = |text: &str| FinancialYear::read(text).ok().map(|year| year.to_string());
    read(text).or_else(|| {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let others = text.chars().filter(|letter| !letter.is_ascii_digit()).count();
        match digits.len() {
            6 if others <= 1 => read(&format!("{}/{}", digits.get(..4)?, digits.get(4..)?)),
            4 if others == 1 && text.len() == 5 => read(&format!("20{}/{}", digits.get(..2)?, digits.get(2..)?)),
            _ => None,
        }
    })
}

fn parts_of(text: &str) -> Vec<&str> {
    text.split(|letter: char| letter.is_whitespace() || "/-.,\u{2010}\u{2011}\u{2013}".contains(letter))
        .filter(|part| !part.is_empty())
        .collect()
}

fn number(text: &str, longest: usize) -> Option<u32> {
    (text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// `1st` and `22nd` without their endings.
fn without_ending(day: &str) -> &str {
    let digits = day.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let is_ending = |ending: &&str| day.get(digits.len()..).is_some_and(|of_day| of_day.eq_ignore_ascii_case(ending));
    if ["st", "nd", "rd", "th"].iter().any(is_ending) { digits } else { day }
}

fn month_number(text: &str) -> Option<u32> {
    if let Some(month) = number(text, 2) {
        return (1..=12).contains(&month).then_some(month);
    }
    let begins = |name: &&str| name.get(..text.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(text));
    let named = (text.len() >= 3).then(|| Month::NAMES.iter().position(begins)).flatten();
    named.and_then(|at| u32::try_from(at + 1).ok())
}

/// A calendar year of four digits, or of two: those of this century.
fn year_number(text: &str) -> Option<u32> {
    match text.len() {
        4 => number(text, 4),
        2 => number(text, 2).map(|year| 2000 + year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_many_forms_are_the_same_day() {
        for text in [
            "26/04/2011",
            "26.4.11",
            "26-Apr-11",
            "26 april 2011",
            "2011/04/26",
            "2011-04-26T00:00:00",
            "26/04/2011 09:30",
        ] {
            assert_eq!(date_of(text).as_deref(), Some("2011-04-26"), "{text}");
        }
        for text in ["", "31/02/2011", "45678", "26/04", "abc", "26/xx/2011"] {
            assert_eq!(date_of(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_that_its_month_does_not_have_is_told_with_the_month() {
        assert_eq!(no_such_day("29 February 2027").as_deref(), Some("February 2027 has 28 days"));
        assert_eq!(no_such_day("2026-04-31").as_deref(), Some("April 2026 has 30 days"));
        for text in ["29 February 2028", "31/07/2026", "26/13/2026", "2026/27", "soon", ""] {
            assert_eq!(no_such_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_that_may_be_a_year_is_not_guessed() {
        assert_eq!(month_of("04/11"), None);
        assert_eq!(month_of("2010/11"), None);
        assert_eq!(due_date_of("2010/11").as_deref(), Some("2010/11"));
        assert_eq!(due_date_of("2010-11").as_deref(), Some("2010-11"));
        assert_eq!(month_of("04/2011").as_deref(), Some("2011-04"));
        assert_eq!(month_of("2011/04").as_deref(), Some("2011-04"));
        assert_eq!(month_of("Sept 25").as_deref(), Some("2025-09"));
    }

    #[test]
    fn years_of_many_forms_are_the_same_year() {
        for text in
            ["2025/26", "2025-26", "2025 26", "202526", "2025/2026", "25/26", "FY25/26", "FY 2025/26", "2025–26"]
        {
            assert_eq!(year_of(text).as_deref(), Some("2025/26"), "{text}");
        }
        for text in ["2025/27", "202527", "2025", "M1", ""] {
            assert_eq!(year_of(text), None, "{text}");
        }
    }
}

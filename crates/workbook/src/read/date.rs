//! Dates, which workbooks keep as the number of a day.

/// The day from which a workbook counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Epoch {
    /// 1 January 1900 is day 1, and 29 February 1900, which never was, is day 60.
    #[default]
    Of1900,
    /// 1 January 1904 is day 0: workbooks of older Excel for the Macintosh.
    Of1904,
}

/// The day 31 December 9999, counted from 1900.
const LAST_DAY: i64 = 2_958_465;

/// The days from 1 January 1900 to 1 January 1904 as Excel counts them.
const DAYS_BETWEEN_EPOCHS: i64 = 1_462;

/// The date of a day (`45000.75` as decimal digits) as `2023-03-15`; the time of day is dropped. `None` where there is no
/// such day, or only a time of day.
pub(super) fn of_day(digits: &str, epoch: Epoch) -> Option<String> {
    let whole = digits.split_once('.').map_or(digits, |(whole, _)| whole);
    let day: i64 = whole.parse().ok()?;
    let day = match epoch {
        Epoch::Of1900 if day < 1 => return None,
        Epoch::Of1904 if day < 0 || whole.starts_with('-') => return None,
        Epoch::Of1900 => day,
        Epoch::Of1904 => day.checked_add(DAYS_BETWEEN_EPOCHS)?,
    };
    match day {
        60 if epoch == Epoch::Of1900 => Some("1900-02-29".to_owned()),
        // Before the day that never was, days are counted from 31 December 1899; after it from one day earlier.
        1..60 => Some(civil(day - 25_568)),
        60..=LAST_DAY => Some(civil(day - 25_569)),
        _ => None,
    }
}

/// The date so many days after 1 January 1970 (the algorithm of Howard Hinnant, "chrono-compatible low-level date
/// algorithms": years begin in March, so that the leap day is their last).
fn civil(days: i64) -> String {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The date at the beginning of a date and time in the form of ISO 8601: `2026-04-01T00:00:00` gives `2026-04-01`.
pub(super) fn of_iso(text: &str) -> Option<&str> {
    let date = text.trim().get(..10)?;
    let fits = date.bytes().enumerate().all(|(at, letter)| match at {
        4 | 7 => letter == b'-',
        _ => letter.is_ascii_digit(),
    });
    fits.then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates_in_both_epochs() {
        for (digits, date) in [
            ("1", "1900-01-01"),
            ("59", "1900-02-28"),
            ("60", "1900-02-29"),
            ("61", "1900-03-01"),
            ("25569", "1970-01-01"),
            ("36584.5", "2000-02-28"),
            ("36585", "2000-02-29"),
            ("46113", "2026-04-01"),
            ("46112.999", "2026-03-31"),
            ("2958465", "9999-12-31"),
        ] {
            assert_eq!(of_day(digits, Epoch::Of1900).as_deref(), Some(date), "{digits}");
        }
        for (digits, date) in [("0", "1904-01-01"), ("44651", "2026-04-01"), ("0.5", "1904-01-01")] {
            assert_eq!(of_day(digits, Epoch::Of1904).as_deref(), Some(date), "{digits}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for digits in ["0", "0.5", "-1", "2958466", "99999999999999999999", ""] {
            assert_eq!(of_day(digits, Epoch::Of1900), None, "{digits}");
        }
        for digits in ["-1", "-0.5"] {
            assert_eq!(of_day(digits, Epoch::Of1904), None, "{digits}");
        }
    }

    #[test]
    fn the_time_of_day_is_dropped() {
        assert_eq!(of_iso("2026-04-01T12:30:00"), Some("2026-04-01"));
        assert_eq!(of_iso("2026-04-01"), Some("2026-04-01"));
        assert_eq!(of_iso("01/04/2026"), None);
        assert_eq!(of_iso("2026"), None);
    }
}

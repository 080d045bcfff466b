//! What the number format of a cell says of its number.

use crate::sheet::NumberStyle;

/// Excel shows at most so many decimal places; a format with more says nothing.
const MOST_PLACES: u32 = 30;

/// What a cell with a number format holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// A number.
    Number {
        /// How it is printed.
        style: NumberStyle,
        /// With how many decimal places, where the format says so.
        places: Option<u32>,
    },
    /// A date, perhaps with a time of day.
    Date,
    /// A time of day or a duration, which stays the number that it is.
    Time,
}

impl Default for Format {
    fn default() -> Self {
        Self::Number { style: NumberStyle::PLAIN, places: None }
    }
}

impl Format {
    /// From a number format as spreadsheets write it: `dd/mm/yyyy`.
    pub(super) fn of_code(code: &str) -> Self {
        match time_in(code) {
            Some(format) => format,
            None => {
                let (style, places) = NumberStyle::of_format(code);
                Self::Number { style, places: places.filter(|places| *places <= MOST_PLACES) }
            }
        }
    }

    /// From the number of a format that every version of Excel has. Those for money depend on the country of the machine;
    /// here it is the United Kingdom.
    pub(super) fn of_built_in(number: u32) -> Self {
        Self::of_code(match number {
            1 => "0",
            2 => "0.00",
            3 => "#,##0",
            4 => "#,##0.00",
            5 | 6 => "£#,##0;-£#,##0",
            7 | 8 => "£#,##0.00;-£#,##0.00",
            9 => "0%",
            10 => "0.00%",
            11 => "0.00E+00",
            12 => "# ?/?",
            13 => "# ??/??",
            14..=17 | 22 | 27..=36 | 50..=58 => return Self::Date,
            18..=21 | 45..=47 => return Self::Time,
            37 | 38 => "#,##0_);(#,##0)",
            39 | 40 => "#,##0.00_);(#,##0.00)",
            41 => "_-* #,##0_-;-* #,##0_-",
            42 => "_-£* #,##0_-;-£* #,##0_-",
            43 => "_-* #,##0.00_-;-* #,##0.00_-",
            44 => "_-£* #,##0.00_-;-£* #,##0.00_-",
            48 => "##0.0E+0",
            _ => "General",
        })
    }
}

/// Whether a format is one of dates or of times, by the letters of its first section that are not quoted.
fn time_in(code: &str) -> Option<Format> {
    let (mut date, mut time, mut month, mut digits) = (false, false, false, false);
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter.to_ascii_lowercase() {
            ';' => break,
            '\\' | '_' | '*' => drop(letters.next()),
            '"' => letters.by_ref().take_while(|letter| *letter != '"').for_each(drop),
            '[' => {
                let within: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                let within = within.to_ascii_lowercase();
                time |= !within.is_empty() && within.bytes().all(|letter| matches!(letter, b'h' | b'm' | b's'));
            }
            // "General" has letters of dates in it, and is none.
            'g' if letters.as_str().to_ascii_lowercase().starts_with("eneral") => return None,
            'y' | 'd' => date = true,
            'h' | 's' => time = true,
            'm' => month = true,
            '0' | '#' | '?' => digits = true,
            _ => {}
        }
    }
    if date || (month && !time && !digits) {
        Some(Format::Date)
    } else if time {
        Some(Format::Time)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::NumberKind;

    #[test]
    fn dates_and_times_are_told_from_numbers() {
        for code in [
            "dd/mm/yyyy",
            "[$-809]d mmmm yyyy;@",
            "yyyy\\-mm\\-dd",
            "mmm-yy",
            "mmmm",
            "m/d/yy h:mm",
            "YYYY-MM-DD HH:MM:SS",
            "d\" of \"mmmm",
        ] {
            assert_eq!(Format::of_code(code), Format::Date, "{code}");
        }
        for code in ["h:mm", "[h]:mm:ss", "mm:ss.0", "hh:mm AM/PM", "[mm]", "[ss]"] {
            assert_eq!(Format::of_code(code), Format::Time, "{code}");
        }
        for code in
            ["General", "0", "#,##0.00\"m\"", "0.00E+00", "[Red]0", "#,##0\\m", "@", "0_d", "[$£-809]#,##0", "", "0%"]
        {
            assert!(matches!(Format::of_code(code), Format::Number { .. }), "{code}");
        }
    }

    #[test]
    fn built_in_formats_are_known() {
        let kind = |number| match Format::of_built_in(number) {
            Format::Number { style, places } => Some((style.kind, places)),
            _ => None,
        };
        assert_eq!(kind(0), Some((NumberKind::Plain, None)));
        assert_eq!(kind(4), Some((NumberKind::Plain, Some(2))));
        assert_eq!(kind(9), Some((NumberKind::Percent, Some(0))));
        assert_eq!(kind(10), Some((NumberKind::Percent, Some(2))));
        assert_eq!(kind(44), Some((NumberKind::Currency, Some(2))));
        assert_eq!(Format::of_built_in(14), Format::Date);
        assert_eq!(Format::of_built_in(21), Format::Time);
    }
}

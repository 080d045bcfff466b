use super::digits::{padded, shifted};
use one_plan_model::plan::with_commas;
use one_plan_model::quantity::MoneyUnit;

/// How a sheet shows a number: what that says of the number, and how it is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberStyle {
    /// What the style says that the number is.
    pub kind: NumberKind,
    /// Whether thousands are set apart.
    pub commas: bool,
    /// Whether a number below zero stands in brackets.
    pub brackets: bool,
    /// By how many thousands, one on the other, a number is divided before it is shown: `#,##0,` shows 1,200,000 as
    /// 1,200. What stands in a heading is about what is shown.
    pub thousands: u8,
    /// The unit of money that it writes behind what it shows: `"£"0.00"m"` shows 0.25 as £0.25m.
    pub unit: Option<MoneyUnit>,
}

/// What a style says that a number is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberKind {
    /// Nothing.
    #[default]
    Plain,
    /// A percentage.
    Percent,
    /// An amount of money.
    Currency,
}

impl NumberStyle {
    /// Nothing that says what the number is.
    pub const PLAIN: Self = Self { kind: NumberKind::Plain, commas: false, brackets: false, thousands: 0, unit: None };
    /// As a percentage.
    pub const PERCENT: Self = Self { kind: NumberKind::Percent, ..Self::PLAIN };
    /// With a sign of currency.
    pub const CURRENCY: Self = Self { kind: NumberKind::Currency, ..Self::PLAIN };

    /// The style of a number format as spreadsheets write it, and how many decimal places it always shows; none where
    /// it leaves that to the number (`General`), or shows something else than the number itself (thousands, a power of
    /// ten, a fraction, a date).
    ///
    /// ```
    /// use one_plan_workbook::sheet::NumberStyle;
    /// assert_eq!(NumberStyle::of_format("#,##0.00").1, Some(2));
    /// assert!(NumberStyle::of_format("#,##0.0_);(#,##0.0)").0.brackets);
    /// assert_eq!(NumberStyle::of_format("0.0%"), (NumberStyle::PERCENT, Some(1)));
    /// assert_eq!(NumberStyle::of_format("[$£-809]0"), (NumberStyle::CURRENCY, Some(0)));
    /// assert_eq!(NumberStyle::of_format("General"), (NumberStyle::PLAIN, None));
    /// assert_eq!(NumberStyle::of_format("#,##0,").0.thousands, 1);
    /// assert_eq!(NumberStyle::of_format("\"£\"0.0\"m\"").0.unit.unwrap().symbol(), "£m");
    /// ```
    pub fn of_format(format: &str) -> (Self, Option<u32>) {
        let sections = sections(format);
        let first = sections.first().cloned().unwrap_or_default();
        let kind = if first.percent {
            NumberKind::Percent
        } else if first.currency {
            NumberKind::Currency
        } else {
            NumberKind::Plain
        };
        let brackets = sections.get(1).is_some_and(|negative| negative.brackets);
        let unit = first.unit();
        if first.is_other || first.scales > 0 || !first.digits {
            let thousands = if first.is_other || !first.digits { 0 } else { first.scales };
            return (Self { kind, thousands, unit, ..Self::PLAIN }, None);
        }
        (Self { kind, commas: first.commas, brackets, thousands: 0, unit }, Some(first.places))
    }

    /// The digits of a number (without an exponent) with the zeros that a number format shows at its end.
    pub fn digits_as_shown(self, digits: &str, places: Option<u32>) -> String {
        let more = if self.kind == NumberKind::Percent { 2 } else { 0 };
        match places {
            // A whole number of per cents is a fraction with two places at most: `0.5` is 50%, without a place.
            Some(places) => padded(digits, (places + more) as usize),
            None => digits.to_owned(),
        }
    }

    /// A number as a plan prints it: `1,234.50`, `(6.3)`, `1.5%`. The sign of a currency is left out.
    ///
    /// ```
    /// use one_plan_workbook::sheet::NumberStyle;
    /// let (style, places) = NumberStyle::of_format("#,##0.00_);(#,##0.00)");
    /// assert_eq!(style.printed(&style.digits_as_shown("-1234.5", places)), "(1,234.50)");
    /// let (style, places) = NumberStyle::of_format("0.0%");
    /// assert_eq!(style.printed(&style.digits_as_shown("0.02", places)), "2.0%");
    /// ```
    pub fn printed(self, digits: &str) -> String {
        let mut text = match self.kind {
            NumberKind::Percent => format!("{}%", shifted(digits, 2)),
            _ => digits.to_owned(),
        };
        if self.commas {
            text = with_commas(&text);
        }
        match text.strip_prefix('-') {
            Some(unsigned) if self.brackets => format!("({unsigned})"),
            _ => text,
        }
    }
}

/// What one section of a number format says: the first is for numbers above zero, the second for those below.
#[derive(Clone, Debug, Default)]
struct Section {
    digits: bool,
    places: u32,
    commas: bool,
    percent: bool,
    currency: bool,
    brackets: bool,
    /// Commas behind the last digit: what is shown is the number in thousands, or in thousands of them.
    scales: u8,
    /// A date, a power of ten, a fraction.
    is_other: bool,
    /// The letters behind the last digit.
    behind: String,
}

impl Section {
    /// The unit of money that the letters behind the digits are; those of a format of per cents are none.
    fn unit(&self) -> Option<MoneyUnit> {
        if self.is_other || self.percent || !self.digits { None } else { unit_behind(&self.behind) }
    }
}

/// The unit of money that letters behind the digits of a number are.
pub fn unit_behind(letters: &str) -> Option<MoneyUnit> {
    let letters = letters.trim_matches([' ', ')', '\u{a0}', '£']);
    MoneyUnit::read(&format!("£{letters}")).filter(|unit| *unit != MoneyUnit::Pounds)
}

fn sections(format: &str) -> Vec<Section> {
    let mut found = vec![Section::default()];
    let mut letters = format.chars();
    let mut after_point = false;
    while let Some(letter) = letters.next() {
        let Some(section) = found.last_mut() else { break };
        match letter {
            ';' => {
                found.push(Section::default());
                after_point = false;
            }
            '\\' => literal(section, letters.next()),
            // The room that a letter takes, and a letter that fills the cell.
            '_' | '*' => drop(letters.next()),
            '"' => {
                for quoted in letters.by_ref().take_while(|letter| *letter != '"') {
                    literal(section, Some(quoted));
                }
            }
            '[' => {
                let within: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                section.currency |= within.strip_prefix('$').is_some_and(|rest| !rest.starts_with('-'));
                section.is_other |=
                    matches!(within.to_ascii_lowercase().as_str(), "h" | "hh" | "m" | "mm" | "s" | "ss");
            }
            '0' | '#' | '?' => {
                section.commas |= section.scales > 0 && !after_point;
                section.scales = 0;
                section.digits = true;
                section.behind.clear();
                section.places += u32::from(after_point && letter == '0');
            }
            '.' => after_point = true,
            ',' => section.scales = section.scales.saturating_add(u8::from(section.digits)),
            '%' => section.percent = true,
            'E' | 'e' | '/' | 'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' | '@' => {
                section.is_other = true
            }
            // "General" has letters of dates in it, and is none.
            'G' | 'g' => {
                section.is_other = true;
                letters.by_ref().take("eneral".len()).for_each(drop);
            }
            other => literal(section, Some(other)),
        }
    }
    found
}

fn literal(section: &mut Section, letter: Option<char>) {
    section.currency |= letter.is_some_and(|letter| matches!(letter, '£' | '$' | '€'));
    section.brackets |= letter == Some('(');
    section.behind.extend(letter.filter(|_| section.digits));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_behind_the_digits_are_a_unit_of_money() {
        for (format, unit) in [
            ("\"£\"0.00\"m\"", Some(MoneyUnit::Millions)),
            ("\"£\"#,##0\"k\"", Some(MoneyUnit::Thousands)),
            ("£#,##0\\k", Some(MoneyUnit::Thousands)),
            ("[$£-809]0.0,,\" m\"_);([$£-809]0.0,,\" m\")", Some(MoneyUnit::Millions)),
            ("#,##0.0 \"£bn\"", Some(MoneyUnit::Billions)),
            ("\"£\"#,##0", None),
            ("0\" days\"", None),
            ("mmm-yy", None),
            ("0.0%\"m\"", None),
            ("\"M\"0", None),
        ] {
            assert_eq!(NumberStyle::of_format(format).0.unit, unit, "{format}");
        }
    }

    #[test]
    fn formats_of_spreadsheets_say_how_a_number_is_printed() {
        for (format, digits, printed) in [
            ("0", "6", "6"),
            ("0.00", "6.3", "6.30"),
            ("#,##0", "20267", "20,267"),
            ("#,##0", "-20267", "-20,267"),
            ("#,##0_);(#,##0)", "-20267", "(20,267)"),
            ("#,##0_);[Red]\\(#,##0\\)", "-20267", "(20,267)"),
            ("#,##0.00", "1234.567", "1,234.567"), // no digit is lost
            ("\"£\"#,##0.00", "1234.5", "1,234.50"),
            ("_-£* #,##0.00_-;-£* #,##0.00_-", "-5", "-5.00"),
            ("0%", "0.5", "50%"),
            ("0.00%", "0.015", "1.50%"),
            ("0.0%;(0.0%)", "-0.015", "(1.5%)"),
            ("0.##", "1.5", "1.5"),
            ("General", "0.1", "0.1"),
            ("0.00E+00", "1234.5", "1234.5"),
            ("0,,", "12000000", "12000000"),
            ("#,##0;(#,##0);\"-\"", "0", "0"),
        ] {
            let (style, places) = NumberStyle::of_format(format);
            assert_eq!(style.printed(&style.digits_as_shown(digits, places)), printed, "{format}");
        }
    }
}

//! What a number that a person types is measured in: one way to read it in every field, and to say what was understood.

use one_plan_model::calculation::format;
use one_plan_model::calculation::format::count_of;
use one_plan_model::quantity::{Decimal, Digits, DigitsError, Marked, MoneyUnit, whole};

/// What a field for a number asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// A number, alone or with the unit of its field behind it; where the field has none, with a percent sign too.
    #[default]
    Number,
    /// Hundredths from 0 to 100, with the sign or without.
    Share,
    /// Hundredths, with the sign or without.
    Percent,
    /// Months.
    Months,
    /// Pounds. A number that says no unit itself is in this one; what is understood is pounds.
    Money(MoneyUnit),
}

/// Why a text cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// It is no number that can be used.
    Digits(DigitsError),
    /// It is none from 0 to 100.
    NotAShare,
    /// It lies outside of what the field takes.
    Outside,
    /// It is no whole number.
    NotWhole,
}

/// The least and the most that a field takes; nothing where it takes every number.
pub type Within = Option<(Decimal, Decimal)>;

impl Measure {
    /// What a text means: a number, nothing where nothing is typed, or neither. `unit` is what the field is measured in.
    ///
    /// # Errors
    ///
    /// Why it cannot be taken.
    pub fn read(self, text: &str, unit: &str) -> Result<Option<Decimal>, Misfit> {
        let marked = Marked::of(text);
        let digits = match Digits::read(&marked.number) {
            Err(DigitsError::Empty) => return Ok(None),
            digits => digits.map_err(Misfit::Digits)?,
        };
        let fits = match self {
            // Where nobody says a unit, hundredths are what a percentage can mean.
            Self::Number if unit.is_empty() && marked.is_percent() => !marked.has_pounds,
            Self::Number => marked.is_plain() || marked.behind == unit.to_lowercase(),
            Self::Share | Self::Percent => marked.is_plain() || (marked.is_percent() && !marked.has_pounds),
            Self::Months => marked.is_plain() || matches!(marked.behind.as_str(), "month" | "months"),
            Self::Money(_) => marked.behind.is_empty() || marked.money_unit().is_some(),
        };
        if !fits {
            return Err(Misfit::Digits(DigitsError::NotANumber));
        }
        let number = match self {
            Self::Money(unit) => {
                let exponent = marked.money_unit().unwrap_or(unit).exponent();
                digits.scaled(exponent).map_err(|_| Misfit::Digits(DigitsError::TooLarge))?
            }
            _ => digits.number(),
        };
        if self == Self::Months && !number.fract().is_zero() {
            return Err(Misfit::NotWhole);
        }
        let is_share = number >= Decimal::ZERO && number <= whole(100);
        if self == Self::Share && !is_share { Err(Misfit::NotAShare) } else { Ok(Some(number)) }
    }

    /// The same where the number has to lie within limits.
    ///
    /// # Errors
    ///
    /// Why it cannot be taken.
    pub fn read_within(self, text: &str, unit: &str, within: Within) -> Result<Option<Decimal>, Misfit> {
        let number = self.read(text, unit)?;
        let is_outside = number.zip(within).is_some_and(|(number, (least, most))| number < least || number > most);
        if is_outside { Err(Misfit::Outside) } else { Ok(number) }
    }

    /// A number of this measure in words, with its unit.
    pub fn words(self, number: Decimal, unit: &str) -> String {
        let plain = format::number(Ok(number));
        match self {
            Self::Number if unit.is_empty() => plain,
            Self::Number => format!("{plain} {unit}"),
            Self::Share | Self::Percent => format!("{plain}%"),
            Self::Months if number == Decimal::ONE => count_of(1, "month", "months"),
            Self::Months => format!("{plain} months"),
            Self::Money(_) => format::money(Ok(number)),
        }
    }

    /// What may be typed, for somebody whose text could not be taken.
    pub const fn example(self) -> &'static str {
        match self {
            Self::Number => "Enter a number, such as 92.5 or 1,200.",
            Self::Share | Self::Percent => "Enter a percentage, such as 80 or 80%.",
            Self::Months => "Enter a whole number of months, such as 3.",
            Self::Money(MoneyUnit::Pounds) => "Enter an amount, such as £1,200,000 or £1.2m.",
            Self::Money(MoneyUnit::Thousands) => {
                "Enter an amount in £000, such as 1,200, or with its unit, such as £1.2m."
            }
            Self::Money(_) => "Enter an amount in £m, such as 1.2, or with its unit, such as £350k.",
        }
    }

    /// Whether a text is the beginning of a number, such as `92.`, `1,2`, `(3` or `£1.2 mil`: while it is being typed there is
    /// nothing to correct yet.
    pub fn may_become(self, text: &str, unit: &str, within: Within) -> bool {
        let text = text.trim().to_lowercase();
        let ends = ["0", "00", "000", ")", "0)", "00)", "000)"].map(str::to_owned).into_iter();
        let unit = unit.to_lowercase();
        let words = ["million", "billion", "thousand", "per cent", "%)", "months", &unit].into_iter();
        // The rest of a word whose first letters stand there.
        let rests = words.flat_map(|word| {
            let begun = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
            begun.filter(|end| text.ends_with(&word[..*end])).map(|end| word[end..].to_owned()).collect::<Vec<_>>()
        });
        ends.chain(rests).any(|rest| self.read_within(&format!("{text}{rest}"), &unit, within).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const IN_POUNDS: Measure = Measure::Money(MoneyUnit::Pounds);
    const NO_NUMBER: Result<Option<Decimal>, Misfit> = Err(Misfit::Digits(DigitsError::NotANumber));

    fn number(text: &str) -> Result<Option<Decimal>, Misfit> {
        Ok(Some(Digits::read(text).expect("a number").number()))
    }

    #[test]
    fn what_people_write_is_read_wherever_a_number_is_wanted() {
        assert_eq!(Measure::Percent.read("50%", ""), number("50"));
        assert_eq!(Measure::Percent.read("(3)", ""), number("-3"));
        assert_eq!(Measure::Percent.read("150 per cent", ""), number("150"));
        assert_eq!(Measure::Months.read("3 months", ""), number("3"));
        assert_eq!(Measure::Number.read("1,200", ""), number("1200"));
        assert_eq!(Measure::Number.read("20 days", "days"), number("20"));
        assert_eq!(Measure::Number.read("95%", ""), number("95"));
        assert_eq!(IN_POUNDS.read("£1.2m", ""), number("1200000"));
        assert_eq!(IN_POUNDS.read("(£350k)", ""), number("-350000"));
        assert_eq!(IN_POUNDS.read("£1,200", ""), number("1200"));
        assert_eq!(Measure::Money(MoneyUnit::Thousands).read("1,234.5", ""), number("1234500"));
        assert_eq!(Measure::Money(MoneyUnit::Thousands).read("£1.2m", ""), number("1200000"));
        assert_eq!(Measure::Number.read("  ", ""), Ok(None));
        for (measure, text) in [
            (Measure::Number, "95%"),
            (Measure::Number, "£5"),
            (Measure::Number, "20 weeks"),
            (Measure::Percent, "£5"),
            (Measure::Months, "5%"),
            (IN_POUNDS, "5%"),
            (IN_POUNDS, "much"),
        ] {
            assert_eq!(measure.read(text, "days"), NO_NUMBER, "{text}");
        }
    }

    #[test]
    fn what_was_understood_is_said_with_its_unit() {
        assert_eq!(IN_POUNDS.words(whole(-1_200_000), ""), "−£1,200,000");
        assert_eq!(Measure::Percent.words(Decimal::new(9150, 2), ""), "91.5%");
        assert_eq!(Measure::Months.words(whole(1), ""), "1 month");
        assert_eq!(Measure::Number.words(whole(20), "days"), "20 days");
    }

    #[test]
    fn a_share_lies_from_0_to_100_with_or_without_its_sign() {
        assert_eq!(Measure::Share.read("95%", "%"), number("95"));
        assert_eq!(Measure::Share.read(" 95.5 % ", "%"), number("95.5"));
        for text in ["0", "100"] {
            assert_eq!(Measure::Share.read(text, "%"), number(text));
        }
        for text in ["-5", "101", "100.1%"] {
            assert_eq!(Measure::Share.read(text, "%"), Err(Misfit::NotAShare), "{text}");
        }
    }

    #[test]
    fn a_number_that_is_being_typed_is_not_yet_wrong() {
        for text in ["-", "92.", "1,", "1,2", "1,20", "(", "(3", "£", "£1.2 mil"] {
            assert!(IN_POUNDS.may_become(text, "", None), "{text}");
        }
        assert!(Measure::Months.may_become("3 mon", "", None) && Measure::Percent.may_become("50 p", "", None));
        for text in ["abc", "92%", "9..", "1,2345", "5 mont"] {
            assert!(!IN_POUNDS.may_become(text, "", None), "{text}");
        }
    }

    #[test]
    fn what_lies_outside_of_what_a_field_takes_is_refused_as_soon_as_it_can_be_nothing_else() {
        let within = Some((whole(-20), whole(20)));
        for text in ["-20", "20%", "1.5", "(3)"] {
            assert!(Measure::Percent.read_within(text, "", within).is_ok(), "{text}");
        }
        for text in ["-20.1", "21", "1,500"] {
            assert_eq!(Measure::Percent.read_within(text, "", within), Err(Misfit::Outside), "{text}");
            assert!(!Measure::Percent.may_become(text, "", within), "{text}");
        }
        // A comma for a point could still become 1,500, which this field does not take.
        assert!(Measure::Percent.may_become("1,5", "", None) && !Measure::Percent.may_become("1,5", "", within));
        assert!(Measure::Percent.may_become("-", "", within) && Measure::Percent.may_become("1.", "", within));
        assert_eq!(Measure::Months.read("1.5", ""), Err(Misfit::NotWhole));
        assert!(Measure::Months.read("2.0", "").is_ok());
    }
}

use super::MoneyUnit;

/// A number as people type it, apart from what they put around it: `£1.2m` is 1.2 with a sign of pounds and `m` behind.
///
/// Whether the number can be used is for its reader to say. Where the unit of money stands behind an amount, the reader
/// must move the amount by it; a percent sign says that the number is one of hundredths.
///
/// ```
/// use one_plan_model::quantity::{Marked, MoneyUnit};
/// let amount = Marked::of(" (£1,250k) ");
/// assert_eq!(amount.number, "(1,250)");
/// assert_eq!(amount.money_unit(), Some(MoneyUnit::Thousands));
/// assert!(Marked::of("50 %").is_percent());
/// assert_eq!(Marked::of("3 months").behind, "months");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The number alone, with its minus or in its brackets, as it stands there.
    pub number: String,
    /// Whether a sign of pounds stands before it.
    pub has_pounds: bool,
    /// The words or signs behind it, in small letters.
    pub behind: String,
}

impl Marked {
    /// Takes a text apart. What is no number at all stays in `number` as it is.
    pub fn of(text: &str) -> Self {
        let (core, mut behind) = split_behind(text.trim());
        let bracketed = core.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let (number, has_pounds) = match bracketed {
            Some(inner) => {
                let (inner, within) = split_behind(inner.trim());
                if within.is_empty() || behind.is_empty() {
                    behind.push_str(&within);
                    let (inner, has_pounds) = without_pounds(inner);
                    (format!("({inner})"), has_pounds)
                } else {
                    (core.to_owned(), false)
                }
            }
            None => without_pounds(core),
        };
        Self { number, has_pounds, behind }
    }

    /// The unit of money that stands behind the number.
    pub fn money_unit(&self) -> Option<MoneyUnit> {
        MoneyUnit::read(&format!("£{}", self.behind)).filter(|unit| *unit != MoneyUnit::Pounds)
    }

    /// Whether the number is a percentage.
    pub fn is_percent(&self) -> bool {
        matches!(self.behind.as_str(), "%" | "per cent" | "percent")
    }

    /// Whether the number stands alone.
    pub fn is_plain(&self) -> bool {
        self.behind.is_empty() && !self.has_pounds
    }
}

/// What ends with the last digit, or with the bracket around it, and what stands behind.
fn split_behind(text: &str) -> (&str, String) {
    let end = text.rfind(|letter: char| letter.is_ascii_digit() || letter == ')').map(|at| at + 1);
    match end.and_then(|end| text.split_at_checked(end)) {
        Some((core, behind)) => (core, behind.trim().to_lowercase()),
        None => (text, String::new()),
    }
}

/// A number without the sign of pounds before its digits or its minus, and whether there was one.
fn without_pounds(text: &str) -> (String, bool) {
    let start = text.find(|letter: char| letter.is_ascii_digit()).unwrap_or(text.len());
    match text.split_at_checked(start) {
        Some((before, digits)) if !digits.is_empty() && before.matches('£').count() == 1 => {
            (format!("{}{}", before.replace('£', "").trim(), digits), true)
        }
        _ => (text.to_owned(), false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_and_what_stands_around_it_are_told_apart() {
        for (text, number, has_pounds, behind) in [
            ("1,200", "1,200", false, ""),
            ("(3)", "(3)", false, ""),
            ("£1.2m", "1.2", true, "m"),
            ("-£1.2M", "-1.2", true, "m"),
            ("£ -5", "-5", true, ""),
            ("(£12)", "(12)", true, ""),
            ("(£350k)", "(350)", true, "k"),
            ("(1.5)%", "(1.5)", false, "%"),
            ("(1.5%)", "(1.5)", false, "%"),
            ("2 million", "2", false, "million"),
            ("12 months", "12", false, "months"),
            ("£", "£", false, ""),
            ("", "", false, ""),
            ("tbc", "tbc", false, ""),
        ] {
            let found = Marked::of(text);
            let expected = Marked { number: number.into(), has_pounds, behind: behind.into() };
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(Marked::of("££5").number, "££5");
        assert_eq!(Marked::of("(5%)m").number, "(5%)", "two marks are none");
    }
}

//! Amounts that say their unit themselves, such as `£1.2m`.

use super::total_rows::number_in;
use crate::sheet::Cell;
use one_plan_model::quantity::MoneyUnit;

/// The digits and the unit of an amount such as `£1.2m`, `(£350k)` or `2 million`; nothing where a cell says no unit.
///
/// ```
/// use one_plan_model::quantity::MoneyUnit;
/// use one_plan_workbook::recognise::own_unit;
/// use one_plan_workbook::sheet::Cell;
/// let amount = own_unit(&Cell::Text("£1.2m".into()));
/// assert_eq!(amount, Some(("1.2".to_owned(), MoneyUnit::Millions)));
/// ```
pub fn own_unit(cell: &Cell) -> Option<(String, MoneyUnit)> {
    let Cell::Text(text) = cell else { return None };
    let trimmed = text.trim();
    let (sign, unsigned) = match trimmed.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => ("-", inner),
        None => match trimmed.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
            Some(rest) => ("-", rest),
            None => ("", trimmed),
        },
    };
    let unsigned = unsigned.trim().strip_prefix('£').unwrap_or(unsigned).trim();
    let end = unsigned.rfind(|letter: char| letter.is_ascii_digit())? + 1;
    let (digits, unit) = unsigned.split_at_checked(end)?;
    // A minus within is none of an amount.
    if !digits.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let unit =
        MoneyUnit::read(&format!("£{}", unit.trim().to_lowercase())).filter(|unit| *unit != MoneyUnit::Pounds)?;
    number_in(digits).map(|_| (format!("{sign}{digits}"), unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_amount_with_a_unit_behind_it_says_one() {
        for (typed, digits, unit) in [
            ("£1.2m", "1.2", MoneyUnit::Millions),
            ("-£1.2M", "-1.2", MoneyUnit::Millions),
            ("(£350k)", "-350", MoneyUnit::Thousands),
            ("1,250k", "1,250", MoneyUnit::Thousands),
            ("£2 million", "2", MoneyUnit::Millions),
            ("£0.5bn", "0.5", MoneyUnit::Billions),
        ] {
            assert_eq!(own_unit(&Cell::Text(typed.into())), Some((digits.to_owned(), unit)), "{typed}");
        }
        for plain in ["£1,200", "12", "1.2 months", "m", "£m", "1-2m", "1,2m", "5%", "2026/27", "tbc", "£1.2m to £1.5m"]
        {
            assert_eq!(own_unit(&Cell::Text(plain.into())), None, "{plain}");
        }
    }
}

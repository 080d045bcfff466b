//! Amounts that say their unit themselves, such as `£1.2m`, in the words of the cell or by its number format.

use super::number_in::number_in;
use crate::sheet::{Cell, shifted};
use one_plan_model::quantity::{Marked, MoneyUnit};

/// The digits and the unit of an amount such as `£1.2m`, `(£350k)` or `2 million`; nothing where a cell says no unit.
///
/// ```
/// use one_plan_model::quantity::MoneyUnit;
/// use one_plan_workbook::cells::own_unit;
/// use one_plan_workbook::sheet::Cell;
/// let amount = own_unit(&Cell::Text("£1.2m".into()));
/// assert_eq!(amount, Some(("1.2".to_owned(), MoneyUnit::Millions)));
/// ```
pub fn own_unit(cell: &Cell) -> Option<(String, MoneyUnit)> {
    let text = match cell {
        Cell::Text(text) => text,
        // What the number format divides before it shows it, is shown in the unit that it writes.
        Cell::Number(digits, style) => {
            let digits = || shifted(digits, -3 * i32::from(style.thousands));
            return style.unit.map(|unit| (digits(), unit));
        }
        _ => return None,
    };
    let amount = Marked::of(text);
    let unit = amount.money_unit()?;
    number_in(&amount.number)?;
    let digits = match amount.number.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => format!("-{}", inner.trim()),
        None => amount.number,
    };
    Some((digits, unit))
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

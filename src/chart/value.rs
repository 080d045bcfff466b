//! A number to draw, together with the words that state it.

/// Beyond this a drawing no longer means anything, and sums of such numbers must stay finite.
const LARGEST: f64 = 1e100;

/// A number to draw, and the text that states it.
///
/// The chart uses the number for geometry only. What a person reads is the text, which comes from
/// the model already formatted: no money arithmetic and no rounding of money happens in a chart.
///
/// ```
/// use one_plan_page::chart::Value;
///
/// let acute_care = Value::new(13.1, "13.10");
/// assert_eq!(acute_care.label, "13.10");
/// assert_eq!(Value::new(f64::NAN, "n/a").size(), 0.0);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Value {
    /// The number as it was given; read it through [`Value::size`].
    pub amount: f64,
    /// The number in words, as the tables of the page show it.
    pub label: String,
}

/// What a number says together with its unit, as people write it: the pound before the digits, and what it is counted in
/// behind them.
///
/// ```
/// use one_plan_page::chart::in_unit;
///
/// assert_eq!(in_unit("513.45", "£m"), "£513.45m");
/// assert_eq!(in_unit("−34.40", "£m"), "−£34.40m");
/// assert_eq!(in_unit("(2)", "£000"), "(£2k)");
/// assert_eq!(in_unit("58.4", "% of patients"), "58.4% of patients");
/// assert_eq!(in_unit("1,600", "spells"), "1,600 spells");
/// assert_eq!(in_unit("n/a", "£m"), "n/a");
/// ```
pub fn in_unit(number: &str, unit: &str) -> String {
    let money = match unit {
        "£" => Some(""),
        "£000" => Some("k"),
        "£m" => Some("m"),
        "£bn" => Some("bn"),
        _ => None,
    };
    match money {
        Some(_) if !number.contains(|letter: char| letter.is_ascii_digit()) || number.contains('£') => {
            number.to_owned()
        }
        Some(behind) => {
            let digits = number.trim_start_matches(['(', '-', '−', '+']);
            let sign = number.strip_suffix(digits).unwrap_or_default();
            match digits.strip_suffix(')') {
                Some(digits) => format!("{sign}£{digits}{behind})"),
                None => format!("{sign}£{digits}{behind}"),
            }
        }
        None if unit.starts_with('%') => format!("{number}{unit}"),
        None => format!("{number} {unit}").trim_end().to_owned(),
    }
}

impl Value {
    /// A number and the text that states it.
    pub fn new(amount: f64, label: impl Into<String>) -> Self {
        Self { amount, label: label.into() }
    }

    /// The number as drawn: what is not a finite number is drawn as nothing.
    pub fn size(&self) -> f64 {
        if self.amount.is_finite() { self.amount.clamp(-LARGEST, LARGEST) } else { 0.0 }
    }
}

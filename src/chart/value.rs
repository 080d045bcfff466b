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

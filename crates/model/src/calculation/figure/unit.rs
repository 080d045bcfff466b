/// The unit of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Pounds.
    Money,
    /// A number of things.
    Count,
    /// A fraction of one, shown as a percentage.
    Percent,
    /// A number without a unit.
    Number,
    /// Arrows: 2 is two up, −1 is one down, 0 is stable.
    Arrows,
    /// A rating: 1 is red, 2 is amber, 3 is green.
    Rating,
}

impl Unit {
    /// The word for it in exports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Money => "£",
            Self::Count => "count",
            Self::Percent => "%",
            Self::Number => "number",
            Self::Arrows => "arrows",
            Self::Rating => "rating",
        }
    }

    /// Whether figures in these units can be set side by side: the same unit, or both plain numbers.
    ///
    /// ```
    /// use one_plan_model::calculation::Unit;
    /// assert!(Unit::Count.is_like(Unit::Number));
    /// assert!(!Unit::Count.is_like(Unit::Money));
    /// ```
    pub fn is_like(self, other: Self) -> bool {
        let plain = |unit| matches!(unit, Self::Count | Self::Number);
        self == other || (plain(self) && plain(other))
    }
}

use one_plan_model::quantity::MoneyUnit;

/// What the heading of a column says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Its words without what does not count: small letters and digits alone. What people write differently, such as
    /// `Full-year effect`, `full_year_effect` and `FULL YEAR EFFECT`, is the same here.
    pub key: String,
    /// The unit that it gives: `Gross saving (£m)`.
    pub unit: Option<MoneyUnit>,
    /// Whether it says that its numbers are per cents: `Growth %`.
    pub is_percent: bool,
}

impl Heading {
    /// Understands the words of a heading.
    ///
    /// ```
    /// use one_plan_model::quantity::MoneyUnit;
    /// use one_plan_workbook::recognise::Heading;
    /// let heading = Heading::of("Full-year\neffect (£'000)");
    /// assert_eq!((heading.key.as_str(), heading.unit), ("fullyeareffect", Some(MoneyUnit::Thousands)));
    /// assert!(Heading::of("Growth %").is_percent);
    /// ```
    pub fn of(text: &str) -> Self {
        let mut heading = Self::default();
        let parts = text.split(|letter: char| letter.is_whitespace() || "()[]{}:;,/".contains(letter));
        for part in parts.filter(|part| !part.is_empty()) {
            match (MoneyUnit::read(part), part) {
                (Some(unit), _) if part.starts_with('£') || part.eq_ignore_ascii_case("gbp") => {
                    heading.unit = heading.unit.or(Some(unit));
                }
                (_, "%") => heading.is_percent = true,
                _ => {
                    let part = part.strip_suffix('%').inspect(|_| heading.is_percent = true).unwrap_or(part);
                    heading
                        .key
                        .extend(part.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase));
                }
            }
        }
        heading
    }
}

/// The words of a heading, or of a cell that holds one of a few words, without what does not count.
pub fn key_of(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

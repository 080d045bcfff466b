//! What the rows of a sheet can be that says how the year goes: schemes that save, or lines of income or expenditure.

/// What the rows of a sheet are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// Schemes that save.
    Schemes,
    /// Lines of income.
    Income,
    /// Lines of expenditure.
    Expenditure,
    /// Lines of savings that are no schemes, such as one for each organisation.
    Savings,
    /// Lines of another kind, or of several.
    Other,
}

impl Follows {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Schemes, Self::Expenditure, Self::Income, Self::Savings, Self::Other];

    /// The word of it in a mapping.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Schemes => "schemes",
            Self::Income => "income",
            Self::Expenditure => "expenditure",
            Self::Savings => "savings",
            Self::Other => "other",
        }
    }

    /// The one of a word.
    ///
    /// ```
    /// use one_plan_workbook::vocabulary::Follows;
    /// assert_eq!(Follows::named("income"), Some(Follows::Income));
    /// assert_eq!(Follows::named("beds"), None);
    /// ```
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|follows| follows.word() == word)
    }

    /// The word of `kind` of a monitored line; nothing where rows have several, or none.
    pub const fn kind(self) -> Option<&'static str> {
        match self {
            Self::Schemes | Self::Savings => Some("saving"),
            Self::Income => Some("income"),
            Self::Expenditure => Some("expenditure"),
            Self::Other => None,
        }
    }
}

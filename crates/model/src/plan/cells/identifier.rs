/// The name by which other tables refer to a row: the type of a column, and the form of its text.
#[derive(Clone, Copy, Debug)]
pub struct Identifier;

/// The identifier of a figure, as it stands in a plan: the type of a column. What it means is found by the outcome.
#[derive(Clone, Copy, Debug)]
pub struct FigureIdentifier;

impl Identifier {
    /// Longest identifier that is accepted.
    pub const LONGEST: usize = 100;

    /// Whether a text is an identifier: small letters, digits and single hyphens between them.
    ///
    /// ```
    /// use one_plan_model::plan::Identifier;
    /// assert!(Identifier::accepts("planned-care"));
    /// assert!(!Identifier::accepts("Planned care"));
    /// ```
    pub fn accepts(text: &str) -> bool {
        let word = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        text.len() <= Self::LONGEST && text.split('-').all(word)
    }
}

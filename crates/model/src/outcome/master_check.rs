use crate::calculation::format;

/// The one light that every output carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MasterCheck {
    /// Nothing follows from the plan yet but how many organisations it names, as from one in which no row is filled in.
    Nothing,
    /// Nothing to report.
    Passed,
    /// The figures can be computed, but things that should agree do not.
    Findings {
        /// How many.
        warnings: usize,
        /// How many of them are settled.
        settled: usize,
    },
    /// Figures cannot be computed or cannot be relied on.
    Failed {
        /// How many errors.
        errors: usize,
        /// How many other findings.
        warnings: usize,
        /// How many of all of them are settled.
        settled: usize,
    },
}

impl MasterCheck {
    /// The word for it in exports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing-to-check",
            Self::Passed => "passed",
            Self::Findings { .. } => "findings",
            Self::Failed { .. } => "failed",
        }
    }

    /// What it means, as a sentence of a report.
    pub fn sentence(self) -> String {
        match self {
            Self::Nothing => "Nothing to check yet: no figure follows from what is filled in.".to_owned(),
            Self::Passed => "Passed: nothing to report.".to_owned(),
            Self::Findings { warnings, .. } => format!(
                "{} ({}): the figures can be computed, but things that should agree do not.",
                format::count_of(warnings, "finding", "findings"),
                self.open_words()
            ),
            Self::Failed { errors, warnings, .. } => format!(
                "Failed with {} and {} ({}): figures cannot be computed or cannot be relied on.",
                format::count_of(errors, "error", "errors"),
                format::count_of(warnings, "other finding", "other findings"),
                self.open_words()
            ),
        }
    }

    /// How many errors and findings are open, and how many are settled.
    pub const fn open_and_settled(self) -> (usize, usize) {
        match self {
            Self::Nothing | Self::Passed => (0, 0),
            Self::Findings { warnings, settled } => (warnings.saturating_sub(settled), settled),
            Self::Failed { errors, warnings, settled } => {
                (errors.saturating_add(warnings).saturating_sub(settled), settled)
            }
        }
    }

    /// How many of the findings are open and how many settled, in words that every output uses: `58 open, 16 settled`.
    ///
    /// ```
    /// use one_plan_model::outcome::MasterCheck;
    /// assert_eq!(MasterCheck::Findings { warnings: 74, settled: 16 }.open_words(), "58 open, 16 settled");
    /// ```
    pub fn open_words(self) -> String {
        let (open, settled) = self.open_and_settled();
        format!("{} open, {} settled", format::counted(open), format::counted(settled))
    }
}

use super::plan_part::PlanPart;

/// The pages, in the order of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What this is, and how to open a plan.
    Start,
    /// Whether it adds up, and what it comes to.
    Overview,
    /// What is saved.
    Savings,
    /// What quality earns.
    Cquin,
    /// Which activity moves where.
    Activity,
    /// The way to all parts of the plan.
    Whole,
    /// One part of the plan.
    Part(PlanPart),
    /// What does not add up.
    Checks,
    /// What was read, and the ways to take the plan away.
    Data,
}

impl Page {
    /// The pages about a plan that is open; those of its parts are reached from the whole plan.
    pub const OF_A_PLAN: [Self; 7] =
        [Self::Overview, Self::Savings, Self::Cquin, Self::Activity, Self::Whole, Self::Checks, Self::Data];

    /// The word for it in the address and in the JavaScript API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Overview => "overview",
            Self::Savings => "savings",
            Self::Cquin => "cquin",
            Self::Activity => "activity",
            Self::Whole => "plan",
            Self::Part(part) => part.word(),
            Self::Checks => "checks",
            Self::Data => "data",
        }
    }

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "Start",
            Self::Overview => "Overview",
            Self::Savings => "Savings",
            Self::Cquin => "CQUIN",
            Self::Activity => "Activity",
            Self::Whole => "Whole plan",
            Self::Part(part) => part.name(),
            Self::Checks => "Checks",
            Self::Data => "Data",
        }
    }

    /// The page that a word names.
    pub fn named(word: &str) -> Option<Self> {
        let parts = PlanPart::ALL.into_iter().map(Self::Part);
        [Self::Start].into_iter().chain(Self::OF_A_PLAN).chain(parts).find(|page| page.word() == word)
    }

    /// The end of an address that leads to it. Only the part after `#` works from a disk.
    pub fn hash(self) -> String {
        match self {
            Self::Start => "#/".to_owned(),
            _ => format!("#/{}", self.word()),
        }
    }

    /// The page that the end of an address names; the start where it names none.
    ///
    /// ```
    /// use one_plan_page::navigation::Page;
    /// assert_eq!(Page::of_hash("#/savings"), Page::Savings);
    /// assert_eq!(Page::of_hash("#/checks?show=errors"), Page::Checks);
    /// assert_eq!(Page::of_hash("#/risks").name(), "Risks");
    /// assert_eq!(Page::of_hash("#nowhere"), Page::Start);
    /// ```
    pub fn of_hash(hash: &str) -> Self {
        let word = hash.strip_prefix("#/").unwrap_or_default();
        let word = word.split(['?', '/']).next().unwrap_or_default();
        Self::named(word).unwrap_or(Self::Start)
    }
}

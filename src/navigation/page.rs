use one_plan_model::plan::Table;

/// The pages, in the order of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What this is, and how to open a plan.
    Start,
    /// Whether it balances and adds up, and what it comes to.
    Overview,
    /// What is saved.
    Savings,
    /// Which activity moves where, and at which prices.
    Activity,
    /// What quality earns.
    Cquin,
    /// What each contract pays.
    Contracts,
    /// Where the money comes from and where it goes.
    Finance,
    /// The organisations of the system, and their own savings.
    Providers,
    /// Staff, beds and room.
    Workforce,
    /// What is to be done when, and what has come of it.
    Delivery,
    /// What may go wrong.
    Risks,
    /// One row of a table, by its position.
    Row(Table, u32),
    /// What does not add up.
    Checks,
    /// What would be if something were otherwise.
    Scenarios,
    /// What was read, what the plan says in words, and the ways to take it away.
    Data,
    /// The words of the field, and what each finding and each column means.
    Help,
    /// Every section one after the other, to be printed.
    Pack,
}

/// The address of the start page with the form for a new plan open.
pub const NEW_PLAN: &str = "#/?new=plan";

/// Words of addresses that earlier versions gave out, and where they lead now.
const EARLIER: [(&str, Page); 8] = [
    ("plan", Page::Overview),
    ("organisations", Page::Providers),
    ("prices", Page::Activity),
    ("quality", Page::Cquin),
    ("programmes", Page::Delivery),
    ("capacity", Page::Workforce),
    ("time", Page::Delivery),
    ("governance", Page::Delivery),
];

impl Page {
    /// The pages about a plan that is open.
    pub const OF_A_PLAN: [Self; 13] = [
        Self::Overview,
        Self::Savings,
        Self::Activity,
        Self::Cquin,
        Self::Contracts,
        Self::Finance,
        Self::Providers,
        Self::Workforce,
        Self::Delivery,
        Self::Risks,
        Self::Checks,
        Self::Scenarios,
        Self::Data,
    ];

    /// Whether it is about a plan.
    pub const fn needs_plan(self) -> bool {
        !matches!(self, Self::Start | Self::Help)
    }

    /// The word for it in the address and in the JavaScript API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Overview => "overview",
            Self::Savings => "savings",
            Self::Activity => "activity",
            Self::Cquin => "cquin",
            Self::Contracts => "contracts",
            Self::Finance => "finance",
            Self::Providers => "providers",
            Self::Workforce => "workforce",
            Self::Delivery => "delivery",
            Self::Risks => "risks",
            Self::Row(..) => "row",
            Self::Checks => "checks",
            Self::Scenarios => "scenarios",
            Self::Data => "data",
            Self::Help => "help",
            Self::Pack => "pack",
        }
    }

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "Start",
            Self::Overview => "Overview",
            Self::Savings => "Savings",
            Self::Activity => "Activity",
            Self::Cquin => "CQUIN",
            Self::Contracts => "Contracts",
            Self::Finance => "Finance",
            Self::Providers => "Providers",
            Self::Workforce => "Workforce and capacity",
            Self::Delivery => "Delivery",
            Self::Risks => "Risks",
            Self::Row(..) => "Row of a table",
            Self::Checks => "Checks",
            Self::Scenarios => "Scenarios",
            Self::Data => "Data",
            Self::Help => "Help and glossary",
            Self::Pack => "Board pack",
        }
    }

    /// The page that a word names, also one that an earlier version gave out.
    pub fn named(word: &str) -> Option<Self> {
        let aside = [Self::Start, Self::Help, Self::Pack];
        let now = aside.into_iter().chain(Self::OF_A_PLAN).find(|page| page.word() == word);
        let earlier = || EARLIER.into_iter().find(|(earlier, _)| *earlier == word);
        now.or_else(|| earlier().map(|(_, page)| page))
    }

    /// The end of an address that leads to it. Only the part after `#` works from a disk.
    pub fn hash(self) -> String {
        match self {
            Self::Start => "#/".to_owned(),
            Self::Row(table, row) => format!("#/row/{}/{}", table.name(), u64::from(row) + 1),
            _ => format!("#/{}", self.word()),
        }
    }

    /// The page that the end of an address names; the start where it names none.
    ///
    /// ```
    /// use one_plan_page::navigation::Page;
    /// assert_eq!(Page::of_hash("#/savings"), Page::Savings);
    /// assert_eq!(Page::of_hash("#/checks?show=errors"), Page::Checks);
    /// assert_eq!(Page::of_hash("#/capacity"), Page::Workforce);
    /// assert_eq!(Page::of_hash("#/row/risks/3").hash(), "#/row/risks/3");
    /// assert_eq!(Page::of_hash("#nowhere"), Page::Start);
    /// assert_eq!(Page::of_hash(one_plan_page::navigation::NEW_PLAN), Page::Start);
    /// ```
    pub fn of_hash(hash: &str) -> Self {
        let word = hash.strip_prefix("#/").unwrap_or_default();
        let mut parts = word.split('?').next().unwrap_or_default().split('/');
        match (parts.next(), parts.next(), parts.next()) {
            (Some("row"), Some(table), Some(number)) => Self::of_row(table, number).unwrap_or(Self::Start),
            (Some(word), ..) => Self::named(word).unwrap_or(Self::Start),
            (None, ..) => Self::Start,
        }
    }

    fn of_row(table: &str, number: &str) -> Option<Self> {
        Some(Self::Row(Table::named(table)?, number.parse::<u32>().ok()?.checked_sub(1)?))
    }
}

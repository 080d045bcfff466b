/// A part of the whole plan model; each has a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanPart {
    /// Organisations and the people they answer for.
    Organisations,
    /// Money.
    Finance,
    /// Activity rules and prices.
    Prices,
    /// What contracts pay.
    Contracts,
    /// Quality.
    Quality,
    /// Programmes, decisions, gates.
    Programmes,
    /// Staff and beds.
    Capacity,
    /// Milestones and transition.
    Time,
    /// Risks.
    Risks,
    /// Monitoring and governance.
    Governance,
}

impl PlanPart {
    /// Every part, in the order of the model.
    pub const ALL: [Self; 10] = [
        Self::Organisations,
        Self::Finance,
        Self::Prices,
        Self::Contracts,
        Self::Quality,
        Self::Programmes,
        Self::Capacity,
        Self::Time,
        Self::Risks,
        Self::Governance,
    ];

    /// The word for it in the address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Organisations => "organisations",
            Self::Finance => "finance",
            Self::Prices => "prices",
            Self::Contracts => "contracts",
            Self::Quality => "quality",
            Self::Programmes => "programmes",
            Self::Capacity => "capacity",
            Self::Time => "time",
            Self::Risks => "risks",
            Self::Governance => "governance",
        }
    }

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Organisations => "Organisations",
            Self::Finance => "Finance",
            Self::Prices => "Prices and rules",
            Self::Contracts => "Contracts",
            Self::Quality => "Quality",
            Self::Programmes => "Programmes",
            Self::Capacity => "Staff and beds",
            Self::Time => "Milestones",
            Self::Risks => "Risks",
            Self::Governance => "Governance",
        }
    }
}

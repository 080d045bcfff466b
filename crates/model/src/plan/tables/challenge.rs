use super::organisations::Organisation;
use crate::plan::Id;
use crate::plan::definition::{choice, table};
use crate::quantity::{Amount, FinancialYear, MoneyUnit, Rate};

choice! {
    /// What a challenge is.
    ChallengeKind {
        /// The gap between what would be spent and the resource.
        Gap = "gap",
        /// Savings that are required.
        Requirement = "requirement",
    }
}

table! {
    /// The financial challenge of one organisation in one year. What is given for an organisation
    /// is compared with the sum of its parts.
    plain Challenge key [organisation, year, kind] {
        /// The organisation or locality.
        organisation: Id<Organisation>,
        /// The year.
        year: FinancialYear,
        /// What it is.
        kind: ChallengeKind,
        /// The amount; a gap to be closed is positive.
        amount: Option<Amount> => "the challenge",
        /// The unit of the amount.
        unit: Option<MoneyUnit>,
    }
}

table! {
    /// Spending that would grow if nothing were done.
    named SpendTrend {
        /// The year of the base.
        base_year: Option<FinancialYear> => "the spending of later years" if base,
        /// What is spent in it; positive.
        base: Option<Amount> where NotNegative => "the spending of each year",
        /// The unit of the amount.
        unit: Option<MoneyUnit>,
        /// How drivers of one year work together; empty: one upon the other.
        combination: Option<GrowthCombination>,
    }
}

choice! {
    /// How the drivers of one year work together.
    GrowthCombination {
        /// One upon the other: 2% and 3% are 5.06%.
        Compound = "compound",
        /// Added up: 2% and 3% are 5%.
        Additive = "additive",
    }
}

choice! {
    /// What makes spending grow.
    GrowthKind {
        /// More people, or older ones.
        Demographic = "demographic",
        /// More demand by the same people.
        NonDemographic = "non-demographic",
        /// Higher prices and pay.
        Price = "price",
        /// Efficiency that is taken off prices: it lowers spending.
        Efficiency = "efficiency",
    }
}

table! {
    /// A driver by which spending grows each year.
    named GrowthDriver {
        /// The spending that it drives; empty for all.
        trend: Option<Id<SpendTrend>>,
        /// What kind of driver it is.
        kind: Option<GrowthKind> => "the spending that it drives" if rate,
        /// The year in which it works; empty for every year.
        year: Option<FinancialYear>,
        /// By how much spending grows in a year: growth is positive, a fall negative. An efficiency lowers spending, with
        /// or without a minus.
        rate: Option<Rate> where YearlyChange => "the spending that it drives",
    }
}

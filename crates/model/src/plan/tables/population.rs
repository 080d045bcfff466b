use super::organisations::Organisation;
use crate::plan::Id;
use crate::plan::definition::{choice, table};
use crate::quantity::{Amount, Count, DueDate, FinancialYear, MoneyUnit, Rate};

choice! {
    /// What is counted of a population.
    PopulationMeasure {
        /// Persons on the lists of practices.
        Registered = "registered-population",
        /// Persons who live in the area.
        Resident = "resident-population",
        /// Practices.
        Practices = "practices",
        /// General practitioners.
        Practitioners = "practitioners",
        /// Births in a year.
        Births = "births",
        /// Commissioning groups.
        Groups = "groups",
        /// Anything else.
        Other = "other",
    }
}

table! {
    /// A count of people or practices of one organisation or area. What an organisation holds in
    /// all is the sum of its parts of the same date.
    plain PopulationCount as ["population"] key [organisation, measure, year] {
        /// The organisation or area.
        organisation: Id<Organisation>,
        /// What is counted.
        measure: PopulationMeasure,
        /// The year for which it is counted; counts of different years are never added up.
        year: Option<FinancialYear>,
        /// How many.
        number: Option<Count> where Things as ["population", "people"] => "what is reckoned by it",
    }
}

table! {
    /// A population that grows from a base year to a horizon year. Two of base, increase, horizon
    /// and growth are enough: the others follow.
    named PopulationProjection with [base_year < horizon_year] {
        /// The organisation or area.
        organisation: Option<Id<Organisation>>,
        /// The calendar year of the base.
        base_year: Option<Count> where CalendarYear,
        /// The calendar year of the horizon.
        horizon_year: Option<Count> where CalendarYear,
        /// How many in the base year.
        base: Option<Count> where NotNegative,
        /// How many more in the horizon year.
        increase: Option<Count>,
        /// How many in the horizon year.
        horizon: Option<Count> where NotNegative,
        /// Growth over the whole time.
        growth: Option<Rate> where ChangeAboveLoss,
        /// Growth of each year.
        growth_per_year: Option<Rate> where YearlyChangeAboveLoss,
    }
}

table! {
    /// The share of a commissioner's budget that is spent with a provider; the shares sum to 100%.
    plain SpendShare key [commissioner, provider] {
        /// The commissioner.
        commissioner: Id<Organisation>,
        /// The provider; empty for all others together.
        provider: Option<Id<Organisation>>,
        /// The share.
        share: Option<Rate> where Share => "the sum of the shares",
        /// The budget of which it is a share.
        budget: Option<Amount> where NotNegative,
        /// The unit of the budget.
        unit: Option<MoneyUnit>,
    }
}

table! {
    /// What a commissioner is allocated, against its target or fair share by one formula.
    named Allocation {
        /// The commissioner or locality.
        organisation: Id<Organisation>,
        /// The year.
        year: Option<FinancialYear>,
        /// The actual allocation; positive.
        actual: Option<Amount> where NotNegative,
        /// The target allocation by the formula.
        target: Option<Amount> where NotNegative,
        /// The distance from target where only that is printed; above target is positive.
        distance: Option<Amount>,
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
        /// The part of the distance that is closed in the year.
        pace: Option<Rate> where Share,
        /// The version of the formula.
        formula: Option<String>,
    }
}

table! {
    /// A payment for each person on the list of a commissioner.
    named PerHeadPayment {
        /// The organisation whose population is counted.
        organisation: Id<Organisation>,
        /// What is counted.
        measure: PopulationMeasure,
        /// The payment for each.
        rate: Option<Amount> where NotNegative => "what is paid",
        /// The unit of the payment.
        unit: Option<MoneyUnit>,
    }
}

choice! {
    /// How a commissioner comes by a support function.
    SupportDecision {
        /// It does it itself.
        Do = "do",
        /// It shares it with others.
        Share = "share",
        /// It buys it.
        Buy = "buy",
        /// Not decided.
        Undecided = "undecided",
    }
}

table! {
    /// A function that a commissioner takes on, and how.
    plain CommissioningFunction key [organisation, function] {
        /// The commissioner.
        organisation: Id<Organisation>,
        /// The function.
        function: String,
        /// From when it is delegated.
        delegated_from: Option<DueDate>,
        /// Whether it does, shares or buys it.
        decision: Option<SupportDecision>,
    }
}

table! {
    /// How far a commissioner is on the way to its accountability agreement: its own view of its
    /// level of capability, that of the panel, agreement, signature.
    plain CapabilityAssessment key [organisation] {
        /// The commissioner.
        organisation: Id<Organisation>,
        /// The level, 1 to 4, by its own assessment.
        self_assessed: Option<Count>,
        /// The level, 1 to 4, by the panel.
        panel: Option<Count>,
        /// When the agreement was, or is to be, reached.
        agreed: Option<DueDate>,
        /// When it was signed off.
        signed: Option<DueDate>,
        /// What the level means for support and monitoring.
        support: Option<String>,
    }
}

table! {
    /// A criterion that a commissioner must meet to be authorised.
    plain AuthorisationCriterion key [organisation, criterion] {
        /// The commissioner.
        organisation: Id<Organisation>,
        /// The criterion, such as size or geography.
        criterion: String,
        /// Whether it is met.
        met: Option<bool>,
    }
}

use super::contracts::Contract;
use super::organisations::Organisation;
use super::principles::Principle;
use super::programmes::Programme;
use super::work_programmes::WorkProgramme;
use crate::plan::definition::{choice, table};
use crate::plan::{FinancialYear, Id};
use crate::quantity::{Amount, Count, MoneyUnit, Month};

choice! {
    /// How a saving is made.
    SchemeClass {
        /// By changing how care is given.
        Transformational = "transformational",
        /// By paying less for the same care.
        Transactional = "transactional",
        /// By avoiding growth: no cash is released.
        CostContainment = "cost-containment",
    }
}

choice! {
    /// The commissioner's strategy behind a scheme.
    SchemeStrategy {
        /// Reduce demand by keeping people healthy.
        ReduceDemand = "reduce-demand",
        /// Give the same services at a lower cost.
        LowerCost = "lower-cost",
        /// Keep services affordable through redesign.
        Redesign = "redesign",
        /// A strategy of the plan's own, named in its documents.
        Other = "other",
    }
}

choice! {
    /// How far a scheme is worked out.
    SchemeStatus {
        /// A named scheme that is planned.
        Identified = "identified",
        /// A saving that is required but for which there is no scheme yet.
        Unidentified = "unidentified",
        /// Being delivered.
        InProgress = "in-progress",
        /// Delivered.
        Made = "made",
        /// Planned, but nothing has been done.
        NoProgress = "no-progress",
    }
}

choice! {
    /// How far the plan of a saving is, in the words of today's returns of efficiencies.
    SchemeDevelopment {
        /// The plan is complete: it can be delivered.
        FullyDeveloped = "fully-developed",
        /// The plan is being written.
        InProgress = "in-progress",
        /// An opportunity is seen, and there is no plan yet.
        Opportunity = "opportunity",
        /// The saving is required, and nobody knows by what it is made.
        Unidentified = "unidentified",
    }
}

choice! {
    /// How large the risk is that a scheme does not save what is planned.
    RiskLevel {
        /// It will probably save less.
        High = "high",
        /// It may save less.
        Medium = "medium",
        /// It will probably save what is planned.
        Low = "low",
    }
}

choice! {
    /// What a saving changes in the accounts.
    SavingKind {
        /// It lowers what staff cost.
        Pay = "pay",
        /// It lowers other spending.
        NonPay = "non-pay",
        /// It raises income.
        Income = "income",
    }
}

choice! {
    /// Who bears the risk of a scheme.
    RiskOwner {
        /// The provider.
        Provider = "provider",
        /// The commissioner.
        Commissioner = "commissioner",
        /// Both.
        Shared = "shared",
    }
}

table! {
    /// A list of schemes as the plan prints it, with its own total. A list may be part of another.
    named SchemeList as ["scheme list", "lists of schemes"] {
        /// The year for which the savings of its schemes are stated.
        year: FinancialYear,
        /// The list of which it is a part: it counts there too, if that list is for the same year.
        parent: Option<Id<SchemeList>> as ["part of"],
        /// The organisation whose savings these are: what the list saves is held against its planned cost improvement and
        /// against what is taken out of its budgets. Empty where it is a list of several organisations.
        organisation: Option<Id<Organisation>> as ["trust"],
    }
}

table! {
    /// A scheme that saves money, moves activity, or both.
    named Scheme as ["scheme", "qipp schemes", "cip schemes", "efficiency schemes", "savings schemes"] with [low <= gross, gross <= high, low <= high] {
        /// The list in which it is printed.
        list: Id<SchemeList> as ["scheme list"],
        /// The programme it belongs to.
        programme: Option<Id<Programme>> as ["workstream", "programme name"],
        /// How the saving is made.
        class: Option<SchemeClass> as ["type of saving"],
        /// The strategy behind it.
        strategy: Option<SchemeStrategy>,
        /// The way to improve value by which it works: a principle of that kind.
        way: Option<Id<Principle>>,
        /// The provider whose contract it changes; empty for what a provider saves of its own costs.
        provider: Option<Id<Organisation>> as ["trust"],
        /// The gross saving in the year of its list; a saving is positive. Where the scheme is late, what the plan saves is
        /// less by it, unless what is given here is the rest of the full-year effect. Empty: the part of the full-year effect
        /// that falls into that year.
        gross: Option<Amount> as ["gross saving", "gross savings", "gross plan", "gross benefit", "in-year saving", "in-year effect", "part-year effect", "pye"],
        /// What is spent again to make the saving possible; spending is positive.
        reinvestment: Option<Amount> where NotNegative as ["investment", "reinvested"],
        /// The low end of the range in which the saving is expected.
        low: Option<Amount> as ["low case"],
        /// The high end of the range in which the saving is expected.
        high: Option<Amount> as ["high case"],
        /// The gross saving of a whole year, once the scheme is fully in force.
        full_year_effect: Option<Amount> as ["fye", "full-year saving"],
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
        /// The first month in which it is in force; empty if from the year of its list on.
        start: Option<Month> as ["start month", "start date"],
        /// The last month in which it is in force; empty if it goes on.
        end: Option<Month> as ["end month", "end date"],
        /// Whether the saving comes back every year.
        recurrent: Option<bool> as ["recurring", "rec", "rec / nr", "r / nr", "recurrent / non-recurrent"],
        /// How far it is worked out.
        status: Option<SchemeStatus> as ["scheme status"],
        /// The same scheme where it is printed in another list; their savings are compared, and where both stand in one
        /// total, one of them counts.
        same_as: Option<Id<Scheme>>,
        /// The work programme to which it is mapped.
        work_programme: Option<Id<WorkProgramme>>,
        /// The contract that it changes.
        contract: Option<Id<Contract>>,
        /// Who bears the risk that it does not save.
        risk_owner: Option<RiskOwner>,
        /// The organisation that coordinates it.
        coordinator: Option<Id<Organisation>>,
        /// Months by which it starts later than planned; it saves less in the year of its list by them.
        delay: Option<Count> where Things as ["delay in months", "months delayed"],
        /// Whether it rests on the goodwill of those who cannot be bound by contract.
        voluntary: Option<bool>,
        /// How far it could be taken up in the rest of the system.
        scale_up: Option<String>,
        /// What is done, in short.
        description: Option<String> as ["detail", "details"],
        /// How the plan says the saving or the activity was worked out.
        basis: Option<String> as ["how it was worked out", "calculation"],
        /// How far its plan is. Empty: it follows from the status; what is made or being delivered is fully developed, what
        /// is identified is in progress, where nothing has been done it is an opportunity.
        development: Option<SchemeDevelopment> as ["stage of development", "plan status"],
        /// How large the risk is that it does not save what is planned.
        risk: Option<RiskLevel> as ["risk rating", "delivery risk"],
        /// What the saving changes: the cost of staff, other spending, or income.
        kind: Option<SavingKind> as ["pay / non-pay / income", "pay / non-pay", "pay or non-pay", "expenditure type", "type of expenditure", "spend type", "kind of saving"],
    }
}

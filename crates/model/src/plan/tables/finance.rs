use super::organisations::Organisation;
use super::programmes::Programme;
use crate::plan::Id;
use crate::plan::definition::{choice, table};
use crate::quantity::{Amount, Count, Date, FinancialYear, MoneyUnit, Rate};

table! {
    /// The resource limit of a year, and the surplus that must be reached. A row without an organisation beside rows
    /// with one is their total: it is held against them, and not added to them.
    plain ResourceLimit as ["resource limit", "allocation and control total"] key [organisation, year] with [control_total <= limit, forecast_surplus <= limit] {
        /// The organisation; empty for the whole plan.
        organisation: Option<Id<Organisation>>,
        /// The year.
        year: FinancialYear,
        /// The resource limit, against which the baseline proposal of the framework is held; positive.
        limit: Option<Amount> where NotNegative as ["resource limit", "revenue resource limit", "rrl"],
        /// The surplus that the control total demands; a deficit that is allowed is negative.
        control_total: Option<Amount>,
        /// The surplus that is forecast; a deficit is negative.
        forecast_surplus: Option<Amount> as ["planned surplus", "planned surplus / (deficit)", "surplus / (deficit)", "forecast surplus / (deficit)", "forecast surplus or deficit"],
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
    }
}

table! {
    /// A year of the medium-term financial plan. Rows of organisations are plans of their own, and not added to the rows
    /// without one, which are the whole plan.
    plain MediumTermYear key [organisation, year] {
        /// The organisation; empty for the whole plan.
        organisation: Option<Id<Organisation>>,
        /// The year.
        year: FinancialYear,
        /// The resource; positive.
        resource: Option<Amount> where NotNegative,
        /// The expenditure, negative as printed; it is taken off the resource.
        expenditure: Option<Amount>,
        /// What the commissioner saves anew in this year, recurrently; a saving is positive.
        commissioner_qipp: Option<Amount>,
        /// What providers save by the efficiency taken off tariff; a saving is positive.
        tariff_efficiency: Option<Amount>,
        /// What had been saved before this year, for the cumulative requirement; a saving is positive. Beside a later
        /// year it is what the years before it make.
        saved_before: Option<Amount>,
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
    }
}

table! {
    /// A version of the plan, or the plan of the year before.
    named PlanVersion {
        /// What it is called, such as V11.
        version: Option<String>,
        /// Its date.
        date: Option<Date>,
        /// The version that it replaces: the two are compared year by year.
        replaces: Option<Id<PlanVersion>>,
        /// What changed.
        changes: Option<String>,
    }
}

table! {
    /// A cumulative requirement in one version of the plan.
    plain VersionFigure key [version, year, programme] {
        /// The version.
        version: Id<PlanVersion>,
        /// The year.
        year: FinancialYear,
        /// The programme or theme; empty for the whole plan.
        programme: Option<Id<Programme>>,
        /// The amount, cumulative to the end of the year; a saving is positive.
        amount: Option<Amount> => "how far the versions differ",
        /// The unit of the amount.
        unit: Option<MoneyUnit>,
    }
}

table! {
    /// Money that is set aside without recurring, such as the strategic change reserve.
    named Reserve as ["reserve", "earmarked reserves", "reserves and contingency", "reserves and contingencies"] with [amount <= base] {
        /// The organisation.
        organisation: Option<Id<Organisation>>,
        /// The year.
        year: FinancialYear,
        /// The resource of which it is a part.
        base: Option<Amount> where NotNegative,
        /// The part.
        rate: Option<Rate> where Share,
        /// The amount, where it is printed and not worked out; positive.
        amount: Option<Amount> where NotNegative as ["opening balance", "opening reserve", "opening", "balance brought forward", "brought forward", "reserve value", "value of reserve"],
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
    }
}

choice! {
    /// What a reserve is used for.
    ReservePurpose {
        /// To start schemes that later pay for themselves.
        PumpPriming = "pump-priming",
        /// To run the old and the new service side by side.
        DoubleRunning = "double-running",
        /// To end contracts and employments.
        TerminationCosts = "termination-costs",
        /// For schemes that save only in the next year.
        StraddlingSchemes = "straddling-schemes",
        /// To lower the savings required in the year.
        LowerRequirement = "lower-requirement",
        /// Anything else.
        Other = "other",
    }
}

table! {
    /// A use of a reserve.
    plain ReserveUse {
        /// The reserve.
        reserve: Id<Reserve>,
        /// What it is used for.
        purpose: Option<ReservePurpose>,
        /// The amount, positive; empty where only the purpose is printed.
        amount: Option<Amount> where NotNegative,
        /// The unit of the amount.
        unit: Option<MoneyUnit>,
    }
}

table! {
    /// What one organisation had to save in a year, and what it will have saved. A row of an organisation beside rows of
    /// its parts is their total: it is held against them, and not added to them.
    plain SavingsDelivery key [organisation, year] {
        /// The organisation.
        organisation: Id<Organisation>,
        /// The year.
        year: FinancialYear,
        /// The gross requirement; a saving is positive.
        requirement: Option<Amount> => "what is still to be saved",
        /// The reserve that is used to lower it; positive.
        reserve: Option<Amount>,
        /// The forecast outturn of the savings; a saving is positive.
        outturn: Option<Amount>,
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
    }
}

choice! {
    /// On which side a line stands.
    AccountSide {
        /// Income.
        Income = "income",
        /// Expenditure.
        Expenditure = "expenditure",
    }
}

table! {
    /// A line of income and expenditure: the forecast outturn of the base year, and the plan.
    named AccountLine {
        /// The organisation whose account it is; empty for the account of the whole plan.
        organisation: Option<Id<Organisation>> => "what the account comes to" if year,
        /// The year of the plan, where the line is of an organisation; the forecast is of the year before.
        year: Option<FinancialYear> => "what the account of the organisation comes to" if organisation,
        /// Income or expenditure; both are positive. A line that lessens its side is negative.
        side: Option<AccountSide> => "the surplus",
        /// The forecast outturn.
        forecast: Option<Amount>,
        /// The plan.
        plan: Option<Amount>,
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
    }
}

table! {
    /// The finances of a provider, or the commissioner beside them, in a year. A row of an organisation beside rows of its
    /// parts is their total.
    plain ProviderFinance as ["provider finance"] key [organisation, year] with [contract <= turnover] {
        /// The organisation.
        organisation: Id<Organisation> as ["provider", "trust"],
        /// The year.
        year: FinancialYear,
        /// The annual contract with the commissioner; positive.
        contract: Option<Amount> where NotNegative,
        /// Forecast performance against the contract: under is positive, over is negative.
        under_over: Option<Amount>,
        /// Planned turnover or costs; positive.
        turnover: Option<Amount> where NotNegative as ["income plan", "planned income", "plan income"],
        /// Forecast surplus; a deficit is negative.
        surplus: Option<Amount> as ["surplus / (deficit)", "surplus / deficit", "surplus / (deficit) forecast", "forecast surplus / (deficit)", "forecast surplus"],
        /// Planned cost improvement; an improvement is positive.
        improvement_plan: Option<Amount> where NotNegative as ["cip plan", "efficiency plan", "planned efficiency", "efficiencies plan"],
        /// Cost improvement for which there are schemes.
        improvement_identified: Option<Amount> where NotNegative as ["cip identified"],
        /// Cost improvement that is expected.
        improvement_expected: Option<Amount> where NotNegative,
        /// Forecast outturn of the cost improvement.
        improvement_forecast: Option<Amount> as ["cip forecast", "efficiency forecast", "forecast efficiency", "efficiencies forecast"],
        /// The recurrent cost improvement planned for the next year.
        improvement_next_year: Option<Amount>,
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
    }
}

choice! {
    /// What a cost improvement is made up of.
    ImprovementPart {
        /// The national efficiency requirement.
        EfficiencyRequirement = "efficiency-requirement",
        /// Cost pressures that are not funded.
        CostPressures = "cost-pressures",
        /// What the commissioner's schemes take out of income.
        CommissionerQipp = "commissioner-qipp",
        /// New investment, which is taken off.
        NewInvestment = "new-investment",
    }
}

table! {
    /// A part of what makes up the cost improvement of a provider.
    plain ImprovementComponent key [organisation, year, part] {
        /// The provider.
        organisation: Id<Organisation>,
        /// The year.
        year: FinancialYear,
        /// Which part it is.
        part: ImprovementPart,
        /// As a share of costs.
        rate: Option<Rate> where SignedShare,
        /// As an amount, where it is not given as a share.
        amount: Option<Amount>,
        /// The unit of the amount.
        unit: Option<MoneyUnit>,
    }
}

table! {
    /// A service budget and what of it goes to prevention.
    named PreventionBudget with [prevention <= budget] {
        /// The budget.
        budget: Option<Amount> where NotNegative => "the share of prevention" if prevention,
        /// What is spent on prevention: part of the budget, positive.
        prevention: Option<Amount> where NotNegative,
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
    }
}

choice! {
    /// What kind of shared budget it is.
    SharedBudgetKind {
        /// Of a programme, with a cap.
        Programme = "programme",
        /// Of a locality.
        Locality = "locality",
        /// Pooled by several bodies.
        Pooled = "pooled",
        /// For running an organisation.
        RunningCosts = "running-costs",
    }
}

table! {
    /// A budget with a cap, or one that several bodies share.
    named SharedBudget {
        /// What kind it is.
        kind: Option<SharedBudgetKind>,
        /// The programme.
        programme: Option<Id<Programme>>,
        /// The organisation or locality.
        organisation: Option<Id<Organisation>>,
        /// The most that may be spent.
        cap: Option<Amount> where NotNegative,
        /// What is planned to be spent.
        planned: Option<Amount> where NotNegative,
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
    }
}

table! {
    /// What one body pays into a pooled budget.
    plain BudgetContribution key [budget, organisation] {
        /// The budget.
        budget: Id<SharedBudget>,
        /// Who pays.
        organisation: Id<Organisation>,
        /// What is paid, without what a payment for performance of the budget may release.
        amount: Option<Amount> where NotNegative => "what is paid in all",
        /// The unit of the amount.
        unit: Option<MoneyUnit>,
    }
}

choice! {
    /// What kind of funding it is.
    FundingKind {
        /// Money moved from one body to another.
        Transfer = "transfer",
        /// Money for social care under section 256.
        SectionTwoFiveSix = "section-256",
        /// A partnership grant.
        PartnershipGrant = "partnership-grant",
        /// A bid for a transformation fund.
        TransformationBid = "transformation-bid",
        /// Money that is spent to save later.
        InvestToSave = "invest-to-save",
        /// Money for innovation and improvement.
        Innovation = "innovation",
    }
}

choice! {
    /// How far a funding is.
    FundingState {
        /// Proposed.
        Proposed = "proposed",
        /// Applied for.
        AppliedFor = "applied-for",
        /// Put off: what depends on it is blocked.
        Deferred = "deferred",
        /// Approved.
        Approved = "approved",
        /// Received.
        Received = "received",
        /// Refused: what depends on it is blocked.
        Refused = "refused",
    }
}

table! {
    /// Funding outside the budgets: transfers, grants, bids, investments.
    named Funding {
        /// What kind it is.
        kind: Option<FundingKind>,
        /// Who gives.
        giver: Option<Id<Organisation>>,
        /// Who receives.
        receiver: Option<Id<Organisation>>,
        /// The programme that it is for.
        programme: Option<Id<Programme>>,
        /// The year.
        year: Option<FinancialYear>,
        /// The amount.
        amount: Option<Amount> where NotNegative,
        /// What it saves in each year after.
        annual_saving: Option<Amount> where NotNegative,
        /// For how many years it saves.
        years: Option<Count> where NotNegative,
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
        /// How far it is.
        state: Option<FundingState>,
        /// Whether it comes back every year.
        recurrent: Option<bool>,
    }
}

choice! {
    /// What part of a funding it is.
    FundingPartKind {
        /// Something that is paid for.
        Component = "component",
        /// An area in which it works: the same money seen from another side.
        Theme = "theme",
    }
}

table! {
    /// A part of a funding: a component or a theme, what it costs, and how it is evaluated.
    plain FundingPart key [funding, kind, name] {
        /// The funding; empty where the plan names none.
        funding: Option<Id<Funding>>,
        /// Component or theme.
        kind: Option<FundingPartKind> => "the total of the components" if amount,
        /// Its name.
        name: String,
        /// What it costs; the components sum to the funding.
        amount: Option<Amount> where NotNegative,
        /// The unit of the amount.
        unit: Option<MoneyUnit>,
        /// How it is evaluated.
        evaluation: Option<String>,
    }
}

table! {
    /// A cost that is to fall by a share of its base over some years, such as management costs.
    named CostReduction with [reduction <= base] {
        /// The organisation.
        organisation: Option<Id<Organisation>>,
        /// The base.
        base: Option<Amount> where NotNegative,
        /// The share by which it is to fall; positive.
        rate: Option<Rate> where Share,
        /// The amount by which it is to fall, positive, where it is printed and not worked out.
        reduction: Option<Amount> where NotNegative,
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
        /// Over how many years.
        years: Option<Count> where Positive,
    }
}

table! {
    /// The same thing at two prices: what would be saved at the lower one.
    named PriceComparison {
        /// The price that is paid.
        own_price: Option<Amount> where NotNegative,
        /// The price that others pay, or the median.
        other_price: Option<Amount> where NotNegative,
        /// How many are bought in a year.
        volume: Option<Count> where NotNegative,
        /// For how long each, where the price is for a day or a week.
        length: Option<Count> where NotNegative,
        /// The unit of the prices.
        unit: Option<MoneyUnit>,
    }
}

table! {
    /// The part of the plan that one member of the system plans for itself; the parts sum to the plan. A row of a member
    /// beside rows of its own parts is their total.
    plain ChildPlan key [organisation, year] {
        /// The member.
        organisation: Id<Organisation>,
        /// The year.
        year: FinancialYear,
        /// What it plans to save; a saving is positive.
        amount: Option<Amount> => "the sum of the members' plans",
        /// The unit of the amount.
        unit: Option<MoneyUnit>,
    }
}

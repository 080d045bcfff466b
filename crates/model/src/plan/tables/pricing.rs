use super::activity::{PointOfDelivery, Setting};
use super::contracts::Contract;
use super::organisations::Organisation;
use super::schemes::Scheme;
use crate::plan::Id;
use crate::plan::definition::{choice, table};
use crate::quantity::{Amount, Count, Measured, MoneyUnit, Month, Rate};

table! {
    /// Activity and cost of one month, from which the forecast outturn of the year follows.
    plain MonthlyActivity as ["activity by month"] key [setting, point_of_delivery, provider, month, cumulative] {
        /// The setting of care.
        setting: Id<Setting>,
        /// The kind of activity.
        point_of_delivery: Id<PointOfDelivery> as ["pod", "point of delivery code"],
        /// The provider.
        provider: Option<Id<Organisation>> as ["trust"],
        /// The month.
        month: Month,
        /// How many.
        activity: Option<Count> where NotNegative as ["actual activity", "volume"],
        /// What they cost.
        cost: Option<Amount> as ["actual cost", "price"],
        /// The unit of the cost.
        unit: Option<MoneyUnit>,
        /// Whether the row gives what the year has brought up to and including the month, and not the month alone.
        cumulative: Option<bool>,
    }
}

table! {
    /// A price and its parts, in the order in which they apply: tariff, best practice, short stay or
    /// excess bed days, top-up, market forces factor.
    named Price as ["price", "price list", "tariffs", "hrg", "tariff", "currency", "local prices", "local price list", "local tariffs", "agreed local prices"] {
        /// The kind of activity.
        point_of_delivery: Option<Id<PointOfDelivery>> as ["pod"],
        /// The provider.
        provider: Option<Id<Organisation>>,
        /// The tariff; empty where a local price or its parts say what a case is paid.
        tariff: Option<Amount> where NotNegative as ["price", "national price", "unit price"],
        /// What is added where best practice is met.
        best_practice: Option<Amount> where NotNegative,
        /// The share of cases that meet it.
        best_practice_met: Option<Rate> where Share,
        /// The share of the tariff that is paid for a short stay.
        short_stay: Option<Rate> where Share,
        /// Bed days beyond the trim point, on average for each case.
        excess_bed_days: Option<Measured> where NotNegative,
        /// The price of each of them.
        bed_day_price: Option<Amount> where NotNegative,
        /// What is added for specialist care, as a share.
        top_up: Option<Rate> where NotNegative,
        /// The market forces factor, such as 1.2.
        market_forces_factor: Option<Measured> as ["mff"],
        /// A price agreed locally in place of all this.
        local_price: Option<Amount> where NotNegative as ["agreed local price", "local tariff", "local unit price"],
        /// The step of a pathway that it pays for: each is paid once only.
        pathway_step: Option<String>,
        /// How many cases are bought.
        activity: Option<Count> where NotNegative as ["volume"],
        /// The unit of the prices.
        unit: Option<MoneyUnit>,
    }
}

choice! {
    /// What a part of a price pays for.
    PricePartKind {
        /// The care itself, such as an outpatient attendance.
        Care = "care",
        /// Rooms that are rented.
        Rental = "rental",
        /// Equipment.
        Equipment = "equipment",
        /// Drugs.
        Drugs = "drugs",
        /// Anything else.
        Other = "other",
    }
}

table! {
    /// A part of a local price, such as for a service that is brought nearer home.
    plain PricePart key [price, kind, name] {
        /// The price.
        price: Id<Price>,
        /// What it pays for.
        kind: Option<PricePartKind>,
        /// What it is called, where there are several of a kind.
        name: Option<String>,
        /// How much of each case it is.
        amount: Option<Amount> => "the sum of the parts",
        /// The unit of the amount.
        unit: Option<MoneyUnit>,
    }
}

choice! {
    /// How a procedure is dealt with.
    ProcedureClass {
        /// Done at once.
        Fast = "fast",
        /// Done where a threshold is met.
        Steady = "steady",
        /// Not funded as a routine.
        Stop = "stop",
    }
}

table! {
    /// A procedure that is funded at once, by a threshold, or not as a routine.
    named Procedure with [funded <= requested] {
        /// How it is dealt with.
        class: Option<ProcedureClass>,
        /// The threshold, or when it is still approved.
        threshold: Option<String>,
        /// How many are asked for in a year.
        requested: Option<Count> where Things,
        /// How many of them are funded.
        funded: Option<Count> where Things,
        /// The price of each.
        price: Option<Amount> where NotNegative,
        /// The unit of the price.
        unit: Option<MoneyUnit>,
    }
}

table! {
    /// How demand for a kind of activity grows each year, and how long a case stays.
    plain ActivityGrowth as ["growth"] key [setting, point_of_delivery, provider] {
        /// The setting of care.
        setting: Id<Setting>,
        /// The kind of activity.
        point_of_delivery: Id<PointOfDelivery> as ["pod"],
        /// The provider, where it has a growth of its own; empty for all.
        provider: Option<Id<Organisation>> as ["trust"],
        /// For a provider: its activity in the base year.
        base: Option<Count> where NotNegative,
        /// By how much demand grows in a year.
        rate: Option<Rate> where YearlyChange as ["growth", "growth rate", "growth %"] => "the demand of later years",
        /// Nights that a case stays on average, to work out beds.
        length_of_stay: Option<Measured> where NotNegative,
    }
}

choice! {
    /// By which rule activity is moved, repriced or no longer bought.
    ActivityRuleKind {
        /// Spells of listed conditions move from tariff to a local price (ambulatory care, zero length of stay, ward attendances, local tariffs).
        LocalPrice = "local-price",
        /// The activity is not paid for.
        NoPayment = "no-payment",
        /// Admissions above a limit are not paid for.
        AdmissionCap = "admission-cap",
        /// Short stays are paid at a share of the price.
        ShortStay = "short-stay",
        /// Journeys that no longer end in a hospital.
        Conveyance = "conveyance",
        /// The same activity at a cheaper place.
        Repatriation = "repatriation",
        /// Referrals between consultants above a share are not paid for; what is excluded stays.
        ConsultantToConsultant = "consultant-to-consultant",
        /// Readmissions after a planned admission.
        ReadmissionElective = "readmission-elective",
        /// Readmissions after an emergency admission.
        ReadmissionEmergency = "readmission-emergency",
        /// Readmissions that a clinical review finds avoidable.
        ReadmissionReviewed = "readmission-reviewed",
        /// Day cases that are done and paid as outpatient procedures.
        DayCaseToOutpatient = "day-case-to-outpatient",
        /// Follow-ups above a ratio to first attendances are not paid for.
        FollowUpRatio = "follow-up-ratio",
        /// Nothing new is bought between two dates.
        Suspension = "suspension",
        /// Procedures of low priority, thresholds, prior approval.
        LowPriority = "low-priority",
        /// Acute activity is bought in the community instead.
        Reprovision = "re-provision",
        /// The activity stays; its price changes.
        PriceChange = "price-change",
        /// Caesarean sections above a share of births are paid at the price of other births.
        CaesareanCap = "caesarean-cap",
        /// Only referrals that passed triage are paid for.
        ReferralTriage = "referral-triage",
        /// Bed days beyond the trim point are not paid for.
        ExcessBedDays = "excess-bed-days",
        /// Avoided emergency admissions, saved at the marginal rate as far as they lie above the baseline.
        MarginalRate = "marginal-rate",
        /// Placements: a number, for a time, at a price against another price.
        Placement = "placement",
        /// Activity returns to the level of a past year.
        BaselineReturn = "baseline-return",
        /// The cost of misuse is charged to who causes it.
        Recharge = "recharge",
        /// A service moves from one provider to another at a price at which neither loses.
        IncomeNeutral = "income-neutral",
        /// A course must be finished before surgery is listed: a share then needs none, the others come later.
        CourseBeforeSurgery = "course-before-surgery",
    }
}

table! {
    /// A change of activity that follows from a rule: what is eligible, what of it changes, at which prices.
    named ActivityRule with [excluded <= eligible, start <= end] {
        /// The rule.
        rule: ActivityRuleKind,
        /// The scheme whose saving it works out.
        scheme: Option<Id<Scheme>>,
        /// The contract in which it happens; for a marginal rate it holds the baseline.
        contract: Option<Id<Contract>>,
        /// What leaves.
        point_of_delivery: Option<Id<PointOfDelivery>>,
        /// As what it arrives, if it does.
        arrives_as: Option<Id<PointOfDelivery>>,
        /// How many cases the rule may apply to; for a suspension in a whole year.
        eligible: Option<Count> where NotNegative,
        /// How many of them are excluded.
        excluded: Option<Count> where NotNegative,
        /// The share of the rest to which it applies; empty for all.
        share: Option<Rate> where Share,
        /// The most that is paid for: admissions, or the level of a past year.
        limit: Option<Count> where NotNegative,
        /// Follow-ups for each first attendance that are paid for.
        ratio: Option<Measured> where NotNegative,
        /// What the ratio or the share is taken of: first attendances, births, days of each placement.
        base: Option<Count> where NotNegative,
        /// For how many months the others are put off, such as by a course before surgery.
        months_later: Option<Count> where Things,
        /// How many arrive, where it is not the number that leaves.
        arriving: Option<Count> where NotNegative,
        /// The price that was paid.
        price: Option<Amount> where NotNegative,
        /// The price that is paid instead.
        new_price: Option<Amount> where NotNegative,
        /// The unit of the prices.
        unit: Option<MoneyUnit>,
        /// The first month in which it is in force.
        start: Option<Month>,
        /// The last month in which it is in force.
        end: Option<Month>,
        /// Whether what is saved is put into reinvestment and leaves no saving.
        reinvested: Option<bool>,
    }
}

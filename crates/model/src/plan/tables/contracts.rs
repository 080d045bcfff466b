use super::organisations::Organisation;
use crate::plan::Id;
use crate::plan::definition::{choice, table};
use crate::quantity::{Amount, Count, FinancialYear, MoneyUnit, Month, Rate};

choice! {
    /// How a contract turns the value of activity into a payment.
    ContractForm {
        /// Activity times price, without limits.
        PaymentByResults = "payment-by-results",
        /// A fixed sum.
        Block = "block",
        /// Within a tolerance of the base the base is paid, outside it activity times price.
        DeadBand = "dead-band",
        /// Activity times price, but not outside a tolerance of the base.
        CapAndCollar = "cap-and-collar",
        /// Activity times price, but not more than so much above the base.
        Ceiling = "ceiling",
        /// Activity times price, but within a floor and a ceiling.
        FloorAndCeiling = "floor-and-ceiling",
        /// The base within a tolerance; beyond it a marginal rate.
        CostAndVolume = "cost-and-volume",
        /// The base, and a share of the difference from it.
        GainShare = "gain-share",
        /// Activity times price up to a sum.
        CappedExpenditure = "capped-expenditure",
        /// By the rules of the host commissioner's contract.
        Associate = "associate",
        /// Today's aligned payment and incentive: a fixed part, and a rate on what differs from the target.
        AlignedPayment = "aligned-payment",
    }
}

choice! {
    /// What is paid outside a dead band.
    DeadBandReading {
        /// What lies outside the band: there is no jump at its edge.
        Excess = "excess",
        /// The whole difference from the base.
        Whole = "whole",
    }
}

choice! {
    /// How far the negotiation of a contract is.
    NegotiationStatus {
        /// Not begun.
        NotStarted = "not-started",
        /// Under way.
        Negotiating = "negotiating",
        /// A financial gap remains.
        Gap = "gap",
        /// Agreed in principle.
        InPrinciple = "in-principle",
        /// Aligned: activity and money agree.
        Aligned = "aligned",
        /// Signed.
        Signed = "signed",
    }
}

table! {
    /// A contract with a provider, and what is settled under it in a year.
    named Contract as ["contract", "contract values", "contract schedule", "schedule of contracts", "contract register", "register of contracts", "contract list", "list of contracts"] with [readmissions <= emergency, emergency <= value, emergency_baseline <= value, readmissions <= value, qipp <= base, qipp <= value, gap <= base, gap <= value, cquin <= base, cquin <= value] {
        /// The provider.
        provider: Id<Organisation> as ["trust"],
        /// The commissioner that hosts or leads it.
        host: Option<Id<Organisation>> as ["commissioner", "lead commissioner", "host commissioner", "coordinating commissioner"],
        /// The contract of the host, whose form an associate follows: with the same provider and for the same year. Its band is
        /// that of the host in the proportion of the two bases.
        follows: Option<Id<Contract>>,
        /// The year.
        year: Option<FinancialYear>,
        /// How it pays; empty where the plan does not say.
        form: Option<ContractForm> as ["contract form", "contract type", "type of contract", "type", "payment mechanism", "payment type", "payment basis"],
        /// What is paid outside a dead band; empty for what lies outside.
        reading: Option<DeadBandReading>,
        /// The base value; of an aligned payment the fixed part and what its target brings.
        base: Option<Amount> where NotNegative as ["base value", "baseline value", "contract baseline", "contract base"],
        /// How many cases the base value is for.
        activity: Option<Count> where NotNegative,
        /// How far above the base the tolerance, the cap or the ceiling lies.
        above: Option<Amount> where NotNegative,
        /// How far below the base the tolerance, the collar or the floor lies; empty for as far as above.
        below: Option<Amount> where NotNegative,
        /// The rate paid beyond the tolerance, or on what differs from the target.
        rate: Option<Rate> where Share,
        /// The rate on what lies below the target, where it is another.
        rate_below: Option<Rate> where Share,
        /// The value of activity that an aligned payment expects; empty for the base.
        target: Option<Amount> where NotNegative,
        /// The value of activity at its prices, where the months are not given.
        value: Option<Amount> where NotNegative as ["contract value", "contract values", "annual value", "annual contract value", "total contract value", "contract annual value", "full year value", "contract sum", "annual contract sum", "contract amount", "agreed value", "agreed contract value", "value of contract"],
        /// The value of readmissions in it that are not paid for; the emergency admissions hold them too.
        readmissions: Option<Amount> where NotNegative,
        /// The value of emergency admissions in it to which the marginal rate applies.
        emergency: Option<Amount> where NotNegative => "what of the emergency admissions is paid at the marginal rate" if emergency_baseline,
        /// The baseline of emergency admissions: the value of 2008/09 at the prices of the year.
        emergency_baseline: Option<Amount> where NotNegative => "what of the emergency admissions is paid at the marginal rate" if emergency,
        /// CQUIN that is earned.
        cquin: Option<Amount> where NotNegative as ["cquin value"],
        /// What has been paid on account.
        paid: Option<Amount> where NotNegative,
        /// The efficiency that is taken off its prices for the next year; positive.
        efficiency: Option<Rate> where SignedShare,
        /// Cost pressures that are added for the next year.
        pressures: Option<Amount>,
        /// Savings that are written into the contract.
        qipp: Option<Amount>,
        /// The gap between the two sides in the negotiation.
        gap: Option<Amount>,
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
        /// How far the negotiation is.
        status: Option<NegotiationStatus>,
        /// What the plan says about it.
        position: Option<String>,
    }
}

choice! {
    /// What a commissioner is in a contract.
    ContractRole {
        /// It holds the contract for others too.
        Host = "host",
        /// It leads for its members.
        Lead = "lead",
        /// It buys under the contract of another.
        Associate = "associate",
        /// It has a part of the contract.
        Party = "party",
    }
}

table! {
    /// A commissioner's part of a contract; the parts sum to the contract.
    plain ContractPart key [contract, organisation, role] {
        /// The contract.
        contract: Id<Contract>,
        /// The commissioner.
        organisation: Id<Organisation>,
        /// What it is in the contract.
        role: Option<ContractRole> => "who is part of the contract",
        /// Its share.
        share: Option<Rate> where Share,
        /// Its part of the base value.
        amount: Option<Amount>,
        /// Its part of the activity; empty for its share of it.
        activity: Option<Count> where NotNegative,
        /// The unit of the amount.
        unit: Option<MoneyUnit>,
    }
}

choice! {
    /// How final the figures of a month are.
    MonthState {
        /// May still change.
        Flex = "flex",
        /// Final.
        Freeze = "freeze",
        /// Estimated.
        Estimate = "estimate",
    }
}

table! {
    /// One month of a contract, or the year up to it: what was billed, challenged, withheld, released and paid.
    plain ContractMonth as ["contract month", "contract monitoring"] key [contract, month, organisation, state, cumulative] with [upheld <= challenged, challenged <= billed, upheld <= billed, withheld <= billed] {
        /// The contract.
        contract: Id<Contract>,
        /// The month.
        month: Month,
        /// The commissioner whose part it is; empty where the row is for all of them.
        organisation: Option<Id<Organisation>>,
        /// How final it is.
        state: Option<MonthState> as ["flex or freeze"],
        /// How many cases were billed.
        activity: Option<Count> where NotNegative,
        /// The value that was billed.
        billed: Option<Amount> as ["invoiced"],
        /// What was challenged.
        challenged: Option<Amount> where NotNegative as ["challenges"],
        /// What of the challenges was upheld and is not paid.
        upheld: Option<Amount> where NotNegative,
        /// What is withheld for avoidable errors.
        withheld: Option<Amount> where NotNegative,
        /// What is released, because the errors are mended.
        released: Option<Amount> where NotNegative,
        /// What was paid on account.
        paid: Option<Amount>,
        /// Whether the row gives what the year has brought up to and including the month, and not the month alone.
        cumulative: Option<bool>,
        /// The month's part of the contract of the year, for all commissioners; empty in all months for a twelfth each.
        weight: Option<Rate> where Share as ["month weight"],
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
    }
}

table! {
    /// An agreement by which a loss or a gain is shared.
    named RiskShare {
        /// The contract.
        contract: Option<Id<Contract>>,
        /// The amount that may be lost; one that may be gained is negative.
        at_risk: Option<Amount>,
        /// The commissioner's share.
        commissioner_share: Option<Rate> where Share,
        /// The most that the commissioner bears.
        limit: Option<Amount> where NotNegative,
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
        /// What the plan says about it.
        terms: Option<String>,
    }
}

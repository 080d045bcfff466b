use super::contracts::Contract;
use super::finance::SharedBudget;
use super::organisations::Organisation;
use crate::plan::Id;
use crate::plan::definition::{choice, table};
use crate::quantity::{Amount, FinancialYear, Measured, MoneyUnit, Rate};

choice! {
    /// How much of a payment is released for a part of the way to its target.
    ReleaseRule {
        /// The same part of the payment.
        InProportion = "in-proportion",
        /// Everything at the target, nothing before it.
        AllOrNothing = "all-or-nothing",
    }
}

table! {
    /// A payment that is released as far as a target is reached, such as the part of a pooled fund that depends on
    /// emergency admissions.
    named PerformancePayment {
        /// The pooled budget of which it is a part, beside the contributions to it.
        budget: Option<Id<SharedBudget>>,
        /// The contract under which it is paid.
        contract: Option<Id<Contract>>,
        /// The year.
        year: Option<FinancialYear>,
        /// What is paid if the target is reached.
        amount: Option<Amount> where NotNegative => "what is released",
        /// The level from which the way to the target is measured: there nothing is released.
        start: Option<Measured>,
        /// The level at which everything is released; it lies below the start where less is better.
        target: Option<Measured>,
        /// The level that was reached.
        achieved: Option<Measured>,
        /// How much is released on the way; empty for in proportion.
        release: Option<ReleaseRule>,
        /// The unit of the amount.
        unit: Option<MoneyUnit>,
    }
}

table! {
    /// What one party has of a payment that depends on a target. The shares of all parties make the whole.
    plain PerformanceParty key [payment, organisation] {
        /// The payment.
        payment: Id<PerformancePayment>,
        /// The party.
        organisation: Id<Organisation>,
        /// Its share of what is released.
        share: Option<Rate> where Share => "what the party has of it",
        /// Its share of what is not released; empty where that is not divided.
        share_of_rest: Option<Rate> where Share,
    }
}

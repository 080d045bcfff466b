use super::contracts::Contract;
use super::principles::Principle;
use super::schemes::Scheme;
use crate::plan::Id;
use crate::plan::definition::{choice, table};
use crate::quantity::{Amount, DueDate, MoneyUnit};

choice! {
    /// What kind of contract item it is.
    ContractItemKind {
        /// In the core contract: activity and money are reduced.
        Core = "core",
        /// In schedule 7, as a service development and improvement plan.
        ScheduleSeven = "schedule-7",
        /// A variation in the year.
        Variation = "variation",
        /// An issue to be settled before signature.
        Issue = "issue",
        /// A clause on quality.
        Clause = "clause",
        /// A performance notice.
        Notice = "notice",
        /// A service opened to any qualified provider.
        QualifiedProvider = "qualified-provider",
    }
}

choice! {
    /// How far a contract item is.
    ContractItemState {
        /// Open.
        Open = "open",
        /// Agreed.
        Agreed = "agreed",
        /// Taken into the contract by a variation.
        Varied = "varied",
        /// Settled.
        Resolved = "resolved",
        /// Given up.
        Withdrawn = "withdrawn",
    }
}

table! {
    /// An item of a contract that is tracked.
    named ContractItem as ["contract item"] {
        /// The contract; empty for all.
        contract: Option<Id<Contract>>,
        /// The scheme that it carries out.
        scheme: Option<Id<Scheme>>,
        /// The commissioning intention that it carries out.
        intention: Option<Id<Principle>>,
        /// What kind it is.
        kind: Option<ContractItemKind> => "the total of its kind",
        /// How far it is.
        state: Option<ContractItemState> => "whether it is settled",
        /// What it is worth.
        value: Option<Amount> as ["amount"],
        /// The unit of the value.
        unit: Option<MoneyUnit>,
        /// When it is due.
        due: Option<DueDate>,
        /// What the plan says about it.
        position: Option<String>,
    }
}

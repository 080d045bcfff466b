use super::governance::GovernanceBody;
use crate::plan::Id;
use crate::plan::definition::{choice, table};

choice! {
    /// What kind of rule a plan sets itself.
    PrincipleKind {
        /// A value or principle.
        Principle = "principle",
        /// A commissioning intention, which becomes a clause of contracts.
        Intention = "intention",
        /// How care is to be given.
        CareModel = "care-model",
        /// A test that a change of services must pass.
        ServiceChangeTest = "service-change-test",
        /// A strategy.
        Strategy = "strategy",
        /// One of the ways to improve value that a plan classes its schemes by.
        Way = "way",
        /// A stage of the cycle in which plans are made and carried out.
        CycleStage = "cycle-stage",
    }
}

table! {
    /// A principle, intention or other rule that a plan sets itself.
    named Principle {
        /// What kind it is.
        kind: Option<PrincipleKind>,
        /// The area under which the plan lists it.
        area: Option<String>,
        /// What is to be done.
        action: Option<String>,
        /// Who decides on it.
        body: Option<Id<GovernanceBody>>,
    }
}

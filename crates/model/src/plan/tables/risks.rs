use super::governance::GovernanceBody;
use super::programmes::Programme;
use crate::plan::Id;
use crate::plan::definition::{choice, table};
use crate::quantity::Count;

choice! {
    /// What a risk would harm.
    ConsequenceType {
        /// Money.
        Financial = "financial",
        /// Patients.
        Clinical = "clinical",
        /// Reputation.
        Reputational = "reputational",
        /// The delivery of the plan.
        Delivery = "delivery",
    }
}

table! {
    /// A risk. Likelihood and consequence are 1 to 5; the score is their product.
    named Risk as ["risk", "risk register", "risk log", "key risks", "financial risks", "finance risks", "risks and mitigations", "risk and mitigations"] {
        /// The programme.
        programme: Option<Id<Programme>>,
        /// The work stream or category under which the plan lists it.
        category: Option<String>,
        /// What it would harm.
        consequence_type: Option<ConsequenceType>,
        /// How likely it is, 1 to 5.
        likelihood: Option<Count> as ["initial likelihood", "inherent likelihood", "inherent l", "initial l", "l"],
        /// How bad it would be, 1 to 5.
        consequence: Option<Count> as ["impact", "initial consequence", "initial impact", "inherent consequence", "inherent impact", "inherent c", "inherent i", "initial c", "initial i", "c", "i"],
        /// What is done about it.
        mitigation: Option<String> as ["mitigating action", "mitigating actions", "mitigations", "mitigating controls"],
        /// How likely it is after that.
        residual_likelihood: Option<Count> as ["residual l", "l post", "post mitigation likelihood", "likelihood after mitigation"],
        /// How bad it would be after that.
        residual_consequence: Option<Count> as ["residual impact", "residual i", "residual c", "i post", "c post", "post mitigation impact", "post mitigation consequence", "impact after mitigation", "consequence after mitigation"],
        /// The post that owns it.
        owner: Option<String> as ["risk owner"],
        /// The body to which it has been taken.
        escalated_to: Option<Id<GovernanceBody>>,
    }
}

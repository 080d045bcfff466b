use super::organisations::Organisation;
use crate::plan::Id;
use crate::plan::definition::table;
use crate::quantity::Date;

table! {
    /// A body of the governance of the plan.
    named GovernanceBody {
        /// The body to which it answers.
        parent: Option<Id<GovernanceBody>>,
        /// The posts that lead it.
        leads: Option<String>,
        /// How often it meets.
        meets: Option<String>,
        /// What it does.
        functions: Option<String>,
        /// What it may decide.
        delegated: Option<String>,
    }
}

table! {
    /// A post that signs the plan.
    plain Signature {
        /// The organisation.
        organisation: Option<Id<Organisation>>,
        /// The post, or for whom it signs.
        role: String,
        /// When it signed.
        signed: Option<Date>,
    }
}

table! {
    /// An interest that a member of a body declares.
    plain Interest {
        /// The body.
        body: Option<Id<GovernanceBody>>,
        /// The post.
        post: String,
        /// The interest.
        interest: String,
    }
}

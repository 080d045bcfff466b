use crate::plan::definition::table;
use crate::plan::{Date, Identifier};

table! {
    /// A value that replaces a parameter of the model in this plan.
    plain Assumption as ["assumption"] with [from <= to] {
        /// The parameter, such as cquin-rate.
        parameter: Identifier as ["assumption"],
        /// The value, in the unit of the parameter.
        value: String,
        /// The first day on which it holds; empty for the whole plan.
        from: Option<Date>,
        /// The last day on which it holds; empty until a later row about the same parameter begins.
        to: Option<Date>,
        /// Why it differs, and who says so.
        reason: Option<String> as ["why", "rationale"],
    }
}

use crate::plan::Date;
use crate::plan::definition::table;
use crate::quantity::FinancialYear;

table! {
    /// The plan itself: one row.
    plain PlanDetails as ["plan details", "about the plan"] with [base_year < first_year] {
        /// The title of the plan.
        title: String as ["plan title", "name of plan"],
        /// The health economy it is for.
        system: String as ["health economy", "health system", "icb", "cluster"],
        /// The version, as printed.
        version: Option<String>,
        /// The date of the version.
        version_date: Option<Date>,
        /// When it was, or is to be, published.
        published: Option<Date>,
        /// Whether it is still provisional.
        provisional: Option<bool>,
        /// The day on which it is looked at: what was due before it and is not done is overdue.
        as_of: Option<Date>,
        /// The first year of the plan.
        first_year: FinancialYear as ["from year", "start year"],
        /// The last year of the plan.
        last_year: FinancialYear as ["to year", "end year"],
        /// The year of the baseline (the forecast outturn) on which activity is planned.
        base_year: FinancialYear as ["baseline year", "outturn year"],
        /// The document to which the source lines of this file refer.
        document: Option<String>,
    }
}

use crate::plan::definition::{choice, table};
use crate::plan::{FinancialYear, Id};
use crate::quantity::{Amount, Count, MoneyUnit};

choice! {
    /// Which part of the total programme a saving is.
    SavingPart {
        /// Saved by the commissioner. With the provider part it makes the total programme.
        Commissioner = "commissioner",
        /// Saved by providers. With the commissioner part it makes the total programme.
        Provider = "provider",
        /// Stated as planned from the start. With the in-year part it must make the same total.
        Planned = "planned",
        /// Stated as found in the year. With the planned part it must make the same total.
        InYearAdditional = "in-year-additional",
    }
}

table! {
    /// A QIPP programme.
    named Programme as ["programme", "workstreams", "workstream"] {
        /// Its number in the plan.
        number: Option<Count>,
        /// Other names by which the plan calls it.
        aliases: Option<String>,
        /// Whether it is one of the priority programmes.
        priority: Option<bool>,
        /// Whether it only makes others possible.
        enabler: Option<bool>,
        /// The posts that lead it.
        leads: Option<String> as ["lead", "senior responsible owner", "sro"],
        /// What patients will notice.
        patients_will_notice: Option<String>,
    }
}

table! {
    /// What is saved in one year: by one programme, or, where the plan does not say by which, in all.
    plain ProgrammeSaving as ["programme saving", "savings by programme"] key [programme, year, part] {
        /// The programme; empty where the plan prints the part for all programmes together.
        programme: Option<Id<Programme>> as ["workstream"],
        /// The year.
        year: FinancialYear,
        /// Which part of the total it is.
        part: SavingPart,
        /// The saving; a saving is positive.
        amount: Option<Amount> as ["saving", "savings", "value"] => "what the programme saves",
        /// The unit of the amount.
        unit: Option<MoneyUnit>,
    }
}

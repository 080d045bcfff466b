use crate::plan::definition::{choice, table};

choice! {
    /// What kind of work programme it is.
    WorkProgrammeKind {
        /// It changes how care is given.
        Transformational = "transformational",
        /// It makes services more productive.
        Productivity = "productivity",
        /// It makes the others possible.
        Enabler = "enabler",
    }
}

table! {
    /// A work programme to which schemes are mapped.
    named WorkProgramme {
        /// What kind it is.
        kind: Option<WorkProgrammeKind>,
        /// What it is to achieve.
        objective: Option<String>,
    }
}

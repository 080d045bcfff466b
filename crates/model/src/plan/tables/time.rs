use super::activity::PointOfDelivery;
use super::organisations::Organisation;
use super::programmes::Programme;
use super::schemes::Scheme;
use crate::plan::Id;
use crate::plan::definition::{choice, table};
use crate::quantity::{Count, Date, DueDate, Month};

choice! {
    /// How far a milestone is.
    MilestoneStatus {
        /// Planned.
        Planned = "planned",
        /// Reached.
        Achieved = "achieved",
        /// Reached in part.
        PartlyAchieved = "partly-achieved",
        /// Nobody has asked for it.
        NoRequests = "no-requests",
        /// It will be late.
        Slipping = "slipping",
    }
}

choice! {
    /// How often something comes back.
    Recurrence {
        /// Every month.
        Monthly = "monthly",
        /// Every three months.
        Quarterly = "quarterly",
        /// Every year.
        Yearly = "yearly",
    }
}

table! {
    /// A milestone.
    named Milestone as ["milestone", "key milestones"] {
        /// The programme.
        programme: Option<Id<Programme>>,
        /// The scheme.
        scheme: Option<Id<Scheme>>,
        /// The organisation that must reach it.
        organisation: Option<Id<Organisation>>,
        /// The work stream or sequence under which the plan lists it.
        series: Option<String>,
        /// Its number in the series.
        number: Option<Count>,
        /// When it is due now.
        due: Option<DueDate> as ["due date", "date due", "deadline", "forecast date", "revised date"],
        /// When it was due first, if that has changed.
        original: Option<DueDate> as ["original date", "baseline date", "original due date"],
        /// How often it comes back.
        repeats: Option<Recurrence>,
        /// How many times it comes in all.
        times: Option<Count> where Things,
        /// How far it is.
        status: Option<MilestoneStatus> as ["milestone status"],
        /// When it was reached.
        reached: Option<Date> as ["actual date", "date reached", "date achieved", "date completed", "achieved on", "completed on"],
        /// The post that is answerable.
        owner: Option<String> as ["lead"],
        /// What the plan says about when, where that is not a date.
        due_in_words: Option<String>,
        /// What was agreed to be done because it slipped.
        action: Option<String>,
    }
}

table! {
    /// Patients who were listed for surgery in one month, and when they were treated: each in turn.
    plain WaitingPatients with [listed <= treated] {
        /// The kind of activity for which they wait: one queue for each, and for each provider.
        point_of_delivery: Id<PointOfDelivery>,
        /// The provider.
        provider: Option<Id<Organisation>>,
        /// The month in which they were listed.
        listed: Month,
        /// The month in which they were treated; empty while they wait.
        treated: Option<Month>,
        /// How many.
        patients: Option<Count> where Things => "how many wait",
        /// Whether special circumstances allow them to be treated before others.
        special_circumstances: Option<bool>,
    }
}

table! {
    /// What a body has to do for a function to pass from one to another.
    plain TransitionTask with [start <= end] {
        /// The function.
        function: String,
        /// The body.
        body: String,
        /// What it does.
        action: Option<String>,
        /// From when.
        start: Option<DueDate>,
        /// Until when.
        end: Option<DueDate>,
    }
}

table! {
    /// Reviews that come back after so many months, and the work they make.
    named ReviewSchedule {
        /// How many cases are reviewed each time.
        cases: Option<Count> where NotNegative,
        /// The month of the first review.
        first: Option<Month>,
        /// After how many months it comes back.
        every: Option<Count> where OneOrMore => "the reviews of later months" if cases,
        /// How many times.
        times: Option<Count> where OneOrMore => "the reviews in all" if cases,
    }
}

use super::activity::{PointOfDelivery, Setting};
use super::organisations::Organisation;
use super::programmes::Programme;
use super::quality::Measure;
use super::schemes::Scheme;
use super::work_programmes::WorkProgramme;
use crate::plan::Id;
use crate::plan::definition::{choice, table};
use crate::quantity::{Count, DueDate, FinancialYear, Measured, Rate};

table! {
    /// A group of staff: whole-time equivalents in post and planned.
    named StaffGroup {
        /// The organisation that employs it; empty for all.
        organisation: Option<Id<Organisation>>,
        /// In post at the start.
        baseline: Option<Measured> where NotNegative,
        /// Planned.
        plan: Option<Measured> where NotNegative,
    }
}

table! {
    /// A group of staff that grows year by year, such as health visitors.
    named WorkforceTrajectory {
        /// The organisation.
        organisation: Option<Id<Organisation>>,
        /// Whole-time equivalents that it must grow by.
        target: Option<Measured> where NotNegative,
    }
}

table! {
    /// One year of such a group.
    plain WorkforceYear key [trajectory, year] {
        /// The group.
        trajectory: Id<WorkforceTrajectory>,
        /// The year.
        year: FinancialYear,
        /// In post; only the first year needs it, the others follow.
        position: Option<Measured> where NotNegative,
        /// How many more there are in the next year.
        increase: Option<Measured>,
        /// Students who finish.
        students: Option<Measured> where NotNegative,
        /// The share of them who give up.
        attrition: Option<Rate> where Share,
        /// The share of the rest who take a post here.
        uptake: Option<Rate> where Share,
        /// Staff who leave.
        leavers: Option<Measured> where NotNegative,
    }
}

choice! {
    /// What kind of staff it is.
    StaffCategory {
        /// Administrative.
        Administrative = "administrative",
        /// Clinical.
        Clinical = "clinical",
        /// Not said.
        NotSaid = "not-said",
    }
}

table! {
    /// What the plan changes in the workforce.
    named WorkforceImpact {
        /// The programme.
        programme: Option<Id<Programme>>,
        /// The work programme.
        work_programme: Option<Id<WorkProgramme>>,
        /// The organisation.
        organisation: Option<Id<Organisation>>,
        /// The organisation to which staff move.
        moves_to: Option<Id<Organisation>>,
        /// What kind of staff.
        category: Option<StaffCategory> => "the change of each kind of staff" if wte,
        /// The year.
        year: Option<FinancialYear>,
        /// When.
        due: Option<DueDate>,
        /// Whole-time equivalents more; fewer is negative.
        wte: Option<Measured>,
        /// What the plan says about it.
        text: Option<String>,
    }
}

table! {
    /// The beds of a provider, now and planned.
    plain ProviderBeds as ["bed", "bed base"] key [provider] {
        /// The provider.
        provider: Id<Organisation> as ["trust"],
        /// Beds now.
        now: Option<Count> where NotNegative as ["beds now", "current beds"] => "the change in beds" if plan,
        /// Beds planned.
        plan: Option<Count> where NotNegative as ["planned beds"],
    }
}

table! {
    /// Senior doctors who share the duties of a service on its sites.
    named Rota with [leaving <= doctors] {
        /// On how many sites.
        sites: Option<Count> where OneOrMore => "the doctors of each site" if doctors,
        /// How many doctors share it.
        doctors: Option<Count> where NotNegative,
        /// How many of them may leave.
        leaving: Option<Count> where NotNegative,
        /// How many each site needs at least.
        needed: Option<Count> where NotNegative,
    }
}

choice! {
    /// How bed days are counted.
    BedDayDefinition {
        /// Patients in bed at midnight: a day case has none.
        Midnight = "midnight",
        /// Discharge less admission, and one.
        Inclusive = "inclusive",
        /// The plan does not say.
        NotSaid = "not-said",
    }
}

table! {
    /// Bed days that are no longer needed, and the beds they stand for.
    named BedDays {
        /// The provider.
        provider: Option<Id<Organisation>>,
        /// The scheme that saves them.
        scheme: Option<Id<Scheme>>,
        /// Bed days in a year.
        days: Option<Count> where NotNegative => "the beds for which they stand",
        /// How they are counted.
        definition: Option<BedDayDefinition>,
        /// The share of beds that is in use on average; empty for the parameter.
        occupancy: Option<Rate> where Occupancy,
        /// The measure that counts the delayed patients who take these days.
        delays: Option<Id<Measure>>,
    }
}

table! {
    /// What a setting can take, so that what moves into it has room.
    plain Capacity key [setting, point_of_delivery] {
        /// The setting of care.
        setting: Id<Setting>,
        /// The kind of activity.
        point_of_delivery: Id<PointOfDelivery>,
        /// How many it can take.
        available: Option<Count> where NotNegative => "whether there is room",
        /// How many it takes now.
        used: Option<Count> where NotNegative,
    }
}

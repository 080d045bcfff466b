use super::organisations::Organisation;
use super::schemes::Scheme;
use crate::plan::Id;
use crate::plan::definition::{choice, table};
use crate::quantity::{Amount, Count, Measured, MoneyUnit, Rate};

choice! {
    /// What becomes of activity that a scheme changes.
    ActivityEffect {
        /// It goes on in another setting or is counted as another kind: what leaves must arrive.
        Moves = "moves",
        /// It is no longer needed, or no longer bought: nothing arrives elsewhere.
        Avoided = "avoided",
        /// It is new: nothing left elsewhere.
        New = "new",
        /// The activity stays as it is and only its price changes.
        PriceOnly = "price-only",
    }
}

table! {
    /// A setting of care, such as acute or community.
    named Setting as ["setting", "settings of care"] {}
}

table! {
    /// A kind of activity that is counted and priced in its own way, such as first outpatient attendances.
    named PointOfDelivery as ["point of delivery", "pods", "pod"] {
        /// What is counted, in the plural, such as attendances. Different units are never added.
        counted_in: Option<String> as ["counted as", "currency"],
        /// Whether each case takes a bed: where it falls away, beds should follow.
        takes_a_bed: Option<bool>,
        /// The kind of which it is a part, where several are reported as one.
        part_of: Option<Id<PointOfDelivery>>,
        /// The days in hospital of each case, where no growth of it gives them.
        length_of_stay: Option<Measured> where NotNegative,
    }
}

table! {
    /// Activity and its cost in the base year (the forecast outturn).
    plain BaselineActivity as ["baseline", "activity baseline", "forecast outturn activity"] key [setting, point_of_delivery, provider] {
        /// The setting of care.
        setting: Id<Setting>,
        /// The kind of activity.
        point_of_delivery: Id<PointOfDelivery> as ["pod"],
        /// The provider; empty where the plan prints all providers together.
        provider: Option<Id<Organisation>> as ["trust"],
        /// How many.
        activity: Option<Count> where NotNegative as ["baseline activity", "outturn activity", "volume"],
        /// What they cost.
        cost: Option<Amount> where NotNegative as ["baseline cost", "outturn cost"],
        /// The unit of the cost.
        unit: Option<MoneyUnit>,
    }
}

table! {
    /// What a scheme changes in one kind of activity in one setting.
    plain ActivityChange as ["activity change", "activity shifts", "shifts"] key [scheme, setting, point_of_delivery, provider, effect, cohort, movement] {
        /// The scheme that makes the change.
        scheme: Id<Scheme> as ["scheme ref", "scheme name"],
        /// The setting of care.
        setting: Id<Setting>,
        /// The kind of activity.
        point_of_delivery: Id<PointOfDelivery> as ["pod"],
        /// The provider; empty where the plan prints all providers together.
        provider: Option<Id<Organisation>> as ["trust"],
        /// What becomes of the activity.
        effect: Option<ActivityEffect> => "what becomes of this activity",
        /// The change in activity, with its sign: fewer is negative. What is avoided is fewer, what is new is more.
        activity: Option<Count> as ["change in activity", "volume"],
        /// The change in cost, with its sign: spending less is negative.
        cost: Option<Amount> as ["change in cost"],
        /// The unit of the cost.
        unit: Option<MoneyUnit>,
        /// The group of patients: two schemes that change the same activity of the same patients claim it twice.
        cohort: Option<String>,
        /// Names the rows of one scheme that are the two sides of one movement; empty where all of them are.
        movement: Option<String>,
    }
}

table! {
    /// How many of one kind of activity stand for one of another that is counted in another unit: 2.5 contacts for one
    /// spell. Without it they are neither added nor held against each other.
    plain CountingRatio key [scheme, leaves, arrives] {
        /// The scheme for which it holds; empty for all.
        scheme: Option<Id<Scheme>>,
        /// The kind of activity of which it is one.
        leaves: Id<PointOfDelivery>,
        /// The kind of activity that is counted in the other unit.
        arrives: Id<PointOfDelivery>,
        /// How many of what arrives stand for one of what leaves.
        ratio: Measured where Positive,
    }
}

table! {
    /// A change that the plan prints only as a percentage, for activity of which it prints no baseline.
    plain ActivityOutlook key [setting, point_of_delivery] {
        /// The setting of care.
        setting: Id<Setting>,
        /// The kind of activity.
        point_of_delivery: Id<PointOfDelivery>,
        /// The change in activity.
        activity_percent: Option<Rate> where Change,
        /// The change in cost.
        cost_percent: Option<Rate> where Change,
    }
}

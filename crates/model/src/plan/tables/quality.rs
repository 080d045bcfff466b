use super::cquin::Direction;
use super::organisations::Organisation;
use super::programmes::Programme;
use super::schemes::Scheme;
use crate::plan::Id;
use crate::plan::definition::{choice, table};
use crate::quantity::{Amount, Count, DueDate, Measured, MoneyUnit, Month, Rate};

table! {
    /// How patients score a provider: paid if the score rises enough, or lies in the top quartile.
    plain PatientScore key [provider] {
        /// The provider.
        provider: Id<Organisation>,
        /// The score at the start.
        start: Option<Measured> where NotNegative,
        /// The score at the end.
        end: Option<Measured> where NotNegative,
        /// The score from which a provider is in the top quartile.
        top_quartile: Option<Measured> where NotNegative,
    }
}

choice! {
    /// How a checkpoint of a trajectory is measured.
    CheckpointRule {
        /// The value on the day.
        Value = "value",
        /// The average of the quarter.
        QuarterAverage = "quarter-average",
        /// No cases at all.
        NoCases = "no-cases",
    }
}

table! {
    /// A measure that is to move from a baseline by checkpoints.
    named Trajectory {
        /// The programme.
        programme: Option<Id<Programme>>,
        /// The organisation.
        organisation: Option<Id<Organisation>>,
        /// The unit in words.
        counted_in: Option<String>,
        /// The baseline.
        baseline: Option<Measured>,
        /// When the baseline was taken.
        baseline_at: Option<DueDate>,
        /// Whether higher or lower is better.
        direction: Option<Direction>,
    }
}

table! {
    /// A checkpoint of a trajectory.
    plain TrajectoryPoint key [trajectory, due] {
        /// The trajectory.
        trajectory: Id<Trajectory>,
        /// When.
        due: DueDate,
        /// By how much the baseline is to fall.
        reduction: Option<Rate> where SignedShare,
        /// The value to be reached, where it is printed and not worked out.
        target: Option<Measured>,
        /// The value that was reached.
        actual: Option<Measured>,
        /// How it is measured.
        rule: Option<CheckpointRule>,
    }
}

table! {
    /// A practice.
    named Practice with [ghost_patients <= list_size] {
        /// The commissioner.
        commissioner: Option<Id<Organisation>>,
        /// Persons on its list.
        list_size: Option<Count> where Things,
        /// Persons on its list who are no longer there.
        ghost_patients: Option<Count> where Things,
        /// Referrals it aims at.
        referral_target: Option<Count> where NotNegative,
        /// Referrals it made.
        referrals: Option<Count> where NotNegative,
        /// Patients left out of its quality indicators, as a share.
        exception_rate: Option<Rate> where Share,
    }
}

table! {
    /// What a practice reaches in a measure of quality, or how much of a service it uses.
    plain PracticeIndicator key [practice, measure] {
        /// The practice.
        practice: Id<Practice>,
        /// The measure.
        measure: Id<Measure>,
        /// The value: a rate per person for use, a share for quality.
        value: Option<Measured> => "the spread over practices",
    }
}

table! {
    /// A measure of quality over all practices: how many patients are on the register and how many
    /// are not treated as they should be; or a range between sites.
    named QualityOutcome with [lowest <= highest, not_treated <= register] {
        /// Patients on the register.
        register: Option<Count> where Things,
        /// Patients who should be on it.
        expected: Option<Count> where Things,
        /// Patients not treated to the target.
        not_treated: Option<Count> where Things,
        /// Practices.
        practices: Option<Count> where Things,
        /// The lowest value of any site.
        lowest: Option<Rate> where Share,
        /// The highest value of any site.
        highest: Option<Rate> where Share,
    }
}

table! {
    /// A measure of performance with its target.
    named Measure with [expected_from <= expected_to] {
        /// The programme.
        programme: Option<Id<Programme>>,
        /// The scheme.
        scheme: Option<Id<Scheme>>,
        /// The organisation.
        organisation: Option<Id<Organisation>>,
        /// The subject under which the plan lists it.
        subject: Option<String>,
        /// The unit in words, such as % of patients.
        counted_in: Option<String>,
        /// Whether higher or lower is better.
        direction: Option<Direction> => "whether the target is reached" if actual,
        /// Where it stood.
        baseline: Option<Measured>,
        /// Where it is to go.
        target: Option<Measured>,
        /// The lower end of the range that is expected.
        expected_from: Option<Measured>,
        /// The upper end of the range that is expected.
        expected_to: Option<Measured>,
        /// Where it is.
        actual: Option<Measured>,
        /// For a share: how many.
        numerator: Option<Count> where NotNegative,
        /// For a share: of how many.
        denominator: Option<Count> where NotNegative,
        /// By when.
        due: Option<DueDate>,
        /// What is done about it.
        action: Option<String>,
        /// The trajectory on which it is to recover.
        trajectory: Option<Id<Trajectory>>,
    }
}

table! {
    /// What a practice is paid for a quality indicator: points times the price of a point.
    plain PracticeIncentive key [practice, indicator] {
        /// The practice.
        practice: Id<Practice>,
        /// The indicator.
        indicator: String,
        /// The points that can be earned.
        points: Option<Count> where NotNegative => "what is paid",
        /// The price of a point.
        point_price: Option<Amount> where NotNegative => "what is paid" if points,
        /// The unit of the price.
        unit: Option<MoneyUnit>,
        /// The share of the points that is earned.
        achieved: Option<Rate> where Share,
    }
}

choice! {
    /// A rating that is given in words.
    GivenRating {
        /// As it should be.
        Green = "green",
        /// Nearly as it should be.
        Amber = "amber",
        /// Not as it should be.
        Red = "red",
    }
}

table! {
    /// How a checkpoint rated an organisation in one area.
    plain CheckpointRating key [organisation, checkpoint, area] {
        /// The organisation.
        organisation: Id<Organisation>,
        /// The checkpoint.
        checkpoint: String,
        /// The area.
        area: String,
        /// The rating.
        rating: Option<GivenRating> => "how the area is rated",
    }
}

table! {
    /// How often a patient whose story the plan tells meets one kind of care, before and after.
    named PatientStory {
        /// Before.
        before: Option<Count> where NotNegative => "the change" if after,
        /// After.
        after: Option<Count> where NotNegative,
    }
}

choice! {
    /// What happened.
    IncidentKind {
        /// A pressure ulcer.
        PressureUlcer = "pressure-ulcer",
        /// A fall with harm.
        Fall = "fall",
        /// An infection of the urinary tract from a catheter.
        CatheterInfection = "catheter-infection",
        /// Any other infection from care.
        Infection = "infection",
        /// Something that must never happen.
        NeverEvent = "never-event",
        /// A death that is reviewed.
        Death = "death",
        /// Anything else.
        Other = "other",
    }
}

choice! {
    /// What the review of an incident found.
    IncidentClass {
        /// It could have been avoided.
        Avoidable = "avoidable",
        /// It could not.
        Unavoidable = "unavoidable",
        /// Expected, but in the wrong place.
        ExpectedInWrongPlace = "expected-in-wrong-place",
        /// Unexpected; care in the community may be implicated.
        UnexpectedCommunity = "unexpected-community",
        /// Not reviewed yet.
        UnderReview = "under-review",
    }
}

table! {
    /// Incidents of one kind and class.
    plain Incident {
        /// The organisation.
        organisation: Option<Id<Organisation>>,
        /// What happened.
        kind: Option<IncidentKind>,
        /// What the review found.
        class: Option<IncidentClass>,
        /// The month.
        month: Option<Month>,
        /// How many.
        number: Option<Count> where Things,
        /// What the plan says about it.
        note: Option<String>,
    }
}

use crate::calculation::{Dimension, ORGANISATION, Term, figures, term};
use crate::parameters::SCORE_POINTS;
use crate::plan::{GivenRating, IncidentClass, IncidentKind, Row, Table, TrajectoryPoint};

const TRAJECTORY: Dimension = Dimension::Row(Table::Trajectory);
const MEASURE: Dimension = Dimension::Row(Table::Measure);
const OUTCOME: Dimension = Dimension::Row(Table::QualityOutcome);
const PRACTICE: Dimension = Dimension::Row(Table::Practice);
const CHECKPOINTS: &str = "Arden Cluster System Plan, l. 543-546, 1206-1216";
const MEASURES: &str = "NHS Surrey, One Plan, l. 1078-1287; Arden Cluster System Plan, l. 428-448, 806";
const PRACTICES: &str = "Arden Cluster System Plan, l. 1117-1169, 1399";
const SCORES: &str = "Arden Cluster System Plan, l. 617";
const INCIDENT_REVIEWS: &str = "Arden Cluster System Plan, l. 643-653, 1149-1150; NHS Surrey, One Plan, l. 894";

figures! {
    /// The value to be reached at a checkpoint.
    TARGET: number("trajectory.{}.target.{}", "{}, {}: target", [TRAJECTORY, Dimension::Due])
        by("CR40, CR60", "baseline × (1 − reduction), or the target that the plan gives; nought for no cases", CHECKPOINTS)
    /// What is to fall away at a checkpoint, as printed.
    REDUCTION: percent("trajectory.{}.reduction.{}", "{}, {}: reduction on the baseline", [TRAJECTORY, Dimension::Due])
        by("CR40, CR60", "the reduction that the plan gives", CHECKPOINTS)
        { TrajectoryPoint [trajectory, due] = reduction }
    /// How far the actual value lies from the target.
    POINT_DIFFERENCE: number("trajectory.{}.difference.{}", "{}, {}: actual less target", [TRAJECTORY, Dimension::Due])
        by("CR40, CR60", "actual − target", CHECKPOINTS)
        { TrajectoryPoint [trajectory, due] = actual - [TARGET] }
    /// Whether a checkpoint is met.
    POINT_RATING: rating("trajectory.{}.rating.{}", "{}, {}: rating", [TRAJECTORY, Dimension::Due])
        by("CR46", "green if the target is reached, amber near it, otherwise red", CHECKPOINTS)
    /// How many checkpoints a trajectory has.
    POINTS: count("trajectory.{}.checkpoints", "{}: checkpoints", [TRAJECTORY])
        by("CR40", "how many there are", CHECKPOINTS)
        { TrajectoryPoint [trajectory] = {Term::RowCount("one checkpoint")} }

    /// How far a measure lies from its target.
    GAP: number("measure.{}.gap", "{}: actual less target", [MEASURE])
        by("CR46", "actual − target", MEASURES)
        { Measure [*] = actual - target }
    /// How far a measure has to go from its baseline.
    AMBITION: number("measure.{}.ambition", "{}: target less baseline", [MEASURE])
        by("CR46", "target − baseline", MEASURES)
        { Measure [*] = target - baseline }
    /// A share that is given as how many of how many.
    COVERAGE: percent("measure.{}.coverage", "{}: coverage", [MEASURE])
        by("CR46", "how many ÷ of how many", MEASURES)
        { Measure [*] = numerator / denominator }
    /// Where a measure stands that is counted in per cent, where it also says how many of how many.
    ACTUAL_SHARE: percent("measure.{}.actual-share", "{}: where it stands", [MEASURE])
        by("CR46", "actual ÷ 100, where it is counted in per cent", MEASURES)
    /// The actual value in per cent of the target.
    ATTAINMENT: percent("measure.{}.attainment", "{}: actual in per cent of target", [MEASURE])
        by("CR46", "actual ÷ target", MEASURES)
        { Measure [*] = actual / target }
    /// How far a measure lies above the range that is expected.
    ABOVE_RANGE: number("measure.{}.above-range", "{}: above the expected range", [MEASURE])
        by("CR46", "actual − upper end, where it is above", "Arden Cluster System Plan, l. 1334")
        { Measure [*] = {Term::Max(&[term!(Measure, actual - expected_to), Term::NOTHING])} }
    /// How far a measure lies below the range that is expected.
    BELOW_RANGE: number("measure.{}.below-range", "{}: below the expected range", [MEASURE])
        by("CR46", "lower end − actual, where it is below", "Arden Cluster System Plan, l. 1334")
        { Measure [*] = {Term::Max(&[term!(Measure, expected_from - actual), Term::NOTHING])} }
    /// How many measures there are.
    MEASURE_COUNT: count("measures.number", "Measures", [])
        by("CR46", "how many there are", MEASURES)
        { Measure [] = {Term::RowCount("one measure")} }
    /// How many checkpoints were rated how.
    GIVEN_RATINGS: count("checkpoint-ratings.{}", "Checkpoints rated {}", [Dimension::Choice(GivenRating::CHOICES)])
        by("CR46", "how many there are", "Arden Cluster System Plan, l. 806")
        { CheckpointRating [rating] = {Term::RowCount("one area")} }
    /// The change in how often a patient meets one kind of care.
    STORY_CHANGE: count("patient-story.{}.change", "{}: change", [Dimension::Row(Table::PatientStory)])
        by("CR46", "after − before", "Arden Cluster System Plan, l. 88, 1262")
        { PatientStory [*] = after - before }
    /// What a practice earns for quality indicators.
    INCENTIVE: money("practice.{}.incentive", "{}: earned for quality indicators", [PRACTICE])
        by("CR46", "points × price of a point × share achieved", "Arden Cluster System Plan, l. 442")
        { PracticeIncentive [practice] = (points * point_price) * (achieved or {Term::NOTHING}) }
    /// The place of a practice by the patients it leaves out, the most first.
    EXCEPTION_RANK: count("practice.{}.exception-rank", "{}: place by patients left out of indicators", [PRACTICE])
        by("CR46", "one more than the practices that leave out more", "NHS Surrey, One Plan, l. 1188")
    /// The rating of a measure.
    RATING: rating("measure.{}.rating", "{}: rating", [MEASURE])
        by("CR46", "green if the target is reached, amber near it, otherwise red", MEASURES)

    /// The gain of a score.
    SCORE_GAIN: number("patient-score.{}.gain", "{}: gain of the score that patients give", [ORGANISATION])
        by("CR55", "score at the end − score at the start", SCORES)
        { PatientScore [provider] = end - start }
    /// What a score lacks to pass: nought or less passes.
    SCORE_SHORTFALL: number("patient-score.{}.shortfall", "{}: points short of passing", [ORGANISATION])
        by("CR55", "the smaller of what is short of the gain and what is short of the top quartile", SCORES)
        { PatientScore [provider] =
            {Term::Min(&[SHORT_OF_GAIN, term!(PatientScore, top_quartile - end)])} or {SHORT_OF_GAIN} }

    /// Patients not treated, as a share of the register.
    NOT_TREATED: percent("quality.{}.not-treated", "{}: not treated to the target", [OUTCOME])
        by("CR42", "not treated ÷ register", PRACTICES)
        { QualityOutcome [*] = not_treated / register }
    /// Patients not treated, for each practice.
    PER_PRACTICE: number("quality.{}.per-practice", "{}: not treated, for each practice", [OUTCOME])
        by("CR42", "not treated ÷ practices", PRACTICES)
        { QualityOutcome [*] = not_treated / practices }
    /// Patients who should be on the register and are not.
    UNRECORDED: count("quality.{}.unrecorded", "{}: expected, but not on the register", [OUTCOME])
        by("CR42", "expected − register", "Arden Cluster System Plan, l. 1141")
        { QualityOutcome [*] = expected - register }
    /// The range between sites.
    SPREAD: percent("quality.{}.spread", "{}: highest less lowest", [OUTCOME])
        by("CR42", "highest − lowest", "Arden Cluster System Plan, l. 190-217")
        { QualityOutcome [*] = highest - lowest }
    /// Referrals of a practice against its target.
    REFERRALS: count("practice.{}.referrals-above-target", "{}: referrals above target", [PRACTICE])
        by("CR43", "referrals − target", "Arden Cluster System Plan, l. 311")
        { Practice [*] = referrals - referral_target }
    /// Referrals of the practices of a commissioner against their targets.
    REFERRALS_OF: count("practices.{}.referrals-above-target", "{}: referrals of its practices above target", [ORGANISATION])
        by("CR43", "the sum of its practices", "Arden Cluster System Plan, l. 311, 446")
        { Practice [commissioner] = referrals - referral_target }
    /// The same for all parts of an organisation.
    REFERRALS_OF_PARTS: count("practices.parts-of.{}.referrals-above-target", "{}: referrals of the practices of its parts above target", [ORGANISATION])
        by("CR43", "the sum of its parts", "Arden Cluster System Plan, l. 311, 446")
    /// In how many indicators a practice lies in the worst quarter.
    WORST_QUARTER: count("practice.{}.worst-quarter", "{}: indicators in the worst quarter", [PRACTICE])
        by("CR41", "how many indicators in which no more than a quarter of practices are worse or as bad", PRACTICES)
    /// How many practices are outliers.
    OUTLIERS: count("practices.outliers", "Practices with too many indicators in the worst quarter", [])
        by("CR41", "practices at or above the limit", PRACTICES)
    /// What a practice uses above the best quarter.
    POTENTIAL: count("practice.{}.potential.{}", "{}: use above the best quarter, {}", [PRACTICE, MEASURE])
        by("CR43", "(rate − rate of the best quarter) × list, where it is above", PRACTICES)
    /// What all practices use above the best quarter.
    POTENTIAL_ALL: count("practices.potential.{}", "All practices: use above the best quarter, {}", [MEASURE])
        by("CR43", "the sum of the practices", PRACTICES)
    /// How many incidents there were of a kind.
    INCIDENTS: count("incidents.{}", "Incidents: {}", [Dimension::Choice(IncidentKind::CHOICES)])
        by("CR46", "the sum of the rows; a row without an organisation is the total of those about the same", INCIDENT_REVIEWS)
    /// What their reviews found.
    INCIDENT_CLASSES: count("incidents.{}.{}", "Incidents: {}, {}", [Dimension::Choice(IncidentKind::CHOICES), Dimension::Choice(IncidentClass::CHOICES)])
        by("CR46", "the sum of the rows; a row without an organisation is the total of those about the same", INCIDENT_REVIEWS)
}

/// What a score lacks of the gain that it must make.
const SHORT_OF_GAIN: Term = term!(PatientScore, { Term::Parameter(&SCORE_POINTS) } - [SCORE_GAIN]);

/// A checkpoint is told from others by its trajectory and the day, month or year by which it is due.
pub fn subjects(point: Row<'_, TrajectoryPoint>) -> [u32; 2] {
    [point.trajectory().index(), point.due().code()]
}

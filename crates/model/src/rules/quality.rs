//! Quality: trajectories, measures, practices, scores, incidents.
//!
//! * CR40, CR60: target at a checkpoint = baseline × (1 − reduction); no cases means nought.
//! * CR41: in how many indicators a practice lies in the worst quarter. CR42: not treated ÷
//!   register. CR43: what use above the best quarter of practices comes to. CR46: red, amber or
//!   green by thresholds that can be edited. CR55: a score passes if it rises enough or lies in the
//!   top quartile.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "trajectories": [{"id": "ulcers", "name": "Pressure ulcers", "baseline": "200", "direction": "lower"}],
//!     "trajectory_points": [
//!         {"trajectory": "ulcers", "due": "2012-06", "reduction": "25%", "actual": "160", "rule": "quarter-average"},
//!         {"trajectory": "ulcers", "due": "2013-03", "rule": "no-cases"}
//!     ],
//!     "quality_outcomes": [{"id": "pressure", "name": "Blood pressure", "register": "126,998", "not_treated": "25,374"}]
//! "#);
//! assert_eq!(outcome.text("trajectory.ulcers.target.2012-06"), "150");
//! assert_eq!(outcome.text("trajectory.ulcers.rating.2012-06"), "2");
//! assert_eq!(outcome.text("trajectory.ulcers.target.2013-03"), "0");
//! assert_eq!(&outcome.text("quality.pressure.not-treated")[..6], "0.1997");
//! ```

mod direction;
mod incidents;
mod kinds;
mod per_cent;
mod practices;

pub use kinds::files;
pub use kinds::{
    ABOVE_RANGE, ACTUAL_SHARE, AMBITION, ATTAINMENT, BELOW_RANGE, COVERAGE, EXCEPTION_RANK, GAP, GIVEN_RATINGS,
    INCENTIVE, INCIDENT_CLASSES, INCIDENTS, KINDS, MEASURE_COUNT, NOT_TREATED, OUTLIERS, PER_PRACTICE,
    POINT_DIFFERENCE, POINT_RATING, POINTS, POTENTIAL, POTENTIAL_ALL, RATING, REDUCTION, REFERRALS, REFERRALS_OF,
    REFERRALS_OF_PARTS, SCORE_GAIN, SCORE_SHORTFALL, SPREAD, STORY_CHANGE, TARGET, UNRECORDED, WORST_QUARTER, subjects,
};

use super::roll_up::roll_up;
use crate::calculation::{FigureIndex, FigureKind, Finding, Ledger, Number, findings, format, run_formulas, summed};
use crate::parameters::TARGET_AMBER;
use crate::plan::{CheckpointRule, Direction, FinancialYear, Table};
use crate::quantity::{Decimal, Fault, Fixed, whole};
use crate::rules::empty_cells::report_empty;
use kinds::FORMULAS;

findings! {
    /// A measure that is a share counts more than all of which it is one.
    MEASURE_COUNTS_MORE_THAN_ALL: error(
        "measure-counts-more-than-all",
        "Correct one of the two; what is no share, such as days for each stay, says so in what it is counted in."
    )
    /// A measure is short of its target and has no trajectory, although the plan has some.
    MEASURE_RED_WITHOUT_TRAJECTORY: information(
        "measure-red-without-trajectory",
        "Give the checkpoints of its recovery."
    )
    /// A measure is short of its target, and no action is given.
    MEASURE_RED_WITHOUT_ACTION: warning(
        "measure-red-without-action",
        "Agree an action and a trajectory on which it recovers."
    )
    ..direction
    ..incidents
    ..per_cent
}

/// Computes quality.
pub fn run(ledger: &mut Ledger<'_>) {
    targets(ledger);
    run_formulas(ledger, FORMULAS);
    incidents::run(ledger);
    roll_up(ledger, &REFERRALS_OF, &REFERRALS_OF_PARTS, 0);
    actual_shares(ledger);
    report_more_than_all(ledger);
    ratings(ledger);
    direction::report(ledger);
    per_cent::report(ledger);
    ledger.start_rule(practices::KINDS);
    practices::run(ledger);
}

/// Where measures stand that are counted in per cent, beside how many of how many they count.
fn actual_shares(ledger: &mut Ledger<'_>) {
    let hundred = Number::whole(100, "per cent");
    for (row, measure) in ledger.plan.measures.iter() {
        let is_share = measure.counted_in().is_some_and(is_per_cent);
        if let Some(actual) = measure.actual().filter(|_| is_share && measure.numerator().is_some()) {
            ledger.publish(&ACTUAL_SHARE, [row.index()], Number::cell(actual).over(&hundred));
        }
    }
}

/// Measures that count more than all; what is counted in another unit than per cent, such as days, may be an average.
fn report_more_than_all(ledger: &mut Ledger<'_>) {
    for (row, measure) in ledger.plan.measures.iter() {
        let Some((part, whole)) = measure.numerator().zip(measure.denominator()) else { continue };
        if measure.counted_in().is_some_and(|words| !is_per_cent(words)) || !whole.fixed().is_below(part.fixed()) {
            continue;
        }
        let message = format!(
            "\"{}\" counts {} of {}, which is more than all.",
            measure.name(),
            format::count(part.fixed().value()),
            format::count(whole.fixed().value())
        );
        ledger.report(|| {
            Finding::of(&MEASURE_COUNTS_MORE_THAN_ALL, message).at(Table::Measure, row.index(), "numerator").at(
                Table::Measure,
                row.index(),
                "denominator",
            )
        });
    }
}

/// Whether words for what is counted say that it is a share: `%`, or `% of patients`.
fn is_per_cent(words: &str) -> bool {
    let words = words.trim().to_lowercase();
    words.starts_with('%') || words.starts_with("per cent") || words.starts_with("percent")
}

fn targets(ledger: &mut Ledger<'_>) {
    let mut found = Vec::new();
    for (_, point) in ledger.plan.trajectory_points.iter() {
        let baseline = ledger.plan.trajectories.get(point.trajectory()).and_then(|trajectory| trajectory.baseline());
        let target = if let Some(target) = point.target() {
            Some(Number::cell(target))
        } else if point.rule() == Some(CheckpointRule::NoCases) {
            Some(Number::constant(whole(0), "no cases"))
        } else {
            baseline.zip(point.reduction()).map(|(baseline, reduction)| {
                let baseline = Number::cell(baseline);
                let reduction = Number::cell(reduction);
                let one = Number::the_whole();
                baseline.times(&one.minus(&reduction))
            })
        };
        if let Some(target) = target {
            found.push((FigureIndex::new(subjects(point)), target));
        }
    }
    ledger.add(summed(&TARGET, found));
}

/// Red is 1, amber 2, green 3. Near the target means that at least the given part of it is reached. A target that is
/// worked out has more places than the actual value is printed with: what rounds to the same has reached it.
fn rate(
    ledger: &mut Ledger<'_>,
    kind: &'static FigureKind,
    subjects: [u32; 2],
    (actual, rounding): (Number, Option<Decimal>),
    target: Number,
    better: Option<Direction>,
    year: Option<FinancialYear>,
) {
    let Some(amber) = ledger.parameter(&TARGET_AMBER, year) else { return };
    let Some(better) = better else {
        ledger.publish(kind, subjects, Number::fault(Fault::NotGiven));
        return;
    };
    let at_best = |actual: &Number| match (rounding, better) {
        (None, _) => *actual,
        (Some(half), Direction::Higher) => actual.plus(&Number::constant(half, "half of its last printed place")),
        (Some(half), Direction::Lower) => actual.minus(&Number::constant(half, "half of its last printed place")),
    };
    let best = at_best(&actual);
    let (reached, limit) = match better {
        Direction::Higher => (best.minus(&target), best.minus(&target.times(&amber))),
        Direction::Lower => (target.minus(&best), target.minus(&best.times(&amber))),
    };
    if reached.is_fault() {
        ledger.publish(kind, subjects, reached);
        return;
    }
    let (level, reason) = if !reached.is_negative() {
        (3, "the target is reached")
    } else if !limit.is_negative() {
        (2, "near the target")
    } else {
        (1, "short of the target")
    };
    let rating = Number::constant(whole(level), reason).because(reason, &[&actual, &target, &amber]);
    ledger.publish(kind, subjects, rating);
}

fn ratings(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut without_direction = Vec::new();
    for (_, point) in plan.trajectory_points.iter() {
        let direction = plan.trajectories.get(point.trajectory()).and_then(|trajectory| trajectory.direction());
        let target = ledger.figure(&TARGET, subjects(point));
        let (Some(actual), Some(target)) = (point.actual(), target) else { continue };
        if direction.is_none() {
            without_direction.push(point.trajectory().index());
        }
        // What is printed is compared as it is printed.
        let is_worked_out = point.target().is_none() && point.rule() != Some(CheckpointRule::NoCases);
        let rounding = is_worked_out.then(|| actual.get().half_unit());
        let actual = (Number::cell(actual), rounding);
        let year = point.due().last_day().month().financial_year();
        rate(ledger, &POINT_RATING, subjects(point), actual, target, direction, year);
    }
    report_empty(ledger, Table::Trajectory, "direction", &without_direction, "whether its checkpoints are reached");
    for (row, measure) in plan.measures.iter() {
        let (Some(actual), Some(target)) = (measure.actual(), measure.target()) else { continue };
        let actual = Number::cell(actual);
        let target = Number::cell(target);
        let year = measure.due().and_then(|due| due.last_day().month().financial_year());
        rate(ledger, &RATING, [row.index(), 0], (actual, None), target, measure.direction(), year);
        if !ledger.wants_findings() {
            continue;
        }
        let red = ledger.figure(&RATING, [row.index()]).is_some_and(|rating| rating.shown() == Fixed::ONE);
        if red && measure.trajectory().is_none() && !plan.trajectories.is_empty() {
            ledger.report(|| {
                Finding::of(
                    &MEASURE_RED_WITHOUT_TRAJECTORY,
                    format!(
                        "\"{}\" is short of its target and has no trajectory on which it recovers.",
                        measure.name()
                    ),
                )
                .at(Table::Measure, row.index(), "trajectory")
                .figure(RATING.at([row.index()]))
            });
        }
        if red && measure.action().is_none() {
            ledger.report(|| {
                Finding::of(
                    &MEASURE_RED_WITHOUT_ACTION,
                    format!("\"{}\" is short of its target, and nothing is done about it.", measure.name()),
                )
                .at(Table::Measure, row.index(), "action")
                .figure(RATING.at([row.index()]))
            });
        }
    }
}

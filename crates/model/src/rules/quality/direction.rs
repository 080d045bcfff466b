//! Targets that go the other way than the measure is to go.

use super::kinds::{TARGET, subjects};
use crate::calculation::{CellAddress, FigureKey, Finding, Ledger, Number, findings_of_part, format};
use crate::plan::{Direction, Id, Table, Trajectory};
use crate::quantity::{DueDate, Fixed, InOrder};

findings_of_part! {
    /// A target is worse than where the measure or trajectory starts, by whether higher or lower is better.
    TARGET_AGAINST_ITS_DIRECTION: warning(
        "target-against-its-direction",
        "Correct the direction, the target or where it starts; where it may become worse for a time, say so in a note."
    )
}

/// Whether a value is worse than another.
fn is_worse(value: Fixed, than: Fixed, better: Direction) -> bool {
    match better {
        Direction::Higher => value.is_below(than),
        Direction::Lower => than.is_below(value),
    }
}

const fn words(better: Direction) -> &'static str {
    match better {
        Direction::Higher => "higher is better",
        Direction::Lower => "lower is better",
    }
}

/// Reports measures and trajectories whose targets are worse than their start.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    for (row, measure) in plan.measures.iter() {
        let (Some(better), Some(baseline), Some(target)) = (measure.direction(), measure.baseline(), measure.target())
        else {
            continue;
        };
        if is_worse(target.fixed(), baseline.fixed(), better) {
            let numbers = [target.fixed(), baseline.fixed()];
            let message = message(measure.name(), numbers, "it stands at", better);
            let places = [target.address(), baseline.address()];
            ledger.report(|| {
                Finding::of(&TARGET_AGAINST_ITS_DIRECTION, message).at_cells(places).at(
                    Table::Measure,
                    row.index(),
                    "direction",
                )
            });
        }
    }
    report_trajectories(ledger);
}

fn message(name: &str, [target, start]: [Fixed; 2], says: &str, better: Direction) -> String {
    let shown = |number: Fixed| format::number(number.value());
    format!("\"{name}\" is to come to {}, and {says} {}: {}.", shown(target), shown(start), words(better))
}

/// A checkpoint of a trajectory: which trajectory, when, its target and where it stands.
type Point = (Id<Trajectory>, DueDate, FigureKey, Number, CellAddress);

fn report_trajectories(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let points = plan.trajectory_points.iter().filter_map(|(row, point)| {
        let key = TARGET.at(subjects(point));
        let place = CellAddress { table: Table::TrajectoryPoint, row: row.index(), column: "target" };
        Some((point.trajectory(), point.due(), key, ledger.find(key)?, place))
    });
    let mut points: Vec<Point> = points.collect();
    points.order_by_key(|(trajectory, due, ..)| (trajectory.index(), due.last_day(), due.code()));
    for of_one in points.chunk_by(|left, right| left.0 == right.0) {
        let Some((id, ..)) = of_one.first() else { continue };
        let Some(trajectory) = plan.trajectories.get(*id) else { continue };
        let Some(better) = trajectory.direction() else { continue };
        let baseline = trajectory.baseline().map(|cell| (cell.fixed(), cell.address(), "it starts from"));
        // Without a baseline the last target is held against the first.
        let first = of_one.first().map(|(.., target, place)| (target.shown(), *place, "its first target is"));
        let from = if baseline.is_some() { 0 } else { of_one.len().saturating_sub(1).max(1) };
        let Some((start, place, says)) = baseline.or(first) else { continue };
        let worse = of_one.iter().skip(from).filter(|(.., target, _)| is_worse(target.shown(), start, better));
        let worse: Vec<&Point> = worse.collect();
        let Some((.., last, _)) = worse.last() else { continue };
        let message = message(trajectory.name(), [last.shown(), start], says, better);
        ledger.report(|| {
            let finding = worse.iter().fold(Finding::of(&TARGET_AGAINST_ITS_DIRECTION, message), |finding, point| {
                finding.at_cells([point.4]).figure(point.2)
            });
            finding.at_cells([place])
        });
    }
}

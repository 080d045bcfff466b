//! Values of measures and trajectories that are shares, and lie where no share can.

use crate::calculation::{CellAddress, Finding, Ledger, findings_of_part, format};
use crate::plan::{Id, Plan, Table};
use crate::quantity::{Fixed, InOrder};

findings_of_part! {
    /// A value of a measure or trajectory that is counted in % lies below 0 or above 100.
    MEASURE_BEYOND_PER_CENT: warning(
        "measure-beyond-per-cent",
        "Correct the value. Where it is no share of a whole, say in what it is counted of what it is the percentage, such as \
         % reduction or % against last year."
    )
}

/// Whether words for what is counted mean a share of a whole: `%`, or `% of patients`. What they call a change, such as
/// `% increase`, may be anything.
fn is_share(words: &str) -> bool {
    let words = words.trim().to_lowercase();
    let is_of = |rest: &str| rest.trim().is_empty() || rest.trim_start().starts_with("of ");
    let names = ["%", "percentage", "percent", "per cent"];
    names.iter().any(|name| words.strip_prefix(name).is_some_and(is_of))
}

/// Reports them: for each measure, and each trajectory with its points, once.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if !ledger.wants_findings() {
        return;
    }
    for (row, measure) in plan.measures.iter() {
        if measure.counted_in().is_some_and(is_share) {
            const VALUES: [&str; 5] = ["baseline", "target", "expected_from", "expected_to", "actual"];
            let cells = VALUES.map(|column| CellAddress { table: Table::Measure, row: row.index(), column });
            report_cells(ledger, measure.name(), &cells);
        }
    }
    let mut points: Vec<(u32, u32)> =
        plan.trajectory_points.iter().map(|(row, point)| (point.trajectory().index(), row.index())).collect();
    points.order_by(Ord::cmp);
    for (row, trajectory) in plan.trajectories.iter() {
        if trajectory.counted_in().is_some_and(is_share) {
            let first = points.partition_point(|(of, _)| *of < row.index());
            let own = points.iter().skip(first).take_while(|(of, _)| *of == row.index());
            let of_point = |(_, row): &(u32, u32)| {
                ["target", "actual"].map(|column| CellAddress { table: Table::TrajectoryPoint, row: *row, column })
            };
            let mut cells = vec![CellAddress { table: Table::Trajectory, row: row.index(), column: "baseline" }];
            cells.extend(own.flat_map(of_point));
            report_cells(ledger, trajectory.name(), &cells);
        }
    }
}

fn report_cells(ledger: &mut Ledger<'_>, name: &str, cells: &[CellAddress]) {
    let plan = ledger.plan;
    let hundred = Fixed::whole(100);
    let is_beyond = |number: Fixed| number.is_negative() || hundred.is_below(number);
    let beyond = |cell: &&CellAddress| plan.number(**cell).is_some_and(is_beyond);
    let beyond: Vec<CellAddress> = cells.iter().filter(beyond).copied().collect();
    if beyond.is_empty() {
        return;
    }
    let mut says: Vec<String> = beyond.iter().map(|cell| in_words(plan, *cell)).collect();
    says.order_by(Ord::cmp);
    let message =
        format!("\"{name}\" is counted in %, but {}: no share is below 0 or above 100%.", says.join(", and "));
    ledger.report(|| Finding::of(&MEASURE_BEYOND_PER_CENT, message).at_cells(beyond));
}

fn in_words(plan: &Plan, cell: CellAddress) -> String {
    let value = plan.number(cell).map(|number| format::number(number.value())).unwrap_or_default();
    let column = cell.column.replace('_', " ");
    let point = plan.trajectory_points.get(Id::at(cell.row)).filter(|_| cell.table == Table::TrajectoryPoint);
    match point {
        Some(point) => format!("its {column} by {} is {value}", point.due().words()),
        None => format!("its {column} is {value}"),
    }
}

//! Numbers that a plan gives in vain.

use super::replay::Replay;
use crate::pace::{Pace, at_once};
use crate::plan::{Ambiguous, CellAddress, Id, Plan, Table};
use crate::rules::contracts::why_not_used;

/// Numbers of one column on which no figure stands and by which no rule decides, all for the same reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUsed {
    /// The table.
    pub table: Table,
    /// The column.
    pub column: &'static str,
    /// The rows, in ascending order.
    pub rows: Vec<u32>,
    /// Why nothing stands on them, in words.
    pub why: String,
}

/// Why a number may stand under no figure.
enum Reason {
    /// It counts only together with these cells of its row.
    With(&'static [&'static str]),
    /// What the rule says.
    Words(&'static str),
    /// It is no quantity but numbers its row, and is shown with it.
    Label,
}

use Reason::{Label, With, Words};

/// For the columns whose numbers count only sometimes: when they do.
const REASONS: &[(Table, &str, Reason)] = &[
    (Table::Milestone, "number", Label),
    (Table::Programme, "number", Label),
    (Table::Measure, "actual", With(&["target"])),
    (Table::Measure, "target", With(&["actual"])),
    (Table::Measure, "baseline", With(&["target", "actual"])),
    (Table::Measure, "numerator", With(&["denominator"])),
    (Table::Measure, "denominator", With(&["numerator"])),
    (Table::Measure, "expected_from", With(&["actual"])),
    (Table::Measure, "expected_to", With(&["actual"])),
    (Table::PatientStory, "before", With(&["after"])),
    (Table::PopulationProjection, "base_year", With(&["horizon_year"])),
    (Table::PopulationProjection, "horizon_year", With(&["base_year"])),
    (Table::Reserve, "rate", With(&["base"])),
    (Table::Reserve, "base", With(&["rate"])),
    (Table::RiskCohort, "population", With(&["share", "team_population"])),
    (Table::Rota, "leaving", With(&["doctors"])),
    (Table::Rota, "sites", With(&["needed", "doctors"])),
    (Table::WorkforceYear, "uptake", With(&["students"])),
    (Table::WorkforceYear, "attrition", With(&["students"])),
    (
        Table::WorkforceTrajectory,
        "target",
        Words("no year of the trajectory states a position that could be held against it"),
    ),
    (Table::Trajectory, "baseline", Words("no checkpoint states a reduction or a value that could be held against it")),
    (Table::Lesson, "planned", With(&["achieved"])),
    (Table::Lesson, "achieved", With(&["planned"])),
    (Table::Project, "sites_planned", With(&["sites_now"])),
    (Table::GrowthDriver, "rate", Words("there is no spending in its years to which it applies")),
    (Table::CquinScheme, "eligible_base", Words("the scheme is worth a fixed sum, or no rate is known for it")),
    (Table::CquinScheme, "rate", Words("the scheme is worth a fixed sum, so that no rate is used")),
    (
        Table::CquinIndicator,
        "threshold",
        Words("the indicator is paid by another rule, or there is no evidence or achieved value yet"),
    ),
    (
        Table::CquinIndicator,
        "minimum",
        Words("the indicator is paid by another rule, or there is no evidence or achieved value yet"),
    ),
    (
        Table::CquinIndicator,
        "maximum",
        Words("the indicator is paid by another rule, or there is no evidence or achieved value yet"),
    ),
    (
        Table::CquinIndicator,
        "achieved",
        Words("there is no evidence of it, or the indicator has no threshold or is paid by milestones"),
    ),
    (
        Table::CquinMilestone,
        "achieved",
        Words("there is no evidence of it, or the indicator is not paid by milestones"),
    ),
    (Table::CquinBand, "threshold", Words("the indicator is not paid in steps, or nothing is achieved")),
    (
        Table::CquinBand,
        "share",
        Words("the indicator is not paid in steps, or the band is not the one that is reached"),
    ),
    (Table::PriceComparison, "own_price", With(&["other_price"])),
    (Table::PriceComparison, "other_price", With(&["own_price"])),
    (Table::PriceComparison, "volume", With(&["own_price", "other_price"])),
    (Table::ResourceLimit, "control_total", With(&["forecast_surplus"])),
    (Table::ResourceLimit, "limit", Words("no framework of the plan is held against it")),
    (Table::Allocation, "pace", With(&["target"])),
    (
        Table::Contract,
        "rate",
        Words("the value of the activity lies below the target, where another rate counts, or is not given"),
    ),
    (Table::Contract, "rate_below", Words("the value of the activity does not lie below the target, or is not given")),
    (Table::ActivityRule, "share", Words("the kind of this rule does not use it, or what goes with it is empty")),
];

/// What else there is to say.
const OTHERWISE: &str = "no figure stands on it: what would go with it is empty, or says that it does not count";

/// Why nothing stands on a row beside another about the same.
const LEFT_OUT: &str = "another row about the same counts";

/// The numbers of a plan on which no figure stands, with why, in the order of the tables and their columns.
///
/// ```
/// use one_plan_model::{example, outcome};
/// let plan = example::plan(r#""measures": [{"id": "m", "name": "Falls", "direction": "lower", "target": "30"}]"#);
/// let not_used = outcome::not_used(&plan);
/// assert_eq!((not_used[0].column, not_used[0].rows.as_slice()), ("target", [0].as_slice()));
/// assert_eq!(not_used[0].why, "it counts only together with actual, which is empty");
/// ```
pub fn not_used(plan: &Plan) -> Vec<NotUsed> {
    not_used_in(plan, &Replay::of(plan))
}

/// The same of a plan that was recorded already.
pub(crate) fn not_used_in(plan: &Plan, replay: &Replay) -> Vec<NotUsed> {
    let mut found: Vec<NotUsed> = Vec::new();
    let ambiguous = at_once(Ambiguous::of(plan, &Pace::UNBROKEN));
    let cells = replay.unused_cells();
    for of_column in cells.chunk_by(|left, right| (left.table, left.column) == (right.table, right.column)) {
        let of_this_column = found.len();
        let Some(of_table) = of_column.first().map(|cell| cell.table) else { continue };
        let counts = ambiguous.rows_that_count(plan, of_table);
        for CellAddress { table, row, column } in of_column.iter().copied() {
            let is_left_out = counts.get(row as usize) == Some(&false);
            let why =
                if is_left_out { Some(LEFT_OUT.to_owned()) } else { why(plan, CellAddress { table, row, column }) };
            let Some(why) = why else { continue };
            // A column has at most a handful of reasons.
            match found.iter_mut().skip(of_this_column).find(|one| one.why == why) {
                Some(one) => one.rows.push(row),
                None => found.push(NotUsed { table, column, rows: vec![row], why }),
            }
        }
    }
    found
}

/// Why nothing stands on a number; nothing for one that is not meant to have anything stand on it.
fn why(plan: &Plan, cell: CellAddress) -> Option<String> {
    let of_column = |(table, column, _): &&(Table, &str, Reason)| *table == cell.table && *column == cell.column;
    let reason = REASONS.iter().find(of_column).map(|(_, _, reason)| reason);
    if cell.table == Table::Contract
        && let Some(contract) = plan.contracts.get(Id::at(cell.row))
        && let Some(why) = contract.form().and_then(|form| why_not_used(form, cell.column))
    {
        return Some(why);
    }
    Some(match reason {
        Some(Label) => return None,
        Some(Words(words)) => (*words).to_owned(),
        Some(With(columns)) => {
            let is_empty =
                |column: &&&str| plan.content(cell.table, cell.row, column).is_none_or(|content| content.is_empty());
            let empty: Vec<String> = columns.iter().filter(is_empty).map(|column| column.replace('_', " ")).collect();
            match empty.as_slice() {
                [] => OTHERWISE.to_owned(),
                [one] => format!("it counts only together with {one}, which is empty"),
                several => format!("it counts only together with {}, which are empty", several.join(" and ")),
            }
        }
        None => OTHERWISE.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_about_a_column_that_there_is() {
        for (table, column, reason) in REASONS {
            assert!(table.column(column).is_some(), "{}.{column}", table.name());
            if let With(others) = reason {
                for other in *others {
                    assert!(table.column(other).is_some(), "{}.{other}", table.name());
                }
            }
        }
    }
}

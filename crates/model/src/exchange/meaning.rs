//! What can only be seen when the cells are understood: a second pass over the typed rows.

use super::Problem;
use crate::plan::{Id, Plan, Table};

/// The most years that a plan may have.
const LONGEST_PLAN: usize = 30;

/// A problem with the meaning of a row.
pub(super) struct MeaningProblem {
    pub(super) table: Table,
    pub(super) row: usize,
    pub(super) column: &'static str,
    pub(super) what: String,
    pub(super) expected: String,
}

/// Why the file of a plan could not be opened again, although each of its cells can be read; nothing if it can. A change
/// that brings such a problem is not to be made.
///
/// ```
/// use one_plan_model::exchange::unusable;
/// use one_plan_model::plan::{Edit, Table};
/// let mut plan = one_plan_model::example::plan(r#""organisations": []"#);
/// assert!(unusable(&plan).is_empty());
/// plan.apply(&[Edit::RemoveRows { table: Table::PlanDetails, rows: vec![0] }]);
/// assert_eq!(unusable(&plan)[0].what, "the table \"plan\" has 0 rows");
/// ```
pub fn unusable(plan: &Plan) -> Vec<Problem> {
    let problem = |found: MeaningProblem| Problem {
        table: Some(found.table.name().to_owned()),
        row: Some(found.row.saturating_add(1)),
        column: Some(found.column.to_owned()),
        ..Problem::of_file(found.what, found.expected)
    };
    problems(plan).into_iter().map(problem).collect()
}

pub(super) fn problems(plan: &Plan) -> Vec<MeaningProblem> {
    let mut problems = Vec::new();
    check_details(plan, &mut problems);
    check_size(plan, &mut problems);
    check_parents(plan, &mut problems);
    check_values(plan, &mut problems);
    problems
}

fn check_details(plan: &Plan, problems: &mut Vec<MeaningProblem>) {
    let mut report = |row, column, what: String, expected: &str| {
        problems.push(MeaningProblem { table: Table::PlanDetails, row, column, what, expected: expected.to_owned() });
    };
    if plan.plan.len() != 1 {
        let what = format!("the table \"plan\" has {} rows", plan.plan.len());
        report(plan.plan.len().saturating_sub(1), "title", what, "exactly one row");
    }
    // Of a file with other problems a year may be missing: then nothing can be said of their order.
    let is_given = |year| plan.written_cell(Table::PlanDetails, 0, year).is_some();
    let Some(details) = plan.details().filter(|_| is_given("first_year") && is_given("last_year")) else { return };
    if details.last_year() < details.first_year() {
        let what = format!("the last year {} lies before the first year {}", details.last_year(), details.first_year());
        report(0, "last_year", what, "the first year or a later one");
    } else if plan.years().len() > LONGEST_PLAN {
        report(0, "last_year", format!("the plan has {} years", plan.years().len()), "at most 30 years");
    }
}

/// The most combinations of lists, settings, kinds of activity and programmes: each may become a
/// figure, so there must be room for all of them.
const MOST_COMBINATIONS: usize = 1_000_000;
/// How deep lists and organisations may be nested.
const DEEPEST: usize = 30;

fn problem(table: Table, row: usize, column: &'static str, what: String, expected: &str) -> MeaningProblem {
    MeaningProblem { table, row, column, what, expected: expected.to_owned() }
}

/// The most drivers of growth: each multiplies every spending in every year.
const MOST_DRIVERS: usize = 200;

fn check_size(plan: &Plan, problems: &mut Vec<MeaningProblem>) {
    if plan.growth_drivers.len() > MOST_DRIVERS {
        let what = format!("the plan has {} drivers of growth", plan.growth_drivers.len());
        problems.push(problem(
            Table::GrowthDriver,
            MOST_DRIVERS,
            "rate",
            what,
            "at most 200: join those that work together",
        ));
    }
    let lists = plan.scheme_lists.len().max(1);
    let places = plan.settings.len().saturating_mul(plan.points_of_delivery.len());
    let combinations = places.saturating_mul(lists).saturating_add(plan.programmes.len().saturating_mul(lists));
    if combinations > MOST_COMBINATIONS {
        let what = format!(
            "the plan has {combinations} combinations of lists of schemes with programmes, settings and kinds of activity"
        );
        problems.push(problem(Table::SchemeList, 0, "id", what, "at most 1,000,000: fewer lists, or several plans"));
    }
}

/// Parts of parts of parts. What is, however far round, part of itself is no problem of the file: the rules leave it out and
/// report it.
fn check_parents(plan: &Plan, problems: &mut Vec<MeaningProblem>) {
    let circles = plan.circles();
    let plan = &plan.without_circles(&circles);
    let lists: Vec<_> = plan.scheme_lists.iter().map(|(_, list)| list.parent().map(Id::position)).collect();
    let organisations: Vec<_> = plan.organisations.iter().map(|(_, row)| row.parent().map(Id::position)).collect();
    for (table, parents) in [(Table::SchemeList, lists), (Table::Organisation, organisations)] {
        for row in 0..parents.len() {
            let mut above = parents.get(row).copied().flatten();
            let mut steps = 0;
            while let Some(parent) = above {
                steps += 1;
                if steps > DEEPEST {
                    break;
                }
                above = parents.get(parent).copied().flatten();
            }
            if steps > DEEPEST {
                let what = format!("this row is nested more than {DEEPEST} deep");
                problems.push(problem(table, row, "parent", what, "fewer levels"));
            }
        }
    }
    for (row, point) in plan.points_of_delivery.iter() {
        let whole = point.part_of().and_then(|whole| plan.points_of_delivery.get(whole));
        if whole.is_some_and(|whole| whole.part_of().is_some()) {
            let what = "this kind of activity is part of one that is itself a part".to_owned();
            let expected = "a kind of activity that is not a part";
            problems.push(problem(Table::PointOfDelivery, row.position(), "part_of", what, expected));
        }
    }
}

/// Values that no rule can use.
fn check_values(plan: &Plan, problems: &mut Vec<MeaningProblem>) {
    for (row, setting) in plan.settings.iter() {
        // These words stand in the ids of figures where a setting would.
        if ["list", "scheme"].contains(&setting.id()) {
            let what = format!("a setting cannot have the id \"{}\"", setting.id());
            problems.push(problem(Table::Setting, row.position(), "id", what, "another id, such as acute"));
        }
    }
    for (row, organisation) in plan.organisations.iter() {
        // The same for the sums over all organisations.
        if ["total", "scheme"].contains(&organisation.id()) {
            let what = format!("an organisation cannot have the id \"{}\"", organisation.id());
            problems.push(problem(Table::Organisation, row.position(), "id", what, "another id, such as trust"));
        }
    }
}

//! The details of a new plan, and the plan that they make.

use crate::components::capitalised;
use one_plan_model::plan::{Edit, NewRow, Plan, PlanDetails, RowType, Table};
use one_plan_model::quantity::FinancialYear;

/// What is wrong with the fields, by their position; each field once.
pub type Problems = Vec<(usize, String)>;

/// A plan with these details: its title, whose it is, its first and its last year; its baseline is the year before the first.
///
/// # Errors
///
/// What is wrong with the details.
pub fn new_plan([title, system, first, last]: &[String; 4]) -> Result<Plan, Problems> {
    let mut problems = Problems::new();
    for (at, text, words) in [(0, title, "The title"), (1, system, "Whose plan it is")] {
        if text.trim().is_empty() {
            problems.push((at, format!("{words} must be given.")));
        }
    }
    let mut year = |at: usize, words: &str, text: &str| {
        let read = FinancialYear::read(text).ok();
        if read.is_none() {
            problems.push((at, format!("{words} must be a financial year, such as 2026/27.")));
        }
        read
    };
    let from = year(2, "The first year", first);
    // A plan of one year needs no second.
    let until = if last.trim().is_empty() { from } else { year(3, "The last year", last) };
    let before = from.and_then(|first| FinancialYear::starting(first.start().checked_sub(1)?));
    if from.is_some() && before.is_none() {
        problems.push((2, "The first year must have a year before it.".to_owned()));
    }
    if from.zip(until).is_some_and(|(from, until)| until.start() < from.start()) {
        problems.push((3, "The last year must not be before the first.".to_owned()));
    }
    let (Some(from), Some(until), Some(before), true) = (from, until, before, problems.is_empty()) else {
        return Err(problems);
    };
    let (from, until, before) = (from.to_string(), until.to_string(), before.to_string());
    let cells: [(u8, &str); 5] = [
        (PlanDetails::title.position(), title.trim()),
        (PlanDetails::system.position(), system.trim()),
        (PlanDetails::first_year.position(), &from),
        (PlanDetails::last_year.position(), &until),
        (PlanDetails::base_year.position(), &before),
    ];
    let cells = cells.into_iter().map(|(at, text)| (at, text.into())).collect();
    let mut plan = Plan::default();
    let made = plan.apply(&[Edit::InsertRows { table: Table::PlanDetails, rows: vec![NewRow { at: 0, cells }] }]);
    match made.refused.into_iter().next() {
        None => Ok(plan),
        Some(refused) => {
            let is_system = refused.column == Some(PlanDetails::system.position());
            Err(vec![(
                usize::from(is_system),
                format!("{}. Expected: {}.", capitalised(&refused.problem.what), refused.problem.expected),
            )])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::exchange::{read_json, write_json};

    fn made(texts: [&str; 4]) -> Result<Plan, String> {
        let words = |problems: Problems| problems.into_iter().map(|(_, words)| words).collect::<Vec<_>>().join(" ");
        new_plan(&texts.map(str::to_owned)).map_err(words)
    }

    #[test]
    fn a_new_plan_is_a_plan_file() {
        let plan = made(["Plan", "Anywhere", "2026/27", ""]).expect("a plan");
        let read = read_json(write_json(&plan).as_bytes()).expect("its own file").plan;
        let details = read.details().expect("details");
        assert_eq!((details.title(), details.first_year().start(), details.last_year().start()), ("Plan", 2026, 2026));
        assert_eq!(details.base_year().start(), 2025);
    }

    #[test]
    fn what_is_missing_is_asked_for() {
        assert_eq!(made(["", "Anywhere", "2026/27", ""]).err().as_deref(), Some("The title must be given."));
        assert_eq!(made(["Plan", " ", "2026/27", ""]).err().as_deref(), Some("Whose plan it is must be given."));
        let all = made(["", "", "", ""]).err().unwrap_or_default();
        assert!(["The title", "Whose plan", "The first year"].iter().all(|words| all.contains(words)), "{all}");
        assert!(made(["Plan", "Anywhere", "2026", ""]).is_err());
        assert!(made(["Plan", "Anywhere", "2026/27", "2025/26"]).is_err());
    }
}

//! Milestones by when they are due: reached, not yet reached, overdue, and moved to a later date.

use crate::chart::{Due, DueState, Frame, Timeline};
use crate::components::{count_of, picture};
use crate::session::Session;
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{Id, Milestone, MilestoneStatus, Plan, Row};
use one_plan_model::quantity::{FinancialYear, Month};
use one_plan_model::rules::time::milestones::{OVERDUE, SLIPPED};
use std::collections::BTreeMap;
use yew::prelude::*;

/// More sequences than this nobody tells apart; the smaller ones share a row.
const MOST_ROWS: usize = 16;
/// So many columns have room on a wide screen.
const MOST_COLUMNS: i32 = 18;

/// The picture; one line where no milestone has a date.
pub(super) fn section(session: &Session) -> Html {
    let chart = chart(session.plan(), session.outcome());
    picture(session, "Milestones by when they are due", chart.as_ref(), "give milestones a day, a month or a year.")
}

/// A milestone with a date.
struct Dated<'a> {
    row: String,
    due: Month,
    first_due: Option<Month>,
    state: DueState,
    name: &'a str,
}

fn chart(plan: &Plan, outcome: &Outcome) -> Option<Timeline> {
    let dated: Vec<Dated<'_>> =
        plan.milestones.iter().filter_map(|(id, milestone)| of(plan, outcome, id, milestone)).collect();
    let as_of = plan.details().and_then(|details| details.as_of());
    let months =
        dated.iter().flat_map(|one| [Some(one.due), one.first_due]).flatten().chain(as_of.map(|day| day.month()));
    let (first, last) = months.clone().min().zip(months.max())?;
    if dated.is_empty() {
        return None;
    }
    let columns = Columns::between(first, last);
    let rows = rows(&dated);
    let position = |row: &String| rows.iter().position(|known| known == row).unwrap_or(rows.len());
    let mut marks: BTreeMap<(usize, usize, DueState, Option<usize>), Vec<String>> = BTreeMap::new();
    for one in &dated {
        let column = columns.of(one.due);
        let from = one.first_due.map(|month| columns.of(month)).filter(|from| *from != column);
        marks.entry((position(&one.row), column, one.state, from)).or_default().push(one.name.to_owned());
    }
    let overdue = dated.iter().filter(|one| one.state == DueState::Overdue).count();
    let moved = dated.iter().filter(|one| one.first_due.is_some()).count();
    let without = plan.milestones.len() - dated.len();
    let late = match as_of {
        Some(day) => {
            let overdue = count_of(overdue, "of them is overdue", "of them are overdue");
            format!("On {} {overdue}.", day.words())
        }
        None => "The plan does not say on which day it is looked at: none is counted as overdue.".to_owned(),
    };
    let description = format!(
        "{} with a date. {late} {} a later date than at first. {} no date.",
        count_of(dated.len(), "milestone", "milestones"),
        count_of(moved, "has", "have"),
        count_of(without, "has", "have")
    );
    let others = dated.iter().any(|one| !rows.contains(&one.row)).then(|| "Other sequences".to_owned());
    Some(Timeline {
        frame: Frame::new("milestones-timeline", "Milestones by when they are due", description),
        rows: rows.into_iter().chain(others).collect(),
        columns: columns.names(),
        dues: marks
            .into_iter()
            .map(|((row, column, state, from), names)| Due { row, column, from, state, names })
            .collect(),
        today: as_of.map(|day| (columns.passed(day.month()), format!("As of {}", day.words()))),
    })
}

/// A milestone as it is drawn; nothing where it has no date.
fn of<'a>(plan: &Plan, outcome: &Outcome, id: Id<Milestone>, milestone: Row<'a, Milestone>) -> Option<Dated<'a>> {
    let due = milestone.due()?.last_day().month();
    let counts = |figure| {
        outcome
            .value(figure)
            .is_some_and(|value| value.is_ok_and(|number| number.is_sign_positive() && !number.is_zero()))
    };
    let reached = milestone.reached().is_some() || milestone.status() == Some(MilestoneStatus::Achieved);
    let state = if counts(OVERDUE.at([id.index()])) {
        DueState::Overdue
    } else if reached {
        DueState::Reached
    } else {
        DueState::ToCome
    };
    let first_due = milestone.original().filter(|_| counts(SLIPPED.at([id.index()]))).map(|day| day.last_day().month());
    let programme = || milestone.programme().and_then(|programme| plan.programmes.get(programme)).map(|one| one.name());
    let organisation = || milestone.organisation().and_then(|of| plan.organisations.get(of)).map(|of| of.name());
    let row = milestone.series().or_else(programme).or_else(organisation).unwrap_or("Without a sequence").to_owned();
    Some(Dated { row, due, first_due, state, name: milestone.name() })
}

/// The sequences in the order of the plan; where they are many, those with the most milestones.
fn rows(dated: &[Dated<'_>]) -> Vec<String> {
    let mut rows: Vec<(String, usize)> = Vec::new();
    for one in dated {
        match rows.iter_mut().find(|(row, _)| *row == one.row) {
            Some((_, count)) => *count += 1,
            None => rows.push((one.row.clone(), 1)),
        }
    }
    if rows.len() > MOST_ROWS {
        let mut by_count: Vec<usize> = (0..rows.len()).collect();
        let count = |at: usize| rows.get(at).map_or(0, |(_, count)| *count);
        // Of those with as many the first stays first.
        by_count.sort_by_key(|at| std::cmp::Reverse(count(*at)));
        by_count.truncate(MOST_ROWS - 1);
        let mut at = 0..;
        rows.retain(|_| at.next().is_some_and(|at| by_count.contains(&at)));
    }
    rows.into_iter().map(|(row, _)| row).collect()
}

/// Stretches of time of equal length that begin with a financial year or a part of one.
struct Columns {
    first: i32,
    count: i32,
    months: i32,
}

impl Columns {
    /// Months where they have room, else quarters, else years.
    fn between(first: Month, last: Month) -> Self {
        let april = |month: Month| i32::try_from(month.index()).unwrap_or_default() - 3;
        let of = |months: i32| {
            let first = april(first).div_euclid(months);
            Self { first, count: april(last).div_euclid(months) - first + 1, months }
        };
        [1, 3].map(of).into_iter().find(|columns| columns.count <= MOST_COLUMNS).unwrap_or_else(|| of(12))
    }

    fn place(&self, month: Month) -> (i32, i32) {
        let months = i32::try_from(month.index()).unwrap_or_default() - 3;
        (months.div_euclid(self.months) - self.first, months.rem_euclid(self.months))
    }

    fn of(&self, month: Month) -> usize {
        usize::try_from(self.place(month).0).unwrap_or_default()
    }

    /// How many columns have passed in the middle of a month.
    fn passed(&self, month: Month) -> f64 {
        let (columns, months) = self.place(month);
        f64::from(columns) + (f64::from(months) + 0.5) / f64::from(self.months)
    }

    fn names(&self) -> Vec<String> {
        let name = |column: i32| {
            let index = (self.first + column) * self.months + 3;
            let first = Month::at(u32::try_from(index).unwrap_or_default());
            match self.months {
                1 => first.words(),
                12 => first.financial_year().as_ref().map(FinancialYear::to_string).unwrap_or_default(),
                months => {
                    let last = first.later(months - 1).words();
                    let from = first.words();
                    let from = from.split_once(' ').map_or(from.as_str(), |(name, _)| name);
                    format!("{from} to {last}")
                }
            }
        };
        (0..self.count).map(name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    fn timeline(tables: &str) -> Option<Timeline> {
        let example = example::outcome(tables);
        chart(&example.plan, &example.outcome)
    }

    #[test]
    fn milestones_of_one_sequence_and_month_are_one_mark_and_what_moved_has_where_it_was_first() {
        let timeline = timeline(
            r#""milestones": [
                {"id": "a", "name": "A", "series": "S", "due": "2011-04-30", "status": "achieved"},
                {"id": "b", "name": "B", "series": "S", "due": "2011-04", "status": "achieved"},
                {"id": "c", "name": "C", "series": "S", "original": "2011-05", "due": "2011-07"},
                {"id": "d", "name": "D", "series": "S"}
            ]"#,
        )
        .expect("three have a date");
        assert_eq!(timeline.columns, ["April 2011", "May 2011", "June 2011", "July 2011"]);
        let dues: Vec<_> = timeline.dues.iter().map(|due| (due.column, due.from, due.state, due.names.len())).collect();
        assert_eq!(dues, [(0, None, DueState::Reached, 2), (3, Some(1), DueState::ToCome, 1)]);
    }

    #[test]
    fn of_many_sequences_those_with_the_most_milestones_are_drawn_wherever_they_stand() {
        // 19 sequences with one milestone each, and behind them one with two.
        let names = (0..19).map(|at| format!("S{at}")).chain(["Long".to_owned(), "Long".to_owned()]);
        let rows: Vec<String> = names
            .enumerate()
            .map(|(at, series)| format!(r#"{{"id": "m{at}", "name": "M", "series": "{series}", "due": "2011-05"}}"#))
            .collect();
        let timeline = timeline(&format!(r#""milestones": [{}]"#, rows.join(","))).expect("all have a date");
        assert_eq!(timeline.rows.len(), MOST_ROWS);
        assert!(timeline.rows.contains(&"Long".to_owned()), "{:?}", timeline.rows);
        assert_eq!(timeline.rows.last().map(String::as_str), Some("Other sequences"));
    }

    #[test]
    fn a_plan_of_years_has_quarters_and_no_dates_no_picture() {
        let quarters = timeline(
            r#""milestones": [{"id": "a", "name": "A", "due": "2011-05"}, {"id": "b", "name": "B", "due": "2013-01"}]"#,
        )
        .expect("two have a date");
        assert_eq!(quarters.columns.first().map(String::as_str), Some("April to June 2011"));
        assert_eq!(quarters.columns.last().map(String::as_str), Some("January to March 2013"));
        assert!(timeline(r#""milestones": [{"id": "a", "name": "A"}]"#).is_none());
    }
}

//! The picture of a scheme: what is earned of each goal, what can still be earned and what is lost.

use crate::components::{cquin_ladder, figure_of, tag};
use crate::session::Session;
use one_plan_model::plan::{CquinIndicator, CquinScheme, Id, Plan, Row};
use one_plan_model::rules::cquin;
use yew::prelude::*;

/// Beyond so many bars a picture says less than the table.
const MOST_BARS: usize = 24;

/// The chart; empty where there is nothing to compare, or more than can be told apart.
pub(super) fn figure(session: &Session, scheme: Id<CquinScheme>, about: Row<'_, CquinScheme>) -> Html {
    let plan = session.plan();
    let goals = goals(plan, scheme);
    if !(2..=MOST_BARS).contains(&goals.len()) {
        return tag("div").html();
    }
    let has_goals =
        cquin::indicators_of(&plan.cquin_indicators, scheme).any(|(_, indicator)| indicator.goal().is_some());
    let what = if has_goals { "goal" } else { "indicator" };
    let title = format!("{}: earned, still to be earned and lost by {what}", about.name());
    let chart = cquin_ladder(session, format!("cquin-chart-{}", scheme.index()), title, what, goals);
    let heading = format!("Earned, still to be earned and lost by {what}, {}", chart.unit);
    figure_of(session, heading, "h3", &chart)
}

/// The goals of a scheme in the order in which the plan first names them, each with its indicators; an indicator without
/// a goal is a goal of its own.
fn goals(plan: &Plan, scheme: Id<CquinScheme>) -> Vec<(String, Vec<Id<CquinIndicator>>)> {
    let mut goals: Vec<(String, Vec<Id<CquinIndicator>>)> = Vec::new();
    for (id, indicator) in cquin::indicators_of(&plan.cquin_indicators, scheme) {
        let name = match indicator.goal() {
            Some(goal) => format!("Goal {goal}"),
            None => indicator.name().to_owned(),
        };
        match goals.iter_mut().find(|(goal, _)| *goal == name) {
            Some((_, indicators)) => indicators.push(id),
            None => goals.push((name, vec![id])),
        }
    }
    goals
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn indicators_of_one_goal_are_one_bar() {
        let plan = example::plan(
            r#""cquin_schemes": [{"id": "s", "name": "S", "year": "2011/12", "fixed_sum": "100", "unit": "£"}],
            "cquin_indicators": [
                {"id": "a", "name": "A", "scheme": "s", "goal": "3a", "weight": "20", "payment_rule": "all-or-nothing", "direction": "higher", "evidence": "yes"},
                {"id": "b", "name": "B", "scheme": "s", "weight": "50", "payment_rule": "all-or-nothing", "direction": "higher"},
                {"id": "c", "name": "C", "scheme": "s", "goal": "3a", "weight": "30", "payment_rule": "all-or-nothing", "direction": "higher"}
            ]"#,
        );
        let goals = goals(&plan, Id::at(0));
        assert_eq!(goals, [("Goal 3a".to_owned(), vec![Id::at(0), Id::at(2)]), ("B".to_owned(), vec![Id::at(1)])]);
    }
}

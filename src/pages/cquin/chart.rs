//! The picture of a scheme: what is earned and what is at risk of each goal.

use crate::chart::{Category, Series, StackedBar};
use crate::components::{chart_figure, drawn_money, shown, sum, tag};
use one_plan_model::calculation::Unit;
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{CquinScheme, Id, Plan, Row};
use one_plan_model::quantity::{Fault, MoneyUnit, Value};
use one_plan_model::rules::cquin;
use yew::prelude::*;

/// Beyond so many bars a picture says less than the table.
const MOST_BARS: usize = 16;

/// The chart; empty where there is nothing to compare, or more than can be told apart.
pub(super) fn figure(plan: &Plan, outcome: &Outcome, scheme: Id<CquinScheme>, about: Row<'_, CquinScheme>) -> Html {
    let goals = goals(plan, outcome, scheme);
    if !(2..=MOST_BARS).contains(&goals.len()) {
        return tag("div").html();
    }
    let has_goals =
        cquin::indicators_of(&plan.cquin_indicators, scheme).any(|(_, indicator)| indicator.goal().is_some());
    let what = if has_goals { "goal" } else { "indicator" };
    let (mut names, mut short_names) = (Vec::new(), Vec::new());
    let (mut earned, mut at_risk) = (Vec::new(), Vec::new());
    for goal in goals {
        let total = shown(sum([goal.earned, goal.at_risk]), Unit::Money, MoneyUnit::Thousands, 0, false);
        names.push(Category::new(goal.name, total.clone()));
        short_names.push(Category::new(goal.short, total));
        earned.push(drawn_money(goal.earned, MoneyUnit::Thousands, 0));
        at_risk.push(drawn_money(goal.at_risk, MoneyUnit::Thousands, 0));
    }
    let chart = StackedBar {
        id: format!("cquin-chart-{}", scheme.index()),
        title: format!("{}: earned and at risk by {what}", about.name()),
        description: format!(
            "Each bar is the value of one {what}: what is earned of it, and above it what is at risk."
        ),
        unit: "£000".to_owned(),
        series_heading: "Part".to_owned(),
        categories: names,
        series: vec![Series::new("Earned", earned), Series::new("At risk", at_risk)],
        plot_height: 260.0,
        ..StackedBar::default()
    };
    // On a narrow screen there is room for "3a" under a bar, but not for "Goal 3a".
    let narrow = StackedBar { categories: short_names, ..chart.narrow() };
    let heading = format!("Earned and at risk by {what}");
    chart_figure(heading, "h3", &chart.scene(), Some(&narrow.scene()), &chart.table())
}

/// The money of one goal.
#[cfg_attr(test, derive(Debug, PartialEq))]
struct Goal {
    name: String,
    short: String,
    earned: Value,
    at_risk: Value,
}

/// The goals of a scheme in the order in which the plan first names them; an indicator without a
/// goal is a goal of its own.
fn goals(plan: &Plan, outcome: &Outcome, scheme: Id<CquinScheme>) -> Vec<Goal> {
    let mut goals: Vec<Goal> = Vec::new();
    for (id, indicator) in cquin::indicators_of(&plan.cquin_indicators, scheme) {
        let value = |kind| outcome.value(kind).unwrap_or(Err(Fault::NotGiven));
        let earned = value(cquin::EARNED.at([id.index()]));
        let at_risk = value(cquin::AT_RISK.at([id.index()]));
        let (name, short) = match indicator.goal() {
            Some(goal) => (format!("Goal {goal}"), goal.to_owned()),
            None => (indicator.name().to_owned(), indicator.name().to_owned()),
        };
        match goals.iter_mut().find(|goal| goal.name == name) {
            Some(goal) => {
                goal.earned = sum([goal.earned, earned]);
                goal.at_risk = sum([goal.at_risk, at_risk]);
            }
            None => goals.push(Goal { name, short, earned, at_risk }),
        }
    }
    goals
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::quantity::whole;

    #[test]
    fn indicators_of_one_goal_are_one_bar() {
        let example = example::outcome(
            r#""cquin_schemes": [{"id": "s", "name": "S", "year": "2011/12", "fixed_sum": "100", "unit": "£"}],
            "cquin_indicators": [
                {"id": "a", "name": "A", "scheme": "s", "goal": "3a", "weight": "20", "payment_rule": "all-or-nothing", "direction": "higher", "evidence": "yes"},
                {"id": "b", "name": "B", "scheme": "s", "weight": "50", "payment_rule": "all-or-nothing", "direction": "higher"},
                {"id": "c", "name": "C", "scheme": "s", "goal": "3a", "weight": "30", "payment_rule": "all-or-nothing", "direction": "higher"}
            ]"#,
        );
        let goals = goals(&example.plan, &example.outcome, Id::at(0));
        assert_eq!(
            goals,
            [
                Goal { name: "Goal 3a".into(), short: "3a".into(), earned: Ok(whole(20)), at_risk: Ok(whole(30)) },
                Goal { name: "B".into(), short: "B".into(), earned: Ok(whole(0)), at_risk: Ok(whole(50)) },
            ]
        );
    }
}

//! At which setting of a lever a figure reaches a goal.

use super::choices::{figure_at, figure_field, figure_id, figures};
use super::flips::FlipsOfLever;
use crate::browser::in_slices;
use crate::components::{
    BEING_WORKED_OUT, Measure, NumberField, choice, choice_field, field_value, filters, tag, titled, use_kept_result,
    use_live_state, use_worked_out,
};
use crate::page_context::ViewProperties;
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, Unit};
use one_plan_model::pace::Pace;
use one_plan_model::plan::Plan;
use one_plan_model::quantity::{Decimal, Fixed, MoneyUnit};
use one_plan_model::scenario::lever::{By, NARROWED_BY};
use one_plan_model::scenario::{Goal, SetLever, goal_words, levers_of, seek_in_slices};
use std::rc::Rc;
use yew::prelude::*;

/// What is chosen. Where levers and figures stand changes with the plan, so they are known by what they are.
#[derive(Clone, PartialEq)]
struct Chosen {
    lever: Option<Rc<str>>,
    figure: Option<Rc<str>>,
    target: Option<Decimal>,
}

/// What a lever is, whatever stands in the plan beside it.
fn lever_id(plan: &Plan, lever: &SetLever) -> String {
    let mut id = lever.kind.word().to_owned();
    for ((name, by), of) in NARROWED_BY.iter().zip(&lever.narrowing) {
        let Some(of) = of else { continue };
        let of = match by {
            By::Row(table) => plan.identifier(*table, *of).map(str::to_owned),
            By::Word(choices) => choices.get(*of as usize).map(|choice| choice.word.to_owned()),
        };
        id.push_str(&format!(" {name} {}", of.unwrap_or_default()));
    }
    id
}

/// Where the lever that is chosen stands among those that move something; the first where it is gone, or none is chosen.
fn lever_at(plan: &Plan, all: &[SetLever], chosen: Option<&str>) -> usize {
    all.iter().position(|lever| Some(lever_id(plan, lever).as_str()) == chosen).unwrap_or_default()
}

/// The section.
#[component]
pub fn GoalSeek(properties: &ViewProperties) -> Html {
    let session = &properties.context.session;
    let plan = session.plan();
    // Two may be chosen faster than the page is drawn.
    let choosing = use_live_state(|| Chosen { lever: None, figure: None, target: Some(Decimal::ZERO) });
    let chosen = choosing.get();
    // Whether a lever moves anything is asked of every row.
    let all = use_kept_result(session, ("levers", 0), (), false, |session, ()| Rc::new(levers_of(session.plan())));
    // What would be is computed many times over to find where the figure reaches the goal.
    let of = (session.clone(), chosen.clone(), all.clone());
    let found = use_worked_out(
        of,
        0,
        |(session, chosen, all): (Session, Chosen, Option<Rc<Vec<SetLever>>>), wanted| async move {
            let all = all?;
            let work = async |pace: &Pace<'_>| answer(&session, &chosen, &all, pace).await;
            in_slices(work, |_| {}, || wanted.is_wanted()).await
        },
    );
    let busy = if found.is_none() { "true" } else { "false" };
    let found = found.unwrap_or_else(|| BEING_WORKED_OUT.to_owned());
    let onlever = Callback::from({
        let (choosing, session, all) = (choosing.clone(), session.clone(), all.clone());
        move |event: Event| {
            let lever = all.as_ref().and_then(|all| all.get(field_value(&event).parse::<usize>().ok()?));
            choosing.change(|chosen| chosen.lever = lever.map(|lever| lever_id(session.plan(), lever).into()));
        }
    });
    let onfigure = Callback::from({
        let (choosing, session) = (choosing.clone(), session.clone());
        move |event: Event| {
            let at = field_value(&event).parse().unwrap_or_default();
            choosing.change(|chosen| chosen.figure = figure_id(&session, at));
        }
    });
    let levers = all.as_deref().map(Vec::as_slice).unwrap_or_default();
    let lever_now = lever_at(plan, levers, chosen.lever.as_deref());
    let figure_now = figure_at(session, chosen.figure.as_deref());
    let options = levers.iter().enumerate();
    let options = options.map(|(at, lever)| choice(at.to_string(), lever.name(plan), at == lever_now).html());
    let onnumber = Callback::from(move |target| choosing.change(|chosen| chosen.target = target));
    let unit = figures(session).get(figure_now).map_or(Unit::Money, |figure| figure.kind.unit);
    let (label, measure) = match unit {
        Unit::Percent => ("Goal, per cent", Measure::Percent),
        Unit::Money => ("Goal, £", Measure::Money(MoneyUnit::Pounds)),
        _ => ("Goal, in the unit of the figure", Measure::Number),
    };
    let target = tag("div").class("field").child(tag("p").class("field__label").words(label));
    let fields = vec![
        choice_field("goal-lever", "Lever", options.collect(), onlever),
        figure_field(session, "goal-figure", figure_now, onfigure),
        target.child(html! { <NumberField id="goal-target" {label} {measure} value={chosen.target} {onnumber} /> }),
    ];
    titled("goal-title", "What would it take?")
        .attribute("aria-busy", busy)
        .child(filters(fields, found))
        .child(html! { <FlipsOfLever context={properties.context.clone()} lever={levers.get(lever_now).cloned()} /> })
        .html()
}

/// What is found for what is chosen.
async fn answer(session: &Session, chosen: &Chosen, all: &[SetLever], pace: &Pace<'_>) -> String {
    let lever = all.get(lever_at(session.plan(), all, chosen.lever.as_deref()));
    let figure = figures(session).get(figure_at(session, chosen.figure.as_deref())).copied();
    match (lever, figure, chosen.target) {
        (Some(lever), Some(figure), Some(target)) => sentence(session.plan(), lever, (figure, target), pace).await,
        _ => "Give what the figure is to be.".to_owned(),
    }
}

/// What is found, in sentences.
async fn sentence(plan: &Plan, lever: &SetLever, (figure, target): (FigureKey, Decimal), pace: &Pace<'_>) -> String {
    let unit = figure.kind.unit;
    let target = Fixed::from(target);
    let target = if unit == Unit::Percent { target.over(Fixed::HUNDRED) } else { target };
    let goal = Goal { figure, target };
    goal_words(plan, lever, goal, &seek_in_slices(plan, lever, goal, pace).await).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn a_lever_that_is_chosen_stays_the_same_when_others_go() {
        let with = |ids: &str| {
            let rows: Vec<String> = ids.chars().map(|id| format!(r#"{{"id": "{id}", "name": "{id}"}}"#)).collect();
            let scheme = |id: char| {
                format!(
                    r#"{{"id": "s{id}", "list": "l", "name": "S", "programme": "{id}", "gross": "1", "unit": "£000"}}"#
                )
            };
            let schemes: Vec<String> = ids.chars().map(scheme).collect();
            example::plan(&format!(
                r#""programmes": [{}], "scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}], "schemes": [{}]"#,
                rows.join(", "),
                schemes.join(", ")
            ))
        };
        let (before, after) = (with("abc"), with("ac"));
        let (all, fewer) = (levers_of(&before), levers_of(&after));
        assert_eq!(all.len(), fewer.len() + 1);
        for (at, lever) in all.iter().enumerate() {
            let now = fewer.get(lever_at(&after, &fewer, Some(&lever_id(&before, lever))));
            let name = lever.name(&before);
            let is_gone = name.ends_with("programme b");
            assert_eq!(lever_at(&before, &all, Some(&lever_id(&before, lever))), at);
            assert_eq!(now.map(|now| now.name(&after) == name), Some(!is_gone), "{name}");
        }
    }
}

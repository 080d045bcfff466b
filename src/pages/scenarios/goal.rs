//! At which setting of a lever a figure reaches a goal.

use super::choices::{figure_field, figures, first_figure};
use super::flips::FlipsOfLever;
use crate::browser::in_slices;
use crate::components::{
    BEING_WORKED_OUT, Measure, NumberField, choice, choice_field, field_value, filters, tag, titled, use_kept_result,
    use_worked_out,
};
use crate::page_context::ViewProperties;
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, Unit, format};
use one_plan_model::pace::Pace;
use one_plan_model::plan::Plan;
use one_plan_model::quantity::{Decimal, Fixed, MoneyUnit};
use one_plan_model::scenario::{Goal, SetLever, levers_of, seek_in_slices};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, Copy, PartialEq)]
struct Chosen {
    lever: usize,
    figure: usize,
    target: Option<Decimal>,
}

/// The section.
#[component]
pub fn GoalSeek(properties: &ViewProperties) -> Html {
    let session = &properties.context.session;
    let plan = session.plan();
    let first = Chosen { lever: 0, figure: first_figure(session), target: Some(Decimal::ZERO) };
    let chosen = use_state_eq(|| first);
    // Whether a lever moves anything is asked of every row.
    let all = use_kept_result(session, ("levers", 0), (), false, |session, ()| Rc::new(levers_of(session.plan())));
    // What would be is computed many times over to find where the figure reaches the goal.
    let of = (session.clone(), *chosen, all.clone());
    let found = use_worked_out(
        of,
        0,
        |(session, chosen, all): (Session, Chosen, Option<Rc<Vec<SetLever>>>), wanted| async move {
            let all = all?;
            let work = async |pace: &Pace<'_>| answer(&session, chosen, &all, pace).await;
            in_slices(work, |_| {}, || wanted.is_wanted()).await
        },
    );
    let busy = if found.is_none() { "true" } else { "false" };
    let found = found.unwrap_or_else(|| BEING_WORKED_OUT.to_owned());
    let choose = |set: fn(Chosen, usize) -> Chosen| {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| chosen.set(set(*chosen, field_value(&event).parse().unwrap_or_default())))
    };
    let options = all.iter().flat_map(|all| all.iter()).enumerate();
    let options = options.map(|(at, lever)| choice(at.to_string(), lever.name(plan), at == chosen.lever).html());
    let onnumber = Callback::from({
        let chosen = chosen.clone();
        move |target| chosen.set(Chosen { target, ..*chosen })
    });
    let unit = figures(session).get(chosen.figure).map_or(Unit::Money, |figure| figure.kind.unit);
    let (label, measure) = match unit {
        Unit::Percent => ("Goal, per cent", Measure::Percent),
        Unit::Money => ("Goal, £", Measure::Money(MoneyUnit::Pounds)),
        _ => ("Goal, in the unit of the figure", Measure::Number),
    };
    let target = tag("div").class("field").child(tag("p").class("field__label").words(label));
    let fields = vec![
        choice_field("goal-lever", "Lever", options.collect(), choose(|chosen, lever| Chosen { lever, ..chosen })),
        figure_field(session, "goal-figure", chosen.figure, choose(|chosen, figure| Chosen { figure, ..chosen })),
        target.child(html! { <NumberField id="goal-target" {label} {measure} value={chosen.target} {onnumber} /> }),
    ];
    titled("goal-title", "What would it take?")
        .attribute("aria-busy", busy)
        .child(filters(fields, found))
        .child(html! { <FlipsOfLever context={properties.context.clone()} lever={chosen.lever} /> })
        .html()
}

/// What is found for what is chosen.
async fn answer(session: &Session, chosen: Chosen, all: &[SetLever], pace: &Pace<'_>) -> String {
    let lever = all.get(chosen.lever);
    let figure = figures(session).get(chosen.figure).copied();
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
    let found = seek_in_slices(plan, lever, Goal { figure, target }, pace).await;
    let wanted = format!("{} of {} or more", figure.label(plan), format::in_unit(target.value(), unit));
    if found.moves == 0 {
        return format!("{}: this plan has no number that it moves.", lever.name(plan));
    }
    if found.crossings.is_empty() {
        let which = if found.always(target) { "wherever it is set" } else { "nowhere" };
        let ends = [found.range.0, found.range.1].map(|end| lever.setting_words(end));
        return format!("{}: {wanted} {which} between {} and {}.", lever.name(plan), ends[0], ends[1]);
    }
    let mut words: Vec<String> = Vec::new();
    for crossing in &found.crossings {
        let side = if crossing.reached_above { "from here up" } else { "up to here" };
        let exact = if crossing.exact.is_some() {
            "That is where it turns, exactly."
        } else {
            "That is where it turns, found as closely as a lever can be set."
        };
        words.push(format!("{}: {wanted}, {side}. {exact}", lever.set_to(crossing.reached()).words(plan)));
    }
    words.join(" ")
}

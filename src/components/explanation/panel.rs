use super::dependents::dependents;
use super::printed::printed;
use super::sensitivity::WhatMovesIt;
use super::step_list::step_list;
use crate::components::{Tag, nodes, tag};
use crate::session::Session;
use gloo::utils::window;
use one_plan_model::calculation::FigureKey;
use one_plan_model::outcome::{Explanation, Link};
use one_plan_model::plan::Plan;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`ExplanationPanel`].
#[derive(Clone, PartialEq, Properties)]
pub struct ExplanationPanelProperties {
    /// The plan that is open.
    pub session: Option<Session>,
    /// The figure that is explained, last, after those that led to it; empty when nothing is.
    pub trail: Rc<[FigureKey]>,
    /// How many steps are shown.
    pub most_steps: usize,
    /// Explains a figure that the explanation names.
    pub ondeeper: Callback<FigureKey>,
    /// Shows more steps.
    pub onmore: Callback<()>,
    /// Goes back to the figure before.
    pub onback: Callback<()>,
    /// Takes the explanation away.
    pub onclose: Callback<()>,
}

/// Why a number is what it is: the formula with its values, the steps and the cells of the plan it stands on, what
/// stands on it, and what would change it. Beside the page where there is room, over its lower part where there is not.
///
/// Its element stays when there is nothing to explain; only its content goes.
#[component]
pub fn ExplanationPanel(properties: &ExplanationPanelProperties) -> Html {
    let figure = properties.trail.last().copied();
    let found =
        use_memo((properties.session.clone(), figure), |(session, figure)| explanation(session.as_ref(), *figure));
    let aside = tag("aside");
    match properties.session.as_ref().zip(figure) {
        None => aside.flag("hidden", true),
        Some((session, figure)) => aside
            .class("panel")
            .attribute("aria-labelledby", "explanation-title")
            .child(content(properties, session, figure, (*found).as_ref())),
    }
    .html()
}

/// Why a figure is what it is. Where nothing is explained the plan is not recorded, for which it is computed once more: that
/// would be with every change.
fn explanation(session: Option<&Session>, figure: Option<FigureKey>) -> Option<Explanation> {
    let (session, figure) = (session?, figure?);
    session.outcome().recording(session.plan()).explain(session.plan(), figure)
}

/// What stands in the panel. There is no explanation where the plan no longer gives rise to the figure.
fn content(
    properties: &ExplanationPanelProperties,
    session: &Session,
    figure: FigureKey,
    explanation: Option<&Explanation>,
) -> Html {
    let plan = session.plan();
    let close = button("button button--secondary button--small panel__close", "✕", &properties.onclose).words("Close");
    let mut back = tag("div").class("panel__back");
    if let Some(before) = properties.trail.iter().rev().nth(1) {
        let words = format!("Back to {}", before.label(plan));
        back = back.child(button("button button--quiet", "←", &properties.onback).words(words));
    }
    let title = tag("h2").id("explanation-title").attribute("tabindex", "-1").words(figure.label(plan));
    let reasons = match explanation {
        Some(explanation) => reasons(properties, session, figure, explanation),
        None => tag("p").words("The plan no longer gives rise to this number.").html(),
    };
    nodes(vec![
        tag("div").class("panel__head").child(title).child(close).html(),
        back.html(),
        // Each figure in an element of its own: what was opened for one is closed for the next.
        tag("div").child(tag("div").key(figure.id(plan)).child(reasons)).html(),
    ])
}

fn reasons(
    properties: &ExplanationPanelProperties,
    session: &Session,
    figure: FigureKey,
    explanation: &Explanation,
) -> Html {
    let (plan, kind) = (session.plan(), figure.kind);
    let mut with_values = tag("div");
    if let Some(formula) = &explanation.formula {
        with_values = with_values.child(tag("p").class("formula formula--values").words(format!("= {formula}")));
    }
    let steps =
        step_list(plan, &explanation.steps, properties.most_steps, &properties.ondeeper, properties.onmore.clone());
    let moves = html! {
        <WhatMovesIt session={session.clone()} {figure} />
    };
    let print = button(
        "button button--quiet",
        "",
        &Callback::from(|()| {
            let _ = window().print();
        }),
    );
    nodes(vec![
        tag("p")
            .class("panel__figure")
            .attribute("data-explained", figure.id(plan))
            .words(explanation.shown.clone())
            .html(),
        with_values.html(),
        tag("p").class("formula").words(kind.formula).html(),
        tag("div").child(printed(session, figure)).html(),
        tag("h3").words("Step by step").html(),
        steps,
        tag("h3").words("In this plan").html(),
        tag("p").words(where_numbers_stand(plan, explanation)).html(),
        tag("h3").words("The rule").html(),
        tag("p").words(format!("First described in: {}.", kind.source.trim_end_matches('.'))).html(),
        tag("div").child(dependents(session, figure, &properties.ondeeper)).html(),
        tag("div").child(moves).html(),
        details(plan, figure).html(),
        tag("p").class("toolbar").child(print.words("Print this explanation")).html(),
    ])
}

/// Where the numbers of this plan stand.
fn where_numbers_stand(plan: &Plan, explanation: &Explanation) -> String {
    // Where the numbers of this plan stand is one thing, from which document the rule is known another: a plan is
    // not made of the document of its rules.
    let names_rows = explanation.steps.iter().any(|step| matches!(step.link, Some(Link::Cell { .. })));
    let leads_on = explanation.steps.iter().any(|step| step.link.is_some());
    let numbers = match (names_rows, leads_on) {
        (true, _) => "The numbers stand in the rows of this plan that are named above.",
        (false, true) => {
            "The numbers above follow from rows of this plan: press one of them to come nearer to its rows."
        }
        (false, false) => "It follows from the rows of this plan of which the formula speaks.",
    };
    let mut numbers = numbers.to_owned();
    if let Some(name) = plan.details().and_then(|details| details.document()) {
        numbers.push_str(&format!(" The document: {name}."));
    }
    numbers
}

/// What other programs call the figure.
fn details(plan: &Plan, figure: FigureKey) -> Tag {
    tag("details")
        .class("disclosure")
        .child(tag("summary").words("Details"))
        .child(
            tag("p")
                .class("panel__note")
                .words("In exports, in the address and in the JavaScript API this number is ")
                .child(tag("code").words(figure.id(plan)))
                .words("."),
        )
        .child(tag("p").class("panel__note").words(format!("Its rule is {}.", figure.kind.rule)))
}

fn button(class: &'static str, sign: &'static str, onpress: &Callback<()>) -> Tag {
    tag("button")
        .attribute("type", "button")
        .class(class)
        .onclick(onpress.reform(|_| ()))
        .child(tag("span").attribute("aria-hidden", "true").words(sign))
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::outcome::resolve;

    #[test]
    fn a_plan_is_recorded_when_something_is_explained_and_not_before() {
        let plan = example::plan(
            r#""scheme_lists": [{"id": "a", "name": "A", "year": "2011/12"}],
            "schemes": [{"id": "b", "name": "B", "list": "a", "gross": "300", "unit": "£000"}]"#,
        );
        let outcome = one_plan_model::outcome::compute(&plan);
        let session = Session::open(plan, outcome, "plan.json");
        let figure = resolve(session.plan(), "schemes.list.a.gross").expect("the plan gives rise to it");
        assert!(explanation(Some(&session), None).is_none() && !session.outcome().is_recorded());
        assert!(explanation(Some(&session), Some(figure)).is_some() && session.outcome().is_recorded());
    }
}

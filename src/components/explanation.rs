use super::cell_place;
use super::step_list::StepList;
use crate::session::Session;
use one_plan_model::calculation::FigureKey;
use one_plan_model::outcome::{self, explain};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Explanation`].
#[derive(Clone, PartialEq, Properties)]
pub struct ExplanationProperties {
    /// The plan that is open.
    pub session: Option<Session>,
    /// The figure that is explained, last, after those that led to it.
    pub trail: Rc<[FigureKey]>,
    /// Explains a figure that the explanation names.
    pub deeper: Callback<FigureKey>,
    /// Goes back to the figure before.
    pub back: Callback<()>,
    /// Takes the explanation away.
    pub close: Callback<()>,
}

/// Why a number is what it is: the rule, the steps, and the cells of the plan it stands on. Beside
/// the page where there is room, over its lower part where there is not.
///
/// Its element stays when there is nothing to explain; only its content goes.
#[component]
pub fn Explanation(properties: &ExplanationProperties) -> Html {
    let figure = properties.trail.last().copied();
    let explanation = use_memo((properties.session.clone(), figure), |(session, figure)| {
        let (session, figure) = (session.as_ref()?, (*figure)?);
        explain(session.plan(), figure)
    });
    let shown = properties.session.as_ref().zip(figure);
    html! {
        <aside
            class={classes!(shown.is_some().then_some("panel"))}
            hidden={shown.is_none()}
            aria-labelledby={shown.map(|_| "explanation-title")}
        >
            { for shown.map(|(session, figure)| content(properties, session, figure, (*explanation).as_ref())) }
        </aside>
    }
}

fn content(
    properties: &ExplanationProperties,
    session: &Session,
    figure: FigureKey,
    explanation: Option<&outcome::Explanation>,
) -> Html {
    let plan = session.plan();
    let before = properties.trail.iter().rev().nth(1).map(|figure| figure.label(plan));
    let close = properties.close.reform(|_: MouseEvent| ());
    let back = properties.back.reform(|_: MouseEvent| ());
    html! {
        <>
            <div class="panel__head">
                <h2 id="explanation-title" tabindex="-1">{ figure.label(plan) }</h2>
                <button type="button" class="button button--secondary button--small panel__close" onclick={close}>
                    <span aria-hidden="true">{ "✕" }</span>{ "Close" }
                </button>
            </div>
            <div class="panel__back">
                if let Some(before) = before {
                    <button type="button" class="button button--quiet" onclick={back}>
                        <span aria-hidden="true">{ "←" }</span>{ format!("Back to {before}") }
                    </button>
                }
            </div>
            <div>
                { match explanation {
                    Some(explanation) => reasons(properties, session, figure, explanation),
                    None => html! { <p>{ "The plan no longer gives rise to this number." }</p> },
                } }
            </div>
        </>
    }
}

fn reasons(
    properties: &ExplanationProperties,
    session: &Session,
    figure: FigureKey,
    explanation: &outcome::Explanation,
) -> Html {
    let plan = session.plan();
    let document = plan.details().and_then(|details| details.document.clone());
    html! {
        <>
            <p class="panel__figure" data-explained={figure.id(plan)}>{ &explanation.shown }</p>
            <h3>{ "How it is worked out" }</h3>
            <p class="formula">{ figure.kind.formula }</p>
            <h3>{ "Step by step" }</h3>
            <StepList steps={explanation.steps.clone()} deeper={properties.deeper.clone()} session={session.clone()} />
            <h3>{ "Where this comes from" }</h3>
            <p>{ format!("Rule {}: {}.", figure.kind.rule, figure.kind.source.trim_end_matches('.')) }</p>
            <div>
                if let Some(document) = document {
                    <p class="panel__note">{ format!("The document: {document}.") }</p>
                }
            </div>
            <p class="panel__note">{ "In exports and in the JavaScript API this number is " }<code>{ figure.id(plan) }</code>{ "." }</p>
        </>
    }
}

/// The places of cells, one under the other.
pub fn cell_places(session: &Session, places: &[one_plan_model::calculation::CellAddress]) -> Html {
    html! {
        <ul class="cell-places">
            { for places.iter().enumerate().map(|(position, address)| html! {
                <li key={position}>{ cell_place(session.plan(), *address) }</li>
            }) }
        </ul>
    }
}

//! The explanation of a figure beside the page, and the ways through it.

use super::hooks::went_to_explanation_before;
use super::state::{Action, State};
use crate::components::ExplanationPanel;
use yew::prelude::*;

/// The explanation; its element is empty where nothing is explained.
pub fn explanation(state: &UseReducerHandle<State>) -> Html {
    let dispatching = |action: Action| {
        let dispatcher = state.dispatcher();
        Callback::from(move |()| dispatcher.dispatch(action.clone()))
    };
    let ondeeper = Callback::from({
        let dispatcher = state.dispatcher();
        move |figure| dispatcher.dispatch(Action::ExplainDeeper(figure))
    });
    let onback = Callback::from({
        let dispatcher = state.dispatcher();
        move |()| {
            if !went_to_explanation_before() {
                dispatcher.dispatch(Action::ExplainBefore);
            }
        }
    });
    html! {
        <ExplanationPanel
            session={state.session().cloned()}
            trail={state.trail()}
            most_steps={state.most_steps()}
            {ondeeper}
            onmore={dispatching(Action::MoreSteps)}
            {onback}
            onclose={dispatching(Action::CloseExplanation)}
        />
    }
}

/// Escape closes the explanation; while a file is read it stops that.
pub fn closing_by_key(state: &UseReducerHandle<State>) -> Callback<KeyboardEvent> {
    let state = state.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" && state.reading().is_none() && state.explained().is_some() {
            state.dispatch(Action::CloseExplanation);
        }
    })
}

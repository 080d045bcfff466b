use super::browser;
use super::state::title;
use super::{Action, State};
use crate::open_file::RefusalSummary;
use one_plan_model::exchange::write_json;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Properties of [`Notices`].
#[derive(Clone, PartialEq, Properties)]
pub struct NoticesProperties {
    /// What is shown.
    pub state: State,
    /// Takes what the person decides.
    pub state_changes: UseReducerDispatcher<State>,
    /// Asks for another file.
    pub choose: Callback<()>,
}

/// What a person must see before anything else: a file is being read, a file was not opened, or
/// changes would be lost.
#[component]
pub fn Notices(properties: &NoticesProperties) -> Html {
    let NoticesProperties { state, state_changes, choose } = properties;
    let dismiss = Callback::from({
        let state_changes = state_changes.clone();
        move |()| state_changes.dispatch(Action::DismissRefusal)
    });
    let still_open = state.session().map(|session| AttrValue::from(title(session)));
    // Each notice has an element of its own, so that one may come while another goes.
    html! {
        <>
            <div>
                if let Some(name) = state.reading() {
                    <div class="notice">
                        <p><strong>{ format!("Reading {name} …") }</strong></p>
                    </div>
                }
            </div>
            <div>
                if let Some(refusal) = state.refusal() {
                    <RefusalSummary refusal={refusal.clone()} {still_open} choose={choose.clone()} {dismiss} />
                }
            </div>
            <div>
                if state.waiting().is_some() {
                    <UnsavedQuestion state={state.clone()} state_changes={state_changes.clone()} choose={choose.clone()} />
                }
            </div>
        </>
    }
}

/// Asks what becomes of changes that are not saved when another plan was opened.
#[component]
fn UnsavedQuestion(properties: &NoticesProperties) -> Html {
    let question = use_node_ref();
    use_effect_with((), {
        let question = question.clone();
        move |()| {
            if let Some(element) = question.cast::<HtmlElement>() {
                let _ = element.focus();
            }
        }
    });
    let NoticesProperties { state, state_changes, .. } = properties;
    let act = |action: Action| {
        let state_changes = state_changes.clone();
        Callback::from(move |_: MouseEvent| state_changes.dispatch(action.clone()))
    };
    let save = Callback::from({
        let (session, state_changes) = (state.session().cloned(), state_changes.clone());
        move |_: MouseEvent| {
            let written =
                session.as_ref().map(|session| browser::save(session.file_name(), &write_json(session.plan())));
            if matches!(written, Some(Ok(()))) {
                state_changes.dispatch(Action::OpenWaiting);
            }
        }
    });
    let (Some(open), Some(waiting)) = (state.session(), state.waiting()) else { return html! { <span></span> } };
    html! {
        <div class="notice notice--warn" role="alertdialog" tabindex="-1" aria-labelledby="unsaved-title" ref={question}>
            <h2 id="unsaved-title">{ format!("{} has changes that are not saved", title(open)) }</h2>
            <p>{ format!("They are lost when {} takes its place.", waiting.file_name()) }</p>
            <div class="toolbar">
                <button type="button" class="button" onclick={save}>{ "Save them, then open the other plan" }</button>
                <button type="button" class="button button--secondary" onclick={act(Action::OpenWaiting)}>{ "Open it without saving" }</button>
                <button type="button" class="button button--quiet" onclick={act(Action::StayWithPlan)}>{ "Stay with this plan" }</button>
            </div>
        </div>
    }
}

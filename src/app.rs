//! The application: what stands around every page, and what a press does.
//!
//! What is shown follows from one [`State`]; everything a person does is an [`Action`] on it. What
//! touches the browser beside the page itself (the address, the title, the focus) is in `app/hooks`.

mod board_pack;
mod find;
mod footer;
mod hooks;
mod host_mode;
mod keeping;
mod load_questions;
mod masthead;
mod notices;
mod page_tabs;
mod page_view;
mod plan_menu;
mod save;
mod seal_notice;
mod state;

pub use host_mode::HostMode;
pub use state::{Action, State};

use crate::browser::{focus_first, measure_letters, now};
use crate::components::{ExplanationPanel, Remembered};
use crate::navigation::Page;
use crate::open_file::{Progress, Source, choose_hidden_file, read};
use crate::page_context::PageContext;
use crate::session::Kept;
use footer::Footer;
use hooks::{
    state_of_address, use_address, use_document_title, use_dropped_files, use_focus, use_focus_on_notices,
    use_kept_work, use_refused_links, use_rescue, use_stop_by_key, use_stopping, use_table_keys, use_undo_keys,
    use_warning_before_loss, went_to_explanation_before,
};
use keeping::{act, keep};
use masthead::Masthead;
use notices::Notices;
use one_plan_model::calculation::FigureKey;
use page_view::PageView;
use std::rc::Rc;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// Properties of [`Application`].
#[derive(Clone, PartialEq, Default, Properties)]
pub struct ApplicationProperties {
    /// Where it stands.
    #[prop_or_default]
    pub mode: HostMode,
    /// The text of a plan file that is opened at once.
    #[prop_or_default]
    pub plan: Option<Rc<str>>,
    /// The page that is shown once a plan is open.
    #[prop_or_default]
    pub page: Option<Page>,
}

/// The application.
#[component]
pub fn Application(properties: &ApplicationProperties) -> Html {
    let mode = properties.mode;
    // Before anything is drawn.
    use_memo((), |()| measure_letters());
    let root = use_node_ref();
    let field = use_node_ref();
    let first_page = properties.page;
    let state = use_reducer_eq(move || state_of_address(mode, first_page));

    let onopen = use_callback((state.dispatcher(), state.session().cloned()), |source: Source, (dispatcher, open)| {
        let dispatcher = dispatcher.clone();
        let report = Callback::from(move |progress: Progress| dispatcher.dispatch(Action::Read(progress)));
        read(source, open.as_ref(), report);
    });
    use_effect_with((), {
        let (onopen, plan) = (onopen.clone(), properties.plan.clone());
        move |()| {
            if let Some(plan) = plan {
                onopen.emit(Source::Text(plan));
            }
        }
    });
    // What is set on the pages is that of one plan.
    let remembered = use_memo(state.opening(), |_| Remembered::default());
    use_address(mode, &root, &state);
    use_document_title(mode, &state);
    use_focus(mode, &root, &state);
    use_dropped_files(mode, &root, &onopen, state.dispatcher());
    use_undo_keys(mode, &root, &state);
    use_rescue(&root, state.session().cloned());
    use_kept_work(mode, properties.plan.is_some(), &state);
    use_warning_before_loss(state.is_unsaved() && !state.kept().is_safe());
    use_focus_on_notices(&root, &state);
    use_table_keys(&root);
    use_refused_links(state.dispatcher());
    use_stopping(&state);
    use_stop_by_key(state.reading().is_some(), state.dispatcher());

    let onchoose = use_callback(field.clone(), |(), field| {
        if let Some(field) = field.cast::<HtmlInputElement>() {
            field.click();
        }
    });
    let onkeydown = Callback::from({
        let state = state.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && state.reading().is_none() && state.explained().is_some() {
                state.dispatch(Action::CloseExplanation);
            }
        }
    });
    let onskip = use_callback(root.clone(), |event: MouseEvent, root| {
        // The address names the page, so it must not change to name a place on it.
        event.prevent_default();
        if let Some(root) = root.cast::<Element>() {
            focus_first(&root, "main");
        }
    });
    let explain =
        use_callback(state.dispatcher(), |figure: FigureKey, dispatcher| dispatcher.dispatch(Action::Explain(figure)));
    // What is asked for is meant for the plan that is open when it is: an answer may come after another one was opened.
    let doing = (state.dispatcher(), state.opening());
    let change = use_callback(doing.clone(), |change, (dispatcher, opening)| {
        act(dispatcher, *opening, Action::Change(change, now()));
    });
    let make = use_callback(doing.clone(), |tried, (dispatcher, opening)| {
        act(dispatcher, *opening, Action::Make(tried, now()));
    });
    let take_back = use_callback(doing.clone(), |number, (dispatcher, opening)| {
        act(dispatcher, *opening, Action::TakeBack(number, now()));
    });
    let give_reason = use_callback(doing.clone(), |(number, reason), (dispatcher, opening)| {
        act(dispatcher, *opening, Action::Reason(number, reason));
    });
    let onkeep = use_callback(doing.clone(), |request, (dispatcher, opening)| {
        keep(dispatcher.clone(), *opening, request);
    });
    let saved = use_callback(doing, |mark, (dispatcher, opening)| act(dispatcher, *opening, Action::Saved(mark)));
    let context = state.session().cloned().map(|session| PageContext {
        session,
        explain,
        change,
        make,
        take_back,
        give_reason,
        keep: onkeep.clone(),
        saved,
    });
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
    let columns = if state.explained().is_some() { "page__columns with-panel" } else { "page__columns" };
    html! {
        <div class="one-plan" lang="en-GB" ref={root} {onkeydown}>
            <a class="skip-link" href="#content" onclick={onskip}>{ "Skip to the content" }</a>
            <Masthead state={state.clone()} onchoose={onchoose.clone()} onopen={onopen.clone()} />
            { choose_hidden_file("plan-file", &onopen, field) }
            <main class="page" id="content" tabindex="-1">
                <Notices state={state.clone()} {onchoose} onopen={onopen.clone()} onkeep={onkeep.clone()} />
                <div class={columns}>
                    <div class="page__body">
                        // It changes twice with every change of the plan; only who asks for it is drawn again.
                        <ContextProvider<Kept> context={state.kept().clone()}>
                            <ContextProvider<Remembered> context={(*remembered).clone()}>
                                <PageView
                                    {context}
                                    page={state.page()}
                                    {onopen}
                                    is_over={state.is_over()}
                                    kept_plans={Rc::clone(state.kept_plans())}
                                    onkeep={onkeep.clone()}
                                />
                            </ContextProvider<Remembered>>
                        </ContextProvider<Kept>>
                    </div>
                    <ExplanationPanel
                        session={state.session().cloned()}
                        trail={state.trail()}
                        most_steps={state.most_steps()}
                        {ondeeper}
                        onmore={dispatching(Action::MoreSteps)}
                        {onback}
                        onclose={dispatching(Action::CloseExplanation)}
                    />
                </div>
            </main>
            <Footer session={state.session().cloned()} />
            <p class="visually-hidden" role="status">{ state.announcement() }</p>
        </div>
    }
}

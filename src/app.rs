//! The application: what stands around every page, and what a press does.
//!
//! What is shown follows from one [`State`]; everything a person does is an [`Action`] on it. What
//! touches the browser beside the page itself — the address, the title, the focus — is in
//! [`browser`].

mod browser;
mod footer;
mod masthead;
mod notices;
mod page;
mod plan_part;
mod privacy;
mod state;

pub use browser::reporting;
pub use masthead::status;
pub use page::Page;
pub use plan_part::PlanPart;
pub use privacy::Privacy;
pub use state::{Action, State, check_words};

use crate::components::{Explanation, tag};
use crate::open_file::{self, Progress, Source, choose_hidden_file};
use crate::pages::{PageOfPlan, start};
use crate::session::Desk;
use one_plan_model::outcome::explain;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Where the application stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Setting {
    /// It is the whole document: the address names the page, and the title is its own.
    #[default]
    Document,
    /// It is a part of another document, which keeps its address, its title and its focus.
    Embedded,
}

/// Properties of [`Application`].
#[derive(Clone, PartialEq, Default, Properties)]
pub struct ApplicationProperties {
    /// Where it stands.
    #[prop_or_default]
    pub setting: Setting,
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
    let setting = properties.setting;
    let root = use_node_ref();
    let field = use_node_ref();
    let over = use_state_eq(|| false);
    let first_page = properties.page;
    let state = use_reducer_eq(move || State::new(first_page.unwrap_or_else(|| browser::page_of_address(setting))));

    let open = use_callback((), {
        let state = state.dispatcher();
        move |source: Source, ()| {
            let state = state.clone();
            open_file::open(source, Callback::from(move |progress: Progress| state.dispatch(Action::Read(progress))));
        }
    });
    use_effect_with((), {
        let (open, plan) = (open.clone(), properties.plan.clone());
        move |()| {
            if let Some(plan) = plan {
                open.emit(Source::Text(plan));
            }
        }
    });
    browser::use_address(setting, &root, &state);
    browser::use_title(setting, &state);
    browser::use_focus(setting, &root, &state);
    browser::use_files(setting, &root, open.clone(), over.setter());
    browser::use_rescue(&state);
    browser::use_notices(&root, &state);

    let choose = use_callback(field.clone(), |(), field| {
        if let Some(field) = field.cast::<HtmlInputElement>() {
            field.click();
        }
    });
    let act = |action: Action| {
        let state = state.dispatcher();
        Callback::from(move |()| state.dispatch(action.clone()))
    };
    let onkeydown = Callback::from({
        let state = state.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && state.explained().is_some() {
                state.dispatch(Action::CloseExplanation);
            }
        }
    });
    let skip = Callback::from({
        let root = root.clone();
        move |event: MouseEvent| {
            // The address names the page, so it must not change to name a place on it.
            event.prevent_default();
            browser::focus(&root, "main");
        }
    });
    let desk = use_memo(state.session().cloned(), |session| {
        session.clone().map(|session| Desk {
            session,
            explain: Callback::from({
                let state = state.dispatcher();
                move |figure| state.dispatch(Action::Explain(figure))
            }),
            change: Callback::from({
                let state = state.dispatcher();
                move |change| state.dispatch(Action::Change(change))
            }),
        })
    });
    let found = use_memo((state.session().cloned(), state.explained()), |(session, figure)| {
        explain(session.as_ref()?.plan(), (*figure)?)
    });
    let explanation = Explanation {
        session: state.session(),
        trail: &state.trail(),
        found: (*found).as_ref(),
        most_steps: state.most_steps(),
        deeper: Callback::from({
            let state = state.dispatcher();
            move |figure| state.dispatch(Action::ExplainDeeper(figure))
        }),
        more: act(Action::MoreSteps),
        back: act(Action::ExplainBefore),
        close: act(Action::CloseExplanation),
    };
    let explanation_and_page = tag("div")
        .class(if state.explained().is_some() { "page__columns with-panel" } else { "page__columns" })
        .child(tag("div").class("page__body").child(match &*desk {
            None => start(&open, *over),
            Some(desk) => page_of(desk, state.page(), &open, *over),
        }))
        .child(explanation.view());
    html! {
        <div class="one-plan" lang="en-GB" ref={root} {onkeydown}>
            <a class="skip-link" href="#content" onclick={skip}>{ "Skip to the content" }</a>
            { masthead::masthead(&state, &choose, act(Action::Saved)) }
            { choose_hidden_file("plan-file", &open, field) }
            <main class="page" id="content" tabindex="-1">
                { notices::notices(&state, &act, &choose) }
                { explanation_and_page }
            </main>
            { footer::footer() }
            <p class="visually-hidden" role="status">{ state.announcement() }</p>
        </div>
    }
}

/// Each page in an element of its own, so that none of the last one's parts is taken for its own.
fn page_of(desk: &Desk, page: Page, open: &Callback<Source>, over: bool) -> Html {
    let content = match page {
        Page::Start => start(open, over),
        _ => html! { <PageOfPlan desk={desk.clone()} {page} /> },
    };
    tag("div").key(page.word()).child(content).html()
}

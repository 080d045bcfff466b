//! The application: what stands around every page, and what a press does.
//!
//! What is shown follows from one [`State`]; everything a person does is an [`Action`] on it. What
//! touches the browser beside the page itself (the address, the title, the focus) is in `app/hooks`.

mod asking;
mod board_pack;
mod explaining;
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

use crate::browser::{focus_first, measure_letters};
use crate::components::Remembered;
use crate::navigation::Page;
use crate::open_file::choose_hidden_file;
use crate::session::Kept;
use asking::{use_keeping, use_opening, use_page_context};
use explaining::{closing_by_key, explanation};
use footer::Footer;
use hooks::{state_of_address, use_browser};
use masthead::Masthead;
use notices::Notices;
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
    let onopen = use_opening(&state, properties.plan.clone());
    // What is set on the pages is that of one plan.
    let remembered = use_memo(state.opening(), |_| Remembered::default());
    use_browser(mode, properties.plan.is_some(), &root, &state, &onopen);
    let onchoose = use_callback(field.clone(), |(), field| {
        if let Some(field) = field.cast::<HtmlInputElement>() {
            field.click();
        }
    });
    let onskip = use_callback(root.clone(), |event: MouseEvent, root| {
        // The address names the page, so it must not change to name a place on it.
        event.prevent_default();
        if let Some(root) = root.cast::<Element>() {
            focus_first(&root, "main");
        }
    });
    let onkeep = use_keeping(&state);
    let context = use_page_context(&state, &onkeep);
    let page = html! {
        // It changes twice with every change of the plan; only who asks for it is drawn again.
        <ContextProvider<Kept> context={state.kept().clone()}>
            <ContextProvider<Remembered> context={(*remembered).clone()}>
                <PageView
                    {context}
                    page={state.page()}
                    onopen={onopen.clone()}
                    is_over={state.is_over()}
                    kept_plans={Rc::clone(state.kept_plans())}
                    onkeep={onkeep.clone()}
                />
            </ContextProvider<Remembered>>
        </ContextProvider<Kept>>
    };
    let columns = if state.explained().is_some() { "page__columns with-panel" } else { "page__columns" };
    html! {
        <div class="one-plan" lang="en-GB" ref={root} onkeydown={closing_by_key(&state)}>
            <a class="skip-link" href="#content" onclick={onskip}>{ "Skip to the content" }</a>
            <Masthead state={state.clone()} onchoose={onchoose.clone()} onopen={onopen.clone()} />
            { choose_hidden_file("plan-file", &onopen, field) }
            <main class="page" id="content" tabindex="-1">
                <Notices state={state.clone()} {onchoose} {onopen} {onkeep} />
                <div class={columns}>
                    <div class="page__body">{ page }</div>
                    { explanation(&state) }
                </div>
            </main>
            <Footer session={state.session().cloned()} />
            <p class="visually-hidden" role="status">{ state.announcement() }</p>
        </div>
    }
}

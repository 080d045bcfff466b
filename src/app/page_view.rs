use super::board_pack::BoardPack;
use crate::components::tag;
use crate::navigation::Page;
use crate::open_file::Source;
use crate::page_context::PageContext;
use crate::pages::{
    ActivityPage, ChecksPage, CquinPage, DataPage, HelpPage, OverviewPage, RowPage, SavingsPage, ScenariosPage,
    SectionPage, StartPage,
};
use crate::session::{KeepRequest, KeptPlans};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`PageView`].
#[derive(Clone, PartialEq, Properties)]
pub struct PageViewProperties {
    /// The session, and how to ask for things; none while no plan is open.
    pub context: Option<PageContext>,
    /// Which page.
    pub page: Page,
    /// Opens a plan.
    pub onopen: Callback<Source>,
    /// Whether a file is held over the page.
    pub is_over: bool,
    /// The plans that are kept in the browser.
    pub kept_plans: Rc<KeptPlans>,
    /// Asks for something about them.
    pub onkeep: Callback<KeepRequest>,
}

/// The page that is shown: without a plan there are only the start and the help.
#[component]
pub fn PageView(properties: &PageViewProperties) -> Html {
    let PageViewProperties { context, page, onopen, is_over, kept_plans, onkeep } = properties;
    let content = match (page, context.clone()) {
        (Page::Help, context) => html! { <HelpPage has_plan={context.is_some()} /> },
        (Page::Start, _) | (_, None) => html! {
            <StartPage
                onopen={onopen.clone()}
                is_over={*is_over}
                kept_plans={Rc::clone(kept_plans)}
                onkeep={onkeep.clone()}
                open_title={context.as_ref().map(|context| context.session.title()).unwrap_or_default()}
            />
        },
        (Page::Overview, Some(context)) => html! { <OverviewPage {context} /> },
        (Page::Savings, Some(context)) => html! { <SavingsPage {context} /> },
        (Page::Cquin, Some(context)) => html! { <CquinPage {context} /> },
        (Page::Activity, Some(context)) => html! { <ActivityPage {context} /> },
        (Page::Row(table, row), Some(context)) => html! { <RowPage {context} table={*table} row={*row} /> },
        (Page::Checks, Some(context)) => html! { <ChecksPage {context} /> },
        (Page::Scenarios, Some(context)) => html! { <ScenariosPage {context} /> },
        (Page::Data, Some(context)) => html! { <DataPage {context} /> },
        (Page::Pack, Some(context)) => html! { <BoardPack {context} /> },
        (page, Some(context)) => html! { <SectionPage {context} page={*page} /> },
    };
    // Each page in an element of its own, so that none of the last one's parts is taken for its own.
    tag("div").key(page.word()).child(content).html()
}

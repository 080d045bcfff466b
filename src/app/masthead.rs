use super::Page;
use super::browser;
use super::state::check_words;
use crate::session::Session;
use one_plan_model::exchange::write_json;
use one_plan_model::outcome::MasterCheck;
use yew::prelude::*;

/// Properties of [`Masthead`].
#[derive(Clone, PartialEq, Properties)]
pub struct MastheadProperties {
    /// The plan that is open.
    pub session: Option<Session>,
    /// The page that is shown.
    pub page: Page,
    /// Whether there are changes that would be lost.
    pub unsaved: bool,
    /// Asks for another file.
    pub choose: Callback<()>,
    /// The plan was handed to the browser to save.
    pub saved: Callback<()>,
}

/// What stands above every page: whose page it is, which plan is open, whether it adds up, and the
/// way to the other pages.
#[component]
pub fn Masthead(properties: &MastheadProperties) -> Html {
    html! {
        <header>
            <div class="masthead">
                <div class="masthead__inner">
                    <a class="masthead__name" href="#/">{ "One Plan" }</a>
                    <div class="masthead__plan">{ for properties.session.as_ref().map(plan_words) }</div>
                    <div class="masthead__status">{ for properties.session.as_ref().map(status) }</div>
                    <div class="masthead__actions">{ for properties.session.as_ref().map(|_| actions(properties)) }</div>
                </div>
            </div>
            <div>{ for properties.session.as_ref().map(|_| navigation(properties.page)) }</div>
        </header>
    }
}

fn plan_words(session: &Session) -> Html {
    let Some(details) = session.plan().details() else { return html! { <span>{ session.file_name() }</span> } };
    let version = details.version.as_ref().map(|version| format!(", version {version}")).unwrap_or_default();
    html! { <span><strong>{ &details.title }</strong>{ format!(", {}{version}", details.system) }</span> }
}

fn status(session: &Session) -> Html {
    let check = session.outcome().master_check();
    let (variant, sign) = match check {
        MasterCheck::Passed => ("status--passed", "✓"),
        MasterCheck::Findings { .. } => ("status--findings", "⚠"),
        MasterCheck::Failed { .. } => ("status--failed", "✕"),
    };
    html! {
        <a class={classes!("status", variant)} href={Page::Checks.hash()} data-check={check.word()}>
            <span aria-hidden="true">{ sign }</span>
            <span>{ check_words(check) }</span>
        </a>
    }
}

fn actions(properties: &MastheadProperties) -> Html {
    let save = Callback::from({
        let (session, saved) = (properties.session.clone(), properties.saved.clone());
        move |_: MouseEvent| {
            let written =
                session.as_ref().map(|session| browser::save(session.file_name(), &write_json(session.plan())));
            if matches!(written, Some(Ok(()))) {
                saved.emit(());
            }
        }
    });
    let choose = properties.choose.reform(|_: MouseEvent| ());
    html! {
        <>
            <span class="masthead__unsaved">
                if properties.unsaved {
                    <span>{ "Changed, not saved" }</span>
                }
            </span>
            <button type="button" class="button button--secondary button--small" onclick={choose}>{ "Open another plan" }</button>
            <button type="button" class="button button--secondary button--small" onclick={save}>{ "Save plan file" }</button>
        </>
    }
}

fn navigation(current: Page) -> Html {
    html! {
        <nav class="tabs" aria-label="Pages of the plan">
            <ul>
                { for Page::OF_A_PLAN.into_iter().map(|page| html! {
                    <li key={page.word()}>
                        <a href={page.hash()} aria-current={(page == current).then_some("page")}>{ page.name() }</a>
                    </li>
                }) }
            </ul>
        </nav>
    }
}

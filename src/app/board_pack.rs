use crate::browser::today;
use crate::components::{Tag, counted, status, tag};
use crate::navigation::Page;
use crate::page_context::{PageContext, ViewProperties};
use crate::pages::{ActivityPage, ChecksPage, CquinPage, OverviewPage, SavingsPage, SectionPage, WholeLists};
use crate::session::Session;
use yew::prelude::*;

/// Every section of the plan one after the other, as a paper for a board; a person may leave sections out.
#[component]
pub fn BoardPack(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let left_out = use_state(Vec::<Page>::new);
    let mut sections = tag("div").class("pack");
    for page in pages().into_iter().filter(|page| !left_out.contains(page)) {
        sections = sections.child(tag("div").key(page.word()).class("pack__part").child(content(page, context)));
    }
    html! {
        <ContextProvider<WholeLists> context={WholeLists}>
            { cover(&context.session, &left_out) }
            { sections }
        </ContextProvider<WholeLists>>
    }
}

/// The sections in the order of the paper. What is tried is no part of the plan, and data is not read on paper.
fn pages() -> Vec<Page> {
    let aside = [Page::Scenarios, Page::Data];
    Page::OF_A_PLAN.into_iter().filter(|page| !aside.contains(page)).collect()
}

fn content(page: Page, context: &PageContext) -> Html {
    let context = context.clone();
    match page {
        Page::Savings => html! { <SavingsPage {context} /> },
        Page::Cquin => html! { <CquinPage {context} /> },
        Page::Activity => html! { <ActivityPage {context} /> },
        Page::Checks => html! { <ChecksPage {context} /> },
        Page::Overview => html! { <OverviewPage {context} /> },
        page => html! { <SectionPage {context} {page} /> },
    }
}

fn cover(session: &Session, left_out: &UseStateHandle<Vec<Page>>) -> Html {
    let plan = session.plan();
    let seal = session.seal();
    let (title, system) = match plan.details() {
        Some(details) => (details.title().to_owned(), details.system().to_owned()),
        None => (session.title(), String::new()),
    };
    let mut facts = tag("dl").class("facts pack__facts");
    let mut add = |name: &'static str, value: Html| {
        let row = tag("div").key(name).class("facts__row");
        facts = facts.clone().child(row.child(tag("dt").words(name)).child(tag("dd").child(value)));
    };
    let words = |text: String| tag("span").words(text).html();
    if let Some(details) = plan.details() {
        add("Years", words(format!("{} to {}", details.first_year(), details.last_year())));
        if let Some(version) = details.version() {
            add("Version", words(version.to_owned()));
        }
    }
    add("Check", status("span", session.outcome().master_check()).html());
    add("Figures computed", words(counted(session.outcome().figure_count())));
    add("Printed on", words(today()));
    add("Computed by", words(format!("One Plan, version {}", seal.engine)));
    add("Seal", tag("span").class("seal").words(seal.hash.clone()).html());
    let button = |press: &'static str, name: &'static str| {
        tag("button").attribute("type", "button").class("button").attribute("data-press", press).words(name)
    };
    let mut contents = tag("ul").class("pack__contents");
    for page in pages() {
        contents = contents.child(tag("li").key(page.word()).child(choice(page, left_out)));
    }
    tag("div")
        .class("pack__cover")
        .child(tag("p").class("pack__kind").words("Board pack"))
        .child(tag("h1").class("page__title").words(title))
        .child(tag("p").class("page__lead").words(system))
        .child(tag("p").class("toolbar").child(button("print", "Print, or save as PDF")))
        .child(facts)
        .child(tag("h2").words("What is in it"))
        .child(contents)
        .html()
}

/// Takes a section in or leaves it out.
fn choice(page: Page, left_out: &UseStateHandle<Vec<Page>>) -> Tag {
    let taken = !left_out.contains(&page);
    let onchange = Callback::from({
        let left_out = left_out.clone();
        move |_: Event| {
            let mut pages = (*left_out).clone();
            if taken {
                pages.push(page);
            } else {
                pages.retain(|other| *other != page);
            }
            left_out.set(pages);
        }
    });
    let input = tag("input").attribute("type", "checkbox").attribute("data-section", page.word());
    tag("label").class("choice").child(input.checked(taken).onchange(onchange)).child(tag("span").words(page.name()))
}

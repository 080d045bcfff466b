mod sheets;

use crate::browser::today;
use crate::components::{LiveState, Tag, count_of, counted, status, tag, use_live_state};
use crate::navigation::Page;
use crate::page_context::{PageContext, ViewProperties};
use crate::pages::{
    ActivityPage, ChecksPage, CquinPage, NOT_STATED, OnPaper, OverviewPage, SavingsPage, SectionPage, page_of_table,
};
use crate::session::Session;
use gloo::timers::callback::Timeout;
use one_plan_model::plan::Table;
use sheets::{sheets_in_all, sheets_of_parts};
use yew::prelude::*;

/// What a board pack holds.
#[derive(Clone, PartialEq)]
struct Contents {
    pages: Vec<Page>,
    on_paper: OnPaper,
}

/// Sections of the plan one after the other, as a paper for a board: the answers at first; a person takes in what else is
/// wanted.
#[component]
pub fn BoardPack(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let choice = use_live_state(|| Contents { pages: answers(&context.session), on_paper: OnPaper::Short });
    let contents = choice.get();
    let sheets = use_state_eq(Vec::<u32>::new);
    let place = use_node_ref();
    use_effect_with((context.session.clone(), contents.clone()), {
        let (sheets, place) = (sheets.setter(), place.clone());
        // Once what was taken in stands there.
        move |_| {
            let then = Timeout::new(MEASURED_AFTER, move || sheets.set(sheets_of_parts(&place)));
            move || drop(then)
        }
    });
    let mut sections = tag("div").class("pack").place(place);
    for page in pages().into_iter().filter(|page| contents.pages.contains(page)) {
        sections = sections.child(tag("div").key(page.word()).class("pack__part").child(content(page, context)));
    }
    let on_paper = contents.on_paper;
    html! {
        <div>
            { cover(&context.session, (&choice, &contents), &sheets) }
            // What is shown at first is another thing for each: the sections are made anew, and the cover keeps the focus.
            <ContextProvider<OnPaper> key={if on_paper == OnPaper::Short { "short" } else { "whole" }} context={on_paper}>
                { sections.html() }
            </ContextProvider<OnPaper>>
        </div>
    }
}

/// What a board reads first, where the plan gives it.
const ANSWERS: [Page; 3] = [Page::Savings, Page::Finance, Page::Risks];

/// What a board reads first of a plan: the answers of which it gives rows, what has come of what is followed month by month,
/// and where it gives none of the answers, whatever it does give.
fn answers(session: &Session) -> Vec<Page> {
    let plan = session.plan();
    let has_rows = |page: Page| {
        let mut tables = Table::ALL.iter().filter(|table| page_of_table(**table) == page);
        // That an organisation is named says nothing about it.
        let has_framework = page == Page::Finance && !plan.budget_lines.is_empty();
        has_framework
            || tables
                .any(|table| !matches!(table, Table::Organisation | Table::Programme) && plan.row_count(*table) > 0)
    };
    let mut first: Vec<Page> = ANSWERS.into_iter().filter(|page| has_rows(*page)).collect();
    if first.is_empty() {
        let others = pages().into_iter().filter(|page| !matches!(page, Page::Overview | Page::Checks));
        first.extend(others.filter(|page| has_rows(*page)));
    } else if !plan.monitored_months.is_empty() {
        first.push(Page::Delivery);
    }
    pages().into_iter().filter(|page| matches!(page, Page::Overview | Page::Checks) || first.contains(page)).collect()
}

/// How long what is shown must have rested before it is measured, in milliseconds.
const MEASURED_AFTER: u32 = 300;

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

fn cover(session: &Session, (live, contents): (&LiveState<Contents>, &Contents), sheets: &[u32]) -> Html {
    let plan = session.plan();
    let seal = session.seal();
    let (title, system) = match plan.details() {
        Some(details) if details.system() == NOT_STATED => (details.title().to_owned(), String::new()),
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
    add("Check", status("span", session.outcome()).html());
    add("Figures computed", words(counted(session.outcome().figure_count())));
    add("Printed on", words(today().to_string()));
    add("Computed by", words(format!("One Plan, version {}", seal.engine)));
    add("Seal", tag("span").class("seal").words(seal.hash.clone()).html());
    let button = |press: &'static str, name: &'static str| {
        tag("button").attribute("type", "button").class("button").attribute("data-press", press).words(name)
    };
    let mut list = tag("ul").class("pack__contents");
    let mut measured = sheets.iter();
    for page in pages() {
        let taken = contents.pages.contains(&page);
        let about = if taken { measured.next().copied() } else { None };
        list = list.child(tag("li").key(page.word()).child(choice(page, live, about)));
    }
    // Those that are measured and no longer those that are shown say nothing.
    let [least, most] = sheets_in_all(sheets);
    let said = match (sheets.len() == contents.pages.len(), contents.pages.is_empty()) {
        (_, true) => "Only this cover: take in a section.".to_owned(),
        (true, false) => format!(
            "Roughly {least} to {most} sheets with this cover: paper, margins and letters differ between browsers, and the preview \
             of your browser says how many it is."
        ),
        (false, false) => String::new(),
    };
    tag("div")
        .class("pack__cover")
        .child(tag("p").class("pack__kind").words("Board pack"))
        .child(tag("h1").class("page__title").words(title))
        .child(tag("p").class("page__lead").words(system))
        .child(tag("p").class("toolbar").child(button("print", "Print, or save as PDF")))
        .child(facts)
        .child(tag("h2").words("What is in it"))
        .child(which(session, live))
        .child(list)
        .child(tag("p").attribute("role", "status").attribute("data-sheets", format!("{least}-{most}")).words(said))
        .html()
}

/// Takes many sections in at once, and every table of them or only the answers.
fn which(session: &Session, contents: &LiveState<Contents>) -> Tag {
    let button = |words: &'static str, pages: Vec<Page>| {
        let contents = contents.clone();
        let onclick =
            Callback::from(move |_: MouseEvent| contents.change(|contents| contents.pages.clone_from(&pages)));
        let button = tag("button").attribute("type", "button").class("button button--secondary button--small");
        button.onclick(onclick).words(words)
    };
    let onchange = Callback::from({
        let contents = contents.clone();
        move |_: Event| {
            contents.change(|contents| {
                contents.on_paper = if contents.on_paper == OnPaper::Short { OnPaper::Whole } else { OnPaper::Short };
            });
        }
    });
    let tables = tag("input").attribute("type", "checkbox").attribute("data-tables", "");
    let tables = tables.checked(contents.get().on_paper == OnPaper::Whole).onchange(onchange);
    let words = tag("span").words("Every table of these sections too");
    tag("div")
        .class("pack__which")
        .child(button("The answers", answers(session)))
        .child(button("All sections", pages()))
        .child(button("None", Vec::new()))
        .child(tag("label").class("choice").child(tables).child(words))
}

/// Takes a section in or leaves it out.
fn choice(page: Page, contents: &LiveState<Contents>, sheets: Option<u32>) -> Tag {
    let taken = contents.get().pages.contains(&page);
    let onchange = Callback::from({
        let contents = contents.clone();
        move |_: Event| {
            contents.change(|Contents { pages, .. }| {
                if pages.contains(&page) {
                    pages.retain(|other| *other != page);
                } else {
                    pages.push(page);
                }
            });
        }
    });
    let input = tag("input").attribute("type", "checkbox").attribute("data-section", page.word());
    let about = sheets.map(|count| format!(", about {}", count_of(count as usize, "sheet", "sheets")));
    let about = tag("span").class("pack__sheets").words(about.unwrap_or_default());
    tag("label")
        .class("choice")
        .child(input.checked(taken).onchange(onchange))
        .child(tag("span").words(page.name()).child(about))
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    fn first(tables: &str) -> Vec<&'static str> {
        let plan = example::plan(tables);
        let outcome = one_plan_model::outcome::compute(&plan);
        let pages = answers(&Session::open(plan, outcome, "plan.json"));
        pages.into_iter().map(Page::word).collect()
    }

    #[test]
    fn what_the_plan_gives_is_in_the_pack_and_what_it_does_not_is_not() {
        let contracts = r#""organisations": [{"id": "p", "name": "P"}],
            "contracts": [{"id": "a", "name": "A", "provider": "p", "year": "2026/27", "base": "1", "unit": "£m"}]"#;
        assert_eq!(first(contracts), ["overview", "contracts", "checks"]);
        let tracker = r#""scheme_lists": [{"id": "a", "name": "A", "year": "2026/27"}],
            "schemes": [{"id": "s", "name": "S", "list": "a", "gross": "1", "unit": "£m"}],
            "monitored_lines": [{"id": "s", "name": "S", "kind": "saving", "scheme": "s", "year": "2026/27", "plan": "1", "unit": "£m"}],
            "monitored_months": [{"line": "s", "month": "2026-04", "actual": "1", "unit": "£m"}]"#;
        assert_eq!(first(tracker), ["overview", "savings", "delivery", "checks"]);
        let published = r#""programmes": [{"id": "a", "name": "A"}],
            "programme_savings": [{"programme": "a", "year": "2026/27", "part": "commissioner", "amount": "1", "unit": "£m"}],
            "resource_limits": [{"year": "2026/27", "limit": "3", "unit": "£m"}],
            "risks": [{"id": "r", "name": "R"}]"#;
        assert_eq!(first(published), ["overview", "savings", "finance", "risks", "checks"]);
    }
}

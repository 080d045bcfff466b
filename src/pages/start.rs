mod kept_list;
mod new_plan;

use crate::browser::Privacy;
use crate::components::{Tag, nodes, tag, titled};
use crate::navigation::Page;
use crate::open_file::{Example, Source, choose_file, examples};
use crate::pages::where_to_put::WhereToPut;
use crate::session::{KeepRequest, KeptPlans};
use kept_list::KeptList;
use new_plan::NewPlan;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`StartPage`].
#[derive(Clone, PartialEq, Properties)]
pub struct StartPageProperties {
    /// Opens a plan.
    pub onopen: Callback<Source>,
    /// Whether a file is held over the page.
    pub is_over: bool,
    /// The plans that are kept in the browser.
    pub kept_plans: Rc<KeptPlans>,
    /// Asks for something about them.
    pub onkeep: Callback<KeepRequest>,
    /// The title of the plan that is open; empty where none is.
    pub open_title: AttrValue,
}

/// What this is, and how to open a plan.
#[component]
pub fn StartPage(properties: &StartPageProperties) -> Html {
    let StartPageProperties { onopen, is_over, kept_plans, onkeep, open_title } = properties;
    let examples = examples();
    let lead = "One Plan reads the plan of a health economy: its savings, its CQUIN schemes and the activity it moves. \
        It works out every total again, and says what does not add up. \
        Press any number to see why it is what it is, down to the line of the plan where it is printed.";
    let label = tag("label").class("field__label").attribute("for", "plan-file-start").words("Choose a plan");
    let drop = tag("div")
        .class(if *is_over { "drop is-over" } else { "drop" })
        .child(tag("p").child(label))
        .child(choose_file("plan-file-start", onopen))
        .child(tag("p").class("drop__hint").words(
            "or drop it anywhere on this page: a plan file (.json), a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods), or CSV files, \
             several together. The page Data then says what was read.",
        ));
    let mut offered = tag("div");
    if !examples.is_empty() {
        let mut buttons = tag("div").class("toolbar");
        for example in examples {
            buttons = buttons.child(example_button(example, onopen));
        }
        let section = titled("examples-title", "No plan at hand?")
            .child(tag("p").words("Look around with a published plan, or with one that is made up for the rules of today. They are inside this page already."))
            .child(buttons);
        offered = offered.child(section);
    }
    let privacy = titled("privacy-title", "Nothing leaves this computer")
        .child(
            tag("p")
                .class("prose")
                .words("Your file is read and worked out by this page alone, inside your browser; it works without a network. ")
                .words(Privacy::of_document().proof()),
        )
        .child(tag("p").class("prose").words("What you change is kept in this browser as you go, if the browser lets the page do so; to have it elsewhere, save the plan file."))
        .child(network_test());
    let mut open = tag("div");
    if !open_title.is_empty() {
        let back = tag("a").attribute("href", Page::Overview.hash()).words("Back to its overview");
        let words = format!("{open_title} is open and stays open until you open another plan. ");
        open = open.child(tag("p").class("notice").words(words).child(back));
    }
    nodes(vec![
        tag("h1").class("page__title").words("Open a plan").html(),
        tag("p").class("page__lead").words(lead).html(),
        open.html(),
        tag("div").child(html! { <KeptList kept={Rc::clone(kept_plans)} onkeep={onkeep.clone()} /> }).html(),
        drop.html(),
        tag("div").child(html! { <NewPlan onopen={onopen.clone()} /> }).html(),
        tag("div").child(html! { <WhereToPut has_plan=false /> }).html(),
        offered.html(),
        privacy.html(),
    ])
}

/// The page tries to reach the network when it is asked to; a script does it and fills the empty element.
fn network_test() -> Tag {
    let button = tag("button").attribute("type", "button").class("button button--secondary");
    tag("div")
        .child(button.attribute("data-press", "network-test").words("Let the page try to reach the network"))
        .child(tag("div").attribute("data-network-test", "").attribute("role", "status"))
}

fn example_button(example: Example, onopen: &Callback<Source>) -> Html {
    // The title alone would not say whose plan it is.
    let words = format!("Try the plan of {}", example.system);
    let name = example.name.clone();
    tag("button")
        .key(&*name)
        .attribute("type", "button")
        .class("button")
        .attribute("data-example", name)
        .onclick(onopen.reform(move |_| Source::Example(example.clone())))
        .words(words)
        .html()
}

//! Savings: what the programmes save in each year, and the schemes that are to save it.

mod certainty;
mod chart;
mod filter;
mod gap;
mod programmes;
mod scheme_columns;
mod scheme_list;
mod scheme_rows;
mod scheme_words;
mod schemes;

use crate::components::{counted, figure_in_words, form_of_sums, tag};
use crate::navigation::Page;
use crate::page_context::{PageContext, ViewProperties};
use crate::pages::further_down::further_down;
use crate::pages::whole::{ChangeTables, ToTables};
use one_plan_model::plan::{Plan, SavingPart};
use one_plan_model::rules::savings;
use schemes::Schemes;
use yew::prelude::*;

/// The page of savings.
#[component]
pub fn SavingsPage(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    tag("div")
        .child(tag("h1").class("page__title").words("Savings"))
        .child(tag("div").child(lead(context)))
        .child(html! { <ToTables page={Page::Savings} /> })
        .child(tag("div").child(programmes::section(context)))
        .child(tag("div").child(further_down(chart::section(&context.session))))
        .child(tag("div").child(further_down(gap::section(&context.session))))
        .child(tag("div").child(further_down(html! { <Schemes context={context.clone()} /> })))
        .child(
            tag("div").child(further_down(html! { <ChangeTables context={context.clone()} page={Page::Savings} /> })),
        )
        .html()
}

/// What the plan saves, in a sentence.
fn lead(context: &PageContext) -> Html {
    let (plan, outcome) = (context.session.plan(), context.session.outcome());
    let total = savings::TOTAL.at([]);
    let years = plan.years();
    let lead = tag("p").class("page__lead");
    let (Some(first), Some(last), Some(_)) = (years.first(), years.last(), outcome.value(total)) else {
        let schemes = schemes_in_words(plan);
        return lead.words(format!("The plan gives no total of savings by year. It lists {schemes}.")).html();
    };
    let span = if first == last {
        format!(" in {first} through ")
    } else {
        format!(" in the {} years from {first} to {last} through ", years.len())
    };
    let programmes = match programmes_with_savings(plan) {
        1 => "one programme".to_owned(),
        programmes => format!("{programmes} programmes"),
    };
    let [commissioner, provider] =
        [SavingPart::Commissioner, SavingPart::Provider].map(|part| savings::PART.at([part as u32]));
    let form = form_of_sums(context, &[&[total, commissioner, provider]]);
    let mut before = ": ";
    let mut parts = tag("span");
    for (key, who) in [(commissioner, " by the commissioner"), (provider, " by providers")] {
        if outcome.value(key).is_some() {
            let saved = tag("span").key(who).words(before).child(figure_in_words(context, key, form)).words(who);
            parts = parts.child(saved);
            before = " and ";
        }
    }
    lead.words("The plan saves ")
        .child(figure_in_words(context, total, form))
        .words(format!("{span}{programmes}"))
        .child(parts)
        .words(".")
        .html()
}

fn schemes_in_words(plan: &Plan) -> String {
    match plan.schemes.len() {
        0 => "no schemes".to_owned(),
        1 => "one scheme".to_owned(),
        schemes => format!("{} schemes", counted(schemes)),
    }
}

/// How many programmes the plan gives savings for.
fn programmes_with_savings(plan: &Plan) -> usize {
    let mut named = vec![false; plan.programmes.len()];
    for (_, saving) in plan.programme_savings.iter() {
        if let Some(named) = saving.programme().and_then(|programme| named.get_mut(programme.position())) {
            *named = true;
        }
    }
    named.into_iter().filter(|named| *named).count()
}

//! Checks: what does not add up and what is to be done about it, each printed figure against the computed one, and what
//! was read.

mod cause_words;
mod comparisons;
mod finding_line;
mod findings;
mod line_id;
mod not_used;
mod pager;
mod rows_read;
mod settle;
mod tabs;

use crate::components::{check_words, compared, counted, tag, use_address_value};
use crate::page_context::{PageContext, ViewProperties};
use comparisons::Comparisons;
use findings::Findings;
use not_used::NotUsedNumbers;
use one_plan_model::outcome::{MasterCheck, Outcome};
use yew::prelude::*;

/// The tabs: the word for each in the address, and its name.
const TABS: [(&str, &str); 3] =
    [("", "Findings"), ("printed", "Printed against computed"), ("totals", "Control totals")];

/// The page of checks.
#[component]
pub fn ChecksPage(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let (chosen, choose) = use_address_value("tab");
    let chosen = TABS.iter().position(|(word, _)| *word == &*chosen).unwrap_or_default();
    let panel = match chosen {
        1 => html! { <Comparisons context={context.clone()} /> },
        2 => control_totals(context),
        _ => html! { <Findings context={context.clone()} /> },
    };
    let outcome = context.session.outcome();
    let counts = [Some(outcome.findings().len()), Some(outcome.comparisons().len()), None];
    let names = TABS.iter().zip(counts).map(|((word, name), count)| {
        (*word, count.map_or_else(|| (*name).to_owned(), |count| format!("{name} ({})", counted(count))))
    });
    tag("div")
        .child(tag("h1").class("page__title").words("Checks"))
        .child(tag("p").class("page__lead").words(lead(outcome)))
        .child(tabs::tabs("Kinds of checks", names.collect(), chosen, &choose))
        .child(tabs::panel(chosen, panel))
        .html()
}

fn control_totals(context: &PageContext) -> Html {
    tag("div")
        .child(rows_read::section(&context.session))
        .child(html! { <NotUsedNumbers context={context.clone()} /> })
        .html()
}

fn lead(outcome: &Outcome) -> String {
    let (mut words, check) = (check_words(outcome), outcome.master_check());
    words.push_str(match check {
        MasterCheck::Nothing => ": no figure follows from what is filled in so far.",
        MasterCheck::Passed if compared(outcome) == 0 => {
            ". What is filled in keeps the rules of its tables and contradicts itself nowhere; but nothing is said twice, so that \
             no number could be held against another."
        }
        MasterCheck::Passed => ": nothing contradicts itself, and every printed figure was found again.",
        MasterCheck::Findings { .. } => {
            ". What the plan says in one place differs from another, or something is missing. Nothing was corrected."
        }
        MasterCheck::Failed { .. } => ". Until the errors are mended, figures that stand on them cannot be relied on.",
    });
    words
}

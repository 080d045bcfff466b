use crate::components::{capitalised, choice_words, count_of, fact, tag, titled};
use crate::page_context::ViewProperties;
use one_plan_model::outcome::{NotUsed, not_used};
use one_plan_model::plan::Plan;
use yew::prelude::*;

/// How many rows of one column are named; the rest are counted.
const MOST_ROWS: usize = 5;

/// The numbers of the plan on which no figure stands, each column with why. It takes a run of its own, so it is worked
/// out when the page of checks is opened, once for each plan.
#[component]
pub fn NotUsedNumbers(properties: &ViewProperties) -> Html {
    let session = properties.context.session.clone();
    let found = use_memo(session.clone(), |session| not_used(session.plan()));
    let count: usize = found.iter().map(|one| one.rows.len()).sum();
    let section = titled("not-used-title", "Numbers that are not used");
    if count == 0 {
        return section
            .child(tag("p").words("Every number of the plan stands under a figure or decides about one."))
            .html();
    }
    let mut facts = tag("dl").class("facts");
    for (position, one) in found.iter().enumerate() {
        let name = format!("{}: {}", capitalised(&choice_words(one.table.name())), choice_words(one.column));
        facts = facts.child(fact(position, tag("dt").words(name), tag("dd").words(words(session.plan(), one))));
    }
    let lead =
        format!("{}. Nothing is wrong with them, but no figure depends on them.", count_of(count, "number", "numbers"));
    let details = tag("details").class("disclosure").child(tag("summary").words("Which, and why")).child(facts);
    section.child(tag("p").words(lead)).child(details).html()
}

fn words(plan: &Plan, one: &NotUsed) -> String {
    let names: Vec<String> = one.rows.iter().take(MOST_ROWS).map(|row| plan.row_words(one.table, *row)).collect();
    let more = match one.rows.len().saturating_sub(MOST_ROWS) {
        0 => String::new(),
        more => format!(" and {}", count_of(more, "more row", "more rows")),
    };
    format!("{}{more}: {}.", names.join("; "), one.why)
}

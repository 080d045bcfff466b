//! The schemes, list by list, with what narrows them.

use super::filter::{Filter, OfProgramme, by_list};
use super::scheme_columns::Columns;
use super::scheme_list::SchemeListSection;
use crate::components::{Tag, choice, choice_field, counted, filters, tag, words_field};
use crate::page_context::ViewProperties;
use crate::pages::further_down::FurtherDown;
use crate::pages::view_state::{ViewState, use_view_state};
use one_plan_model::plan::{Id, Plan};
use std::rc::Rc;
use yew::prelude::*;

const ANY: &str = "any";
const NONE: &str = "none";

/// Every list of schemes.
#[component]
pub fn Schemes(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let state = use_view_state("schemes-", ());
    let plan = context.session.plan();
    if plan.schemes.is_empty() {
        return tag("p").class("notice").words("The plan lists no schemes.").html();
    }
    let filter = Filter { text: state.words.to_string(), programme: chosen(&state.choice) };
    let of_lists = by_list(plan, &filter);
    let columns = Columns::by_list(plan);
    let mut found = 0;
    let mut lists = tag("div");
    for ((list, _), (schemes, columns)) in plan.scheme_lists.iter().zip(of_lists.into_iter().zip(columns)) {
        found += schemes.len();
        let (context, schemes) = (context.clone(), Rc::<[_]>::from(schemes));
        let narrowed = !filter.is_open();
        lists = lists.child(html! {
            <FurtherDown key={list.index()}>
                <SchemeListSection {context} {list} {columns} {schemes} {narrowed} />
            </FurtherDown>
        });
    }
    let mut nothing = tag("div");
    if found == 0 {
        let words = "No scheme matches. Try fewer words or all programmes.";
        nothing = nothing.child(tag("p").class("notice").words(words));
    }
    let meaning = "A gross saving less what is spent again to make it possible is the net saving. The total of a list is of the whole list, also while fewer of its schemes are shown.";
    tag("div")
        .child(tag("h2").words("Schemes"))
        .child(tag("p").class("prose").words(meaning))
        .child(tag("div").child(controls(plan, filter.programme, &state, found)))
        .child(nothing)
        .child(lists)
        .html()
}

fn controls(plan: &Plan, programme: OfProgramme, state: &ViewState, found: usize) -> Tag {
    let mut options = vec![
        choice(ANY, "All programmes", programme == OfProgramme::Any).html(),
        choice(NONE, "No programme given", programme == OfProgramme::None).html(),
    ];
    for (one, about) in plan.programmes.iter() {
        let is_chosen = programme == OfProgramme::One(one);
        options.push(choice(one.index().to_string(), about.name().to_owned(), is_chosen).html());
    }
    let fields = vec![
        words_field("schemes-text", "Name contains", &state.words, state.onwords.clone()),
        choice_field("schemes-programme", "Programme", options, state.onchoice.clone()),
    ];
    let words = format!("{} of {} schemes", counted(found), counted(plan.schemes.len()));
    filters(fields, words).attribute("role", "search").attribute("aria-label", "Schemes")
}

fn chosen(value: &str) -> OfProgramme {
    match value {
        NONE => OfProgramme::None,
        other => other.parse().map_or(OfProgramme::Any, |index| OfProgramme::One(Id::at(index))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_is_a_programme_none_or_any() {
        assert_eq!(chosen(ANY), OfProgramme::Any);
        assert_eq!(chosen(NONE), OfProgramme::None);
        assert_eq!(chosen("3"), OfProgramme::One(Id::at(3)));
    }
}

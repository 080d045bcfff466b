//! The shifts: pictures of what moves, and the table of what each scheme moves.

use super::flow_choice::{Choice, by_unit};
use super::scheme_shifts::SchemeShifts;
use crate::components::{ROWS_AT_A_TIME, choice as option, flow_figure, tag, titled};
use crate::page_context::ViewProperties;
use crate::pages::view_state::{ViewState, use_view_state};
use one_plan_model::outcome::Flow;
use one_plan_model::plan::{Id, Plan, Scheme, SchemeList};
use std::collections::BTreeSet;
use yew::prelude::*;

/// What moves from where to where.
#[component]
pub fn Shifts(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let state = use_view_state("shifts-", ());
    let plan = context.session.plan();
    let all = context.session.flows();
    if all.is_empty() {
        return tag("p").class("notice").words("No scheme of the plan moves activity or avoids it.").html();
    }
    let choice = Choice::read(&state.choice);
    let whose = choice.name(plan);
    let mut pictures = tag("div");
    let units = by_unit(plan, all, choice);
    let mut nothing = tag("div");
    if units.is_empty() {
        nothing = nothing.child(tag("p").words("Nothing moves here."));
    }
    for (position, (unit, flows)) in units.into_iter().enumerate() {
        let picture = flow_figure(&context.session, "shifts", position, unit, &whose, &flows);
        pictures = pictures.child(tag("div").key(unit).child(picture));
    }
    let by_scheme = html! { <SchemeShifts context={context.clone()} {choice} onchoice={state.onvalue.clone()} /> };
    let meaning = "What leaves one kind of care arrives in another, or is avoided because it is no longer needed or bought. What the plan does not account for stands apart, in red. Each picture holds one unit: that in which the plan counts what leaves.";
    titled("shifts", "What moves from where to where")
        .child(tag("p").class("prose").words(meaning))
        .child(tag("div").child(picker(plan, all, choice, &state)))
        .child(pictures)
        .child(nothing)
        .child(tag("div").child(by_scheme))
        .html()
}

fn picker(plan: &Plan, flows: &[Flow], choice: Choice, state: &ViewState) -> Html {
    let (lists, schemes) = offered(plan, flows, choice);
    let option = |offered: Choice| option(offered.value(), offered.name(plan), offered == choice);
    let group = |label: &'static str| tag("optgroup").attribute("label", label);
    let everything = group("Everything").child(option(Choice::All));
    let mut of_lists = group("A list of schemes");
    for list in lists {
        of_lists = of_lists.child(option(Choice::List(list)));
    }
    let mut of_schemes = group("A scheme");
    for scheme in schemes {
        of_schemes = of_schemes.child(option(Choice::Scheme(scheme)));
    }
    let select = tag("select")
        .class("select")
        .id("shifts-whose")
        .onchange(state.onchoice.clone())
        .child(everything)
        .child(of_lists)
        .child(of_schemes);
    let label = tag("label").class("field__label").attribute("for", "shifts-whose").words("Show the shifts of");
    let field = tag("div").class("field").child(label).child(select);
    tag("div").class("filters").child(field).html()
}

/// The lists and schemes that move something. Of very many schemes only the first are offered, and
/// the one that is chosen; the table below reaches all of them.
fn offered(plan: &Plan, flows: &[Flow], choice: Choice) -> (Vec<Id<SchemeList>>, Vec<Id<Scheme>>) {
    let mut moving: BTreeSet<u32> = BTreeSet::new();
    for flow in flows {
        moving.insert(flow.scheme.index());
    }
    let mut lists: BTreeSet<u32> = BTreeSet::new();
    for scheme in &moving {
        let mut list = plan.schemes.get(Id::at(*scheme)).map(|scheme| scheme.list());
        // A list that is seen already has brought its parents with it.
        while let Some(inner) = list.filter(|list| lists.insert(list.index())) {
            list = plan.scheme_lists.get(inner).and_then(|list| list.parent());
        }
    }
    let mut schemes: Vec<Id<Scheme>> = moving.iter().take(ROWS_AT_A_TIME).map(|index| Id::at(*index)).collect();
    if let Choice::Scheme(chosen) = choice
        && !schemes.contains(&chosen)
    {
        schemes.push(chosen);
    }
    (lists.into_iter().map(Id::at).collect(), schemes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::outcome::flows;

    #[test]
    fn only_what_moves_is_offered_with_the_lists_above_it() {
        let plan = example::plan(
            r#""settings": [{"id": "acute", "name": "Acute"}],
            "points_of_delivery": [{"id": "spells", "name": "Spells"}],
            "scheme_lists": [{"id": "all", "name": "All", "year": "2011/12"},
                             {"id": "part", "name": "Part", "year": "2011/12", "parent": "all"},
                             {"id": "apart", "name": "Apart", "year": "2011/12"}],
            "schemes": [{"id": "a", "name": "A", "list": "part"}, {"id": "b", "name": "B", "list": "apart"}],
            "activity_changes": [
                {"scheme": "a", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "activity": "-10"}
            ]"#,
        );
        let flows = flows(&plan);
        assert_eq!(offered(&plan, &flows, Choice::All), (vec![Id::at(0), Id::at(1)], vec![Id::at(0)]));
        let (_, schemes) = offered(&plan, &flows, Choice::Scheme(Id::at(1)));
        assert_eq!(schemes, [Id::at(0), Id::at(1)]);
    }
}

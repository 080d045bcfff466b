//! The shifts: pictures of what moves, and the table of what each scheme moves.

use super::flow_chart;
use super::flow_choice::{Choice, by_unit};
use super::scheme_shifts::SchemeShifts;
use crate::components::ROWS_AT_A_TIME;
use crate::session::Session;
use one_plan_model::outcome::{Flow, flows};
use one_plan_model::plan::{Id, Plan, Scheme, SchemeList};
use std::collections::BTreeSet;
use yew::TargetCast;
use yew::prelude::*;

/// Properties of [`Shifts`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ShiftsProperties {
    /// The plan that is open.
    pub session: Session,
}

/// What moves from where to where.
#[component]
pub(super) fn Shifts(properties: &ShiftsProperties) -> Html {
    let session = properties.session.clone();
    let choice = use_state(Choice::default);
    let all = use_memo(session.clone(), |session| flows(session.plan()));
    let units = use_memo((session.clone(), *choice), {
        let all = all.clone();
        move |(session, choice)| by_unit(session.plan(), &all, *choice)
    });
    let plan = session.plan();
    if all.is_empty() {
        return html! { <p class="notice">{ "No scheme of the plan moves activity or avoids it." }</p> };
    }
    let onchoice = {
        let choice = choice.clone();
        Callback::from(move |chosen| choice.set(chosen))
    };
    let whose = choice.name(plan);
    html! {
        <section class="section" aria-labelledby="shifts">
            <h2 id="shifts">{ "What moves from where to where" }</h2>
            <p class="prose">
                { "What leaves one kind of care arrives in another, or is avoided because it is no longer needed or bought. What the plan does not account for stands apart, in red. Each picture holds one unit: that in which the plan counts what leaves." }
            </p>
            <div>{ picker(plan, &all, *choice, &onchoice) }</div>
            <div>
                { for units.iter().enumerate().map(|(position, (unit, flows))| html! {
                    <div key={unit.clone()}>{ flow_chart::figure(plan, position, unit, &whose, flows) }</div>
                }) }
            </div>
            <div>{ units.is_empty().then(|| html! { <p>{ "Nothing moves here." }</p> }) }</div>
            <div><SchemeShifts session={session.clone()} choice={*choice} {onchoice} /></div>
        </section>
    }
}

fn picker(plan: &Plan, flows: &[Flow], choice: Choice, onchoice: &Callback<Choice>) -> Html {
    let onchange = onchoice.reform(|event: Event| {
        let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
        Choice::read(&select.value())
    });
    let (lists, schemes) = offered(plan, flows, choice);
    let option = |offered: Choice| {
        html! {
            <option key={offered.value()} value={offered.value()} selected={offered == choice}>{ offered.name(plan) }</option>
        }
    };
    html! {
        <div class="filters">
            <div class="field">
                <label class="field__label" for="shifts-whose">{ "Show the shifts of" }</label>
                <select class="select" id="shifts-whose" {onchange}>
                    <optgroup label="Everything">{ option(Choice::All) }</optgroup>
                    <optgroup label="A list of schemes">{ for lists.into_iter().map(Choice::List).map(option) }</optgroup>
                    <optgroup label="A scheme">{ for schemes.into_iter().map(Choice::Scheme).map(option) }</optgroup>
                </select>
            </div>
        </div>
    }
}

/// The lists and schemes that move something. Of very many schemes only the first are offered, and
/// the one that is chosen; the table below reaches all of them.
fn offered(plan: &Plan, flows: &[Flow], choice: Choice) -> (Vec<Id<SchemeList>>, Vec<Id<Scheme>>) {
    let moving: BTreeSet<u32> = flows.iter().map(|flow| flow.scheme.index()).collect();
    let mut lists: BTreeSet<u32> = BTreeSet::new();
    for scheme in &moving {
        let mut list = plan.schemes.get(Id::at(*scheme)).map(|scheme| scheme.list);
        // A list that is seen already has brought its parents with it.
        while let Some(inner) = list.filter(|list| lists.insert(list.index())) {
            list = plan.scheme_lists.get(inner).and_then(|list| list.parent);
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

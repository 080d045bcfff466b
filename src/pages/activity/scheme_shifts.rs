//! What each scheme moves: leaves, arrives, avoided, and what is not accounted for.

use super::flow_choice::Choice;
use crate::components::{
    DataTable, Figure, ROWS_AT_A_TIME, ShowMore, Shown, figure_cell, number_heading, words_heading,
};
use crate::session::Session;
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{Id, Plan, Scheme};
use one_plan_model::rules::activity::SCHEME_COST;
use one_plan_model::rules::shifts::{ARRIVES, AVOIDED, LEAVES, UNACCOUNTED};
use std::collections::BTreeSet;
use yew::prelude::*;

/// Properties of [`SchemeShifts`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SchemeShiftsProperties {
    /// The plan that is open.
    pub session: Session,
    /// Whose shifts are shown.
    pub choice: Choice,
    /// Asks for the shifts of others.
    pub onchoice: Callback<Choice>,
}

/// The table of the schemes that move or avoid activity.
#[component]
pub(super) fn SchemeShifts(properties: &SchemeShiftsProperties) -> Html {
    let SchemeShiftsProperties { session, choice, onchoice } = properties;
    let shown = use_state(|| ROWS_AT_A_TIME);
    {
        let shown = shown.clone();
        use_effect_with(*choice, move |_| shown.set(ROWS_AT_A_TIME));
    }
    let (plan, outcome) = (session.plan(), session.outcome());
    let schemes: Vec<Id<Scheme>> = moving(outcome).into_iter().filter(|scheme| choice.holds(plan, *scheme)).collect();
    let total = schemes.len();
    html! {
        <div>
            <h3>{ "Scheme by scheme" }</h3>
            <DataTable id="scheme-shifts" stack={true}
                caption="What each scheme moves and avoids, as the plan counts it, and what it changes in cost, £000">
                <thead>
                    <tr>
                        { words_heading("Scheme") }
                        { number_heading("Leaves") }
                        { number_heading("Arrives") }
                        { number_heading("Not accounted for") }
                        { number_heading("Avoided") }
                        { number_heading("Change in cost, £000") }
                        { words_heading("Picture") }
                    </tr>
                </thead>
                <tbody>
                    { for schemes.into_iter().take(*shown).map(|scheme| row(plan, outcome, scheme, *choice, onchoice)) }
                </tbody>
            </DataTable>
            <div>
                <ShowMore shown={*shown} {total} what="schemes" onmore={Callback::from(move |rows| shown.set(rows))} />
            </div>
        </div>
    }
}

/// The schemes that move or avoid something, in the order of the plan.
fn moving(outcome: &Outcome) -> Vec<Id<Scheme>> {
    let figures = [&LEAVES, &AVOIDED].into_iter().flat_map(|kind| outcome.figures_of(kind));
    let schemes: BTreeSet<u32> = figures.map(|(key, _)| key.subjects.get(0)).collect();
    schemes.into_iter().map(Id::at).collect()
}

fn row(plan: &Plan, outcome: &Outcome, scheme: Id<Scheme>, choice: Choice, onchoice: &Callback<Choice>) -> Html {
    let subjects = [scheme.index()];
    let name = plan.schemes.get(scheme).map(|scheme| scheme.name.clone()).unwrap_or_default();
    let lost =
        outcome.value(UNACCOUNTED.about(subjects)).is_some_and(|value| value.is_ok_and(|number| !number.is_zero()));
    let chosen = choice == Choice::Scheme(scheme);
    let (words, next) = if chosen { ("Show all", Choice::All) } else { ("Show", Choice::Scheme(scheme)) };
    let onclick = onchoice.reform(move |_: MouseEvent| next);
    html! {
        <tr key={scheme.index()}>
            <th scope="row">{ &name }</th>
            { figure_cell("Leaves", LEAVES.about(subjects), Shown::THOUSANDS) }
            { figure_cell("Arrives", ARRIVES.about(subjects), Shown::THOUSANDS) }
            <td class="num" data-label="Not accounted for">
                <span>
                    <span>{ for lost.then(|| html! { <span class="tag tag--warning">{ "▲ Does not add up" }</span> }) }</span>
                    { " " }<Figure figure={UNACCOUNTED.about(subjects)} />
                </span>
            </td>
            { figure_cell("Avoided", AVOIDED.about(subjects), Shown::THOUSANDS) }
            { figure_cell("Change in cost, £000", SCHEME_COST.about(subjects), Shown::THOUSANDS) }
            <td data-label="Picture">
                <span>
                <button type="button" class="button button--quiet button--small" {onclick}>
                    { words }
                    <span class="visually-hidden">{ if chosen { " schemes again".to_owned() } else { format!(" the shifts of {name} alone") } }</span>
                </button>
                </span>
            </td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn schemes_that_only_avoid_are_in_the_table_and_those_that_change_prices_are_not() {
        let example = example::outcome(
            r#""settings": [{"id": "acute", "name": "Acute"}],
            "points_of_delivery": [{"id": "spells", "name": "Spells"}],
            "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
            "schemes": [{"id": "a", "name": "A", "list": "plan"}, {"id": "b", "name": "B", "list": "plan"}],
            "activity_changes": [
                {"scheme": "a", "setting": "acute", "point_of_delivery": "spells", "effect": "price-only", "activity": "0"},
                {"scheme": "b", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "activity": "-10"}
            ]"#,
        );
        assert_eq!(moving(&example.outcome), [Id::at(1)]);
    }
}

//! What each scheme moves: leaves, arrives, avoided, and what is not accounted for.

use super::flow_choice::Choice;
use crate::components::{
    FigureColumn, Shown, body, cell_for_number, column, data_table, figure, figure_cells, head, headings, show_more,
    tag,
};
use crate::page_context::PageContext;
use crate::pages::several_units::in_several_units;
use crate::pages::view_state::use_view_state;
use one_plan_model::calculation::FigureIndex;
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{ActivityEffect, Id, Plan, Scheme};
use one_plan_model::rules::activity::SCHEME_COST;
use one_plan_model::rules::shifts::{ARRIVES, AVOIDED, LEAVES, UNACCOUNTED};
use std::collections::BTreeSet;
use yew::prelude::*;

const BEFORE: [FigureColumn; 2] =
    [column("Leaves", &LEAVES, Shown::THOUSANDS), column("Arrives", &ARRIVES, Shown::THOUSANDS)];
const AFTER: [FigureColumn; 2] =
    [column("Avoided", &AVOIDED, Shown::THOUSANDS), column("Change in cost, £000", &SCHEME_COST, Shown::THOUSANDS)];

/// Properties of [`SchemeShifts`].
#[derive(Clone, PartialEq, Properties)]
pub struct SchemeShiftsProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// Whose shifts are shown.
    pub choice: Choice,
    /// Asks for the shifts of others, with the value of the choice.
    pub onchoice: Callback<AttrValue>,
}

/// The table of the schemes that move or avoid activity.
#[component]
pub fn SchemeShifts(properties: &SchemeShiftsProperties) -> Html {
    let SchemeShiftsProperties { context, choice, .. } = properties;
    let state = use_view_state("scheme-shifts-", *choice);
    let plan = context.session.plan();
    let mut schemes = moving(plan, context.session.outcome());
    schemes.retain(|scheme| choice.holds(plan, *scheme));
    let several_units = in_several_units(&context.session);
    let mut rows = Vec::new();
    for scheme in schemes.iter().take(state.rows) {
        rows.push(row(properties, *scheme, several_units.get(&scheme.index())));
    }
    let numbers = ["Leaves", "Arrives", "Not accounted for", "Avoided", "Change in cost, £000"];
    let mut headings = headings(&["Scheme"], &numbers);
    // On paper there is nothing to press.
    headings.push(tag("th").attribute("scope", "col").class("screen-only").words("Picture").html());
    let caption = "What each scheme moves and avoids, as the plan counts it, and what it changes in cost, £000";
    tag("div")
        .child(tag("h3").words("Scheme by scheme"))
        .child(data_table("scheme-shifts", caption, true, vec![head(headings), body(rows)]))
        .child(tag("div").child(show_more(state.rows, schemes.len(), "schemes", &state.onrows)))
        .html()
}

/// The schemes that move or avoid something, in the order of the plan; also one of which no sum can be shown, because what
/// it moves is counted in different units.
fn moving(plan: &Plan, outcome: &Outcome) -> Vec<Id<Scheme>> {
    let mut schemes = BTreeSet::new();
    for kind in [&LEAVES, &AVOIDED] {
        for (key, _) in outcome.figures_of(kind) {
            schemes.insert(key.index.get(0));
        }
    }
    for (_, change) in plan.activity_changes.iter() {
        let moves = matches!(change.effect(), Some(ActivityEffect::Moves | ActivityEffect::Avoided));
        if moves && change.activity().is_some() {
            schemes.insert(change.scheme().index());
        }
    }
    schemes.into_iter().map(Id::at).collect()
}

fn row(properties: &SchemeShiftsProperties, scheme: Id<Scheme>, units: Option<&String>) -> Html {
    let SchemeShiftsProperties { context, choice, onchoice } = properties;
    let index = FigureIndex::new([scheme.index()]);
    let name = context.session.plan().schemes.get(scheme).map(|scheme| scheme.name().to_owned()).unwrap_or_default();
    let unaccounted = UNACCOUNTED.at([scheme.index()]);
    let lost = matches!(context.session.outcome().value(unaccounted), Some(Ok(number)) if !number.is_zero());
    let mut warning = tag("span");
    if lost {
        warning = warning.child(tag("span").class("tag tag--warning").words("▲ Does not add up"));
    }
    let unaccounted = tag("span").child(warning).words(" ").child(figure(context, unaccounted, Shown::MILLIONS));
    let (words, whose, next) = if *choice == Choice::Scheme(scheme) {
        ("Show all", " schemes again".to_owned(), Choice::All)
    } else {
        ("Show", format!(" the shifts of {name} alone"), Choice::Scheme(scheme))
    };
    let button = tag("button")
        .attribute("type", "button")
        .class("button button--quiet button--small")
        .onclick(onchoice.reform(move |_| next.value().into()))
        .words(words)
        .child(tag("span").class("visually-hidden").words(whose));
    let mut cells = figure_cells(context, &BEFORE, index);
    cells.push(cell_for_number("Not accounted for").child(unaccounted).html());
    cells.extend(figure_cells(context, &AFTER, index));
    cells.push(
        tag("td").class("screen-only").attribute("data-label", "Picture").child(tag("span").child(button)).html(),
    );
    // Without it a row of dashes would read as a scheme that moves nothing.
    let units = units.map(|words| tag("small").class("part-of").words(words.clone()).html());
    let heading = tag("th").attribute("scope", "row").child(tag("span").words(name).maybe(units));
    tag("tr").key(scheme.index()).child(heading).children(cells).html()
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
        assert_eq!(moving(&example.plan, &example.outcome), [Id::at(1)]);
    }

    #[test]
    fn a_scheme_whose_activity_is_counted_in_different_units_is_in_the_table() {
        let example = example::outcome(
            r#""settings": [{"id": "acute", "name": "Acute"}],
            "points_of_delivery": [
                {"id": "spells", "name": "Spells", "counted_in": "spells"},
                {"id": "visits", "name": "Visits", "counted_in": "visits"}
            ],
            "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
            "schemes": [{"id": "a", "name": "A", "list": "plan"}],
            "activity_changes": [
                {"scheme": "a", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "activity": "-1"},
                {"scheme": "a", "setting": "acute", "point_of_delivery": "visits", "effect": "avoided", "activity": "-2"}
            ]"#,
        );
        assert_eq!(moving(&example.plan, &example.outcome), [Id::at(0)]);
    }
}

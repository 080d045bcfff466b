//! Activity: what is planned of each kind of care, and which activity moves from where to where.

mod columns;
mod flow_choice;
mod lines;
mod scheme_shifts;
mod shifts;

use crate::components::{counted, tag};
use crate::navigation::Page;
use crate::page_context::ViewProperties;
use crate::pages::further_down::further_down;
use crate::pages::whole::{SectionTables, ToTables};
use one_plan_model::outcome::{Flow, Outcome};
use one_plan_model::plan::{Id, Plan};
use one_plan_model::quantity::Value;
use one_plan_model::rules::{activity, shifts as shift_rules};
use shifts::Shifts;
use std::collections::BTreeSet;
use yew::prelude::*;

/// The page of activity.
#[component]
pub fn ActivityPage(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    tag("div")
        .child(tag("h1").class("page__title").words("Activity"))
        .child(tag("p").class("page__lead").words(lead(
            context.session.plan(),
            context.session.outcome(),
            context.session.flows(),
        )))
        .child(html! { <ToTables page={Page::Activity} /> })
        .child(tag("div").child(lines::sections(context)))
        .child(tag("div").child(further_down(html! { <Shifts context={context.clone()} /> })))
        .child(
            tag("div").child(further_down(html! { <SectionTables context={context.clone()} page={Page::Activity} /> })),
        )
        .html()
}

/// What the plan does to activity, in a sentence or two.
fn lead(plan: &Plan, outcome: &Outcome, flows: &[Flow]) -> String {
    // As on the overview: whose change is nothing, or not given, changes none.
    let schemes: BTreeSet<u32> =
        flows.iter().filter(|flow| !flow.activity.is_zero()).map(|flow| flow.scheme.index()).collect();
    if schemes.is_empty() {
        return match plan.activity_changes.len() {
            0 => "No scheme of the plan changes activity.".to_owned(),
            _ => "The plan names activity that schemes change, and not by how much.".to_owned(),
        };
    }
    // A part is already counted in the whole.
    let is_whole = |point| plan.points_of_delivery.get(Id::at(point)).is_some_and(|point| point.part_of().is_none());
    let (mut fewer, mut more) = (0, 0);
    for (key, value) in outcome.figures_of(&activity::CHANGE) {
        match value {
            Ok(number) if number.is_zero() || !is_whole(key.index.get(1)) => {}
            Ok(number) if number.is_sign_negative() => fewer += 1,
            Ok(_) => more += 1,
            Err(_) => {}
        }
    }
    let is_lost = |value: Value| value.is_ok_and(|number| !number.is_zero());
    let unaccounted = outcome.figures_of(&shift_rules::UNACCOUNTED).filter(|(_, value)| is_lost(*value)).count();
    let shifts = match unaccounted {
        0 => "Everything that leaves one place arrives in another or is stated as avoided.".to_owned(),
        1 => "In one scheme, what leaves does not all arrive.".to_owned(),
        schemes => format!("In {} schemes, what leaves and what arrives are not equal.", counted(schemes)),
    };
    format!(
        "{} {} activity: {} to be done less often, {} more often. {shifts}",
        counted(schemes.len()),
        if schemes.len() == 1 { "scheme changes" } else { "schemes change" },
        kinds_of_care(fewer),
        if more == 0 { "none".to_owned() } else { counted(more) },
    )
}

fn kinds_of_care(count: usize) -> String {
    if count == 1 { "one kind of care is".to_owned() } else { format!("{} kinds of care are", counted(count)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::outcome::flows;

    #[test]
    fn the_lead_counts_what_changes_and_what_is_lost() {
        let tables = |arrives: &str| {
            format!(
                r#""settings": [{{"id": "acute", "name": "Acute"}}],
                "points_of_delivery": [{{"id": "spells", "name": "Spells"}}, {{"id": "local", "name": "Local"}}],
                "scheme_lists": [{{"id": "plan", "name": "Plan", "year": "2011/12"}}],
                "schemes": [{{"id": "s", "name": "S", "list": "plan"}}],
                "activity_changes": [
                    {{"scheme": "s", "setting": "acute", "point_of_delivery": "spells", "effect": "moves", "activity": "-10"}},
                    {{"scheme": "s", "setting": "acute", "point_of_delivery": "local", "effect": "moves", "activity": "{arrives}"}}
                ]"#
            )
        };
        let sentence = |arrives| {
            let example = example::outcome(&tables(arrives));
            lead(&example.plan, &example.outcome, &flows(&example.plan))
        };
        assert_eq!(
            sentence("10"),
            "1 scheme changes activity: one kind of care is to be done less often, 1 more often. \
             Everything that leaves one place arrives in another or is stated as avoided."
        );
        assert!(sentence("9").ends_with("In one scheme, what leaves does not all arrive."));
    }
}

//! What is planned of each kind of care, setting by setting.

use super::columns::{Columns, is_planned};
use crate::components::{DataTable, number_heading, words_heading};
use one_plan_model::outcome::{Outcome, words};
use one_plan_model::parameters::{Parameter, Parameters, THREE_ARROWS_FROM, TWO_ARROWS_FROM};
use one_plan_model::plan::{Id, Plan, PointOfDelivery, Setting};
use one_plan_model::quantity::{subtract, whole};
use yew::prelude::*;

/// The sections of all settings of which the plan says something.
pub(super) fn sections(plan: &Plan, outcome: &Outcome) -> Html {
    let settings: Vec<_> = plan
        .settings
        .iter()
        .map(|(id, setting)| (id, setting, points_of(plan, outcome, id)))
        .filter(|(_, _, points)| !points.is_empty())
        .collect();
    if settings.is_empty() {
        return html! { <p class="notice">{ "The plan gives no activity." }</p> };
    }
    let base = plan.details().map(|details| details.base_year.to_string()).unwrap_or_default();
    html! {
        <section class="section" aria-labelledby="activity-lines">
            <h2 id="activity-lines">{ "What is planned" }</h2>
            <p class="prose">
                { format!("The forecast outturn is what was expected for {base}. The plan is the forecast outturn and the changes of all schemes.") }
                { " " }{ arrows_in_words(plan) }
            </p>
            <div>
                { for settings.into_iter().map(|(id, setting, points)| html! {
                    <div key={id.index()}>{ setting_table(plan, outcome, id, setting, &points) }</div>
                }) }
            </div>
        </section>
    }
}

/// The kinds of care in a setting of which there is at least one figure.
fn points_of(plan: &Plan, outcome: &Outcome, setting: Id<Setting>) -> Vec<Id<PointOfDelivery>> {
    let points = plan.points_of_delivery.iter().map(|(point, _)| point);
    points.filter(|point| is_planned(outcome, setting, *point)).collect()
}

/// What one, two and three arrows stand for, by the bands that hold in the plan.
fn arrows_in_words(plan: &Plan) -> String {
    let parameters = Parameters::of(plan);
    let from =
        |parameter: &Parameter| parameters.value(parameter, plan.details()?.first_year).map(|value| value.number);
    let (Some(two), Some(three)) = (from(&TWO_ARROWS_FROM), from(&THREE_ARROWS_FROM)) else { return String::new() };
    let below = |number| words::number(subtract(number, whole(1)));
    let number = |number| words::number(Ok(number));
    format!(
        "One arrow is a change of up to {}%, two arrows {}% to {}%, three arrows {}% and more; = is stable.",
        below(two),
        number(two),
        below(three),
        number(three)
    )
}

fn setting_table(
    plan: &Plan,
    outcome: &Outcome,
    setting: Id<Setting>,
    about: &Setting,
    points: &[Id<PointOfDelivery>],
) -> Html {
    let columns = Columns::of(outcome, setting, points);
    html! {
        <div>
            <h3>{ &about.name }</h3>
            <div>{ for columns.missing_in_words().map(|words| html! { <p>{ words }</p> }) }</div>
            <DataTable id={format!("activity-{}", setting.index())} stack={true}
                caption={format!("{}: activity as each kind of care is counted, and its cost in £000", about.name)}>
                <thead>{ headings(&columns) }</thead>
                <tbody>{ for points.iter().map(|point| row(plan, setting, *point, &columns)) }</tbody>
            </DataTable>
        </div>
    }
}

fn headings(columns: &Columns) -> Html {
    let group = |name: &'static str, width: usize| {
        (width > 0).then(|| html! { <th scope="colgroup" colspan={width.to_string()}>{ name }</th> })
    };
    html! {
        <>
            <tr key="groups">
                <td></td>
                { for group("Activity", columns.activity.len()) }
                { for group("Cost, £000", columns.cost.len()) }
            </tr>
            <tr key="columns">
                { words_heading("Kind of care") }
                { for columns.all().map(|column| number_heading(column.heading)) }
            </tr>
        </>
    }
}

fn row(plan: &Plan, setting: Id<Setting>, point: Id<PointOfDelivery>, columns: &Columns) -> Html {
    let Some(about) = plan.points_of_delivery.get(point) else { return html! { <tr key={point.index()}></tr> } };
    // A part is already in the numbers of the whole: it must not look like a line to be added.
    let of_which = about.part_of.and_then(|whole| plan.points_of_delivery.get(whole));
    let within = of_which.map(|whole| format!(", part of “{}”", whole.name)).unwrap_or_default();
    // "Non-elective spells (spells)" would say the same twice.
    let counted_in = about.counted_in.as_ref().filter(|unit| !about.name.to_lowercase().contains(&unit.to_lowercase()));
    let counted_in = counted_in.map(|unit| format!(" ({unit})")).unwrap_or_default();
    html! {
        <tr key={point.index()}>
            <th scope="row">{ format!("{}{within}{counted_in}", about.name) }</th>
            { for columns.all().map(|column| column.cell([setting.index(), point.index()])) }
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn the_bands_are_those_of_the_plan() {
        let plan = example::plan(r#""settings": []"#);
        assert_eq!(
            arrows_in_words(&plan),
            "One arrow is a change of up to 5%, two arrows 6% to 15%, three arrows 16% and more; = is stable."
        );
    }

    #[test]
    fn only_kinds_of_care_with_a_figure_are_lines() {
        let example = example::outcome(
            r#""settings": [{"id": "acute", "name": "Acute"}, {"id": "home", "name": "Home"}],
            "points_of_delivery": [{"id": "spells", "name": "Spells"}, {"id": "calls", "name": "Calls"}],
            "baseline_activity": [{"setting": "acute", "point_of_delivery": "calls", "activity": "5"}]"#,
        );
        let points = |setting| points_of(&example.plan, &example.outcome, Id::at(setting));
        assert_eq!(points(0), [Id::at(1)]);
        assert_eq!(points(1), []);
    }
}
